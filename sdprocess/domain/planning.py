"""Values of planning: a date that carries its own sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Literal

Precision = Literal["dag", "kwartaal"]


@dataclass(frozen=True, slots=True)
class Dated:
    """A computed date. day: None = onbekend. explanation: the sum in a Dutch sentence. warning: a doubt, or empty.

    precision: `kwartaal` when only the quarter was agreed; `day` is then its last working day.
    """

    day: date | None
    explanation: str
    warning: str = ""
    precision: Precision = "dag"
