"""A toets in words, ready to be printed in any form: the json, text, markdown and html reports all show this value."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from sdprocess.checking.frames import held_against
from sdprocess.checking.insights import insights
from sdprocess.content.checklist import Checklist, Question
from sdprocess.domain.findings import (
    Assessment,
    ContentRef,
    Element,
    Finding,
    KindProfile,
    Readability,
    Verdict,
    Weight,
)
from sdprocess.domain.frames import Frame, HeldAgainst
from sdprocess.domain.insights import Insights
from sdprocess.domain.text import Quote, ReadingNote, SourceText
from sdprocess.publish.kind_words import consequences, kind_sentence, weight_label
from sdprocess.texts.nl import say

Register = tuple[Sequence[Frame], date]
JUDGED = "beoordeeld"
NOT_JUDGED = "niet-beoordeeld"


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of the document with their place. element and rule are empty for a near miss."""

    text: str
    section: str
    paragraph: int
    page: int | None
    element: str = ""
    rule: str = ""

    @property
    def place(self) -> str:
        """The place as people write it: `Uitvoering, al. 2, blz. 3`."""
        parts = [self.section or say("rapport-aanhef"), say("rapport-alinea", number=self.paragraph)]
        if self.page is not None:
            parts.append(say("rapport-bladzijde", number=self.page))
        return ", ".join(parts)


@dataclass(frozen=True, slots=True)
class QuestionReport:
    """One question with its verdict. good and weak: the examples that belong to the tip."""

    id: str
    criterion: str
    ask_writer: str
    verdict: Verdict
    why: str
    why_not_higher: str
    evidence: tuple[Passage, ...]
    elements: tuple[Element, ...]
    looked_in: tuple[str, ...]
    nearest: Passage | None
    tip: str
    good: str
    weak: str
    ask_councillor: str
    addressee: str
    weight: Weight = Weight.GEWOON

    @property
    def verdict_words(self) -> str:
        return say(f"rapport-oordeel-{self.verdict}")

    @property
    def addressee_words(self) -> str:
        return say(f"rapport-gericht-{self.addressee}")

    @property
    def open(self) -> bool:
        """Whether a councillor still has something to ask."""
        return self.verdict is Verdict.NEE or (self.verdict is Verdict.DEELS and self.weight is not Weight.LICHT)

    @property
    def weight_label(self) -> str:
        return weight_label(self.weight, self.verdict)


@dataclass(frozen=True, slots=True)
class CriterionReport:
    """One criterion: how its questions came out, and the questions themselves."""

    id: str
    title: str
    answered: int
    partly: int
    open: int
    not_applicable: int
    not_judged: int
    questions: tuple[QuestionReport, ...]

    @property
    def total(self) -> int:
        """Questions that count: nvt left out."""
        return self.answered + self.partly + self.open + self.not_judged

    @property
    def counts(self) -> tuple[tuple[str, int], ...]:
        """(word, number) of each way a question can come out, in a fixed order; those with 0 left out."""
        numbers = (self.answered, self.partly, self.open, self.not_applicable, self.not_judged)
        named = zip(Verdict, numbers, strict=True)
        return tuple((say(f"rapport-oordeel-{verdict}"), number) for verdict, number in named if number)


@dataclass(frozen=True, slots=True)
class Report:
    """The whole report of one document. status: `beoordeeld` or `niet-beoordeeld`; reason says why not, else empty.

    kind: code of the recognised kind, "" when the document could not be read. read: headings; unread: attachments.
    """

    document: str
    title: str
    format: str
    kind: str
    kind_title: str
    status: str
    reason: str
    checklist: ContentRef
    checklist_title: str
    text_hash: str
    criteria: tuple[CriterionReport, ...]
    readability: Readability | None = None
    read: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    insights: Insights | None = None
    register: HeldAgainst | None = None
    kind_profile: KindProfile | None = None

    @property
    def kind_lines(self) -> tuple[str, ...]:
        """The kind of proposal, what it rests on and what it changes; empty when nothing was judged."""
        return (kind_sentence(self.kind_profile), *consequences(self.kind_profile)) if self.kind_profile else ()

    @property
    def judged(self) -> bool:
        return self.status == JUDGED

    @property
    def questions(self) -> tuple[QuestionReport, ...]:
        """All questions, by criterion."""
        return tuple(question for criterion in self.criteria for question in criterion.questions)


