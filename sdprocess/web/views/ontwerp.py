"""The procesontwerp of a dossier: begin, fill in page by page, read as a document, comment, adopt."""

from __future__ import annotations

import io
from typing import Any

from flask import Blueprint, Response, abort, flash, jsonify, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.design import Adoption, Ask, DesignState, Reach, Writer
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.publish.document_docx import as_docx
from sdprocess.publish.document_pdf import as_pdf
from sdprocess.services.adopt_design import adopt_design
from sdprocess.services.make_design import DIRECTORS, begin, change, comment, keep_version
from sdprocess.services.preview_design import AdoptionPreview, preview_adoption
from sdprocess.services.queries_design import DesignPage, design_page, kept_version
from sdprocess.texts.nl import knows, say
from sdprocess.web.design_document import Grown, grown
from sdprocess.web.forms.ontwerp import PAGES, Values, edit_of, in_fields, typed_in, values_of
from sdprocess.web.forms.ontwerp_besluit import AdoptForm, RemarkForm, VersionForm
from sdprocess.web.forms.ontwerp_labels import differences
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("ontwerp", __name__, url_prefix="/dossiers/<nummer>/procesontwerp")

CONFLICT, UNPROCESSABLE = 409, 422
BY_ITSELF = "X-Bewaar-Vanzelf"
"""Header of a page that saves while somebody types: the answer is short and in JSON."""
DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@bp.get("")
@access(SIGNED_IN)
def overzicht(nummer: str) -> str:
    return _overview(_read(nummer))


@bp.post("")
@access(*DIRECTORS)
def begin_ontwerp(nummer: str) -> ResponseReturnValue:
    begin(world(), current_actor(), nummer, base_id=request.form.get("kader", ""))
    flash(say("ontwerp-begonnen"))
    return redirect(url_for("ontwerp.pagina", nummer=nummer, pagina="opzet"), 303)


@bp.get("/<pagina>")
@access(SIGNED_IN)
def pagina(nummer: str, pagina: str) -> str:
    view = _written(nummer, pagina)
    assert view.stored is not None  # noqa: S101  _written holds that
    return _form(view, pagina, values_of(pagina, view.stored.design), {})


@bp.post("/<pagina>")
@access(SIGNED_IN)
def bewaar(nummer: str, pagina: str) -> ResponseReturnValue:
    """Save one page. `herhaal`: also add a step again. `naar`: the page to go to then."""
    view = _written(nummer, pagina)
    edit, repeat = edit_of(pagina, request.form), request.form.get("herhaal", "")
    try:
        saved = change(
            world(),
            current_actor(),
            nummer,
            revision=_revision(),
            edit=lambda design: edit(design).repeated(repeat) if repeat else edit(design),
        )
    except InvalidInput as error:
        return _problems(view, pagina, in_fields(error))
    except StaleDossier:
        return _stale(view, pagina)
    except KeyError:
        abort(400)
    if BY_ITSELF in request.headers:
        fresh = _read(nummer)
        html = page("ontwerp_groeit.html", view=fresh, grown=_grown(fresh))
        return jsonify(revisie=saved.revision, gezegd=say("ontwerp-vanzelf"), html=html)
    flash(say("ontwerp-bewaard"))
    to = request.form.get("naar", pagina)
    target = url_for("ontwerp.pagina", nummer=nummer, pagina=to if to in PAGES else pagina)
    return redirect(url_for("ontwerp.overzicht", nummer=nummer) if to == "overzicht" else target, 303)


@bp.post("/versie")
@access(SIGNED_IN)
def versie_bewaren(nummer: str) -> ResponseReturnValue:
    form = VersionForm(request.form)
    try:
        kept = keep_version(world(), current_actor(), nummer, note=form.notitie.data or "", revision=_revision())
    except StaleDossier:
        form.form_errors.append(say("ontwerp-intussen"))
        return _overview(_read(nummer), version=form), CONFLICT
    except InvalidInput as error:
        form.refuse(error, {"note": "notitie"})
        return _overview(_read(nummer), version=form), UNPROCESSABLE
    flash(say("ontwerp-versie-bewaard", number=kept.number))
    return redirect(url_for("ontwerp.overzicht", nummer=nummer) + "#versies", 303)


@bp.post("/opmerking")
@access(SIGNED_IN)
def opmerken(nummer: str) -> ResponseReturnValue:
    form = RemarkForm(request.form)
    about = form.bij.data if form.bij.data in PAGES else ""
    try:
        comment(world(), current_actor(), nummer, about=about or "", text=form.opmerking.data or "")
    except InvalidInput as error:
        form.refuse(error, {"text": "opmerking"})
        return _overview(_read(nummer), remark=form), UNPROCESSABLE
    flash(say("ontwerp-opmerking-bewaard"))
    return redirect(url_for("ontwerp.overzicht", nummer=nummer) + "#opmerkingen", 303)


@bp.post("/vaststellen")
@access(*DIRECTORS)
def vaststellen(nummer: str) -> ResponseReturnValue:
    """Record that the body adopted or noted the design; the dossier goes on along it."""
    view, form = _read(nummer), AdoptForm(request.form)
    form.offer(view.places)
    if not form.validate() or form.dag.data is None:
        return _overview(view, adopt=form), UNPROCESSABLE
    try:
        outcome = adopt_design(
            world(),
            current_actor(),
            nummer,
            on=form.dag.data,
            body=form.orgaan.data or "",
            state=form.plaats.data or "",
            revision=_revision(),
            dossier_revision=_number("dossier"),
        )
    except InvalidInput as error:
        form.refuse(InvalidInput(**in_fields(error)))
        return _overview(view, adopt=form), UNPROCESSABLE
    except StaleDossier:
        form.form_errors.append(say("ontwerp-intussen"))
        return _overview(_read(nummer), adopt=form), CONFLICT
    if isinstance(outcome, tuple):
        form.form_errors.extend(say(r.code, **r.facts) for r in outcome)
        return _overview(view, adopt=form), UNPROCESSABLE
    flash(say("ontwerp-nu-kader"))
    return redirect(url_for("ontwerp.overzicht", nummer=nummer), 303)


