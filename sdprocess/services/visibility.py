"""Who may know of a dossier and what of it. The rules and their reasons: docs/adr/0004-twee-zijden.md.

Insiders are the steller of the dossier, toetsers and the college: they see it from its first day. The council side sees
it after the hand-over, everyone sees it once it is public; both see released versions only. A beheerder manages people
and content and is no insider.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date, datetime
from types import MappingProxyType

from sdprocess.domain.dossier import DocumentVersion, Dossier, JudgeKind, Judgement, Release, Side, is_own
from sdprocess.domain.errors import NotAllowed, NotFound
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import COLLEGE_SIDE, COUNCIL_SIDE, OPENERS, Actor
from sdprocess.services.ports import DossierScope

INSIDER_ROLES = ("toetser", "college")
GIVEN_BACK = "teruggegeven"
"""Side of the event by which the council side gave a dossier back: both sides read it."""

ADVICE_EVENTS = frozenset(
    {"advies-gevraagd", "advies-gegeven", "advies-ingetrokken", "advies-vervanger", "advies-heropend"}
)
"""Kinds of event about advice; `transition` is `griffie` when the council side was asked, otherwise `college`."""

OPEN_KINDS = frozenset({"vrijgegeven"})
"""Kinds of event that the council side may read although they happened on the college side."""


def visible_sides(actor: Actor) -> frozenset[Side]:
    """The sides of which the actor sees every dossier."""
    sides = {Side.PUBLIC}
    if actor.has(*INSIDER_ROLES):
        sides |= {Side.COLLEGE, Side.COUNCIL}
    if actor.has(*COUNCIL_SIDE):
        sides.add(Side.COUNCIL)
    return frozenset(sides)


def scope_of(actor: Actor, today: date) -> DossierScope:
    """The dossiers the actor's lists may hold. today: see `DossierScope`."""
    return DossierScope(visible_sides(actor), actor.id if actor.has(*OPENERS) else 0, today, openers=actor.roles)


def is_insider(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor sees all versions and the whole history."""
    return actor.has(*INSIDER_ROLES) or is_steller(actor, dossier)


def is_steller(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor opened this dossier: as its steller, or from the council side as its indiener."""
    return is_own(actor, dossier)


def may_see(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor may know that this dossier exists."""
    return dossier.side in visible_sides(actor) or is_steller(actor, dossier)


def require_visible(actor: Actor, dossier: Dossier) -> None:
    """Raises NotFound, with the facts that a dossier that does not exist would give."""
    if not may_see(actor, dossier):
        raise NotFound(kind="dossier", id=dossier.number)


def require_role(actor: Actor, *roles: str) -> None:
    """Raises NotAllowed(code `rol`) unless the actor has one of the roles."""
    if not actor.has(*roles):
        raise NotAllowed(reason="geen-rol", roles=", ".join(roles))


def seen_versions(
    actor: Actor, dossier: Dossier, versions: Iterable[DocumentVersion], releases: Iterable[Release]
) -> tuple[DocumentVersion, ...]:
    """The versions this actor may read, in the order given."""
    if is_insider(actor, dossier):
        return tuple(versions)
    released = {r.version_id for r in releases}
    return tuple(v for v in versions if v.id in released)


def seen_releases(actor: Actor, releases: Sequence[Release]) -> tuple[Release, ...]:
    """Releases with their deviation; residents see that a version was released, not the discussion about it."""
    if actor.has(*COLLEGE_SIDE, *COUNCIL_SIDE):
        return tuple(releases)
    return tuple(replace(r, deviation="", unmet=()) for r in releases)


def seen_events(
    actor: Actor, dossier: Dossier, events: Sequence[TransitionRecord], versions: Iterable[DocumentVersion]
) -> tuple[TransitionRecord, ...]:
    """The history this actor may read. `versions`: those the actor may see; scores of other versions are left out.

    Insiders read all of it, except that the griffie judged before it gave the dossier back. The council side reads what
    happened in states of its side, and the releases. Residents read only where a public dossier went.
    """
    if is_insider(actor, dossier) and not actor.has(*COUNCIL_SIDE):
        given_back = last_given_back(events)
        return tuple(e for e in events if not _by_griffie(e) or _before(e.at, given_back))
    hashes = {v.sha256 for v in versions}
    council = actor.has(*COUNCIL_SIDE)
    seen = (e for e in events if (_on_council_side(e) if council else _public_move(e)))
    return tuple(e if e.document_hash in hashes else _without_document(e) for e in seen)


def seen_judgements(
    actor: Actor, dossier: Dossier, judgements: Iterable[Judgement], events: Iterable[TransitionRecord]
) -> tuple[Judgement, ...]:
    """The judgements the actor may read, of those on a version the actor may see.

    The council side reads all. Insiders read the griffie's once the dossier was given back to the college after they
    were made. Residents read none.
    """
    if actor.has(*COUNCIL_SIDE):
        return tuple(judgements)
    if not is_insider(actor, dossier):
        return ()
    given_back = last_given_back(events)
    return tuple(j for j in judgements if j.kind is not JudgeKind.GRIFFIE or _before(j.at, given_back))


def last_given_back(events: Iterable[TransitionRecord]) -> datetime | None:
    """When the dossier last went from the council side back to a state of the college, None when it never did."""
    return max((e.at for e in events if e.kind == "verplaatst" and e.side == GIVEN_BACK), default=None)


def _before(moment: datetime, given_back: datetime | None) -> bool:
    return given_back is not None and moment <= given_back


def _by_griffie(event: TransitionRecord) -> bool:
    return (event.kind == "beoordeeld" or event.kind in ADVICE_EVENTS) and event.transition == JudgeKind.GRIFFIE.value


def _on_council_side(event: TransitionRecord) -> bool:
    return event.kind in OPEN_KINDS or event.side in (Side.COUNCIL.value, Side.PUBLIC.value, GIVEN_BACK)


def _public_move(event: TransitionRecord) -> bool:
    return event.kind == "verplaatst" and event.side == Side.PUBLIC.value


def _without_document(event: TransitionRecord) -> TransitionRecord:
    return replace(event, document_hash="", scores=MappingProxyType({}))
