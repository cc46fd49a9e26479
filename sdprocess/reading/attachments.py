"""The annexes a text lists. They are named, not read."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from sdprocess.domain.text import Section

_PREFIX = re.compile(
    r"^(?:[-–−•*]\s*|\(?\d{1,2}[.):]?\s+|[a-z][.)]\s+|bijlage(?:\(n\)|n)?\s*(?:\d{1,2}|[a-zA-Z]|[IVX]+)?\s*[:.–-]\s*)+",
    re.IGNORECASE,
)
_NONE = re.compile(r"^(?:geen|n\.?v\.?t\.?|niet van toepassing|-+|/+)\.?$", re.IGNORECASE)
_LINE = re.compile(r"^(?:bijlage(?:n|\(n\))|bijgevoegde stukken|meegezonden stukken) ?: ?(\S.*)$", re.IGNORECASE)
_MOST = 100
_LONGEST = 200


def attachments_of(sections: Sequence[Section]) -> tuple[str, ...]:
    """Names of annexes: under a heading "Bijlagen", and on lines "Bijlagen: ..."."""
    names = (name for section in sections for name in _in_section(section))
    return tuple(dict.fromkeys(name for name in names if name))[:_MOST]


def _in_section(section: Section) -> Iterator[str]:
    listed = any(p.marker or p.rows for p in section.paragraphs)
    for paragraph in section.paragraphs:
        if "bijlagen" in section.names:
            if listed and not (paragraph.marker or paragraph.rows or _PREFIX.match(paragraph.text)):
                continue
            texts = [" ".join(c for c in row if c) for row in paragraph.rows] or [paragraph.text]
        else:
            found = _LINE.match(paragraph.text)
            texts = [found.group(1)] if found else []
        for text in texts:
            yield from (_name(part) for part in re.split(r"; ?|\n", text))


def _name(text: str) -> str:
    bare = _PREFIX.sub("", text.strip()).strip(" .;,")
    return "" if _NONE.match(bare) or len(bare) < 3 or len(bare) > _LONGEST else bare  # noqa: PLR2004
