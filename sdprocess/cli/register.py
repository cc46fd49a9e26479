"""`sdprocess kaders register`: the register of adopted frames in the database of this installation."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, NOT_ALL, WRONG_USE
from sdprocess.cli.world import own_settings, own_world
from sdprocess.content.register import MOST_BYTES, InvalidRegister
from sdprocess.domain.people import SYSTEM
from sdprocess.services.keep_register import frames_of, import_frames
from sdprocess.services.ports import World
from sdprocess.texts.nl import say


def register(chosen: Namespace) -> int:
    """Take over a csv file, or print the register. Exit code 1: the file has problems, and nothing was taken over."""
    world = own_world(own_settings())
    if chosen.file is None:
        return _show(world)
    try:
        data = _bytes(chosen.file)
    except OSError as error:
        message = say("cli-register-weg", path=chosen.file, detail=error.strerror)
        complain(say("cli-fout", program="sdprocess kaders register", message=message))
        return WRONG_USE
    try:
        taken = import_frames(world, SYSTEM, data=data, filename=chosen.file.name)
    except InvalidRegister as error:
        complain(say(error.code, **error.facts))
        return NOT_ALL
    print(say("register-ingelezen", added=taken.added, changed=taken.changed, same=taken.same))
    return DONE


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(MOST_BYTES + 1)


def _show(world: World) -> int:
    frames = frames_of(world)
    if not frames:
        print(say("cli-register-leeg"))
        return DONE
    for frame in frames:
        day = f"{frame.adopted_on:%d-%m-%Y}" if frame.adopted_on else say("register-geen-datum")
        print(f"{day:<12} {say(f'inzicht-soort-{frame.kind}'):<28} {frame.title}")
    print(say("cli-register-telling", count=len(frames)))
    return DONE
