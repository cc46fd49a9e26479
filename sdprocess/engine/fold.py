"""The state of a dossier is the fold of its events, and nothing else."""

from __future__ import annotations

from collections.abc import Iterable

from sdprocess.content.workflow import Workflow
from sdprocess.domain.errors import SdprocessError
from sdprocess.domain.history import TransitionRecord


class BrokenHistory(SdprocessError):  # noqa: N818  named as the errors of the domain
    """The events of a dossier do not follow from one another. facts: `seq` of the first event that does not fit."""

    code = "geschiedenis-gebroken"


def fold(workflow: Workflow, records: Iterable[TransitionRecord]) -> str:
    """The state after all events, oldest first. Raises BrokenHistory at the first event that does not follow."""
    state = ""
    for record in records:
        if record.kind == "geopend":
            fits, arrived = state == "" and record.to_state == workflow.begin.id, record.to_state
        elif record.kind == "verplaatst":
            t = next((t for t in workflow.transitions if t.id == record.transition), None)
            fits = t is not None and record.from_state == state and state in t.sources and record.to_state == t.target
            arrived = record.to_state
        else:
            fits, arrived = state != "", state
        if not fits:
            raise BrokenHistory(seq=record.seq)
        state = arrived
    return state
