"""`sdprocess kaders ...` on an installation: versions, what is in use, upgrading, simulating, export and import."""

from __future__ import annotations

import hashlib
from argparse import Namespace
from collections.abc import Sequence
from pathlib import Path

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, NOT_ALL, WRONG_USE
from sdprocess.cli.kader_lines import difference_line, preview_lines
from sdprocess.cli.world import own_settings, own_world
from sdprocess.content.kader_diff import Difference, kader_differences
from sdprocess.content.workflow import read_workflow
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.people import Actor
from sdprocess.engine.guards import words
from sdprocess.services.kader_bundle import export_bundle, import_bundle, is_bundle
from sdprocess.services.kader_versions import (
    choose_kader,
    compare_kaders,
    export_kader,
    import_kader,
    kader_text,
    kader_versions,
    shared_ref,
)
from sdprocess.services.ports import World
from sdprocess.services.preview_kader import preview_upgrade, what_if
from sdprocess.services.upgrade_dossier import undo_upgrade
from sdprocess.services.upgrade_many import upgrade_many
from sdprocess.texts.nl import say

READER = Actor(-1, "sdprocess", frozenset({"beheerder"}))
"""Who looks at the command line of the installation. What changes something is done by a named beheerder (`--door`)."""

FILES, VERSIONS = 2, 3
NONE = "geen"


def compare(chosen: Namespace) -> int:
    """The difference of two files or of two versions. Exit code 1 when there is a difference."""
    given: Sequence[str] = chosen.what
    if len(given) == FILES:
        old, new = (read_workflow(Path(path), path)[0] for path in given)
        return _told(kader_differences(old, new))
    if len(given) != VERSIONS:
        complain(say("cli-kaders-vergelijk-vorm"))
        return WRONG_USE
    found = compare_kaders(own_world(own_settings()), READER, *given)
    code = _told(found.differences)
    for dossier in found.standing:
        print(say("cli-kaders-vervalt", number=dossier.number, state=found.old.state(dossier.state).title))
    return code


def _told(differences: Sequence[Difference]) -> int:
    for difference in differences:
        print(difference_line(difference))
    if not differences:
        print(say("cli-kaders-gelijk"))
    return NOT_ALL if differences else DONE


def versions(chosen: Namespace) -> int:
    """Every version with its origin, what is in use and how many dossiers stand on it."""
    for one in kader_versions(own_world(own_settings()), READER, chosen.id or ""):
        facts = {"id": one.ref.id, "version": one.ref.version, "sha": one.ref.sha256[:12], "running": one.running}
        origin = f"{one.origin} {one.actor}".strip()
        print(say("cli-kaders-versie", origin=origin, use=say("cli-kaders-in-gebruik") if one.in_use else "", **facts))
    return DONE


def choose(chosen: Namespace) -> int:
    """Which version new dossiers get."""
    world = own_world(own_settings())
    version = "" if chosen.version == NONE else chosen.version
    choose_kader(world, _named(world, chosen.by), chosen.id, version)
    print(say("cli-kaders-gekozen" if version else "cli-kaders-uit-gebruik", id=chosen.id, version=version))
    return DONE


def upgrade(chosen: Namespace) -> int:
    """Preview an upgrade, and with --ja do it. Exit code 1 when a dossier cannot go along."""
    world = own_world(own_settings())
    state_map = dict(_pair(text) for text in chosen.states)
    to = shared_ref(world, chosen.id, chosen.to)
    before = shared_ref(world, chosen.id, chosen.before) if chosen.before else None
    preview = preview_upgrade(
        world, READER, world.library.workflows[to], before=before, number=chosen.number, state_map=state_map
    )
    for line in preview_lines(preview):
        print(line)
    if not chosen.yes:
        print(say("cli-kaders-niets-gedaan", count=len(preview.possible)))
        return DONE
    seen = {row.number: row.revision for row in preview.possible}
    done = upgrade_many(
        world, _named(world, chosen.by or ""), to=to, state_map=state_map, seen=seen, reason=chosen.reason
    )
    for outcome in done:
        for refusal in outcome.refusals:
            print(say("cli-kaders-rij-niet", number=outcome.number, reason=words(refusal)))
    good = sum(not outcome.refusals for outcome in done)
    refused = len(preview.rows) - good
    print(say("cli-kaders-bijgewerkt", count=good, refused=refused))
    return NOT_ALL if refused else DONE