@bp.get("/versie/<int:versie>")
@access(SIGNED_IN)
def versie(nummer: str, versie: int) -> str:
    view = _stored(nummer)
    kept = kept_version(view, versie)
    return page("ontwerp_versie.html", view=view, dossier=view.dossier, kept=kept, grown=_grown(view, kept.design))


@bp.get("/startnotitie.docx")
@access(SIGNED_IN)
def docx(nummer: str) -> Response:
    made = _grown(_stored(nummer))
    data = as_docx(made.title, world().municipality, made.blocks)
    return _download(data, DOCX, f"procesontwerp-{nummer}.docx")


@bp.get("/startnotitie.pdf")
@access(SIGNED_IN)
def pdf(nummer: str) -> Response:
    view = _stored(nummer)
    made = _grown(view)
    changed = view.stored.changed_at if view.stored else world().clock.now()
    data = as_pdf(made.title, world().municipality, changed, made.blocks)
    return _download(data, "application/pdf", f"procesontwerp-{nummer}.pdf")


def _download(data: bytes, kind: str, name: str) -> Response:
    return send_file(io.BytesIO(data), mimetype=kind, as_attachment=True, download_name=name, max_age=0)


def _read(nummer: str) -> DesignPage:
    return design_page(world(), current_actor(), nummer)


def _stored(nummer: str) -> DesignPage:
    view = _read(nummer)
    if view.stored is None:
        raise NotFound(kind="procesontwerp", id=nummer)
    return view


def _written(nummer: str, pagina: str) -> DesignPage:
    """The design that this actor may change on this page. 404 for an unknown page, 403 for a reader."""
    view = _stored(nummer)
    if pagina not in PAGES:
        abort(404)
    if not view.may_write:
        abort(403)
    return view


def _grown(view: DesignPage, design: Any = None) -> Grown:
    return grown(world(), view, design)


def _overview(view: DesignPage, **forms: Any) -> str:
    """The page. forms: `version`, `remark`, `adopt`, when one of them comes back with problems."""
    design = view.stored.design if view.stored else None
    asked = request.args.get("plaats", "")
    place = asked if asked in dict(view.places) else view.here
    body = view.decides or (design.body if design else "")
    adopt = forms.get("adopt") or AdoptForm(data={"orgaan": body, "plaats": place})
    adopt.offer(view.places)
    return page(
        "ontwerp.html",
        view=view,
        dossier=view.dossier,
        grown=_grown(view) if view.stored else None,
        bases=_bases() if view.may_begin else [],
        pages=PAGES,
        version=forms.get("version") or VersionForm(),
        remark=forms.get("remark") or RemarkForm(),
        adopt=adopt,
        preview=_preview(view, adopt.plaats.data or ""),
        concept=DesignState.CONCEPT,
        problems=[problem for form in forms.values() for problem in form.problems],
    )


def _preview(view: DesignPage, place: str) -> AdoptionPreview | None:
    """What adopting an amendment would mean; not for a first design, that brings no dossier from one to another."""
    if not (view.may_adopt and view.in_force and place in dict(view.places)):
        return None
    return preview_adoption(world(), current_actor(), view.dossier.number, state=place)


def _form(view: DesignPage, slug: str, values: Values, errors: dict[str, str], **extra: Any) -> str:
    return page(
        "ontwerp_pagina.html",
        view=view,
        dossier=view.dossier,
        design=view.stored.design if view.stored else None,
        slug=slug,
        pages=PAGES,
        w=values,
        errors={name: say(code) if knows(code) else say("web-veld-onbruikbaar") for name, code in errors.items()},
        grown=_grown(view),
        choices={"writer": Writer, "adoption": Adoption, "reach": Reach, "ask": Ask},
        **extra,
    )


def _problems(view: DesignPage, slug: str, errors: dict[str, str]) -> ResponseReturnValue:
    if BY_ITSELF in request.headers:
        return jsonify(gezegd=say("ontwerp-vanzelf-niet")), UNPROCESSABLE
    assert view.stored is not None  # noqa: S101  the caller read it
    return _form(view, slug, typed_in(slug, view.stored.design, request.form), errors), UNPROCESSABLE


def _stale(view: DesignPage, slug: str) -> ResponseReturnValue:
    """Somebody was first: what was typed stands in the fields, what stands there now beside it."""
    if BY_ITSELF in request.headers:
        return jsonify(gezegd=say("ontwerp-vanzelf-intussen")), CONFLICT
    assert view.stored is not None  # noqa: S101  the caller read it
    design = view.stored.design
    typed = typed_in(slug, design, request.form)
    both = differences(design, values_of(slug, design), typed)
    return _form(view, slug, typed, {}, both=both), CONFLICT


def _bases() -> list[tuple[str, str, str]]:
    """Id, title and explanation of every proceskader that a design can begin with, the heaviest first."""
    library = world().library
    found = [(w.id, w.title, w.explanation) for w in map(library.workflow, dict.fromkeys(r.id for r in _refs()))]
    return sorted(found, key=lambda kader: (not kader[0].startswith("procesontwerp"), kader[1]))


def _refs() -> list[Any]:
    return [ref for ref in world().library.workflow_refs() if not ref.id.startswith("ontwerp-")]


def _revision() -> int:
    return _number("revisie")


def _number(name: str) -> int:
    given = request.form.get(name, "")
    if not given.isdigit():
        abort(400)
    return int(given)
