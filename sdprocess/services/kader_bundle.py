"""All versions of one proceskader in one file: out, and in again without loss.

The file is JSON. Each version stands in it as the text of its own file, byte for byte, with its hash.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any

from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import Actor
from sdprocess.services.kader_versions import export_kader, kader_text
from sdprocess.services.ports import World
from sdprocess.services.store_kader import IMPORTED, put_kader
from sdprocess.services.visibility import require_role

SCHEMA = "proceskader-bundel/1"
KEYS = frozenset({"schema", "id", "versies"})
VERSION_KEYS = frozenset({"versie", "sha256", "tekst"})


def is_bundle(data: bytes) -> bool:
    """Whether this is meant as a bundle, not as a proceskader of its own: a proceskader begins with no brace."""
    return data.lstrip()[:1] == b"{"


def export_bundle(world: World, actor: Actor, kader_id: str) -> bytes:
    """Every version that is for any dossier, oldest first. Same versions, same bytes. Beheerder only.

    Raises NotFound, NotAllowed (as `export_kader`).
    """
    require_role(actor, "beheerder")
    refs = [ref for ref in world.library.shared() if ref.id == kader_id]
    if not refs:
        raise NotFound(kind="proceskader", id=kader_id, version="")
    versions = [
        {"versie": ref.version, "sha256": ref.sha256, "tekst": kader_text(data)}
        for ref, data in (export_kader(world, actor, kader_id, ref.version) for ref in refs)
    ]
    body = {"schema": SCHEMA, "id": kader_id, "versies": versions}
    return (json.dumps(body, ensure_ascii=False, indent=1) + "\n").encode()


def import_bundle(
    world: World, actor: Actor, *, data: bytes, sha256: str = "", name: str = "bundel.json"
) -> tuple[ContentRef, ...]:
    """Keep every version in it, or none; what is there already with the same bytes is no error. Beheerder only.

    sha256: what the hash of the bundle must be, empty = not told. Raises InvalidInput (bestand, controlegetal),
    InvalidContent (a version is not right, or is there with other bytes), NotAllowed.
    """
    require_role(actor, "beheerder")
    if sha256.strip() and hashlib.sha256(data).hexdigest() != sha256.strip().lower():
        raise InvalidInput(controlegetal="kader-controlegetal")
    kader_id, versions = _read(data)
    if any(hashlib.sha256(one["tekst"].encode()).hexdigest() != one["sha256"] for one in versions):
        raise InvalidInput(controlegetal="kader-controlegetal")
    kept = []
    with world.uow(write=True) as uow:
        for one in versions:
            called = f"{name}: {kader_id} {one['versie']}"
            ref = put_kader(uow, world, actor, yaml_text=one["tekst"], origin=IMPORTED, name=called).ref
            if (ref.id, ref.version) != (kader_id, one["versie"]):
                raise InvalidInput(bestand="kader-bundel-anders")
            kept.append(ref)
        uow.commit()
    return tuple(kept)


def _read(data: bytes) -> tuple[str, Sequence[Mapping[str, str]]]:
    """The id and the versions. Raises InvalidInput(bestand) for what is no bundle."""
    try:
        body: Any = json.loads(kader_text(data))
    except (ValueError, RecursionError) as error:
        raise InvalidInput(bestand="kader-bundel-vorm") from error
    if not (isinstance(body, dict) and set(body) == KEYS and body["schema"] == SCHEMA):
        raise InvalidInput(bestand="kader-bundel-vorm")
    versions = body["versies"]
    good = isinstance(body["id"], str) and isinstance(versions, list) and bool(versions)
    if not (good and all(_is_version(one) for one in versions)):
        raise InvalidInput(bestand="kader-bundel-vorm")
    return body["id"], versions


def _is_version(one: Any) -> bool:
    if not (isinstance(one, dict) and set(one) == VERSION_KEYS and all(isinstance(v, str) for v in one.values())):
        return False
    return not any("\ud800" <= sign <= "\udfff" for sign in one["tekst"])
