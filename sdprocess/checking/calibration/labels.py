"""What readers found, one line of json for each document and question: the format of docs/ijking.md."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from typing import Any

from sdprocess.checking.calibration.figures import LABELS
from sdprocess.content.problems import Problem
from sdprocess.domain.errors import InvalidContent

NEEDED = ("doc", "q", "label")
SHOWN = 40


@dataclass(frozen=True, slots=True)
class Label:
    """The answer that counts, with the passages it rests on. a, b: what each of two readers said, empty when unknown.

    source: `dubbel` (two readers, differences settled), `enkel` (one reader) or empty.
    """

    document: str
    question: str
    label: str
    quotes: tuple[str, ...] = ()
    a: str = ""
    b: str = ""
    source: str = ""


def read_labels(text: str, file: str, questions: Collection[str]) -> tuple[Label, ...]:
    """The labels of a file. Raises InvalidContent with every line that is wrong, and why.

    file: its name, for the messages. questions: the ids that the checklist has.
    """
    made: list[Label] = []
    problems: list[Problem] = []
    first: dict[tuple[str, str], int] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), start=1):
        if not line.strip():
            continue
        found = _label(line, questions)
        if isinstance(found, Label):
            before = first.setdefault((found.document, found.question), number)
            made.append(found)
            if before != number:
                problems.append(Problem(file, number, "label-dubbel", {"line": before}, _where(found)))
            continue
        problems.extend(Problem(file, number, code, facts) for code, facts in found)
    if not made and not problems:
        problems.append(Problem(file, 1, "label-geen"))
    if problems:
        raise InvalidContent(tuple(problems))
    return tuple(made)


def write_labels(labels: Collection[Label]) -> str:
    """The same labels as lines of json, which `read_labels` reads back."""
    return "".join(json.dumps(_plain(label), ensure_ascii=False) + "\n" for label in labels)


def _label(line: str, questions: Collection[str]) -> Label | list[tuple[str, dict[str, object]]]:
    try:
        data = json.loads(line)
    except ValueError:
        return [("label-geen-json", {"given": line[:SHOWN]})]
    if not isinstance(data, dict):
        return [("label-geen-json", {"given": line[:SHOWN]})]
    problems = list(_problems(data, questions))
    if problems:
        return problems
    return Label(
        document=data["doc"],
        question=data["q"],
        label=data["label"],
        quotes=tuple(data.get("quotes") or ()),
        a=data.get("a") or "",
        b=data.get("b") or "",
        source=data.get("bron") or "",
    )


def _problems(data: dict[str, Any], questions: Collection[str]) -> Iterator[tuple[str, dict[str, object]]]:
    """What is wrong with one object, each with the facts of its sentence."""
    for key in NEEDED:
        if key not in data:
            yield "label-sleutel", {"key": key}
        elif not isinstance(data[key], str) or not data[key].strip():
            yield "label-tekst", {"key": key}
    question = data.get("q")
    if isinstance(question, str) and question.strip() and question not in questions:
        yield "label-vraag-onbekend", {"question": question[:SHOWN]}
    for key in ("label", "a", "b"):
        given = data.get(key)
        if given and given not in LABELS:
            yield "label-waarde", {"key": key, "given": str(given)[:SHOWN], "allowed": ", ".join(LABELS)}
    quotes = data.get("quotes") or []
    if not isinstance(quotes, list) or not all(isinstance(q, str) for q in quotes):
        yield "label-citaten", {}


def _plain(label: Label) -> dict[str, object]:
    made: dict[str, object] = {
        "doc": label.document,
        "q": label.question,
        "label": label.label,
        "quotes": list(label.quotes),
    }
    if label.a and label.b:
        made |= {"a": label.a, "b": label.b}
    return made | ({"bron": label.source} if label.source else {})


def _where(label: Label) -> str:
    return f"{label.document}, vraag {label.question}"
