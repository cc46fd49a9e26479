"""Signing in and out, and one's own password."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import InvalidInput
from sdprocess.services.manage_people import change_password
from sdprocess.services.sign_in import TooOften, sign_in
from sdprocess.texts.nl import say
from sdprocess.web.errors import error_page
from sdprocess.web.forms.account import PasswordForm, SignInForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import begin_session, current_actor, current_person, end_session, safe_next

bp = Blueprint("account", __name__)


@bp.get("/inloggen")
@access("openbaar")
def inloggen() -> ResponseReturnValue:
    """The form; who is signed in goes on."""
    onward = safe_next(request.args.get("volgende"))
    if current_actor().id > 0:
        return redirect(onward or url_for("werk.mijn_werk"))
    return page("inloggen.html", form=SignInForm(), volgende=onward)


@bp.post("/inloggen")
@access("openbaar")
def inloggen_proberen() -> ResponseReturnValue:
    """A fresh session for the right password; one and the same sentence for everything else."""
    form = SignInForm.posted()
    onward = safe_next(request.form.get("volgende"))
    if not form.validate():
        return page("inloggen.html", form=form, volgende=onward), 400
    try:
        person = sign_in(world(), form.login.data or "", form.wachtwoord.data or "")
    except TooOften:
        return error_page(429, say("web-inloggen-wacht"))
    if person is None or not begin_session(world(), person):
        form.form_errors.append(say("web-inloggen-fout"))
        return page("inloggen.html", form=form, volgende=onward), 400
    return redirect(onward or url_for("werk.mijn_werk"), 303)


@bp.post("/uitloggen")
@access("openbaar")
def uitloggen() -> ResponseReturnValue:
    """Ends the session; harmless for who has none."""
    end_session()
    return redirect(url_for("openbaar.begin"), 303)


@bp.get("/account")
@access("ingelogd")
def account() -> str:
    """One's own data and the form for a new password."""
    return page("account.html", person=current_person(), form=PasswordForm())


@bp.post("/account")
@access("ingelogd")
def wachtwoord() -> ResponseReturnValue:
    """A new password; all other sessions of this person end."""
    form = PasswordForm.posted()
    person = current_person()
    if not form.validate():
        return page("account.html", person=person, form=form), 400
    try:
        change_password(world(), current_actor(), old=form.huidig.data or "", new=form.nieuw.data or "")
    except InvalidInput as error:
        form.refuse(error, {"old": "huidig", "password": "nieuw"})
        return page("account.html", person=person, form=form), 400
    begin_session(world(), person)
    flash(say("web-wachtwoord-gewijzigd"))
    return redirect(url_for("account.account"), 303)
