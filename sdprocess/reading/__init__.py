"""A draft in (docx, odt, pdf, markdown, text), a SourceText out. Judges nothing and stores nothing."""

from __future__ import annotations

from pathlib import Path

from sdprocess.content.sections import SectionTable, section_table
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import SourceText
from sdprocess.reading.gate import admit
from sdprocess.reading.limits import LIMITS, Limits
from sdprocess.reading.parse import parse_bytes, parse_text
from sdprocess.reading.worker import ReadingWorker

_LONG_TEXT = 500_000
"""A text of more bytes than this may take seconds, so it is read where there is a clock on it."""

__all__ = ["LIMITS", "Limits", "ReadingWorker", "read_bytes", "read_path", "read_text"]


def read_bytes(
    data: bytes, filename: str, *, isolate: bool = True, limits: Limits = LIMITS, table: SectionTable | None = None
) -> SourceText:
    """The text of a file. Raises UnreadableDocument; its `reason` is the code of a sentence in `texts`.

    isolate: read docx, odt and pdf in a child process that is bounded in time and memory; for files from outside. For
    many files use one `ReadingWorker`. Plain text and markdown of a usual size are always read in this process.
    """
    fmt = admit(data, filename, limits)
    if isolate and (fmt not in {"txt", "md"} or len(data) > _LONG_TEXT):
        with ReadingWorker(limits) as worker:
            return worker.read(data, filename)
    return parse_bytes(data, fmt, table or section_table(), limits)


def read_text(
    text: str, *, title: str = "", fmt: str = "plak", limits: Limits = LIMITS, table: SectionTable | None = None
) -> SourceText:
    """The SourceText of a pasted or plain text. Raises UnreadableDocument when it is empty or too long.

    title: what the person called it, goes before what the text says. fmt: plak, txt or md.
    """
    source = parse_text(text, fmt, table or section_table(), limits)
    if not title.strip():
        return source
    return SourceText(
        title.strip(), source.format, source.sections, source.page_count, source.notes, source.attachments
    )


def read_path(path: Path | str, *, isolate: bool = True, limits: Limits = LIMITS) -> SourceText:
    """The text of a file on this machine. Raises UnreadableDocument, also when it cannot be opened."""
    place = Path(path)
    try:
        with place.open("rb") as file:
            # one byte more than allowed is enough to know that it is too big
            data = file.read(limits.file_bytes + 1)
    except OSError as error:
        raise UnreadableDocument("bestand-weg", name=place.name) from error
    return read_bytes(data, place.name, isolate=isolate, limits=limits)
