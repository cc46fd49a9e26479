"""The state of a dossier is the fold of its events, and nothing else."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from sdprocess.content.workflow import Workflow
from sdprocess.domain.errors import SdprocessError
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.history import TransitionRecord
from sdprocess.engine.upgrade import UNDONE, UPGRADED

KaderOf = Callable[[ContentRef], Workflow]


class BrokenHistory(SdprocessError):  # noqa: N818  named as the errors of the domain
    """The events of a dossier do not follow from one another. facts: `seq` of the first event that does not fit."""

    code = "geschiedenis-gebroken"


def fold(workflow: Workflow, records: Iterable[TransitionRecord], kader_of: KaderOf | None = None) -> str:
    """The state after all events, oldest first. Raises BrokenHistory at the first event that does not follow.

    workflow: the kader of every event, unless kader_of finds the one an event happened on (a dossier may be upgraded).
    """
    state = ""
    for record in records:
        own = kader_of(record.kader) if kader_of else workflow
        if not _follows(own, state, record):
            raise BrokenHistory(seq=record.seq)
        state = record.to_state if record.kind in ARRIVES else state
    return state


ARRIVES = frozenset({"geopend", "verplaatst", UPGRADED, UNDONE})
"""Kinds of event that say where the dossier is from then on."""


def _follows(workflow: Workflow, state: str, record: TransitionRecord) -> bool:
    if record.kind == "geopend":
        return state == "" and record.to_state == workflow.begin.id
    if record.kind == "verplaatst":
        t = next((t for t in workflow.transitions if t.id == record.transition), None)
        known = t is not None and state in t.sources and record.to_state == t.target
        return known and record.from_state == state
    if record.kind in (UPGRADED, UNDONE):
        return record.from_state == state and record.to_state in {s.id for s in workflow.states}
    return state != ""
