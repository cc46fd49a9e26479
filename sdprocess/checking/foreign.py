"""Parts of a text that are about something else than the rest: pasted in, or left behind from another piece.

A section shares its longer words, but for those that every proposal has, with the rest of its document: half of them
as a rule. Measured over 123 public documents: see ADR 0026.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import chain

from sdprocess.checking.index import TextIndex
from sdprocess.content.cues import fold

STEM = 7
"""Letters by which two words are taken for one: sporthal, sporthallen."""
FEWEST = 20
"""A section with fewer words of its own says too little."""
SHARED = 0.12
LEAST_REST = 10
"""Own words that the rest must have before anything can be said of a section."""
ABOUT = 1
"""From how many words of its subject on a section is about it."""
SUBJECT = frozenset({"beslispunten", "ontwerpbesluit", "onderwerp"})
NEVER = frozenset(
    {"beslispunten", "ontwerpbesluit", "publiekssamenvatting", "samenvatting", "bijlagen", "ondertekening"}
)
LONG = 6
_APART = bytes(code if chr(code).islower() else ord(" ") for code in range(128)) + bytes(128)
"""Leaves the letters."""


def stems(text: str) -> list[str]:
    """The beginnings of the longer words."""
    return _stems(fold(text))


def _stems(folded: str) -> list[str]:
    words = folded.encode("ascii").translate(_APART).decode("ascii").split()
    return [word[:STEM] for word in words if len(word) >= LONG]


COMMON = frozenset(
    stems("""
    gemeente gemeenteraad gemeentelijk raadsvoorstel voorstel voorstellen college burgemeester wethouder raadslid
    inwoners bewoners worden hebben kunnen zullen moeten mensen waarbij waarin waarom hierbij daarbij daarom
    daarnaast echter zonder omdat besluit besluiten vaststellen vastgesteld uitvoering uitvoeren uitgevoerd
    beschikbaar financieel middelen kosten budget begroting bedrag krediet periode verschillende belangrijk
    mogelijk nieuwe andere volgende eerder verder binnen tussen vanaf onderdeel onderdelen invulling ontwikkeling
    gebruik gebruiken maatregelen maatregel risico argumenten kanttekeningen alternatieven alternatief evaluatie
    participatie communicatie planning resultaat resultaten doelstelling effect effecten gevolgen advies adviseren
    januari februari augustus september oktober november december jaarlijks kwartaal organisatie partijen
    betrokken samenwerking informatie rapport rapportage aantal procent
    """)
)
"""Words that every proposal has, whatever it is about."""


def foreign_sections(index: TextIndex) -> tuple[int, ...]:
    """Places of the sections that share almost no word with the rest, and none with what the proposal is about."""
    sections = index.text.sections
    own = [_own(lines) for lines in _lines(index)]
    everywhere = Counter(chain.from_iterable(map(set, own)))
    asked = [
        word for section, words in zip(sections, own, strict=True) if SUBJECT & set(section.all_names) for word in words
    ]
    subject = {*_own([fold(index.text.title)]), *asked}
    long = [place for place, words in enumerate(own) if len(words) >= FEWEST]
    found = tuple(
        place
        for place in long
        if not NEVER.intersection(sections[place].all_names)
        and len(subject.intersection(own[place])) < ABOUT
        and sum(everywhere[word] > 1 for word in own[place]) < SHARED * len(own[place])
    )
    rest = sum(map(len, own)) - sum(len(own[place]) for place in found)
    return found if rest >= LEAST_REST else ()


def _lines(index: TextIndex) -> list[list[str]]:
    """The folded lines of each section."""
    found: list[list[str]] = [[] for _ in index.text.sections]
    for sentence, line in zip(index.sentences, index.lines, strict=True):
        found[sentence.section].append(line)
    return found


def _own(lines: Iterable[str]) -> list[str]:
    return [stem for stem in _stems("\n".join(lines)) if stem not in COMMON]
