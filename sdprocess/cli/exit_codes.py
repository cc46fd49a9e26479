"""What the exit codes of every command mean."""

from __future__ import annotations

DONE = 0
"""Everything was done; for `toets`: every file was judged. Open questions are no failure."""
NOT_ALL = 1
"""At least one file could not be judged (its report says why), or content has problems."""
WRONG_USE = 2
"""The command line or a setting is wrong; nothing was done."""
BROKEN = 3
"""The program or its content has a fault."""
INTERRUPTED = 130
"""Stopped with Ctrl-C, as shells expect."""
