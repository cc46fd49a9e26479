"""A text laid out for matching: its sentences, folded, one per line, each knowing its place and whether it may count.

Rules match against `folded`; a match is brought back to its sentence with `at`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Hashable, Iterable, Iterator, Sequence
from copy import copy
from functools import cached_property, lru_cache
from itertools import accumulate
from typing import Any, NamedTuple

from sdprocess.checking.decisions import ASKED, DRAFT, Decisions, is_explanation
from sdprocess.checking.lines import LinePattern
from sdprocess.checking.sentences import split
from sdprocess.content.cues import fold
from sdprocess.domain.text import BlockKind, Paragraph, Section, SourceText

FIELDS = frozenset({"onderwerp", "meta", "mensen", "aan"})
AFTER_THE_TEXT = frozenset({"bijlagen", "ondertekening"})
SHORTEST_EVIDENCE = 4
SHORTEST_SENTENCE = 3
"""Fewer words are a heading; with a full stop one word less is a sentence."""

LONG_QUOTE = 6
PROSE_SENTENCE = (7, 0.1)
PROSE_PARAGRAPH = (20, 0.18)
MANY_COMMAS, COMMA_SHARE = 4, 0.45
"""From how many words on, and with which share of small words, text is taken for prose."""

# fmt: off
SMALL_WORDS = frozenset((
    "de", "het", "een", "en", "of", "maar", "want", "dus", "als", "dan", "dat", "die", "deze", "dit", "wie", "wat",
    "waar", "er", "om", "te", "van", "voor", "in", "op", "aan", "met", "bij", "naar", "uit", "door", "over", "tot",
    "na", "om", "onder", "tussen", "tegen", "zonder", "per", "is", "zijn", "was", "waren", "wordt", "worden",
    "werd", "heeft", "hebben", "had", "kan", "kunnen", "zal", "zullen", "moet", "moeten", "mag", "wil", "willen",
    "niet", "geen", "ook", "nog", "al", "wel", "zo", "meer", "hun", "haar", "zijn", "ons", "onze", "uw", "u",
    "wij", "we", "ik", "hij", "zij", "ze", "hen", "men", "daar", "hier", "hiervan", "daarvan", "hierbij",
    "daarbij", "hiermee", "daarmee", "omdat", "zodat",
))
# fmt: on


class Trait:
    """Why a sentence counts less, or not at all: bits of a whole number (an IntFlag is four times as slow to ask)."""

    NONE = 0
    HEADING = 1
    FURNITURE = 2
    ANNEX_ONLY = 4
    TEMPLATE = 8
    REPORTED = 16
    EMPTY = 32
    DECISION = 64
    NO_SENTENCE = 128
    REPEATED = 256
    FOREIGN = 512
    SILENT = HEADING | FURNITURE | TEMPLATE | EMPTY | NO_SENTENCE | REPEATED | FOREIGN


class Sentence(NamedTuple):
    """One sentence. start/end: in its paragraph's text. at: of its first character in the folded text."""

    number: int
    section: int
    paragraph: int
    paragraph_id: str
    start: int
    end: int
    at: int
    words: int
    names: frozenset[str]
    traits: int


