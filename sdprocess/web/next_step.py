"""What the box "wat nu" says: the moves of the reader, the main one among them, and what to do first. No rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdprocess.domain.findings import Verdict
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.engine.move import MoveOption, may_deviate
from sdprocess.services.views import DossierPage


@dataclass(frozen=True, slots=True)
class NextStep:
    """mine: moves of the reader, forward ones first. others: moves of other roles. main: transition of the main button.

    todo: (sentence, where on the site) that help the main move along.
    """

    mine: tuple[MoveOption, ...]
    others: tuple[MoveOption, ...]
    main: str
    todo: tuple[tuple[str, str], ...]


def next_step(view: DossierPage, proposal: str) -> NextStep:
    """The content of the box. `proposal` is the address of the voorstel page."""
    mine = sorted((m for m in view.card.moves if m.is_mine), key=lambda m: (m.back, m.needs_reason))
    forward = [m for m in mine if not m.back and m.possible]
    return NextStep(
        mine=tuple(mine),
        others=tuple(m for m in view.card.moves if not m.is_mine),
        main=forward[0].transition if forward else "",
        todo=tuple(_todo(view, proposal)) if mine else (),
    )


def _todo(view: DossierPage, proposal: str) -> Sequence[tuple[str, str]]:
    if view.current is None:
        return [("Upload het concept", "#bestand")] if view.may_upload else []
    if view.assessment is None or not view.assessment.recognition.judged:
        return []
    found = [f.verdict for f in view.assessment.findings]
    open_count, partly = found.count(Verdict.NEE), found.count(Verdict.DEELS)
    return [(_sentence(open_count, partly), proposal)] if open_count or partly else []


def _sentence(open_count: int, partly: int) -> str:
    parts = []
    if open_count:
        parts.append("1 vraag is open" if open_count == 1 else f"{open_count} vragen zijn open")
    if partly:
        parts.append(f"{partly} deels beantwoord")
    return f"Bekijk het voorstel: {', '.join(parts)}"


def can_deviate(view: DossierPage) -> bool:
    """Whether a reason can set aside everything that stands against vrijgeven."""
    return view.current is not None and may_deviate(view.release_refusals)


COUNCIL_ROLES = ("griffie", "agendacommissie", "raadslid")


def sees_council_page(view: DossierPage, actor: Actor) -> bool:
    """Whether the councillor's page exists for this reader: council side, and a version they may read."""
    return view.current is not None and actor.has(*COUNCIL_ROLES)


def history_of(view: DossierPage) -> Sequence[tuple[TransitionRecord, str]]:
    """The events with their titles, newest first."""
    return tuple(zip(view.events, view.event_titles, strict=True))[::-1]
