"""The bench runs and prints; how fast it is, is nobody's business here."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.bench import (
    bench_beside,
    bench_documents,
    bench_length,
    bench_lists,
    bench_moves,
    bench_processes,
    bench_start,
)
from tests.bench.measure import Row, milliseconds, p95, per_second, table


@pytest.mark.parametrize(
    ("values", "expected"),
    [([1.0], 1.0), ([3.0, 1.0, 2.0], 3.0), ([float(n) for n in range(1, 101)], 95.0), ([0.0, 9.0], 9.0)],
)
def test_p95_is_the_value_that_95_of_100_do_not_exceed(values: list[float], expected: float) -> None:
    assert p95(values) == expected


def test_the_table_stands_in_columns() -> None:
    made = table([milliseconds("lezen", [0.001, 0.003]), per_second("stappen", 100, 2.0, "SQLite")]).splitlines()
    assert [line.split() for line in made[2:]] == [
        ["lezen", "2", "2.0", "ms", "3.0", "ms"],
        ["stappen", "100", "50", "/s", "SQLite"],
    ]
    assert made[0].split() == ["wat", "n", "mediaan", "p95", "opmerking"]


@pytest.mark.slow
def test_the_bench_measures_documents_moves_and_start_up(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("SDPROCESS_CORPUS", str(tmp_path / "weg"))
    rows: list[Row] = [
        *bench_documents.rows(6),
        *bench_beside.rows(2),
        *bench_length.rows(80_000),
        *bench_processes.rows(2),
        *bench_moves.rows(3),
        *bench_lists.rows((40,), 1),
        *bench_start.rows(1),
    ]
    measured = {row.what for row in rows}
    assert {
        "toetsen",
        "toetsen en rapport als json",
        "alle patronen in één RE2-doorgang",
        "toetsen, 40 kB",
        "toetsen, 80 kB",
        "toetsen met 1 proces",
        "toetsen met 2 processen",
        "lezen in het kindproces",
        "stappen door de dienst",
        "kale commits",
        "bord, 40 dossiers",
        "tijdlijn, 40 dossiers",
        "mijn werk, 40 dossiers",
        "sdprocess versie",
    } <= measured
    assert all((row.times > 0 or row.what.startswith("spaCy")) and row.median for row in rows)