_DATED = re.compile(
    r"^(?:\W*\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
    r".{0,30}\b20\d\d\b"
)
"""A line of a time table: it begins with its date."""
_ANNEX = LinePattern(
    r"\b(?:zie|conform|verwijz\w+ naar|raadpleeg|lees|verwezen naar|toegelicht in|opgenomen in|beschreven in|"
    r"te vinden in|"
    r"uitgewerkt in)\b[^.]{0,40}\b(?:bijlage|bijlagen|bijgevoegde?|bijgaande?|annex)\b|^(?:zie )?bijlage\b"
)
_TEMPLATE = LinePattern(
    r"^[-*\[(<{> ]*(?:(?:schrijf|vertel|noem|zeg|verwijs|houd|haal|denk aan) (?!over\b|van\b|en\b)"
    r"|(?:zet|kies|laat) (?:er|de|het|een|hem|achter|iemand|twee|hier|per)\b|gebruik (?:hier|cijfers|korte)\b"
    r"|(?:geef|beschrijf|licht|vermeld|noem|benoem|omschrijf|vul|vat|schets|motiveer|leg|formuleer)"
    r"(?: [\w'-]+){0,4}? (?:hier|kort|beknopt|aan|toe|samen|uit|welke?|waarom|wat|hoe|of)\b"
    r"|hier komt\b|lorem ipsum|\[?invullen|\[?tekst invoegen|xxx|in te vullen)"
    r"|\[(?!\d)[^\]\n]{3,60}\]|\((?:[a-z]\d)(?:, ?[a-z]\d)*\)\W*$"
)
_QUESTION = LinePattern(r"\?[\"'”’»)\]]*(?: ?\([a-z]\d(?:, ?[a-z]\d)*\))?\s*$")
_LABEL = re.compile(
    r"^(?:onderwerp|titel|portefeuillehouders?|portefeuille|steller|opsteller|afdeling|team|datum\b.*|zaaknummer|kenmerk|"
    r"registratienummer|programma|commissie|vergadering|raadsvergadering|agendapunt|nummer|"
    r"contactpersoon|behandeld door|telefoon|e-mail|status|openbaar(?:heid)?|bijlagen?)\b[\w -]{0,20}:?$"
)
HEADER_CELL = 60
INSTRUCTION_SHARE = 0.5
"""From which share of instructions and questions on, a whole paragraph is the format's guidance."""
_REPORTED = LinePattern(
    r"^(?:volgens|aldus) (?:de |het |een )?(?:fractie|indiener|reclamant|bezwaarmaker|insprek|oppositie)"
    r"|\b(?:fractie|reclamant\w*|bezwaarmaker\w*|insprekers?|indieners?)\b[^.]{0,30}"
    r"\b(?:vindt|vinden|stelt|stellen|meent|menen|vreest|vrezen|schrijft|schrijven|zegt|zeggen|betoogt|betogen)\b"
)
_FURNITURE = LinePattern(
    r"^(?:pagina|blz\.?|bladzijde) ?\d|\bblz\.? \d+ van \d+|^raads(?:voorstel|besluit) \d+ vergadering|"
    r"^(?:ris|dso|ons kenmerk|kenmerk|zaaknummer|datum|portefeuillehouder|"
    r"afdeling|steller|telefoon|e-mail|postbus|onderwerp|agendapunt|commissie|college besluit|"
    r"registratienummer|raadsnummer|"
    r"opgesteld door|behandeld door|contactpersoon)\b[ :]|^(?:burgemeester en wethouders van|"
    r"aldus (?:besloten|vastgesteld) in|"
    r"de (?:griffier|voorzitter|burgemeester|secretaris)\b ?,?|validsigned|hoogachtend|"
    r"het college van burgemeester en wethouders,?$)|"
    r"^(?:geamendeerd |gewijzigd )?(?:voorstel|initiatiefvoorstel|raadsvoorstel) van (?:het|de) [^.]{0,40}\binzake\b|"
    r"^gezien (?:het voorstel|de voordracht)\b|^gelezen het voorstel\b"
)
EMPTY = LinePattern(
    r"^[-*\s]*(?:n\.?v\.?t\.?|niet van toepassing|geen(?: (?:bijzonderheden|opmerkingen|kanttekeningen|"
    r"risico'?s|alternatieven|"
    r"bezwaren|nadelen|gevolgen|consequenties|argumenten|relatie))*|nihil|idem|volgt(?: nog)?|p\.?m\.?|"
    r"n\.?t\.?b\.?|n\.?n\.?b\.?|"
    r"nader te bepalen|nog te bepalen|nog onbekend|zie boven|zie hierboven|zie inleiding|zie hiervoor|er zijn geen "
    r"(?:kanttekeningen|risico'?s|alternatieven|bijzonderheden|bezwaren|nadelen)(?: bij dit voorstel)?|x+|-+|"
    r"\.+)[\s.!]*$"
)
_QUOTED = re.compile(r"""[\"“„'‘](?:(?<=[\"“„])[^\"“”„\n]{12,}[\"”]|(?<=['‘])(?<!\w.)[^'‘’\n]{20,}['’](?!\w))""")
_SEEN_IN_LINE = (
    (_FURNITURE, Trait.FURNITURE),
    (EMPTY, Trait.EMPTY),
    (_TEMPLATE, Trait.TEMPLATE),
    (_QUESTION, Trait.NO_SENTENCE),
    (_ANNEX, Trait.ANNEX_ONLY),
    (_REPORTED, Trait.REPORTED),
)
_APART = bytes(code if chr(code).isalnum() or chr(code) in "_\n" else ord(" ") for code in range(128)) + bytes(128)
"""Leaves the words and the ends of the lines."""


