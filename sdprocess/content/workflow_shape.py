"""The shorthand that people write in a proceskader, spelled out for the model.

`toestanden` and `overgangen` are blocks by id; `door`, `van` and `wie_aan_zet` may be one word; an entry of `mits` is
a name or a name with parameters. Ids get the key `#id`, guards `#name` and `#params`: nobody writes those by accident.
"""

from __future__ import annotations

from typing import Any

from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import Node

MEMBERS = ("toestanden", "overgangen")
ONE_OR_MORE = ("van", "door", "wie_aan_zet")


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
    _block(plain.get("vrijgave"), tree, ("vrijgave",), problems)
    return plain, tuple(problems)


def _block(block: Any, tree: Node, path: tuple[str, ...], problems: list[Problem]) -> None:
    if not isinstance(block, dict):
        return
    for key in ONE_OR_MORE:
        if isinstance(block.get(key), str):
            block[key] = [block[key]]
    guards = block.get("mits")
    if not isinstance(guards, list):
        return
    for n, written in enumerate(guards):
        guard = _guard(written)
        if guard is None:
            problems.append(tree.problem("proces-mits-vorm", *path, "mits", n))
        else:
            guards[n] = guard


def _guard(written: Any) -> dict[str, Any] | None:
    if isinstance(written, str):
        return {"#name": written, "#params": {}}
    if isinstance(written, dict) and len(written) == 1:
        ((name, params),) = written.items()
        return {"#name": name, "#params": {} if params is None else params}
    return None


def _kind(value: object) -> str:
    return {list: "een lijst", type(None): "leeg"}.get(type(value), f"'{value}'")
