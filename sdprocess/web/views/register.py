"""The register of adopted decisions and frames: everyone reads it, the griffie keeps it."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from sdprocess.content.cues import fold
from sdprocess.content.register import COLUMNS, KINDS, InvalidRegister
from sdprocess.domain.errors import InvalidInput, NotFound
from sdprocess.domain.frames import Frame
from sdprocess.publish.csv_list import csv_bytes
from sdprocess.services.keep_register import KEEPERS, frames_of, import_frames, remove_frame, save_frame
from sdprocess.texts.nl import say
from sdprocess.web.dates import local_day
from sdprocess.web.forms.register import FRAME_FIELDS, FrameForm, RegisterFileForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("register", __name__)

UNPROCESSABLE = 422
PER_PAGE = 100


@bp.get("/register")
@access("openbaar")
def lijst() -> str:
    """The register, searched by words and kind. The filters live in the address."""
    return _list_page(RegisterFileForm())


@bp.get("/register.csv")
@access("openbaar")
def csv() -> Response:
    """The whole register in the form in which it can be read in again."""
    rows = (
        (
            f.title,
            f.kind,
            f.body,
            f.adopted_on.isoformat() if f.adopted_on else None,
            f.number,
            f.theme,
            f.place,
            f.expires_on.isoformat() if f.expires_on else None,
        )
        for f in frames_of(world())
    )
    return Response(
        csv_bytes(COLUMNS, rows),
        mimetype="text/csv",
        headers={"Content-Disposition": 'attachment; filename="besluiten-en-kaders.csv"'},
    )


@bp.post("/register/inlezen")
@access(*KEEPERS)
def lees_in() -> ResponseReturnValue:
    """Take over a csv file: all of it or nothing."""
    form = RegisterFileForm(CombinedMultiDict([request.files, request.form]))
    if not form.validate():
        return _list_page(form), UNPROCESSABLE
    file = form.bestand.data
    try:
        taken = import_frames(world(), current_actor(), data=file.read(), filename=file.filename)
    except InvalidRegister as error:
        form.bestand.errors = list(error.sentences)
        return _list_page(form), UNPROCESSABLE
    flash(say("register-ingelezen", added=taken.added, changed=taken.changed, same=taken.same))
    return redirect(url_for("register.lijst"), 303)


@bp.get("/register/nieuw")
@access(*KEEPERS)
def nieuw() -> str:
    return page("register_kader.html", form=FrameForm(), frame=None)


@bp.post("/register/nieuw")
@access(*KEEPERS)
def voeg_toe() -> ResponseReturnValue:
    return _save(0)


@bp.get("/register/<int:nummer>")
@access(*KEEPERS)
def kader(nummer: int) -> str:
    frame = _frame(nummer)
    return page("register_kader.html", form=FrameForm.of(frame), frame=frame)


@bp.post("/register/<int:nummer>")
@access(*KEEPERS)
def bewaar(nummer: int) -> ResponseReturnValue:
    return _save(nummer)


@bp.post("/register/<int:nummer>/weg")
@access(*KEEPERS)
def haal_weg(nummer: int) -> ResponseReturnValue:
    removed = remove_frame(world(), current_actor(), nummer)
    flash(say("register-weg", title=removed.title))
    return redirect(url_for("register.lijst"), 303)


def _save(number: int) -> ResponseReturnValue:
    form = FrameForm(request.form)
    frame = _frame(number) if number else None
    if not form.validate():
        return page("register_kader.html", form=form, frame=frame), UNPROCESSABLE
    try:
        saved = save_frame(world(), current_actor(), form.frame(number))
    except InvalidInput as error:
        form.refuse(error, FRAME_FIELDS)
        return page("register_kader.html", form=form, frame=frame), UNPROCESSABLE
    flash(say("register-bewaard", title=saved.title))
    return redirect(url_for("register.lijst"), 303)


def _frame(number: int) -> Frame:
    with world().uow() as uow:
        return uow.frames.get(number)


def _list_page(form: RegisterFileForm) -> str:
    words, kind = request.args.get("zoek", "")[:200].strip(), request.args.get("soort", "")
    number = max(request.args.get("pagina", 1, int), 1)
    found = [f for f in frames_of(world()) if kind in ("", f.kind) and _has(f, words)]
    if (number - 1) * PER_PAGE >= max(len(found), 1):
        raise NotFound(kind="bladzijde", id=str(number))
    return page(
        "register.html",
        form=form,
        frames=found[(number - 1) * PER_PAGE : number * PER_PAGE],
        total=len(found),
        pages=-(-len(found) // PER_PAGE),
        page_number=number,
        kinds=KINDS,
        words=words,
        kind=kind,
        today=local_day(world().clock.now()),
        may_keep=current_actor().has(*KEEPERS),
    )


def _has(frame: Frame, words: str) -> bool:
    told = fold(f"{frame.title} {frame.number} {frame.theme} {frame.body}")
    return all(word in told for word in fold(words).split())
