"""Advice and parafen: the page on which one request is answered, taken back, or handed to somebody else."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.services import queries
from sdprocess.services.give_advice import give_advice, replace_adviser, withdraw_advice
from sdprocess.texts.nl import say
from sdprocess.web.errors import sentence
from sdprocess.web.forms.advies import AdviceForm, ReplaceForm, WithdrawForm, in_dutch
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("advies", __name__)

CONFLICT = 409
FORBIDDEN = 403
UNPROCESSABLE = 422
NONE: Mapping[str, Any] = MappingProxyType({})


@bp.get("/dossiers/<nummer>/advies/<int:vraag>")
@access(SIGNED_IN)
def bekijk(nummer: str, vraag: int) -> str:
    return _page(nummer, vraag)


@bp.post("/dossiers/<nummer>/advies/<int:vraag>")
@access(SIGNED_IN)
def geef(nummer: str, vraag: int) -> ResponseReturnValue:
    """Answer. Who may is in the proceskader of the dossier; the service says why not."""
    form = _sent(AdviceForm(request.form))

    def act() -> str:
        view = queries.advice_page(world(), current_actor(), nummer, vraag).view
        give_advice(
            world(),
            current_actor(),
            nummer,
            vraag,
            verdict=form.oordeel.data or "",
            text=form.tekst.data or "",
            revision=form.revisie.data,
            version=form.versie.data,
        )
        return say(f"advies-gedaan-{view.kind}")

    return _done(nummer, vraag, form, "advice", act)


@bp.post("/dossiers/<nummer>/advies/<int:vraag>/terugnemen")
@access(SIGNED_IN)
def neem_terug(nummer: str, vraag: int) -> ResponseReturnValue:
    form = _sent(WithdrawForm(request.form))

    def act() -> str:
        withdraw_advice(
            world(), current_actor(), nummer, vraag, reason=form.reden.data or "", revision=form.revisie.data
        )
        return say("advies-gedaan-ingetrokken")

    return _done(nummer, vraag, form, "withdraw", act)


@bp.post("/dossiers/<nummer>/advies/<int:vraag>/vervanger")
@access(SIGNED_IN)
def vraag_ander(nummer: str, vraag: int) -> ResponseReturnValue:
    form = _sent(ReplaceForm(request.form))

    def act() -> str:
        replace_adviser(
            world(),
            current_actor(),
            nummer,
            vraag,
            person_id=form.persoon.data or 0,
            reason=form.reden.data or "",
            revision=form.revisie.data,
        )
        who = queries.advice_page(world(), current_actor(), nummer, vraag).view.who
        return say("advies-gedaan-vervanger", person=who[0])

    return _done(nummer, vraag, form, "replace", act)


def _sent(form: Any) -> Any:
    """The form, or 400 when a hidden number is no number: nobody types that."""
    if not form.revisie.validate(form) or ("versie" in form and not form.versie.validate(form)):
        abort(400)
    return form


def _done(nummer: str, vraag: int, form: Any, name: str, act: Callable[[], str]) -> ResponseReturnValue:
    """Do it; then back to the dossier, or the page again with what was typed and the reason."""
    try:
        flash(act())
    except StaleDossier:
        return _page(nummer, vraag, {name: form}, say("advies-intussen")), CONFLICT
    except NotAllowed as error:
        return _page(nummer, vraag, {name: form}, sentence(error)), FORBIDDEN
    except InvalidInput as error:
        form.refuse(in_dutch(error))
        return _page(nummer, vraag, {name: form}), UNPROCESSABLE
    except NotFound:
        return _over(nummer, form), CONFLICT
    return redirect(url_for("dossier.overzicht", nummer=nummer), 303)


def _page(nummer: str, vraag: int, forms: Mapping[str, Any] = NONE, problem: str = "") -> str:
    """The page. forms: `advice`, `withdraw` or `replace`, when one of them comes back; it is about what stands now."""
    made = queries.advice_page(world(), current_actor(), nummer, vraag)
    advice = forms.get("advice") or AdviceForm()
    replace = forms.get("replace") or ReplaceForm()
    replace.offer(made.candidates)
    withdraw = forms.get("withdraw") or WithdrawForm()
    withdraw["reden"].id = "reden-terug"
    return page(
        "advies.html",
        made=made,
        view=made.view,
        problem=problem,
        advice=advice,
        withdraw=withdraw,
        replace=replace,
        problems=[p for form in forms.values() for p in form.problems],
    )


def _over(nummer: str, form: Any) -> str:
    """The dossier went on before this was sent: what was typed is shown, so that it is not lost. Raises NotFound when
    the actor may not know of the dossier.
    """
    view = queries.dossier_page(world(), current_actor(), nummer)
    words = form["tekst"].data if "tekst" in form else form["reden"].data
    return page("advies_voorbij.html", dossier=view.card.dossier, card=view.card, words=words or "")
