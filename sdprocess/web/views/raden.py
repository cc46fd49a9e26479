"""The councils of a dossier: who decides, when, and what each decided."""

from __future__ import annotations

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.services.keep_councils import add_council, councils_page, keep_council, remove_council
from sdprocess.texts.nl import say
from sdprocess.web.forms.raden import COUNCIL_FIELDS, CouncilForm, NewCouncilForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("raden", __name__)

CONFLICT = 409
UNPROCESSABLE = 422
KEEPERS = ("steller", "griffie")


@bp.get("/dossiers/<nummer>/raden")
@access(SIGNED_IN)
def lijst(nummer: str) -> str:
    return _page(nummer)


@bp.post("/dossiers/<nummer>/raden")
@access(*KEEPERS)
def voeg_toe(nummer: str) -> ResponseReturnValue:
    """One more council."""
    form = NewCouncilForm.posted()
    if not form.validate():
        return _page(nummer, new=form), UNPROCESSABLE
    try:
        made = add_council(world(), current_actor(), nummer, name=form.naam.data or "", meets=form.vergadert.data)
    except InvalidInput as error:
        form.refuse(error, COUNCIL_FIELDS)
        return _page(nummer, new=form), UNPROCESSABLE
    flash(say("raad-toegevoegd", name=made.name))
    return redirect(url_for("raden.lijst", nummer=nummer), 303)


@bp.post("/dossiers/<nummer>/raden/<int:raad>")
@access(*KEEPERS)
def werk_bij(nummer: str, raad: int) -> ResponseReturnValue:
    """The meeting day or the decision of one council."""
    form = CouncilForm(request.form, prefix=f"r{raad}-")
    form.nummer.data = str(raad)
    if not form.validate():
        return _page(nummer, form), UNPROCESSABLE
    revision = form.revisie.data or 1
    try:
        saved = keep_council(world(), current_actor(), nummer, raad, decision=form.decision(), revision=revision)
    except InvalidInput as error:
        form.refuse(error, COUNCIL_FIELDS)
        return _page(nummer, form), UNPROCESSABLE
    except StaleDossier:
        return _page(nummer, form, stale=True), CONFLICT
    flash(say("raad-bewaard", name=saved.name))
    return redirect(url_for("raden.lijst", nummer=nummer, _anchor=f"raad-{saved.id}"), 303)


@bp.post("/dossiers/<nummer>/raden/<int:raad>/verwijder")
@access(*KEEPERS)
def verwijder(nummer: str, raad: int) -> ResponseReturnValue:
    """Take a council off the list that has not decided."""
    seen = request.form.get("revisie", "")
    if not seen.isdecimal():
        abort(400)
    gone = remove_council(world(), current_actor(), nummer, raad, revision=int(seen))
    flash(say("raad-weg", name=gone.name))
    return redirect(url_for("raden.lijst", nummer=nummer), 303)


def _page(
    nummer: str, typed: CouncilForm | None = None, *, new: NewCouncilForm | None = None, stale: bool = False
) -> str:
    """The page. typed or new: a form that came back. stale: somebody was first; what stands there now is shown beside
    what was typed, and sending again keeps the typed words.
    """
    view = councils_page(world(), current_actor(), nummer)
    forms = {c.id: CouncilForm.of(c) for c in view.councils}
    if typed is not None:
        key = int(typed.nummer.data or 0)
        if stale:
            typed.revisie.data = next((c.revision for c in view.councils if c.id == key), 1)
        forms[key] = typed
    back = new or typed
    return page(
        "dossier_raden.html",
        view=view,
        card=view.card,
        dossier=view.card.dossier,
        forms=forms,
        new=new or NewCouncilForm(),
        typed=typed,
        stale=stale,
        problems=back.problems if back else [],
    )
