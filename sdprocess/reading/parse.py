"""Bytes that were let in become a SourceText, in this process."""

from __future__ import annotations

from collections.abc import Callable

from sdprocess.content.sections import SectionTable
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import SourceText
from sdprocess.reading.blocks import Extract
from sdprocess.reading.failures import refusal
from sdprocess.reading.gate import Format
from sdprocess.reading.limits import MEGABYTE, Limits
from sdprocess.reading.markdown import extract_markdown
from sdprocess.reading.plain import extract_plain
from sdprocess.reading.structure import assemble


def parse_bytes(data: bytes, fmt: Format, table: SectionTable, limits: Limits) -> SourceText:
    """Read a file as `fmt`. Raises UnreadableDocument."""
    if fmt in {"txt", "md"}:
        return parse_text(decode(data), fmt, table, limits)
    try:
        extract = _reader(fmt)(data, table, limits)
    except (MemoryError, RecursionError) as error:
        raise refusal(error) from error
    return finish(extract, table, limits)


def parse_text(text: str, fmt: str, table: SectionTable, limits: Limits) -> SourceText:
    """Read a text. Raises UnreadableDocument when it is empty or too long."""
    if len(text) > limits.text_chars:
        raise UnreadableDocument("te-veel-tekst", limit=limits.text_chars // MEGABYTE)
    if text.count("\n") + text.count("\r") > limits.lines:
        raise UnreadableDocument("te-veel-regels", limit=limits.lines)
    extract = extract_markdown(text, table) if fmt == "md" else extract_plain(text, fmt, table)
    return finish(extract, table, limits)


def finish(extract: Extract, table: SectionTable, limits: Limits) -> SourceText:
    """The SourceText of an extract that has words, and not too many."""
    if sum(len(block.text) for block in extract.blocks) > limits.text_chars:
        raise UnreadableDocument("te-veel-tekst", limit=limits.text_chars // MEGABYTE)
    if not any(c.isalnum() for block in extract.blocks for c in block.text):
        raise UnreadableDocument("leeg")
    return assemble(extract, table)


def decode(data: bytes) -> str:
    """Text of bytes: UTF-8, UTF-16 with a mark, else Windows-1252."""
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _reader(fmt: Format) -> Callable[[bytes, SectionTable, Limits], Extract]:
    """The reader of a format; its library is only loaded when a file asks for it."""
    if fmt == "pdf":
        from sdprocess.reading.pdf import extract_pdf  # noqa: PLC0415

        return extract_pdf
    if fmt == "docx":
        from sdprocess.reading.docx_reader import extract_docx  # noqa: PLC0415

        return lambda data, table, _: extract_docx(data, table)
    from sdprocess.reading.odt_reader import extract_odt  # noqa: PLC0415

    return lambda data, table, _: extract_odt(data, table)
