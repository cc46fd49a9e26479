"""The report as plain text for a terminal or a mail."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from sdprocess.domain.findings import Readability
from sdprocess.publish.insight_tables import InsightTable, place, tables_of
from sdprocess.publish.report_view import CriterionReport, Passage, QuestionReport, Report
from sdprocess.publish.report_words import attachments_sentence, readability_facts, sentence_weight
from sdprocess.texts.nl import say

WIDTH = 100
INDENT = "      "


def as_text(report: Report) -> str:
    """The whole report, at most 100 columns wide."""
    return "\n".join(_lines(report)) + "\n"


def _lines(report: Report) -> Iterator[str]:
    yield from _wrap(report.title)
    yield from _wrap(_origin(report))
    if not report.judged:
        yield ""
        yield from _wrap(say("rapport-niet-beoordeeld", reason=report.reason))
        if not report.text_hash:
            return
    else:
        yield from _kind(report)
        yield from _profile(report)
        for criterion in report.criteria:
            yield from _criterion(criterion)
    if report.readability:
        yield from _readability(report.readability)
    if report.insights:
        yield from ("", say("inzicht-titel"))
        yield from _wrap(say("inzicht-uitleg"))
        for table in tables_of(report.insights, report.register):
            yield from _insights(table)
    yield from _reading(report)


def _origin(report: Report) -> str:
    parts = [report.document, report.kind_title]
    parts.append(say("rapport-checklist", title=report.checklist_title, version=report.checklist.version))
    return " · ".join(p for p in parts if p)


def _kind(report: Report) -> Iterator[str]:
    for at, line in enumerate(report.kind_lines):
        yield from _wrap(line, first="  - " if at else "")


def _profile(report: Report) -> Iterator[str]:
    widest = max(len(c.title) for c in report.criteria)
    yield from ("", say("rapport-profiel"))
    for c in report.criteria:
        counts = ", ".join(f"{number} {word}" for word, number in c.counts)
        yield f"  {c.id:2} {c.title:{widest}}  {_bar(c)}  {counts}"
    yield say("rapport-legenda")


def _bar(criterion: CriterionReport) -> str:
    """Ten cells at most matter: one cell per question, padded so that the counts stand in line."""
    cells = "█" * criterion.answered + "▒" * criterion.partly + "░" * criterion.open + "·" * criterion.not_judged
    return f"{cells:6}"


def _criterion(criterion: CriterionReport) -> Iterator[str]:
    heading = f"{criterion.id}  {criterion.title}"
    yield from ("", heading, "-" * len(heading))
    for question in criterion.questions:
        yield from _question(question)


def _question(question: QuestionReport) -> Iterator[str]:
    yield ""
    yield from _wrap(f"{question.id:4}{question.ask_writer}", first=" ")
    label = f" ({question.weight_label})" if question.weight_label else ""
    yield from _wrap(f"{question.verdict_words.upper()}{label}: {question.why}", first=INDENT)
    if question.why_not_higher:
        yield from _wrap(question.why_not_higher, first=INDENT)
    for passage in question.evidence:
        yield from _wrap(_quoted(passage), first=INDENT + "- ")
    if not question.open:
        return
    if question.looked_in:
        yield from _wrap(say("rapport-gezocht-in", where=", ".join(question.looked_in)), first=INDENT)
    if question.nearest:
        yield from _wrap(say("rapport-dichtbij", quote=_quoted(question.nearest)), first=INDENT)
    yield from _wrap(say("rapport-tip", tip=question.tip), first=INDENT)
    asks = say("rapport-raadslid-vraagt", question=question.ask_councillor, addressee=question.addressee_words)
    yield from _wrap(asks, first=INDENT)


def _quoted(passage: Passage) -> str:
    return f"«{' '.join(passage.text.split())}» ({passage.place})"


def _readability(readability: Readability) -> Iterator[str]:
    yield from ("", say("rapport-leesbaarheid"))
    for name, value in readability_facts(readability):
        yield f"  {name:44} {value}"
    if readability.heaviest:
        yield f"  {say('rapport-zwaarste-zinnen')}"
    for heavy in readability.heaviest:
        yield from _wrap(f"«{heavy.quote.text}» ({sentence_weight(heavy)})", first="  - ")


def _insights(table: InsightTable) -> Iterator[str]:
    """Each row as a list of its cells: a table of sentences does not fit a terminal."""
    yield from ("", table.title, "-" * len(table.title))
    yield from _wrap(table.caption if table.rows else table.nothing)
    for row in table.rows:
        yield from _wrap(row.shown[0], first="  - ")
        told = "; ".join(f"{head}: {cell}" for head, cell in zip(table.heads[1:], row.shown[1:], strict=True))
        yield from _wrap(told, first=INDENT)
        for quote in row.passages:
            yield from _wrap(f"«{' '.join(quote.text.split())}» ({place(quote)})", first=INDENT)
    for note in table.notes:
        yield from _wrap(note)


def _reading(report: Report) -> Iterator[str]:
    yield from ("", say("rapport-gelezen"))
    if report.read:
        yield from _wrap(say("rapport-gelezen-secties", sections=", ".join(report.read)), first="  ")
    yield from _wrap(attachments_sentence(report), first="  ")
    for note in report.notes:
        yield from _wrap(note, first="  - ")


def _wrap(text: str, *, first: str = "") -> list[str]:
    following = " " * len(first) if first.strip() else first
    return textwrap.wrap(text, WIDTH, initial_indent=first, subsequent_indent=following, break_long_words=False) or [
        first
    ]
