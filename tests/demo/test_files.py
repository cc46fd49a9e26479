"""The demo files: made, the same every time, and readable by others and by ourselves."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from io import BytesIO
from pathlib import PurePath

import pypdfium2
import pytest
from docx import Document as DocxDocument
from odfdo import Document as OdtDocument

from sdprocess.demo.files import DemoFile, demo_files
from sdprocess.demo.source import Draft, Kind, drafts
from sdprocess.domain.text import BlockKind
from sdprocess.reading import read_bytes

FILES = {file.name: file for file in demo_files()}
DRAFTS = {draft.name: draft for draft in drafts()}
NAMES = sorted(FILES)

ORDINARY = {"beslispunten", "aanleiding", "beoogd-effect", "argumenten", "kanttekeningen", "alternatieven", "evaluatie"}
SECTIONS = {
    "raadsvoorstel-budgetcoaching.docx": ORDINARY | {"publiekssamenvatting", "kader", "participatie", "vervolgkeuzes"},
    "raadsvoorstel-praktijkondersteuner-jeugd.odt": (ORDINARY - {"alternatieven"}) | {"publiekssamenvatting"},
    "raadsvoorstel-woonzorgvisie.pdf": {
        "publiekssamenvatting",
        "beslispunten",
        "beoogd-effect",
        "risicos",
        "indicatoren",
    },
    "raadsvoorstel-mantelzorg.docx": ORDINARY | {"samenvatting", "participatie", "financien"},
    "raadsvoorstel-sportakkoord.md": ORDINARY - {"aanleiding"} | {"inleiding"},
    "raadsvoorstel-benoeming-lid-rekenkamer.md": {"beslispunten", "juridisch", "ontwerpbesluit"},
    "raadsvoorstel-doelgroepenvervoer.docx": {"beslispunten", "kader", "alternatieven", "planning", "financien"},
}


def words_of(file: DemoFile) -> str:
    """All text of a file as a library of its own format finds it, single-spaced."""
    suffix = PurePath(file.name).suffix
    if suffix == ".docx":
        opened = DocxDocument(BytesIO(file.data))
        text = " ".join(node.text or "" for node in opened.element.body.iter() if node.tag.endswith("}t"))
    elif suffix == ".odt":
        text = OdtDocument(BytesIO(file.data)).get_formatted_text()
    elif suffix == ".pdf":
        with pypdfium2.PdfDocument(file.data) as opened_pdf:
            text = " ".join(page.get_textpage().get_text_range() for page in opened_pdf)
    else:
        text = file.data.decode()
    return text


def letters(text: str) -> str:
    """Only letters and digits: hyphenation and layout differ per format, the words may not."""
    return re.sub(r"[\W_]+", "", text)


def words_in(draft: Draft) -> int:
    """Words in text and tables."""
    return sum(len(b.text.split()) + sum(len(cell.split()) for row in b.rows for cell in row) for b in draft.blocks)


def test_there_are_at_least_twelve_drafts_in_the_four_formats() -> None:
    formats = Counter(PurePath(name).suffix for name in NAMES)
    assert len(NAMES) >= 12
    assert formats[".docx"] >= 4
    assert formats[".odt"] >= 2
    assert formats[".pdf"] >= 2
    assert formats[".md"] >= 2


def test_the_files_are_the_same_bytes_every_time() -> None:
    assert {file.name: file.data for file in demo_files()} == {name: file.data for name, file in FILES.items()}


@pytest.mark.parametrize("name", NAMES)
def test_a_library_of_its_format_finds_every_paragraph(name: str) -> None:
    found = letters(words_of(FILES[name]))
    for block in DRAFTS[name].blocks:
        for text in (block.text, *(cell for row in block.rows for cell in row)):
            head = letters(text)[:40]
            assert head in found, text


@pytest.mark.parametrize("name", NAMES)
def test_we_read_every_file_without_an_error_and_without_losing_words(name: str) -> None:
    text = read_bytes(FILES[name].data, name)
    assert text.format == PurePath(name).suffix.removeprefix(".")
    read = len(text.plain.split())
    assert read >= 0.97 * words_in(DRAFTS[name])


@pytest.mark.parametrize("name", sorted(SECTIONS))
def test_the_sections_we_find_are_those_that_were_written(name: str) -> None:
    text = read_bytes(FILES[name].data, name)
    found = {canonical for section in text.sections for canonical in section.names}
    assert SECTIONS[name] <= found


def test_the_house_style_has_no_usual_headings() -> None:
    draft = DRAFTS["voorstel-bibliotheek-huis-van-het-dorp.docx"]
    assert not [b for b in draft.blocks if b.kind is Kind.HEADING]
    assert sum(all(run.bold for run in b.runs) for b in draft.blocks if b.runs) >= 10


def test_the_tables_of_a_docx_are_read_as_tables() -> None:
    text = read_bytes(FILES["raadsvoorstel-budgetcoaching.docx"].data, "raadsvoorstel-budgetcoaching.docx")
    tables = [p.rows for _, p in text.paragraphs() if p.kind is BlockKind.TABLE]
    assert any(rows[0][:3] == ("Indicator", "Nulmeting", "Streefwaarde") for rows in tables)


def test_the_footnote_and_the_tracked_insertion_of_a_docx_are_read() -> None:
    name = "raadsvoorstel-mantelzorg-v2.docx"
    text = read_bytes(FILES[name].data, name)
    assert any(p.kind is BlockKind.FOOTNOTE and "Gezondheidsmonitor" in p.text for _, p in text.paragraphs())
    assert "boodschappenhulp van Welzijn Merenveld" in text.plain


def test_the_tracked_insertion_is_a_real_one() -> None:
    with zipfile.ZipFile(BytesIO(FILES["raadsvoorstel-mantelzorg-v2.docx"].data)) as opened:
        assert "<w:ins " in opened.read("word/document.xml").decode()
        assert "Gezondheidsmonitor" in opened.read("word/footnotes.xml").decode()


def test_the_first_version_lacks_only_the_insertion() -> None:
    first, second = DRAFTS["raadsvoorstel-mantelzorg.docx"], DRAFTS["raadsvoorstel-mantelzorg-v2.docx"]
    differing = [(a, b) for a, b in zip(first.blocks, second.blocks, strict=True) if a != b]
    assert len(differing) == 1
    assert "boodschappenhulp" not in differing[0][0].text


def test_numbered_lists_in_a_docx_begin_again_at_one() -> None:
    text = read_bytes(FILES["raadsvoorstel-budgetcoaching.docx"].data, "raadsvoorstel-budgetcoaching.docx")
    numbered = [
        [p.marker for p in section.paragraphs if p.kind is BlockKind.LIST_ITEM and p.marker[0].isdigit()]
        for section in text.sections
    ]
    assert [markers for markers in numbered if markers] == [["1.", "2.", "3.", "4."], ["1.", "2.", "3."]]
