"""Calibrating: the documents, adding one, the document with its readers, and what came of it all."""

from __future__ import annotations

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.checking.calibration.labels import write_labels
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, UnreadableDocument
from sdprocess.services.add_calibration_document import add_release, add_upload
from sdprocess.services.queries_calibration import calibration_list, calibration_outcome, calibration_page
from sdprocess.services.take_calibration_seat import take_seat
from sdprocess.texts.nl import say
from sdprocess.web.errors import sentence
from sdprocess.web.forms.ijken import ReleaseForm, UploadForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("ijken", __name__)

CALIBRATORS = ("steller", "toetser", "griffie")
UNPROCESSABLE = 422
CONFLICT = 409


@bp.get("/ijken")
@access("steller", "toetser", "griffie")
def overzicht() -> str:
    return _list(UploadForm(), ReleaseForm())


@bp.post("/ijken/bestand")
@access("steller", "toetser", "griffie")
def bestand() -> ResponseReturnValue:
    """Add a file, or the page again with the error."""
    form = UploadForm.posted()
    form.offer(current_actor())
    if not form.validate():
        return _list(form, ReleaseForm()), UNPROCESSABLE
    try:
        made = add_upload(
            world(),
            current_actor(),
            filename=form.filename,
            data=form.bestand.data.read(),
            audience=form.audience,
        )
    except UnreadableDocument as error:
        form.bestand.errors = [sentence(error)]
        return _list(form, ReleaseForm()), UNPROCESSABLE
    except InvalidInput as error:
        form.refuse(error, {"file": "bestand", "audience": "publiek"})
        return _list(form, ReleaseForm()), UNPROCESSABLE
    return _added(made.id, made.name)


@bp.post("/ijken/voorstel")
@access("steller", "toetser", "griffie")
def voorstel() -> ResponseReturnValue:
    """Add a released proposal, or the page again with the error."""
    form = ReleaseForm.posted()
    try:
        made = add_release(world(), current_actor(), form.nummer.data or "")
    except NotFound:
        form.nummer.errors = [say("ijken-kies-voorstel")]
        return _list(UploadForm(), form), UNPROCESSABLE
    except InvalidInput as error:
        form.refuse(error, {"number": "nummer"})
        return _list(UploadForm(), form), UNPROCESSABLE
    return _added(made.id, made.name)


@bp.get("/ijken/<int:stuk>")
@access("steller", "toetser", "griffie")
def document(stuk: int) -> str:
    return page("ijken_stuk.html", view=calibration_page(world(), current_actor(), stuk))


@bp.post("/ijken/<int:stuk>/lezer")
@access("steller", "toetser", "griffie")
def lezer(stuk: int) -> ResponseReturnValue:
    """Become a reader; when that cannot be, the document's page says why."""
    try:
        take_seat(world(), current_actor(), stuk)
    except InvalidInput as error:
        flash(say(next(iter(error.fields.values()))), "fout")
        return redirect(url_for("ijken.document", stuk=stuk), 303)
    except NotAllowed as error:
        if error.facts.get("reason") == "geen-rol":
            raise
        flash(say(error.facts["reason"]), "fout")
        return redirect(url_for("ijken.document", stuk=stuk), 303)
    return redirect(url_for("ijken_lezen.lees", stuk=stuk), 303)


@bp.get("/ijken/uitkomst")
@access("steller", "toetser", "griffie")
def uitkomst() -> str:
    return page("ijken_uitkomst.html", view=calibration_outcome(world(), current_actor()))


@bp.get("/ijken/labels.jsonl")
@access("steller", "toetser", "griffie")
def labels() -> Response:
    """The labels of the complete documents, for `sdprocess ijk`."""
    made = calibration_outcome(world(), current_actor()).labels
    return Response(
        write_labels(made),
        content_type="application/jsonl; charset=utf-8",
        headers={"Content-Disposition": 'attachment; filename="labels.jsonl"'},
    )


def _list(upload: UploadForm, release: ReleaseForm) -> str:
    actor = current_actor()
    view = calibration_list(world(), actor)
    upload.offer(actor)
    release.offer(view.releases)
    chosen = request.form.get("nummer", "")
    if chosen:
        release.nummer.data = chosen
    return page("ijken.html", view=view, upload=upload, release=release, problems=[*upload.problems, *release.problems])


def _added(document_id: int, name: str) -> ResponseReturnValue:
    flash(say("ijken-toegevoegd", name=name))
    return redirect(url_for("ijken.document", stuk=document_id), 303)
