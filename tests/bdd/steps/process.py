"""Steps about the way of a dossier: opening, uploading, moving, judging, releasing."""

from __future__ import annotations

from pytest_bdd import given, parsers, then, when

from sdprocess.domain.dossier import JudgeKind
from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.domain.findings import Verdict
from sdprocess.services import queries
from sdprocess.services.views import QuestionView
from tests.bdd.town import Town


@given(parsers.parse('de gemeente werkt met het proceskader "{kader}"'))
def works_with(town: Town, kader: str) -> None:
    town.kader = kader


@given(parsers.parse('steller Noor opent het dossier "{title}"'))
def opens(town: Town, title: str) -> None:
    town.open(title)


@given(parsers.parse('{who} het stuk "{draft}" uploadt'))
@when(parsers.parse('{who} het stuk "{draft}" uploadt'))
def uploads(town: Town, who: str, draft: str) -> None:
    town.upload(who, draft)


@given(parsers.parse('het dossier staat bij "{state}"'))
def is_brought(town: Town, state: str) -> None:
    town.bring_to(state)


@given("Noor en Bram hebben alle vragen van versie 1 beoordeeld")
def both_judged(town: Town) -> None:
    town.bring_to("Collegiale toets")
    town.agree("Bram")


@given("Noor heeft versie 1 vrijgegeven")
def has_released(town: Town) -> None:
    town.release("Noor")
    assert town.released, town.reasons()


@given("Noor en Bram hebben allebei hetzelfde dossier open")
def both_look(town: Town) -> None:
    town.seen_revision = {who: town.revision(who) for who in ("Noor", "Bram")}


@when(parsers.parse('{who} kiest voor "{title}"'))
def chooses(town: Town, who: str, title: str) -> None:
    town.choose(who, title)


@when(parsers.parse('{who} kiest voor "{title}" met de reden "{reason}"'))
def chooses_with_reason(town: Town, who: str, title: str, reason: str) -> None:
    town.choose(who, title, reason)


@when("Bram met zijn oude scherm een stap probeert te zetten")
def with_old_screen(town: Town) -> None:
    town.choose("Bram", "Stuur terug naar de steller", "Graag aanvullen.", revision=town.seen_revision["Bram"])


@when(parsers.parse("{who} bij elke vraag het oordeel van de toets overneemt"))
def agrees(town: Town, who: str) -> None:
    town.agree(who)


@when(parsers.parse('{who} bij vraag "{question}" oordeelt "{verdict}" met de reden "{reason}"'))
def judges(town: Town, who: str, question: str, verdict: str, reason: str) -> None:
    town.judge(who, question, verdict, reason)
    assert town.error is None


@when(parsers.parse('{who} bij vraag "{question}" oordeelt "{verdict}" zonder reden'))
def judges_bare(town: Town, who: str, question: str, verdict: str) -> None:
    town.judge(who, question, verdict, "")


@when("Noor het voorstel vrijgeeft")
def releases(town: Town) -> None:
    town.release("Noor")
    assert town.released, town.reasons()


@when("Noor het voorstel probeert vrij te geven")
def tries_to_release(town: Town) -> None:
    town.release("Noor")


@when(parsers.parse('Noor het voorstel vrijgeeft met de reden "{reason}"'))
def releases_with_reason(town: Town, reason: str) -> None:
    town.release("Noor", reason)


@then(parsers.parse('staat het dossier bij "{state}"'))
def stands_at(town: Town, state: str) -> None:
    assert town.state("Noor") == state, town.reasons()


@then(parsers.re(r"ziet (?:griffier|raadslid|wethouder) (?P<who>\w+) het dossier"))
def sees(town: Town, who: str) -> None:
    assert town.sees(who)


@then(parsers.re(r"ziet (?:griffier|raadslid|wethouder) (?P<who>\w+) het dossier niet"))
def sees_not(town: Town, who: str) -> None:
    assert not town.sees(who)


@then(parsers.parse('staat in de geschiedenis wie het dossier van "{old}" naar "{new}" bracht'))
def history_tells(town: Town, old: str, new: str) -> None:
    workflow = town.world.library.workflow("raadsvoorstel")
    events = queries.dossier_page(town.world, town.people["Noor"], town.number).events
    found = [
        e
        for e in events
        if e.from_state and workflow.state(e.from_state).title == old and workflow.state(e.to_state).title == new
    ]
    assert [e.actor for e in found] == ["Noor"]
    assert found[0].document_hash
    assert found[0].scores


@then("is er niet vrijgegeven")
def not_released(town: Town) -> None:
    assert town.released is None
    assert queries.dossier_page(town.world, town.people["Noor"], town.number).releases == ()


