"""Differences and previews of proceskaders as lines of text."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from sdprocess.content.kader_diff import Difference
from sdprocess.engine.guards import words
from sdprocess.services.preview_kader import Preview, PreviewRow
from sdprocess.texts.nl import say

MARKS = {"nieuw": "+", "weg": "-", "anders": "~"}


def difference_line(one: Difference) -> str:
    """One difference: a mark, where it is, what it was and what it became."""
    place = ".".join(part for part in (one.part, one.id, one.key) if part)
    code = "cli-kaders-verschil" if one.kind == "anders" else f"cli-kaders-verschil-{one.kind}"
    return say(code, mark=MARKS[one.kind], place=place, old=one.old, new=one.new)


def preview_lines(preview: Preview) -> Iterator[str]:
    """Per dossier what it would mean."""
    if not preview.rows:
        yield say("cli-kaders-geen-dossiers")
    for row in preview.rows:
        yield from _row(row)


def _row(row: PreviewRow) -> Iterator[str]:
    if row.after is None:
        yield say("cli-kaders-rij-niet", number=row.number, reason=" ".join(words(r) for r in row.refusals))
        return
    same = row.before.title == row.after.title
    code = "cli-kaders-rij-gelijk" if same else "cli-kaders-rij"
    yield say(code, number=row.number, before=row.before.title, after=row.after.title)
    if row.term_before != row.term_after or row.late:
        late = say("cli-kaders-te-laat") if row.late else ""
        yield say("cli-kaders-termijn", old=_day(row.term_before), new=_day(row.term_after), late=late)
    if row.other_turn:
        yield say("cli-kaders-beurt", old=", ".join(row.before.turn), new=", ".join(row.after.turn))
    lists = (
        ("cli-kaders-dicht", row.blocked),
        ("cli-kaders-open", row.freed),
        ("cli-kaders-gevraagd", row.asked),
        ("cli-kaders-vervallen-vraag", row.dropped),
    )
    yield from (say(code, titles=", ".join(titles)) for code, titles in lists if titles)


def _day(day: date | None) -> str:
    return f"{day:%d-%m-%Y}" if day else say("cli-kaders-geen-termijn")
