"""Milliseconds per document: reading in this process, and in the bounded child."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sdprocess.demo.files import demo_files
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import SourceText
from sdprocess.reading import ReadingWorker, read_bytes
from tests.bench.measure import Row, milliseconds, seconds

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
SUFFIXES = (".pdf", ".docx", ".odt", ".md", ".txt")
Documents = Sequence[tuple[str, bytes]]


def documents(limit: int | None = None) -> tuple[str, Documents]:
    """Where they come from, and (name, bytes) of each: a corpus when there is one, else the drafts of the demo."""
    folder = Path(os.environ.get("SDPROCESS_CORPUS", CORPUS))
    if folder.is_dir():
        paths = sorted(p for p in folder.rglob("*") if p.suffix in SUFFIXES)
        return "corpus", [(p.name, p.read_bytes()) for p in paths[:limit]]
    return "demostukken", [(file.name, file.data) for file in demo_files()][:limit]


def readable(given: Documents) -> Iterator[tuple[str, SourceText]]:
    """Name and text of each document that can be read, read in this process."""
    for name, data in given:
        try:
            yield name, read_bytes(data, name, isolate=False)
        except UnreadableDocument:
            continue


def rows(limit: int | None = None) -> Iterator[Row]:
    """Reading per format, and reading in the child."""
    source, given = documents(limit)
    by_format: dict[str, list[float]] = {}
    for name, data in given:
        suffix = Path(name).suffix.lstrip(".")
        try:
            took = seconds(lambda name=name, data=data: read_bytes(data, name, isolate=False))
        except UnreadableDocument:
            continue
        by_format.setdefault(suffix, []).append(took)
    for suffix, values in sorted(by_format.items()):
        yield milliseconds(f"lezen {suffix}", values, source)
    yield from _in_child(source, given)


def _in_child(source: str, given: Documents) -> Iterator[Row]:
    binary = [(name, data) for name, data in given if not name.endswith((".txt", ".md"))]
    values = []
    with ReadingWorker() as worker:
        for name, data in binary:
            try:
                values.append(seconds(lambda name=name, data=data: worker.read(data, name)))
            except UnreadableDocument:
                continue
    if values:
        yield milliseconds("lezen in het kindproces", values, source)
