"""Moving a dossier along its proceskader."""

from __future__ import annotations

from dataclasses import replace

from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.move import Moved, move
from sdprocess.services.ask_advice import ask_in_state
from sdprocess.services.dossier_file import guard_context, load_file, require_revision, side_of_move
from sdprocess.services.open_follow_up import open_follow_up
from sdprocess.services.plan_terms import due_rule, with_plan
from sdprocess.services.ports import World

MAX_REASON = 4000


def move_dossier(
    world: World, actor: Actor, number: str, *, transition: str, revision: int, reason: str = ""
) -> Moved | tuple[Refusal, ...]:
    """Take a transition in one transaction: version check, guards, state, event, outbox, and the
    dossier that follows where the step opens one. Or give every reason why not.

    Raises NotFound, StaleDossier.
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        require_revision(file.dossier, revision)
        context = guard_context(world, actor, file, reason[:MAX_REASON])
        context = replace(context, due=due_rule(uow, world, file, transition))
        outcome = move(file.workflow, context, transition)
        if not isinstance(outcome, Moved):
            return outcome
        outcome = with_plan(uow, file, outcome)
        saved = uow.dossiers.save(outcome.dossier, revision)
        record = uow.events.append(replace(outcome.record, side=side_of_move(file.state, outcome.to)))
        ask_in_state(uow, world, actor, saved, outcome.to)
        payload = {
            "nummer": saved.number,
            "van": record.from_state,
            "naar": record.to_state,
            "volgnummer": str(record.seq),
        }
        uow.outbox.put("verplaatst", saved.id, payload)
        if outcome.transition.follow_up:
            open_follow_up(uow, world, saved, outcome.transition.follow_up, context.now)
        uow.commit()
    return replace(outcome, dossier=saved, record=record)
