"""The examples of a compiled procesontwerp: every move once, and every rule once at work.

What must be refused is taken from the examples of the base (its facts), tried on the new kader, and written as it came
out: the examples then hold the kader to it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import chain, islice
from typing import Any

from sdprocess.content.workflow import Workflow, draft_workflow
from sdprocess.content.workflow_examples import RELEASE, Facts, Step
from sdprocess.engine.design_route import Base, Move
from sdprocess.engine.examples import refused_by
from sdprocess.texts.nl import say

ROLE = "rol"
MOST_TRIES = 400
"""So many combinations of a move and the facts of an example are tried for one rule."""


def examples_of(kader: Mapping[str, Any], base: Base, moves: list[Move]) -> list[dict[str, Any]]:
    """The block `voorbeelden` for a kader that has everything else."""
    first = {**_step(kader, moves[0]), "komt_in": moves[0].target}
    workflow = draft_workflow({**kader, "voorbeelden": [_example("-", moves[0].source, first)]})
    begin = workflow.begin.id
    shown = [*_moves(kader, moves), *_release(workflow, begin), *_refusals(workflow, base)]
    return [*shown, *_wrong_role(workflow)]


def _moves(kader: Mapping[str, Any], moves: list[Move]) -> Iterator[dict[str, Any]]:
    seen = set[str]()
    for move in moves:
        name = move.block["#id"]
        if name not in seen:
            seen.add(name)
            title = say("ontwerp-voorbeeld-kan", title=kader["overgangen"][name]["titel"])
            yield _example(title, move.source, {**_step(kader, move), "komt_in": move.target})


def _step(kader: Mapping[str, Any], move: Move) -> dict[str, Any]:
    block = kader["overgangen"][move.block["#id"]]
    door = block["door"]
    step = {"overgang": move.block["#id"], "door": door if isinstance(door, str) else door[0]}
    if block.get("reden") == "verplicht":
        step["reden"] = say("ontwerp-voorbeeld-reden")
    return step


def _example(title: str, start: str, step: Mapping[str, Any]) -> dict[str, Any]:
    return {"titel": title, "vanuit": start, "stappen": [dict(step)]}


def _release(workflow: Workflow, begin: str) -> Iterator[dict[str, Any]]:
    if workflow.release is not None:
        step = {"overgang": RELEASE, "door": workflow.release.by[0], "komt_in": begin}
        yield _example(say("ontwerp-voorbeeld-vrijgave"), begin, step)


def _refusals(workflow: Workflow, base: Base) -> Iterator[dict[str, Any]]:
    """One example for each guard in use, with every guard that then refuses."""
    shown = set[str]()
    for _, use in workflow.guard_uses():
        if use.name in shown:
            continue
        for example, refused in _tried(workflow, base, use.name):
            shown |= refused
            yield example
            break


def _tried(workflow: Workflow, base: Base, guard: str) -> Iterator[tuple[dict[str, Any], set[str]]]:
    """What `guard` refuses: the facts by which the base shows it, on every move of the new kader that has it."""
    for facts, where, step in islice(_tries(workflow, base, guard), MOST_TRIES):
        refused = refused_by(workflow, where, Step.model_validate(_spelled(step)), facts)
        if guard in refused:
            written = {**step, "geweigerd": sorted(refused)}
            said = facts.model_dump(by_alias=True, exclude_unset=True, mode="json")
            if said:
                written["feiten"] = said
            yield _example(say("ontwerp-voorbeeld-weigering", name=guard), where, written), set(refused)


def _tries(workflow: Workflow, base: Base, guard: str) -> Iterator[tuple[Facts, str, dict[str, Any]]]:
    for example in base.workflow.examples:
        for shown in (s for s in example.steps if guard in s.refused_by):
            facts = example.facts.updated(shown.facts)
            for where, name, roles in _places(workflow, guard):
                asked = [shown.by, *roles] if shown.by in roles else list(roles)
                for role in dict.fromkeys(asked):
                    yield facts, where, {"overgang": name, "door": role, "reden": say("ontwerp-voorbeeld-reden")}


def _places(workflow: Workflow, guard: str) -> Iterator[tuple[str, str, tuple[str, ...]]]:
    """(state, move, who may) for each move, or the release, that has this guard."""
    found = [place for place, use in workflow.guard_uses() if use.name == guard]
    uses = {str(place[1]) if place[0] == "overgangen" else RELEASE for place in found}
    moves = ((t.sources[0], t.id, t.by) for t in workflow.transitions if t.id in uses)
    by = workflow.release.by if workflow.release and RELEASE in uses else ()
    return chain(moves, [(workflow.begin.id, RELEASE, by)] if by else [])


def _wrong_role(workflow: Workflow) -> Iterator[dict[str, Any]]:
    """Somebody without the role is refused, once."""
    for t in workflow.transitions:
        for role in (r for r in workflow.roles if r not in t.by):
            step = {"overgang": t.id, "door": role, "reden": say("ontwerp-voorbeeld-reden")}
            refused = refused_by(workflow, t.sources[0], Step.model_validate(_spelled(step)), Facts())
            if ROLE in refused:
                yield _example(say("ontwerp-voorbeeld-rol"), t.sources[0], {**step, "geweigerd": sorted(refused)})
                return


def _spelled(step: Mapping[str, Any]) -> dict[str, Any]:
    """A step whose outcome is not known yet: the model asks for one."""
    return {**step, "geweigerd": ["?"]}
