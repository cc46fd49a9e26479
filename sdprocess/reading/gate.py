"""What may come in: size, kind by content, and zip files that are what they say. Nothing is parsed here."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import PurePath
from typing import Literal

from sdprocess.domain.errors import UnreadableDocument
from sdprocess.reading.limits import MEGABYTE, Limits

Format = Literal["docx", "odt", "pdf", "md", "txt"]

_ENDINGS: dict[str, Format] = {
    "docx": "docx",
    "odt": "odt",
    "pdf": "pdf",
    "md": "md",
    "markdown": "md",
    "txt": "txt",
    "text": "txt",
}
_MACRO_ENDINGS = frozenset({"docm", "dotm"})
_OLD = {"doc": "Word 97-2003", "rtf": "RTF", "wpd": "WordPerfect", "dot": "Word 97-2003"}
_CONTROL = bytes([*range(9), *range(14, 27)])
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_SMALL = 1_000_000
"""A file that unpacks to less than this is harmless whatever its ratio."""
_NAMES: dict[str, str] = {
    "docx": "een docx-bestand",
    "odt": "een odt-bestand",
    "pdf": "een pdf",
    "txt": "gewone tekst",
    "md": "gewone tekst",
}


def admit(data: bytes, filename: str, limits: Limits) -> Format:
    """The format to read this file as. Raises UnreadableDocument when it may not or cannot come in."""
    if not data.strip(b"\x00 \r\n\t"):
        raise UnreadableDocument("leeg")
    if len(data) > limits.file_bytes:
        raise UnreadableDocument("te-groot", limit=limits.file_bytes // MEGABYTE)
    ending = PurePath(filename).suffix.lower().lstrip(".")
    if ending in _MACRO_ENDINGS:
        raise UnreadableDocument("macro")
    found = _by_content(data, ending, limits)
    expected = _ENDINGS.get(ending)
    if expected is None and ending:
        raise UnreadableDocument("onbekend-soort", extension=ending)
    if found == "txt" and expected == "md":
        return "md"
    if expected and expected != found:
        raise UnreadableDocument("extensie", extension=ending, actual=_NAMES[found])
    return found


def _by_content(data: bytes, ending: str, limits: Limits) -> Format:
    if data.startswith(_OLE):
        raise _ole(data)
    if data.lstrip()[:5] == b"{\\rtf":
        raise UnreadableDocument("oud-formaat", actual="RTF")
    if b"%PDF-" in data[:1024]:
        return "pdf"
    if data.startswith(b"PK"):
        return _zip_format(data, limits)
    if _looks_like_text(data):
        if ending in _OLD:
            raise UnreadableDocument("oud-formaat", actual=_OLD[ending])
        return "txt"
    if _ENDINGS.get(ending) in {"docx", "odt", "pdf"}:
        raise UnreadableDocument("kapot")
    raise UnreadableDocument("onbekend-soort", extension=ending)


def _ole(data: bytes) -> UnreadableDocument:
    """An OLE container is an encrypted docx or an old Word file."""
    if "EncryptedPackage".encode("utf-16-le") in data or "EncryptionInfo".encode("utf-16-le") in data:
        return UnreadableDocument("wachtwoord")
    return UnreadableDocument("oud-formaat", actual="Word 97-2003")


def _looks_like_text(data: bytes) -> bool:
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return True
    head = data[:65536]
    control = len(head) - len(head.translate(None, _CONTROL))
    return b"\x00" not in head and control * 200 < len(head)


def _zip_format(data: bytes, limits: Limits) -> Format:
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            _weigh(entries, len(data), limits)
            return _office_format(archive, {entry.filename for entry in entries})
    except (
        zipfile.BadZipFile,
        NotImplementedError,
        EOFError,
        ValueError,
        RuntimeError,
        OSError,
        zipfile.LargeZipFile,
    ) as error:
        raise UnreadableDocument("kapot") from error


def _weigh(entries: list[zipfile.ZipInfo], packed: int, limits: Limits) -> None:
    """Refuse what grows too much; the sizes in the directory are checked again by zipfile while unpacking."""
    unpacked = sum(entry.file_size for entry in entries)
    ratio = unpacked / max(1, packed)
    heavy = any(e.file_size > _SMALL and e.file_size > limits.zip_ratio * max(1, e.compress_size) for e in entries)
    if len(entries) > limits.zip_entries or unpacked > limits.unpacked_bytes or ratio > limits.zip_ratio or heavy:
        raise UnreadableDocument("zipbom")
    if any(entry.flag_bits & 1 for entry in entries):
        raise UnreadableDocument("wachtwoord")


def _office_format(archive: zipfile.ZipFile, names: set[str]) -> Format:
    if any(
        n.lower().endswith(("vbaproject.bin", "vbadata.xml")) or n.startswith(("Basic/", "Scripts/")) for n in names
    ):
        raise UnreadableDocument("macro")
    if "mimetype" in names and archive.read("mimetype").strip() == b"application/vnd.oasis.opendocument.text":
        manifest = archive.read("META-INF/manifest.xml") if "META-INF/manifest.xml" in names else b""
        if b"encryption-data" in manifest:
            raise UnreadableDocument("wachtwoord")
        return "odt"
    if "[Content_Types].xml" in names and any(n.startswith("word/") for n in names):
        if b"macroEnabled" in archive.read("[Content_Types].xml"):
            raise UnreadableDocument("macro")
        return "docx"
    raise UnreadableDocument("onbekend-soort", extension="zip")
