"""A table of plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Sequence

GAP = "  "


def as_table(heads: Sequence[str], rows: Sequence[Sequence[str]], *, right: int = 0) -> str:
    """Heads, a line and the rows in columns; the last `right` columns stand to the right."""
    lines = [heads, *rows]
    widths = [max(len(line[column]) for line in lines) for column in range(len(heads))]
    first_right = len(heads) - right
    padded = [
        GAP.join(
            f"{cell:>{width}}" if column >= first_right else f"{cell:<{width}}"
            for column, (cell, width) in enumerate(zip(line, widths, strict=True))
        ).rstrip()
        for line in lines
    ]
    return "\n".join((padded[0], "-" * (sum(widths) + len(GAP) * (len(widths) - 1)), *padded[1:]))
