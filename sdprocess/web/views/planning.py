"""The planning of a dossier: plan beside reality, and every act that changes it; and the report of a year."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any, cast

from flask import Blueprint, Response, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.domain.plan import Plan
from sdprocess.domain.refusal import Refusal
from sdprocess.publish.plan_csv import dossier_plan_csv, evaluations_csv, report_csv
from sdprocess.services.evaluate_process import evaluate_process
from sdprocess.services.give_consent import ConsentOutcome, give_consent
from sdprocess.services.plan_dossier import PlanOutcome, plan_dossier
from sdprocess.services.queries_plan_report import plan_report
from sdprocess.services.queries_planning import PlanningPage, planning_page
from sdprocess.services.resume_dossier import ResumeOutcome, resume_dossier
from sdprocess.services.shift_step import ShiftOutcome, shift_step
from sdprocess.services.suspend_dossier import suspend_dossier
from sdprocess.texts.nl import say
from sdprocess.web.forms.planning import (
    YES,
    ConsentForm,
    EvaluationForm,
    PlanningForm,
    ShiftForm,
    SuspendForm,
    WishForm,
)
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor
from sdprocess.web.timeline import timeline

bp = Blueprint("planning", __name__)

CONFLICT = 409
UNPROCESSABLE = 422
MAX_YEAR = 2200
NAMES = {
    "wished": "raadsdatum",
    "reason": "reden",
    "participants": "deelnemers",
    "state": "stap",
    "end": "einde",
    "participant": "antwoord",
    "note": "toelichting",
    "answers": "antwoord1",
}
"""Field names of the services -> names in the forms."""


@bp.get("/dossiers/<nummer>/planning")
@access(SIGNED_IN)
def overzicht(nummer: str) -> str:
    return _page(nummer)


@bp.get("/dossiers/<nummer>/planning.csv")
@access(SIGNED_IN)
def als_csv(nummer: str) -> Response:
    view = planning_page(world(), current_actor(), nummer)
    return _csv(dossier_plan_csv(view), f"planning-{nummer}.csv")


@bp.get("/dossiers/<nummer>/procesevaluatie.csv")
@access(SIGNED_IN)
def evaluatie_als_csv(nummer: str) -> Response:
    view = planning_page(world(), current_actor(), nummer)
    return _csv(evaluations_csv(view), f"procesevaluatie-{nummer}.csv")


@bp.post("/dossiers/<nummer>/planning/wens")
@access(SIGNED_IN)
def plan(nummer: str) -> ResponseReturnValue:
    """Plan towards a wished meeting. A date that cannot be met comes back with the reason and the first that can."""
    form = WishForm(request.form)

    def act() -> object:
        return plan_dossier(
            world(),
            current_actor(),
            nummer,
            wished=form.raadsdatum.data,
            reason=form.reden.data or "",
            participants=form.names if "deelnemers" in request.form else None,
            revision=form.revisie.data or 0,
            key=form.sleutel.data or "",
        )

    return _done(nummer, "wish", form, act)


@bp.post("/dossiers/<nummer>/planning/verschuif")
@access(SIGNED_IN)
def verschuif(nummer: str) -> ResponseReturnValue:
    form = ShiftForm(request.form)

    def act() -> object:
        return shift_step(
            world(),
            current_actor(),
            nummer,
            state=form.stap.data or "",
            end=cast("date", form.einde.data),
            reason=form.reden.data or "",
            revision=form.revisie.data or 0,
            key=form.sleutel.data or "",
        )

    return _done(nummer, "shift", form, act)


@bp.post("/dossiers/<nummer>/planning/instemming")
@access(SIGNED_IN)
def stem_in(nummer: str) -> ResponseReturnValue:
    form = ConsentForm(request.form)

    def act() -> object:
        return give_consent(
            world(),
            current_actor(),
            nummer,
            participant=form.deelnemer.data or "",
            agrees=form.antwoord.data == YES,
            note=form.toelichting.data or "",
            revision=form.revisie.data or 0,
            key=form.sleutel.data or "",
        )

    return _done(nummer, "consent", form, act)


@bp.post("/dossiers/<nummer>/planning/opschorten")
@access(SIGNED_IN)
def schort_op(nummer: str) -> ResponseReturnValue:
    form = SuspendForm(request.form)

    def act() -> object:
        reason, key = form.reden.data or "", form.sleutel.data or ""
        return suspend_dossier(
            world(), current_actor(), nummer, reason=reason, revision=form.revisie.data or 0, key=key
        )

    return _done(nummer, "suspend", form, act)


@bp.post("/dossiers/<nummer>/planning/hervatten")
@access(SIGNED_IN)
def hervat(nummer: str) -> ResponseReturnValue:
    form = PlanningForm(request.form)

    def act() -> object:
        key = form.sleutel.data or ""
        return resume_dossier(world(), current_actor(), nummer, revision=form.revisie.data or 0, key=key)

    return _done(nummer, "resume", form, act)


@bp.post("/dossiers/<nummer>/planning/evaluatie")
@access(SIGNED_IN)
def evalueer(nummer: str) -> ResponseReturnValue:
    form = EvaluationForm(request.form)

    def act() -> object:
        key = form.sleutel.data or ""
        return evaluate_process(world(), current_actor(), nummer, answers=form.answers, key=key)

    return _done(nummer, "evaluation", form, act)


@bp.get("/dossiers/plan-en-werkelijkheid")
@access(SIGNED_IN)
def jaar() -> str:
    return page("plan_en_werkelijkheid.html", report=plan_report(world(), current_actor(), _year()))


@bp.get("/dossiers/plan-en-werkelijkheid.csv")
@access(SIGNED_IN)
def jaar_als_csv() -> Response:
    report = plan_report(world(), current_actor(), _year())
    return _csv(report_csv(report), f"plan-en-werkelijkheid-{report.year}.csv")


def _year() -> int | None:
    given = request.args.get("jaar", "")
    return int(given) if given.isascii() and given.isdigit() and 0 < int(given[:5]) <= MAX_YEAR else None


def _csv(data: bytes, name: str) -> Response:
    headers = {"Content-Disposition": f'attachment; filename="{name}"'}
    return Response(data, mimetype="text/csv", headers=headers)


def _done(nummer: str, name: str, form: PlanningForm, act: Callable[[], object]) -> ResponseReturnValue:
    """Do it; then back to the page, or the page again with what was typed and every reason."""
    if not form.revisie.validate(form):
        abort(400)
    if not form.validate():
        return _page(nummer, {name: form}), UNPROCESSABLE
    try:
        result = act()
    except StaleDossier:
        return _page(nummer, {name: form}, stale=True), CONFLICT
    except InvalidInput as error:
        form.refuse(error, NAMES)
        return _page(nummer, {name: form}), UNPROCESSABLE
    if isinstance(result, tuple):
        return _page(nummer, {name: form}, refused=result), UNPROCESSABLE
    if isinstance(result, PlanOutcome) and result.plan is not None and not result.plan.feasible:
        return _page(nummer, {name: form}, tried=result.plan), UNPROCESSABLE
    flash(_said(name, result))
    return redirect(url_for("planning.overzicht", nummer=nummer), 303)


def _said(name: str, result: object) -> str:
    """What was done, in a sentence."""
    if isinstance(result, PlanOutcome | ShiftOutcome):
        return say("planning-wacht") if result.request and not result.version else say("planning-bewaard")
    if isinstance(result, ConsentOutcome):
        return say("planning-instemming-klaar") if result.version else say("planning-instemming-bewaard")
    if isinstance(result, ResumeOutcome):
        return " ".join([say("planning-hervat"), *result.sums])
    return say(f"planning-{name}")


def _page(
    nummer: str,
    forms: dict[str, PlanningForm] | None = None,
    *,
    refused: tuple[Refusal, ...] = (),
    tried: Plan | None = None,
    stale: bool = False,
) -> str:
    """The page. forms: the one that comes back with problems, by name."""
    view = planning_page(world(), current_actor(), nummer)
    given: dict[str, Any] = dict(forms or {})
    shift = given.get("shift") or ShiftForm()
    shift.stap.choices = [(s.state, s.title) for s in view.shiftable]
    evaluation = given.get("evaluation") or EvaluationForm()
    evaluation.ask(view.questions)
    names = "\n".join(view.participants)
    consents = _consents(view, given.get("consent"))
    return page(
        "planning.html",
        view=view,
        card=view.card,
        dossier=view.card.dossier,
        drawing=timeline(view.rows, view.versions, view.today),
        refused=refused,
        tried=tried,
        stale=stale,
        wish=_named(given.get("wish") or WishForm(data={"deelnemers": names}), "wens"),
        shift=_named(shift, "schuif"),
        suspend=_named(given.get("suspend") or SuspendForm(), "stil"),
        resume=given.get("resume") or PlanningForm(),
        consents=consents,
        evaluation=evaluation,
        open_form=next(iter(given), ""),
        problems=_problems(given, shown=len(consents)),
    )


def _problems(given: dict[str, Any], *, shown: int) -> list[tuple[str, str]]:
    """(id of the field, sentence); without an id when the form itself is not on the page any more."""
    found = [problem for form in given.values() for problem in form.problems]
    return found if shown or "consent" not in given else [("", text) for _, text in found]


def _named(form: Any, prefix: str) -> Any:
    """The form with ids that no other form on the page has."""
    for field in form:
        field.id = f"{prefix}-{field.id}"
    return form


def _consents(view: PlanningPage, given: ConsentForm | None) -> list[ConsentForm]:
    """A form per participant whose answer this reader may write down; ids that are unique on the page."""
    made = list[ConsentForm]()
    for n, name in enumerate(view.may_consent):
        same = given is not None and given.deelnemer.data == name
        form = given if same and given is not None else ConsentForm(data={"deelnemer": name})
        made.append(_named(form, f"instemming-{n}"))
    return made
