"""A demo draft as markdown that any reader of markdown understands."""

from __future__ import annotations

from sdprocess.demo.source import Block, Draft, Kind, Run


def as_markdown(draft: Draft) -> bytes:
    """UTF-8, one blank line between blocks, tables with their dividing row."""
    out: list[str] = []
    before: Kind | None = None
    for block in draft.blocks:
        tight = block.kind in {Kind.NUMBER, Kind.BULLET} and before is block.kind and block.number != 1
        out.append(("" if tight or not out else "\n") + _block(block))
        before = block.kind
    return ("\n".join(out) + "\n").encode()


def _block(block: Block) -> str:
    text = "".join(map(_run, block.runs))
    if block.kind is Kind.HEADING:
        return f"{'#' * block.level} {text}"
    if block.kind is Kind.NUMBER:
        return f"{block.number}. {text}"
    if block.kind is Kind.BULLET:
        return f"- {text}"
    if block.kind is Kind.TABLE:
        head, *rest = block.rows
        return "\n".join(map(_row, [head, ("---",) * len(head), *rest]))
    return text


def _run(run: Run) -> str:
    return f"**{run.text}**" if run.bold else run.text


def _row(cells: tuple[str, ...]) -> str:
    return "| " + " | ".join(cells) + " |"
