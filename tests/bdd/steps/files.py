"""Steps about reading files."""

from __future__ import annotations

import io
import zipfile

from docx import Document
from pytest_bdd import parsers, then, when

from sdprocess.demo.as_docx import as_docx
from sdprocess.demo.as_markdown import as_markdown
from sdprocess.demo.as_odt import as_odt
from sdprocess.demo.as_pdf import as_pdf
from sdprocess.demo.source import drafts
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.texts.nl import say
from tests.bdd.town import DRAFTS, Town

WRITERS = {"docx": as_docx, "odt": as_odt, "pdf": as_pdf, "md": as_markdown}


def _bomb() -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        archive.writestr("word/document.xml", b"0" * 120_000_000)
    return out.getvalue()


def _docx() -> bytes:
    out = io.BytesIO()
    Document().save(out)
    return out.getvalue()


def _scan() -> bytes:
    """A pdf with one page and no text on it."""
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    )
    body, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, 1):
        offsets.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    trailer = b"trailer << /Size 4 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % len(body)
    return body + b"xref\n0 4\n0000000000 65535 f \n" + table + trailer


OLE = bytes.fromhex("d0cf11e0a1b11ae1") + "EncryptedPackage".encode("utf-16-le") + b"\0" * 600
BROKEN = {
    "leeg": ("leeg.docx", lambda: b""),
    "beveiligd": ("beveiligd.docx", lambda: OLE),
    "een gescande pdf": ("scan.pdf", _scan),
    "een zipbom": ("bom.docx", _bomb),
    "een verkeerd formaat": ("stuk.pdf", _docx),
}


@when(parsers.parse('het stuk "{draft}" wordt gelezen als {form}'))
def reads_as(town: Town, draft: str, form: str) -> None:
    source = next(d for d in drafts() if d.name == DRAFTS[draft])
    town.notes["tekst"] = town.world.reader(WRITERS[form](source), f"stuk.{form}")


@then(parsers.parse('heeft de tekst de onderdelen "{first}", "{second}" en "{third}"'))
def has_parts(town: Town, first: str, second: str, third: str) -> None:
    names = {name for section in town.notes["tekst"].sections for name in section.names}
    assert {first, second, third} <= names


@when(parsers.parse("iemand een bestand aanlevert dat {kind} is"))
def offers(town: Town, kind: str) -> None:
    name, make = BROKEN[kind]
    town.error = None
    try:
        town.world.reader(make(), name)
    except UnreadableDocument as error:
        town.error = error


@then("zegt de melding wat er mis is en wat de steller kan doen")
def tells_what(town: Town) -> None:
    assert isinstance(town.error, UnreadableDocument)
    sentence = say(town.error.reason, **{k: v for k, v in town.error.facts.items() if k != "reason"})
    assert sentence.count(".") >= 2, sentence
