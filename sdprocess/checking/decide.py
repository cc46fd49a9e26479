"""A question's decision table over the elements its rules found: the first row that holds gives the verdict."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field

from sdprocess.checking.index import Sentence, TextIndex
from sdprocess.checking.kinds import Finder, Hit
from sdprocess.content.checklist import Condition, Question, Row
from sdprocess.domain.findings import Verdict

VERDICTS = {"ja": Verdict.JA, "deels": Verdict.DEELS, "nee": Verdict.NEE}

ELEMENT_WEIGHS = 2
"""An element that is missing weighs as two sentences too few, when telling what a higher verdict lacks."""

PER_ELEMENT = 2
AT_HOME = 3
HALF_SENTENCE, FULL_SENTENCE = 20, 40
"""What makes a passage worth showing: elements, the section where a reader looks, and words (20 weigh as one cue)."""

Units = Callable[[Sentence], Iterable[object]]
SPANS: Mapping[str, Units] = {
    "zin": lambda s: (s.number,),
    "buurzin": lambda s: ((s.paragraph, s.number), (s.paragraph, s.number + 1)),
    "alinea": lambda s: (s.paragraph,),
    "sectie": lambda s: (s.section,),
    "tekst": lambda _: (0,),
}


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules of one question found: hits per element, and which rule each came from."""

    by_element: Mapping[str, tuple[tuple[str, Hit], ...]]

    def hits(self, element: str, *, strong: bool) -> list[Hit]:
        """The hits of an element; `strong` leaves out what only points to an annex."""
        found = self.by_element.get(element, ())
        return [h for _, h in found if not h.weak] if strong else [h for _, h in found]


@dataclass(frozen=True, slots=True)
class Outcome:
    """The verdict, the row it came from (None: no row held) and the sentences it rests on, best first.

    beside: the other sentences in which something was found, best first. missing_any: one of the missing is enough.
    within_reach: a row for a higher verdict of which all elements were found.
    """

    verdict: Verdict
    row: Row | None = None
    sentences: tuple[int, ...] = ()
    beside: tuple[int, ...] = ()
    missing: tuple[str, ...] = field(default=())
    missing_any: bool = False
    within_reach: Row | None = None


def look(finders: Iterable[tuple[str, str, Finder]], index: TextIndex) -> Found:
    """Run the rules (rule id, element, finder) of one question."""
    by_element: dict[str, list[tuple[str, Hit]]] = defaultdict(list)
    for rule, element, find in finders:
        by_element[element].extend((rule, h) for h in find(index))
    return Found({name: tuple(hits) for name, hits in by_element.items()})


def decide(question: Question, found: Found, index: TextIndex, proposals: frozenset[str]) -> Outcome:
    """The first row that holds. Nothing holds: nvt when the question does not suit this kind of proposal, else nee."""
    at_home = _at_home(question, found, index) if any(r.when.where == "thuis" for r in question.table) else found
    for row in question.table:
        rests_on = holds(
            row.when, at_home if row.when.where == "thuis" else found, index, proposals, strong=row.verdict == "ja"
        )
        if rests_on is not None and (rests_on or row.verdict == "nee"):
            seen = {h.sentence for hits in found.by_element.values() for _, h in hits}
            worth = _worth(question, seen, found, index)
            ranked, beside = (tuple(sorted(some, key=worth.__getitem__)) for some in (rests_on, seen - rests_on))
            return Outcome(VERDICTS[row.verdict], row, ranked, beside, *_missing(question, row, found, proposals))
    verdict = Verdict.NVT if proposals.intersection(question.not_for) else Verdict.NEE
    return Outcome(verdict, None, (), (), *_missing(question, None, found, proposals))


def _at_home(question: Question, found: Found, index: TextIndex) -> Found:
    """What was found in the sections where the answer is expected."""
    home = frozenset(question.home)
    hits = found.by_element.items()
    return Found({e: tuple((r, h) for r, h in some if index.sentences[h.sentence].names & home) for e, some in hits})


def holds(
    when: Condition, found: Found, index: TextIndex, proposals: frozenset[str], *, strong: bool
) -> set[int] | None:
    """The sentences that make a condition true; None when it is not true."""
    if not _suits(when, proposals):
        return None
    if any(found.hits(element, strong=False) for element in when.without):
        return None
    together = _together(when, found, index, strong=strong)
    if together is None:
        return None
    counted = _counted(when, found, strong=strong)
    if counted is None:
        return None
    return together | counted


