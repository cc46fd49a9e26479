"""How big a document may be, and what reading it may cost."""

from __future__ import annotations

from dataclasses import dataclass

MEGABYTE = 1_000_000


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of one reading. `memory`, `cpu_seconds` and `wall_seconds` hold in the child process only."""

    file_bytes: int = 25 * MEGABYTE
    zip_entries: int = 2_000
    unpacked_bytes: int = 100 * MEGABYTE
    zip_ratio: int = 200
    pages: int = 2_000
    text_chars: int = 5 * MEGABYTE
    lines: int = 100_000
    memory_bytes: int = 1_073_741_824
    cpu_seconds: int = 20
    wall_seconds: int = 30


LIMITS = Limits()
"""What holds unless a test asks otherwise."""
