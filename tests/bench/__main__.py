"""`python -m tests.bench`: one table."""

from __future__ import annotations

from itertools import chain

from tests.bench import bench_documents, bench_moves, bench_start
from tests.bench.measure import table


def main() -> None:
    """Measure everything and print it."""
    print(table(chain(bench_documents.rows(), bench_moves.rows(), bench_start.rows())))


if __name__ == "__main__":
    main()
