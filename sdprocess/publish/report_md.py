"""The report as Markdown. Words out of the document are escaped: they can never become markup."""

from __future__ import annotations

import re
from collections.abc import Iterator

from sdprocess.domain.findings import Readability
from sdprocess.publish.insight_tables import InsightTable, place, tables_of
from sdprocess.publish.report_view import CriterionReport, Passage, QuestionReport, Report
from sdprocess.publish.report_words import attachments_sentence, readability_facts, sentence_weight
from sdprocess.texts.nl import say

_SPECIAL = re.compile(r"([\\`*_{}\[\]()#+!|<>~&])")


def as_markdown(report: Report) -> str:
    """The whole report."""
    return "\n".join(_lines(report)) + "\n"


def escape(text: str) -> str:
    """One line in which no character is markup; for use after other text on its line."""
    return _SPECIAL.sub(r"\\\1", " ".join(text.split()))


def _lines(report: Report) -> Iterator[str]:
    yield from (f"# {escape(report.title)}", "", _origin(report))
    if not report.judged:
        yield from ("", f"**{escape(say('rapport-niet-beoordeeld', reason=report.reason))}**")
        if not report.text_hash:
            return
    else:
        yield from _kind(report)
        yield from _profile(report.criteria)
        for criterion in report.criteria:
            yield from ("", f"## {criterion.id}. {escape(criterion.title)}")
            for question in criterion.questions:
                yield from _question(question)
    if report.readability:
        yield from _readability(report.readability)
    if report.insights:
        yield from ("", f"## {say('inzicht-titel')}", "", escape(say("inzicht-uitleg")))
        for table in tables_of(report.insights, report.register):
            yield from _insights(table)
    yield from _reading(report)


def _origin(report: Report) -> str:
    parts = [report.document, report.kind_title]
    parts.append(say("rapport-checklist", title=report.checklist_title, version=report.checklist.version))
    return " · ".join(escape(p) for p in parts if p)


def _kind(report: Report) -> Iterator[str]:
    for at, line in enumerate(report.kind_lines):
        yield from (f"* {escape(line)}",) if at else ("", escape(line), "")


def _profile(criteria: tuple[CriterionReport, ...]) -> Iterator[str]:
    heads = (
        say("rapport-criterium"),
        *(say(f"rapport-oordeel-{v}") for v in ("ja", "deels", "nee", "nvt", "niet-beoordeeld")),
    )
    yield from ("", f"## {say('rapport-profiel')}", "")
    yield "| " + " | ".join(heads) + " |"
    yield "| --- |" + " ---: |" * (len(heads) - 1)
    for c in criteria:
        numbers = (c.answered, c.partly, c.open, c.not_applicable, c.not_judged)
        yield f"| {c.id}. {escape(c.title)} | " + " | ".join(str(n) for n in numbers) + " |"


def _question(question: QuestionReport) -> Iterator[str]:
    yield from ("", f"### {question.id}. {escape(question.ask_writer)}", "")
    label = f" ({question.weight_label})" if question.weight_label else ""
    yield f"**{question.verdict_words}**{label}: {escape(question.why)}"
    if question.why_not_higher:
        yield from ("", escape(question.why_not_higher))
    for passage in question.evidence:
        yield from ("", f"> {_quoted(passage)}")
    if not question.open:
        return
    if question.looked_in:
        yield from ("", escape(say("rapport-gezocht-in", where=", ".join(question.looked_in))))
    if question.nearest:
        yield from ("", say("rapport-dichtbij", quote=_quoted(question.nearest)))
    asks = say("rapport-raadslid-vraagt", question=question.ask_councillor, addressee=question.addressee_words)
    yield from ("", escape(say("rapport-tip", tip=question.tip)), "", escape(asks))


def _quoted(passage: Passage) -> str:
    return f"«{escape(passage.text)}» {escape(f'({passage.place})')}"


def _readability(readability: Readability) -> Iterator[str]:
    yield from ("", f"## {say('rapport-leesbaarheid')}", "", f"| {say('rapport-maat')} | {say('rapport-waarde')} |")
    yield "| --- | ---: |"
    for name, value in readability_facts(readability):
        yield f"| {escape(name)} | {escape(value)} |"
    if readability.heaviest:
        yield from ("", say("rapport-zwaarste-zinnen"), "")
    for heavy in readability.heaviest:
        yield f"* «{escape(heavy.quote.text)}» {escape(f'({sentence_weight(heavy)})')}"


def _insights(table: InsightTable) -> Iterator[str]:
    yield from ("", f"### {escape(table.title)}", "")
    if table.rows:
        yield from (escape(table.caption), "")
        yield "| " + " | ".join(escape(head) for head in table.heads) + " |"
        yield "|" + " --- |" * len(table.heads)
        for row in table.rows:
            yield "| " + " | ".join(escape(cell) for cell in row.shown) + " |"
        yield ""
        for row in table.rows:
            for quote in row.passages:
                yield f"* {escape(row.shown[0])}: «{escape(quote.text)}» {escape(f'({place(quote)})')}"
    else:
        yield escape(table.nothing)
    for note in table.notes:
        yield from ("", escape(note))


def _reading(report: Report) -> Iterator[str]:
    yield from ("", f"## {say('rapport-gelezen')}", "")
    if report.read:
        yield f"* {escape(say('rapport-gelezen-secties', sections=', '.join(report.read)))}"
    yield f"* {escape(attachments_sentence(report))}"
    for note in report.notes:
        yield f"* {escape(note)}"
