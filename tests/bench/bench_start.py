"""Start-up of the command line against an interpreter that does nothing."""

from __future__ import annotations

import statistics
import subprocess
import sys
from collections.abc import Iterator

from tests.bench.measure import Row, milliseconds, seconds

TIMES = 15


def rows(times: int = TIMES) -> Iterator[Row]:
    """`python -c pass` and `sdprocess versie`, in turns so that both meet the same machine."""
    nothing, version = [], []
    for _ in range(times):
        nothing.append(seconds(lambda: _run("-c", "pass")))
        version.append(seconds(lambda: _run("-m", "sdprocess", "versie")))
    extra = (statistics.median(version) - statistics.median(nothing)) * 1000
    yield milliseconds("python -c pass", nothing)
    yield milliseconds("sdprocess versie", version, f"{extra:.0f} ms meer dan niets doen")


def _run(*arguments: str) -> None:
    subprocess.run([sys.executable, *arguments], check=True, stdout=subprocess.DEVNULL)
