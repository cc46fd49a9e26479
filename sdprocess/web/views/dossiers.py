"""All dossiers: the board over the six steps, the table, the csv, and opening a new one."""

from __future__ import annotations

import re
from dataclasses import replace

import pyphen
from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.dossier import STELLER
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.people import OPENERS
from sdprocess.publish.csv_list import dossiers_csv
from sdprocess.services import queries
from sdprocess.services.open_dossier import open_dossier
from sdprocess.services.queries_timeline import spans_of
from sdprocess.services.views import Board
from sdprocess.texts.nl import say
from sdprocess.web.dates import local_day
from sdprocess.web.forms.dossier import FilterForm, NewDossierForm, in_dutch
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor
from sdprocess.web.timeline import overview

bp = Blueprint("dossiers", __name__)
_dutch = pyphen.Pyphen(lang="nl_NL", left=3, right=3)
LONG_WORD = re.compile(r"[^\W\d_]{12,}")

UNPROCESSABLE = 422
TEMPLATES = {"bord": "dossiers_bord.html", "tabel": "dossiers_tabel.html", "tijdlijn": "dossiers_tijdlijn.html"}
SIZES = {"bord": 20, "tabel": 100, "tijdlijn": 40}
"""Dossiers on a page: in each column of the board, in the table, on the timeline."""

MAX_LINES = 20_000
"""Lines of the csv: all dossiers of a municipality."""

COLUMNS = (
    ("nummer", "Nummer"),
    ("titel", "Titel"),
    ("portefeuille", "Portefeuille"),
    ("thema", "Thema"),
    ("kader", "Kader"),
    ("toestand", "Toestand"),
    ("", "Aan zet"),
    ("term", "Termijn"),
    ("", "Open vragen"),
)
"""Columns of the table: the word for the address ("" = not sortable) and the heading."""


@bp.app_template_filter("afbreekbaar")
def breakable(text: str) -> str:
    """The text with soft hyphens in its long words, so that a narrow card breaks them where Dutch does."""
    return LONG_WORD.sub(lambda word: str(_dutch.inserted(word[0], "\u00ad")), text)


@bp.get("/dossiers")
@access(SIGNED_IN)
def bord() -> str:
    form = FilterForm(request.args)
    wanted = form.wanted()
    shape = form.weergave.data if form.weergave.data in TEMPLATES else "bord"
    size = SIZES[shape]
    on_board = shape == "bord"
    board = queries.board(world(), current_actor(), replace(wanted, per_page=size), per_column=size if on_board else 0)
    _fill(form, board)
    longest = max(column.total for column in board.columns) if on_board else board.total
    spans = spans_of(world(), current_actor(), board.cards) if shape == "tijdlijn" else ()
    return page(
        TEMPLATES[shape],
        shape=shape,
        spans=spans,
        drawing=overview(spans, local_day(world().clock.now())),
        form=form,
        board=board,
        columns=COLUMNS,
        given=form.given(),
        sort=wanted.sort,
        page_number=wanted.page,
        pages=-(-longest // size),
        may_open=current_actor().has(*OPENERS),
    )


@bp.get("/dossiers/lijst.csv")
@access(SIGNED_IN)
def lijst() -> Response:
    wanted = replace(FilterForm(request.args).wanted(), page=1, per_page=MAX_LINES)
    board = queries.board(world(), current_actor(), wanted)
    return Response(
        dossiers_csv(board.cards),
        mimetype="text/csv",
        headers={"Content-Disposition": 'attachment; filename="dossiers.csv"'},
    )


@bp.get("/dossiers/nieuw")
@access(*OPENERS)
def nieuw() -> str:
    form = NewDossierForm(data={"vorig": request.args.get("vorig", "")[:40], "kader": "licht"})
    return _new_page(form)


@bp.post("/dossiers/nieuw")
@access(*OPENERS)
def open_nieuw() -> ResponseReturnValue:
    form = NewDossierForm(request.form)
    form.offer((id_, title) for id_, title, _ in _kaders())
    if not form.validate():
        return _new_page(form), UNPROCESSABLE
    try:
        dossier = open_dossier(
            world(),
            current_actor(),
            title=form.titel.data or "",
            about=form.onderwerp.data or "",
            theme=form.thema.data or "",
            portfolio=form.portefeuille.data or "",
            kader_id=form.kader.data,
            council_date=form.raadsvergadering.data,
            previous=form.vorig.data or None,
        )
    except InvalidInput as error:
        form.refuse(in_dutch(error))
        return _new_page(form), UNPROCESSABLE
    except NotFound:
        form.vorig.errors = [say("dossier-vorig-onbekend")]
        return _new_page(form), UNPROCESSABLE
    flash(say("dossier-geopend", number=dossier.number))
    return redirect(url_for("dossier.overzicht", nummer=dossier.number), 303)


def _new_page(form: NewDossierForm) -> str:
    kaders = _kaders()
    form.offer((id_, title) for id_, title, _ in kaders)
    return page("dossiers_nieuw.html", form=form, kaders=kaders, as_steller=current_actor().has(STELLER))


def _kaders() -> list[tuple[str, str, str]]:
    """Id, title and explanation of every workflow that the reader may start a dossier with, the light one first."""
    library, actor = world().library, current_actor()
    offered = (library.workflows[ref] for ref in library.in_use().values())
    found = [(w.id, w.title, w.explanation) for w in offered if actor.has(*w.opened_by)]
    return sorted(found, key=lambda kader: (kader[0] != "licht", kader[1]))


def _fill(form: FilterForm, board: Board) -> None:
    """The choices of the filters, each with "everything" on top."""
    form.kader.choices = [("", "alle"), *board.kaders]
    form.portefeuille.choices = [("", "alle"), *((name, name) for name in board.portfolios)]
    form.thema.choices = [("", "alle"), *((name, name) for name in board.themes)]
    form.stap.choices = [("", "alle"), *((column.step, column.title) for column in board.columns)]
