"""The document that grows beside the form of a procesontwerp, its timeline, and which choices it really makes."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from sdprocess.domain.design import Design
from sdprocess.publish.blocks import Block, blocks_of
from sdprocess.publish.startnotitie import FORMAT, Cover, startnotitie
from sdprocess.services.ports import World
from sdprocess.services.queries_design import DesignPage
from sdprocess.texts.nl import say
from sdprocess.web.design_choices import CHECKLIST, ChoiceLine, choices_made
from sdprocess.web.drawings_wheel import Timeline, timeline
from sdprocess.web.markup import document_html


@dataclass(frozen=True, slots=True)
class Grown:
    """html: the document, safe. blocks: the same for a docx or pdf."""

    title: str
    html: Markup
    blocks: tuple[Block, ...]
    line: Timeline
    choices: tuple[ChoiceLine, ...]


def grown(world: World, view: DesignPage, design: Design | None = None) -> Grown:
    """The document of the design of a page, or of `design`, an earlier version of it. ValueError without a design."""
    if view.stored is None:
        raise ValueError("there is no design to show")
    shown = design or view.stored.design
    d, state = view.dossier, view.decided or say("ontwerp-stand-concept")
    cover = Cover(d.number, d.title, d.about, state, view.base)
    html = document_html(startnotitie(shown, cover, world.library.template(FORMAT)))
    title = say("ontwerp-kader-titel", title=view.dossier.title)
    blocks = blocks_of(str(html))
    line = timeline(shown.kept, view.plan if design is None else None)
    return Grown(title, html, blocks, line, choices_made(blocks, world.library.checklist(CHECKLIST)))
