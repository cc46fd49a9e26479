"""Every code that is used has its Dutch sentence, with the facts it asks for."""

from __future__ import annotations

import ast
import re
import string
from collections.abc import Iterator
from pathlib import Path

from sdprocess.texts.nl import AREAS, SENTENCES, knows
from tests.architecture.source import ROOT, calls, literal, modules, name

SAID = re.compile(r"""\bsay\(\s*(["'])(?P<code>[^"']+)\1\s*(?P<end>[,)~])""")


def blanks(sentence: str) -> set[str]:
    return {field for _, field, _, _ in string.Formatter().parse(sentence) if field}


def said() -> Iterator[tuple[Path, ast.Call, str]]:
    """Every `say("code", ...)` with a literal code."""
    for path in modules():
        for call in calls(path, "say"):
            code = literal(call.args[0]) if call.args else ""
            if code:
                yield path, call, code


def raised() -> Iterator[tuple[str, int, str]]:
    """Codes that errors, refusals and notes carry."""
    for path in modules():
        for call in calls(path, "Refusal", "UnreadableDocument", "ReadingNote"):
            code = literal(call.args[0]) if call.args else ""
            prefix = "lezen-" if getattr(call.func, "id", "") == "ReadingNote" else ""
            if code:
                yield name(path), call.lineno, prefix + code
        for call in calls(path, "InvalidInput"):
            for keyword in call.keywords:
                if literal(keyword.value):
                    yield name(path), call.lineno, literal(keyword.value)


def test_every_said_code_has_a_sentence() -> None:
    assert [f"{name(path)}:{call.lineno}: {code}" for path, call, code in said() if not knows(code)] == []


def test_every_said_sentence_gets_its_facts() -> None:
    short = []
    for path, call, code in said():
        given = {k.arg for k in call.keywords}
        if knows(code) and None not in given and not blanks(SENTENCES[code]) <= given:
            short.append(f"{name(path)}:{call.lineno}: {code} mist {sorted(blanks(SENTENCES[code]) - given)}")
    assert short == []


def test_a_code_that_is_put_together_begins_like_a_sentence_that_exists() -> None:
    unknown = []
    for path in modules():
        for call in calls(path, "say"):
            first = call.args[0] if call.args else None
            start = literal(first.values[0]) if isinstance(first, ast.JoinedStr) and first.values else ""
            if start and not any(code.startswith(start) for code in SENTENCES):
                unknown.append(f"{name(path)}:{call.lineno}: {start}")
    assert unknown == []


def test_every_code_of_an_error_a_refusal_or_a_note_has_a_sentence() -> None:
    assert [f"{where}:{line}: {code}" for where, line, code in raised() if not knows(code)] == []


def test_every_code_in_a_template_has_a_sentence() -> None:
    unknown = []
    for path in (ROOT / "templates").rglob("*.html"):
        for found in SAID.finditer(path.read_text("utf-8")):
            code = found["code"]
            known = any(c.startswith(code) for c in SENTENCES) if found["end"] == "~" else knows(code)
            if not known:
                unknown.append(f"{name(path)}: {code}")
    assert unknown == []


def test_a_code_belongs_to_one_area() -> None:
    assert sum(len(area) for area in AREAS.values()) == len(SENTENCES)
