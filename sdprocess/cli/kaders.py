"""`sdprocess kaders`: is the content in order, and what is there."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from sdprocess.checking.proof import load_proved
from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, NOT_ALL, WRONG_USE
from sdprocess.content.calendar import Calendar, load_calendar
from sdprocess.content.checklist import Checklist
from sdprocess.content.library import load_library
from sdprocess.content.proposal_kinds import FOLDER as KINDS
from sdprocess.content.proposal_kinds import load_proposal_kinds
from sdprocess.content.refs import content_root
from sdprocess.content.sections import load_section_table
from sdprocess.content.workflow import Workflow, load_workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef
from sdprocess.engine.examples import check_workflow, run_examples
from sdprocess.texts.nl import say

WORKFLOWS, CHECKLISTS, CALENDARS, SECTIONS = "workflows", "checklists", "kalenders", "secties"


@dataclass(frozen=True, slots=True)
class Checked:
    """One content file: how often its examples ran, or what is wrong in it."""

    name: str
    examples: int
    problems: tuple[str, ...]


def check_content(chosen: Namespace) -> int:
    """Check files or folders; without paths everything of the product. Exit code 1 when anything is wrong."""
    paths: Sequence[Path] = chosen.paths or [content_root()]
    files: list[Path] = []
    for path in paths:
        found = sorted(_files(path))
        if not found:
            complain(say("cli-fout", program="sdprocess kaders toets", message=say("cli-kaders-pad-weg", path=path)))
            return WRONG_USE
        files.extend(found)
    checked = [check_file(path) for path in files]
    problems = [problem for one in checked for problem in one.problems]
    problems += [p for path in paths if _is_root(path) for p in _together(path) if p not in problems]
    for one in checked:
        if not one.problems:
            print(say("cli-kaders-regel", file=one.name, examples=one.examples))
    for problem in problems:
        print(problem)
    if problems:
        complain(say("cli-kaders-fout", problems=len(problems), files=len(files)))
        return NOT_ALL
    print(say("cli-kaders-goed", files=len(files), examples=sum(one.examples for one in checked)))
    return DONE


def list_content(chosen: Namespace) -> int:
    """Every workflow, checklist and calendar with its version, title and the start of its hash."""
    library = load_library(chosen.content)
    shelves: tuple[tuple[str, Mapping[ContentRef, Workflow | Checklist | Calendar]], ...] = (
        ("cli-kaders-workflows", library.workflows),
        ("cli-kaders-checklists", library.checklists),
        ("cli-kaders-kalenders", library.calendars),
    )
    for title, shelf in shelves:
        print(say(title))
        for ref, made in shelf.items():
            print(f"  {ref.id:<16} {ref.version:<8} {ref.sha256[:12]}  {made.title}")
    return DONE


def check_file(path: Path) -> Checked:
    """Load one file and run its examples. Problems name it from its kind: `workflows/licht/1.0.0.yaml:12: ...`."""
    name = "/".join(path.parts[-3:])
    try:
        examples, problems = _examine(path, name)
    except InvalidContent as error:
        return Checked(name, 0, tuple(str(p) for p in error.problems))
    return Checked(name, examples, problems)


def _examine(path: Path, name: str) -> tuple[int, tuple[str, ...]]:
    kind = _kind(path)
    if kind == SECTIONS:
        load_section_table(path)
        return 0, ()
    if kind == KINDS:
        kinds = load_proposal_kinds(path, name).kinds
        return sum(len(k.hits) + len(k.misses) for k in kinds), ()
    if kind == CHECKLISTS:
        rules = [rule for question in load_proved(path, name).questions for rule in question.rules]
        return sum(len(rule.hits) + len(rule.misses) for rule in rules), ()
    if kind == CALENDARS:
        load_calendar(path, name)
        return 0, ()
    problems = tuple(str(problem) for problem in check_workflow(path, name))
    return (0 if problems else len(run_examples(load_workflow(path, name)))), problems


def _kind(path: Path) -> str:
    """By its place: `checklists/<id>/<version>.yaml`; a file that stands elsewhere counts as a workflow."""
    if path.parent.name in (SECTIONS, KINDS):
        return path.parent.name
    shelf = path.parent.parent.name
    return shelf if shelf in (CHECKLISTS, CALENDARS) else WORKFLOWS


def _files(path: Path) -> Iterator[Path]:
    """A file itself; the content files in a folder, in the shelves of a whole content folder, or none."""
    if path.is_file():
        yield path.resolve()
    elif _is_root(path):
        for shelf in (WORKFLOWS, CHECKLISTS, CALENDARS):
            yield from (path / shelf).resolve().glob("*/*.yaml")
    elif path.is_dir():
        yield from path.resolve().rglob("*.yaml")


def _is_root(path: Path) -> bool:
    return (path / WORKFLOWS).is_dir() and (path / CHECKLISTS).is_dir()


def _together(root: Path) -> Iterable[str]:
    """What only shows when all files are looked at side by side."""
    try:
        load_library(root)
    except InvalidContent as error:
        return tuple(str(problem) for problem in error.problems)
    return ()