class TextIndex:
    """The sentences of one text, ready to be matched. lines: each folded. words: of each line. memo: what was worked
    out of this text before, by whom.
    """

    def __init__(self, text: SourceText) -> None:
        self.text = text
        places = list(text.paragraphs())
        folded = fold("\n".join(paragraph.text for _, paragraph in places))
        spans = [split(paragraph.text) for _, paragraph in places]
        begins = list(accumulate((len(paragraph.text) + 1 for _, paragraph in places), initial=0))
        self.lines = [folded[at + a : at + b] for at, some in zip(begins, spans, strict=False) for a, b in some]
        self.folded = "\n".join(self.lines)
        self.data = self.folded.encode("ascii")
        """The same as bytes: RE2 matches these without counting characters. One byte each, so places are the same."""
        self.words = [line.split() for line in self.data.translate(_APART).decode("ascii").split("\n")]
        self._starts = list(accumulate((len(line) + 1 for line in self.lines), initial=0))[: len(self.lines)]
        decisions = Decisions(text)
        named = [
            decisions.names(section, folded[at : at + len(paragraph.text)])
            for at, (section, paragraph) in zip(begins, places, strict=False)
        ]
        self.sentences = list(self._sentences(places, spans, named))
        self.memo: dict[Hashable, Any] = {}

    def _sentences(
        self,
        places: Sequence[tuple[Section, Paragraph]],
        spans: Sequence[Sequence[tuple[int, int]]],
        named: Sequence[frozenset[str]],
    ) -> Iterator[Sentence]:
        order = {s.id: i for i, s in enumerate(self.text.sections)}
        of_section = {s.id: _section_traits(s) for s in self.text.sections}
        seen_in_line = self._seen_in_line()
        small = [sum(map(SMALL_WORDS.__contains__, words)) for words in self.words]
        seen: set[str] = set()
        number = 0
        for place, (section, paragraph) in enumerate(places):
            last = number + len(spans[place])
            no_table = paragraph.kind is not BlockKind.TABLE
            for_all = of_section[section.id] | _paragraph_traits(paragraph, seen_in_line[number:last])
            words = sum(map(len, self.words[number:last]))
            if no_table and _is_word_list(words, sum(small[number:last]), PROSE_PARAGRAPH):
                for_all |= Trait.NO_SENTENCE
            names, asked = named[place], ASKED in named[place]
            for start, end in spans[place]:
                line, count = self.lines[number], len(self.words[number])
                traits = seen_in_line[number] | for_all
                if no_table:
                    traits |= _length_traits(line, count, small[number])
                if line in seen:
                    traits |= Trait.REPEATED
                if not traits & Trait.SILENT:
                    seen.add(line)
                own = names - {ASKED} if asked and is_explanation(line, len(spans[place])) else names
                where = (number, order[section.id], place, paragraph.id, start, end, self._starts[number])
                yield Sentence(*where, count, own, traits)
                number += 1

    def _seen_in_line(self) -> list[int]:
        """The traits that the words of each line show."""
        traits = [Trait.NONE] * len(self.lines)
        for pattern, trait in _SEEN_IN_LINE:
            for number in self.holding(pattern):
                traits[number] |= trait
        return traits

    def holding(self, pattern: LinePattern) -> frozenset[int]:
        """The numbers of the sentences in which a pattern is found."""
        return frozenset(pattern.numbers(self.lines, self.data, self._starts))

    def silenced(self, sections: Iterable[int]) -> TextIndex:
        """The same text, in which the sentences of these sections count for nothing: they are about something else."""
        silent = frozenset(sections)
        if not silent:
            return self
        other = copy(self)
        other.memo = {}
        other.sentences = [
            s._replace(traits=s.traits | Trait.FOREIGN) if s.section in silent else s for s in self.sentences
        ]
        return other

    def at(self, position: int) -> Sentence:
        """The sentence that holds a position of the folded text."""
        return self.sentences[bisect_right(self._starts, position) - 1]

    def line(self, sentence: Sentence) -> str:
        """The folded text of one sentence."""
        return self.lines[sentence.number]

    def line_data(self, sentence: Sentence) -> bytes:
        """The same as bytes, for RE2."""
        return self.data[sentence.at : sentence.at + sentence.end - sentence.start]

    @cached_property
    def _quotes(self) -> tuple[list[int], list[int]]:
        """Where the words of others begin and end."""
        quoted = [m.span() for m in _QUOTED.finditer(self.folded) if m[0].count(" ") >= LONG_QUOTE]
        return [a for a, _ in quoted], [b for _, b in quoted]

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether a match stands wholly inside someone's quoted words."""
        starts, ends = self._quotes
        last = bisect_right(starts, start) - 1
        return last >= 0 and end <= ends[last]

    def within(self, names: Iterable[str]) -> Iterator[Sentence]:
        """The sentences of the sections with one of these canonical names."""
        wanted = frozenset(names)
        return (s for s in self.sentences if s.names & wanted)