def undo(chosen: Namespace) -> int:
    """Take the last upgrade of a dossier back. Exit code 1 when that cannot be done any more."""
    world = own_world(own_settings())
    actor = _named(world, chosen.by)
    with world.uow() as uow:
        revision = uow.dossiers.get(chosen.number).revision
    done = undo_upgrade(world, actor, chosen.number, revision=revision, reason=chosen.reason)
    if isinstance(done, tuple):
        complain("\n".join(words(refusal) for refusal in done))
        return NOT_ALL
    print(say("cli-kaders-teruggezet", number=done.number, id=done.kader.id, version=done.kader.version))
    return DONE


def simulate(chosen: Namespace) -> int:
    """What a changed kader would mean for the running dossiers. Stores nothing."""
    text, state_map = kader_text(_bytes(chosen.file)), dict(_pair(pair) for pair in chosen.states)
    found = what_if(own_world(own_settings()), READER, yaml_text=text, name=chosen.file.name, state_map=state_map)
    for line in preview_lines(found):
        print(line)
    for state, title, count in found.lost:
        if state not in state_map:
            print(say("cli-kaders-kies-toestand", state=state, title=title, count=count))
    changed = sum(row.changes for row in found.possible)
    refused = len(found.rows) - len(found.possible)
    print(say("cli-kaders-wat-als-klaar", changed=changed, count=len(found.rows), refused=refused))
    return DONE


def write_out(chosen: Namespace) -> int:
    """A version, or all of them, as a file, and its hash in a file beside it in the form that `sha256sum -c` reads."""
    world = own_world(own_settings())
    if chosen.version:
        ref, data = export_kader(world, READER, chosen.id, chosen.version)
        name = f"{ref.id}-{ref.version}.yaml"
    else:
        data, name = export_bundle(world, READER, chosen.id), f"{chosen.id}.json"
    folder: Path = chosen.out
    folder.mkdir(parents=True, exist_ok=True)
    path, sha256 = folder / name, hashlib.sha256(data).hexdigest()
    path.write_bytes(data)
    sidecar(path).write_text(f"{sha256}  {path.name}\n", "utf-8")
    print(say("cli-kaders-geschreven", path=path, sha=sha256))
    return DONE


def read_in(chosen: Namespace) -> int:
    """Keep a kader, or all versions in a bundle, from a file; refused when its hash does not fit."""
    world = own_world(own_settings())
    path: Path = chosen.file
    given = chosen.sha256
    if not given and sidecar(path).is_file():
        given = sidecar(path).read_text("utf-8").partition(" ")[0]
    actor = _named(world, chosen.by)
    data = _bytes(path)
    if is_bundle(data):
        kept = import_bundle(world, actor, data=data, sha256=given, name=path.name)
    else:
        kept = (import_kader(world, actor, data=data, sha256=given, name=path.name),)
    for ref in kept:
        print(say("cli-kaders-ingevoerd", id=ref.id, version=ref.version, sha=ref.sha256))
    return DONE


def sidecar(path: Path) -> Path:
    """Where the hash of a file stands."""
    return path.with_name(f"{path.name}.sha256")


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise InvalidInput(bestand="kader-bestand-weg") from error


def _pair(text: str) -> tuple[str, str]:
    old, sign, new = text.partition("=")
    if not (old.strip() and sign and new.strip()):
        raise InvalidInput(toestand="cli-kaders-toestand-vorm")
    return old.strip(), new.strip()


def _named(world: World, login: str) -> Actor:
    """The beheerder with this e-mail address, who is named in every event. Raises InvalidInput."""
    with world.uow() as uow:
        person = uow.people.by_login(login)
    if person is None or not person.active or "beheerder" not in person.roles:
        raise InvalidInput(door="cli-kaders-wie")
    return Actor(person.id, person.name, person.roles)
