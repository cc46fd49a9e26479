"""From labels and verdicts to everything a calibration shows."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from random import Random

from sdprocess.checking.calibration.figures import (
    UNJUDGED,
    Figures,
    QuestionFigures,
    Row,
    confusion,
    figures,
    overlap,
    per_question,
)
from sdprocess.checking.calibration.labels import Label

CONSTANTS = ("nee", "deels", "ja")
DRAWS = 200
MARGIN = 0.95
FEWEST_DOCUMENTS = 5
MEASURES = ("kappa", "exact", "missed", "invented", "evidence", "nvt")


@dataclass(frozen=True, slots=True)
class Judged:
    """What the toets said of one question, with the passages it showed."""

    verdict: str
    quotes: tuple[str, ...] = ()


Verdicts = Mapping[str, Mapping[str, Judged]]
"""Document -> question -> what the toets said."""


@dataclass(frozen=True, slots=True)
class Part:
    """The figures of some of the documents: a group, or all but one."""

    name: str
    documents: int
    figures: Figures


@dataclass(frozen=True, slots=True)
class Calibration:
    """The toets against the readers.

    margins: per measure between which bounds 95 of 100 draws of as many documents fall; empty for few documents.
    without: the figures without each group; together with `groups` empty when there are fewer than two groups.
    baselines: what a constant answer scores. readers: the one reader against the other, None without two;
    readers_questions: the same for each question that two answered.
    rows: all of them, in the order of the labels.
    """

    documents: int
    whole: Figures
    margins: Mapping[str, tuple[float, float]]
    questions: tuple[QuestionFigures, ...]
    groups: tuple[Part, ...]
    without: tuple[Part, ...]
    baselines: tuple[tuple[str, Figures], ...]
    readers: Figures | None
    readers_questions: tuple[QuestionFigures, ...]
    confusion: Mapping[str, Mapping[str, int]]
    rows: tuple[Row, ...]


def rows_of(labels: Iterable[Label], verdicts: Verdicts) -> tuple[Row, ...]:
    """A row for each label of a document that was judged; a question the toets does not know counts as unjudged."""
    made = []
    for label in labels:
        if label.document not in verdicts:
            continue
        judged = verdicts[label.document].get(label.question, Judged(UNJUDGED))
        hit = overlap(label.label, judged.verdict, label.quotes, judged.quotes)
        made.append(Row(label.document, label.question, label.label, judged.verdict, hit))
    return tuple(made)


def readers_rows(labels: Iterable[Label]) -> tuple[Row, ...]:
    """The first reader as label, the second as verdict, where there were two."""
    return tuple(Row(x.document, x.question, x.a, x.b) for x in labels if x.a and x.b)


def calibrate(labels: Sequence[Label], verdicts: Verdicts, group_of: Callable[[str], str]) -> Calibration:
    """All figures over the documents that have both labels and verdicts. group_of: the group of a document."""
    rows = rows_of(labels, verdicts)
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[group_of(row.document)].append(row)
    several = sorted(grouped) if len(grouped) > 1 else []
    two = readers_rows(labels)
    return Calibration(
        documents=len({row.document for row in rows}),
        whole=figures(rows),
        margins=margins(rows),
        questions=per_question(rows),
        groups=tuple(_part(name, grouped[name]) for name in several),
        without=tuple(_part(name, [r for r in rows if group_of(r.document) != name]) for name in several),
        baselines=tuple((c, figures([replace(r, verdict=c, hit=None) for r in rows])) for c in CONSTANTS),
        readers=figures(two) if two else None,
        readers_questions=per_question(two),
        confusion=confusion(rows),
        rows=rows,
    )


def margins(rows: Sequence[Row]) -> Mapping[str, tuple[float, float]]:
    """Between which bounds a measure falls when as many documents are drawn again, with the same draws every time.

    Says how much rests on which documents happened to be labelled; not what readers elsewhere would find.
    """
    by_document: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        by_document[row.document].append(row)
    names = list(by_document)
    if len(names) < FEWEST_DOCUMENTS:
        return {}
    chance = Random(DRAWS)  # noqa: S311  a fixed series of draws, so that the same labels give the same bounds
    drawn = [
        figures([row for name in chance.choices(names, k=len(names)) for row in by_document[name]])
        for _ in range(DRAWS)
    ]
    found = {}
    for measure in MEASURES:
        values = sorted(v for v in (getattr(f, measure) for f in drawn) if v is not None)
        if values:
            outside = int(len(values) * (1 - MARGIN) / 2)
            found[measure] = (values[outside], values[-1 - outside])
    return found


def _part(name: str, rows: Sequence[Row]) -> Part:
    return Part(name, len({row.document for row in rows}), figures(rows))
