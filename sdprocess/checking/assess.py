"""One text, one checklist, one Assessment. Pure and deterministic: no clock, no file, no model."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from sdprocess.checking.decide import Found, Outcome, decide, look
from sdprocess.checking.evidence import evidence, quote
from sdprocess.checking.foreign import foreign_sections
from sdprocess.checking.index import TextIndex, Trait, index_of
from sdprocess.checking.kinds import Finder, prepare
from sdprocess.checking.profile import profiles
from sdprocess.checking.proposal_kind import choose, profile_of
from sdprocess.checking.readability import readability
from sdprocess.checking.recognise import Recogniser
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import Checklist, Condition, Question
from sdprocess.content.proposal_kinds import ProposalKinds
from sdprocess.domain.findings import Assessment, Element, Finding, KindChoice, Recognition, Verdict
from sdprocess.domain.text import Quote, ReadingNote, SourceText
from sdprocess.texts.nl import say

PREPARED = 8
TEMPLATE_WARNS_FROM = 3


@dataclass(frozen=True, slots=True)
class Toets:
    """A checklist made ready to judge with: patterns compiled once."""

    checklist: Checklist
    recogniser: Recogniser
    finders: tuple[tuple[Question, tuple[tuple[str, str, Finder], ...]], ...]

    @classmethod
    def prepare(cls, checklist: Checklist) -> Toets:
        """Raises BadCue when a cue cannot be read; a loaded checklist has none."""
        vocabulary = Vocabulary(checklist.notions)
        finders = tuple(
            (q, tuple((r.id, r.element, prepare(r, vocabulary)) for r in q.rules)) for q in checklist.questions
        )
        return cls(checklist, Recogniser(checklist), finders)

    def assess(self, text: SourceText, kinds: ProposalKinds | None, choice: KindChoice | None) -> Assessment:
        """Judge one text."""
        index = index_of(text)
        foreign = foreign_sections(index)
        index = index.silenced(foreign)
        recognition = self.recogniser.recognise(index)
        if kinds:
            recognition = choose(recognition, choice, kinds, self.checklist)
        findings = tuple(self._finding(q, finders, index, recognition) for q, finders in self.finders)
        return Assessment(
            checklist=self.checklist.ref,
            text_hash=text.text_hash,
            recognition=recognition,
            findings=findings,
            profiles=profiles(self.checklist, findings),
            readability=readability(index),
            read_sections=tuple(s.heading for s in text.sections if s.heading),
            unread_attachments=text.attachments,
            notes=text.notes + _notes(index) + _about_else(index, foreign),
            kind_profile=(
                profile_of(kinds, index, recognition, choice, self.checklist.document_kind) if kinds else None
            ),
        )

    def _finding(
        self,
        question: Question,
        finders: tuple[tuple[str, str, Finder], ...],
        index: TextIndex,
        recognition: Recognition,
    ) -> Finding:
        if not recognition.judged:
            reason = say(f"soort-{recognition.reason}")
            return Finding(question.id, Verdict.NIET_BEOORDEELD, say("toets-niet-beoordeeld", reason=reason))
        if question.criterion in self.recogniser.without(recognition):
            return Finding(question.id, Verdict.NVT, say(f"soort-{recognition.kind}"))
        if all(rule.kind == "mens" for rule in question.rules):
            return Finding(question.id, Verdict.NIET_BEOORDEELD, say("toets-mens"))
        found = look(finders, index)
        outcome = decide(question, found, index, frozenset(recognition.proposals))
        return _written(question, finders, found, outcome, index)


@dataclass(frozen=True, slots=True)
class _Ready:
    """Identity of a loaded checklist, so that its patterns are compiled once per process."""

    checklist: Checklist

    def __hash__(self) -> int:
        return hash(self.checklist.ref)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Ready) and other.checklist is self.checklist


@lru_cache(maxsize=PREPARED)
def _prepared(ready: _Ready) -> Toets:
    return Toets.prepare(ready.checklist)


def assess(
    text: SourceText, checklist: Checklist, kinds: ProposalKinds | None = None, choice: KindChoice | None = None
) -> Assessment:
    """The whole toets of `text` with `checklist`. Same text and content: same Assessment.

    kinds: what counts for which kind of proposal. choice: which kind it is, by somebody's word; one that `kinds` does
    not know raises KeyError.
    """
    return _prepared(_Ready(checklist)).assess(text, kinds, choice)


def _written(
    question: Question,
    finders: tuple[tuple[str, str, Finder], ...],
    found: Found,
    outcome: Outcome,
    index: TextIndex,
) -> Finding:
    shown = evidence(index, outcome, found)
    return Finding(
        question=question.id,
        verdict=outcome.verdict,
        why=_why(question, found, outcome, shown[0].quote if shown else None),
        why_not_higher=_why_not_higher(question, found, outcome),
        evidence=shown,
        elements=tuple(
            Element(e, rule, any(r == rule for r, _ in found.by_element.get(e, ()))) for rule, e, _ in finders
        ),
        looked_in=_looked_in(question, index),
        nearest=_nearest(found, outcome, index, {e.quote.span.paragraph_id for e in shown}),
    )


def _names(question: Question, elements: Iterable[str], word: str = "en") -> str:
    """The elements in the checklist's words: "a, b en c"."""
    words = [question.elements[e] for e in dict.fromkeys(elements) if e in question.elements]
    return f" {word} ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def _why(question: Question, found: Found, outcome: Outcome, first: Quote | None) -> str:
    if outcome.verdict is Verdict.NVT:
        return say("toets-nvt")
    if outcome.row is None or first is None:
        partly = [e for e, hits in found.by_element.items() if hits]
        return say("toets-nee-los", found=_names(question, partly)) if partly else say("toets-nee")
    wanted = outcome.row.when.together + outcome.row.when.any_of
    seen = [e for e in wanted if found.by_element.get(e)]
    place = say("toets-in-kop", heading=first.section) if first.section else say("toets-in-tekst")
    code = "toets-ja" if outcome.verdict is Verdict.JA else "toets-deels"
    return say(code, found=_names(question, seen), place=place, count=len(outcome.sentences))


