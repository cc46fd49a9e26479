"""Assessments that were read before. They are never changed once committed, so what was read stays true."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from threading import Lock

from sdprocess.services.ports import StoredAssessment

MOST = 400
"""About 100 kB each."""


class KeptAssessments:
    """The last `MOST` assessments that a reading transaction saw; the least recently used goes first.

    Never fed by a writing transaction: what it wrote may be rolled back and its id given to another.
    """

    def __init__(self) -> None:
        self._kept: OrderedDict[int, StoredAssessment] = OrderedDict()
        self._lock = Lock()

    def get(self, ids: Iterable[int]) -> dict[int, StoredAssessment]:
        """Those of these ids that are kept."""
        with self._lock:
            found = {i: self._kept[i] for i in ids if i in self._kept}
            for i in found:
                self._kept.move_to_end(i)
        return found

    def keep(self, made: Iterable[StoredAssessment]) -> None:
        with self._lock:
            for stored in made:
                self._kept[stored.id] = stored
            while len(self._kept) > MOST:
                self._kept.popitem(last=False)
