"""The versions of a proceskader in this installation: which there are, which is in use, and their bytes."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass
from datetime import datetime

from sdprocess.content.kader_diff import Difference, kader_differences, lost_states
from sdprocess.content.workflow import Workflow
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import Actor
from sdprocess.services.ports import World
from sdprocess.services.ports_kaders import KaderChoice
from sdprocess.services.running import running_on
from sdprocess.services.store_kader import IMPORTED, store_kader
from sdprocess.services.visibility import require_role

FROM_FILE = "bestand"


@dataclass(frozen=True, slots=True)
class KaderVersion:
    """One version. origin: `bestand`, `import`. at and actor: when and by whom it was stored, None for a file.

    running: how many dossiers that the reader may know of stand on it and are not closed.
    """

    workflow: Workflow
    ref: ContentRef
    origin: str
    at: datetime | None
    actor: str
    in_use: bool
    running: int


def kader_versions(world: World, actor: Actor, kader_id: str = "") -> tuple[KaderVersion, ...]:
    """All versions of one kader, or of all, by id, oldest first; not those of one dossier. Beheerder only.

    Raises NotFound for an id that is not there.
    """
    require_role(actor, "beheerder")
    shared = {ref: w for ref, w in world.library.shared().items() if kader_id in ("", ref.id)}
    if kader_id and not shared:
        raise NotFound(kind="proceskader", id=kader_id, version="")
    used = set(world.library.in_use().values())
    with world.uow() as uow:
        running = Counter(d.kader for d in running_on(uow, actor, kader_id))
        stored = {kader.ref: kader for kader in uow.kaders.missing(())}
    found = []
    for ref, workflow in shared.items():
        kept = stored.get(ref)
        found.append(
            KaderVersion(
                workflow,
                ref,
                kept.origin if kept else FROM_FILE,
                kept.at if kept else None,
                kept.actor if kept else "",
                ref in used,
                running[ref],
            )
        )
    return tuple(found)


def choose_kader(world: World, actor: Actor, kader_id: str, version: str) -> None:
    """New dossiers get this version from now on; an empty version takes the kader out of use. Logged. Beheerder only.

    Running dossiers stay where they are. Raises NotFound, NotAllowed.
    """
    require_role(actor, "beheerder")
    ref = shared_ref(world, kader_id, version) if version else None
    if ref is None and kader_id not in world.library.in_use():
        raise NotFound(kind="proceskader", id=kader_id, version="")
    with world.uow(write=True) as uow:
        uow.kaders.choose(KaderChoice(kader_id, ref, world.clock.now(), actor.id, actor.name))
        uow.commit()


def choices_of(world: World, actor: Actor, kader_id: str) -> tuple[KaderChoice, ...]:
    """Who chose which version when, newest first. Beheerder only."""
    require_role(actor, "beheerder")
    with world.uow() as uow:
        return tuple(choice for choice in uow.kaders.choice_log() if choice.kader_id == kader_id)


def shared_ref(world: World, kader_id: str, version: str) -> ContentRef:
    """The reference of a version that is for all dossiers. Raises NotFound."""
    for ref in world.library.shared():
        if (ref.id, ref.version) == (kader_id, version):
            return ref
    raise NotFound(kind="proceskader", id=kader_id, version=version)


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two versions side by side. standing: dossiers that the reader may know of in a state that goes away."""

    old: Workflow
    new: Workflow
    differences: tuple[Difference, ...]
    standing: tuple[Dossier, ...]


def compare_kaders(world: World, actor: Actor, kader_id: str, old: str, new: str) -> Comparison:
    """The difference of two versions, and which dossiers would lose their state. Raises NotFound, NotAllowed."""
    require_role(actor, "beheerder")
    before, after = (world.library.workflows[shared_ref(world, kader_id, version)] for version in (old, new))
    gone = set(lost_states(before, after))
    with world.uow() as uow:
        standing = tuple(d for d in running_on(uow, actor, kader_id) if d.kader == before.ref and d.state in gone)
    return Comparison(before, after, kader_differences(before, after), standing)


def export_kader(world: World, actor: Actor, kader_id: str, version: str) -> tuple[ContentRef, bytes]:
    """The bytes of a version, exactly as they were read or imported. Raises NotFound, and NotAllowed when a file of
    the installation was changed behind our back.
    """
    require_role(actor, "beheerder")
    ref = shared_ref(world, kader_id, version)
    data = _bytes(world, ref)
    if hashlib.sha256(data).hexdigest() != ref.sha256:
        raise NotAllowed(reason="kader-bestand-veranderd")
    return ref, data


def import_kader(world: World, actor: Actor, *, data: bytes, sha256: str = "", name: str) -> ContentRef:
    """Keep a kader from a file. sha256: what its hash must be, empty = not told. Stores; does not put it in use.

    Raises InvalidInput(controlegetal) when the hash does not fit, InvalidContent, NotAllowed.
    """
    require_role(actor, "beheerder")
    if sha256.strip() and hashlib.sha256(data).hexdigest() != sha256.strip().lower():
        raise InvalidInput(controlegetal="kader-controlegetal")
    return store_kader(world, actor, yaml_text=kader_text(data), origin=IMPORTED, name=name)


def kader_text(data: bytes) -> str:
    """The bytes of a kader file as text that gives the same bytes back. Raises InvalidInput(bestand)."""
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise InvalidInput(bestand="kader-geen-tekst") from error


def _bytes(world: World, ref: ContentRef) -> bytes:
    with world.uow() as uow:
        stored = uow.kaders.get(ref)
    if stored is not None:
        return stored.text.encode()
    path = world.library.root / "workflows" / ref.id / f"{ref.version}.yaml"
    try:
        return path.read_bytes()
    except OSError as error:
        raise NotFound(kind="proceskader", id=ref.id, version=ref.version) from error
