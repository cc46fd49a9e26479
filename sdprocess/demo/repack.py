"""Zip files (docx, odt) with a fixed clock, so that the same draft gives the same bytes."""

from __future__ import annotations

from io import BytesIO
from zipfile import ZipFile, ZipInfo

_WHEN = (2026, 1, 5, 9, 0, 0)


def repack(data: bytes) -> bytes:
    """The same entries, order and compression; every time stamp fixed."""
    out = BytesIO()
    with ZipFile(BytesIO(data)) as old, ZipFile(out, "w") as new:
        for entry in old.infolist():
            fixed = ZipInfo(entry.filename, _WHEN)
            fixed.compress_type = entry.compress_type
            new.writestr(fixed, old.read(entry))
    return out.getvalue()
