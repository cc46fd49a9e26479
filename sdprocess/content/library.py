"""All content files of one installation, by id and version. Several versions live side by side; none is ever edited."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import MappingProxyType
from typing import TypeVar, cast

from sdprocess.content.calendar import Calendar, load_calendar, moment_problems
from sdprocess.content.checklist import Checklist, load_checklist
from sdprocess.content.problems import Problem
from sdprocess.content.refs import VERSION, content_ref, content_root, version_key
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.content.workflow import Workflow, load_workflow
from sdprocess.domain.errors import InvalidContent, NotFound, SdprocessError
from sdprocess.domain.findings import ContentRef

__all__ = ["ContentChanged", "Library", "content_root", "load_library", "version_key"]

T = TypeVar("T")

SECTIONS = "secties"
"""The folder beside the checklists that holds the synonym table of headings, see `content.sections`."""
_TEMPLATE = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)


class ContentChanged(SdprocessError):  # noqa: N818  named as the errors of the domain
    """A pinned file has other bytes now than when it was pinned. facts: `id`, `version`."""

    code = "kader-gewijzigd"


@dataclass(frozen=True, slots=True)
class Library:
    """Every workflow, checklist and calendar, checked when loaded. Made with `load_library`."""

    root: Path
    workflows: Mapping[ContentRef, Workflow]
    checklists: Mapping[ContentRef, Checklist]
    english: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Workflow id -> its summary in English, of `workflows/<id>/english.md`. Not part of what a dossier pins."""
    calendars: Mapping[ContentRef, Calendar] = field(default_factory=lambda: MappingProxyType({}))

    def workflow(self, id: str, version: str | None = None) -> Workflow:  # noqa: A002  the word of the contract
        """The workflow `id`, its latest version unless told. Raises NotFound."""
        return self.workflows[_find(self.workflows, "proceskader", id, version)]

    def checklist(self, id: str, version: str | None = None) -> Checklist:  # noqa: A002
        """The checklist `id`, its latest version unless told. Raises NotFound."""
        return self.checklists[_find(self.checklists, "checklist", id, version)]

    @property
    def calendar(self) -> Calendar | None:
        """The calendar in force: the newest version. None when this municipality has no calendar file."""
        return max(self.calendars.values(), key=lambda c: version_key(c.version), default=None)

    def workflow_ref(self, id: str, version: str | None = None) -> ContentRef:  # noqa: A002
        """What a new dossier pins. Raises NotFound."""
        return _find(self.workflows, "proceskader", id, version)

    def checklist_ref(self, id: str, version: str | None = None) -> ContentRef:  # noqa: A002
        """Which checklist a new toets uses. Raises NotFound."""
        return _find(self.checklists, "checklist", id, version)

    def pinned_workflow(self, ref: ContentRef) -> Workflow:
        """The workflow a dossier began with. Raises NotFound, or ContentChanged when its file was edited since."""
        now = self.workflow_ref(ref.id, ref.version)
        if now != ref:
            raise ContentChanged(id=ref.id, version=ref.version)
        return self.workflows[now]

    def workflow_refs(self) -> tuple[ContentRef, ...]:
        """All versions of all workflows, by id, oldest first."""
        return tuple(self.workflows)

    def checklist_refs(self) -> tuple[ContentRef, ...]:
        """All versions of all checklists, by id, oldest first."""
        return tuple(self.checklists)

    def template(self, name: str) -> str:
        """The text of the format `templates/documenten/<name>.md`. Raises NotFound."""
        path = self.root / "templates" / "documenten" / f"{name}.md"
        if not _TEMPLATE.fullmatch(name) or not path.is_file():
            raise NotFound(kind="format", id=name)
        return path.read_text(encoding="utf-8")


def load_library(root: Path | None = None) -> Library:
    """Everything under `root` (`content_root()`). Raises InvalidContent with the problems of all files."""
    root = root or content_root()
    problems: list[Problem] = []
    questions = [path for path in _files(root / "checklists") if path.parent.name != SECTIONS]
    checklists = _load(questions, load_checklist, problems)
    workflows = _load(_files(root / "workflows"), load_workflow, problems)
    calendars = _load(_files(root / "kalenders"), load_calendar, problems)
    newest = max(calendars.values(), key=lambda c: version_key(c.version), default=None)
    problems.extend(moment_problems(root, workflows.values(), newest))
    for workflow in workflows.values():
        problems.extend(_cross_check(workflow, root, checklists.values()))
    if problems:
        raise InvalidContent(tuple(problems))
    return Library(root, workflows, checklists, _english(root / "workflows"), calendars)


def _files(folder: Path) -> list[Path]:
    """The content files of a folder, by id and version; a file with another name is listed too, last of its id."""

    def order(path: Path) -> tuple[str, tuple[int, ...]]:
        return path.parent.name, version_key(path.stem) if VERSION.fullmatch(path.stem) else (1 << 30,)

    return sorted(folder.glob("*/*.yaml"), key=order)


def _english(folder: Path) -> Mapping[str, str]:
    """The summaries in English, each as one line."""
    found = {
        path.parent.name: " ".join(path.read_text(encoding="utf-8").split()) for path in folder.glob("*/english.md")
    }
    return MappingProxyType(found)


def _load(paths: Iterable[Path], load: Callable[[Path, str], T], problems: list[Problem]) -> Mapping[ContentRef, T]:
    found: dict[ContentRef, T] = {}
    for path in paths:
        try:
            found[content_ref(path)] = load(path, "/".join(path.parts[-3:]))
        except InvalidContent as error:
            problems.extend(cast("tuple[Problem, ...]", error.problems))
    return MappingProxyType(found)


def _cross_check(workflow: Workflow, root: Path, checklists: Collection[Checklist]) -> Iterable[Problem]:
    """What a workflow says of its checklist: that it exists, and has the criteria of its minimums."""
    if workflow.checklist is None:
        return
    path = root / "workflows" / workflow.id / f"{workflow.version}.yaml"
    tree = load_yaml(path, "/".join(path.parts[-3:]))
    versions = [c for c in checklists if c.id == workflow.checklist]
    if not versions:
        yield tree.problem("proces-checklist-onbekend", "checklist", name=workflow.checklist)
        return
    known = {criterion.id for criterion in max(versions, key=lambda c: version_key(c.version)).criteria}
    for place, use in workflow.guard_uses():
        if use.name != "minimum-per-criterium":
            continue
        for name in use.params:
            if name not in known:
                facts = {"name": name, "checklist": workflow.checklist}
                yield tree.problem("proces-criterium-onbekend", *place, use.name, name, **facts)


def _find(shelf: Mapping[ContentRef, object], kind: str, name: str, version: str | None) -> ContentRef:
    refs = [ref for ref in shelf if ref.id == name and version in (None, ref.version)]
    if not refs:
        raise NotFound(kind=kind, id=name, version=version or "")
    return max(refs, key=lambda ref: version_key(ref.version))
