"""All content files of one installation, by id and version. Several versions live side by side; none is ever edited."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING, TypeVar, cast

from sdprocess.content.problems import Problem
from sdprocess.domain.errors import InvalidContent, NotFound, SdprocessError
from sdprocess.domain.findings import ContentRef

if TYPE_CHECKING:
    from sdprocess.content.checklist import Checklist
    from sdprocess.content.workflow import Workflow

T = TypeVar("T")

VERSION = re.compile(r"(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})\.(0|[1-9]\d{0,4})", re.ASCII)
_TEMPLATE = re.compile(r"[a-z][a-z0-9-]*", re.ASCII)


class ContentChanged(SdprocessError):  # noqa: N818  named as the errors of the domain
    """A pinned file has other bytes now than when it was pinned. facts: `id`, `version`."""

    code = "kader-gewijzigd"


def content_root() -> Path:
    """The folder that holds `workflows/`, `checklists/` and `templates/`: inside the wheel, or the checkout."""
    package = Path(__file__).resolve().parent.parent
    installed = package / "_inhoud"
    return installed if installed.is_dir() else package.parent


def version_key(version: str) -> tuple[int, ...]:
    """Sorts versions as numbers: 1.10.0 after 1.9.0."""
    return tuple(int(part) for part in version.split("."))


def content_ref(path: Path) -> ContentRef:
    """The reference of a content file `<id>/<version>.yaml`: its place gives id and version, its bytes the hash."""
    return ContentRef(path.parent.name, path.stem, hashlib.sha256(path.read_bytes()).hexdigest())


@dataclass(frozen=True, slots=True)
class Library:
    """Every workflow and checklist, checked when loaded. Made with `load_library`."""

    root: Path
    workflows: Mapping[ContentRef, Workflow]
    checklists: Mapping[ContentRef, Checklist]

    def workflow(self, id: str, version: str | None = None) -> Workflow:  # noqa: A002  the word of the contract
        """The workflow `id`, its latest version unless told. Raises NotFound."""
        return self.workflows[_find(self.workflows, "proceskader", id, version)]

    def checklist(self, id: str, version: str | None = None) -> Checklist:  # noqa: A002
        """The checklist `id`, its latest version unless told. Raises NotFound."""
        return self.checklists[_find(self.checklists, "checklist", id, version)]

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
    load_workflow = cast("Callable[[Path], Workflow]", import_module("sdprocess.content.workflow").load_workflow)
    load_checklist = cast("Callable[[Path], Checklist]", import_module("sdprocess.content.checklist").load_checklist)
    problems: list[Problem] = []
    workflows = _load(_files(root / "workflows"), load_workflow, problems)
    checklists = _load(_files(root / "checklists"), load_checklist, problems)
    if problems:
        raise InvalidContent(tuple(problems))
    return Library(root, workflows, checklists)


def _files(folder: Path) -> list[Path]:
    """The content files of a folder, by id and version; a file with another name is listed too, last of its id."""

    def order(path: Path) -> tuple[str, tuple[int, ...]]:
        return path.parent.name, version_key(path.stem) if VERSION.fullmatch(path.stem) else (1 << 30,)

    return sorted(folder.glob("*/*.yaml"), key=order)


def _load(paths: Iterable[Path], load: Callable[[Path], T], problems: list[Problem]) -> Mapping[ContentRef, T]:
    found: dict[ContentRef, T] = {}
    for path in paths:
        try:
            found[content_ref(path)] = load(path)
        except InvalidContent as error:
            problems.extend(cast("tuple[Problem, ...]", error.problems))
    return MappingProxyType(found)


def _find(shelf: Mapping[ContentRef, object], kind: str, name: str, version: str | None) -> ContentRef:
    refs = [ref for ref in shelf if ref.id == name and version in (None, ref.version)]
    if not refs:
        raise NotFound(kind=kind, id=name, version=version or "")
    return max(refs, key=lambda ref: version_key(ref.version))
