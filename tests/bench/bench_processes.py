"""Many documents through `sdprocess toets`, with one process and with two: from files to reports on disk."""

from __future__ import annotations

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
        one, two = (seconds(lambda n=n: _judge(folder, Path(place) / f"uit-{n}", n)) for n in (1, 2))
    yield per_second("toetsen met 1 proces", count, one, f"{one:.1f} s voor {count} stukken, {source}")
    yield per_second("toetsen met 2 processen", count, two, f"{two:.1f} s, {one / two:.2f} keer zo snel")


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
