"""The figures of a calibration, each averaged over the questions so that every question weighs the same.

kappa      quadratically weighted kappa on nee < deels < ja, over pairs in which neither side says nvt. 1 is full
           agreement, 0 is what chance gives. `niet-beoordeeld` counts as the largest disagreement there is: as nee
           against ja, as ja against nee, and as nee against deels.
exact      share of equal answers over all four labels.
missed     share of the reader's ja that the toets calls nee: a councillor is told to ask what is answered.
invented   share of the reader's nee that the toets calls ja: a gap stays hidden.
evidence   share of verdicts ja or deels, where the reader too said ja or deels, of which a quote overlaps one of the
           reader's (`overlap`). Labels without a quote do not count.
nvt        F1 of nvt over all pairs; not averaged over the questions.

A question counts in the averages when it has at least `FEWEST` labelled documents. What cannot be said is None.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

LABELS = ("nee", "deels", "ja", "nvt")
UNJUDGED = "niet-beoordeeld"
VERDICTS = (*LABELS, UNJUDGED)
ORDER: Mapping[str, int] = {"nee": 0, "deels": 1, "ja": 2}
FOUND = frozenset({"deels", "ja"})
FEWEST = 5
RUN = 4
"""How many words in a row make two quotes overlap."""
_WORD = re.compile(r"\w+")


@dataclass(frozen=True, slots=True)
class Row:
    """One question of one document. hit: whether the evidence overlaps; None when that is not to be asked."""

    document: str
    question: str
    label: str
    verdict: str
    hit: bool | None = None


@dataclass(frozen=True, slots=True)
class Figures:
    """The averages. pairs: how many rows they rest on."""

    pairs: int
    kappa: float | None
    exact: float | None
    missed: float | None
    invented: float | None
    evidence: float | None
    nvt: float | None


@dataclass(frozen=True, slots=True)
class QuestionFigures:
    """The same for one question, over `documents` labelled documents."""

    question: str
    documents: int
    kappa: float | None
    exact: float
    missed: float | None
    invented: float | None
    evidence: float | None


def runs(text: str) -> set[tuple[str, ...]]:
    """Every `RUN` consecutive words, without capitals and signs."""
    words = _WORD.findall(text.lower())
    return {tuple(words[i : i + RUN]) for i in range(len(words) - RUN + 1)}


def overlap(label: str, verdict: str, read: Iterable[str], shown: Iterable[str]) -> bool | None:
    """Whether a shown quote shares `RUN` words in a row with what the reader read.

    None when one of both found nothing, or when the reader gave no quote of at least that many words.
    """
    if not {label, verdict} <= FOUND:
        return None
    wanted = {run for quote in read for run in runs(quote)}
    if not wanted:
        return None
    return any(not wanted.isdisjoint(runs(quote)) for quote in shown)


def kappa(pairs: Sequence[tuple[int, int]]) -> float | None:
    """Quadratically weighted kappa of pairs of places on the scale; None when it is undefined."""
    count = len(pairs)
    if not count:
        return None
    seen = sum((a - b) ** 2 for a, b in pairs) / count
    left, right = Counter(a for a, _ in pairs), Counter(b for _, b in pairs)
    chance = sum(left[a] * right[b] * (a - b) ** 2 for a in left for b in right) / (count * count)
    if not chance:
        return 1.0 if not seen else None
    return 1 - seen / chance


def per_question(rows: Iterable[Row]) -> tuple[QuestionFigures, ...]:
    """The figures of each question, by its id."""
    grouped: dict[str, list[Row]] = defaultdict(list)
    for row in rows:
        grouped[row.question].append(row)
    return tuple(_question(question, own) for question, own in sorted(grouped.items()))


def figures(rows: Sequence[Row]) -> Figures:
    """The averages over the questions with enough documents."""
    counted = [q for q in per_question(rows) if q.documents >= FEWEST]
    return Figures(
        pairs=len(rows),
        kappa=_mean([q.kappa for q in counted]),
        exact=_mean([q.exact for q in counted]),
        missed=_mean([q.missed for q in counted]),
        invented=_mean([q.invented for q in counted]),
        evidence=_mean([q.evidence for q in counted]),
        nvt=_f1(rows, "nvt"),
    )


def confusion(rows: Iterable[Row]) -> Mapping[str, Mapping[str, int]]:
    """How often each verdict stood against each label: label -> verdict -> count, zeros included."""
    counted = Counter((row.label, row.verdict) for row in rows)
    return {label: {verdict: counted[label, verdict] for verdict in VERDICTS} for label in LABELS}


def _question(question: str, rows: Sequence[Row]) -> QuestionFigures:
    return QuestionFigures(
        question=question,
        documents=len(rows),
        kappa=kappa([_places(row) for row in rows if "nvt" not in (row.label, row.verdict)]),
        exact=sum(row.label == row.verdict for row in rows) / len(rows),
        missed=_share([row.verdict == "nee" for row in rows if row.label == "ja"]),
        invented=_share([row.verdict == "ja" for row in rows if row.label == "nee"]),
        evidence=_share([row.hit for row in rows if row.hit is not None]),
    )


def _places(row: Row) -> tuple[int, int]:
    """The places on the scale; an unjudged document stands as far from the label as can be."""
    label = ORDER[row.label]
    return label, ORDER.get(row.verdict, ORDER["ja"] if row.label == "nee" else ORDER["nee"])


def _share(answers: Sequence[bool]) -> float | None:
    return sum(answers) / len(answers) if answers else None


def _mean(values: Iterable[float | None]) -> float | None:
    known = [value for value in values if value is not None]
    return sum(known) / len(known) if known else None


def _f1(rows: Iterable[Row], label: str) -> float | None:
    """F1 of one label: twice the hits over all that say it, on either side."""
    said = Counter((row.label == label, row.verdict == label) for row in rows)
    total = 2 * said[True, True] + said[True, False] + said[False, True]
    return 2 * said[True, True] / total if total else None
