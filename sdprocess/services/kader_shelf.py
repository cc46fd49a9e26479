"""The one place that knows every proceskader: those in files and those in the database.

`World` puts it in the place of its library, so that whoever asks the library for a workflow gets both kinds. What was
read from the database is kept: a stored kader never changes. A kader that another process stored is seen at once.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from threading import Lock
from types import MappingProxyType
from typing import TYPE_CHECKING

from sdprocess.content.library import Library, version_key
from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef
from sdprocess.services.ports_kaders import StoredKader

if TYPE_CHECKING:
    from sdprocess.services.ports import OpenUnitOfWork


class KaderShelf(Mapping[ContentRef, Workflow]):
    """All workflows by reference, by id, oldest version first.

    Asking for one looks first in what is known; walking over them looks for new ones first. broken: stored kaders that
    the rules of this version of the program no longer allow, with what is wrong; they are not among the workflows.
    bound: those that are for one dossier.
    """

    def __init__(self, files: Mapping[ContentRef, Workflow], uow: OpenUnitOfWork) -> None:
        self.files = files
        self.broken: dict[ContentRef, InvalidContent] = {}
        self.bound: frozenset[ContentRef] = frozenset()
        self._uow = uow
        self._lock = Lock()
        self._known: frozenset[int] = frozenset()
        self._all: Mapping[ContentRef, Workflow] = files

    def __getitem__(self, ref: ContentRef) -> Workflow:
        return self._all.get(ref) or self._fresh()[ref]

    def __iter__(self) -> Iterator[ContentRef]:
        return iter(self._fresh())

    def __len__(self) -> int:
        return len(self._fresh())

    def in_use(self) -> Mapping[str, ContentRef]:
        """The version chosen for each id, or else the newest file; an id that was taken out of use is not there."""
        newest = {ref.id: ref for ref in self.files}
        with self._uow() as uow:
            chosen = {name: choice.ref for name, choice in uow.kaders.choices().items()}
        found = {name: chosen.get(name, newest.get(name)) for name in sorted({*newest, *chosen})}
        return MappingProxyType({name: ref for name, ref in found.items() if ref is not None})

    def _fresh(self) -> Mapping[ContentRef, Workflow]:
        with self._uow() as uow:
            new = uow.kaders.missing(self._known)
        if new:
            self._take(new)
        return self._all

    def _take(self, new: Sequence[StoredKader]) -> None:
        with self._lock:
            found = dict(self._all)
            for kader in new:
                try:
                    found.setdefault(kader.ref, read_workflow(kader.text, kader_name(kader.ref))[0])
                except InvalidContent as error:
                    self.broken[kader.ref] = error
            self.bound |= {kader.ref for kader in new if kader.dossier_id is not None}
            self._known |= {kader.id for kader in new}
            self._all = dict(sorted(found.items(), key=lambda pair: (pair[0].id, version_key(pair[0].version))))


@dataclass(frozen=True, slots=True)
class ShelvedLibrary(Library):
    """The library of a world: checklists of files, workflows of files and database."""

    shelf: KaderShelf = field(kw_only=True)

    @property
    def files(self) -> Mapping[ContentRef, Workflow]:
        """The workflows that come with the installation."""
        return self.shelf.files

    def shared(self) -> Mapping[ContentRef, Workflow]:
        """The workflows that are for any dossier; not those that came by a procesontwerp."""
        found = dict(self.shelf.items())
        return MappingProxyType({ref: w for ref, w in found.items() if ref not in self.shelf.bound})

    def broken(self) -> Mapping[ContentRef, InvalidContent]:
        """Stored kaders for any dossier that the rules of this version of the program refuse, with what is wrong."""
        return MappingProxyType({ref: why for ref, why in self.shelf.broken.items() if ref not in self.shelf.bound})

    def in_use(self) -> Mapping[str, ContentRef]:
        """Per id the version that new dossiers get: the one chosen, or else the newest file."""
        return self.shelf.in_use()


def with_stored(library: Library, uow: OpenUnitOfWork) -> ShelvedLibrary:
    """The library with the kaders of a database beside its files."""
    files = library.shelf.files if isinstance(library, ShelvedLibrary) else library.workflows
    shelf = KaderShelf(files, uow)
    parts = {part.name: getattr(library, part.name) for part in fields(Library)}
    return ShelvedLibrary(**{**parts, "workflows": shelf}, shelf=shelf)


def kader_name(ref: ContentRef) -> str:
    """How messages call the file of a kader that has none."""
    return f"workflows/{ref.id}/{ref.version}.yaml"
