"""A short evaluation of the process itself: three questions, answered by whoever takes part."""

from __future__ import annotations

from sdprocess.content.workflow import State
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import ProcessEvaluation
from sdprocess.services.dossier_file import load_file, new_record
from sdprocess.services.ports import World
from sdprocess.texts.nl import say

MAX_ANSWER = 2000
DEFAULT = ("evaluatie-vraag-goed", "evaluatie-vraag-beter", "evaluatie-vraag-afspraak")


def questions_of(state: State) -> tuple[str, ...]:
    """The three questions of a state: its own, or those that fit every process."""
    return state.process_questions or tuple(say(code) for code in DEFAULT)


def evaluate_process(
    world: World, actor: Actor, number: str, *, answers: tuple[str, str, str], key: str = ""
) -> ProcessEvaluation | None:
    """Keep what somebody answers in the state of now; None when this form had been handled before.

    Raises NotFound, NotAllowed, InvalidInput when nothing was answered.
    """
    given = tuple(answer.strip() for answer in answers)
    if not any(given):
        raise InvalidInput(answers="evaluatie-leeg")
    if any(len(answer) > MAX_ANSWER for answer in given):
        raise InvalidInput(answers="veld-lang")
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        if not actor.roles or actor.roles == {"beheerder"}:
            raise NotAllowed(reason="evaluatie-niet-uw-rol")
        if key and not uow.planning.first_time(file.dossier.id, key):
            return None
        made = uow.planning.add_evaluation(
            ProcessEvaluation(
                0,
                file.dossier.id,
                file.dossier.state,
                world.clock.now(),
                actor.id,
                actor.name,
                questions_of(file.state),
                given,
                file.state.side.value,
            )
        )
        uow.events.append(new_record(world, actor, file, "proces-evaluatie"))
        uow.commit()
    return made
