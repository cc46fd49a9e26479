"""The report as one html page that needs nothing else: its own style, no script, good on paper."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template

from sdprocess.content.library import content_root
from sdprocess.publish.insight_tables import place, tables_of
from sdprocess.publish.report_view import CriterionReport, Report
from sdprocess.publish.report_words import attachments_sentence, readability_facts, sentence_weight
from sdprocess.texts.nl import say

TEMPLATE = "toetsrapport.html"
CELL = 24
GAP = 4
WAYS = ("ja", "deels", "nee", "niet-beoordeeld")


@dataclass(frozen=True, slots=True)
class Cell:
    """One square of a profile bar: where it starts, and the verdict it stands for."""

    x: int
    way: str


def as_html(report: Report, root: Path | None = None) -> str:
    """A whole html document. `root` holds the templates; without it, those that come with the product."""
    return _template(root or content_root()).render(report=report)


@lru_cache(maxsize=4)
def _template(root: Path) -> Template:
    environment = Environment(
        loader=FileSystemLoader(root / "templates" / "documenten"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals.update(
        say=say,
        cells=cells,
        readability_facts=readability_facts,
        sentence_weight=sentence_weight,
        attachments_sentence=attachments_sentence,
        insight_tables=tables_of,
        place=place,
    )
    return environment.get_template(TEMPLATE)


def cells(criterion: CriterionReport) -> tuple[Cell, ...]:
    """One square for every question that counts, answered ones first."""
    numbers = (criterion.answered, criterion.partly, criterion.open, criterion.not_judged)
    ways = [way for way, number in zip(WAYS, numbers, strict=True) for _ in range(number)]
    return tuple(Cell(rank * (CELL + GAP), way) for rank, way in enumerate(ways))
