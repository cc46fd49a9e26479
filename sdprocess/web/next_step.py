"""What the box "wat nu" says: the moves of the reader, the main one among them, and what to do first. No rules."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdprocess.content.library import Library
from sdprocess.domain.findings import Verdict
from sdprocess.domain.history import TransitionRecord, together
from sdprocess.domain.people import Actor
from sdprocess.engine.move import MoveOption, may_deviate
from sdprocess.services.views import DossierPage
from sdprocess.web.drawings import open_sentence


@dataclass(frozen=True, slots=True)
class NextStep:
    """The moves in groups. ahead: the reader's, leading on. aside: the reader's, leading back or out. others: the rest.

    main: transition of the one main button, empty when nothing stands out; what the council decided never does.
    todo: (what there is to do, button, where on the site), for when no move is possible yet.
    """

    ahead: tuple[MoveOption, ...]
    aside: tuple[MoveOption, ...]
    others: tuple[MoveOption, ...]
    main: str
    todo: tuple[str, str, str] | None

    @property
    def mine(self) -> bool:
        return bool(self.ahead or self.aside)


def next_step(view: DossierPage, proposal: str) -> NextStep:
    """The content of the box. `proposal` is the address of the voorstel page."""
    mine = [m for m in view.card.moves if m.is_mine]
    ahead = tuple(m for m in mine if m.leads_on)
    main = next((m.transition for m in ahead if m.possible and not (m.decision or m.needs_reason)), "")
    return NextStep(
        ahead=ahead,
        aside=tuple(m for m in mine if m not in ahead),
        others=tuple(m for m in view.card.moves if not m.is_mine),
        main=main,
        todo=_todo(view, proposal) if mine else None,
    )


def _todo(view: DossierPage, proposal: str) -> tuple[str, str, str] | None:
    if view.current is None:
        return ("Er is nog geen voorstel.", "Upload het concept", "#bestand") if view.may_upload else None
    if view.assessment is None or not view.assessment.recognition.judged:
        return None
    found = [f.verdict for f in view.assessment.findings]
    open_count, partly = found.count(Verdict.NEE), found.count(Verdict.DEELS)
    return (open_sentence(open_count, partly), "Ga naar het voorstel", proposal) if open_count or partly else None


def can_deviate(view: DossierPage) -> bool:
    """Whether a reason can set aside everything that stands against vrijgeven."""
    return view.current is not None and may_deviate(view.release_refusals)


def is_released(view: DossierPage) -> bool:
    """Whether the newest version that this reader sees was released."""
    return view.current is not None and any(r.version_id == view.current.id for r in view.releases)


def is_outdated(view: DossierPage, library: Library) -> bool:
    """Whether the machine must look again: the newest version has no toets, or the checklist changed since."""
    if not view.stale or view.assessment is None or view.current is None:
        return view.stale
    used = view.assessment.checklist
    changed = library.checklist_ref(used.id) != used
    return changed or view.assessment.text_hash != view.current.text_hash


COUNCIL_ROLES = ("griffie", "agendacommissie", "raadslid")


def sees_council_page(view: DossierPage, actor: Actor) -> bool:
    """Whether the councillor's page exists for this reader: council side, and a version they may read."""
    return view.current is not None and actor.has(*COUNCIL_ROLES)


def history_of(view: DossierPage) -> Sequence[tuple[TransitionRecord, str, str]]:
    """The events with their titles and the move that was chosen, newest first; judged in parts stands there once."""
    told = zip(view.events, view.event_titles, view.event_moves, strict=True)
    words = {event.seq: (title, move) for event, title, move in told}
    return tuple((event, *words[event.seq]) for event in reversed(together(view.events)))
