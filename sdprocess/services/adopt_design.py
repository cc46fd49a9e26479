"""Adopting a procesontwerp: from then on it is the proceskader of its dossier."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from sdprocess.content.library import Library
from sdprocess.domain.design import AdoptedDesign, Adoption, Design, DesignState, DesignVersion, StoredDesign
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput, NotAllowed, StaleDossier
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.design_kader import base_of, compile_design
from sdprocess.planning.working_days import in_words, local_day
from sdprocess.services.make_design import DIRECTORS, may_direct, to_read
from sdprocess.services.plan_dossier import plan_dossier
from sdprocess.services.planning_file import PlanningFile, load_planning
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.upgrade_dossier import adopt_kader_for_dossier
from sdprocess.texts.nl import say

MAX_BODY = 300


def adopt_design(
    world: World, actor: Actor, number: str, *, on: date, body: str, state: str, revision: int, dossier_revision: int
) -> Dossier | tuple[Refusal, ...]:
    """Record that the design was adopted or noted, and bring the dossier on it; or every reason why not.

    Its planning is then the planning of the dossier, unless its council date cannot be met: the planning page says why.
    An amendment comes in the place of the design before it; where people must consent to its planning, the plan and
    the term of before hold until they do.
    on: the day it was decided; body: by whom. state: key of the step where the dossier then stands. revision: of the
    design that the reader saw. Raises NotFound, NotAllowed, StaleDossier, InvalidInput, InvalidContent.
    """
    with world.uow(write=True) as uow:
        dossier, stored = to_read(uow, actor, number)
        if not may_direct(actor, dossier):
            raise NotAllowed(reason="geen-rol", roles=", ".join(DIRECTORS))
        if not stored.is_concept:
            raise NotAllowed(reason="ontwerp-vast")
        if stored.revision != revision:
            raise StaleDossier(seen=revision, current=stored.revision)
        loaded = load_planning(uow, world, actor, number)
        adopted = _adopted(world, stored, on, body.strip())
        if state not in {s.key for s in stored.design.kept} | kept_aside(loaded):
            raise InvalidInput(state="ontwerp-keuze-onbekend")
        if (waits := waiting(loaded)) is not None:
            return (waits,)
        outcome = adopt_kader_for_dossier(
            uow,
            world,
            actor,
            dossier,
            yaml_text=kader_text(uow, world, dossier, stored.design),
            origin=f"procesontwerp {dossier.number}",
            state_map={dossier.state: state},
            revision=dossier_revision,
            reason=decision_sentence(adopted),
            planned=held_day(loaded, state),
        )
        if not isinstance(outcome, Dossier):
            return outcome
        _written(uow, world, actor, replace(adopted, kader=outcome.kader), revision)
        uow.commit()
    return _planned(world, actor, outcome, adopted)


def _written(uow: UnitOfWork, world: World, actor: Actor, adopted: StoredDesign, revision: int) -> None:
    """The design as it is now, as it was adopted, and as a kept version."""
    now, note = world.clock.now(), decision_sentence(adopted)
    uow.designs.save(replace(adopted, changed_at=now, changed_by=actor.name), revision)
    if adopted.decided_on is not None and adopted.kader is not None:
        said = (adopted.state, adopted.decided_on, adopted.decided_by, adopted.kader, adopted.design)
        uow.designs.add_adoption(AdoptedDesign(0, adopted.id, 0, now, actor.name, *said))
    uow.designs.add_version(DesignVersion(0, adopted.id, 0, now, actor.name, note, adopted.design))


def held_day(loaded: PlanningFile, state: str) -> date | None:
    """The day of a state in the plan that holds until its participants consent to another one."""
    current = loaded.current if loaded.must_agree else None
    step = current.step(state) if current else None
    return step.end if step else None


def waiting(loaded: PlanningFile) -> Refusal | None:
    """Why nothing can be adopted now: a shift of the plan in force waits for consent."""
    request = loaded.open_request
    return Refusal("plan-wacht-al", facts={"names": ", ".join(request.waiting_for)}) if request else None


def kept_aside(loaded: PlanningFile) -> set[str]:
    """The side path where a dossier stands, which it need not leave for a design; empty on the main line."""
    state = loaded.file.state
    return {state.id} if state.aside and not state.end else set()


def wished_day(world: World, design: Design) -> date | None:
    """The council date that a design wishes, when it has not gone by."""
    return design.council_date if design.council_date and design.council_date >= _today(world) else None


def _planned(world: World, actor: Actor, dossier: Dossier, adopted: StoredDesign) -> Dossier:
    """The dossier with the planning of its design in force. A transaction of its own: only now the kader is there."""
    wished, why = wished_day(world, adopted.design), decision_sentence(adopted)
    try:
        plan_dossier(world, actor, dossier.number, revision=dossier.revision, wished=wished, reason=why)
    except (InvalidInput, NotAllowed, StaleDossier):
        return dossier  # who may adopt need not be who may plan, and somebody may have been quick: adopted it is
    with world.uow() as uow:
        return uow.dossiers.get(dossier.number)


def _today(world: World) -> date:
    return local_day(world.clock.now())


def decision_sentence(stored: StoredDesign) -> str:
    """`Vastgesteld door de raad op donderdag 3 december 2026.`; empty for a concept."""
    if stored.is_concept or stored.decided_on is None:
        return ""
    return say(f"ontwerp-besloten-{stored.state}", body=stored.decided_by, day=in_words(stored.decided_on))


def kader_text(uow: UnitOfWork, world: World, dossier: Dossier, design: Design) -> str:
    """The proceskader that a design is, as the text of a file. Raises NotFound, ContentChanged."""
    workflow = world.library.pinned_workflow(design.base)
    base = base_of(workflow, _text_of(uow, world.library, design.base))
    return compile_design(
        design,
        base,
        kader_id=f"ontwerp-{dossier.number.lower()}",
        version=_next_version(uow, dossier),
        title=say("ontwerp-kader-titel", title=dossier.title),
        about=say("ontwerp-kader-over", number=dossier.number),
    )


def _next_version(uow: UnitOfWork, dossier: Dossier) -> str:
    """The version counts on with each adoption, also after one was taken back."""
    stored = uow.designs.of_dossier(dossier.id)
    there = {a.kader.version for a in uow.designs.adoptions(stored.id)} if stored else set()
    return f"{len(there) + 1}.0.0"


def _text_of(uow: UnitOfWork, library: Library, ref: ContentRef) -> str:
    stored = uow.kaders.get(ref)
    if stored is not None:
        return stored.text
    return (library.root / "workflows" / ref.id / f"{ref.version}.yaml").read_text("utf-8")


def _adopted(world: World, stored: StoredDesign, on: date, body: str) -> StoredDesign:
    """The design as adopted. Raises InvalidInput with everything that is missing."""
    problems: dict[str, str] = {}
    if stored.design.adoption is None:
        problems["adoption"] = "ontwerp-vaststellen-kies"
    if not body:
        problems["body"] = "veld-leeg"
    elif len(body) > MAX_BODY:
        problems["body"] = "veld-lang"
    if on > _today(world):
        problems["on"] = "ontwerp-dag-komt-nog"
    if problems:
        raise InvalidInput(**problems)
    noted = stored.design.adoption is Adoption.NOTED
    return replace(stored, state=DesignState.NOTED if noted else DesignState.ADOPTED, decided_on=on, decided_by=body)
