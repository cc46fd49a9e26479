"""What LibreOffice adds to plain paragraphs survives, or its loss is said."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

from odfdo import Document, Element, Header, Paragraph, Style, Table

from sdprocess.domain.text import BlockKind, SourceText
from sdprocess.reading import read_bytes
from tests.reading.conftest import odt_bytes, odt_list


def read(*elements, styles: tuple[Style, ...] = ()) -> SourceText:
    document = Document("text")
    document.body.clear()
    for style in styles:
        document.insert_style(style, automatic=True)
    for element in elements:
        document.body.append(element)
    return read_bytes(odt_bytes(document), "voorstel.odt", isolate=False)


def element(xml: str) -> Element:
    return Element.from_tag(xml)


def texts(source: SourceText) -> list[str]:
    return [p.text for _, p in source.paragraphs()]


def test_levels_of_headings_and_inherited_names():
    source = read(
        Header(1, "Argumenten"),
        Paragraph("Er zijn er twee."),
        Header(2, "Het is nodig"),
        Paragraph("Kinderen willen spelen."),
    )
    assert [(s.level, s.names, s.within) for s in source.sections] == [
        (1, ("argumenten",), ()),
        (2, (), ("argumenten",)),
    ]


def test_list_items_and_tables_keep_their_kind():
    table = Table("Kosten", width=2, height=2)
    table.set_value("A1", "Jaar")
    table.set_value("B1", "Lasten")
    table.set_value("A2", "2026")
    table.set_value("B2", "100")
    source = read(odt_list("Het plan vaststellen.", "Het geld geven."), table)
    assert [p.kind for _, p in source.paragraphs()] == [BlockKind.LIST_ITEM, BlockKind.LIST_ITEM, BlockKind.TABLE]
    assert texts(source)[2] == "Jaar | Lasten\n2026 | 100"


def test_a_numbered_list_gets_its_numbers():
    style = element(
        '<text:list-style style:name="LN"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-suffix=")"/></text:list-style>'
    )
    items = element(
        '<text:list text:style-name="LN"><text:list-item><text:p>Het plan vaststellen.</text:p>'
        "<text:list><text:list-item><text:p>Met de kaart.</text:p></text:list-item></text:list></text:list-item>"
        "<text:list-item><text:p>Het geld geven.</text:p></text:list-item></text:list>"
    )
    document = Document("text")
    document.body.clear()
    document.get_part("content.xml").root.get_element("//office:automatic-styles").append(style)
    document.body.append(items)
    source = read_bytes(odt_bytes(document), "x.odt", isolate=False)
    assert [(p.marker, p.text) for _, p in source.paragraphs()] == [
        ("1.", "Het plan vaststellen."),
        ("a)", "Met de kaart."),
        ("2.", "Het geld geven."),
    ]


def test_spaces_tabs_and_line_breaks_are_read():
    source = read(
        element(
            "<text:p>De<text:s text:c='3'/>wethouder<text:tab/>tekende<text:line-break/>Daarna volgt uitvoering.</text:p>"
        )
    )
    assert texts(source) == ["De wethouder tekende", "Daarna volgt uitvoering."]


def test_a_footnote_follows_its_paragraph():
    source = read(
        element(
            '<text:p>De raad koos eerder<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
            "<text:note-body><text:p>Besluit van 4 maart.</text:p></text:note-body></text:note>.</text:p>"
        )
    )
    assert [(p.kind, p.text) for _, p in source.paragraphs()] == [
        (BlockKind.PARAGRAPH, "De raad koos eerder."),
        (BlockKind.FOOTNOTE, "Besluit van 4 maart."),
    ]


def test_tracked_deletions_and_comments_are_left_out_and_counted():
    source = read(
        element(
            '<text:tracked-changes><text:changed-region text:id="c1"><text:deletion><text:p>oude tekst</text:p></text:deletion>'
            "</text:changed-region></text:tracked-changes>"
        ),
        element("<text:p>De raad besluit<office:annotation><text:p>Klopt dit?</text:p></office:annotation>.</text:p>"),
    )
    assert texts(source) == ["De raad besluit."]
    assert {n.code: n.count for n in source.notes} == {"opmerking": 1, "verwijdering": 1}


def test_a_bold_line_is_a_heading():
    bold = Style("paragraph", name="Vet", area="text", bold=True)
    source = read(Paragraph("Waarom een speelplek", style="Vet"), Paragraph("Kinderen willen spelen."), styles=(bold,))
    assert [s.heading for s in source.sections] == ["Waarom een speelplek"]


def test_a_text_box_and_a_section_are_read():
    source = read(
        element("<text:section><text:p>In een kader.</text:p></text:section>"),
        element(
            "<text:p>Zie hiernaast.<draw:frame><draw:text-box><text:p>Let op de termijn.</text:p></draw:text-box></draw:frame></text:p>"
        ),
    )
    assert texts(source) == ["In een kader.", "Zie hiernaast.", "Let op de termijn."]
