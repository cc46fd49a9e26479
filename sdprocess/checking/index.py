"""A text laid out for matching: its sentences, folded, one per line, each knowing its place and whether it may count.

Rules match against `folded`; a match is brought back to its sentence with `at`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from sdprocess.checking.decisions import ASKED, DRAFT, Decisions, is_explanation
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


@dataclass(frozen=True, slots=True)
class Sentence:
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


_WORD = re.compile(r"\w+")
_DATED = re.compile(
    r"^(?:\W*\d{1,2} )?(?:januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december)\b"
    r".{0,30}\b20\d\d\b"
)
"""A line of a time table: it begins with its date."""
_ANNEX = re.compile(
    r"\b(?:zie|conform|verwijz\w+ naar|raadpleeg|lees|verwezen naar|toegelicht in|opgenomen in|beschreven in|"
    r"te vinden in|"
    r"uitgewerkt in)\b[^.]{0,40}\b(?:bijlage|bijlagen|bijgevoegde?|bijgaande?|annex)\b|^(?:zie )?bijlage\b"
)
_TEMPLATE = re.compile(
    r"^[-*\[(<{> ]*(?:(?:schrijf|vertel|noem|zeg|verwijs|houd|haal|denk aan) (?!over\b|van\b|en\b)"
    r"|(?:zet|kies|laat) (?:er|de|het|een|hem|achter|iemand|twee|hier|per)\b|gebruik (?:hier|cijfers|korte)\b"
    r"|(?:geef|beschrijf|licht|vermeld|noem|benoem|omschrijf|vul|vat|schets|motiveer|leg|formuleer)"
    r"(?: [\w'-]+){0,4}? (?:hier|kort|beknopt|aan|toe|samen|uit|welke?|waarom|wat|hoe|of)\b"
    r"|hier komt\b|lorem ipsum|\[?invullen|\[?tekst invoegen|xxx|in te vullen)"
    r"|\[(?!\d)[^\]\n]{3,60}\]|\((?:[a-z]\d)(?:, ?[a-z]\d)*\)\W*$"
)
_QUESTION = re.compile(r"\?[\"'”’»)\]]*(?: ?\([a-z]\d(?:, ?[a-z]\d)*\))?\s*$")
_LABEL = re.compile(
    r"^(?:onderwerp|titel|portefeuillehouders?|portefeuille|steller|opsteller|afdeling|team|datum\b.*|zaaknummer|kenmerk|"
    r"registratienummer|programma|commissie|vergadering|raadsvergadering|agendapunt|nummer|"
    r"contactpersoon|behandeld door|telefoon|e-mail|status|openbaar(?:heid)?|bijlagen?)\b[\w -]{0,20}:?$"
)
HEADER_CELL = 60
INSTRUCTION_SHARE = 0.5
"""From which share of instructions and questions on, a whole paragraph is the format's guidance."""
_REPORTED = re.compile(
    r"^(?:volgens|aldus) (?:de |het |een )?(?:fractie|indiener|reclamant|bezwaarmaker|insprek|oppositie)"
    r"|\b(?:fractie|reclamant\w*|bezwaarmaker\w*|insprekers?|indieners?)\b[^.]{0,30}"
    r"\b(?:vindt|vinden|stelt|stellen|meent|menen|vreest|vrezen|schrijft|schrijven|zegt|zeggen|betoogt|betogen)\b"
)
_FURNITURE = re.compile(
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
EMPTY = re.compile(
    r"^[-*\s]*(?:n\.?v\.?t\.?|niet van toepassing|geen(?: (?:bijzonderheden|opmerkingen|kanttekeningen|"
    r"risico'?s|alternatieven|"
    r"bezwaren|nadelen|gevolgen|consequenties|argumenten|relatie))*|nihil|idem|volgt(?: nog)?|p\.?m\.?|"
    r"n\.?t\.?b\.?|n\.?n\.?b\.?|"
    r"nader te bepalen|nog te bepalen|nog onbekend|zie boven|zie hierboven|zie inleiding|zie hiervoor|er zijn geen "
    r"(?:kanttekeningen|risico'?s|alternatieven|bijzonderheden|bezwaren|nadelen)(?: bij dit voorstel)?|x+|-+|"
    r"\.+)[\s.!]*$"
)
_QUOTED = re.compile(r"[\"“„][^\"“”„\n]{12,}[\"”]|(?<!\w)['‘][^'‘’\n]{20,}['’](?!\w)")


class TextIndex:
    """The sentences of one text, ready to be matched."""

    def __init__(self, text: SourceText) -> None:
        self.text = text
        self.sentences: list[Sentence] = []
        lines: list[str] = []
        at = 0
        order = {s.id: i for i, s in enumerate(text.sections)}
        seen: set[str] = set()
        decisions = Decisions(text)
        for number, (section, paragraph) in enumerate(text.paragraphs()):
            folded = fold(paragraph.text)
            no_prose = paragraph.kind is not BlockKind.TABLE and _is_word_list(_WORD.findall(folded), PROSE_PARAGRAPH)
            spans = tuple(split(paragraph.text))
            for_all = _paragraph_traits(paragraph, [folded[start:end] for start, end in spans])
            named = decisions.names(section, folded)
            for start, end in spans:
                line = folded[start:end]
                found = _WORD.findall(line)
                words = len(found)
                traits = _traits(section, paragraph, line, words) | for_all
                if no_prose or (paragraph.kind is not BlockKind.TABLE and _is_no_sentence(line, found)):
                    traits |= Trait.NO_SENTENCE
                if line in seen:
                    traits |= Trait.REPEATED
                if not traits & Trait.SILENT:
                    seen.add(line)
                names = named - {ASKED} if is_explanation(line, len(spans)) else named
                where = (order[section.id], number, paragraph.id)
                self.sentences.append(Sentence(len(lines), *where, start, end, at, words, names, traits))
                lines.append(line)
                at += len(line) + 1
        self.folded = "\n".join(lines)
        self.data = self.folded.encode("ascii")
        """The same as bytes: RE2 matches these without counting characters. One byte each, so places are the same."""
        self._starts = [s.at for s in self.sentences]
        quoted = [m.span() for m in _QUOTED.finditer(self.folded) if m[0].count(" ") >= LONG_QUOTE]
        self._quotes_start, self._quotes_end = [a for a, _ in quoted], [b for _, b in quoted]

    def silence(self, sections: Iterable[int]) -> None:
        """Let the sentences of these sections count for nothing: they are about something else."""
        silent = frozenset(sections)
        if silent:
            self.sentences = [
                replace(s, traits=s.traits | Trait.FOREIGN) if s.section in silent else s for s in self.sentences
            ]

    def at(self, position: int) -> Sentence:
        """The sentence that holds a position of the folded text."""
        return self.sentences[bisect_right(self._starts, position) - 1]

    def line(self, sentence: Sentence) -> str:
        """The folded text of one sentence."""
        return self.folded[sentence.at : sentence.at + sentence.end - sentence.start]

    def line_data(self, sentence: Sentence) -> bytes:
        """The same as bytes, for RE2."""
        return self.data[sentence.at : sentence.at + sentence.end - sentence.start]

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether a match stands wholly inside someone's quoted words."""
        last = bisect_right(self._quotes_start, start) - 1
        return last >= 0 and end <= self._quotes_end[last]

    def within(self, names: Iterable[str]) -> Iterator[Sentence]:
        """The sentences of the sections with one of these canonical names."""
        wanted = frozenset(names)
        return (s for s in self.sentences if s.names & wanted)


def _is_furniture(section: Section) -> bool:
    """Fields above the text and lists after it. A known section that stands under one of them is text again."""
    if section.names:
        return all(name in FIELDS or name in AFTER_THE_TEXT for name in section.names)
    return any(name in AFTER_THE_TEXT for name in section.within)


def _is_no_sentence(line: str, words: list[str]) -> bool:
    """Whether this is a list of words and not a sentence. A step with its date is more than a list."""
    listed = _is_word_list(words, PROSE_SENTENCE) and not _DATED.search(line)
    return listed or _is_enumeration(line, len(words))


def _is_enumeration(line: str, words: int) -> bool:
    """Whether almost every word stands between commas: a row of keywords, no sentence."""
    commas = line.count(",") + line.count(";")
    return commas >= MANY_COMMAS and commas >= COMMA_SHARE * words


def _is_word_list(words: list[str], prose: tuple[int, float]) -> bool:
    """Whether so few small words stand between the others that this is no Dutch sentence but a list of words."""
    least, share = prose
    return len(words) >= least and sum(map(SMALL_WORDS.__contains__, words)) < share * len(words)


def _paragraph_traits(paragraph: Paragraph, lines: list[str]) -> int:
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
    told = sum(bool(_TEMPLATE.search(line)) for line in lines)
    asked = sum(bool(_QUESTION.search(line)) for line in lines)
    return Trait.TEMPLATE if told and told + asked >= INSTRUCTION_SHARE * len(lines) else Trait.NONE


def _is_filled(row: tuple[str, ...]) -> bool:
    return sum(bool(cell.strip()) for cell in row) > 1


_SEEN_IN_LINE = (
    (_FURNITURE.search, Trait.FURNITURE),
    (EMPTY.match, Trait.EMPTY),
    (_TEMPLATE.search, Trait.TEMPLATE),
    (_QUESTION.search, Trait.NO_SENTENCE),
    (_ANNEX.search, Trait.ANNEX_ONLY),
    (_REPORTED.search, Trait.REPORTED),
)


def _traits(section: Section, paragraph: Paragraph, line: str, words: int) -> int:
    traits = Trait.FURNITURE if _is_furniture(section) else Trait.NONE
    for seen, trait in _SEEN_IN_LINE:
        if seen(line):
            traits |= trait
    shortest = SHORTEST_SENTENCE if line.endswith((".", "!", "?")) else SHORTEST_EVIDENCE
    if words < shortest and paragraph.kind is not BlockKind.TABLE:
        traits |= Trait.HEADING
    if DRAFT in section.all_names:
        traits |= Trait.DECISION
    return traits
