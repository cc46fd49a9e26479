"""One dossier: where it is, what is expected of whom, what happened, and every act that changes it."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from flask import Blueprint, Response, abort, flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue
from werkzeug.datastructures import CombinedMultiDict

from sdprocess.domain.errors import InvalidInput, StaleDossier, UnreadableDocument
from sdprocess.domain.people import OPENERS
from sdprocess.domain.refusal import Refusal
from sdprocess.services import queries
from sdprocess.services.add_version import add_version
from sdprocess.services.assess_draft import assess_draft
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.record_decision import record_decision
from sdprocess.services.release_proposal import release_proposal
from sdprocess.texts.nl import say
from sdprocess.web.errors import sentence
from sdprocess.web.forms.dossier import DecisionForm, MoveForm, ReleaseForm, RevisionForm, UploadForm, in_dutch
from sdprocess.web.next_step import can_deviate, history_of, is_outdated, is_released, next_step, sees_council_page
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("dossier", __name__)

ASSESSORS = ("steller", "toetser", "griffie")
CONFLICT = 409
UNPROCESSABLE = 422
Refused = tuple[Refusal, ...]
NONE: Mapping[str, RevisionForm] = MappingProxyType({})


@bp.get("/dossiers/<nummer>")
@access(SIGNED_IN)
def overzicht(nummer: str) -> str:
    return _dossier_page(nummer)


@bp.post("/dossiers/<nummer>/verplaats")
@access(SIGNED_IN)
def verplaats(nummer: str) -> ResponseReturnValue:
    """One move. Who may make it is in the workflow of the dossier; the engine says why not."""
    form = _valid_revision(MoveForm(request.form))
    if not form.validate():
        return _dossier_page(nummer, {"move": form}), UNPROCESSABLE

    def act() -> object:
        return move_dossier(
            world(),
            current_actor(),
            nummer,
            transition=form.overgang.data or "",
            revision=form.revisie.data,
            reason=form.reden.data or "",
        )

    return _done(nummer, form, act, "move", lambda _: say("dossier-verplaatst", state=_state_title(nummer)))


@bp.post("/dossiers/<nummer>/versie")
@access(*OPENERS)
def upload(nummer: str) -> ResponseReturnValue:
    form = _valid_revision(UploadForm(CombinedMultiDict([request.files, request.form])))
    if not form.validate():
        return _dossier_page(nummer, {"upload": form}), UNPROCESSABLE

    def act() -> object:
        file = form.bestand.data
        return add_version(
            world(), current_actor(), nummer, filename=file.filename, data=file.read(), revision=form.revisie.data
        )

    return _done(nummer, form, act, "upload", lambda v: say("dossier-versie-toegevoegd", number=v.number))


@bp.post("/dossiers/<nummer>/toets")
@access(*ASSESSORS)
def toets_opnieuw(nummer: str) -> ResponseReturnValue:
    """Judge the current version again, with the checklist of today."""
    assess_draft(world(), current_actor(), nummer)
    current = queries.dossier_page(world(), current_actor(), nummer).current
    flash(say("dossier-opnieuw-getoetst", number=current.number if current else 0))
    return redirect(url_for("dossier.overzicht", nummer=nummer), 303)


@bp.post("/dossiers/<nummer>/vrijgave")
@access(SIGNED_IN)
def geef_vrij(nummer: str) -> ResponseReturnValue:
    """Vrijgeven, with the reason of a deviation when the gate does not hold. Who may: the workflow of the dossier."""
    form = _valid_revision(ReleaseForm(request.form))
    if not form.validate():
        return _dossier_page(nummer, {"release": form}), UNPROCESSABLE
    deviation = form.afwijking.data or ""

    def act() -> object:
        return release_proposal(world(), current_actor(), nummer, revision=form.revisie.data, deviation=deviation)

    code = "dossier-vrijgegeven-afwijking" if deviation else "dossier-vrijgegeven"
    return _done(nummer, form, act, "release", lambda _: say(code, number=_current_number(nummer)))


@bp.post("/dossiers/<nummer>/besluit")
@access("griffie")
def leg_besluit_vast(nummer: str) -> ResponseReturnValue:
    form = _valid_revision(DecisionForm(request.form))
    if not form.validate():
        return _dossier_page(nummer, {"decision": form}), UNPROCESSABLE

    def act() -> object:
        return record_decision(
            world(), current_actor(), nummer, decided=form.besluit.data or "", revision=form.revisie.data
        )

    return _done(nummer, form, act, "decision", lambda _: say("dossier-besluit-bewaard"))


@bp.get("/dossiers/<nummer>/versie/<int:versie>/bestand")
@access(SIGNED_IN)
def bestand(nummer: str, versie: int) -> Response:
    """The bytes as they were uploaded. Always a download: a document never opens inside this site."""
    filename, data = queries.document_data(world(), current_actor(), nummer, versie)
    return send_file(
        io.BytesIO(data), mimetype="application/octet-stream", as_attachment=True, download_name=filename, max_age=0
    )


def _valid_revision(form: Any) -> Any:
    """The form, or 400 when the hidden revision is no number: nobody types that."""
    if not form.revisie.validate(form):
        abort(400)
    return form


def _done(
    nummer: str, form: RevisionForm, act: Callable[[], object], name: str, said: Callable[[Any], str]
) -> ResponseReturnValue:
    """Do it; then back to the dossier, or the page again with what was typed and every reason."""
    try:
        result = act()
    except StaleDossier:
        return _stale_page(nummer, form, name), CONFLICT
    except InvalidInput as error:
        form.refuse(in_dutch(error))
        return _dossier_page(nummer, {name: form}), UNPROCESSABLE
    except UnreadableDocument as error:
        form["bestand"].errors = [sentence(error)]
        return _dossier_page(nummer, {name: form}), UNPROCESSABLE
    if isinstance(result, tuple):
        return _dossier_page(nummer, {name: form}, result), UNPROCESSABLE
    flash(said(result))
    return redirect(url_for("dossier.overzicht", nummer=nummer), 303)


def _dossier_page(nummer: str, forms: Mapping[str, RevisionForm] = NONE, refused: Refused = ()) -> str:
    """The page. forms: `move`, `upload`, `release`, `decision`, when one of them comes back with problems."""
    actor = current_actor()
    view = queries.dossier_page(world(), actor, nummer)
    dossier = view.card.dossier
    step = next_step(view, url_for("voorstel.lees", nummer=nummer))
    move = forms.get("move")
    if move is not None:
        move["reden"].id = f"reden-{move['overgang'].data}"
    return page(
        "dossier.html",
        view=view,
        card=view.card,
        dossier=dossier,
        refused=refused,
        move=move,
        upload=forms.get("upload") or UploadForm(),
        release=forms.get("release") or ReleaseForm(),
        decision=forms.get("decision") or DecisionForm(data={"besluit": dossier.decided}),
        problems=[problem for form in forms.values() for problem in form.problems],
        step=step,
        history=history_of(view),
        may_deviate=can_deviate(view),
        released=is_released(view),
        outdated=is_outdated(view, world().library),
        may_assess=actor.has(*ASSESSORS),
        may_decide=actor.has("griffie") and view.current is not None,
        may_continue=actor.has(*OPENERS) and dossier.closed,
        raad=sees_council_page(view, actor),
        numbers={version.id: version.number for version in view.versions},
        scores={score.version.id: score for score in view.scores},
        criteria=list(dict.fromkeys(p.criterion for score in view.scores for p in score.profiles)),
    )


def _stale_page(nummer: str, form: RevisionForm, name: str) -> str:
    """Somebody was first: both states, what happened in between, and what was typed, ready to send again."""
    view = queries.dossier_page(world(), current_actor(), nummer)
    chosen = (form["overgang"].data or "") if name == "move" else ""
    return page(
        "dossier_intussen.html",
        view=view,
        card=view.card,
        dossier=view.card.dossier,
        form=form,
        what=name,
        history=history_of(view),
        seen=form.gezien.data,
        chosen=next((m for m in view.card.moves if m.transition == chosen), None),
    )


def _state_title(nummer: str) -> str:
    return queries.dossier_page(world(), current_actor(), nummer).card.state_title


def _current_number(nummer: str) -> int:
    current = queries.dossier_page(world(), current_actor(), nummer).current
    return current.number if current else 0
