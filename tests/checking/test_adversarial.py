"""Texts that look like an answer and are none. None of them gets an answered question."""

from __future__ import annotations

import pytest

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.content.refs import content_root
from sdprocess.domain.findings import Verdict
from sdprocess.reading import read_text
from tests.checking import samples as s

UNDESERVED = {
    "headings-only": s.HEADINGS_ONLY,
    "headings-with-nvt": s.EMPTY_SECTIONS,
    "format-with-its-instructions": s.TEMPLATE,
    "list-of-keywords": s.KEYWORDS,
    "everything-in-the-annex": s.ANNEX_ONLY,
    "cues-only-in-quotations": s.QUOTED,
    "gibberish-with-cue-words": s.GIBBERISH,
}


@pytest.mark.parametrize("name", UNDESERVED)
def test_no_question_is_answered_by_a_text_that_says_nothing(checklist: Checklist, name: str):
    result = assess(s.text_of(s.DECISION, s.FILLER, *UNDESERVED[name]), checklist)
    assert result.recognition.judged
    assert [f.question for f in result.findings if f.verdict is Verdict.JA] == []


@pytest.mark.parametrize("name", sorted(set(UNDESERVED) - {"everything-in-the-annex"}))
def test_no_question_is_half_answered_either_but_for_the_decision_itself(checklist: Checklist, name: str):
    result = assess(s.text_of(s.DECISION, s.FILLER, *UNDESERVED[name]), checklist)
    assert {f.question for f in result.findings if f.verdict is Verdict.DEELS} <= {"K1"}


def test_what_is_only_in_the_annex_says_so(checklist: Checklist):
    result = assess(s.text_of(s.DECISION, s.FILLER, *s.ANNEX_ONLY), checklist)
    partly = [f for f in result.findings if f.verdict is Verdict.DEELS and f.question != "K1"]
    assert partly
    assert all("bijlage" in f.why_not_higher for f in partly)


def test_one_paragraph_repeated_counts_once(checklist: Checklist):
    paragraph = "Er is een risico dat de kosten stijgen en dat nemen wij voor lief in deze gemeente."
    once = assess(s.text_of(s.DECISION, s.FILLER, ("Risico", "risicos", [paragraph])), checklist)
    often = assess(s.text_of(s.DECISION, s.FILLER, ("Risico", "risicos", [paragraph] * 12)), checklist)
    assert [f.verdict for f in once.findings] == [f.verdict for f in often.findings]


def test_a_format_with_instructions_left_in_is_told(checklist: Checklist):
    result = assess(s.text_of(s.DECISION, s.FILLER, *s.TEMPLATE), checklist)
    assert [(n.code, n.count) for n in result.notes] == [("sjabloontekst", len(s.TEMPLATE))]


@pytest.mark.parametrize(
    ("sections", "kind"),
    [
        pytest.param(s.MOTION, "motie", id="motie"),
        pytest.param(s.INCOMING, "ingekomen-stukken", id="ingekomen-stukken"),
        pytest.param(s.ENGLISH, "andere-taal", id="english"),
        pytest.param((("", "aanhef", []),), "leeg", id="nothing"),
        pytest.param((("", "aanhef", ["Het plein is van steen en er staan bomen op."]),), "te-kort", id="too-short"),
    ],
)
def test_what_is_no_proposal_gets_a_reason_and_no_verdicts(checklist: Checklist, sections, kind: str):
    result = assess(s.text_of(*sections, title=""), checklist)
    assert result.recognition.kind == kind
    assert not result.recognition.judged
    assert {f.verdict for f in result.findings} == {Verdict.NIET_BEOORDEELD}
    assert all(p.answered == p.partly == p.open == 0 for p in result.profiles)


def test_a_proposal_that_says_it_all_is_recognised_as_such(checklist: Checklist):
    result = assess(s.text_of(*s.GOOD), checklist)
    counted = [f.verdict for f in result.findings]
    assert counted.count(Verdict.JA) >= 20
    assert Verdict.NEE not in counted


def test_our_own_format_without_a_word_filled_in_answers_nothing(checklist: Checklist):
    source = (content_root() / "templates" / "documenten" / "raadsvoorstel.md").read_text("utf-8")
    result = assess(read_text(source, fmt="md"), checklist)
    assert {f.question for f in result.findings if f.verdict in (Verdict.JA, Verdict.DEELS)} == set()


@pytest.mark.parametrize(
    "line",
    [
        pytest.param("Portefeuillehouder | Ö. Bakker (zorg, jeugd en duurzaamheid)", id="een veld boven de tekst"),
        pytest.param("Wat zijn de gevolgen voor de gezondheid en het verkeer in de wijk?", id="een vraag"),
    ],
)
def test_fields_and_questions_are_no_answer(checklist: Checklist, line: str):
    if "|" in line:
        line = f"| Onderwerp | Een proef met een buurtkamer |\n|---|---|\n| {line} |"
    (decide, _, decision), (why, _, filler) = s.DECISION, s.FILLER
    source = f"# Raadsvoorstel buurtkamer\n\n{line}\n\n## {decide}\n\n{decision[0]}\n\n## {why}\n\n{filler[0]}\n"
    result = assess(read_text(source, fmt="md"), checklist)
    assert result.recognition.judged
    assert result.finding("A4").verdict is Verdict.NEE
