"""Choices that proposals leave for later: per dossier to complete and close, and all of them as one list."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.publish.csv_list import csv_bytes
from sdprocess.services.track_choices import choices_page, open_choices, save_choice, take_over
from sdprocess.texts.nl import say
from sdprocess.web.forms.register import CHOICE_FIELDS, ChoiceForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("keuzes", __name__)

CONFLICT = 409
UNPROCESSABLE = 422
COLUMNS = ("Dossier", "Titel", "Keuze", "Wie", "Uiterlijk", "Wanneer", "Terug naar de raad", "Te laat")


@bp.get("/keuzes")
@access(SIGNED_IN)
def alle() -> str:
    """Every choice still to be made in the dossiers that the reader may see."""
    return page("keuzes.html", lines=open_choices(world(), current_actor()))


@bp.get("/keuzes.csv")
@access(SIGNED_IN)
def csv() -> Response:
    rows = (
        (
            line.dossier.number,
            line.dossier.title,
            line.choice.choice,
            line.choice.who,
            line.choice.due.isoformat() if line.choice.due else None,
            line.choice.when,
            say(f"keuze-terug-{line.choice.returns}"),
            "ja" if line.late else "nee",
        )
        for line in open_choices(world(), current_actor())
    )
    return Response(
        csv_bytes(COLUMNS, rows),
        mimetype="text/csv",
        headers={"Content-Disposition": 'attachment; filename="nog-te-maken-keuzes.csv"'},
    )


@bp.get("/dossiers/<nummer>/keuzes")
@access(SIGNED_IN)
def lijst(nummer: str) -> str:
    return _page(nummer)


@bp.post("/dossiers/<nummer>/keuzes/overnemen")
@access("steller", "griffie")
def neem_over(nummer: str) -> ResponseReturnValue:
    """Put what was found in the newest proposal on the list, as far as it is ticked."""
    view = choices_page(world(), current_actor(), nummer)
    ticked = {index for index in request.form.getlist("keuze") if index.isdecimal()}
    quotes = [c.quote.text for rank, c in enumerate(view.found) if str(rank) in ticked]
    taken = take_over(world(), current_actor(), nummer, quotes=quotes)
    flash(say("keuze-overgenomen", count="1 keuze" if taken == 1 else f"{taken} keuzes"))
    return redirect(url_for("keuzes.lijst", nummer=nummer), 303)


@bp.post("/dossiers/<nummer>/keuzes")
@access("steller", "griffie")
def bewaar(nummer: str) -> ResponseReturnValue:
    """Complete, change, close or add one choice."""
    number = request.form.get("welke", "0")
    form = ChoiceForm(request.form, prefix=f"k{number}-")
    form.nummer.data = number
    if not form.validate():
        return _page(nummer, form), UNPROCESSABLE
    try:
        saved = save_choice(world(), current_actor(), nummer, form.choice())
    except InvalidInput as error:
        form.refuse(error, CHOICE_FIELDS)
        return _page(nummer, form), UNPROCESSABLE
    except StaleDossier:
        return _page(nummer, form, stale=True), CONFLICT
    flash(say("keuze-bewaard", choice=saved.choice))
    return redirect(url_for("keuzes.lijst", nummer=nummer, _anchor=f"keuze-{saved.id}"), 303)


def _page(nummer: str, typed: ChoiceForm | None = None, *, stale: bool = False) -> str:
    """The page. typed: a form that came back. stale: somebody changed that choice first; what stands there now is shown
    beside what was typed, and sending again keeps the typed words.
    """
    view = choices_page(world(), current_actor(), nummer)
    forms = {c.id: ChoiceForm.of(c) for c in view.choices}
    new = ChoiceForm(prefix="k0-")
    if typed is not None:
        key = typed.number
        if key in forms and stale:
            typed.revisie.data = next(c.revision for c in view.choices if c.id == key)
        if key in forms:
            forms[key] = typed
        else:
            new = typed
    return page(
        "dossier_keuzes.html",
        view=view,
        card=view.card,
        dossier=view.card.dossier,
        forms=forms,
        new=new,
        typed=typed,
        stale=stale,
        problems=typed.problems if typed else [],
    )
