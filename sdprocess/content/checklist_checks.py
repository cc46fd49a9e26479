"""What must hold in a checklist beyond its shape: names that resolve, cues that compile, tables that can be decided."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from sdprocess.content.cues import BadCue, compile_source, union_source
from sdprocess.content.problems import Problem
from sdprocess.content.sections import section_table
from sdprocess.content.strict_yaml import Node

if TYPE_CHECKING:
    from sdprocess.content.checklist import Checklist, Question

OPENING = "aanhef"
CUE_KEYS: Mapping[str, str] = {
    "cues": "woorden",
    "first": "woorden",
    "second": "met",
    "unless": "niet_bij",
    "names": "namen",
    "units": "eenheden",
    "subjects": "onderwerp",
    "words": "woorden",
}
_NOTION = re.compile(r"\{([^{}\s]+)\}")


@lru_cache(maxsize=1)
def known_sections() -> frozenset[str]:
    """The canonical sections a rule may name: those of the synonym table, and the text before the first heading."""
    return frozenset({OPENING, *section_table().names})


def check(checklist: Checklist, tree: Node, sections: frozenset[str]) -> tuple[Problem, ...]:
    """Every problem, in the order of the lines."""
    found = [
        *_notions(checklist, tree),
        *_kinds(checklist, tree),
        *_criteria(checklist, tree),
        *_unjudged(checklist, tree),
    ]
    rule_ids = Counter(rule.id for question in checklist.questions for rule in question.rules)
    for place, question in enumerate(checklist.questions):
        found.extend(_question(checklist, question, tree, place))
        found.extend(_sections(question, tree, place, sections))
        found.extend(_cues(checklist, question, tree, place))
        for at, rule in enumerate(question.rules):
            if rule_ids[rule.id] > 1:
                found.append(_at(tree, question, "toets-regel-dubbel", place, "regels", at, "id", name=rule.id))
    return tuple(sorted(found, key=lambda p: p.line))


def matches_file(checklist: Checklist, tree: Node, path: Path) -> tuple[Problem, ...]:
    """The id and version must be those of `<id>/<version>.yaml`."""
    found = []
    if checklist.id != path.parent.name:
        found.append(tree.problem("bestand-id", "id", given=checklist.id, expected=path.parent.name))
    if checklist.version != path.stem:
        found.append(tree.problem("bestand-versie", "versie", given=checklist.version, expected=path.stem))
    return tuple(found)


def _at(tree: Node, question: Question, code: str, place: int, *path: int | str, **facts: object) -> Problem:
    """A problem that names its question, on the line of the key it is about."""
    return Problem(tree.file, tree.line_of("vragen", place, *path), code, facts, f"vraag {question.id}")


def _notions(checklist: Checklist, tree: Node) -> Iterator[Problem]:
    """Named lists that do not exist, or that hold themselves."""
    uses = {name: {m for word in words for m in _NOTION.findall(word)} for name, words in checklist.notions.items()}
    for name in checklist.notions:
        for missing in sorted(uses[name] - uses.keys()):
            yield tree.problem("begrip-onbekend", "begrippen", name, name=missing)
        if name in _reach(name, uses):
            yield tree.problem("begrip-rond", "begrippen", name, name=name)


def _reach(start: str, uses: Mapping[str, set[str]]) -> set[str]:
    """Every list that can be reached from `start`."""
    seen: set[str] = set()
    ahead = list(uses.get(start, ()))
    while ahead:
        name = ahead.pop()
        if name not in seen:
            seen.add(name)
            ahead.extend(uses.get(name, ()))
    return seen


def _broken(checklist: Checklist, cues: Iterable[str]) -> Iterator[BadCue]:
    try:
        source = union_source(cues, checklist.notions)
        if source:
            compile_source(source)
    except BadCue as bad:
        yield bad
    except RecursionError:
        return  # reported as begrip-rond


def _cues(checklist: Checklist, question: Question, tree: Node, place: int) -> Iterator[Problem]:
    """Cues that cannot be read or compiled."""
    for at, rule in enumerate(question.rules):
        for attribute, key in CUE_KEYS.items():
            value = getattr(rule, attribute, None)
            if isinstance(value, tuple):
                for bad in _broken(checklist, value):
                    yield _at(tree, question, bad.code, place, "regels", at, key, name=bad.what)


def _kinds(checklist: Checklist, tree: Node) -> Iterator[Problem]:
    for group, kinds in (
        ("documenten", checklist.recognising.documents),
        ("voorstellen", checklist.recognising.proposals),
    ):
        for at, kind in enumerate(kinds):
            for key, cues in (("aanhef", kind.opening), ("tekst", kind.anywhere), ("niet_bij", kind.never)):
                for bad in _broken(checklist, cues):
                    yield tree.problem(bad.code, "herkenning", group, at, key, name=bad.what)


def _criteria(checklist: Checklist, tree: Node) -> Iterator[Problem]:
    known = Counter(c.id for c in checklist.criteria)
    for at, criterion in enumerate(checklist.criteria):
        if known[criterion.id] > 1:
            yield tree.problem("toets-criterium-dubbel", "criteria", at, "id", name=criterion.id)
        if not any(q.criterion == criterion.id for q in checklist.questions):
            yield tree.problem("toets-criterium-leeg", "criteria", at, "id", name=criterion.id)
    ids = Counter(q.id for q in checklist.questions)
    for place, question in enumerate(checklist.questions):
        if ids[question.id] > 1:
            yield _at(tree, question, "toets-vraag-dubbel", place, "id", name=question.id)
        if question.criterion not in known:
            yield _at(tree, question, "toets-criterium-onbekend", place, "criterium", name=question.criterion)


def _unjudged(checklist: Checklist, tree: Node) -> Iterator[Problem]:
    """Criteria that a kind of proposal is not judged on and that do not exist."""
    known = {c.id for c in checklist.criteria}
    for at, kind in enumerate(checklist.recognising.proposals):
        for name in (n for n in kind.without if n not in known):
            yield tree.problem("toets-criterium-onbekend", "herkenning", "voorstellen", at, "zonder_oordeel", name=name)


def _question(checklist: Checklist, question: Question, tree: Node, place: int) -> Iterator[Problem]:
    """Elements that rules and table name without each other."""
    made = {rule.element for rule in question.rules}
    for at, rule in enumerate(question.rules):
        if rule.element not in question.elements:
            yield _at(tree, question, "toets-element-onbekend", place, "regels", at, "element", name=rule.element)
    for name in question.elements:
        if name not in made:
            yield _at(tree, question, "toets-element-zonder-regel", place, "elementen", name, name=name)
    if not question.table and not all(rule.kind == "mens" for rule in question.rules):
        yield _at(tree, question, "toets-tabel-leeg", place, "oordeel")
    yield from _table(question, tree, place, made)
    yield from _proposals(checklist, question, tree, place)


def _table(question: Question, tree: Node, place: int, made: set[str]) -> Iterator[Problem]:
    """Rows that name nothing, or what no rule finds."""
    for at, row in enumerate(question.table):
        when = row.when
        if not (when.together or when.any_of):
            yield _at(tree, question, "toets-rij-leeg", place, "oordeel", at)
        if when.where == "thuis" and not question.home:
            yield _at(tree, question, "toets-rij-thuis", place, "oordeel", at)
        for name in (*when.together, *when.any_of, *when.without):
            if name not in made:
                yield _at(tree, question, "toets-element-zonder-regel", place, "oordeel", at, name=name)


def _proposals(checklist: Checklist, question: Question, tree: Node, place: int) -> Iterator[Problem]:
    """Kinds of proposal that are not recognised."""
    known = {kind.id for kind in checklist.recognising.proposals}
    named: list[tuple[str, tuple[int | str, ...], tuple[str, ...]]] = [("nvt_bij", ("nvt_bij",), question.not_for)]
    named += [("voorstel", ("oordeel", at), row.when.proposal) for at, row in enumerate(question.table)]
    named += [("behalve_voorstel", ("oordeel", at), row.when.not_proposal) for at, row in enumerate(question.table)]
    for key, path, names in named:
        for name in names:
            if name not in known:
                yield _at(tree, question, "toets-voorstel-onbekend", place, *path, key=key, name=name)


def _sections(question: Question, tree: Node, place: int, sections: frozenset[str]) -> Iterator[Problem]:
    """Sections that the synonym table does not have."""
    named: list[tuple[str, tuple[int | str, ...], tuple[str, ...]]] = [("thuis", ("thuis",), question.home)]
    for at, rule in enumerate(question.rules):
        named += [("binnen", ("regels", at, "binnen"), rule.within), ("buiten", ("regels", at, "buiten"), rule.outside)]
        for key, examples in (("raak", rule.hits), ("mis", rule.misses)):
            used = tuple(e.section for e in examples if not isinstance(e, str) and e.section)
            named.append((key, ("regels", at, key), used))
    for key, path, names in named:
        for name in names:
            if name not in sections:
                yield _at(tree, question, "toets-sectie-onbekend", place, *path, key=key, name=name)
