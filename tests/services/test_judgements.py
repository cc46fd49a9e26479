from __future__ import annotations

from dataclasses import replace

import pytest

from sdprocess.domain.dossier import JudgeKind
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.findings import Verdict
from sdprocess.services.dossier_file import load_files
from sdprocess.services.judge_question import NewJudgement, _problem, judge_kind, judge_questions
from sdprocess.services.queries import proposal_page
from tests.services.conftest import DRAFT, Town

QUOTE = "De leskaart sluit aan bij het beleidsplan  Meedoen 2023"


def other(verdict: Verdict) -> Verdict:
    return Verdict.DEELS if verdict is not Verdict.DEELS else Verdict.JA


def test_the_machine_and_three_people_stand_side_by_side(town: Town) -> None:
    dossier = town.at("griffie")
    page = proposal_page(town.world, town.who("griffie"), dossier.number)
    machine = page.questions[0].finding.verdict
    for who, verdict in [("steller", machine), ("toetser", other(machine)), ("griffie", machine)]:
        new = NewJudgement(page.questions[0].finding.question, verdict, "gelezen", QUOTE)
        (kept,) = judge_questions(
            town.world, town.who(who), dossier.number, version_id=page.version.id, judgements=[new]
        )
        assert kept.agrees is (verdict is machine)
    shown = proposal_page(town.world, town.who("griffie"), dossier.number)
    first = shown.questions[0]
    assert [j.kind for j in first.judgements] == [JudgeKind.SELF, JudgeKind.COLLEAGUE, JudgeKind.GRIFFIE]
    assert first.differs
    assert first.own == first.judgements[2]
    assert not shown.questions[1].differs
    assert shown.questions[1].own is None


RULES = [
    # verdict relative to the machine's, reason, quote, code ("" = kept)
    pytest.param("same", "", "", "", id="confirming needs no reason"),
    pytest.param("other", "", "", "oordeel-reden", id="overruling owes a reason"),
    pytest.param("other", " \n ", "", "oordeel-reden", id="spaces are no reason"),
    pytest.param("other", "Staat in paragraaf 2.", "", "", id="overruling with a reason"),
    pytest.param("nvt", "", "", "oordeel-reden", id="nvt owes a reason"),
    pytest.param("nvt", "Er is geen uitvoerder.", "", "", id="nvt with a reason"),
    pytest.param("niet-beoordeeld", "x", "", "oordeel-kies", id="not judging is no judgement"),
    pytest.param("same", "", QUOTE, "", id="a quote with other spaces"),
    pytest.param("same", "", "Dit staat er niet.", "citaat-niet-gevonden", id="a quote that is not there"),
    pytest.param("same", "x" * 2001, "", "veld-lang", id="too long"),
]


@pytest.mark.parametrize(("verdict", "reason", "quote", "code"), RULES)
def test_what_a_judgement_owes(town: Town, verdict: str, reason: str, quote: str, code: str) -> None:
    dossier = town.at("concept")
    page = proposal_page(town.world, town.who("steller"), dossier.number)
    finding = next(f for f in page.assessment.findings if f.verdict in (Verdict.JA, Verdict.NEE))
    chosen = {"same": finding.verdict, "other": other(finding.verdict)}.get(verdict) or Verdict(verdict)
    new = NewJudgement(finding.question, chosen, reason, quote)
    good = NewJudgement(page.assessment.findings[-1].question, Verdict.DEELS, "gezien")

    def judge() -> object:
        return judge_questions(
            town.world, town.who("steller"), dossier.number, version_id=page.version.id, judgements=[new, good]
        )

    if not code:
        assert len(judge()) == 2  # type: ignore[arg-type]
        return
    with pytest.raises(InvalidInput) as refused:
        judge()
    assert refused.value.fields == {finding.question: code}
    with town.world.uow() as uow:
        assert uow.judgements.current(page.version.id) == []


@pytest.mark.parametrize(("reason", "code"), [("", "oordeel-reden"), ("Er is geen uitvoerder.", "")])
def test_nvt_owes_a_reason_also_when_the_machine_said_nvt_itself(reason: str, code: str) -> None:
    assert _problem(NewJudgement("C1", Verdict.NVT, reason), {"C1": Verdict.NVT}, "") == code


def test_an_unknown_and_a_doubled_question_are_refused(town: Town) -> None:
    dossier = town.at("concept")
    page = proposal_page(town.world, town.who("steller"), dossier.number)
    new = [NewJudgement(q, Verdict.NVT, "x") for q in ("Z9", "A1", "A1")]
    with pytest.raises(InvalidInput) as refused:
        judge_questions(town.world, town.who("steller"), dossier.number, version_id=page.version.id, judgements=new)
    assert refused.value.fields == {"Z9": "vraag-onbekend", "questions": "vraag-dubbel"}


