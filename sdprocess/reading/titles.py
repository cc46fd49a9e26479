"""The title of a document."""

from __future__ import annotations

import re
from collections.abc import Sequence

from sdprocess.domain.text import Section
from sdprocess.reading.blocks import Extract

_LONGEST = 250
_FIELD = re.compile(r"^(?:titel ?/ ?onderwerp|onderwerp|betreft|titel|naam voorstel)\b ?:? ?", re.IGNORECASE)
_PROPOSAL = re.compile(
    r"^(?:(?:geamendeerd|gewijzigd|nader|aangepast|ontwerp|concept)\w* )*(?:raads|initiatief)?(?:voorstel|voordracht)\b"
    r".{0,60}\b(?:inzake|betreffende|over|tot)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"(?:^|[a-zé] )Onderwerp:? ([A-Z0-9‘“(].{10,240}?)"
    r"(?= (?:Portefeuillehouder|Afdeling|College ?besluit|Commissie|Zaaknummer|Steller|Datum)\b|$)"
)
_ONLY_FORM = re.compile(
    r"^(?:concept[- ]?)?(?:raadsvoorstel|raadsvoordracht|voorstel aan de raad|raadsbesluit|gemeente \w+)"
    r"(?: en (?:ontwerp|raads)\w*)?[\s\d:./-]*$",
    re.IGNORECASE,
)
_WORTHLESS = re.compile(
    r"^(?:microsoft word|document\d*|naamloos|untitled|sjabloon|template|concept|raadsvoorstel)\b|\.(?:docx?|pdf|odt)$",
    re.IGNORECASE,
)


def is_proposal_title(line: str) -> bool:
    """Whether this line is the name of a proposal ("Voorstel van het college inzake ...")."""
    return bool(_PROPOSAL.match(line))


def title_of(extract: Extract, sections: Sequence[Section], headed: str) -> str:
    """The best title there is. headed: the title when it was written as a heading above the text.

    In order: styled so, written so, the field "Onderwerp", a line "Voorstel ... inzake", the properties,
    the first line.
    """
    written = [*(b.text for b in extract.blocks if b.title), headed]
    for title in written:
        if title and not _ONLY_FORM.match(title):
            return title[:_LONGEST]
    opening = [row for s in sections[:3] for p in s.paragraphs[:30] for row in (_rows(p.rows) or (p.text,))]
    for at, text in enumerate(opening):
        value = _field_value(text, opening[at + 1 : at + 2])
        if value:
            return value[:_LONGEST]
    everywhere = (_SUBJECT.search(p.text) for s in sections for p in s.paragraphs if "nderwerp" in p.text)
    subject = next((found.group(1) for found in everywhere if found), "")
    if subject:
        return subject.strip()
    lines = [*opening, *(s.heading for s in sections[:4])]
    proposal = next((line for line in lines if _PROPOSAL.match(line)), "")
    if proposal:
        return proposal[:_LONGEST]
    if extract.title and not _WORTHLESS.search(extract.title):
        return extract.title[:_LONGEST]
    first = next((s.heading for s in sections if s.heading and not s.names), "")
    fallback = next((line for line in opening if not _ONLY_FORM.match(line)), "")
    return (first if sections and sections[0].heading == first and first else fallback or first)[:_LONGEST]


def _rows(rows: Sequence[Sequence[str]]) -> tuple[str, ...]:
    """The rows of a table as "label value"."""
    return tuple(" ".join(cell for cell in row if cell) for row in rows)


def _field_value(text: str, following: Sequence[str]) -> str:
    found = _FIELD.match(text)
    if not found:
        return ""
    return text[found.end() :].strip(" |:") or "".join(following).strip()
