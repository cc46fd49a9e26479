"""The term of a state when a dossier arrives in it: what the plan says, otherwise what the proceskader says."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from types import MappingProxyType

from sdprocess.content.workflow import Workflow
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.planning import Dated
from sdprocess.domain.terms import Relative, Term
from sdprocess.engine.context import TermRule
from sdprocess.engine.move import Moved
from sdprocess.planning.terms import term_of
from sdprocess.planning.working_days import local_day
from sdprocess.services.dossier_file import DossierFile
from sdprocess.services.planning_file import anchors_of
from sdprocess.services.ports import UnitOfWork, World


def due_rule(uow: UnitOfWork, world: World, file: DossierFile, transition: str) -> TermRule:
    """How a term becomes a day for this dossier, when it makes this move now. Events are read only when a term asks."""

    def rule(term: Term, at: datetime) -> Dated:
        if not isinstance(term.latest, Relative):
            return term_of(term, at, world.calendar)
        events = tuple(uow.events.of_dossier(file.dossier.id))
        anchors = anchors_of(world, file.workflow, events, file.dossier.council_date)
        moves = MappingProxyType({**anchors.moves, transition: local_day(at)})
        return term_of(term, at, world.calendar, replace(anchors, moves=moves))

    return rule


def standing_rule(uow: UnitOfWork, world: World, dossier: Dossier, workflow: Workflow) -> TermRule:
    """How a term becomes a day for a dossier that stays where it is, as if it had been on this kader all along."""

    def rule(term: Term, at: datetime) -> Dated:
        if not isinstance(term.latest, Relative):
            return term_of(term, at, world.calendar)
        events = tuple(uow.events.of_dossier(dossier.id))
        return term_of(term, at, world.calendar, anchors_of(world, workflow, events, dossier.council_date))

    return rule


def with_plan(uow: UnitOfWork, file: DossierFile, moved: Moved) -> Moved:
    """The move with the term of the plan in force. After a step back the plan's day is past its use: the proceskader
    gives a new term.
    """
    if moved.dossier.closed or file.workflow.is_back(moved.transition, file.dossier.state):
        return moved
    versions = uow.planning.versions(file.dossier.id)
    step = versions[0].step(moved.to.id) if versions else None
    if step is None or step.end is None:
        return moved
    return replace(
        moved,
        dossier=replace(moved.dossier, term=step.end),
        term=Dated(step.end, " ".join(step.why), precision=step.precision),
    )