def _together(when: Condition, found: Found, index: TextIndex, *, strong: bool) -> set[int] | None:
    """Sentences of the spans in which all elements meet; None when too few do."""
    if not when.together:
        return set()
    units = SPANS[when.span]
    per_element = []
    for element in when.together:
        where: dict[object, set[int]] = defaultdict(set)
        for h in found.hits(element, strong=strong):
            for unit in units(index.sentences[h.sentence]):
                where[unit].add(h.sentence)
        per_element.append(where)
    shared = set(per_element[0]).intersection(*per_element[1:])
    rests_on = {n for unit in shared for where in per_element for n in where[unit]}
    distinct = {index.sentences[n].number for n in rests_on} if when.span in ("zin", "buurzin") else shared
    if not shared or (not when.any_of and len(distinct) < when.times):
        return None
    return rests_on


def _counted(when: Condition, found: Found, *, strong: bool) -> set[int] | None:
    """Sentences with one of the counted elements; None when there are too few, or too few kinds."""
    if not when.any_of:
        return set()
    per_element = {e: {h.sentence for h in found.hits(e, strong=strong)} for e in when.any_of}
    sentences = set().union(*per_element.values())
    if len(sentences) < when.times or sum(1 for s in per_element.values() if s) < when.variety:
        return None
    return sentences


def _worth(question: Question, sentences: set[int], found: Found, index: TextIndex) -> dict[int, tuple[float, int]]:
    """Best to show first: where a reader looks for it, with most elements and cues, and a whole sentence."""
    worth: dict[int, float] = defaultdict(float)
    for hits in found.by_element.values():
        for number, times in Counter([h.sentence for _, h in hits]).items():
            worth[number] += PER_ELEMENT + times
    home = frozenset(question.home)
    for number in sentences:
        sentence = index.sentences[number]
        worth[number] += AT_HOME * bool(sentence.names & home) + min(sentence.words, FULL_SENTENCE) / HALF_SENTENCE
    return {number: (-value, number) for number, value in worth.items()}


def _missing(
    question: Question, row: Row | None, found: Found, proposals: frozenset[str]
) -> tuple[tuple[str, ...], bool, Row | None]:
    """What keeps the verdict from the next level: the elements that were not found, whether one of them is enough, and
    a row of which everything was found, but too little, too far apart or in the wrong place.
    """
    rank = {"nee": 0, "deels": 1, "ja": 2}
    level = rank[row.verdict] if row else 0
    better = [r for r in question.table if rank[r.verdict] > level and _suits(r.when, proposals)]
    if not better:
        return (), False, None
    lowest = min(rank[r.verdict] for r in better)
    nearest = [r for r in better if rank[r.verdict] == lowest]
    absent = {r: _absent(r.when, found) for r in nearest}
    cost = {r: ELEMENT_WEIGHS * len(absent[r]) or _short(r.when, found) for r in nearest}
    least = min(cost.values())
    best = [r for r in nearest if cost[r] == least]
    names = tuple(dict.fromkeys(e for r in best for e in absent[r]))
    if not names:
        return (), False, best[0]
    return names[:3], len(best) > 1 or not best[0].when.together, None


def _short(when: Condition, found: Found) -> int:
    """How many sentences a row lacks of which all elements were found; at least one, for it does not hold."""
    count = len({h.sentence for e in when.any_of for h in found.hits(e, strong=True)})
    return max(1, when.times - count if when.any_of else 1)


def _suits(when: Condition, proposals: frozenset[str]) -> bool:
    """Whether a row is about this kind of proposal."""
    return not (when.proposal and not proposals.intersection(when.proposal)) and not proposals.intersection(
        when.not_proposal
    )


def _absent(when: Condition, found: Found) -> tuple[str, ...]:
    """The elements a row needs and that were not found; of the counted ones, one is enough."""
    needed = [e for e in when.together if not found.by_element.get(e)]
    if when.any_of and not any(found.by_element.get(e) for e in when.any_of):
        needed += [e for e in when.any_of if e not in needed]
    return tuple(needed)
