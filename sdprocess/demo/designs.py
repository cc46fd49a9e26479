"""The procesontwerpen of the demo: begun, filled in and adopted through the ordinary services."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import timedelta

from pydantic import BaseModel, ConfigDict, Field

from sdprocess.domain.design import Adoption, Ask, Design, Reach, Writer
from sdprocess.domain.people import Actor
from sdprocess.planning.working_days import local_day
from sdprocess.services.adopt_design import adopt_design
from sdprocess.services.amend_design import begin_amendment
from sdprocess.services.make_design import begin, change
from sdprocess.services.ports import World


class AskedIn(BaseModel):
    """What is asked of society in a step, and who organises it."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    ask: Ask | None = Field(None, alias="vraag")
    asked: str = Field("", alias="gevraagd")
    organiser: str = Field("", alias="organisator")


class DesignPlan(BaseModel):
    """A procesontwerp of the demo. place: adopted with the dossier there; empty = it stays a concept.

    council: days ahead of the wished council date.
    """

    model_config = ConfigDict(frozen=True, extra="forbid")
    base: str = Field(alias="basis")
    writer: Writer | None = Field(None, alias="schrijver")
    adoption: Adoption | None = Field(None, alias="vaststellen")
    body: str = Field("", alias="orgaan")
    reach: Reach | None = Field(None, alias="reikwijdte")
    frames: tuple[str, ...] = Field((), alias="kaders")
    society: str = Field("", alias="samenleving")
    director: str = Field("", alias="regisseur")
    coordination: str = Field("", alias="afstemming")
    decides: str = Field("", alias="beslist")
    council: int | None = Field(None, alias="raad")
    left_out: tuple[str, ...] = Field((), alias="zonder")
    steps: Mapping[str, AskedIn] = Field(default_factory=dict, alias="stappen")
    place: str = Field("", alias="plaats")


class AmendPlan(BaseModel):
    """An amendment of an adopted procesontwerp, adopted in its turn. takes: step -> how long it now takes."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    takes: Mapping[str, str] = Field(default_factory=dict, alias="duur")
    planning: str = Field("", alias="planning")
    body: str = Field(alias="orgaan")
    place: str = Field(alias="plaats")


def amend(world: World, actor: Actor, number: str, plan: AmendPlan) -> None:
    """Begin an amendment, change it, and adopt it."""

    def edit(design: Design) -> Design:
        for key, takes in plan.takes.items():
            step = design.step(key)
            design = design.with_step(replace(step, plan=replace(step.plan, takes=takes)))
        return replace(design, planning=plan.planning, council_date=None)

    begun = begin_amendment(world, actor, number)
    filled = change(world, actor, number, revision=begun.revision, edit=edit)
    _adopt(world, actor, number, body=plan.body, place=plan.place, revision=filled.revision)


def _adopt(world: World, actor: Actor, number: str, *, body: str, place: str, revision: int) -> None:
    with world.uow() as uow:
        dossier = uow.dossiers.get(number)
    today = local_day(world.clock.now())
    adopt_design(
        world, actor, number, on=today, body=body, state=place, revision=revision, dossier_revision=dossier.revision
    )


def make(world: World, actor: Actor, number: str, plan: DesignPlan) -> None:
    """Begin it, make its choices, and adopt it when the plan says where the dossier then stands."""
    begun = begin(world, actor, number, base_id=plan.base)
    today = local_day(world.clock.now())
    council = today + timedelta(days=plan.council) if plan.council else None
    filled = change(
        world, actor, number, revision=begun.revision, edit=lambda d: replace(_filled(d, plan), council_date=council)
    )
    if plan.place:
        _adopt(world, actor, number, body=plan.body, place=plan.place, revision=filled.revision)


def _filled(design: Design, plan: DesignPlan) -> Design:
    for key, said in plan.steps.items():
        step = replace(design.step(key), ask=said.ask, asked=said.asked, organiser=said.organiser)
        design = design.with_step(step)
    for key in plan.left_out:
        design = design.with_step(replace(design.step(key), kept=False))
    return replace(
        design,
        writer=plan.writer,
        adoption=plan.adoption,
        body=plan.body,
        reach=plan.reach,
        frames=plan.frames,
        society=plan.society,
        director=plan.director,
        coordination=plan.coordination,
        decides=plan.decides,
    )
