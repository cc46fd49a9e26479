"""The toets without an account: text in, report out, nothing kept."""

from __future__ import annotations

import threading

from flask import Blueprint, abort, current_app, request
from flask.typing import ResponseReturnValue

from sdprocess.checking.difference import VerdictChange, verdict_changes
from sdprocess.checking.proposal_kind import NEVER
from sdprocess.domain.errors import InvalidInput, UnreadableDocument
from sdprocess.domain.text import SourceText
from sdprocess.services.assess_text import Report, assess_pasted, assess_read, assess_upload
from sdprocess.services.dossier_file import DEFAULT_CHECKLIST
from sdprocess.texts.nl import say
from sdprocess.web.errors import sentence
from sdprocess.web.folds import asked_for, begin_with, open_in_report
from sdprocess.web.forms.toets import ToetsForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access

bp = Blueprint("toets", __name__)

AT_ONCE = 4
WAIT_SECONDS = 20.0
MAX_NAME = 200
_turns = threading.BoundedSemaphore(AT_ONCE)
"""Reading costs a process and up to a gigabyte: no more than a few at once, the others are asked to come back."""


@bp.get("/toets")
@access("openbaar")
def formulier() -> str:
    """The form; `?voorbeeld=ja` fills it with an invented draft."""
    form = _form()
    if request.args.get("voorbeeld") == "ja":
        form.tekst.data = _example()
    return page("toets.html", form=form)


@bp.post("/toets")
@access("openbaar")
def rapport() -> ResponseReturnValue:
    """The report of what was sent, or the form again with the errors and the typed text."""
    form = _form(ToetsForm.posted())
    kept = form.kept() if form.gelezen.data else None
    if kept is None and not form.given(current_app.config["MAX_PASTED"]):
        return page("toets.html", form=form), 400
    if not _turns.acquire(timeout=WAIT_SECONDS):
        abort(429)
    try:
        report = _assess(form, kept)
    except InvalidInput:
        form.soort.errors = [say("voorstelsoort-kies")]
        return page("toets.html", form=form), 400
    except UnreadableDocument as error:
        field = form.bestand if form.filename else form.tekst
        field.errors = [*field.errors, sentence(error) or say("web-toets-onleesbaar")]
        return page("toets.html", form=form), 400
    finally:
        _turns.release()
    earlier = form.earlier()
    moved = _moved(report, earlier, form.soort.data or "") if earlier else None
    name = form.filename or form.naam.data or ""
    again = _form()
    again.keep(report.text, name)
    again.vorige.data = form.vorige.data if earlier else ""
    again.soort.data = report.assessment.kind_profile.kind if report.assessment.kind_profile else ""
    return page(
        "toets_rapport.html",
        again=again,
        moved=moved,
        begin=begin_with(report.assessment),
        open_questions=open_in_report(report.assessment, asked_for(request.form.get("vragen"))),
        may_insist=report.assessment.recognition.kind not in NEVER,
        assessment=report.assessment,
        checklist=report.checklist,
        source=report.text,
        filename=name[:MAX_NAME],
    )


def _moved(report: Report, earlier: SourceText, kind: str) -> tuple[VerdictChange, ...]:
    """What changed in the verdicts since the text before this one, judged in the same way."""
    before = assess_read(world(), earlier, kind)
    return verdict_changes(before.assessment, earlier, report.assessment, report.text)


def _form(form: ToetsForm | None = None) -> ToetsForm:
    """An empty form, or the one that was sent, with the kinds of this installation to choose from."""
    made = form or ToetsForm()
    kinds = world().library.proposal_kinds(DEFAULT_CHECKLIST)
    made.offer((kind.id, kind.title) for kind in (kinds.kinds if kinds else ()))
    return made


def _assess(form: ToetsForm, kept: SourceText | None) -> Report:
    kind = form.soort.data or ""
    if kept is not None:
        return assess_read(world(), kept, kind)
    if form.filename:
        return assess_upload(world(), filename=form.filename, data=form.bestand.data.read(), kind=kind)
    return assess_pasted(world(), text=form.tekst.data or "", kind=kind)


def _example() -> str:
    environment = current_app.jinja_env
    if environment.loader is None:
        return ""
    return environment.loader.get_source(environment, "voorbeeld.txt")[0]
