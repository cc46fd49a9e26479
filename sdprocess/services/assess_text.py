"""The toets of a text that belongs to no dossier: nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.findings import Assessment
from sdprocess.domain.text import SourceText
from sdprocess.reading import read_text
from sdprocess.services.dossier_file import DEFAULT_CHECKLIST
from sdprocess.services.ports import World


@dataclass(frozen=True, slots=True)
class Report:
    """The text as read, the toets of it, and the checklist with its words."""

    text: SourceText
    assessment: Assessment
    checklist: Checklist


def assess_upload(world: World, *, filename: str, data: bytes) -> Report:
    """The toets of a file. Raises UnreadableDocument."""
    return _report(world, world.reader(data, filename))


def assess_pasted(world: World, *, text: str) -> Report:
    """The toets of pasted text. Raises InvalidInput when there is none, UnreadableDocument when it is too long."""
    if not text.strip():
        raise InvalidInput(text="veld-leeg")
    return _report(world, read_text(text))


def _report(world: World, text: SourceText) -> Report:
    checklist = world.library.checklist(DEFAULT_CHECKLIST)
    return Report(text, assess(text, checklist), checklist)
