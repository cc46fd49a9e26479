"""Beheer of proceskaders: versions, what is in use, side by side, upgrading, simulating, export and import."""

from __future__ import annotations

from collections.abc import Mapping

from flask import Blueprint, Response, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import InvalidContent, InvalidInput
from sdprocess.engine.guards import words
from sdprocess.services.kader_bundle import export_bundle, import_bundle, is_bundle
from sdprocess.services.kader_versions import (
    choices_of,
    choose_kader,
    compare_kaders,
    export_kader,
    import_kader,
    kader_text,
    kader_versions,
    shared_ref,
)
from sdprocess.services.preview_kader import preview_upgrade, what_if
from sdprocess.services.upgrade_dossier import undo_upgrade
from sdprocess.services.upgrade_many import undoable, upgrade_many
from sdprocess.texts.nl import say
from sdprocess.web.forms.kaders import KaderFileForm, WhatIfForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("kaders", __name__, url_prefix="/beheer")

UNPROCESSABLE = 422
STATE = "toestand-"
"""Fields of the upgrade form that map an old state: `toestand-<id>`."""
SEEN = "dossier-"
"""Fields of the upgrade form that choose a dossier, with the revision that was seen: `dossier-<nummer>`."""


@bp.get("/kaders/<kader>")
@access("beheerder")
def versies(kader: str) -> str:
    """The versions of one kader and what can be done with them."""
    found = kader_versions(world(), current_actor(), kader)
    return page(
        "kader_versies.html",
        kader=kader,
        versions=tuple(reversed(found)),
        used=next((v for v in found if v.in_use), None),
        log=choices_of(world(), current_actor(), kader),
        undoable=undoable(world(), current_actor(), kader),
    )


@bp.post("/kaders/<kader>/gebruik")
@access("beheerder")
def gebruik(kader: str) -> ResponseReturnValue:
    """Which version new dossiers get; an empty version takes the kader out of use."""
    version = request.form.get("versie", "")
    choose_kader(world(), current_actor(), kader, version)
    flash(say("cli-kaders-gekozen" if version else "cli-kaders-uit-gebruik", id=kader, version=version))
    return redirect(url_for("kaders.versies", kader=kader), 303)


@bp.get("/kaders/<kader>/<versie>/bestand")
@access("beheerder")
def bestand(kader: str, versie: str) -> Response:
    """The bytes of a version, to take along. Its hash is on the page."""
    ref, data = export_kader(world(), current_actor(), kader, versie)
    headers = {"Content-Disposition": f'attachment; filename="{ref.id}-{ref.version}.yaml"'}
    return Response(data, mimetype="text/plain", headers=headers)


@bp.get("/kaders/<kader>/bundel")
@access("beheerder")
def bundel(kader: str) -> Response:
    """All versions in one file, to take along."""
    data = export_bundle(world(), current_actor(), kader)
    headers = {"Content-Disposition": f'attachment; filename="{kader}.json"'}
    return Response(data, mimetype="application/json", headers=headers)


@bp.get("/kaders/<kader>/vergelijk")
@access("beheerder")
def vergelijk(kader: str) -> str:
    """Two versions side by side."""
    found = compare_kaders(world(), current_actor(), kader, request.args.get("oud", ""), request.args.get("nieuw", ""))
    return page("kader_vergelijk.html", kader=kader, found=found)


@bp.get("/kaders/<kader>/bijwerken")
@access("beheerder")
def bijwerken(kader: str) -> str:
    """Per dossier what another version would mean. Changes nothing."""
    return _upgrade_page(kader, request.args.get("van", ""), request.args.get("naar", ""), _mapped(request.args))


@bp.post("/kaders/<kader>/bijwerken")
@access("beheerder")
def voer_door(kader: str) -> ResponseReturnValue:
    """Do what was previewed, for the dossiers that were ticked; each on its own."""
    to = shared_ref(world(), kader, request.form.get("naar", ""))
    seen = {
        name.removeprefix(SEEN): int(value)
        for name, value in request.form.items()
        if name.startswith(SEEN) and value.isdigit()
    }
    done = upgrade_many(
        world(),
        current_actor(),
        to=to,
        state_map=_mapped(request.form),
        seen=seen,
        reason=request.form.get("reden", ""),
    )
    refused = [outcome for outcome in done if outcome.refusals]
    flash(say("cli-kaders-bijgewerkt", count=len(done) - len(refused), refused=len(refused)))
    for outcome in refused:
        flash(say("web-kaders-niet", number=outcome.number, reason=" ".join(words(r) for r in outcome.refusals)))
    return redirect(url_for("kaders.versies", kader=kader), 303)


