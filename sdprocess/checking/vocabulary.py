"""The cues of one checklist, and in which sentences of a text each of them can be found at all.

Every word is looked up once, in what was learned of words before. A pattern then runs only over the sentences that hold
a word it needs (`cue_needs`): the same hits as over the whole text, in a fraction of the time.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Any, NamedTuple

from sdprocess.checking.index import Sentence, TextIndex, Trait
from sdprocess.content.cue_needs import Need, Notions, Where, needs_of
from sdprocess.content.cues import compile_source, union_source

REMEMBERED = 50_000
_NUMBER = re.compile(r"\d")


_Conditions = tuple[tuple[frozenset[int], ...], ...]


class Vocabulary:
    """Makes the cues of a checklist, and knows which needs a word answers to."""

    def __init__(self, notions: Notions) -> None:
        self.notions = notions
        self._made: dict[tuple[str, ...], Cues] = {}
        self._answers = _Answers()

    def cues(self, words: Iterable[str]) -> Cues:
        """All these cues as one pattern. Raises BadCue."""
        key = tuple(words)
        if key not in self._made:
            self._made[key] = Cues(self, key)
        return self._made[key]

    def cues_if_any(self, words: Iterable[str]) -> Cues | None:
        """The same, or None when there are none."""
        key = tuple(words)
        return self.cues(key) if key else None

    def numbers(self, needs: Iterable[Need]) -> frozenset[int]:
        """The needs by number."""
        return frozenset(map(self._answers.number, needs))

    def places(self, index: TextIndex) -> _Places:
        """Which sentences answer to which needs. Worked out once for each text, and again when there are more needs."""
        key = (self, self._answers.given)
        if key not in index.memo:
            index.memo[key] = self._places(index)
        found: _Places = index.memo[key]
        return found

    def _places(self, index: TextIndex) -> _Places:
        found = _Places({}, defaultdict(list))
        answers = self._answers.__getitem__
        words = index.words
        for number in loud(index):
            met = set(chain.from_iterable(map(answers, words[number])))
            found.met[number] = met
            for need in met:
                found.by_need[need].append(number)
        return found


class _Places(NamedTuple):
    """met: by sentence the needs it answers to. by_need: by need the sentences, in order."""

    met: dict[int, set[int]]
    by_need: dict[int, list[int]]


class _Answers(dict[str, tuple[int, ...]]):
    """The needs that a word answers to, worked out when the word is first met."""

    def __init__(self) -> None:
        super().__init__()
        self._by_place: dict[Where, dict[str, int]] = {where: {} for where in Where}
        self.given = 0

    def number(self, need: Need) -> int:
        """The number of a need; a new one gets the next."""
        known = self._by_place[need.where]
        if need.letters not in known:
            self.clear()
            known[need.letters] = self.given
            self.given += 1
        return known[need.letters]

    def __missing__(self, word: str) -> tuple[int, ...]:
        if len(self) >= REMEMBERED:
            self.clear()
        places = self._by_place
        begin, end = places[Where.BEGIN], places[Where.END]
        found = [n for letters, n in places[Where.INSIDE].items() if letters in word]
        for run in word.split("_"):
            found += [begin[run[:size]] for size in range(1, len(run) + 1) if run[:size] in begin]
            found += [end[run[-size:]] for size in range(1, len(run) + 1) if run[-size:] in end]
            if run in places[Where.WHOLE]:
                found.append(places[Where.WHOLE][run])
        if _NUMBER.search(word):
            found += places[Where.NUMBER].values()
        self[word] = tuple(found)
        return self[word]


class Cues:
    """Some cues as one RE2 pattern."""

    __slots__ = ("_asked", "_vocabulary", "pattern")

    def __init__(self, vocabulary: Vocabulary, words: tuple[str, ...]) -> None:
        self._vocabulary = vocabulary
        self.pattern = compile_source(union_source(words, vocabulary.notions))
        self._asked = self._conditions([needs_of(cue, vocabulary.notions) for cue in words])

    def _conditions(self, cues: Sequence[tuple[frozenset[Need], ...]]) -> dict[int, _Conditions] | None:
        """By need: what else must stand in the sentence, for each cue that has it first. None: a cue needs nothing."""
        if not all(cues):
            return None
        asked: defaultdict[int, list[tuple[frozenset[int], ...]]] = defaultdict(list)
        for first, *others in cues:
            numbered = tuple(map(self._vocabulary.numbers, others))
            for need in self._vocabulary.numbers(first):
                asked[need].append(numbered)
        return {need: () if () in some else tuple(dict.fromkeys(some)) for need, some in asked.items()}

    def places(self, index: TextIndex) -> Sequence[int]:
        """The sentences that may count and can hold one of the cues, in order."""
        if self._asked is None:
            return loud(index)
        if self not in index.memo:
            index.memo[self] = self._places(self._asked, self._vocabulary.places(index))
        found: list[int] = index.memo[self]
        return found

    def _places(self, asked: dict[int, _Conditions], places: _Places) -> list[int]:
        met, by_need = places
        found: set[int] = set()
        for need in asked.keys() & by_need.keys():
            conditions = asked[need]
            if not conditions:
                found.update(by_need[need])
                continue
            for number in by_need[need]:
                if number not in found and _holds(conditions, met[number]):
                    found.add(number)
        return sorted(found)

    def finditer(self, index: TextIndex, sentence: Sentence) -> Iterator[Any]:
        """The matches in one sentence. They are those in the whole text, for no cue goes over the end of a line."""
        found: Iterator[Any] = self.pattern.finditer(
            index.data, sentence.at, sentence.at + sentence.end - sentence.start
        )
        return found

    def matches(self, index: TextIndex, sentences: Sequence[Sentence]) -> Iterator[tuple[Sentence, int, int]]:
        """The matches in these sentences, which are in the order of the text, with their places in the whole.

        All in one pass over these sentences behind each other: no cue goes over the end of a line.
        """
        if not sentences:
            return
        lines = [index.line_data(sentence) for sentence in sentences]
        starts = list(accumulate((len(line) + 1 for line in lines), initial=0))
        at = 0
        for found in self.pattern.finditer(b"\n".join(lines)):
            start, end = found.span()
            while starts[at + 1] <= start:
                at += 1
            sentence = sentences[at]
            moved = sentence.at - starts[at]
            yield sentence, start + moved, end + moved

    def hold(self, index: TextIndex, sentence: Sentence) -> bool:
        """Whether a sentence that may count holds one of the cues. Searched once for each sentence."""
        known: dict[int, bool] = index.memo.setdefault((self, "hold"), {})
        number = sentence.number
        if number not in known:
            known[number] = number in self._possible(index) and next(self.finditer(index, sentence), None) is not None
        return known[number]

    def _possible(self, index: TextIndex) -> frozenset[int]:
        key = (self, "possible")
        if key not in index.memo:
            index.memo[key] = frozenset(self.places(index))
        found: frozenset[int] = index.memo[key]
        return found


def _holds(conditions: _Conditions, met: set[int]) -> bool:
    """Whether for one of the cues the sentence answers to all that it needs."""
    for others in conditions:
        for needs in others:
            if needs.isdisjoint(met):
                break
        else:
            return True
    return False


def loud(index: TextIndex) -> list[int]:
    """The numbers of the sentences that may count for some rule."""
    if "loud" not in index.memo:
        index.memo["loud"] = [s.number for s in index.sentences if not s.traits & Trait.SILENT]
    found: list[int] = index.memo["loud"]
    return found
