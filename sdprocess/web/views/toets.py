"""The toets without an account: text in, report out, nothing kept."""

from __future__ import annotations

import threading

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import UnreadableDocument
from sdprocess.services.assess_text import Report, assess_pasted, assess_upload
from sdprocess.texts.nl import say
from sdprocess.web.errors import sentence
from sdprocess.web.forms.toets import ToetsForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access

bp = Blueprint("toets", __name__)

AT_ONCE = 4
WAIT_SECONDS = 20.0
_turns = threading.BoundedSemaphore(AT_ONCE)
"""Reading costs a process and up to a gigabyte: no more than a few at once, the others are asked to come back."""


@bp.get("/toets")
@access("openbaar")
def formulier() -> str:
    """The form; `?voorbeeld=ja` fills it with an invented draft."""
    form = ToetsForm()
    if request.args.get("voorbeeld") == "ja":
        form.tekst.data = _example()
    return page("toets.html", form=form)


@bp.post("/toets")
@access("openbaar")
def rapport() -> ResponseReturnValue:
    """The report of what was sent, or the form again with the errors and the typed text."""
    form = ToetsForm.posted()
    if not form.given(current_app.config["MAX_PASTED"]):
        return page("toets.html", form=form), 400
    if not _turns.acquire(timeout=WAIT_SECONDS):
        abort(429)
    try:
        report = _assess(form)
    except UnreadableDocument as error:
        field = form.bestand if form.filename else form.tekst
        field.errors = [*field.errors, sentence(error) or say("web-toets-onleesbaar")]
        return page("toets.html", form=form), 400
    finally:
        _turns.release()
    return page(
        "toets_rapport.html",
        assessment=report.assessment,
        checklist=report.checklist,
        source=report.text,
        filename=form.filename,
    )


def _assess(form: ToetsForm) -> Report:
    if form.filename:
        return assess_upload(world(), filename=form.filename, data=form.bestand.data.read())
    return assess_pasted(world(), text=form.tekst.data or "")


def _example() -> str:
    environment = current_app.jinja_env
    if environment.loader is None:
        return ""
    return environment.loader.get_source(environment, "voorbeeld.txt")[0]
