"""A councillor's own list of questions on a released proposal. Nobody else reads it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from sdprocess.content.checklist import Checklist
from sdprocess.domain.dossier import CouncilQuestion, Judgement
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.findings import Assessment, Verdict, Weight
from sdprocess.domain.people import Actor
from sdprocess.engine.counting import LINE
from sdprocess.services.dossier_file import load_file
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import require_role, seen_versions

KINDS = ("technisch", "politiek")
MAX_TEXT = 1000
MAX_QUESTIONS = 200
Item = tuple[int, bool, str, str, str]
"""(id, taken, text, kind, note); id 0 is a question of the councillor's own."""


def question_list(world: World, actor: Actor, number: str) -> Sequence[CouncilQuestion]:
    """The list, made on the first visit from what the newest released version leaves open.

    A question that a later release leaves open is added; what stands on the list stays. Raises NotFound, NotAllowed.
    """
    require_role(actor, "raadslid")
    with world.uow() as uow:
        dossier_id, kept, missing = _kept_and_missing(uow, world, actor, number)
    if not missing:
        return kept
    with world.uow(write=True) as uow:
        dossier_id, _, missing = _kept_and_missing(uow, world, actor, number)
        for new in missing:
            uow.council_questions.save(new)
        uow.commit()
        return uow.council_questions.of(dossier_id, actor.id)


def save_questions(world: World, actor: Actor, number: str, items: Sequence[Item]) -> Sequence[CouncilQuestion]:
    """Keep what the councillor ticked and wrote; gives the whole list. Raises NotFound, NotAllowed, InvalidInput."""
    require_role(actor, "raadslid")
    with world.uow(write=True) as uow:
        dossier = load_file(uow, world, actor, number).dossier
        own = {q.id: q for q in uow.council_questions.of(dossier.id, actor.id)}
        _check(items, own, len(own))
        for key, taken, text, kind, note in items:
            base = own[key] if key else CouncilQuestion(0, dossier.id, actor.id, "", "", kind, taken)
            changed = replace(base, taken=taken, text=text.strip(), kind=kind, note=note.strip())
            if changed != base:
                uow.council_questions.save(changed)
        uow.commit()
        return uow.council_questions.of(dossier.id, actor.id)


def open_questions(assessment: Assessment, judgements: Sequence[Judgement]) -> tuple[str, ...]:
    """Ids of the questions that are open or partly answered: by who looked last in the line, else by the machine.

    What the kind of proposal takes lightly is asked only when nothing was answered; see `Assessment.asks`.
    """

    def in_force(question: str, machine: Verdict) -> Verdict:
        for kind in LINE:
            made = [j for j in judgements if j.question == question and j.kind is kind]
            if made:
                return max(made, key=lambda j: (j.at, j.id)).verdict
        return machine

    by_hand = {j.question for j in judgements if j.kind in LINE}
    verdicts = ((f.question, in_force(f.question, f.verdict)) for f in assessment.findings)
    return tuple(q for q, verdict in verdicts if assessment.asks(q, verdict) and _suits(assessment, q, by_hand))


def _suits(assessment: Assessment, question: str, by_hand: set[str]) -> bool:
    """A question that may not suit this kind of proposal is only asked when a person found it open."""
    return assessment.weight(question) is not Weight.NVT or question in by_hand


def _kept_and_missing(
    uow: UnitOfWork, world: World, actor: Actor, number: str
) -> tuple[int, Sequence[CouncilQuestion], list[CouncilQuestion]]:
    file = load_file(uow, world, actor, number)
    versions = seen_versions(actor, file.dossier, file.versions, file.releases)
    stored = uow.assessments.latest(versions[0].id) if versions else None
    if stored is None:
        raise NotFound(kind="versie", id=number)
    kept = uow.council_questions.of(file.dossier.id, actor.id)
    asked = {q.question for q in kept}
    judgements = uow.judgements.current(stored.version_id)
    wanted = [q for q in open_questions(stored.assessment, judgements) if q not in asked]
    used, known = stored.assessment.checklist.id, {ref.id for ref in world.library.checklist_refs()}
    checklist = world.library.checklist(used) if used in known else file.checklist
    return file.dossier.id, kept, _questions(checklist, wanted, file.dossier.id, actor)


def _questions(checklist: Checklist, wanted: Sequence[str], dossier_id: int, actor: Actor) -> list[CouncilQuestion]:
    """In the council's wording; a question that the checklist no longer has is left out."""
    return [
        CouncilQuestion(0, dossier_id, actor.id, q.id, q.ask_councillor, q.addressee, taken=False)
        for q in checklist.questions
        if q.id in wanted
    ]


def _check(items: Sequence[Item], own: dict[int, CouncilQuestion], count: int) -> None:
    for key, _, text, kind, note in items:
        if key and key not in own:
            raise NotFound(kind="raadsvraag", id=str(key))
        if not text.strip():
            raise InvalidInput(text="veld-leeg")
        if len(text) > MAX_TEXT or len(note) > MAX_TEXT:
            raise InvalidInput(text="veld-lang")
        if kind not in KINDS:
            raise InvalidInput(kind="vraag-soort")
    if count + sum(1 for item in items if not item[0]) > MAX_QUESTIONS:
        raise InvalidInput(questions="vragen-te-veel")
