"""A bar on stderr while many files are judged; nothing when stderr is no terminal."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Iterator
from typing import TextIO, TypeVar

from sdprocess.texts.nl import say

T = TypeVar("T")
WIDTH = 30
NAME = 40
CLEAR = "\r\x1b[K"


def with_progress(things: Iterable[T], names: tuple[str, ...], out: TextIO | None = None) -> Iterator[T]:
    """Passes the things on and draws which one is next. `names` has one for each thing."""
    out = out or sys.stderr
    shown = len(names) > 1 and out.isatty()
    things = iter(things)
    for done, name in enumerate(names):
        if shown:
            out.write(bar(done, len(names), name))
            out.flush()
        thing = next(things)
        if shown:
            out.write(CLEAR)
            out.flush()
        yield thing


def bar(done: int, total: int, name: str) -> str:
    """`[######------]  6 van 12  voorstel.docx`, at the start of the line."""
    full = WIDTH * done // total
    return (
        f"{CLEAR}[{'#' * full}{'-' * (WIDTH - full)}] {say('cli-voortgang', done=done, total=total, name=name[:NAME])}"
    )
