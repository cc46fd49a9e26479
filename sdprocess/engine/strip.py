"""The step strip: where a dossier has been, is, and still goes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal

from sdprocess.content.workflow import Workflow
from sdprocess.domain.history import TransitionRecord

Status = Literal["geweest", "hier", "straks", "overgeslagen"]


@dataclass(frozen=True, slots=True)
class StripStep:
    """One state of the step strip. step: its policy step. `overgeslagen`: the dossier passed it by."""

    id: str
    title: str
    step: str
    status: Status


def strip(workflow: Workflow, state: str, history: Sequence[TransitionRecord]) -> tuple[StripStep, ...]:
    """The states in the order of the file, with exactly one `hier`. A side path shows only when it was taken.

    What lies before the current state is `geweest`, or `overgeslagen` when no event led there; what lies after it is
    `straks`, also when the dossier was there before it was sent back.
    """
    been = {r.to_state for r in history} | {r.from_state for r in history} | {state}
    order = [s.id for s in workflow.states]
    here = order.index(state)
    return tuple(
        StripStep(s.id, s.title, s.step, _status(place - here, visited=s.id in been))
        for place, s in enumerate(workflow.states)
        if not s.aside or s.id in been
    )


def _status(distance: int, *, visited: bool) -> Status:
    if distance == 0:
        return "hier"
    if distance > 0:
        return "straks"
    return "geweest" if visited else "overgeslagen"
