"""The same words in every format give the same sections and paragraphs."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import pytest

from sdprocess.domain.text import SourceText
from sdprocess.reading import read_bytes, read_text
from tests.reading import conftest as made

FILES = {
    "voorstel.docx": made.sample_docx,
    "voorstel.odt": made.sample_odt,
    "voorstel.pdf": lambda: made.pdf_bytes(made.sample_typst()),
    "voorstel.md": lambda: made.sample_md().encode(),
    "voorstel.txt": lambda: made.sample_txt().encode(),
}


def names(source: SourceText) -> list[tuple[str, ...]]:
    return [section.names for section in source.sections]


@pytest.mark.parametrize("filename", FILES)
def test_every_format_gives_the_same_sections_and_the_same_paragraph_ids(filename):
    expected = read_text(made.sample_txt(), fmt="txt")
    source = read_bytes(FILES[filename](), filename, isolate=False)
    assert source.format == filename.rsplit(".", 1)[1]
    assert source.title == made.TITLE
    assert names(source) == names(expected)
    assert list(source.places) == list(expected.places)
    assert [p.text for _, p in source.paragraphs()][1:] == [t for _, texts in made.SECTIONS for t in texts]


@pytest.mark.parametrize("filename", ["voorstel.docx", "voorstel.pdf", "voorstel.md"])
def test_equal_texts_in_other_formats_have_equal_hashes(filename):
    assert read_bytes(FILES[filename](), filename, isolate=False).text_hash == read_text(made.sample_txt()).text_hash


@pytest.mark.parametrize("filename", ["voorstel.docx", "voorstel.odt", "voorstel.pdf"])
def test_the_child_process_reads_what_this_process_reads(filename):
    data = FILES[filename]()
    assert read_bytes(data, filename) == read_bytes(data, filename, isolate=False)


def test_paragraphs_of_a_pdf_know_their_page():
    source = read_bytes(
        made.pdf_bytes(
            "= Inleiding\nEerste bladzijde met tekst die lang genoeg is.\n#pagebreak()\n= Financiën\nTweede bladzijde met tekst."
        ),
        "x.pdf",
        isolate=False,
    )
    assert source.page_count == 2
    assert [(s.names, {p.page for p in s.paragraphs}) for s in source.sections] == [
        (("inleiding",), {1}),
        (("financien",), {2}),
    ]


def test_page_headers_and_numbers_of_a_pdf_are_left_out_and_that_is_said():
    pages = "\n#pagebreak()\n".join(f"= {h}\n" + "\n\n".join(t) for h, t in made.SECTIONS)
    source = read_bytes(
        made.pdf_bytes(f'#set page(header: [Gemeente Waterrijk], numbering: "1/1")\n{pages}'), "x.pdf", isolate=False
    )
    assert "Waterrijk" not in source.plain
    assert [n.count for n in source.notes if n.code == "paginaregels"] == [8]


def test_a_word_broken_at_the_end_of_a_pdf_line_is_whole_again():
    text = "De wijkverpleegkundigenorganisatie onderhoudt samenwerkingsovereenkomsten met welzijnsorganisaties. " * 3
    source = read_bytes(
        made.pdf_bytes(f'#set text(lang: "nl", hyphenate: true)\n#set page(width: 7cm)\n= Inleiding\n{text}'),
        "x.pdf",
        isolate=False,
    )
    assert source.sections[0].paragraphs[0].text == text.strip()


def test_a_title_that_was_given_goes_before_the_title_in_the_text():
    assert read_text(made.sample_txt(), title=" Speelplek ").title == "Speelplek"
    assert read_text(made.sample_txt()).format == "plak"