@then(parsers.parse("noemt het systeem minstens {count:d} redenen"))
def names_reasons(town: Town, count: int) -> None:
    assert len(town.reasons()) >= count


@then(parsers.parse('noemt een van de redenen "{words}"'))
def names_reason(town: Town, words: str) -> None:
    assert any(words in reason for reason in town.reasons()), town.reasons()


@then(parsers.parse('kan Noor "{title}" nog niet kiezen'))
def cannot_choose(town: Town, title: str) -> None:
    town.choose("Noor", title)
    assert town.refusals


@then("kan Noor nog niet vrijgeven")
def cannot_release(town: Town) -> None:
    town.release("Noor")
    assert town.released is None


@then("is de stap geweigerd")
def is_refused(town: Town) -> None:
    assert town.refusals


@then(parsers.parse('staat de reden "{reason}" in de geschiedenis'))
def reason_kept(town: Town, reason: str) -> None:
    events = queries.dossier_page(town.world, town.people["Noor"], town.number).events
    assert reason in [e.reason for e in events]


@then("is versie 1 van het stuk er nog")
def version_kept(town: Town) -> None:
    name, data = queries.document_data(town.world, town.people["Noor"], town.number, 1)
    assert (name, data) == town.draft("sterk")


@then(parsers.parse('staan bij vraag "{question}" de oordelen van de toets, van Noor en van Bram naast elkaar'))
def side_by_side(town: Town, question: str) -> None:
    view = _question(town, "Noor", question)
    assert view.finding.verdict in set(Verdict)
    assert {j.person: j.kind for j in view.judgements} == {"Noor": JudgeKind.SELF, "Bram": JudgeKind.COLLEAGUE}


@then(parsers.parse('is bij vraag "{question}" te zien dat de oordelen verschillen'))
def differ(town: Town, question: str) -> None:
    assert _question(town, "Noor", question).differs


@then("vraagt het systeem om een reden")
def asks_reason(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert set(town.error.fields.values()) == {"oordeel-reden"}


@then(parsers.parse('is bij vraag "{question}" geen oordeel van Bram bewaard'))
def nothing_kept(town: Town, question: str) -> None:
    assert "Bram" not in {j.person for j in _question(town, "Noor", question).judgements}


@then("horen de oordelen van Bram bij versie 1")
def judgements_of_first(town: Town) -> None:
    world, noor = town.world, town.people["Noor"]
    first = queries.proposal_page(world, noor, town.number, 1)
    second = queries.proposal_page(world, noor, town.number, 2)
    assert all("Bram" in {j.person for j in q.judgements} for q in first.questions)
    assert not any(q.judgements for q in second.questions)


@then("krijgt Bram te zien dat het dossier intussen is gewijzigd")
def told_stale(town: Town) -> None:
    assert isinstance(town.error, StaleDossier)
    assert town.state("Noor") == "Collegiale toets"


@then(parsers.parse('ziet raadslid Samira de afwijking "{reason}" met naam en datum'))
def deviation_seen(town: Town, reason: str) -> None:
    release = queries.dossier_page(town.world, town.people["Samira"], town.number).releases[0]
    assert (release.deviation, release.person) == (reason, "Noor")
    assert release.at.year == 2026


@then("ziet raadslid Samira welke eisen niet waren gehaald")
def unmet_seen(town: Town) -> None:
    release = queries.dossier_page(town.world, town.people["Samira"], town.number).releases[0]
    assert any("collegiale toets" in sentence for sentence in release.unmet)


@then("staat bij elke vraag een oordeel")
def all_judged(town: Town) -> None:
    assessment = town.proposal("Noor").assessment
    assert len(assessment.findings) == 26
    assert {f.verdict for f in assessment.findings} <= {Verdict.JA, Verdict.DEELS, Verdict.NEE, Verdict.NVT}


@then('rust elk oordeel "ja" of "deels" op een passage die letterlijk in het stuk staat')
def evidence_is_literal(town: Town) -> None:
    page = town.proposal("Noor")
    held = [f for f in page.assessment.findings if f.verdict in (Verdict.JA, Verdict.DEELS)]
    assert held
    assert all(f.evidence and all(e.quote.holds_in(page.text) for e in f.evidence) for f in held)


@then("is er per criterium een profiel, zonder één eindcijfer")
def profiles(town: Town) -> None:
    assessment = town.proposal("Noor").assessment
    assert {"A", "B", "C", "D", "E"} <= {p.criterion for p in assessment.profiles}
    assert sum(p.total + p.not_applicable for p in assessment.profiles) == 26
    assert not hasattr(assessment, "total")


def _question(town: Town, who: str, question: str) -> QuestionView:
    return next(q for q in town.proposal(who).questions if q.finding.question == question)
