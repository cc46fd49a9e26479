"""Milliseconds per document: reading in this process, reading in the bounded child, judging."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from pathlib import Path

from sdprocess.checking.assess import assess
from sdprocess.content.library import load_library
from sdprocess.demo.files import demo_files
from sdprocess.domain.errors import UnreadableDocument
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


def rows(limit: int | None = None) -> Iterator[Row]:
    """Reading per format, reading in the child, judging."""
    source, given = documents(limit)
    library = load_library()
    checklist = library.checklist("raadsvoorstel")
    texts = []
    by_format: dict[str, list[float]] = {}
    for name, data in given:
        suffix = Path(name).suffix.lstrip(".")
        try:
            took = seconds(lambda name=name, data=data: texts.append(read_bytes(data, name, isolate=False)))
        except UnreadableDocument:
            continue
        by_format.setdefault(suffix, []).append(took)
    for suffix, values in sorted(by_format.items()):
        yield milliseconds(f"lezen {suffix}", values, source)
    yield from _in_child(source, given)
    if not texts:
        return
    assess(texts[0], checklist)
    yield milliseconds("toetsen", [seconds(lambda text=text: assess(text, checklist)) for text in texts], source)


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
