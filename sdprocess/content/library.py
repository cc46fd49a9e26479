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
from sdprocess.content.follow_ups import follow_up_problems
from sdprocess.content.problems import Problem
from sdprocess.content.proposal_kinds import FOLDER, ProposalKinds, load_proposal_kinds
from sdprocess.content.refs import VERSION, content_ref, content_root, version_key
from sdprocess.content.strict_yaml import Node, load_yaml
from sdprocess.content.workflow import Workflow, load_workflow
from sdprocess.domain.errors import InvalidContent, NotFound, SdprocessError
from sdprocess.domain.findings import ContentRef

__all__ = ["ContentChanged", "Library", "content_root", "load_library", "version_key"]

T = TypeVar("T")

SECTIONS = "secties"
"""The folder beside the checklists that holds the synonym table of headings, see `content.sections`."""
BESIDE = frozenset({SECTIONS, FOLDER})
"""Folders of `checklists` that hold no checklists."""
_TEMPLATE = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)


class ContentChanged(SdprocessError):  # noqa: N818  named as the errors of the domain
    """A pinned file has other bytes now than when it was pinned. facts: `id`, `version`."""

    code = "kader-gewijzigd"


@dataclass(frozen=True, slots=True)
class Library:
    """Every workflow, checklist and calendar, checked when loaded. Made with `load_library`: the files.

    The library of a `World` also holds the workflows in its database, see `services.kader_shelf`.
    """

    root: Path
    workflows: Mapping[ContentRef, Workflow]
    checklists: Mapping[ContentRef, Checklist]
    english: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Workflow id -> its summary in English, of `workflows/<id>/english.md`. Not part of what a dossier pins."""
    calendars: Mapping[ContentRef, Calendar] = field(default_factory=lambda: MappingProxyType({}))
    kinds: Mapping[ContentRef, ProposalKinds] = field(default_factory=lambda: MappingProxyType({}))

    def proposal_kinds(self, checklist: str) -> ProposalKinds | None:
        """What counts for which kind of proposal: the newest file about a checklist, None when there is none."""
        about = [made for made in self.kinds.values() if made.checklist == checklist]
        return max(about, key=lambda made: version_key(made.version), default=None)

    def workflow(self, id: str, version: str | None = None) -> Workflow:  # noqa: A002  the word of the contract
        """The workflow `id`, the version that new dossiers get unless told. Raises NotFound."""
        return self.workflows[self.workflow_ref(id, version)]

    def checklist(self, id: str, version: str | None = None) -> Checklist:  # noqa: A002
        """The checklist `id`, its latest version unless told. Raises NotFound."""
        return self.checklists[_find(self.checklists, "checklist", id, version)]

    @property
    def calendar(self) -> Calendar | None:
        """The calendar in force: the newest version. None when this municipality has no calendar file."""
        return max(self.calendars.values(), key=lambda c: version_key(c.version), default=None)

    def workflow_ref(self, id: str, version: str | None = None) -> ContentRef:  # noqa: A002
        """What a new dossier pins: the version in use, unless told. Raises NotFound."""
        if version is not None:
            return _find(self.workflows, "proceskader", id, version)
        found = self.in_use().get(id)
        if found is None:
            raise NotFound(kind="proceskader", id=id, version="")
        return found

    @property
    def files(self) -> Mapping[ContentRef, Workflow]:
        """The workflows that come with the installation, as files."""
        return self.workflows

    def shared(self) -> Mapping[ContentRef, Workflow]:
        """The workflows that are for any dossier; not the procesontwerp of one."""
        return self.workflows

    def broken(self) -> Mapping[ContentRef, InvalidContent]:
        """Stored workflows that the rules of today refuse, with why. Of files none: those stop the program."""
        return MappingProxyType({})

    def in_use(self) -> Mapping[str, ContentRef]:
        """Per id the version that new dossiers get, by id: of files the newest."""
        return MappingProxyType({ref.id: ref for ref in self.workflows})

    def workflow_titles(self) -> Mapping[str, str]:
        """Per id the title as lists say it: of the version in use, or else of the newest."""
        newest = {ref.id: workflow.title for ref, workflow in self.workflows.items()}
        return {**newest, **{name: self.workflows[ref].title for name, ref in self.in_use().items()}}

    def checklist_ref(self, id: str, version: str | None = None) -> ContentRef:  # noqa: A002
        """Which checklist a new toets uses. Raises NotFound."""
        return _find(self.checklists, "checklist", id, version)

    def pinned_workflow(self, ref: ContentRef) -> Workflow:
        """The workflow a dossier stands on. Raises NotFound, or ContentChanged when its file was edited since."""
        found = self.workflows.get(ref)
        if found is None:
            self.workflow_ref(ref.id, ref.version)
            raise ContentChanged(id=ref.id, version=ref.version)
        return found

    def workflow_refs(self) -> tuple[ContentRef, ...]:
        """All versions of all workflows, by id, oldest first."""
        return tuple(self.workflows)

    def checklist_refs(self) -> tuple[ContentRef, ...]:
        """All versions of all checklists, by id, oldest first."""
        return tuple(self.checklists)

    def problems_of(self, workflow: Workflow, source: Path | str, name: str) -> tuple[Problem, ...]:
        """What does not fit the rest of the library: its checklist, the moments of its terms, and what follows on it.

        source: the file or text it was read from, for the lines. name: how problems call it.
        """
        questions = _cross_check(workflow, source, name, self.checklists.values())
        moments = moment_problems(workflow, source, name, self.calendar)
        return (
            *questions,
            *moments,
            *follow_up_problems(workflow, source, name, {w.id for w in self.workflows.values()}),
        )

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
    questions = [path for path in _files(root / "checklists") if path.parent.name not in BESIDE]
    checklists = _load(questions, load_checklist, problems)
    workflows = _load(_files(root / "workflows"), load_workflow, problems)
    calendars = _load(_files(root / "kalenders"), load_calendar, problems)
    about = tuple(checklists.values())
    kinds = _load(
        [path for path in _files(root / "checklists") if path.parent.name == FOLDER],
        lambda path, name: load_proposal_kinds(path, name, about),
        problems,
    )
    library = Library(root, workflows, checklists, _english(root / "workflows"), calendars, kinds)
    for workflow in workflows.values():
        path = root / "workflows" / workflow.id / f"{workflow.version}.yaml"
        problems.extend(library.problems_of(workflow, path, "/".join(path.parts[-3:])))
    if problems:
        raise InvalidContent(tuple(problems))
    return library


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


def _cross_check(
    workflow: Workflow, source: Path | str, name: str, checklists: Collection[Checklist]
) -> Iterable[Problem]:
    """What a workflow says of its checklist: that it exists, and has the criteria of its minimums.

    source: the file or text it was read from, for the lines. name: how problems call it.
    """
    tree = load_yaml(source, name)
    yield from _step_checklists(workflow, tree, {c.id for c in checklists})
    if workflow.checklist is None:
        return
    versions = [c for c in checklists if c.id == workflow.checklist]
    if not versions:
        yield tree.problem("proces-checklist-onbekend", "checklist", name=workflow.checklist)
        return
    known = {criterion.id for criterion in max(versions, key=lambda c: version_key(c.version)).criteria}
    for place, use in workflow.guard_uses():
        if use.name != "minimum-per-criterium":
            continue
        for criterion in use.params:
            if criterion not in known:
                facts = {"name": criterion, "checklist": workflow.checklist}
                yield tree.problem("proces-criterium-onbekend", *place, use.name, criterion, **facts)


def _step_checklists(workflow: Workflow, tree: Node, known: Collection[str]) -> Iterable[Problem]:
    for state in workflow.states:
        if state.checklist and state.checklist not in known:
            path = ("toestanden", state.id, "checklist")
            yield tree.problem("proces-checklist-onbekend", *path, name=state.checklist)


def _find(shelf: Mapping[ContentRef, object], kind: str, name: str, version: str | None) -> ContentRef:
    refs = [ref for ref in shelf if ref.id == name and version in (None, ref.version)]
    if not refs:
        raise NotFound(kind=kind, id=name, version=version or "")
    return max(refs, key=lambda ref: version_key(ref.version))
