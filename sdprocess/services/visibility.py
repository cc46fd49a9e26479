"""Who may know of a dossier and what of it. The rules and their reasons: docs/adr/0009-zichtbaarheid.md.

Insiders are the steller of the dossier, toetsers and the college: they see it from its first day. The council side sees
it after the hand-over, everyone sees it once it is public; both see released versions only. A beheerder manages people
and content and is no insider.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from types import MappingProxyType

from sdprocess.domain.dossier import DocumentVersion, Dossier, JudgeKind, Judgement, Release, Side
from sdprocess.domain.errors import NotAllowed, NotFound
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import COLLEGE_SIDE, COUNCIL_SIDE, Actor
from sdprocess.services.ports import DossierScope

INSIDER_ROLES = ("toetser", "college")
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
    """The dossiers the actor's lists may hold."""
    return DossierScope(visible_sides(actor), actor.id if actor.has("steller") else 0, today)


def is_insider(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor sees all versions and the whole history."""
    return actor.has(*INSIDER_ROLES) or is_steller(actor, dossier)


def is_steller(actor: Actor, dossier: Dossier) -> bool:
    """Whether the actor wrote this dossier."""
    return actor.has("steller") and actor.id == dossier.steller_id


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
    actor: Actor, dossier: Dossier, events: Iterable[TransitionRecord], versions: Iterable[DocumentVersion]
) -> tuple[TransitionRecord, ...]:
    """The history this actor may read. `versions`: those the actor may see; scores of other versions are left out.

    Insiders read all of it, except what the griffie judged. The council side reads what happened since the hand-over,
    and the releases. Residents read only where a public dossier went.
    """
    if is_insider(actor, dossier):
        return tuple(e for e in events if not (e.kind == "beoordeeld" and e.transition == JudgeKind.GRIFFIE.value))
    hashes = {v.text_hash for v in versions}
    council = actor.has(*COUNCIL_SIDE)
    seen = (e for e in events if (_after_hand_over(e) if council else _public_move(e)))
    return tuple(e if e.document_hash in hashes else _without_document(e) for e in seen)


def seen_judgements(
    actor: Actor, dossier: Dossier, judgements: Iterable[Judgement], events: Iterable[TransitionRecord]
) -> tuple[Judgement, ...]:
    """Judgements on a version the actor may see.

    The griffie's stay with the council side until the dossier was given back to the college after they were made.
    Councillors and residents do not see who checked what inside the house: only steller's and colleagues' outcome on a
    released version, which is what stands beside the machine's.
    """
    if actor.has(*COUNCIL_SIDE):
        return tuple(judgements)
    if not is_insider(actor, dossier):
        return ()
    given_back = max((e.at for e in events if is_given_back(e)), default=None)
    return tuple(
        j for j in judgements if j.kind is not JudgeKind.GRIFFIE or (given_back is not None and j.at <= given_back)
    )


def is_given_back(event: TransitionRecord) -> bool:
    """Whether a move brought the dossier (back) to the college side."""
    return event.kind == "verplaatst" and event.side == Side.COLLEGE.value


def _after_hand_over(event: TransitionRecord) -> bool:
    return event.kind in OPEN_KINDS or event.side in (Side.COUNCIL.value, Side.PUBLIC.value)


def _public_move(event: TransitionRecord) -> bool:
    return event.kind == "verplaatst" and event.side == Side.PUBLIC.value


def _without_document(event: TransitionRecord) -> TransitionRecord:
    return replace(event, document_hash="", scores=MappingProxyType({}))
