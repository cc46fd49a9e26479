"""`python -m tests.bench`: one table. `--stukken 10000`: that many documents through one process and through two."""

from __future__ import annotations

from argparse import ArgumentParser
from itertools import chain

from tests.bench import (
    bench_beside,
    bench_documents,
    bench_length,
    bench_lists,
    bench_moves,
    bench_processes,
    bench_start,
)
from tests.bench.measure import table

PARTS = ("lezen", "naast", "lengte", "processen", "stappen", "lijsten", "start")


def main() -> None:
    """Measure what was asked for and print it."""
    parser = ArgumentParser(prog="python -m tests.bench", description="Meet hoe snel het programma is.")
    parser.add_argument("delen", nargs="*", choices=[*PARTS, []], help="alleen deze delen (standaard: alles)")
    parser.add_argument("--stukken", type=int, default=bench_processes.COUNT, help="voor het deel processen")
    chosen = parser.parse_args()
    parts = {
        "lezen": bench_documents.rows,
        "naast": bench_beside.rows,
        "lengte": bench_length.rows,
        "processen": lambda: bench_processes.rows(chosen.stukken),
        "stappen": bench_moves.rows,
        "lijsten": bench_lists.rows,
        "start": bench_start.rows,
    }
    print(table(chain.from_iterable(parts[name]() for name in chosen.delen or PARTS)))


if __name__ == "__main__":
    main()
