"""What cannot or may not be read is refused with a reason that says what to do, and nothing breaks."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import struct
import time
import zlib
from dataclasses import replace

import pytest

from sdprocess.domain.errors import UnreadableDocument
from sdprocess.reading import LIMITS, ReadingWorker, read_bytes, read_path, read_text
from sdprocess.texts.nl import say
from tests.reading import conftest as made

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(512)


def encrypted_docx() -> bytes:
    return OLE + "EncryptedPackage".encode("utf-16-le") + bytes(64)


def encrypted_odt() -> bytes:
    manifest = b'<manifest:manifest xmlns:manifest="m"><manifest:encryption-data/></manifest:manifest>'
    return made.with_entry(made.sample_odt(), "META-INF/manifest.xml", manifest)


def pdf_objects(*objects: bytes, trailer: bytes = b"") -> bytes:
    out = b"%PDF-1.4\n"
    places = []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1) + b"".join(
        b"%010d 00000 n \n" % p for p in places
    )
    return (
        out
        + table
        + b"trailer\n<< /Size %d /Root 1 0 R %s >>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, trailer, len(out))
    )


def scanned_pdf() -> bytes:
    pixels = zlib.compress(bytes(64))
    image = b"<< /Type /XObject /Subtype /Image /Width 8 /Height 8 /ColorSpace /DeviceGray /BitsPerComponent 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
    draw = b"q 500 0 0 700 50 50 cm /I Do Q"
    return pdf_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Resources << /XObject << /I 4 0 R >> >> /Contents 5 0 R >>",
        image % (len(pixels), pixels),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(draw), draw),
    )


def locked_pdf() -> bytes:
    """Encrypted with a password nobody knows: the owner and user keys are noise."""
    return pdf_objects(
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [] /Count 0 >>",
        b"<< /Filter /Standard /V 2 /R 3 /Length 128 /P -44 /O <%s> /U <%s> >>" % (b"ab" * 32, b"cd" * 32),
        trailer=b"/Encrypt 3 0 R /ID [<00112233445566778899aabbccddeeff> <00112233445566778899aabbccddeeff>]",
    )


def lying_bomb() -> bytes:
    """A zip whose directory says an entry is small."""
    data = bytearray(made.with_entry(made.sample_docx(), "word/document.xml", b"<a>" + b" " * 90_000_000 + b"</a>"))
    at = data.rindex(b"PK\x01\x02", 0, data.rindex(b"word/document.xml"))
    data[at + 24 : at + 28] = struct.pack("<I", 1000)
    return bytes(data)


REFUSED = {
    "leeg bestand": ("x.docx", lambda: b"", "leeg"),
    "alleen witruimte": ("x.txt", lambda: b" \n\t\r\n", "leeg"),
    "docx zonder tekst": ("x.docx", lambda: made.make_docx(lambda _: None), "leeg"),
    "te groot": ("x.txt", lambda: b"a" * 25_000_001, "te-groot"),
    "gescande pdf": ("x.pdf", scanned_pdf, "scan"),
    "pdf met wachtwoord": ("x.pdf", locked_pdf, "wachtwoord"),
    "docx met wachtwoord": ("x.docx", encrypted_docx, "wachtwoord"),
    "odt met wachtwoord": ("x.odt", encrypted_odt, "wachtwoord"),
    "macro in docx": ("x.docx", lambda: made.with_entry(made.sample_docx(), "word/vbaProject.bin", b"x"), "macro"),
    "macro in odt": ("x.odt", lambda: made.with_entry(made.sample_odt(), "Basic/Standard/script.xml", b"x"), "macro"),
    "docm": ("x.docm", made.sample_docx, "macro"),
    "bom: groot": (
        "x.docx",
        lambda: made.with_entry(made.sample_docx(), "word/media/a.bin", bytes(101_000_000)),
        "zipbom",
    ),
    "bom: verhouding": (
        "x.docx",
        lambda: made.with_entry(made.sample_docx(), "word/media/a.bin", bytes(30_000_000)),
        "zipbom",
    ),
    "bom: veel delen": ("x.docx", lambda: made.zipped({f"{i}": b"" for i in range(2001)}), "zipbom"),
    "bom: liegt over de maat": ("x.docx", lying_bomb, "kapot"),
    "pdf heet docx": ("x.docx", lambda: made.pdf_bytes("Tekst in een pdf."), "extensie"),
    "docx heet pdf": ("x.pdf", made.sample_docx, "extensie"),
    "tekst heet docx": ("x.docx", lambda: b"Gewone tekst van een voorstel.", "extensie"),
    "oude doc": ("x.doc", lambda: OLE, "oud-formaat"),
    "oude doc heet docx": ("x.docx", lambda: OLE, "oud-formaat"),
    "rtf": ("x.rtf", lambda: rb"{\rtf1 Tekst van een voorstel.}", "oud-formaat"),
    "spreadsheet": (
        "x.xlsx",
        lambda: made.zipped({"[Content_Types].xml": b"", "xl/workbook.xml": b""}),
        "onbekend-soort",
    ),
    "plaatje": ("x.png", lambda: b"\x89PNG\r\n\x1a\n" + bytes(100), "onbekend-soort"),
    "html": ("x.html", lambda: b"<p>Tekst van een voorstel</p>", "onbekend-soort"),
    "afgebroken docx": ("x.docx", lambda: made.sample_docx()[:4000], "kapot"),
    "afgebroken pdf": ("x.pdf", lambda: b"%PDF-1.7\n" + b"x" * 500, "kapot"),
    "docx zonder document": (
        "x.docx",
        lambda: made.zipped({"[Content_Types].xml": b"<x/>", "word/a.xml": b""}),
        "kapot",
    ),
    "docx met kapotte xml": (
        "x.docx",
        lambda: made.with_entry(made.sample_docx(), "word/document.xml", b"<w:document"),
        "kapot",
    ),
    "odt met kapotte xml": (
        "x.odt",
        lambda: made.with_entry(made.sample_odt(), "content.xml", b"<office:doc"),
        "kapot",
    ),
    "te veel tekst": ("x.txt", lambda: "é ".encode() * 2_500_001, "te-veel-tekst"),
}


@pytest.mark.parametrize("case", REFUSED)
def test_a_file_is_refused_with_its_reason_in_dutch(case):
    filename, make, reason = REFUSED[case]
    data = make()
    began = time.monotonic()
    with pytest.raises(UnreadableDocument) as caught:
        read_bytes(data, filename)
    assert caught.value.reason == reason
    assert time.monotonic() - began < 30
    sentence = say(reason, **caught.value.facts)
    assert sentence.endswith(".")
    assert "{" not in sentence


def test_xml_that_expands_itself_does_not_grow():
    entities = "".join(f'<!ENTITY a{i} "{f"&a{i - 1};" * 10 if i else "ha" * 50}">' for i in range(9))
    xml = f'<?xml version="1.0"?><!DOCTYPE d [{entities}]><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&a8;</w:t></w:r></w:p></w:body></w:document>'
    with pytest.raises(UnreadableDocument):
        read_bytes(made.with_entry(made.sample_docx(), "word/document.xml", xml.encode()), "x.docx")


def test_too_many_pages_are_refused():
    pages = pdf = made.pdf_bytes("\n#pagebreak()\n".join(["Een bladzijde met genoeg tekst om te lezen."] * 4))
    assert read_bytes(pages, "x.pdf", limits=replace(LIMITS, pages=4)).page_count == 4
    with pytest.raises(UnreadableDocument, match="te-veel-paginas"):
        read_bytes(pdf, "x.pdf", limits=replace(LIMITS, pages=3))


def heavy_docx() -> bytes:
    """Small as a file, slow and large once parsed: very many paragraphs."""
    xml = (
        b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
        + b"".join(b"<w:p><w:r><w:t>a%d</w:t></w:r></w:p>" % i for i in range(400_000))
        + b"</w:body></w:document>"
    )
    return made.with_entry(made.sample_docx(), "word/document.xml", xml)


@pytest.mark.parametrize(
    ("limits", "reason"),
    [
        (replace(LIMITS, wall_seconds=1), "tijd-op"),
        (replace(LIMITS, cpu_seconds=0), "tijd-op"),
        (replace(LIMITS, memory_bytes=200_000_000), "geheugen-op"),
    ],
    ids=["wandklok", "rekentijd", "geheugen"],
)
def test_a_document_that_costs_too_much_is_stopped_and_the_next_one_is_read(limits, reason):
    with ReadingWorker(limits) as worker:
        with pytest.raises(UnreadableDocument) as caught:
            worker.read(heavy_docx(), "zwaar.docx")
        assert caught.value.reason == reason
        worker.limits = LIMITS
        assert worker.read(made.sample_docx(), "licht.docx").title == made.TITLE


def test_one_worker_reads_many_files_and_a_refusal_does_not_end_it():
    with ReadingWorker() as worker:
        for _ in range(2):
            assert worker.read(made.sample_odt(), "a.odt").title == made.TITLE
            with pytest.raises(UnreadableDocument):
                worker.read(scanned_pdf(), "b.pdf")
            assert worker.read(made.sample_txt().encode(), "c.txt").title == made.TITLE


@pytest.mark.parametrize("name", ["weg.docx", "map"])
def test_a_path_that_cannot_be_opened_is_refused(tmp_path, name):
    (tmp_path / "map").mkdir()
    with pytest.raises(UnreadableDocument) as caught:
        read_path(tmp_path / name)
    assert (caught.value.reason, caught.value.facts["name"]) == ("bestand-weg", name)


def test_a_path_is_read(tmp_path):
    (tmp_path / "a.md").write_text(made.sample_md(), encoding="utf-8")
    assert read_path(tmp_path / "a.md").title == made.TITLE


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_text_is_read_in_the_usual_encodings(encoding):
    source = read_bytes("Financiën\nDe kosten zijn € 40 per coördinator.".encode(encoding), "x.txt")
    assert [(s.names, s.paragraphs[0].text) for s in source.sections] == [
        (("financien",), "De kosten zijn € 40 per coördinator.")
    ]


def test_a_file_without_extension_is_read_by_its_content():
    assert read_bytes(made.sample_docx(), "voorstel").format == "docx"
    assert read_bytes(b"Een voorstel in gewone woorden.", "voorstel").format == "txt"


@pytest.mark.parametrize("text", ["", " \n", "---\n...\n"])
def test_a_pasted_text_without_words_is_refused(text):
    with pytest.raises(UnreadableDocument, match="leeg"):
        read_text(text)
