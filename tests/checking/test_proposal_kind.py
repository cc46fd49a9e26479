"""What the kind of proposal changes, and what it never changes: the verdicts."""

from __future__ import annotations

import pytest

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.content.library import load_library
from sdprocess.content.proposal_kinds import ProposalKinds
from sdprocess.domain.findings import Assessment, KindChoice, Verdict, Weight
from tests.checking import samples as s

BODY = s.FILLER[2][0]
CREDIT = ("Raadsvoorstel", "Krediet vernieuwing gymzaal", "Een krediet van € 200.000 beschikbaar te stellen.")
MOTION = ("Motie Groen", "De raad, in vergadering bijeen, verzoekt het college bomen te planten.")


@pytest.fixture(scope="module")
def kinds() -> ProposalKinds:
    made = load_library().proposal_kinds("raadsvoorstel")
    assert made
    return made


def judged(checklist: Checklist, kinds: ProposalKinds, *lines: str, choice: str = "", title: str = "") -> Assessment:
    text = s.text_of(("", "aanhef", [*lines, BODY]), *s.GOOD[1:], title=title)
    return assess(text, checklist, kinds, KindChoice(choice) if choice else None)


def test_the_kind_rests_on_the_subject_line(checklist: Checklist, kinds: ProposalKinds) -> None:
    profile = judged(checklist, kinds, *CREDIT).kind_profile
    assert profile
    assert (profile.kind, profile.recognised, profile.words) == ("krediet", "krediet", "Krediet vernieuwing gymzaal")
    assert profile.content == kinds.ref


def test_a_subject_under_its_label_goes_before_a_word_elsewhere(checklist: Checklist, kinds: ProposalKinds) -> None:
    lines = ("Raadsvoorstel", "Onderwerp", "Krediet gymzaal", "In te stemmen met de visie op sport.")
    profile = judged(checklist, kinds, *lines, title="Portefeuillehouder A. de Vries").kind_profile
    assert profile
    assert (profile.kind, profile.words) == ("krediet", "Krediet gymzaal")


def test_a_kind_changes_no_verdict(checklist: Checklist, kinds: ProposalKinds) -> None:
    text = s.text_of(("", "aanhef", [*CREDIT, BODY]), *s.GOOD[1:], title="")
    assert assess(text, checklist, kinds).findings == assess(text, checklist).findings


@pytest.mark.parametrize(
    ("question", "weight"),
    [("B3", Weight.STRENG), ("E1", Weight.LICHT), ("B4", Weight.NVT), ("A1", Weight.GEWOON)],
)
def test_how_a_question_counts_follows_from_the_kind(
    checklist: Checklist, kinds: ProposalKinds, question: str, weight: Weight
) -> None:
    assert judged(checklist, kinds, *CREDIT).weight(question) is weight


@pytest.mark.parametrize(
    ("weight", "verdict", "asked"),
    [
        pytest.param("A1", Verdict.JA, False, id="gewoon-ja"),
        pytest.param("A1", Verdict.DEELS, True, id="gewoon-deels"),
        pytest.param("B3", Verdict.DEELS, True, id="streng-deels"),
        pytest.param("B3", Verdict.NEE, True, id="streng-nee"),
        pytest.param("E1", Verdict.DEELS, False, id="licht-deels-is-genoeg"),
        pytest.param("E1", Verdict.NEE, True, id="licht-nee"),
        pytest.param("B4", Verdict.NEE, True, id="past-misschien-niet"),
        pytest.param("A1", Verdict.NVT, False, id="nvt"),
    ],
)
def test_what_is_left_to_ask(
    checklist: Checklist, kinds: ProposalKinds, weight: str, verdict: Verdict, asked: bool
) -> None:
    assert judged(checklist, kinds, *CREDIT).asks(weight, verdict) is asked


def test_what_to_mend_begins_with_the_strict_questions_and_leaves_the_doubtful_out(
    checklist: Checklist, kinds: ProposalKinds
) -> None:
    text = s.text_of(("", "aanhef", [*CREDIT, BODY]), title="")
    found = assess(text, checklist, kinds)
    order = [f.question for f in found.to_mend()]
    weights = [found.weight(q) for q in order]
    assert found.finding("B4").verdict is Verdict.NEE
    assert "B4" not in order
    assert weights == sorted(weights, key=[Weight.STRENG, Weight.GEWOON, Weight.LICHT].index)
    assert weights[0] is Weight.STRENG


def test_a_person_may_say_it_is_another_kind(checklist: Checklist, kinds: ProposalKinds) -> None:
    found = judged(checklist, kinds, *CREDIT, choice="visie")
    assert found.kind_profile
    assert (found.kind_profile.kind, found.kind_profile.recognised) == ("visie", "krediet")
    assert found.kind_profile.choice == KindChoice("visie")
    assert found.recognition.proposals == ("visie", "voorstel")
    assert found.weight("E1") is Weight.STRENG


def test_saying_that_a_decision_is_procedural_makes_its_questions_nvt(
    checklist: Checklist, kinds: ProposalKinds
) -> None:
    text = s.text_of(("", "aanhef", ["Raadsvoorstel", "Regeling loting", "De loting vast te stellen.", BODY]), title="")
    assert assess(text, checklist, kinds).finding("B1").verdict is not Verdict.NVT
    chosen = assess(text, checklist, kinds, KindChoice("procedureel"))
    assert chosen.recognition.kind == "procedureel"
    assert chosen.finding("B1").verdict is Verdict.NVT
    back = assess(text, checklist, kinds, KindChoice("visie"))
    assert back.recognition.kind == "raadsvoorstel"


def test_what_looks_like_a_motie_is_judged_when_somebody_says_it_is_a_proposal(
    checklist: Checklist, kinds: ProposalKinds
) -> None:
    assert not judged(checklist, kinds, *MOTION).recognition.judged
    assert judged(checklist, kinds, *MOTION).kind_profile is None
    insisted = judged(checklist, kinds, *MOTION, choice="initiatief")
    assert insisted.recognition.judged
    assert insisted.kind_profile


@pytest.mark.parametrize(
    ("lines", "kind"),
    [
        pytest.param(["The council is asked to adopt the policy on sports and culture."] * 12, "andere-taal", id="en"),
        pytest.param(["Der Rat wird gebeten, die Satzung über den Sport zu beschließen."] * 12, "andere-taal", id="de"),
        pytest.param(["Le conseil adopte le règlement sur les sports et la culture."] * 12, "andere-taal", id="fr"),
        pytest.param(["%%% 12 # 88 §§ 77 == 1.2.3 || //// 0x0 ~~ &&"] * 20, "onleesbaar", id="tekens"),
        pytest.param(
            ["Beschrijf hier kort wat de aanleiding is.", "Geef hier aan welke risico's er zijn."] * 9,
            "sjabloon",
            id="format",
        ),
        pytest.param([], "leeg", id="leeg"),
    ],
)
def test_a_gate_that_nobody_can_talk_open(
    checklist: Checklist, kinds: ProposalKinds, lines: list[str], kind: str
) -> None:
    text = s.text_of(("", "aanhef", lines), title="")
    for choice in (None, KindChoice("krediet")):
        found = assess(text, checklist, kinds, choice)
        assert (found.recognition.kind, found.recognition.judged) == (kind, False)
        assert found.kind_profile is None


def test_a_kind_that_is_not_there_is_an_error(checklist: Checklist, kinds: ProposalKinds) -> None:
    with pytest.raises(KeyError):
        judged(checklist, kinds, *CREDIT, choice="bestaat-niet")
