"""What a measurement is, and the table that shows all of them."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Row:
    """One line: what was measured, how often, and the figures in words."""

    what: str
    times: int
    median: str
    p95: str = ""
    remark: str = ""


HEADS = Row("wat", 0, "mediaan", "p95", "opmerking")


def seconds(work: Callable[[], object]) -> float:
    """How long it takes, once."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def processor_seconds(work: Callable[[], object]) -> float:
    """How much of the processor it takes in this process, once: the same on a busy machine, nearly."""
    start = time.process_time()
    work()
    return time.process_time() - start


def p95(values: Sequence[float]) -> float:
    """The value that 95 of 100 do not exceed."""
    ordered = sorted(values)
    return ordered[max(0, -(-len(ordered) * 95 // 100) - 1)]


def milliseconds(what: str, values: Sequence[float], remark: str = "") -> Row:
    """A row for durations in seconds."""
    return Row(what, len(values), f"{statistics.median(values) * 1000:.1f} ms", f"{p95(values) * 1000:.1f} ms", remark)


def per_second(what: str, count: int, took: float, remark: str = "") -> Row:
    """A row for how many of something went in `took` seconds."""
    return Row(what, count, f"{count / took:.0f} /s", remark=remark)


def table(rows: Iterable[Row]) -> str:
    """Rows in columns, with a heading."""
    cells = [(HEADS.what, "n", HEADS.median, HEADS.p95, HEADS.remark)]
    cells += [(r.what, str(r.times), r.median, r.p95, r.remark) for r in rows]
    widths = [max(len(line[column]) for line in cells) for column in range(5)]
    lines = []
    for line in cells:
        what, *figures, remark = line
        middle = "  ".join(f"{figure:>{width}}" for figure, width in zip(figures, widths[1:4], strict=True))
        lines.append(f"{what:<{widths[0]}}  {middle}  {remark}".rstrip())
    lines.insert(1, "-" * max(len(line) for line in lines))
    return "\n".join(lines)
