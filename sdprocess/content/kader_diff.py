"""What two versions of a proceskader say differently, in the words of the file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from pydantic import BaseModel

from sdprocess.content.workflow import Workflow
from sdprocess.content.workflow_examples import Example

Kind = Literal["nieuw", "weg", "anders"]
APART = frozenset({"rollen", "toestanden", "overgangen", "vrijgave", "voorbeelden", "schema", "id", "versie"})
NONE = "–"


@dataclass(frozen=True, slots=True)
class Difference:
    """One thing that differs. part: the key of the file it stands under. key: which word of it, empty = all of it."""

    part: str
    id: str
    title: str
    key: str
    kind: Kind
    old: str
    new: str


def kader_differences(old: Workflow, new: Workflow) -> tuple[Difference, ...]:
    """Every difference, in the order of the file: general words, roles, states, transitions, release, examples."""
    before, after = _plain(old), _plain(new)
    return (
        *_keys("proceskader", "", "", {k: v for k, v in before.items() if k not in APART}, after),
        *_roles(before["rollen"], after["rollen"]),
        *_members("toestanden", before["toestanden"], after["toestanden"]),
        *_members("overgangen", before["overgangen"], after["overgangen"]),
        *_keys("vrijgave", "", "", before["vrijgave"] or {}, after["vrijgave"] or {}),
        *_examples(old, new),
    )


def lost_states(old: Workflow, new: Workflow) -> tuple[str, ...]:
    """States of the old version that the new one does not have, by id, in the order of the file."""
    known = {s.id for s in new.states}
    return tuple(s.id for s in old.states if s.id not in known)


def _plain(value: Any) -> Any:
    """Models as dicts with the keys of the file, down to words and numbers."""
    if isinstance(value, BaseModel):
        fields = type(value).model_fields.items()
        return {field.alias or name: _plain(getattr(value, name)) for name, field in fields}
    if isinstance(value, Mapping):
        return {str(key): _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    return value.value if isinstance(value, Enum) else value


def _keys(
    part: str, name: str, title: str, before: Mapping[str, Any], after: Mapping[str, Any]
) -> Iterator[Difference]:
    for key in dict.fromkeys([*before, *after]):
        old, new = shown(before.get(key)), shown(after.get(key))
        if old != new and not key.startswith("#") and not (part == "proceskader" and key in APART):
            kind: Kind = "nieuw" if old == NONE else "weg" if new == NONE else "anders"
            yield Difference(part, name, title, key, kind, old, new)


def _roles(before: Mapping[str, str], after: Mapping[str, str]) -> Iterator[Difference]:
    for role in dict.fromkeys([*before, *after]):
        old, new = before.get(role, NONE), after.get(role, NONE)
        if old != new:
            kind: Kind = "nieuw" if role not in before else "weg" if role not in after else "anders"
            yield Difference("rollen", role, role, "", kind, old, new)


def _members(part: str, before: Iterable[Any], after: Iterable[Any]) -> Iterator[Difference]:
    old, new = {m["#id"]: m for m in before}, {m["#id"]: m for m in after}
    for name in dict.fromkeys([*old, *new]):
        title = (new.get(name) or old[name])["titel"]
        if name not in new:
            yield Difference(part, name, title, "", "weg", _sketch(old[name]), NONE)
        elif name not in old:
            yield Difference(part, name, title, "", "nieuw", NONE, _sketch(new[name]))
        else:
            yield from _keys(part, name, title, old[name], new[name])


def _examples(old: Workflow, new: Workflow) -> Iterator[Difference]:
    if old.examples != new.examples:
        before, after = ({e.title: e for e in w.examples} for w in (old, new))
        for name in dict.fromkeys([*before, *after]):
            if before.get(name) != after.get(name):
                kind: Kind = "nieuw" if name not in before else "weg" if name not in after else "anders"
                said = (_steps(before.get(name)), _steps(after.get(name)))
                yield Difference("voorbeelden", "", name, "", kind, *said)


def _steps(example: Example | None) -> str:
    """The path of an example: each move with where it arrives, or what refuses it."""
    if example is None:
        return NONE
    said = (f"{s.move} → {s.arrives or 'geweigerd: ' + ', '.join(s.refused_by)}" for s in example.steps)
    return "; ".join(said)


def _sketch(member: Mapping[str, Any]) -> str:
    """What a member is, in a few words: those of its keys that say most."""
    keys = ("stap", "wie_aan_zet", "termijn", "zijde", "van", "naar", "door")
    said = (f"{key.replace('_', ' ')}: {shown(member[key])}" for key in keys if key in member)
    return "; ".join(text for text in said if not text.endswith(NONE))


def shown(value: Any) -> str:
    """A value of the file as one line of text."""
    if value is None or value in ("", [], {}):
        return NONE
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, list):
        return ", ".join(shown(item) for item in value)
    return _block(value) if isinstance(value, dict) else str(value)


def _block(value: Mapping[str, Any]) -> str:
    """A named thing with what belongs to it between brackets, or else pairs of a word and its value."""
    name = value.get("#name", value.get("#id"))
    rest = {k: v for k, v in value.items() if k not in ("#name", "#id")}
    if "#params" in rest:
        rest = rest["#params"] if isinstance(rest["#params"], dict) else {"#params": rest["#params"]}
    said = ((key.lstrip("#").replace("_", " "), shown(item)) for key, item in rest.items())
    pairs = "; ".join(f"{key}: {text}" for key, text in said if text != NONE)
    if name is None:
        return pairs or NONE
    return f"{name} ({pairs})" if pairs else str(name)
