"""What a proceskader must be before a machine is made of it: names resolve, no island, no trap, rules are proved."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from sdprocess.content.advice_checks import asked_roles, check_advice
from sdprocess.content.guard_names import GUARDS
from sdprocess.content.opening_checks import check_opening
from sdprocess.content.problems import Problem, build
from sdprocess.content.strict_yaml import Node
from sdprocess.content.workflow_examples import NOT_HERE, RELEASE
from sdprocess.domain.dossier import Side
from sdprocess.domain.terms import AnchorKind

if TYPE_CHECKING:
    from sdprocess.content.gates import GuardUse
    from sdprocess.content.workflow import Transition, Workflow
    from sdprocess.content.workflow_examples import Step

SIDES = (Side.COLLEGE, Side.COUNCIL, Side.PUBLIC)
"""From narrow to wide."""


def check_workflow_tree(workflow: Workflow, tree: Node) -> tuple[Problem, ...]:
    """Every problem of a well-formed workflow, by line. The graph is judged only when all names resolve."""
    names = [*_names(workflow, tree), *_guards(workflow, tree)]
    if not names:
        parts = (_graph, _moves, check_advice, _coverage)
        names = [problem for part in parts for problem in part(workflow, tree)]
    return tuple(sorted(names, key=lambda p: p.line))


def _names(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    states = {s.id for s in workflow.states}
    for t in workflow.transitions:
        path = ("overgangen", t.id)
        if t.id == RELEASE:
            yield tree.problem("proces-id-bezet", *path, name=t.id)
        for name in t.sources:
            if name not in states:
                yield tree.problem("proces-toestand-onbekend", *path, "van", name=name)
        if t.target not in states:
            yield tree.problem("proces-toestand-onbekend", *path, "naar", name=t.target)
        if t.target in t.sources:
            yield tree.problem("proces-naar-zichzelf", *path, "naar", name=t.target)
    yield from _terms(workflow, tree)
    yield from _roles(workflow, tree)
    yield from check_opening(workflow, tree)
    yield from _example_names(workflow, tree, states)


def _terms(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    """A last day that is counted from a state or a move names one that exists; who has left has no term."""
    names = {AnchorKind.STATE: {s.id for s in workflow.states}, AnchorKind.MOVE: {t.id for t in workflow.transitions}}
    codes = {AnchorKind.STATE: "proces-toestand-onbekend", AnchorKind.MOVE: "proces-overgang-onbekend"}
    for s in workflow.states:
        anchor = s.term.anchor
        if anchor and anchor.kind in names and anchor.id not in names[anchor.kind]:
            yield tree.problem(codes[anchor.kind], "toestanden", s.id, "termijn", "uiterlijk", name=anchor.id)
        if s.end and s.term.value.known:
            yield tree.problem("proces-termijn-einde", "toestanden", s.id, "termijn")


def _roles(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    used: set[str] = set()
    places: list[tuple[tuple[str | int, ...], tuple[str, ...]]] = [
        *((("toestanden", s.id, "wie_aan_zet"), s.turn) for s in workflow.states),
        *((("overgangen", t.id, "door"), t.by) for t in workflow.transitions),
        *((("vrijgave", "door"), workflow.release.by) for _ in (1,) if workflow.release),
        *asked_roles(workflow),
        (("openen",), workflow.opened_by),
    ]
    for path, roles in places:
        used.update(roles)
        for role in roles:
            if role not in workflow.roles:
                yield tree.problem("proces-rol-onbekend", *path, name=role)
    for role in workflow.roles:
        if role not in used:
            yield tree.problem("proces-rol-ongebruikt", "rollen", role, name=role)


def _example_names(workflow: Workflow, tree: Node, states: set[str]) -> Iterator[Problem]:
    for n, example in enumerate(workflow.examples):
        if example.start and example.start not in states:
            yield tree.problem("proces-toestand-onbekend", "voorbeelden", n, "vanuit", name=example.start)
        for k, step in enumerate(example.steps):
            yield from _step_names(workflow, tree, states, step, ("voorbeelden", n, "stappen", k))


def _step_names(
    workflow: Workflow, tree: Node, states: set[str], step: Step, path: tuple[str | int, ...]
) -> Iterator[Problem]:
    known = {t.id for t in workflow.transitions} | ({RELEASE} if workflow.release else set())
    if step.move not in known:
        yield tree.problem("proces-overgang-onbekend", *path, "overgang", name=step.move)
    if step.by not in workflow.roles:
        yield tree.problem("proces-rol-onbekend", *path, "door", name=step.by)
    if step.arrives and step.arrives not in states:
        yield tree.problem("proces-toestand-onbekend", *path, "komt_in", name=step.arrives)
    for name in step.refused_by:
        if name not in GUARDS and name != NOT_HERE:
            yield tree.problem("proces-guard-onbekend", *path, "geweigerd", name=name, known=", ".join(GUARDS))


def _guards(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    for place, use in workflow.guard_uses():
        yield from _guard(use, tree, place)


def _guard(use: GuardUse, tree: Node, path: tuple[str | int, ...]) -> Iterator[Problem]:
    spec = GUARDS.get(use.name)
    if spec is None:
        yield tree.problem("proces-guard-onbekend", *path, name=use.name, known=", ".join(GUARDS))
        return
    if spec.instead:
        yield tree.problem("proces-guard-ingebouwd", *path, name=use.name, key=spec.instead)
        return
    place = tree.walk((*path, use.name))
    given = place.key == use.name and place.node.value is not None
    built = build(spec.params, place.node if given else Node({}, tree.file, place.key_line))
    if isinstance(built, tuple):
        for p in built:
            facts = {**p.facts, "key": p.facts.get("key") or use.name}
            yield Problem(p.file, p.line, p.code, facts, place.label)


def _graph(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    begins = [s.id for s in workflow.states if s.begin]
    ends = {s.id for s in workflow.states if s.end}
    if not begins:
        yield tree.problem("proces-begin-ontbreekt", "toestanden")
    for name in begins[1:]:
        yield tree.problem("proces-begin-dubbel", "toestanden", name, "begin", first=begins[0])
    if not ends:
        yield tree.problem("proces-eind-ontbreekt", "toestanden")
    if len(begins) == 1 and ends:
        yield from _reach(workflow, tree, begins[0], ends)


def _reach(workflow: Workflow, tree: Node, begin: str, ends: set[str]) -> Iterator[Problem]:
    forward = {s.id: {t.target for t in workflow.transitions if s.id in t.sources} for s in workflow.states}
    backward = {s.id: {n for n, to in forward.items() if s.id in to} for s in workflow.states}
    reached, ending = _closure(forward, {begin}), _closure(backward, ends)
    for s in workflow.states:
        if s.id not in reached:
            yield tree.problem("proces-eiland", "toestanden", s.id)
        elif s.id not in ending:
            yield tree.problem("proces-val", "toestanden", s.id)


def _closure(edges: Mapping[str, set[str]], start: set[str]) -> set[str]:
    seen, todo = set(start), list(start)
    while todo:
        new = edges[todo.pop()] - seen
        seen |= new
        todo.extend(new)
    return seen


def _moves(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    ends = {s.id for s in workflow.states if s.end}
    for s in workflow.states:
        if not s.end and not s.turn:
            yield tree.problem("proces-niemand-aan-zet", "toestanden", s.id)
    for t in workflow.transitions:
        for name in sorted(ends.intersection(t.sources)):
            yield tree.problem("proces-eind-verlaten", "overgangen", t.id, "van", name=name)
        if any(workflow.is_back(t, name) for name in t.sources) and not t.needs_reason:
            yield tree.problem("proces-terug-zonder-reden", "overgangen", t.id)
        if _hands_over(workflow, t) != t.hand_over:
            code = "proces-overdracht-te-veel" if t.hand_over else "proces-overdracht-ontbreekt"
            yield tree.problem(code, "overgangen", t.id)


def _hands_over(workflow: Workflow, t: Transition) -> bool:
    """Whether the transition leads from a state of the college to one that the council side may see."""
    target = SIDES.index(workflow.state(t.target).side)
    return target > 0 and any(workflow.state(name).side is Side.COLLEGE for name in t.sources)


def _coverage(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    """Every transition is shown to work once, every guard in use to refuse once, and a wrong role when there is one."""
    steps = [step for example in workflow.examples for step in example.steps]
    arrived = {step.move for step in steps if step.arrives}
    refused = {name for step in steps for name in step.refused_by}
    somebody_may_not = any(set(workflow.roles) - set(t.by) for t in workflow.transitions)
    if "rol" not in refused and somebody_may_not:
        yield tree.problem("proces-weigering-ontbreekt", "voorbeelden", name="rol")
    for t in workflow.transitions:
        if t.id not in arrived:
            yield tree.problem("proces-voorbeeld-ontbreekt", "overgangen", t.id)
    if workflow.release and RELEASE not in arrived:
        yield tree.problem("proces-voorbeeld-ontbreekt", RELEASE)
    for place, use in workflow.guard_uses():
        if use.name not in refused:
            refused.add(use.name)
            yield tree.problem("proces-weigering-ontbreekt", *place, name=use.name)
