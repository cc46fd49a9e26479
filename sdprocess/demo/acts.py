"""One step of a history, done by its person through the service that a page would use."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import timedelta

from sdprocess.demo.designs import amend, make
from sdprocess.demo.plan import Act, Opinion
from sdprocess.domain.councils import Outcome
from sdprocess.domain.dossier import Release
from sdprocess.domain.errors import SdprocessError
from sdprocess.domain.findings import Verdict
from sdprocess.domain.people import Actor
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.move import Moved, words
from sdprocess.planning.working_days import local_day
from sdprocess.services.add_version import add_version
from sdprocess.services.give_advice import give_advice
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.keep_councils import CouncilDecision, add_council, keep_council
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.plan_dossier import plan_dossier
from sdprocess.services.ports import World
from sdprocess.services.queries_dossier import dossier_page
from sdprocess.services.queries_proposal import proposal_page
from sdprocess.services.record_decision import record_decision
from sdprocess.services.release_proposal import release_proposal
from sdprocess.services.take_questions import question_list, save_questions
from sdprocess.services.track_choices import choices_page, take_over
from sdprocess.services.views import QuestionView


class DemoRefused(SdprocessError):  # noqa: N818  named as the errors of the domain
    """A step of the demo data is refused by the engine: the data and the workflow disagree."""

    code = "demo-geweigerd"


def perform(world: World, actor: Actor, number: str, act: Act, uploads: Mapping[str, bytes]) -> None:
    """Do it, at the moment of the world's clock. Raises DemoRefused with every reason when the engine says no."""
    with world.uow() as uow:
        revision = uow.dossiers.get(number).revision
    if act.file:
        add_version(world, actor, number, filename=act.file, data=uploads[act.file], revision=revision)
    elif act.judge:
        _judge(world, actor, number, act)
    elif act.release:
        _done(number, act, release_proposal(world, actor, number, revision=revision, deviation=act.deviation))
    elif act.transition:
        moved = move_dossier(world, actor, number, transition=act.transition, revision=revision, reason=act.reason)
        _done(number, act, moved)
    elif act.councils:
        _councils(world, actor, number, act)
    elif act.decided:
        record_decision(world, actor, number, decided=act.decided, revision=revision)
    elif act.design is not None:
        make(world, actor, number, act.design)
    else:
        _listed(world, actor, number, act)


def _listed(world: World, actor: Actor, number: str, act: Act) -> None:
    """The planning, advice, the choices for later, or the questions of a councillor."""
    if act.plan:
        with world.uow() as uow:
            revision = uow.dossiers.get(number).revision
        plan_dossier(world, actor, number, revision=revision, reason=act.reason)
        return
    if act.amended is not None:
        amend(world, actor, number, act.amended)
    elif act.advice:
        _advise(world, actor, number, act)
    elif act.choices:
        found = choices_page(world, actor, number).found
        take_over(world, actor, number, quotes=[c.quote.text for c in found])
    else:
        _take(world, actor, number, act.questions)


def _done(number: str, act: Act, outcome: Moved | Release | tuple[Refusal, ...]) -> None:
    if isinstance(outcome, tuple):
        why = " ".join(map(words, outcome))
        raise DemoRefused(number=number, act=act.transition or "vrijgave", why=why)


def _advise(world: World, actor: Actor, number: str, act: Act) -> None:
    """Answer the request with this title, about the newest version."""
    page = dossier_page(world, actor, number)
    asked = next(view for view in page.advice.now if view.title == act.advice)
    about = page.current.number if page.current else None
    give_advice(
        world,
        actor,
        number,
        asked.id,
        verdict=act.answer,
        text=act.remark,
        revision=asked.revision,
        version=about,
    )


def _judge(world: World, actor: Actor, number: str, act: Act) -> None:
    page = proposal_page(world, actor, number)
    made = [_judgement(question, act) for question in page.questions]
    judge_questions(world, actor, number, version_id=page.version.id, judgements=made)


def _judgement(question: QuestionView, act: Act) -> NewJudgement:
    """The plan's opinion where it has one; else that of who judged before; else the machine's."""
    machine = question.finding
    opinion = _opinion(question, act)
    if opinion is None:
        reason = machine.why if machine.verdict is Verdict.NVT else ""
        return NewJudgement(machine.question, machine.verdict, reason)
    if opinion.verdict is machine.verdict and opinion.verdict is not Verdict.NVT:
        return NewJudgement(machine.question, machine.verdict)
    return NewJudgement(machine.question, opinion.verdict, opinion.reason, opinion.quote)


def _opinion(question: QuestionView, act: Act) -> Opinion | None:
    if question.finding.question in act.others:
        return act.others[question.finding.question]
    before = [j for j in question.judgements if j.kind.value != act.judge]
    if before:
        last = max(before, key=lambda j: j.at)
        return Opinion(oordeel=last.verdict, reden=f"Ik kom op hetzelfde uit als {last.person}.")
    open_to_people = question.finding.verdict in (Verdict.NIET_BEOORDEELD, Verdict.NVT)
    return act.rest if open_to_people else None


def _councils(world: World, actor: Actor, number: str, act: Act) -> None:
    """Each council with its day, and what those decided that met before this moment."""
    today = local_day(world.clock.now()) + timedelta(days=act.days if isinstance(act.days, int) else 0)
    for plan in act.councils:
        day = plan.day(today)
        council = add_council(world, actor, number, name=plan.name, meets=day)
        if plan.outcome is not Outcome.OPEN:
            decision = CouncilDecision(day, plan.outcome, day, plan.words)
            keep_council(world, actor, number, council.id, decision=decision, revision=council.revision)


def _take(world: World, actor: Actor, number: str, wanted: Sequence[str]) -> None:
    items = question_list(world, actor, number)
    save_questions(
        world, actor, number, [(q.id, q.question in wanted, q.text, q.kind, q.note) for q in items if q.question]
    )