@bp.post("/kaders/<kader>/terugzetten")
@access("beheerder")
def zet_terug(kader: str) -> ResponseReturnValue:
    """Take the last upgrade of a dossier back, as seen at the revision in the form."""
    revision, number = request.form.get("revisie", ""), request.form.get("nummer", "")
    done = undo_upgrade(world(), current_actor(), number, revision=int(revision) if revision.isdigit() else -1)
    if isinstance(done, tuple):
        flash(say("web-kaders-niet", number=number, reason=" ".join(words(r) for r in done)))
    else:
        flash(say("cli-kaders-teruggezet", number=number, id=done.kader.id, version=done.kader.version))
    return redirect(url_for("kaders.versies", kader=kader), 303)


@bp.get("/kaders-invoeren")
@access("beheerder")
def invoer() -> str:
    """The form for a kader from a file."""
    return page("kader_invoer.html", form=KaderFileForm(), problems=())


@bp.post("/kaders-invoeren")
@access("beheerder")
def voer_in() -> ResponseReturnValue:
    """Keep a kader from a file, or the form again with everything that is wrong in it."""
    form = KaderFileForm.posted()
    if not form.validate():
        return page("kader_invoer.html", form=form, problems=()), UNPROCESSABLE
    file, sha256 = form.bestand.data, (form.controlegetal.data or "").partition(" ")[0]
    data, keep = file.read(), world()
    try:
        if is_bundle(data):
            kept = import_bundle(keep, current_actor(), data=data, sha256=sha256, name=file.filename)
        else:
            kept = (import_kader(keep, current_actor(), data=data, sha256=sha256, name=file.filename),)
    except InvalidInput as error:
        form.refuse(error)
        return page("kader_invoer.html", form=form, problems=()), UNPROCESSABLE
    except InvalidContent as error:
        return page("kader_invoer.html", form=form, problems=error.problems), UNPROCESSABLE
    for ref in kept:
        flash(say("web-kaders-ingevoerd", id=ref.id, version=ref.version))
    return redirect(url_for("kaders.versies", kader=kept[0].id), 303)


@bp.get("/kaders-wat-als")
@access("beheerder")
def wat_als() -> str:
    """The form to try a changed kader."""
    return page("kader_wat_als.html", form=WhatIfForm(), problems=(), preview=None)


@bp.post("/kaders-wat-als")
@access("beheerder")
def probeer() -> ResponseReturnValue:
    """What a changed kader would mean for the running dossiers. Nothing is kept: the text goes along in the page."""
    form, again = WhatIfForm.posted(), request.form.get("tekst", "").replace("\r\n", "\n")
    if not again and not form.validate():
        return page("kader_wat_als.html", form=form, problems=(), preview=None), UNPROCESSABLE
    file, state_map = form.bestand.data, _mapped(request.form)
    name = request.form.get("naam", "") if again else file.filename
    try:
        text = again or kader_text(file.read())
        found = what_if(world(), current_actor(), yaml_text=text, name=name, state_map=state_map)
    except InvalidInput as error:
        form.refuse(error)
        return page("kader_wat_als.html", form=form, problems=(), preview=None), UNPROCESSABLE
    except InvalidContent as error:
        return page("kader_wat_als.html", form=form, problems=error.problems, preview=None), UNPROCESSABLE
    tried = {"text": text, "name": name, "state_map": state_map}
    return page("kader_wat_als.html", form=WhatIfForm(), problems=(), preview=found, tried=tried)


def _upgrade_page(kader: str, before: str, to: str, state_map: Mapping[str, str]) -> str:
    target = shared_ref(world(), kader, to)
    preview = preview_upgrade(
        world(),
        current_actor(),
        world().library.workflows[target],
        before=shared_ref(world(), kader, before) if before else None,
        state_map=state_map,
    )
    return page("kader_bijwerken.html", kader=kader, before=before, to=to, preview=preview, state_map=state_map)


def _mapped(fields: Mapping[str, str]) -> dict[str, str]:
    """The chosen state for each old state; what was left open is not in it."""
    return {name.removeprefix(STATE): value for name, value in fields.items() if name.startswith(STATE) and value}
