"""Whether the advice that a proceskader asks for can be given: roles that see the dossier, a quorum that can be met."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdprocess.content.advice import KEYS
from sdprocess.content.strict_yaml import Node
from sdprocess.domain.advice import AdviceKind, Order, Silence
from sdprocess.domain.dossier import INDIENER, STELLER, Side
from sdprocess.domain.people import COUNCIL_SIDE
from sdprocess.domain.terms import UNKNOWN

if TYPE_CHECKING:
    from sdprocess.content.advice import AdviceRound, Asked
    from sdprocess.content.gates import GuardUse
    from sdprocess.content.problems import Problem
    from sdprocess.content.workflow import State, Workflow

Path = tuple[str | int, ...]
GUARD = "adviezen-binnen"
EVERY = "alles"
OWNERS = frozenset({STELLER, INDIENER})
"""Roles that belong to a dossier: others who hold them do not see it, and who wrote it gives no advice on it."""


def asked_roles(workflow: Workflow) -> Iterator[tuple[Path, tuple[str, ...]]]:
    """Every place where a role is asked, with the role: for the check that roles exist and are used."""
    for state in workflow.states:
        for kind, round_ in state.rounds:
            for asked in round_.asked:
                path = ("toestanden", state.id, KEYS[kind], "vragen_aan", asked.id)
                for key, who in (("door", asked.by), ("vervanger", asked.substitute)):
                    if who is not None and who.needs_role:
                        yield (*path, key), (who.needs_role,)


def check_advice(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    """Every problem of the rounds of every state, and of the gates that wait for them."""
    for state in workflow.states:
        for kind, round_ in state.rounds:
            yield from _round(state, kind, round_, tree)
        yield from _twice(state, tree)
    for path, use in workflow.guard_uses():
        if use.name == GUARD:
            yield from _gate(workflow, use, tree, path)


def _round(state: State, kind: AdviceKind, round_: AdviceRound, tree: Node) -> Iterator[Problem]:
    path = ("toestanden", state.id, KEYS[kind])
    if state.end:
        yield tree.problem("proces-advies-einde", *path)
    if round_.enough is not None and round_.order is Order.SEQUENCE:
        yield tree.problem("proces-genoeg-na-elkaar", *path, "genoeg")
    if round_.enough is not None and round_.enough > len(round_.asked):
        facts = {"enough": round_.enough, "asked": len(round_.asked)}
        yield tree.problem("proces-genoeg-te-veel", *path, "genoeg", **facts)
    for asked in round_.asked:
        yield from _asked(state, kind, asked, tree, (*path, "vragen_aan", asked.id))


def _asked(state: State, kind: AdviceKind, asked: Asked, tree: Node, path: Path) -> Iterator[Problem]:
    if asked.silence is not Silence.STAYS_OPEN and asked.term == UNKNOWN:
        yield tree.problem("proces-stilte-zonder-termijn", *path, "stilte", silence=asked.silence.value)
    if kind is AdviceKind.INITIALS and asked.silence is Silence.NO_ADVICE:
        yield tree.problem("proces-paraaf-stilte", *path, "stilte")
    blind = OWNERS | (COUNCIL_SIDE if state.side is Side.COLLEGE else frozenset())
    for key, who in (("door", asked.by), ("vervanger", asked.substitute)):
        if who is not None and who.needs_role in blind:
            yield tree.problem("proces-advies-ziet-niet", *path, key, name=who.needs_role)


def _twice(state: State, tree: Node) -> Iterator[Problem]:
    seen: set[str] = set()
    for kind, round_ in state.rounds:
        for asked in round_.asked:
            if asked.id in seen:
                path = ("toestanden", state.id, KEYS[kind], "vragen_aan", asked.id)
                yield tree.problem("proces-advies-dubbel", *path, name=asked.id)
            seen.add(asked.id)


def _gate(workflow: Workflow, use: GuardUse, tree: Node, path: Path) -> Iterator[Problem]:
    """A move that waits for advice leaves only states that ask for it."""
    params = use.params if isinstance(use.params, dict) else {}
    wanted = params.get("soort", EVERY)
    name = path[1] if path[0] == "overgangen" else None
    leaving = next((t for t in workflow.transitions if t.id == name), None)
    if leaving is None:
        yield tree.problem("proces-advies-vrijgave", *path)
        return
    for source in leaving.sources:
        kinds = {kind.value for s in workflow.states if s.id == source for kind, _ in s.rounds}
        if not kinds or (wanted != EVERY and wanted not in kinds):
            yield tree.problem("proces-advies-ontbreekt", *path, state=source, kind=wanted)
