"""All that a guard may look at: the world at the moment of a move, as values."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from types import MappingProxyType

from sdprocess.domain.councils import Council
from sdprocess.domain.dossier import DocumentVersion, Dossier, Judgement, Release
from sdprocess.domain.findings import Assessment
from sdprocess.domain.people import Actor
from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Term
from sdprocess.engine.advice import AdviceStand

TermRule = Callable[[Term, datetime], Dated]
"""(term of a state, moment of arrival) -> the day with its sum. See `planning.terms.term_rule`."""


def unplanned(term: Term, at: datetime) -> Dated:  # noqa: ARG001  the signature of a TermRule
    """The rule of a world without a calendar: every term is onbekend."""
    return Dated(None, "")


@dataclass(frozen=True, slots=True)
class GuardContext:
    """The moment of a move.

    version: the newest document, None without one.
    assessment: the newest toets of the dossier, of any version; assessment_is_current: made of `version`, with the
        checklist in force.
    judgements: newest per question, kind and person; those of other versions do not count.
    release: the newest vrijgave, of any version.
    questions: ids of the checklist, in its order. criteria: question id -> criterion id; without it the minimums are
        read from the profiles of the machine alone.
    due: how a term becomes a day. advice: how those who are asked in the current state stand.
    councils: those that decide on this dossier, where it has several.
    """

    actor: Actor
    dossier: Dossier
    now: datetime
    reason: str = ""
    version: DocumentVersion | None = None
    assessment: Assessment | None = None
    assessment_is_current: bool = False
    judgements: tuple[Judgement, ...] = ()
    release: Release | None = None
    questions: tuple[str, ...] = ()
    criteria: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    due: TermRule = unplanned
    advice: tuple[AdviceStand, ...] = ()
    councils: tuple[Council, ...] = ()
