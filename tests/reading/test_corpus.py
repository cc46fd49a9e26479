"""Every document of the corpus is read. The corpus is not part of the project; without it these tests skip, loudly."""

from __future__ import annotations

import os
from pathlib import Path
from statistics import median

import pytest

from sdprocess.domain.text import SourceText
from sdprocess.reading import ReadingWorker, read_path
from sdprocess.reading.wire import from_json, to_json

CORPUS = Path(os.environ.get("SDPROCESS_CORPUS", Path(__file__).resolve().parents[3] / "shared" / "corpus"))
FOLDERS = ("txt", "txt-ruw", "pdf")

pytestmark = [
    pytest.mark.slow,
    pytest.mark.skipif(
        not CORPUS.is_dir(), reason=f"GEEN CORPUS in {CORPUS}: zet SDPROCESS_CORPUS om alle stukken te lezen"
    ),
]


def files(folder: str) -> list[Path]:
    found = sorted(path for path in (CORPUS / folder).iterdir() if path.suffix in {".txt", ".pdf"})
    assert found, f"{CORPUS / folder} is leeg"
    return found


@pytest.fixture(scope="module")
def read() -> dict[str, dict[str, SourceText]]:
    """Everything, read once: by folder, then by name."""
    return {folder: {path.stem: read_path(path, isolate=False) for path in files(folder)} for folder in FOLDERS}


@pytest.mark.parametrize("folder", FOLDERS)
def test_every_document_is_read_and_has_a_title_and_text(read, folder):
    for name, source in read[folder].items():
        assert source.title, name
        assert sum(len(p.text) for _, p in source.paragraphs()) > 300, name
        assert from_json(to_json(source)) == source, name


@pytest.mark.parametrize(("folder", "least", "most"), [("txt", 8, 20), ("txt-ruw", 8, 20), ("pdf", 6, 20)])
def test_documents_have_a_sane_number_of_sections(read, folder, least, most):
    counts = [len(source.sections) for source in read[folder].values()]
    assert least <= median(counts) <= most
    assert max(counts) < 80


def proposals(read, prefix: str, folder: str = "txt") -> list[SourceText]:
    return [s for name, s in read[folder].items() if name.startswith(prefix)]


@pytest.mark.parametrize(
    ("prefix", "folder", "section", "share"),
    [
        ("hel-2", "txt", "beslispunten", 1.0),
        ("hel-2", "txt", "argumenten", 0.9),
        ("hel-2", "txt", "kanttekeningen", 0.7),
        ("hel-2", "txt", "financien", 0.8),
        ("hel-2", "txt-ruw", "argumenten", 1.0),
        ("hel-2", "txt-ruw", "kanttekeningen", 0.8),
        ("hel-2", "txt-ruw", "beslispunten", 1.0),
        ("nkp-0", "txt", "financien", 0.8),
        ("dh-", "txt", "beslispunten", 0.8),
        ("dh-", "pdf", "beslispunten", 0.8),
    ],
)
def test_filled_sections_are_found_in_most_proposals(read, prefix, folder, section, share):
    sources = proposals(read, prefix, folder)
    filled = [any(section in s.all_names and s.paragraphs for s in source.sections) for source in sources]
    assert sum(filled) >= share * len(filled)


def test_a_text_without_line_ends_gives_the_sections_of_its_repaired_text(read):
    for name, raw in read["txt-ruw"].items():
        expected = {n for s in read["txt"][name].sections for n in s.names if s.paragraphs}
        found = {n for s in raw.sections for n in s.names if s.paragraphs}
        assert len(expected & found) >= 0.7 * len(expected), (name, expected - found)


def test_a_pdf_and_its_text_give_nearly_the_same_sections(read):
    same = [
        {s.names for s in source.sections if s.names} == {s.names for s in read["txt"][name].sections if s.names}
        for name, source in read["pdf"].items()
        if name in read["txt"]
    ]
    assert sum(same) >= 0.6 * len(same)


def test_the_reading_process_reads_the_pdfs_too(read):
    with ReadingWorker() as worker:
        for path in files("pdf")[::9]:
            assert worker.read(path.read_bytes(), path.name) == read["pdf"][path.stem]
