"""Why something may not happen. An empty tuple of refusals means: it may."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason a guard gives. `code` names the sentence in `texts.nl`, `facts` fills its blanks.

    `guard` is the name of the guard in the workflow file that refused (a `mits` entry).
    """

    code: str
    guard: str = ""
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
