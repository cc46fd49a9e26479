from __future__ import annotations

from dataclasses import replace

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.domain.findings import Assessment, Verdict
from sdprocess.domain.text import BlockKind, Paragraph, Section, SourceText
from tests.checking import samples as s


def good(checklist: Checklist) -> Assessment:
    return assess(s.text_of(*s.GOOD), checklist)


def test_there_is_one_finding_for_every_question_in_order(checklist: Checklist):
    assert [f.question for f in good(checklist).findings] == [q.id for q in checklist.questions]


def test_the_same_text_gives_the_same_assessment_to_the_byte(checklist: Checklist):
    assert repr(good(checklist)).encode() == repr(good(checklist)).encode()


def test_a_fresh_copy_of_the_checklist_gives_the_same_assessment(checklist: Checklist):
    assert repr(assess(s.text_of(*s.GOOD), checklist.model_copy())) == repr(good(checklist))


def test_every_quote_stands_in_the_text(checklist: Checklist):
    text = s.text_of(*s.GOOD)
    quotes = [e.quote for f in good(checklist).findings for e in f.evidence]
    assert quotes
    assert all(q.holds_in(text) for q in quotes)


def test_quotes_are_a_passage_a_reader_can_take_in(checklist: Checklist):
    lengths = [len(e.quote.text.split()) for f in good(checklist).findings for e in f.evidence]
    assert max(lengths) <= 70
    assert min(lengths) >= 6


def test_a_sentence_of_two_hundred_words_is_quoted_around_what_was_found(checklist: Checklist):
    padding = "en wij lopen over het plein met de bomen "
    sentence = "Wij zien het plein " + padding * 15 + "en het risico is dat de wachtlijst groeit " + padding * 10 + "."
    found = assess(s.text_of(s.DECISION, s.FILLER, ("Gevolgen", "", [sentence])), checklist).finding("B3")
    assert found.verdict is Verdict.DEELS
    assert "risico" in found.evidence[0].quote.text
    assert len(found.evidence[0].quote.text.split()) <= 70


def test_no_finding_is_silent_about_its_reason(checklist: Checklist):
    for f in good(checklist).findings:
        assert f.why.endswith("."), f.question
        assert bool(f.why_not_higher) is (f.verdict in (Verdict.DEELS, Verdict.NEE)), f.question
        assert f.looked_in, f.question


def test_every_rule_reports_whether_it_found_its_element(checklist: Checklist):
    for f in good(checklist).findings:
        assert [e.rule for e in f.elements] == [r.id for r in checklist.question(f.question).rules]


def test_profiles_count_every_question_once(checklist: Checklist):
    profiles = good(checklist).profiles
    counted = sum(p.answered + p.partly + p.open + p.not_applicable + p.not_judged for p in profiles)
    assert counted == len(checklist.questions)
    assert [p.criterion for p in profiles] == [c.id for c in checklist.criteria]


def test_the_title_of_the_file_changes_no_verdict(checklist: Checklist):
    text = s.text_of(*s.GOOD)
    renamed = replace(text, title="Raadsvoorstel buurtkamer (definitief) 2")
    assert [f.verdict for f in assess(text, checklist).findings] == [
        f.verdict for f in assess(renamed, checklist).findings
    ]


def test_curly_quotes_change_no_verdict(checklist: Checklist):
    curly = tuple((h, n, [t.replace("'", "’") for t in ts]) for h, n, ts in s.GOOD)
    assert [f.verdict for f in assess(s.text_of(*curly), checklist).findings] == [
        f.verdict for f in good(checklist).findings
    ]


def test_nee_shows_the_nearest_miss(checklist: Checklist):
    near = ("Toelichting", "", ["De evaluatie van de vorige regeling staat in een rapport dat het college heeft."])
    finding = assess(s.text_of(s.DECISION, s.FILLER, near), checklist).finding("C2")
    assert finding.verdict in (Verdict.DEELS, Verdict.NEE)
    assert finding.evidence or finding.nearest


def test_annexes_that_were_not_read_are_named(checklist: Checklist):
    text = replace(s.text_of(*s.GOOD), attachments=("Nota Buurtkamers",))
    assert assess(text, checklist).unread_attachments == ("Nota Buurtkamers",)


def test_a_table_is_evidence_too(checklist: Checklist):
    table = Paragraph(
        "t1", "doel | nu | streefwaarde\nbezoekers | 40 | minimaal 300 inwoners in 2027", 1, BlockKind.TABLE
    )
    base = s.text_of(s.DECISION, s.FILLER)
    text = SourceText(
        "Raadsvoorstel", "plak", (*base.sections, Section("s9", "Doelen", 1, ("doel",), paragraphs=(table,)))
    )
    assert assess(text, checklist).finding("E1").verdict in (Verdict.JA, Verdict.DEELS)


def test_a_section_of_bare_annexes_is_no_evidence(checklist: Checklist):
    listed = ("Bijlagen", "bijlagen", ["Evaluatie van de proef in 2024 waaruit bleek dat het risico klein is."])
    result = assess(s.text_of(s.DECISION, s.FILLER, listed), checklist)
    assert {f.verdict for f in result.findings if f.question != "K1"} == {Verdict.NEE}