class _Same:
    """A text that is the same by identity: comparing all its words would take as long as laying it out."""

    __slots__ = ("text",)

    def __init__(self, text: SourceText) -> None:
        self.text = text

    def __hash__(self) -> int:
        return id(self.text)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Same) and other.text is self.text


def index_of(text: SourceText) -> TextIndex:
    """The index of a text; made once for what asks for it one after the other, as the toets and its report do."""
    return _index_of(_Same(text))


@lru_cache(maxsize=2)
def _index_of(same: _Same) -> TextIndex:
    return TextIndex(same.text)


def _section_traits(section: Section) -> int:
    """Fields above the text and lists after it are furniture; a known section under one of them is text again."""
    decision = Trait.DECISION if DRAFT in section.all_names else Trait.NONE
    if section.names:
        furniture = all(name in FIELDS or name in AFTER_THE_TEXT for name in section.names)
    else:
        furniture = any(name in AFTER_THE_TEXT for name in section.within)
    return decision | (Trait.FURNITURE if furniture else Trait.NONE)


def _length_traits(line: str, words: int, small: int) -> int:
    """A heading, or a list of words and not a sentence. A step with its date is more than a list."""
    shortest = SHORTEST_SENTENCE if line.endswith((".", "!", "?")) else SHORTEST_EVIDENCE
    traits = Trait.HEADING if words < shortest else Trait.NONE
    listed = _is_word_list(words, small, PROSE_SENTENCE) and not _DATED.search(line)
    return traits | (Trait.NO_SENTENCE if listed or _is_enumeration(line, words) else Trait.NONE)


def _is_enumeration(line: str, words: int) -> bool:
    """Whether almost every word stands between commas: a row of keywords, no sentence."""
    commas = line.count(",") + line.count(";")
    return commas >= MANY_COMMAS and commas >= COMMA_SHARE * words


def _is_word_list(words: int, small: int, prose: tuple[int, float]) -> bool:
    """Whether so few small words stand between the others that this is no Dutch sentence but a list of words."""
    least, share = prose
    return words >= least and small < share * words


def _paragraph_traits(paragraph: Paragraph, lines: Sequence[int]) -> int:
    """What holds for every sentence: fields of a form, an empty table, or guidance of a format that was left in."""
    rows = paragraph.rows
    if rows and sum(bool(_LABEL.match(fold(row[0]).strip())) for row in rows) * 2 > len(rows):
        return Trait.FURNITURE
    if (
        rows
        and not any(_is_filled(row) for row in rows[1:])
        and all(len(c) <= HEADER_CELL for row in rows for c in row)
    ):
        return Trait.TEMPLATE
    told = sum(bool(traits & Trait.TEMPLATE) for traits in lines)
    asked = sum(bool(traits & Trait.NO_SENTENCE) for traits in lines)
    return Trait.TEMPLATE if told and told + asked >= INSTRUCTION_SHARE * len(lines) else Trait.NONE


def _is_filled(row: tuple[str, ...]) -> bool:
    return sum(bool(cell.strip()) for cell in row) > 1
