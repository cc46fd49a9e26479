"""Writing down what a participant says of a shift. The last yes puts it in force."""

from __future__ import annotations

from dataclasses import dataclass, replace

from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.people import Actor
from sdprocess.domain.plan_record import Consent, PlanVersion
from sdprocess.domain.refusal import Refusal
from sdprocess.services.dossier_file import new_record, require_revision
from sdprocess.services.planning_file import MAX_REASON, load_planning, put_in_force, require_planner
from sdprocess.services.ports import World
from sdprocess.texts.nl import say


@dataclass(frozen=True, slots=True)
class ConsentOutcome:
    """version: the plan that came into force by it, None while others must still speak or somebody refused."""

    consent: Consent | None
    version: PlanVersion | None = None
    repeated: bool = False


def give_consent(
    world: World,
    actor: Actor,
    number: str,
    *,
    participant: str,
    agrees: bool,
    revision: int,
    note: str = "",
    key: str = "",
) -> ConsentOutcome | tuple[Refusal, ...]:
    """What one participant said, written down by themselves or by who leads the process. A refusal needs a note.

    Raises NotFound, NotAllowed, InvalidInput, StaleDossier.
    """
    with world.uow(write=True) as uow:
        loaded = load_planning(uow, world, actor, number)
        if actor.name != participant or not actor.roles:
            require_planner(actor, loaded.file)
        if key and not uow.planning.first_time(loaded.file.dossier.id, key):
            return ConsentOutcome(None, loaded.current, repeated=True)
        require_revision(loaded.file.dossier, revision)
        request = loaded.open_request
        if request is None:
            return (Refusal("instemming-niet-gevraagd"),)
        if participant not in request.waiting_for:
            raise InvalidInput(participant="instemming-wie")
        words = note.strip()[:MAX_REASON]
        if not agrees and not words:
            raise InvalidInput(note="reden-ontbreekt")
        consent = uow.planning.add_consent(
            Consent(0, request.id, participant, agrees, words, world.clock.now(), actor.id, actor.name)
        )
        code = "instemming-ja" if agrees else "instemming-nee"
        told = " ".join([say(code, name=participant), words]).strip()
        uow.events.append(new_record(world, actor, loaded.file, "instemming", reason=told))
        version = None
        if replace(request, consents=(*request.consents, consent)).agreed:
            version = put_in_force(uow, world, actor, loaded, request.proposal, request_id=request.id)
        else:
            uow.dossiers.save(loaded.file.dossier, revision)
        uow.commit()
    return ConsentOutcome(consent, version)
