"""When a heavy process is worth it: traits and a decision table, from `checklists/procesontwerp/advies`."""

from __future__ import annotations

from collections.abc import Collection
from functools import lru_cache
from pathlib import Path
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field

from sdprocess.content.problems import build
from sdprocess.content.refs import version_key
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.domain.errors import InvalidContent

Text = Annotated[str, Field(min_length=1)]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", populate_by_name=False)


class Trait(_Frozen):
    """Something that makes a dossier heavy, as a sentence that is true or not."""

    id: Text
    title: Text = Field(alias="titel")
    explanation: Text = Field(alias="toelichting")


class Advice(_Frozen):
    """A row of the table: it holds from `least` traits on."""

    verdict: Literal["licht", "overweeg", "zwaar"] = Field(alias="dan")
    least: int = Field(alias="minstens", ge=0, le=20)
    explanation: Text = Field(alias="toelichting")


class Weighing(_Frozen):
    """The traits and the table; the first row that holds, counts."""

    format: Literal["zwaarte/1"] = Field(alias="schema")
    id: Text
    version: Text = Field(alias="versie")
    title: Text = Field(alias="titel")
    source: Text = Field(alias="bron")
    parts: tuple[Trait, ...] = Field(alias="kenmerken", min_length=1)
    table: tuple[Advice, ...] = Field(alias="oordeel", min_length=1)

    def advice(self, ticked: Collection[str]) -> Advice:
        """What the table says when these traits hold; a trait that it does not know does not count."""
        count = sum(part.id in ticked for part in self.parts)
        return next(row for row in self.table if count >= row.least)


def load_weighing(path: Path) -> Weighing:
    """Raises InvalidContent; the table must end with a row that always holds."""
    tree = load_yaml(path)
    made = build(Weighing, tree)
    if isinstance(made, tuple):
        raise InvalidContent(made)
    counts = [row.least for row in made.table]
    if counts != sorted(counts, reverse=True) or counts[-1] != 0:
        raise InvalidContent((tree.problem("zwaarte-tabel", "oordeel"),))
    return made


@lru_cache(maxsize=4)
def weighing(root: Path) -> Weighing:
    """The newest under the content root, read once per process."""
    folder = root / "checklists" / "procesontwerp" / "advies"
    return load_weighing(max(folder.glob("*.yaml"), key=lambda path: version_key(path.stem)))
