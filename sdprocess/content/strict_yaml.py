"""YAML as people read it: words stay words, nothing is silently lost, and every value knows its line.

Only `true`, `false`, `null`, whole numbers and decimals are resolved (YAML 1.2 core schema); `ja`, `nee`, `on` and
dates stay text. Duplicate keys, tags, several documents and anything over budget are refused.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, NoReturn

import yaml

from sdprocess.content.problems import SINGULAR, Problem
from sdprocess.domain.errors import InvalidContent

MAX_BYTES = 1_000_000
MAX_DEPTH = 24
MAX_ALIASED = 10_000
"""How many values the aliases of one file may add together."""

_LONGEST_NUMBER = 18

Scalar = str | int | float | bool | None

_WORDS: Mapping[str, Scalar] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL"), None),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INT = re.compile(r"[-+]?[0-9]+", re.ASCII)
_FLOAT = re.compile(r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]{1,2})?", re.ASCII)


@dataclass(frozen=True, slots=True)
class Node:
    """A value with its place. `value` is a scalar, a tuple of nodes, or a dict of key -> `Entry`."""

    value: Scalar | tuple[Node, ...] | dict[str, Entry]
    file: str
    line: int
    size: int = 1

    def plain(self) -> Any:
        """Ordinary dicts, lists and scalars."""
        if isinstance(self.value, dict):
            return {key: entry.node.plain() for key, entry in self.value.items()}
        if isinstance(self.value, tuple):
            return [item.plain() for item in self.value]
        return self.value

    def walk(self, path: Sequence[int | str]) -> Place:
        """The deepest existing place on `path`. A number in a mapping is its n-th entry; unknown parts are skipped."""
        place = Place(self, "", self.line, "")
        for part in path:
            place = place.step(part)
        return place

    def line_of(self, *path: int | str) -> int:
        """The line of the key at `path`, or of the deepest place on it that exists."""
        return self.walk(path).key_line

    def problem(self, code: str, *path: int | str, **facts: object) -> Problem:
        """A problem about the place at `path`."""
        place = self.walk(path)
        return Problem(self.file, place.key_line, code, facts, place.label)


@dataclass(frozen=True, slots=True)
class Entry:
    """The value of a key, and the line the key stands on."""

    node: Node
    line: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where a walk arrived: the node, its key and the key's line, and what to call it ("vraag D2").

    member: what to call one of this node's own members ("vraag"), empty when they have no name of their own.
    """

    node: Node
    key: str
    key_line: int
    label: str
    member: str = ""

    def step(self, part: int | str) -> Place:
        """One part further, or the same place when there is no such part."""
        value = self.node.value
        if isinstance(value, tuple) and isinstance(part, int) and 0 <= part < len(value):
            node = value[part]
            return Place(node, self.key, node.line, self._label(_id_of(node) or str(part + 1)))
        if not isinstance(value, dict):
            return self
        key = list(value)[part] if isinstance(part, int) and 0 <= part < len(value) else str(part)
        entry = value.get(key)
        return Place(entry.node, key, entry.line, self._label(key), SINGULAR.get(key, "")) if entry else self

    def _label(self, name: str) -> str:
        return f"{self.member} {name}" if self.member else self.label


def _id_of(node: Node) -> str:
    if isinstance(node.value, dict) and "id" in node.value:
        return str(node.value["id"].node.value)
    return ""


def load_yaml(source: Path | str, name: str = "") -> Node:
    """The tree of a file (a Path) or of a text (a str). `name` is how problems call the file.

    Raises InvalidContent with every problem that could be found.
    """
    file = name or (str(source) if isinstance(source, Path) else "<tekst>")
    text = _decode(_read(source, file), file)
    composer = _Composer(file, _events(text, file))
    root = composer.document()
    if composer.problems:
        raise InvalidContent(tuple(composer.problems))
    return root


def _read(source: Path | str, file: str) -> bytes:
    try:
        data = source.encode() if isinstance(source, str) else source.read_bytes()
    except OSError as error:
        _refuse(file, 1, "bestand-onleesbaar", detail=error.strerror or type(error).__name__)
    if len(data) > MAX_BYTES:
        _refuse(file, 1, "yaml-te-groot", size=len(data), limit=MAX_BYTES)
    return data


def _decode(data: bytes, file: str) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        _refuse(file, data.count(b"\n", 0, error.start) + 1, "yaml-codering")


