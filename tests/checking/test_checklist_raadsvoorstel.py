"""The shipped checklist: its questions, its examples, its words."""

from __future__ import annotations

import pytest

from sdprocess.content.checklist import Checklist

QUESTIONS = [
    "A1",
    "A2",
    "A3",
    "A4",
    "A5",
    "B1",
    "B2",
    "B3",
    "B4",
    "C1",
    "C2",
    "C3",
    "C4",
    "D1",
    "D2",
    "D3",
    "D4",
    "E1",
    "E2",
    "E3",
    "E4",
    "N1",
    "N2",
    "K1",
    "K2",
    "P1",
]


def test_it_has_exactly_the_questions_of_the_guide(checklist: Checklist):
    assert [q.id for q in checklist.questions] == QUESTIONS
    assert [c.id for c in checklist.criteria] == list("ABCDENKP")


def test_every_question_belongs_to_the_criterion_of_its_letter(checklist: Checklist):
    assert all(q.id.startswith(q.criterion) for q in checklist.questions)


def test_every_rule_carries_the_id_of_its_question(checklist: Checklist):
    assert all(rule.id.startswith(f"{q.id}-") for q in checklist.questions for rule in q.rules)


@pytest.mark.parametrize("attribute", ["ask_writer", "ask_councillor"])
def test_questions_are_questions_of_readable_length(checklist: Checklist, attribute: str):
    for question in checklist.questions:
        asked = getattr(question, attribute)
        assert "?" in asked, question.id
        assert len(asked.split()) <= 25, question.id


def test_the_writer_and_the_councillor_are_asked_in_their_own_words(checklist: Checklist):
    assert all(q.ask_writer != q.ask_councillor for q in checklist.questions)


def test_no_rule_knows_a_place(checklist: Checklist):
    """Rules that name a municipality or a street would be fitted, not understood."""
    places = ("den haag", "helmond", "nieuwkoop", "amsterdam", "haagse")
    cues = [w for words in checklist.notions.values() for w in words]
    for question in checklist.questions:
        for rule in question.rules:
            for value in rule.model_dump().values():
                cues.extend(v for v in value if isinstance(v, str)) if isinstance(value, tuple) else None
    assert [c for c in cues if any(place in c.lower() for place in places)] == []
