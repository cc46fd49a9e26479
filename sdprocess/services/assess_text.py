"""The toets of a text that belongs to no dossier: nothing is stored."""

from __future__ import annotations

from dataclasses import dataclass

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.findings import Assessment, KindChoice
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


def assess_upload(world: World, *, filename: str, data: bytes, kind: str = "") -> Report:
    """The toets of a file. kind: of proposal, when the reader knows better. Raises UnreadableDocument, InvalidInput."""
    return assess_read(world, world.reader(data, filename), kind)


def assess_pasted(world: World, *, text: str, kind: str = "") -> Report:
    """The toets of pasted text. Raises InvalidInput when there is none, UnreadableDocument when it is too long."""
    if not text.strip():
        raise InvalidInput(text="veld-leeg")
    return assess_read(world, read_text(text), kind)


def assess_read(world: World, text: SourceText, kind: str = "") -> Report:
    """The toets of a text that was read before. Raises InvalidInput for a kind that there is not."""
    checklist = world.library.checklist(DEFAULT_CHECKLIST)
    kinds = world.library.proposal_kinds(checklist.id)
    if kind and (kinds is None or kind not in {k.id for k in kinds.kinds}):
        raise InvalidInput(kind="voorstelsoort-kies")
    return Report(text, assess(text, checklist, kinds, KindChoice(kind) if kind else None), checklist)
