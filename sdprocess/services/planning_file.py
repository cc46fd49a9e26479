"""What is known of a dossier's planning, loaded for one actor, and the one way in which a plan comes into force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType

from sdprocess.content.workflow import Workflow
from sdprocess.domain.design import Design
from sdprocess.domain.dossier import Dossier, Side
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import PlanVersion, Proposal, ShiftRequest, Suspension
from sdprocess.planning.planner import Start
from sdprocess.planning.points import Anchors
from sdprocess.planning.reality import MOVES
from sdprocess.planning.working_days import local_day
from sdprocess.services.dossier_file import DossierFile, load_file, new_record
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import is_steller

COLLEGE_PLANNERS = ("college",)
COUNCIL_PLANNERS = ("griffie", "agendacommissie")
MAX_REASON = 4000
MAX_PARTICIPANTS = 30
LONGEST_NAME = 120


@dataclass(frozen=True, slots=True)
class PlanningFile:
    """A dossier file with its events (oldest first), plans and requests (newest first), and suspensions.

    named: the participants of its adopted procesontwerp.
    """

    file: DossierFile
    events: tuple[TransitionRecord, ...]
    versions: tuple[PlanVersion, ...]
    requests: tuple[ShiftRequest, ...]
    suspensions: tuple[Suspension, ...]
    named: tuple[str, ...] = ()

    @property
    def must_agree(self) -> tuple[str, ...]:
        """Who must consent to a change: whom the procesontwerp names, and whom the plan in force names."""
        planned = self.current.proposal.participants if self.current else ()
        return tuple(dict.fromkeys([*self.named, *planned]))

    @property
    def current(self) -> PlanVersion | None:
        """The plan in force."""
        return self.versions[0] if self.versions else None

    @property
    def open_request(self) -> ShiftRequest | None:
        """The shift that waits for consent: nobody refused, not all agreed, and no other plan came since."""
        number = self.current.number if self.current else 0
        newest = self.requests[0] if self.requests else None
        if newest is None or newest.base != number or newest.refused_by or newest.agreed:
            return None
        return newest


def load_planning(uow: UnitOfWork, world: World, actor: Actor, number: str) -> PlanningFile:
    """The planning of one dossier, unfiltered. Raises NotFound, also when the actor may not know of it."""
    file = load_file(uow, world, actor, number)
    key = file.dossier.id
    return PlanningFile(
        file,
        tuple(uow.events.of_dossier(key)),
        tuple(uow.planning.versions(key)),
        tuple(uow.planning.requests(key)),
        tuple(uow.planning.suspensions(key)),
        named_participants(uow, file.dossier),
    )


def named_participants(uow: UnitOfWork, dossier: Dossier) -> tuple[str, ...]:
    """Whom the procesontwerp names that is the proceskader of this dossier; empty without an adopted one."""
    stored = uow.designs.in_force(dossier.id)
    return () if stored is None or stored.kader != dossier.kader else names_in(stored.design)


def names_in(design: Design) -> tuple[str, ...]:
    """Whom a design names: its director, who decides when it goes differently, and who organises its steps."""
    names = (design.director, design.decides, *(step.organiser for step in design.kept))
    return tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))


def may_plan(actor: Actor, file: DossierFile) -> bool:
    """Whether the actor leads the process now: the steller and the college always, the council side once it has it."""
    if file.dossier.closed:
        return False
    if is_steller(actor, file.dossier) or actor.has(*COLLEGE_PLANNERS):
        return True
    return file.state.side is not Side.COLLEGE and actor.has(*COUNCIL_PLANNERS)


def require_planner(actor: Actor, file: DossierFile) -> None:
    """Raises NotAllowed."""
    if file.dossier.closed:
        raise NotAllowed(reason="dossier-gesloten")
    if not may_plan(actor, file):
        raise NotAllowed(reason="plan-niet-uw-rol")


def reason_of(reason: str, *, field: str = "reason") -> str:
    """The reason that is owed, without spaces around it. Raises InvalidInput."""
    words = reason.strip()
    if not words:
        raise InvalidInput(**{field: "reden-ontbreekt"})
    if len(words) > MAX_REASON:
        raise InvalidInput(**{field: "veld-lang"})
    return words


def start_of(world: World, file: DossierFile) -> Start:
    """A plan begins where the dossier stands, on the day it came there."""
    return Start(local_day(file.dossier.state_since), local_day(world.clock.now()))


def anchors_of(world: World, workflow: Workflow, events: tuple[TransitionRecord, ...], council: date | None) -> Anchors:
    """The days that terms may be counted from."""
    moves = [e for e in events if e.kind in MOVES]
    names = {s.id: s.title for s in workflow.states} | {t.id: t.title for t in workflow.transitions}
    return Anchors(
        reference=local_day(world.clock.now()),
        council=council,
        opened=local_day(moves[0].at) if moves else None,
        states=MappingProxyType({e.to_state: local_day(e.at) for e in moves}),
        moves=MappingProxyType({e.transition: local_day(e.at) for e in moves if e.transition}),
        names=MappingProxyType(names),
    )


def clean_participants(names: tuple[str, ...]) -> tuple[str, ...]:
    """Names without doubles and empty ones. Raises InvalidInput for too many or too long."""
    found = tuple(dict.fromkeys(" ".join(name.split()) for name in names if name.strip()))
    if len(found) > MAX_PARTICIPANTS or any(len(name) > LONGEST_NAME for name in found):
        raise InvalidInput(participants="veld-lang")
    return found


def put_in_force(
    uow: UnitOfWork,
    world: World,
    actor: Actor,
    loaded: PlanningFile,
    proposal: Proposal,
    *,
    request_id: int | None = None,
) -> PlanVersion:
    """Write a plan as the newest version; the dossier's term and council date follow it. The caller commits.

    Raises StaleDossier.
    """
    file = loaded.file
    version = uow.planning.add_version(
        PlanVersion(0, file.dossier.id, 0, world.clock.now(), actor.id, actor.name, proposal, request_id)
    )
    step = version.step(file.dossier.state)
    dossier = replace(
        file.dossier,
        council_date=proposal.council_date or file.dossier.council_date,
        term=step.end if step and step.end else file.dossier.term,
    )
    saved = uow.dossiers.save(dossier, file.dossier.revision)
    told = " ".join([proposal.reason, *proposal.sums]).strip()
    uow.events.append(new_record(world, actor, file, proposal.kind.value, reason=told))
    uow.outbox.put(proposal.kind.value, saved.id, {"nummer": saved.number, "plan": str(version.number)})
    return version


def ask_consent(uow: UnitOfWork, world: World, actor: Actor, loaded: PlanningFile, proposal: Proposal) -> ShiftRequest:
    """Write down a plan that waits for the participants of the plan in force. The caller commits."""
    file, current = loaded.file, loaded.current
    if current is None:
        raise ValueError("no plan to shift")
    request = uow.planning.add_request(
        ShiftRequest(
            0,
            file.dossier.id,
            current.number,
            world.clock.now(),
            actor.id,
            actor.name,
            loaded.must_agree,
            proposal,
        )
    )
    uow.dossiers.save(file.dossier, file.dossier.revision)
    told = " ".join([proposal.reason, *proposal.sums]).strip()
    uow.events.append(new_record(world, actor, file, "instemming-gevraagd", reason=told))
    uow.outbox.put("instemming-gevraagd", file.dossier.id, {"nummer": file.dossier.number})
    return request


def propose(
    uow: UnitOfWork, world: World, actor: Actor, loaded: PlanningFile, proposal: Proposal
) -> tuple[PlanVersion | None, ShiftRequest | None]:
    """Put a plan in force; when there is one already and it or the procesontwerp names participants, ask their consent
    first. The caller commits.
    """
    if loaded.current is not None and loaded.must_agree:
        return None, ask_consent(uow, world, actor, loaded, proposal)
    return put_in_force(uow, world, actor, loaded, proposal), None