def _refuse(file: str, line: int, code: str, **facts: object) -> NoReturn:
    raise InvalidContent((Problem(file, line, code, facts),))


def _events(text: str, file: str) -> Iterator[yaml.Event]:
    """The parser's events; its errors become a problem with the right line."""
    loader: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    try:
        yield from yaml.parse(text, Loader=loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        lines = text.splitlines()
        around = lines[line - 1] if line <= len(lines) else ""
        if "\t" in around[: len(around) - len(around.lstrip())]:
            _refuse(file, line, "yaml-tab")
        _refuse(file, line, "yaml-onleesbaar", detail=error.problem or "onbekende fout")
    except yaml.reader.ReaderError as error:
        _refuse(file, text.count("\n", 0, int(error.position)) + 1, "yaml-onleesbaar", detail=error.reason)


class _Composer:
    """Makes nodes of events, within budgets. Collects what it can, raises on what makes further reading pointless."""

    def __init__(self, file: str, events: Iterator[yaml.Event]) -> None:
        self.file = file
        self.events = events
        self.anchors: dict[str, Node] = {}
        self.aliased = 0
        self.problems: list[Problem] = []

    def document(self) -> Node:
        root: Node | None = None
        for event in self.events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                _refuse(self.file, _line(event), "yaml-meer-documenten")
            if isinstance(event, yaml.NodeEvent):
                root = self._node(event, 1)
        if root is None:
            _refuse(self.file, 1, "yaml-leeg")
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        line = _line(event)
        if depth > MAX_DEPTH:
            _refuse(self.file, line, "yaml-te-diep", limit=MAX_DEPTH)
        if isinstance(event, yaml.AliasEvent):
            return self._alias(str(event.anchor), line)
        tag = getattr(event, "tag", None)
        if tag not in (None, "!"):
            self.problems.append(Problem(self.file, line, "yaml-label", {"tag": tag}))
        if isinstance(event, yaml.MappingStartEvent):
            node = self._mapping(line, depth)
        elif isinstance(event, yaml.SequenceStartEvent):
            items = tuple(self._node(e, depth + 1) for e in self._until(yaml.SequenceEndEvent))
            node = Node(items, self.file, line, 1 + sum(i.size for i in items))
        else:
            node = Node(_resolve(event), self.file, line)
        if getattr(event, "anchor", None):
            self.anchors[event.anchor] = node  # type: ignore[attr-defined]
        return node

    def _until(self, end: type[yaml.Event]) -> Iterator[yaml.Event]:
        for event in self.events:
            if isinstance(event, end):
                return
            yield event

    def _mapping(self, line: int, depth: int) -> Node:
        entries: dict[str, Entry] = {}
        size = 1
        for key_event in self._until(yaml.MappingEndEvent):
            key_line = _line(key_event)
            key_node = self._node(key_event, depth + 1)
            value = self._node(next(self.events), depth + 1)
            size += value.size
            if not isinstance(key_event, yaml.ScalarEvent) or not key_event.value:
                self.problems.append(Problem(self.file, key_line, "yaml-sleutel"))
                continue
            key = str(key_event.value)
            if key in entries:
                facts = {"key": key, "first": entries[key].line}
                self.problems.append(Problem(self.file, key_node.line, "yaml-dubbele-sleutel", facts))
                continue
            entries[key] = Entry(value, key_line)
        return Node(entries, self.file, line, size)

    def _alias(self, anchor: str, line: int) -> Node:
        node = self.anchors.get(anchor)
        if node is None:
            _refuse(self.file, line, "yaml-verwijzing-onbekend", anchor=anchor)
        self.aliased += node.size
        if self.aliased > MAX_ALIASED:
            _refuse(self.file, line, "yaml-verwijzingen", limit=MAX_ALIASED)
        return node


def _line(event: yaml.Event) -> int:
    """The 1-based line an event starts on."""
    return event.start_mark.line + 1 if event.start_mark else 1


def _resolve(event: yaml.Event) -> Scalar:
    """The value of a scalar by the core schema; a quoted scalar is always text."""
    value = str(getattr(event, "value", ""))
    if not isinstance(event, yaml.ScalarEvent) or not event.implicit[0]:
        return value
    if value in _WORDS:
        return _WORDS[value]
    if len(value) > _LONGEST_NUMBER:
        return value
    if _INT.fullmatch(value):
        return int(value)
    return float(value) if _FLOAT.fullmatch(value) else value
