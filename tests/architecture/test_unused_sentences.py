"""No sentence stays behind when the code that said it has gone."""

from __future__ import annotations

import ast
import re

from sdprocess.texts.nl import SENTENCES
from tests.architecture.source import PACKAGE, ROOT, modules, tree

PLACED = re.compile(r"""(["'])([a-z][a-z0-9-]+-)\1\s*~""")


def words() -> tuple[set[str], set[str], set[str]]:
    """Every literal in the code, and the beginnings and endings of codes that are put together."""
    literals: set[str] = set()
    starts: set[str] = set()
    ends: set[str] = set()
    for path in modules():
        if path.is_relative_to(PACKAGE / "texts"):
            continue
        for node in ast.walk(tree(path)):
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[0], ast.Constant):
                starts.add(str(node.values[0].value))
            if isinstance(node, ast.JoinedStr) and node.values and isinstance(node.values[-1], ast.Constant):
                ends.add(str(node.values[-1].value))
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                literals.add(node.value)
    begun = {start for start in starts | literals if re.fullmatch(r"[a-z][a-z0-9-]*-", start)}
    return literals, begun, {end for end in ends if re.fullmatch(r"[a-z]*-[a-z-]+", end)}


def test_every_sentence_is_said_somewhere() -> None:
    literals, starts, ends = words()
    templates = "\n".join(p.read_text("utf-8") for p in (ROOT / "templates").rglob("*.html"))
    content = "\n".join(p.read_text("utf-8") for p in (ROOT / "checklists").rglob("*.yaml"))
    starts |= {start for _, start in PLACED.findall(templates)}
    unused = [
        code
        for code in SENTENCES
        if code not in literals
        and f'"{code}"' not in templates
        and f"'{code}'" not in templates
        and not any(code.startswith(start) for start in starts)
        and not any(code.endswith(end) for end in ends)
        and not re.search(rf"\breden: {re.escape(code)}\b", content)
    ]
    assert not unused, unused
