"""What Word adds to plain paragraphs survives, or its loss is said."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import io
import zipfile

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Pt

from sdprocess.domain.text import BlockKind, SourceText
from sdprocess.reading import read_bytes
from tests.reading.conftest import make_docx, with_entry

W = nsdecls("w")


def read(build) -> SourceText:
    return read_bytes(make_docx(build), "voorstel.docx", isolate=False)


def raw(xml: str):
    return parse_xml(xml.replace("<w:p>", f"<w:p {W}>", 1) if xml.startswith("<w:p>") else xml)


def texts(source: SourceText) -> list[str]:
    return [p.text for _, p in source.paragraphs()]


def add(document, xml: str) -> None:
    document.element.body.insert(len(document.element.body) - 1, raw(xml))


def test_text_in_content_controls_is_read_around_and_inside_paragraphs():
    def build(d):
        add(
            d,
            f"<w:sdt {W}><w:sdtContent><w:p><w:r><w:t>Wij vragen de raad om geld.</w:t></w:r></w:p></w:sdtContent></w:sdt>",
        )
        add(
            d,
            "<w:p><w:r><w:t xml:space='preserve'>De wethouder is </w:t></w:r><w:sdt><w:sdtContent><w:r><w:t>B. Jansma</w:t></w:r></w:sdtContent></w:sdt></w:p>",
        )

    assert texts(read(build)) == ["Wij vragen de raad om geld.", "De wethouder is B. Jansma"]


def test_insertions_are_accepted_deletions_dropped_and_both_are_counted():
    def build(d):
        add(
            d,
            "<w:p><w:r><w:t xml:space='preserve'>Het plan kost </w:t></w:r><w:del w:id='1' w:author='a'><w:r><w:delText>veel</w:delText></w:r></w:del>"
            "<w:ins w:id='2' w:author='a'><w:r><w:t>€ 500</w:t></w:r></w:ins><w:r><w:t>.</w:t></w:r></w:p>",
        )

    source = read(build)
    assert texts(source) == ["Het plan kost € 500."]
    assert {n.code: n.count for n in source.notes} == {"invoeging": 1, "verwijdering": 1}


def test_a_deleted_paragraph_end_joins_the_two_paragraphs():
    def build(d):
        add(
            d,
            "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='a'/></w:rPr></w:pPr><w:r><w:t xml:space='preserve'>De raad </w:t></w:r></w:p>",
        )
        add(d, "<w:p><w:r><w:t>besluit in mei.</w:t></w:r></w:p>")

    assert texts(read(build)) == ["De raad besluit in mei."]


def test_comments_are_left_out_and_counted():
    def build(d):
        run = d.add_paragraph("De raad besluit.").runs[0]
        d.add_comment(run, text="Klopt dit wel?", author="A", initials="A")

    source = read(build)
    assert texts(source) == ["De raad besluit."]
    assert [(n.code, n.count) for n in source.notes] == [("opmerking", 1)]


def test_footnotes_stand_in_the_section_that_refers_to_them():
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='-1'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>Raadsbesluit van 4 maart 2024.</w:t></w:r></w:p></w:footnote></w:footnotes>"
    )

    def build(d):
        d.add_heading("Inleiding", 1)
        add(d, "<w:p><w:r><w:t>De raad koos eerder.</w:t></w:r><w:r><w:footnoteReference w:id='2'/></w:r></w:p>")
        d.add_heading("Financiën", 1)
        d.add_paragraph("Er is geld.")

    data = make_docx(build)
    data = with_entry(data, "word/footnotes.xml", notes.encode())
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        rels = archive.read("word/_rels/document.xml.rels").decode()
        types = archive.read("[Content_Types].xml").decode()
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes"
    rels = rels.replace(
        "</Relationships>", f'<Relationship Id="rId99" Type="{kind}" Target="footnotes.xml"/></Relationships>'
    )
    content = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    types = types.replace("</Types>", f'<Override PartName="/word/footnotes.xml" ContentType="{content}"/></Types>')
    data = with_entry(
        with_entry(data, "word/_rels/document.xml.rels", rels.encode()), "[Content_Types].xml", types.encode()
    )
    source = read_bytes(data, "x.docx", isolate=False)
    inleiding = next(s for s in source.sections if "inleiding" in s.names)
    assert [(p.kind, p.text) for p in inleiding.paragraphs] == [
        (BlockKind.PARAGRAPH, "De raad koos eerder."),
        (BlockKind.FOOTNOTE, "Raadsbesluit van 4 maart 2024."),
    ]


def numbering(d, levels: str) -> None:
    root = d.part.numbering_part.element
    root.insert(0, parse_xml(f"<w:abstractNum {W} w:abstractNumId='90'>{levels}</w:abstractNum>"))
    root.append(parse_xml(f"<w:num {W} w:numId='91'><w:abstractNumId w:val='90'/></w:num>"))


def numbered(d, text: str, level: int, style: str = "Normal") -> None:
    p = d.add_paragraph(text, style=style)
    p._p.get_or_add_pPr().append(parse_xml(f"<w:numPr {W}><w:ilvl w:val='{level}'/><w:numId w:val='91'/></w:numPr>"))


LEVELS = (
    "<w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/><w:lvlText w:val='%1.'/></w:lvl>"
    "<w:lvl w:ilvl='1'><w:start w:val='1'/><w:numFmt w:val='{form}'/><w:lvlText w:val='{text}'/></w:lvl>"
)


@pytest.mark.parametrize(
    ("form", "text", "expected"),
    [
        ("decimal", "%1.%2", ["1.", "1.1", "1.2", "2.", "2.1"]),
        ("lowerLetter", "%2)", ["1.", "a)", "b)", "2.", "a)"]),
        ("upperRoman", "%2.", ["1.", "I.", "II.", "2.", "I."]),
        ("bullet", "", ["1.", "•", "•", "2.", "•"]),
        ("none", "%2", ["1.", "", "", "2.", ""]),
    ],
)
def test_automatic_numbers_are_restored(form, text, expected):
    def build(d):
        numbering(d, LEVELS.format(form=form, text=text))
        for level in (0, 1, 1, 0, 1):
            numbered(d, "Een punt in de lijst van het voorstel.", level)

    assert [p.marker for _, p in read(build).paragraphs()] == expected


def test_automatic_numbers_of_headings_stand_in_the_heading():
    def build(d):
        numbering(d, LEVELS.format(form="decimal", text="%1.%2"))
        numbered(d, "Inleiding", 0, "Heading 1")
        d.add_paragraph("Er is een plan.")
        numbered(d, "Wat vooraf ging", 1, "Heading 2")
        d.add_paragraph("De raad koos eerder.")
        numbered(d, "Financiën", 0, "Heading 1")
        d.add_paragraph("Er is geld.")

    found = [(s.heading, s.level, s.names, s.within) for s in read(build).sections]
    assert found == [
        ("1. Inleiding", 1, ("inleiding",), ()),
        ("1.1 Wat vooraf ging", 2, ("voorgeschiedenis",), ("inleiding",)),
        ("2. Financiën", 1, ("financien",), ()),
    ]


def own_style(d, name: str, base: str | None = None, outline: int | None = None):
    style = d.styles.add_style(name, docx.enum.style.WD_STYLE_TYPE.PARAGRAPH)
    style.base_style = d.styles[base] if base else None
    if outline is not None:
        style.element.get_or_add_pPr().append(parse_xml(f"<w:outlineLvl {W} w:val='{outline}'/>"))
    return style


@pytest.mark.parametrize(
    "style",
    [
        lambda d: own_style(d, "Kop 1"),
        lambda d: own_style(d, "Gemeentekop", "Heading 1"),
        lambda d: own_style(d, "Tussenkop blauw", outline=0),
    ],
    ids=["Nederlandse naam", "afgeleid", "overzichtsniveau"],
)
def test_headings_are_known_by_name_ancestry_and_outline_level(style):
    def build(d):
        d.add_paragraph("Een eigen kop", style=style(d))
        d.add_paragraph("Er is een plan.")

    (section,) = read(build).sections
    assert (section.heading, section.level) == ("Een eigen kop", 1)


def test_a_bold_paragraph_is_a_heading_and_a_bold_sentence_is_not():
    def build(d):
        d.add_paragraph().add_run("Waarom een speelplek").bold = True
        d.add_paragraph("Kinderen willen buiten spelen.")
        d.add_paragraph().add_run("Dit is belangrijk en daarom vet gemaakt.").bold = True

    (section,) = read(build).sections
    assert section.heading == "Waarom een speelplek"
    assert len(section.paragraphs) == 2


def test_a_bold_first_line_in_a_paragraph_is_a_heading():
    def build(d):
        p = d.add_paragraph()
        run = p.add_run("Financiën")
        run.bold = True
        run.add_break()
        p.add_run("Het kost niets extra.")

    (section,) = read(build).sections
    assert (section.names, section.paragraphs[0].text) == (("financien",), "Het kost niets extra.")


def table(d, rows: list[list[str]]):
    t = d.add_table(rows=len(rows), cols=len(rows[0]))
    for i, row in enumerate(rows):
        for j, text in enumerate(row):
            t.cell(i, j).text = text
    return t


def test_a_table_with_figures_is_one_paragraph_with_rows():
    def build(d):
        d.add_heading("Financiën", 1)
        table(d, [["Jaar", "Lasten", "Baten"], ["2026", "€ 100", "€ 80"]])

    (section,) = read(build).sections
    (paragraph,) = section.paragraphs
    assert paragraph.kind is BlockKind.TABLE
    assert paragraph.rows == (("Jaar", "Lasten", "Baten"), ("2026", "€ 100", "€ 80"))
    assert paragraph.text == "Jaar | Lasten | Baten\n2026 | € 100 | € 80"


def test_a_table_of_labels_above_the_text_is_data_and_gives_the_title():
    def build(d):
        table(d, [["Onderwerp", "Nieuwe speelplek"], ["Portefeuillehouder", "B. Jansma"], ["Datum", "3 mei 2026"]])
        d.add_heading("Inleiding", 1)
        d.add_paragraph("Er is een plan.")

    source = read(build)
    assert source.title == "Nieuwe speelplek"
    assert [s.names for s in source.sections] == [("aanhef",), ("inleiding",)]
    assert source.sections[0].paragraphs[0].rows[1] == ("Portefeuillehouder", "B. Jansma")


def test_a_layout_table_with_headings_on_the_left_becomes_sections():
    long = "Het dorp vraagt om een speelplek. " * 12

    def build(d):
        table(d, [["Onderwerp", "Nieuwe speelplek"], ["Inleiding", long], ["Financiën", "Er is geld."]])

    source = read(build)
    assert [s.names for s in source.sections] == [("aanhef",), ("inleiding",), ("financien",)]
    assert source.title == "Nieuwe speelplek"


def test_a_table_inside_a_cell_is_read():
    def build(d):
        outer = d.add_table(rows=1, cols=1)
        outer.cell(0, 0).text = "Toelichting bij de cijfers in dit plan."
        inner = outer.cell(0, 0).add_table(rows=1, cols=3)
        for i, text in enumerate(("Jaar", "Lasten", "Baten")):
            inner.cell(0, i).text = text

    assert texts(read(build)) == ["Toelichting bij de cijfers in dit plan.", "Jaar | Lasten | Baten"]


def test_a_text_box_is_read_once():
    box = (
        "<w:p><w:r><mc:AlternateContent xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' xmlns:v='urn:schemas-microsoft-com:vml'>"
        "<mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent><w:p><w:r><w:t>Let op de termijn.</w:t></w:r></w:p></w:txbxContent></wps:txbx></w:drawing></mc:Choice>"
        "<mc:Fallback><w:pict><v:textbox><w:txbxContent><w:p><w:r><w:t>Let op de termijn.</w:t></w:r></w:p></w:txbxContent></v:textbox></w:pict></mc:Fallback>"
        "</mc:AlternateContent></w:r><w:r><w:t>De raad besluit.</w:t></w:r></w:p>"
    )
    assert texts(read(lambda d: add(d, box))) == ["De raad besluit.", "Let op de termijn."]


def test_words_of_links_are_read_and_hidden_words_are_not():
    def build(d):
        p = d.add_paragraph("Zie ")
        p._p.append(parse_xml(f"<w:hyperlink {W}><w:r><w:t>de website</w:t></w:r></w:hyperlink>"))
        hidden = p.add_run(" geheim")
        hidden.font.hidden = True

    source = read(build)
    assert texts(source) == ["Zie de website"]
    assert [n.code for n in source.notes] == ["verborgen"]


def test_a_table_of_contents_is_left_out():
    def build(d):
        own_style(d, "toc 1")
        d.add_paragraph("Inleiding\t3", style="toc 1")
        d.add_heading("Inleiding", 1)
        d.add_paragraph("Er is een plan.").runs[0].font.size = Pt(11)

    source = read(build)
    assert texts(source) == ["Er is een plan."]
    assert [(n.code, n.count) for n in source.notes] == [("inhoudsopgave", 1)]


def test_annexes_are_named():
    def build(d):
        d.add_heading("Bijlagen", 1)
        d.add_paragraph("Bijlage 1: Plankaart", style="List Bullet")
        d.add_paragraph("2. Advies van de seniorenraad", style="List Bullet")
        d.add_paragraph("Geen", style="List Bullet")

    assert read(build).attachments == ("Plankaart", "Advies van de seniorenraad")


def test_the_numbering_element_of_a_style_counts():
    def build(d):
        d.add_paragraph("Het plan vaststellen.", style="List Number")
        d.add_paragraph("Het geld beschikbaar stellen.", style="List Number")

    assert [p.marker for _, p in read(build).paragraphs()] == ["1.", "2."]
    assert qn("w:numPr").endswith("numPr")