def report_of(
    document: str,
    text: SourceText,
    assessment: Assessment,
    checklist: Checklist,
    register: Register | None = None,
) -> Report:
    """The report of a text that was read. `document` is the name of the file, without its folder.

    register: the adopted frames to hold the text against, and the day on which they must be in force.
    """
    recognition = assessment.recognition
    found = insights(text, assessment) if recognition.judged else None
    held = held_against(found.decisions, text, register[0], today=register[1]) if found and register else None
    reason = "" if recognition.judged else say(f"soort-{recognition.reason}")
    return Report(
        document=document,
        title=text.title or document,
        format=text.format,
        kind=recognition.kind,
        kind_title=_kind_title(recognition.kind, checklist),
        status=JUDGED if recognition.judged else NOT_JUDGED,
        reason=reason,
        checklist=assessment.checklist,
        checklist_title=checklist.title,
        text_hash=assessment.text_hash,
        criteria=_criteria(assessment.findings, checklist, assessment.kind_profile),
        readability=assessment.readability,
        read=assessment.read_sections,
        unread=assessment.unread_attachments,
        notes=tuple(_note(note) for note in assessment.notes),
        insights=found,
        register=held,
        kind_profile=assessment.kind_profile,
    )


def unjudged(document: str, reason: str, checklist: Checklist) -> Report:
    """The report of a file that could not be read or judged: every question `niet-beoordeeld`, and the reason."""
    why = say("toets-niet-beoordeeld", reason=reason)
    findings = tuple(Finding(q.id, Verdict.NIET_BEOORDEELD, why) for q in checklist.questions)
    return Report(
        document=document,
        title=document,
        format="",
        kind="",
        kind_title="",
        status=NOT_JUDGED,
        reason=reason,
        checklist=checklist.ref,
        checklist_title=checklist.title,
        text_hash="",
        criteria=_criteria(findings, checklist),
    )


def _criteria(
    findings: tuple[Finding, ...], checklist: Checklist, kind: KindProfile | None = None
) -> tuple[CriterionReport, ...]:
    made = [_question(checklist.question(finding.question), finding, kind) for finding in findings]
    return tuple(
        _criterion(criterion.id, criterion.title, tuple(q for q in made if q.criterion == criterion.id))
        for criterion in checklist.criteria
    )


def _criterion(criterion_id: str, title: str, questions: tuple[QuestionReport, ...]) -> CriterionReport:
    answered, partly, unanswered, not_applicable, not_judged = (
        sum(question.verdict is verdict for question in questions) for verdict in Verdict
    )
    return CriterionReport(criterion_id, title, answered, partly, unanswered, not_applicable, not_judged, questions)


def _question(question: Question, finding: Finding, kind: KindProfile | None) -> QuestionReport:
    return QuestionReport(
        id=question.id,
        criterion=question.criterion,
        ask_writer=question.ask_writer,
        verdict=finding.verdict,
        why=finding.why,
        why_not_higher=finding.why_not_higher,
        evidence=tuple(_passage(e.quote, e.element, e.rule) for e in finding.evidence),
        elements=finding.elements,
        looked_in=finding.looked_in,
        nearest=_passage(finding.nearest) if finding.nearest else None,
        tip=question.tip.text,
        good=question.tip.good,
        weak=question.tip.weak,
        ask_councillor=question.ask_councillor,
        addressee=question.addressee,
        weight=kind.weight(question.id) if kind else Weight.GEWOON,
    )


def _passage(quote: Quote, element: str = "", rule: str = "") -> Passage:
    return Passage(quote.text, quote.section, quote.paragraph_number, quote.page, element, rule)


def _kind_title(kind: str, checklist: Checklist) -> str:
    kinds = (*checklist.recognising.documents, *checklist.recognising.proposals)
    return next((k.title for k in kinds if k.id == kind), kind.replace("-", " "))


def _note(note: ReadingNote) -> str:
    return say(f"lezen-{note.code}", count=note.count, detail=note.detail)
