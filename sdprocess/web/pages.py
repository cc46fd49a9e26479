"""Rendering: the template environment, its filters and what every page needs."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from flask import Flask, current_app, render_template, request
from jinja2 import FileSystemLoader, StrictUndefined

from sdprocess.checking.frames import held_against
from sdprocess.checking.insights import insights
from sdprocess.content.library import content_root
from sdprocess.content.weighing import weighing
from sdprocess.domain.findings import Assessment
from sdprocess.domain.people import PUBLIC
from sdprocess.domain.text import SourceText
from sdprocess.publish.insight_tables import InsightTable, tables_of
from sdprocess.services.keep_register import frames_of
from sdprocess.services.ports import World
from sdprocess.texts.nl import say
from sdprocess.web import dates, drawings
from sdprocess.web.config import WebConfig
from sdprocess.web.drawings_wheel import wheel
from sdprocess.web.markup import markdown_html
from sdprocess.web.security import current_actor

STATIC = Path(__file__).resolve().parent / "static"


@dataclass(frozen=True, slots=True)
class NavLink:
    """A link in the header. roles: empty = everyone, otherwise one of these; shown only when the route exists."""

    label: str
    endpoint: str
    roles: tuple[str, ...] = ()
    under: str = ""


MOST_LINKS, LINKS_BEFORE_MORE = 4, 3
"""Who has more links than the first gets the second number of them; the others stand behind "Meer"."""
ANY_ROLE = ("steller", "toetser", "college", "griffie", "agendacommissie", "raadslid", "beheerder")
NAVIGATION = (
    NavLink("Mijn werk", "werk.mijn_werk", ANY_ROLE, "/mijn-werk"),
    NavLink("Dossiers", "dossiers.bord", ANY_ROLE, "/dossiers"),
    NavLink("Besluiten en kaders", "register.lijst", ANY_ROLE, "/register"),
    NavLink("Toets een concept", "toets.formulier", (), "/toets"),
    NavLink("Voorstellen", "openbaar.voorstellen", (), "/voorstellen"),
    NavLink("IJken", "ijken.overzicht", ("steller", "toetser", "griffie"), "/ijken"),
    NavLink("Beheer", "beheer.overzicht", ("beheerder",), "/beheer"),
)


def world() -> World:
    """The world of the running app."""
    found: World = current_app.extensions["sdprocess"]
    return found


def page(template: str, **context: Any) -> str:
    """Render a page. `bare=True` renders without asking who is signed in (for when asking may fail)."""
    bare = bool(context.pop("bare", False))
    actor = PUBLIC if bare else current_actor()
    links = _navigation(actor.roles)
    shown = LINKS_BEFORE_MORE if len(links) > MOST_LINKS else len(links)
    return render_template(
        template,
        actor=actor,
        navigation=links[:shown],
        more=links[shown:],
        municipality=world().municipality,
        demo=world().demo,
        **context,
    )


def _navigation(roles: frozenset[str]) -> list[tuple[NavLink, bool]]:
    """The links this reader gets, and whether each is where they are."""
    here = request.path
    return [
        (link, here == link.under or here.startswith(f"{link.under}/"))
        for link in NAVIGATION
        if link.endpoint in current_app.view_functions and (not link.roles or not roles.isdisjoint(link.roles))
    ]


@lru_cache(maxsize=64)
def _stamp(name: str) -> str:
    path = STATIC / name
    return hashlib.sha256(path.read_bytes()).hexdigest()[:12] if path.is_file() else ""


def static_address(name: str) -> str:
    """The address of a file in `static/`, changed when its bytes change; empty when the file is not there."""
    stamp = _stamp(name)
    return f"/static/{name}?v={stamp}" if stamp else ""


def install(app: Flask, world_: World, config: WebConfig) -> None:
    """Put templates, filters and shared values on the app."""
    app.extensions["sdprocess"] = world_
    app.jinja_loader = FileSystemLoader(content_root() / "templates" / "web")
    env = app.jinja_env
    env.undefined = StrictUndefined
    env.trim_blocks = env.lstrip_blocks = True
    env.filters.update(
        datum=dates.long_date,
        datum_kort=dates.short_date,
        moment=dates.moment_text,
        werkdagen=dates.working_days_text,
        opmaak=markdown_html,
        alineas=lambda text: [part.strip() for part in text.replace("\r\n", "\n").split("\n\n") if part.strip()],
        en=_and,
    )
    env.globals.update(
        say=say,
        statisch=static_address,
        thema=config.theme,
        termijn=dates.term_text,
        vandaag=lambda: dates.local_day(world_.clock.now()),
        tekening=drawings,
        zwaarte_van=lambda: weighing(world_.library.root),
        wiel_van=lambda involved: wheel(dict(involved)),
        inzichten=lambda source, assessment, theme="": _tables(world_, source, assessment, theme),
        bestaat=lambda endpoint: endpoint in app.view_functions,
    )


def _tables(world_: World, source: SourceText, assessment: Assessment, theme: str) -> tuple[InsightTable, ...]:
    """The tables beside the verdicts, held against the register. theme: of the dossier, "" when there is none."""
    found = insights(source, assessment)
    today = dates.local_day(world_.clock.now())
    return tables_of(found, held_against(found.decisions, source, frames_of(world_), today=today, theme=theme))


def _and(parts: Any) -> str:
    """`a, b en c`."""
    words = [str(part) for part in parts]
    return " en ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)
