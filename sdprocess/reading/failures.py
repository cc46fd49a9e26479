"""Which refusal stands for what a library raised."""

from __future__ import annotations

from sdprocess.domain.errors import UnreadableDocument


def refusal(error: BaseException) -> UnreadableDocument:
    """`geheugen-op` when memory ran out anywhere on the way to this error, else `kapot`."""
    at: BaseException | None = error
    while at is not None:
        # lxml tells of memory as a syntax error: in so many words, or as an unknown error
        words = str(at).lower()
        if isinstance(at, MemoryError) or "memory alloc" in words or words.startswith("unknown error"):
            return UnreadableDocument("geheugen-op")
        at = at.__cause__ or at.__context__
    return UnreadableDocument("kapot")
