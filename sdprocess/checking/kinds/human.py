"""mens: only a person can say this. The machine never finds it and always names it as missing."""

from __future__ import annotations

from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds.base import Finder, Hit, Notions
from sdprocess.content.checklist import HumanRule


def prepare(_rule: HumanRule, _notions: Notions) -> Finder:
    return _nothing


def _nothing(_index: TextIndex) -> list[Hit]:
    return []
