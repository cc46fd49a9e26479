"""The same proposal gives the same verdicts, whatever file it comes in and however its marks are written."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import textwrap
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from sdprocess.checking.assess import assess
from sdprocess.content.checklist import Checklist
from sdprocess.demo.as_docx import as_docx
from sdprocess.demo.as_markdown import as_markdown
from sdprocess.demo.as_odt import as_odt
from sdprocess.demo.as_pdf import as_pdf
from sdprocess.demo.source import Draft, drafts
from sdprocess.domain.findings import Verdict
from sdprocess.reading import read_bytes, read_text

CORPUS = Path(__file__).resolve().parents[3] / "shared" / "corpus"
ALL = drafts()
STRONG = next(d for d in ALL if "budgetcoaching" in d.name)


def as_text(draft: Draft) -> bytes:
    """The draft as somebody pastes it into a plain file: headings are lines like any other."""
    lines = as_markdown(draft).decode("utf-8").splitlines()
    return "\n".join(line.lstrip("#").strip() if line.startswith("#") else line for line in lines).encode()


FORMS: dict[str, Callable[[Draft], bytes]] = {"docx": as_docx, "odt": as_odt, "pdf": as_pdf, "txt": as_text}


def verdicts(checklist: Checklist, data: bytes, name: str) -> dict[str, Verdict]:
    return {f.question: f.verdict for f in assess(read_bytes(data, name, isolate=False), checklist).findings}


@pytest.mark.parametrize("form", ["odt", "pdf", "txt"])
def test_the_four_forms_of_a_draft_give_the_same_verdicts(checklist: Checklist, form: str) -> None:
    same = total = 0
    for draft in ALL:
        word = verdicts(checklist, as_docx(draft), "stuk.docx")
        other = verdicts(checklist, FORMS[form](draft), f"stuk.{form}")
        same += sum(word[q] is other[q] for q in word)
        total += len(word)
    assert total > 400
    assert same >= 0.99 * total


@pytest.mark.skipif(not (CORPUS / "txt-ruw").is_dir(), reason="the corpus is not here")
def test_headings_inside_the_line_give_the_verdicts_of_headings_on_their_own_line(checklist: Checklist) -> None:
    same = total = 0
    for path in sorted((CORPUS / "txt-ruw").glob("*.txt")):
        raw = verdicts(checklist, path.read_bytes(), "a.txt")
        neat = verdicts(checklist, (CORPUS / "txt" / path.name).read_bytes(), "a.txt")
        same += sum(raw[q] is neat[q] for q in raw)
        total += len(raw)
    assert same >= 0.9 * total


PLAIN = as_text(STRONG).decode("utf-8")
CHANGES: dict[str, Callable[[str], str]] = {
    "white space at the ends": lambda s: "\n".join(f"  {line}\t " for line in s.split("\n")),
    "double spaces": lambda s: s.replace(". ", ".  "),
    "windows line ends": lambda s: s.replace("\n", "\r\n"),
    "more empty lines": lambda s: s.replace("\n\n", "\n\n\n\n"),
    "curly quotes": lambda s: s.replace("'", "’").replace(' "', " “").replace('"', "”"),
    "straight quotes": lambda s: s.replace("’", "'").replace("“", '"').replace("”", '"'),
    "soft hyphens": lambda s: s.replace("vrijwilligers", "vrij\u00adwilligers").replace("inwoners", "in\u00adwoners"),
    "non-breaking spaces": lambda s: s.replace(" de ", "\u00a0de\u00a0").replace("€ ", "€\u00a0"),
    "thin spaces": lambda s: s.replace(" en ", "\u2009en\u2009"),
    "zero width spaces": lambda s: s.replace("schuld", "schuld\u200b"),
    "decomposed letters": lambda s: unicodedata.normalize("NFD", s),
    "a byte order mark": lambda s: "\ufeff" + s,
    "ligatures": lambda s: s.replace("ff", "ﬀ").replace("fi", "ﬁ"),
    "words broken at the end of a line": lambda s: s.replace("huishoudens", "huishou-\ndens"),
    "lines broken at eighty": lambda s: "\n".join(_wrapped(line) for line in s.split("\n")),
}


def _wrapped(line: str) -> str:
    return line if line.startswith("|") else "\n".join(textwrap.wrap(line, 80)) or line


@pytest.mark.parametrize("change", CHANGES)
def test_how_marks_are_written_changes_nothing(checklist: Checklist, change: str) -> None:
    changed = CHANGES[change](PLAIN)
    assert changed != PLAIN or change == "straight quotes"
    before = verdicts(checklist, PLAIN.encode(), "stuk.txt")
    assert verdicts(checklist, changed.encode(), "stuk.txt") == before


@pytest.mark.parametrize("name", ["stuk.txt", "MOTIE brief agenda.txt", "krediet visie.txt", "zonder"])
def test_the_name_of_the_file_changes_nothing(checklist: Checklist, name: str) -> None:
    assert verdicts(checklist, PLAIN.encode(), name) == verdicts(checklist, PLAIN.encode(), "a.txt")


def test_the_same_text_read_and_judged_twice_is_equal_to_the_last_byte(checklist: Checklist) -> None:
    assert repr(assess(read_text(PLAIN), checklist)) == repr(assess(read_text(PLAIN), checklist))


def test_reports_are_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    path = tmp_path / "stuk.docx"
    path.write_bytes(as_docx(STRONG))
    seen = set()
    for seed in ("0", "1", "4711"):
        command = [sys.executable, "-m", "sdprocess", "toets", str(path), "--formaat", "json"]
        done = subprocess.run(command, capture_output=True, check=True, env={**os.environ, "PYTHONHASHSEED": seed})
        seen.add(hashlib.sha256(done.stdout).hexdigest())
    assert len(seen) == 1
