"""Every word of the language of proceskaders: accepted somewhere, refused when it is wrong, and enforced by code.

The words are collected from the models themselves, so that who adds one owes all three.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import lru_cache
from pathlib import Path
from typing import Any, Literal, get_args, get_origin

import pytest
import yaml
from pydantic import BaseModel
from pydantic.fields import FieldInfo

from sdprocess.content.gates import AllOf, AnyOf, GuardUse
from sdprocess.content.guard_names import GUARDS as VOCABULARY
from sdprocess.content.library import content_root
from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.engine.guards import GUARDS as ENFORCED

HERE = Path(__file__).parent
SOURCE = Path(__file__).resolve().parents[2] / "sdprocess"
FILES = (
    *sorted(HERE.glob("good/*.yaml")),
    HERE / "good.yaml",
    *sorted((content_root() / "workflows").glob("*/*.yaml")),
)
WRITTEN = tuple(name for name, spec in VOCABULARY.items() if not spec.instead)
"""Guards that `mits` may name."""

OTHERWISE = {
    "AdviceRound.volgorde=naast-elkaar": "whoever is not na-elkaar has a turn at once",
    "AdviceRound.nieuwe_tekst=markeer-oud": "marked is what is neither reopened nor let be",
    "Asked.stilte=blijft-open": "silence that is neither akkoord nor geen-advies leaves the request open",
    "AdviceIn.oordeel=elk": "whatever is not akkoord asks no agreement",
    "Transition.reden=geen": "whatever is not verplicht owes nothing",
    "Facts.advies=binnen": "the answers as they are asked, all in favour",
    "Facts.zelf=alles": "neither geen nor deel",
    "Facts.collega=alles": "neither geen nor deel",
    "Facts.griffie=alles": "neither geen nor deel",
}
"""Values that are what is left when no other value holds, and why."""


@dataclass(frozen=True, slots=True)
class Use:
    """A word as it stands in a file: the file, the way to it, and its value."""

    file: Path
    path: tuple[str | int, ...]


def inner(annotation: Any) -> Iterator[Any]:
    """The types that a type is made of, itself included."""
    yield annotation
    for part in get_args(annotation) if get_origin(annotation) is not Literal else ():
        yield from inner(part)


def models() -> tuple[type[BaseModel], ...]:
    """Every model of the language, found from the file itself and from the parameters of the guards."""
    found: dict[type[BaseModel], None] = {}
    todo: list[type[BaseModel]] = [Workflow, *(spec.params for spec in VOCABULARY.values())]
    while todo:
        model = todo.pop()
        if model in found:
            continue
        found[model] = None
        for info in model.model_fields.values():
            todo.extend(t for t in inner(info.annotation) if isinstance(t, type) and issubclass(t, BaseModel))
    return tuple(sorted(found, key=lambda m: m.__name__))


def alias(name: str, info: FieldInfo) -> str:
    return info.alias or name


def keys() -> dict[str, str]:
    """`Model.key` -> the name it has in code."""
    return {
        f"{model.__name__}.{alias(name, info)}": name
        for model in models()
        for name, info in model.model_fields.items()
        if not alias(name, info).startswith("#") and name != "root"
    }


def values() -> dict[str, str]:
    """`Model.key=value` -> the value, for every key with a closed list."""
    found: dict[str, str] = {}
    for model in models():
        for name, info in model.model_fields.items():
            for part in inner(info.annotation):
                options: tuple[Any, ...] = get_args(part) if get_origin(part) is Literal else ()
                if isinstance(part, type) and issubclass(part, Enum):
                    options = tuple(member.value for member in part)
                found.update({f"{model.__name__}.{alias(name, info)}={o}": str(o) for o in options if o})
    return found


@lru_cache(maxsize=1)
def uses() -> dict[str, Use]:
    """One place for every word that an accepted file has, in the first file that has it."""
    found: dict[str, Use] = {}
    for file in FILES:
        workflow, _ = read_workflow(file)
        plain = load_yaml(file).plain()
        for word, path in said(workflow, ()):
            if "=" in word or stands(plain, path, word):
                found.setdefault(word, Use(file, path))
    return found


def stands(plain: Any, path: tuple[str | int, ...], word: str) -> bool:
    """Whether the word is written out at this place; one word of shorthand may stand for a block."""
    for part in path[:-1]:
        if isinstance(part, str) and not (isinstance(plain, dict) and part in plain):
            return False
        plain = plain[part]
    return word.startswith("mits: ") or (isinstance(plain, dict) and path[-1] in plain)


def said(value: Any, path: tuple[str | int, ...]) -> Iterator[tuple[str, tuple[str | int, ...]]]:
    """Every word of a model and what is in it, with its place in the file."""
    if isinstance(value, GuardUse):
        place = (*path, value.name)
        yield f"mits: {value.name}", place
        params = value.params if isinstance(value.params, dict) else {}
        yield from said(VOCABULARY[value.name].params.model_validate(params), place)
    elif isinstance(value, BaseModel):
        for name, info in type(value).model_fields.items():
            here, written = getattr(value, name), alias(name, info)
            if written.startswith("#") or name == "root":
                continue
            word = f"{type(value).__name__}.{written}"
            if name in value.model_fields_set:
                yield word, (*path, written)
            if isinstance(here, str):
                yield f"{word}={getattr(here, 'value', here)}", (*path, written)
            if name in value.model_fields_set:
                yield from said(here, (*path, written))
    elif isinstance(value, tuple):
        for n, member in enumerate(value):
            named = getattr(member, "id", "") if not isinstance(member, str) else ""
            yield from said(member, (*path, named or n))


def test_the_words_are_found() -> None:
    assert {"State.adviezen", "AskedOf.regel", "Facts.profiel", "ByWhom.door"} <= keys().keys()
    assert {"Asked.stilte=geen-advies", "State.stap=uitvoeren", "State.zijde=raad"} <= values().keys()
    assert len(keys()) > 60
    assert len(WRITTEN) >= 8


@pytest.mark.parametrize("word", [*keys(), *values(), *(f"mits: {name}" for name in WRITTEN)])
def test_every_word_is_accepted_somewhere(word: str) -> None:
    assert word in uses(), f"no accepted file says {word}: add it to one in tests/content/good"


def wrong(word: str, given: Any) -> Any:
    """A value that this word may not have."""
    if word in values() or "=" in word:
        return "iets-anders"
    return "zeven" if isinstance(given, int) and not isinstance(given, bool) else 7


@pytest.mark.parametrize("word", [*keys(), *(f"mits: {name}" for name in WRITTEN)])
def test_every_word_is_refused_at_its_line_when_its_value_is_wrong(word: str, tmp_path: Path) -> None:
    use = uses()[word]
    plain = copy.deepcopy(load_yaml(use.file).plain())
    spoil(plain, use.path, word)
    broken = tmp_path / "fout.yaml"
    broken.write_text(yaml.safe_dump(plain, sort_keys=False, allow_unicode=True), encoding="utf-8")
    with pytest.raises(InvalidContent) as caught:
        read_workflow(broken, "fout.yaml")
    line = load_yaml(broken).line_of(*use.path)
    found = [str(p) for p in caught.value.problems if isinstance(p, Problem)]
    assert any(p.startswith(f"fout.yaml:{line}:") for p in found), (line, found)


def spoil(plain: Any, path: tuple[str | int, ...], word: str) -> None:
    """Put a wrong value where the word stands. Raises KeyError for a word that stands in a file as shorthand only."""
    *way, last = path
    here = plain
    for part in way[:-1]:
        here = here[part]
    if word.startswith("mits: "):
        here[way[-1]] = {last: 7}
        return
    here = here[way[-1]] if way else here
    closed = any(value.startswith(f"{word}=") for value in values())
    counts = isinstance(here[last], int) and not isinstance(here[last], bool)
    here[last] = "iets-anders" if closed else "zeven" if counts else 7


READ_BY_THE_MODEL = frozenset({"Workflow.schema"})
"""Keys whose one allowed value is all they are for."""

READ_IN = ("engine", "services", "web", "publish", "content", "planning", "cli", "domain")


@lru_cache(maxsize=1)
def read_names() -> frozenset[str]:
    """Every attribute that some code reads."""
    return frozenset(
        node.attr
        for part in READ_IN
        for path in (SOURCE / part).rglob("*.py")
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load)
    )


@lru_cache(maxsize=1)
def literals() -> frozenset[str]:
    """Every text and every member of a list of words that code outside the definitions themselves uses."""
    found: set[str] = set()
    for path in SOURCE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Compare | ast.Dict | ast.Set | ast.Tuple | ast.Call | ast.Subscript | ast.Return):
                found.update(
                    n.value for n in ast.walk(node) if isinstance(n, ast.Constant) and isinstance(n.value, str)
                )
            if isinstance(node, ast.Attribute):
                found.add(node.attr)
    return frozenset(found)


@pytest.mark.parametrize(("word", "name"), keys().items(), ids=list(keys()))
def test_every_key_is_read_by_code(word: str, name: str) -> None:
    assert name in read_names() or word in READ_BY_THE_MODEL, f"{word}: nothing reads {name}"


@pytest.mark.parametrize("name", VOCABULARY)
def test_every_guard_has_a_function(name: str) -> None:
    assert callable(ENFORCED[name])


@pytest.mark.parametrize(("word", "value"), values().items(), ids=list(values()))
def test_every_value_makes_a_difference_somewhere(word: str, value: str) -> None:
    if word in OTHERWISE:
        return
    members = {
        member.name
        for model in models()
        for info in model.model_fields.values()
        for part in inner(info.annotation)
        if isinstance(part, type) and issubclass(part, Enum)
        for member in part
        if member.value == value
    }
    assert value in literals() or members & literals(), f"{word}: no code looks at {value}"


def test_what_is_left_over_is_still_a_value() -> None:
    assert OTHERWISE.keys() <= values().keys()


def test_groups_stand_where_guards_stand() -> None:
    assert {alias(n, i) for m in (AllOf, AnyOf) for n, i in m.model_fields.items()} == {"alle", "een-van"}
    assert not {"alle", "een-van"} & VOCABULARY.keys()
