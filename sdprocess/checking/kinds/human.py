"""mens: only a person can say this. The machine never finds it and always names it as missing."""

from __future__ import annotations

from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds.base import Finder, Hit, Notions
from sdprocess.content.checklist import HumanRule


def prepare(rule: HumanRule, notions: Notions) -> Finder:
    def find(index: TextIndex) -> list[Hit]:
        return []

    return find
