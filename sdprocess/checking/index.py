"""A text laid out for matching: its sentences, folded, one per line, each knowing its place and whether it may count.

Rules match against `folded`; a match is brought back to its sentence with `at`.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import IntFlag

from sdprocess.checking.sentences import split
from sdprocess.content.cues import fold
from sdprocess.domain.text import BlockKind, Paragraph, Section, SourceText

SILENT_SECTIONS = frozenset({"bijlagen", "ondertekening", "onderwerp", "meta", "mensen", "aan"})
SHORTEST_EVIDENCE = 4
LONG_QUOTE = 6


class Trait(IntFlag):
    """Why a sentence counts less, or not at all."""

    NONE = 0
    HEADING = 1
    FURNITURE = 2
    ANNEX_ONLY = 4
    TEMPLATE = 8
    REPORTED = 16
    EMPTY = 32
    DECISION = 64
    SILENT = HEADING | FURNITURE | TEMPLATE | EMPTY


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
    traits: Trait


_WORD = re.compile(r"\w+")
_ANNEX = re.compile(
    r"\b(?:zie|conform|verwijz\w+ naar|raadpleeg|lees|verwezen naar|toegelicht in|opgenomen in|beschreven in|te vinden in|"
    r"uitgewerkt in)\b[^.]{0,40}\b(?:bijlage|bijlagen|bijgevoegde?|bijgaande?|annex)\b|^(?:zie )?bijlage\b"
)
_TEMPLATE = re.compile(
    r"^(?:[-*\[(<{ ]*)(?:(?:geef|beschrijf|licht|vermeld|noem|benoem|omschrijf|vul|vat|schets|motiveer|leg|formuleer|gebruik)"
    r"\b[^.]{0,40}\b(?:hier|kort|beknopt|aan|toe|in|uit|welke?|waarom|wat|hoe|of|de|het)\b"
    r"|hier komt\b|lorem ipsum|\[?invullen|\[?tekst invoegen|xxx|in te vullen)"
)
_IMPERATIVE_END = re.compile(r"\b(?:wij|we|u|het college|de raad|hij|zij)\b")
_REPORTED = re.compile(
    r"^(?:volgens|aldus) (?:de |het |een )?(?:fractie|indiener|reclamant|bezwaarmaker|insprek|oppositie)"
    r"|\b(?:fractie|reclamant\w*|bezwaarmaker\w*|insprekers?|indieners?)\b[^.]{0,30}"
    r"\b(?:vindt|vinden|stelt|stellen|meent|menen|vreest|vrezen|schrijft|schrijven|zegt|zeggen|betoogt|betogen)\b"
)
_FURNITURE = re.compile(
    r"^(?:pagina|blz\.?|bladzijde) ?\d|\bblz\.? \d+ van \d+|^raads(?:voorstel|besluit) \d+ vergadering|^(?:ris|dso|ons kenmerk|kenmerk|zaaknummer|datum|portefeuillehouder|"
    r"afdeling|steller|telefoon|e-mail|postbus|onderwerp|agendapunt|commissie|college besluit|registratienummer|raadsnummer|"
    r"opgesteld door|behandeld door|contactpersoon)\b[ :]|^(?:burgemeester en wethouders van|aldus (?:besloten|vastgesteld) in|"
    r"de (?:griffier|voorzitter|burgemeester|secretaris)\b ?,?|validsigned|hoogachtend|het college van burgemeester en wethouders,?$)"
)
EMPTY = re.compile(
    r"^[-*\s]*(?:n\.?v\.?t\.?|niet van toepassing|geen(?: (?:bijzonderheden|opmerkingen|kanttekeningen|risico'?s|alternatieven|"
    r"bezwaren|nadelen|gevolgen|consequenties|argumenten|relatie))*|nihil|idem|volgt(?: nog)?|p\.?m\.?|n\.?t\.?b\.?|n\.?n\.?b\.?|"
    r"nader te bepalen|nog te bepalen|nog onbekend|zie boven|zie hierboven|zie inleiding|zie hiervoor|er zijn geen "
    r"(?:kanttekeningen|risico'?s|alternatieven|bijzonderheden|bezwaren|nadelen)(?: bij dit voorstel)?|x+|-+|\.+)[\s.!]*$"
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
        for number, (section, paragraph) in enumerate(text.paragraphs()):
            names = frozenset(section.all_names)
            folded = fold(paragraph.text)
            for start, end in split(paragraph.text):
                line = folded[start:end]
                words = len(_WORD.findall(line))
                traits = _traits(section, paragraph, line, words)
                where = (order[section.id], number, paragraph.id)
                self.sentences.append(Sentence(len(lines), *where, start, end, at, words, names, traits))
                lines.append(line)
                at += len(line) + 1
        self.folded = "\n".join(lines)
        self._starts = [s.at for s in self.sentences]
        self._quoted = [m.span() for m in _QUOTED.finditer(self.folded) if m[0].count(" ") >= LONG_QUOTE]

    def at(self, position: int) -> Sentence:
        """The sentence that holds a position of the folded text."""
        return self.sentences[bisect_right(self._starts, position) - 1]

    def line(self, sentence: Sentence) -> str:
        """The folded text of one sentence."""
        return self.folded[sentence.at : sentence.at + sentence.end - sentence.start]

    def in_quotes(self, start: int, end: int) -> bool:
        """Whether a match stands wholly inside someone's quoted words."""
        return any(a <= start and end <= b for a, b in self._quoted)

    def within(self, names: Iterable[str]) -> Iterator[Sentence]:
        """The sentences of the sections with one of these canonical names."""
        wanted = frozenset(names)
        return (s for s in self.sentences if s.names & wanted)


def _traits(section: Section, paragraph: Paragraph, line: str, words: int) -> Trait:
    traits = Trait.NONE
    if SILENT_SECTIONS.intersection(section.all_names) or _FURNITURE.search(line):
        traits |= Trait.FURNITURE
    if EMPTY.match(line):
        traits |= Trait.EMPTY
    if _TEMPLATE.match(line) and not _IMPERATIVE_END.search(line):
        traits |= Trait.TEMPLATE
    if _ANNEX.search(line):
        traits |= Trait.ANNEX_ONLY
    if _REPORTED.search(line):
        traits |= Trait.REPORTED
    if words < SHORTEST_EVIDENCE and paragraph.kind is not BlockKind.TABLE:
        traits |= Trait.HEADING
    if "ontwerpbesluit" in section.all_names:
        traits |= Trait.DECISION
    return traits
