"""Amending an adopted procesontwerp: begin, stop, take back; the older ones, and what differs."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.design import Design
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.engine.guards import words
from sdprocess.services.amend_design import begin_amendment, drop_amendment, undo_amendment
from sdprocess.services.make_design import DIRECTORS
from sdprocess.services.queries_design import DesignPage, adopted_page, design_page
from sdprocess.texts.nl import say
from sdprocess.web.design_difference import design_differences
from sdprocess.web.design_document import grown
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("ontwerp_wijziging", __name__, url_prefix="/dossiers/<nummer>/procesontwerp")


@bp.post("/wijzigen")
@access(*DIRECTORS)
def begin(nummer: str) -> ResponseReturnValue:
    try:
        begin_amendment(world(), current_actor(), nummer)
    except InvalidInput as error:
        flash(say(next(iter(error.fields.values()))))
        return _back(nummer)
    flash(say("ontwerp-wijziging-begonnen"))
    return redirect(url_for("ontwerp.pagina", nummer=nummer, pagina="opzet"), 303)


@bp.post("/wijziging-stoppen")
@access(*DIRECTORS)
def stop(nummer: str) -> ResponseReturnValue:
    try:
        drop_amendment(world(), current_actor(), nummer, revision=_number("revisie"))
    except StaleDossier:
        flash(say("ontwerp-intussen"))
        return _back(nummer)
    flash(say("ontwerp-wijziging-gestopt"))
    return _back(nummer)


@bp.post("/terugnemen")
@access(*DIRECTORS)
def neem_terug(nummer: str) -> ResponseReturnValue:
    """The design of before holds again; the amendment is a concept again."""
    try:
        done = undo_amendment(world(), current_actor(), nummer, dossier_revision=_number("dossier"))
    except StaleDossier:
        flash(say("ontwerp-intussen"))
        return _back(nummer)
    flash(" ".join(words(r) for r in done) if isinstance(done, tuple) else say("ontwerp-wijziging-terug"))
    return _back(nummer)


@bp.get("/vastgesteld/<int:ontwerp>")
@access(SIGNED_IN)
def vastgesteld(nummer: str, ontwerp: int) -> str:
    """A design that was adopted, also when another one holds now."""
    view = design_page(world(), current_actor(), nummer)
    old = adopted_page(view, ontwerp)
    assert old.stored is not None  # noqa: S101  adopted_page holds that
    return page(
        "ontwerp_vastgesteld.html",
        view=view,
        old=old,
        dossier=view.dossier,
        shown=next(a for a in view.adoptions if a.number == ontwerp),
        until=next((a for a in reversed(view.adoptions) if a.number > ontwerp), None),
        grown=grown(world(), old, old.stored.design),
    )


@bp.get("/verschil")
@access(SIGNED_IN)
def verschil(nummer: str) -> str:
    """Two designs side by side. `oud` and `nieuw`: numbers of adopted ones; without `nieuw` the concept."""
    view = design_page(world(), current_actor(), nummer)
    old, new = _named(view, request.args.get("oud", "")), _named(view, request.args.get("nieuw", ""))
    return page(
        "ontwerp_verschil.html",
        view=view,
        dossier=view.dossier,
        old=old,
        new=new,
        rows=design_differences(old[1], new[1]),
    )


def _named(view: DesignPage, number: str) -> tuple[str, Design]:
    """How a design is called, and the design. Raises NotFound."""
    for adopted in view.adoptions:
        if str(adopted.number) == number:
            return say("ontwerp-nummer", number=number), adopted.design
    if number or view.stored is None or not view.stored.is_concept:
        raise NotFound(kind="procesontwerp", id=number)
    return say("ontwerp-stand-concept"), view.stored.design


def _back(nummer: str) -> ResponseReturnValue:
    return redirect(url_for("ontwerp.overzicht", nummer=nummer), 303)


def _number(name: str) -> int:
    given = request.form.get(name, "")
    if not given.isdigit():
        abort(400)
    return int(given)
