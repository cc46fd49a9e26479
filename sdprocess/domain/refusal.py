"""Why something may not happen. An empty tuple of refusals means: it may."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType


@dataclass(frozen=True, slots=True)
class Refusal:
    """One reason a guard gives. `code` names the sentence in `texts.nl`, `facts` fills its blanks.

    `guard` is the name of the guard in the workflow file that refused (a `mits` entry). `options`: of an `een-van` the
    reasons of each member; the refusal goes when those of one member go.
    """

    code: str
    guard: str = ""
    facts: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    options: tuple[tuple[Refusal, ...], ...] = ()


def single(refusals: Iterable[Refusal]) -> Iterator[Refusal]:
    """The refusals of guards, those in the options of an `een-van` too."""
    for refusal in refusals:
        if refusal.options:
            for option in refusal.options:
                yield from single(option)
        else:
            yield refusal
