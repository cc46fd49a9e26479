"""A procesontwerp as the text of a proceskader: a pure function, whose outcome passes the strict loader.

The base gives what a design says nothing of: sides, gates, roles, advice. The design gives steps, planning, who takes
part, products and questions. Every move gets an example that proves it; what must be refused is taken from the examples
of the base, tried on the new kader.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sdprocess.content.advice_checks import asked_roles
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.content.workflow import Workflow
from sdprocess.content.yaml_text import as_yaml
from sdprocess.domain.design import Design, DesignStep
from sdprocess.domain.terms import UNKNOWN, Relative, parse_point
from sdprocess.engine.design_begin import MOVABLE
from sdprocess.engine.design_examples import examples_of
from sdprocess.engine.design_route import Base, Move, moves_of
from sdprocess.texts.nl import say

OWN = frozenset({"id", "versie", "titel", "toelichting", "bron", "rollen", "toestanden", "overgangen", "voorbeelden"})
"""Keys of a proceskader that a design writes itself; every other key is that of the base."""


def base_of(workflow: Workflow, text: str) -> Base:
    """The base of a design: a checked workflow with the text it was read from."""
    return Base(workflow, load_yaml(text).plain())


def compile_design(design: Design, base: Base, *, kader_id: str, version: str, title: str, about: str) -> str:
    """The text of the proceskader that this design is. Same arguments, same text.

    about: one sentence for `toelichting`. Raises ValueError when the first step is left out or no step is kept.
    """
    steps = design.kept
    if not steps or steps[0].base != base.workflow.begin.id:
        raise ValueError("a design begins where its base begins")
    moves = moves_of(design, base)
    states = _states(design, base, moves)
    kader = {
        "schema": base.raw["schema"],
        "id": kader_id,
        "versie": version,
        "titel": title,
        "toelichting": about,
        "bron": say("ontwerp-bron", title=base.workflow.title, version=base.workflow.version),
        **{key: value for key, value in base.raw.items() if key not in OWN and key not in ("schema", "vrijgave")},
        "rollen": {},
        "toestanden": states,
        "overgangen": _transitions(moves, states),
    }
    if "vrijgave" in base.raw:
        kader["vrijgave"] = base.raw["vrijgave"]
    kader["rollen"] = _roles(kader, base, {*states, *(s.base for s in steps)})
    kader["voorbeelden"] = examples_of(kader, base, moves)
    return as_yaml(kader)


def _states(design: Design, base: Base, moves: list[Move]) -> dict[str, dict[str, Any]]:
    """The states in the order of the file: the steps, each side path behind the steps that it follows in the base."""
    reached = {m.source for m in moves} | {m.target for m in moves}
    order = [s.id for s in base.workflow.states]
    states: dict[str, dict[str, Any]] = {}
    asides = [a for a in base.asides if a in reached]
    for place, step in enumerate(design.kept):
        states[step.key] = _state(step, base, begin=place == 0, moves=moves)
        behind = design.kept[place + 1 :]
        for aside in [a for a in asides if a not in states]:
            if all(order.index(s.base) > order.index(aside) for s in behind):
                states[aside] = dict(base.raw["toestanden"][aside])
    for end in base.ends:
        if end in reached:
            states[end] = dict(base.raw["toestanden"][end])
    return states


def _state(step: DesignStep, base: Base, *, begin: bool, moves: list[Move]) -> dict[str, Any]:
    block = {k: v for k, v in base.raw["toestanden"][step.base].items() if k != "begin"}
    block["titel"] = step.title
    if begin:
        block["begin"] = True
    turn = _listed(block.get("wie_aan_zet", []))
    own = [role for m in moves if m.source == step.key and not m.origin for role in _listed(m.block["door"])]
    block["wie_aan_zet"] = list(dict.fromkeys([*turn, *own]))
    _put(block, "betrokken", {who: how or say("ontwerp-doet-mee") for who, how in step.involved.items()})
    _put(block, "termijn", _term(step, block.get("termijn")))
    _put(block, "producten", list(step.products))
    _put(block, "vragen", [*step.questions, *(say(f"ontwerp-info-{code}") for code in step.info)])
    return block


def _term(step: DesignStep, written: Any) -> Any:
    """The planning of a step as `termijn`; a law that the base names stays."""
    law = written.get("wet") if isinstance(written, Mapping) else None
    term = {"duur": step.plan.takes, "uiterlijk": step.plan.ends}
    known = {key: value for key, value in term.items() if value != UNKNOWN}
    if law:
        kept = {k: v for k, v in written.items() if k != "uiterlijk" or not _movable(v)}
        return {**kept, **known}
    return known if len(known) > 1 else (next(iter(known.values())) if known else UNKNOWN)


def _movable(written: str) -> bool:
    """Whether a last day is counted from something that this design may not have."""
    point = parse_point(written)
    return isinstance(point, Relative) and point.anchor.kind in MOVABLE


def _transitions(moves: list[Move], states: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The moves as `overgangen`: one for each transition of the base and target, with all its sources."""
    order = list(states)
    grouped: dict[tuple[str, str, str], list[Move]] = {}
    for move in moves:
        own = "" if move.origin else move.source
        grouped.setdefault((move.origin, own, move.target), []).append(move)
    found: dict[str, dict[str, Any]] = {}
    for (origin, own, target), group in grouped.items():
        wanted = origin or f"{own}-naar-{target}"
        name = next(n for n in (wanted, *(f"{wanted}-{k}" for k in range(2, len(moves) + 3))) if n not in found)
        sources = [m.source for m in group]
        block = {"titel": group[0].block["titel"], "van": sources, "naar": target}
        block |= {k: v for k, v in group[0].block.items() if k not in ("titel", "overdracht")}
        if any(order.index(target) < order.index(s) for s in sources):
            block["reden"] = "verplicht"
        if states[target]["zijde"] != "college" and any(states[s]["zijde"] == "college" for s in sources):
            block["overdracht"] = True
        found[name] = block
        for move in group:
            move.block = {**move.block, "#id": name}
    return found


def _roles(kader: Mapping[str, Any], base: Base, copied: set[str]) -> dict[str, str]:
    """The roles of the base that are used. copied: the states of the base that stand in the kader."""
    used = [role for s in kader["toestanden"].values() for role in _listed(s.get("wie_aan_zet", []))]
    used += [role for t in kader["overgangen"].values() for role in _listed(t["door"])]
    used += _listed(kader.get("vrijgave", {}).get("door", []))
    used += [role for path, roles in asked_roles(base.workflow) if path[1] in copied for role in roles]
    return {role: title for role, title in base.raw["rollen"].items() if role in used}


def _put(block: dict[str, Any], key: str, value: Any) -> None:
    """Write a key when it has something to say."""
    if value:
        block[key] = value
    else:
        block.pop(key, None)


def _listed(written: Any) -> list[str]:
    return [written] if isinstance(written, str) else list(written)
