"""Commands: ask services and checking, print. Starts the pages, hence stands above web; each command loads its own."""

from __future__ import annotations

from collections.abc import Sequence


def main(argv: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is in `cli.exit_codes`. `argv` is without the program's name."""
    from sdprocess.cli.run import run  # noqa: PLC0415  importing sdprocess.cli must cost nothing

    return run(argv)
