"""Documents made for the tests, in every format, with the same words."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import docx
import pytest
import typst
from odfdo import Document, Header, Paragraph
from odfdo import List as OdfList

from sdprocess.content.sections import SectionTable, section_table

SECTIONS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("Beslispunten", ("De nota Samen op straat vast te stellen.", "Een krediet van € 40.000 beschikbaar te stellen.")),
    (
        "Inleiding",
        (
            "De buurt vraagt al drie jaar om een veilige speelplek, en de raad heeft daar in 2023 een motie over aangenomen.",
            "Het college legt nu een plan voor dat samen met ouders, scholen en de wijkagent is gemaakt.",
        ),
    ),
    ("Kanttekeningen", ("Niet alle omwonenden zijn blij met het plan; zij vrezen geluid in de avond.",)),
    ("Financiën", ("De kosten zijn € 40.000 en worden gedekt uit de reserve buurten.",)),
)
TITLE = "Nieuwe speelplek aan de Lindelaan"


@pytest.fixture(scope="session")
def table() -> SectionTable:
    return section_table()


def make_docx(build: Callable[[docx.document.Document], None]) -> bytes:
    document = docx.Document()
    build(document)
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def sample_docx() -> bytes:
    def build(d: docx.document.Document) -> None:
        d.add_paragraph(TITLE, style="Title")
        for heading, paragraphs in SECTIONS:
            d.add_heading(heading, 1)
            for text in paragraphs:
                d.add_paragraph(text)

    return make_docx(build)


def sample_odt() -> bytes:
    document = Document("text")
    document.body.clear()
    document.body.append(Paragraph(TITLE, style="Title"))
    for heading, paragraphs in SECTIONS:
        document.body.append(Header(1, heading))
        for text in paragraphs:
            document.body.append(Paragraph(text))
    return odt_bytes(document)


def odt_bytes(document: Document) -> bytes:
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


def odt_list(*items: str) -> OdfList:
    return OdfList(list(items))


def sample_typst() -> str:
    body = "\n\n".join(f"= {heading}\n\n" + "\n\n".join(texts) for heading, texts in SECTIONS)
    return f'#set text(lang: "nl", size: 11pt)\n#text(size: 20pt)[{TITLE}]\n\n{body}\n'


def pdf_bytes(source: str) -> bytes:
    return bytes(typst.compile(source.encode()))


def sample_md() -> str:
    body = "\n\n".join(f"## {heading}\n\n" + "\n\n".join(texts) for heading, texts in SECTIONS)
    return f"# {TITLE}\n\n{body}\n"


def sample_txt() -> str:
    body = "\n\n".join(f"{heading}\n" + "\n\n".join(texts) for heading, texts in SECTIONS)
    return f"{TITLE}\n\n{body}\n"


def zipped(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in entries.items():
            archive.writestr(name, data)
    return out.getvalue()


def with_entry(data: bytes, name: str, content: bytes) -> bytes:
    """A copy of a zip file with one entry added or replaced."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        entries = {n: archive.read(n) for n in archive.namelist()}
    return zipped({**entries, name: content})
