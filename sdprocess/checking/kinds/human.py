"""mens: only a person can say this. The machine never finds it and always names it as missing."""

from __future__ import annotations

from sdprocess.checking.index import TextIndex
from sdprocess.checking.kinds.base import Finder, Hit
from sdprocess.checking.vocabulary import Vocabulary
from sdprocess.content.checklist import HumanRule


def prepare(_rule: HumanRule, _vocabulary: Vocabulary) -> Finder:
    return _nothing


def _nothing(_index: TextIndex) -> list[Hit]:
    return []
