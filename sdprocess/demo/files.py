"""The files of the demo municipality: each draft in the format its name asks for."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import PurePath

from sdprocess.demo.as_docx import as_docx
from sdprocess.demo.as_markdown import as_markdown
from sdprocess.demo.as_odt import as_odt
from sdprocess.demo.as_pdf import as_pdf
from sdprocess.demo.source import Draft, drafts

_WRITERS: dict[str, Callable[[Draft], bytes]] = {".docx": as_docx, ".odt": as_odt, ".pdf": as_pdf, ".md": as_markdown}


@dataclass(frozen=True, slots=True)
class DemoFile:
    """A file as somebody would upload it."""

    name: str
    data: bytes


def demo_files() -> Iterator[DemoFile]:
    """Every demo draft as a file; the same bytes each time."""
    for draft in drafts():
        yield DemoFile(draft.name, _WRITERS[PurePath(draft.name).suffix](draft))
