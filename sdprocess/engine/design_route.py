"""Which moves a procesontwerp has: those of its base, led around what was left out and through what repeats.

No gate is lost: who goes past a step that was left out meets every gate of the moves that led through it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from sdprocess.content.gates import GuardUse
from sdprocess.content.workflow import Transition, Workflow
from sdprocess.domain.design import Design, DesignStep
from sdprocess.texts.nl import say

ADVICE = "adviezen-binnen"
OTHER = "niet-dezelfde-persoon"
"""The guard by which the steller cannot act: who makes a move with it must be able to be somebody else."""


@dataclass(slots=True)
class Move:
    """A move of the design. origin: the transition of the base it comes from, empty for one of its own. block: what the
    file says of it, without `van` and `naar`.
    """

    origin: str
    source: str
    target: str
    block: dict[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Base:
    """A base proceskader, looked at from the design. raw: its file as plain values."""

    workflow: Workflow
    raw: Mapping[str, Any]

    @property
    def line(self) -> list[str]:
        """The main line: neither side paths nor ends."""
        return [s.id for s in self.workflow.states if not s.aside and not s.end]

    @property
    def asides(self) -> list[str]:
        return [s.id for s in self.workflow.states if s.aside and not s.end]

    @property
    def ends(self) -> list[str]:
        """The end of the main line first."""
        ends = [s for s in self.workflow.states if s.end]
        return [s.id for s in sorted(ends, key=lambda s: s.aside)]

    def block(self, transition: str) -> dict[str, Any]:
        """What the file says of a transition, without where it goes."""
        return {k: v for k, v in self.raw["overgangen"][transition].items() if k not in ("van", "naar")}

    def onward(self, state: str) -> Transition | None:
        """The move that leads on along the main line from a state, or out of it at its end."""
        line, place = self.line, self.line.index(state)
        leaving = self.workflow.moves_from(state)
        ahead = [t for t in leaving if t.target in line and line.index(t.target) > place]
        out = [t for t in leaving if t.target in self.ends]
        ahead.sort(key=lambda t: t.needs_reason)
        out.sort(key=lambda t: self.ends.index(t.target))
        return next(iter(ahead or out), None)

    def legs(self, state: str, target: str) -> list[Transition]:
        """The moves along the main line from a state until it reaches or passes `target`, or ends."""
        line, legs = self.line, list[Transition]()
        here, until = state, line.index(target) if target in line else len(line)
        while here in line and line.index(here) < until:
            leg = self.onward(here)
            if leg is None or leg in legs:
                break
            legs.append(leg)
            here = leg.target
        return legs


def moves_of(design: Design, base: Base) -> list[Move]:
    """Every move of the design, by the order of its steps; moves to and from side paths and ends included."""
    steps = design.kept
    moves = [move for place in range(len(steps)) for move in _from_step(steps, place, base)]
    moves += [move for aside in base.asides for move in _from_aside(steps, aside, base)]
    return _reachable(steps[0].key, moves)


def _from_step(steps: Sequence[DesignStep], place: int, base: Base) -> Iterator[Move]:
    here = steps[place]
    made = [
        Move(t.id, here.key, target, base.block(t.id))
        for t in base.workflow.moves_from(here.base)
        if (target := _target(steps, place, t, base))
    ]
    yield from made
    after = steps[place + 1].key if place + 1 < len(steps) else ""
    if after and not any(m.target == after for m in made):
        yield _own(here, steps[place + 1].base, after, steps[place + 1].title, base)
    if not after and not any(m.target in base.ends for m in made):
        yield _own(here, "", base.ends[0], base.workflow.state(base.ends[0]).title, base)
    earlier = {s.key for s in steps[:place]}
    if place and not any(m.target in earlier for m in made):
        back = steps[place - 1]
        block = {"titel": say("ontwerp-zet-terug", title=back.title), "door": _turn(here, base), "reden": "verplicht"}
        yield Move("", here.key, back.key, block)


def _target(steps: Sequence[DesignStep], place: int, t: Transition, base: Base) -> str:
    """Where a move of the base leads in the design, empty when it leads nowhere."""
    if t.target not in base.line:
        return t.target
    order = base.line
    here, there = order.index(steps[place].base), order.index(t.target)
    if there < here:
        back = [s.key for s in steps[:place] if order.index(s.base) == there]
        return back[-1] if back else ""
    for n in range(place + 1, len(steps)):
        if not here < order.index(steps[n].base) <= there:
            break
        if order.index(steps[n].base) == there:
            return steps[n].key
    return _decided(steps, place, t, base) if t.decision else ""


def _decided(steps: Sequence[DesignStep], place: int, t: Transition, base: Base) -> str:
    """Where a decision leads when the step behind it was left out: the next one that was kept, or the end."""
    order, later = base.line, steps[place + 1 :]
    if any(s.base == steps[place].base for s in later):
        return ""  # it comes here again, and is decided then
    exact = [s.key for s in later if s.base == t.target]
    behind = [s.key for s in later if order.index(s.base) >= order.index(t.target)]
    return (exact or behind or base.ends)[0]


def _own(here: DesignStep, target_base: str, target: str, title: str, base: Base) -> Move:
    """A move that the base does not have: past what was left out, or into a repeat."""
    order = base.line
    ahead = not target_base or order.index(target_base) > order.index(here.base)
    legs = base.legs(here.base, target_base) if ahead else []
    code = "ontwerp-zet-verder" if target_base else "ontwerp-zet-einde"
    block: dict[str, Any] = {"titel": say(code, title=title)}
    block["door"] = list(_gatekeeper(legs).by) if legs else _turn(here, base)
    guards = list[Any]()
    for leg in legs:
        guards += [g for g in base.block(leg.id).get("mits", []) if g not in guards and not _elsewhere(g, leg, here)]
    if guards:
        block["mits"] = guards
    return Move("", here.key, target, block)


def _elsewhere(guard: Any, leg: Transition, here: DesignStep) -> bool:
    """Whether a guard waits for advice that only a step which was left out asks for: then nobody gives it."""
    named = next(iter(guard)) if isinstance(guard, dict) else guard
    return bool(named == ADVICE and here.base not in leg.sources)


def _gatekeeper(legs: Sequence[Transition]) -> Transition:
    """The move whose roles make the one past all legs: that which asks for another person, or the last with a gate."""
    others = [t for t in legs if any(isinstance(g, GuardUse) and g.name == OTHER for g in t.guards)]
    gated = [t for t in legs if t.guards]
    return (others or gated or legs)[-1]


def _turn(here: DesignStep, base: Base) -> list[str]:
    """Who may make a move of the design's own: who makes the moves of the base from there."""
    onward = base.onward(here.base)
    return list(onward.by if onward else base.workflow.state(here.base).turn)


def _from_aside(steps: Sequence[DesignStep], aside: str, base: Base) -> Iterator[Move]:
    order = base.line
    for t in base.workflow.moves_from(aside):
        target = t.target
        if target in order:
            exact = [s.key for s in steps if s.base == target]
            later = [s.key for s in steps if order.index(s.base) >= order.index(target)]
            target = (exact or later or [steps[-1].key])[0]
        yield Move(t.id, aside, target, base.block(t.id))


def _reachable(begin: str, moves: list[Move]) -> list[Move]:
    """Only the moves that leave a state where a dossier can come."""
    seen, todo = {begin}, [begin]
    while todo:
        here = todo.pop()
        new = {m.target for m in moves if m.source == here} - seen
        seen |= new
        todo.extend(new)
    return [m for m in moves if m.source in seen]
