"""Small texts for the tests of the checking floor."""

from __future__ import annotations

from sdprocess.domain.text import Paragraph, Section, SourceText


def one_section(text: str, section: str = "") -> SourceText:
    """A document of one paragraph, in one section."""
    names = (section,) if section else ()
    return SourceText("", "plak", (Section("s1", section, 1, names, paragraphs=(Paragraph("p1", text, 1),)),))
