"""Many documents through `sdprocess toets`, with one process and with two: from files to reports on disk."""

from __future__ import annotations

import resource
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

from tests.bench.bench_documents import documents
from tests.bench.measure import Row, per_second, seconds

COUNT = 200
SUFFIXES = (".txt", ".md", ".docx", ".odt")


def rows(count: int = COUNT) -> Iterator[Row]:
    """The same folder twice. `count`: how many documents; those there are come round again."""
    source, given = documents()
    usual = [(name, data) for name, data in given if name.endswith(SUFFIXES)] or list(given)
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place) / "stukken"
        folder.mkdir()
        for number, (name, data) in enumerate(islice(cycle(usual), count)):
            (folder / f"{number:05d}-{name}").write_bytes(data)
        (one, cpu_one), (two, cpu_two) = (_took(folder, Path(place) / f"uit-{n}", n) for n in (1, 2))
    told = f"{one:.1f} s voor {count} stukken, {cpu_one:.1f} s processortijd, {source}"
    yield per_second("toetsen met 1 proces", count, one, told)
    told = f"{two:.1f} s, {cpu_two:.1f} s processortijd: {one / two:.2f} keer zo snel"
    yield per_second("toetsen met 2 processen", count, two, told)


def _took(folder: Path, out: Path, processes: int) -> tuple[float, float]:
    """Time on the clock, and time of the processor over all processes: on a busy machine only the second says much."""
    before = _processor()
    clock = seconds(lambda: _judge(folder, out, processes))
    return clock, _processor() - before


def _processor() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _judge(folder: Path, out: Path, processes: int) -> None:
    """The command as a person gives it. A document that cannot be judged (exit code 1) is one too."""
    command = [sys.executable, "-m", "sdprocess", "toets", str(folder), "--formaat", "json"]
    done = subprocess.run(
        [*command, "--uit", str(out), "-j", str(processes)],
        check=False,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    if done.returncode > 1:
        raise RuntimeError(f"sdprocess toets ended with {done.returncode}")