def _why_not_higher(question: Question, found: Found, outcome: Outcome) -> str:
    if outcome.verdict in (Verdict.JA, Verdict.NVT):
        return ""
    if outcome.row is not None and any(h.weak for hits in found.by_element.values() for _, h in hits):
        strong = any(not h.weak for hits in found.by_element.values() for _, h in hits)
        if not strong:
            return say("toets-alleen-bijlage")
    missing = _names(question, outcome.missing, "of" if outcome.missing_any else "en")
    if missing:
        return say("toets-mist", missing=missing)
    return say("toets-mist-alles") if outcome.within_reach is None else _too_little(found, outcome.within_reach.when)


def _too_little(found: Found, when: Condition) -> str:
    """Why a row does not hold of which every element was found."""
    if when.where == "thuis":
        return say("toets-mist-plek")
    if when.together and not when.any_of:
        return say("toets-mist-verband")
    count = len({h.sentence for e in when.any_of for h in found.hits(e, strong=True)})
    return say("toets-mist-aantal" if count < when.times else "toets-mist-verband", count=count, times=when.times)


def _looked_in(question: Question, index: TextIndex) -> tuple[str, ...]:
    """The headings the rules were bound to, or the whole text."""
    if not all(rule.within for rule in question.rules):
        return (say("toets-hele-tekst"),)
    wanted = {name for rule in question.rules for name in rule.within}
    return tuple(s.heading for s in index.text.sections if s.heading and wanted.intersection(s.all_names))


def _nearest(found: Found, outcome: Outcome, index: TextIndex, shown: set[str]) -> Quote | None:
    """The sentence with most elements that did not carry the verdict."""
    if outcome.verdict not in (Verdict.DEELS, Verdict.NEE):
        return None
    worth: dict[int, tuple[int, int]] = {}
    for hits in found.by_element.values():
        for number in {h.sentence for _, h in hits}:
            worth[number] = (worth.get(number, (0, 0))[0] + 1, -number)
    rest = [n for n in worth if n not in outcome.sentences and index.sentences[n].paragraph_id not in shown]
    return quote(index, index.sentences[max(rest, key=lambda n: worth[n])]) if rest else None


def _about_else(index: TextIndex, foreign: tuple[int, ...]) -> tuple[ReadingNote, ...]:
    """Which parts are about something else, by their headings."""
    if not foreign:
        return ()
    named = [index.text.sections[place].heading or say("rapport-aanhef") for place in foreign]
    return (ReadingNote("ander-onderwerp", len(named), ", ".join(f"'{name}'" for name in named)),)


def _notes(index: TextIndex) -> tuple[ReadingNote, ...]:
    """A format with its instructions still in it is told, and those sentences never count."""
    left = sum(1 for s in index.sentences if s.traits & Trait.TEMPLATE)
    return (ReadingNote("sjabloontekst", left),) if left >= TEMPLATE_WARNS_FROM else ()
