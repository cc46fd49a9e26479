"""What happened in a dossier, in words, on the proceskader that it happened on."""

from __future__ import annotations

from sdprocess.content.library import ContentChanged
from sdprocess.content.workflow import Workflow
from sdprocess.domain.errors import NotFound
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.history import TransitionRecord
from sdprocess.engine.upgrade import UNDONE, UPGRADED
from sdprocess.services.ports import World
from sdprocess.texts.nl import say

MOVED = "verplaatst"


def kader_of(world: World, now: Workflow, ref: ContentRef) -> Workflow:
    """The kader an event happened on; the dossier's kader of now when that one is no longer there."""
    try:
        return world.library.pinned_workflow(ref)
    except (NotFound, ContentChanged):
        return now


def event_title(workflow: Workflow, event: TransitionRecord) -> str:
    """What happened: of a move from which step to which. workflow: the kader it happened on."""
    if event.kind in (UPGRADED, UNDONE):
        return say(f"gebeurtenis-{event.kind}", title=workflow.title, version=event.kader.version)
    if event.kind != MOVED:
        return say(f"gebeurtenis-{event.kind}")
    titles = {state.id: state.title for state in workflow.states}
    old, new = (titles.get(state, state) for state in (event.from_state, event.to_state))
    return say("gebeurtenis-zelfde-stap" if old == new else "gebeurtenis-verplaatst", old=old, new=new)


def event_move(workflow: Workflow, event: TransitionRecord) -> str:
    """The title of the move that somebody chose, empty for what is no move."""
    if event.kind != MOVED:
        return ""
    return next((t.title for t in workflow.transitions if t.id == event.transition), "")