def test_saying_the_same_again_is_not_kept_twice_and_saying_otherwise_supersedes(town: Town) -> None:
    dossier = town.at("concept")
    page = proposal_page(town.world, town.who("steller"), dossier.number)

    def judge(verdict: Verdict, reason: str) -> int:
        new = NewJudgement("A1", verdict, reason)
        return len(
            judge_questions(
                town.world, town.who("steller"), dossier.number, version_id=page.version.id, judgements=[new]
            )
        )

    assert [judge(Verdict.NVT, "a"), judge(Verdict.NVT, " a "), judge(Verdict.NVT, "b")] == [1, 0, 1]
    with town.world.uow() as uow:
        assert [j.reason for j in uow.judgements.current(page.version.id)] == ["b"]
        told = [e for e in uow.events.of_dossier(dossier.id) if e.kind == "beoordeeld"]
    assert [(e.transition, e.reason) for e in told] == [("zelf", "A1"), ("zelf", "A1")]


KINDS = [
    pytest.param({"steller"}, True, JudgeKind.SELF, id="the steller"),
    pytest.param({"steller", "toetser"}, True, JudgeKind.SELF, id="a toetser is no colleague of himself"),
    pytest.param({"toetser"}, True, None, id="who wrote it does not check it, also without the role of steller"),
    pytest.param({"steller"}, False, None, id="another steller"),
    pytest.param({"toetser"}, False, JudgeKind.COLLEAGUE, id="a colleague"),
    pytest.param({"steller", "toetser"}, False, JudgeKind.COLLEAGUE, id="a steller who also checks"),
    pytest.param({"griffie"}, False, JudgeKind.GRIFFIE, id="the griffie"),
    pytest.param({"college"}, False, None, id="the college"),
    pytest.param({"raadslid", "agendacommissie"}, False, None, id="councillors"),
    pytest.param({"beheerder"}, False, None, id="the beheerder"),
    pytest.param(set(), False, None, id="a resident"),
]


@pytest.mark.parametrize(("roles", "wrote_it", "kind"), KINDS)
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_as_whom_somebody_judges(town: Town, roles: set[str], wrote_it: bool, kind: JudgeKind | None) -> None:
    dossier = town.opened()
    actor = replace(town.who("steller" if wrote_it else "steller2"), roles=frozenset(roles))
    with town.world.uow() as uow:
        file = load_files(uow, town.world, [dossier])[dossier.id]
    assert judge_kind(actor, file) is kind
    assert judge_kind(actor, replace(file, dossier=replace(dossier, closed=True))) is None


def test_a_judgement_is_bound_to_the_newest_version(town: Town) -> None:
    dossier = town.at("concept")
    first = proposal_page(town.world, town.who("toetser"), dossier.number)
    town.judged(dossier, "toetser")
    town.uploaded(dossier, DRAFT + "\nNieuwe zin.")
    with pytest.raises(StaleDossier) as stale:
        judge_questions(
            town.world,
            town.who("toetser"),
            dossier.number,
            version_id=first.version.id,
            judgements=[NewJudgement("A1", Verdict.NVT, "x")],
        )
    assert stale.value.facts == {"seen": 1, "current": 2}
    second = proposal_page(town.world, town.who("toetser"), dossier.number)
    assert all(not q.judgements for q in second.questions)
    old = proposal_page(town.world, town.who("toetser"), dossier.number, 1)
    assert (old.judge_kind, second.judge_kind) == ("", "collega")
    assert all(q.judgements for q in old.questions)


def test_the_griffie_judges_the_released_version_also_when_a_newer_draft_exists(town: Town) -> None:
    dossier = town.at("griffie")
    draft = town.uploaded(dossier, DRAFT + "\nNieuwe zin.")
    town.judged(dossier, "griffie")
    with town.world.uow() as uow:
        assert uow.judgements.current(draft.id) == []
    with pytest.raises(NotFound):
        judge_questions(town.world, town.who("griffie"), dossier.number, version_id=draft.id, judgements=[])


def test_who_has_no_role_in_it_cannot_judge(town: Town) -> None:
    dossier = town.at("raad")
    page = proposal_page(town.world, town.who("griffie"), dossier.number)
    for who in ("college", "raadslid", "agendacommissie", "beheerder", "steller2"):
        assert proposal_page(town.world, town.who(who), dossier.number).judge_kind == ""
        with pytest.raises(NotAllowed):
            judge_questions(town.world, town.who(who), dossier.number, version_id=page.version.id, judgements=[])
