"""The shorthand that people write in a proceskader, spelled out for the model.

`toestanden`, `overgangen` and `vragen_aan` are blocks by id; `door`, `van`, `openen` and `wie_aan_zet` may be one
word; an entry of `mits` is a name, a name with parameters, or a group of entries (`alle`, `een-van`); a `termijn` may
be a few words. Ids get the key `#id`, guards `#name` and `#params`: nobody writes those by
accident.
"""

from __future__ import annotations

from typing import Any

from sdprocess.content.gates import GROUPS
from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import Node
from sdprocess.content.terms import spell_term

Path = tuple[str | int, ...]

MEMBERS = ("toestanden", "overgangen")
ONE_OR_MORE = ("van", "door", "wie_aan_zet")
ROUNDS = ("adviezen", "parafen")


def spell_out(tree: Node) -> tuple[Any, tuple[Problem, ...]]:
    """The plain value for the model, and the problems of what could not be spelled out (left as it was)."""
    plain = tree.plain()
    problems: list[Problem] = []
    if not isinstance(plain, dict):
        return plain, ()
    for key in MEMBERS:
        members = plain.get(key, {})
        if not isinstance(members, dict):
            problems.append(tree.problem("soort-blok", key, key=key, given=_kind(members)))
            continue
        for name, block in members.items():
            _block(block, tree, (key, name), problems)
        if key in plain:
            plain[key] = [{**b, "#id": name} if isinstance(b, dict) else b for name, b in members.items()]
    if isinstance(plain.get("openen"), str):
        plain["openen"] = [plain["openen"]]
    _block(plain.get("vrijgave"), tree, ("vrijgave",), problems)
    return plain, tuple(problems)


def _block(block: Any, tree: Node, path: Path, problems: list[Problem]) -> None:
    if not isinstance(block, dict):
        return
    for key in ONE_OR_MORE:
        if isinstance(block.get(key), str):
            block[key] = [block[key]]
    if "termijn" in block:
        block["termijn"] = spell_term(block["termijn"])
    _requirements(block.get("mits"), tree, (*path, "mits"), problems)
    for key in ROUNDS:
        _round(block.get(key), tree, (*path, key), problems)


def _round(block: Any, tree: Node, path: Path, problems: list[Problem]) -> None:
    """Advice or parafen: who is asked by id, and one word for a role."""
    if not isinstance(block, dict) or "vragen_aan" not in block:
        return
    asked = block["vragen_aan"]
    if not isinstance(asked, dict):
        problems.append(tree.problem("soort-blok", *path, "vragen_aan", key="vragen_aan", given=_kind(asked)))
        return
    for one in asked.values():
        for key in ("door", "vervanger"):
            if isinstance(one, dict) and isinstance(one.get(key), str):
                one[key] = {"rol": one[key]}
    block["vragen_aan"] = [{**one, "#id": name} if isinstance(one, dict) else one for name, one in asked.items()]


def _requirements(entries: Any, tree: Node, path: Path, problems: list[Problem]) -> None:
    """Spell out a list of guards and groups in its place; the model says what is wrong with what is no list."""
    if not isinstance(entries, list):
        return
    for n, written in enumerate(entries):
        if isinstance(written, str):
            entries[n] = {"#name": written, "#params": {}}
        elif not isinstance(written, dict) or len(written) != 1:
            problems.append(tree.problem("proces-mits-vorm", *path, n))
        else:
            ((name, inside),) = written.items()
            if name in GROUPS:
                _requirements(inside, tree, (*path, n, name), problems)
            else:
                entries[n] = {"#name": name, "#params": {} if inside is None else inside}


def _kind(value: object) -> str:
    return {list: "een lijst", type(None): "leeg"}.get(type(value), f"'{value}'")
