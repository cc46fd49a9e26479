"""Values of planning: a date that carries its own sum."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Dated:
    """A computed date. day: None = onbekend. explanation: the sum in a Dutch sentence. warning: a doubt, or empty."""

    day: date | None
    explanation: str
    warning: str = ""
