"""Proves a checklist: every rule hits its own `raak` examples and misses its `mis` examples. Run by the tests and by
`sdprocess kaders toets`; a rule without proof does not ship.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds import Finder, prepare
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import Checklist, Example, load_checklist
from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import Node, load_yaml
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.text import Paragraph, Section, SourceText

SHOWN = 80


def prove(checklist: Checklist, tree: Node) -> tuple[Problem, ...]:
    """Every example that a rule treats the other way, with its line."""
    return tuple(sorted(_failures(checklist, tree), key=lambda p: p.line))


def load_proved(path: Path, name: str = "") -> Checklist:
    """A checklist whose examples hold. Raises InvalidContent with every problem."""
    checklist = load_checklist(path, name)
    problems = prove(checklist, load_yaml(path, name))
    if problems:
        raise InvalidContent(problems)
    return checklist


def example_text(example: str | Example) -> SourceText:
    """The example as a document of one paragraph, in its section."""
    text, section = (example, "") if isinstance(example, str) else (example.text, example.section)
    names = (section,) if section else ()
    return SourceText("", "plak", (Section("s1", section, 1, names, paragraphs=(Paragraph("p1", text, 1),)),))


def _failures(checklist: Checklist, tree: Node) -> Iterator[Problem]:
    vocabulary = Vocabulary(checklist.notions)
    for place, question in enumerate(checklist.questions):
        for at, rule in enumerate(question.rules):
            find = prepare(rule, vocabulary)
            for key, examples, wanted in (("raak", rule.hits, True), ("mis", rule.misses, False)):
                for number, example in enumerate(examples):
                    if _found(find, example) is not wanted:
                        code = "regel-raakt-niet" if wanted else "regel-raakt-wel"
                        text = example if isinstance(example, str) else example.text
                        line = tree.line_of("vragen", place, "regels", at, key, number)
                        yield Problem(tree.file, line, code, {"example": text[:SHOWN]}, f"regel {rule.id}")


def _found(find: Finder, example: str | Example) -> bool:
    return bool(find(TextIndex(example_text(example))))
