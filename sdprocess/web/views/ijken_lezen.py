"""Reading to calibrate: the answers of one reader, and settling what two readers answered differently."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.content.checklist import Checklist
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.services.queries_calibration import CalibrationPage, Pair, calibration_page
from sdprocess.services.save_readings import NewReading, hand_in, save_readings
from sdprocess.services.settle_labels import settle_labels
from sdprocess.texts.nl import knows, say
from sdprocess.web.forms.ijken import AnswerForm, Forms, TogetherForm, reading_forms, settling_forms
from sdprocess.web.marks import marked
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("ijken_lezen", __name__)

CONFLICT = 409
UNPROCESSABLE = 422
FIELD_OF = {"citaat-niet-gevonden": "citaten", "oordeel-kies": "antwoord", "ijken-antwoord-ontbreekt": "antwoord"}
"""Which field a refusal of the service is about; all others are about the reason."""


@bp.get("/ijken/<int:stuk>/lezen")
@access("steller", "toetser", "griffie")
def lees(stuk: int) -> ResponseReturnValue:
    view = calibration_page(world(), current_actor(), stuk)
    if not _reads(view):
        return redirect(url_for("ijken.document", stuk=stuk), 303)
    return _reading(view, {})


@bp.post("/ijken/<int:stuk>/lezen")
@access("steller", "toetser", "griffie")
def bewaar(stuk: int) -> ResponseReturnValue:
    """Keep everything that was filled in, whichever button was used; `klaar` hands it in as well."""
    view = calibration_page(world(), current_actor(), stuk)
    forms = reading_forms([q.id for q in view.checklist.questions], view.own, request.form)
    problem = _kept(forms, lambda new: save_readings(world(), current_actor(), stuk, new))
    if problem is None and request.form.get("klaar"):
        problem = _handed_in(stuk, forms)
        if problem is None:
            flash(say("ijken-klaar"))
            return redirect(url_for("ijken.document", stuk=stuk), 303)
    if problem:
        return _reading(view, forms, problem)
    flash(say("ijken-bewaard"))
    after = calibration_page(world(), current_actor(), stuk)
    return redirect(
        url_for("ijken_lezen.lees", stuk=stuk, _anchor=_next(after, request.form.get("criterium", ""))), 303
    )


@bp.get("/ijken/<int:stuk>/verschillen")
@access("steller", "toetser", "griffie")
def verschillen(stuk: int) -> ResponseReturnValue:
    view = calibration_page(world(), current_actor(), stuk)
    if view.settle_refusal:
        flash(say(view.settle_refusal), "fout")
        return redirect(url_for("ijken.document", stuk=stuk), 303)
    return _settling(view, settling_forms(_different(view)), TogetherForm())


@bp.post("/ijken/<int:stuk>/verschillen")
@access("steller", "toetser", "griffie")
def beslis(stuk: int) -> ResponseReturnValue:
    """Keep the answers that count: those that were filled in."""
    view = calibration_page(world(), current_actor(), stuk)
    forms = settling_forms(_different(view), request.form)
    together = TogetherForm(request.form)
    chosen = {q: form for q, form in forms.items() if form.antwoord.data or form.reden.data}
    samen = bool(together.samen.data)
    problem = _kept(chosen, lambda new: settle_labels(world(), current_actor(), stuk, new, together=samen), together)
    if problem:
        return _settling(view, forms, together, problem)
    flash(say("ijken-beslist"))
    return redirect(url_for("ijken.document", stuk=stuk), 303)


Problem = tuple[int, str]
"""Status of the answer, and why nothing could be kept when that is not at a field."""


def _kept(
    forms: Forms, save: Callable[[Sequence[NewReading]], object], beside: TogetherForm | None = None
) -> Problem | None:
    """Save what was filled in; None when that went well."""
    given = {question: form for question, form in forms.items() if form.given}
    valid = [form.validate() for form in given.values()]
    if not all(valid):
        return UNPROCESSABLE, ""
    try:
        save([form.reading(question) for question, form in given.items()])
    except InvalidInput as error:
        _put(error, forms)
        if beside is not None and "together" in error.fields:
            beside.samen.errors = [say(error.fields["together"])]
        return UNPROCESSABLE, ""
    except NotAllowed as error:
        return CONFLICT, _reason(error)
    return None


def _handed_in(stuk: int, forms: Forms) -> Problem | None:
    """Hand in what was saved; None when that went well."""
    try:
        hand_in(world(), current_actor(), stuk)
    except InvalidInput as error:
        _put(error, forms)
        return UNPROCESSABLE, ""
    except NotAllowed as error:
        return CONFLICT, _reason(error)
    return None


def _put(error: InvalidInput, forms: Forms) -> None:
    """Put the service's refusals, named by question, at the fields."""
    for question, code in error.fields.items():
        form = forms.get(question)
        if form is not None:
            field = form[FIELD_OF.get(code, "reden")]
            field.errors = [*field.errors, say(code) if knows(code) else say("web-veld-onbruikbaar")]


def _reason(error: NotAllowed) -> str:
    code = str(error.facts.get("reason", ""))
    return say(code) if knows(code) else say("niet-toegestaan")


def _reads(view: CalibrationPage) -> bool:
    seat = view.line.file.seat_of(current_actor())
    return seat is not None and seat.done_at is None


def _different(view: CalibrationPage) -> list[Pair]:
    return [pair for pair in view.pairs if not pair.same]


def _by_criterion(checklist: Checklist) -> list[tuple[str, list[str]]]:
    return [
        (c.id, [q.id for q in checklist.questions if q.criterion == c.id])
        for c in checklist.criteria
        if any(q.criterion == c.id for q in checklist.questions)
    ]


def _next(view: CalibrationPage, criterion: str) -> str:
    """Where to go on: the criterion itself while questions are left there, or the next that has some."""
    order = [id_ for id_, _ in _by_criterion(view.checklist)]
    here = order.index(criterion) if criterion in order else 0
    waiting = {q.criterion for q in view.checklist.questions if q.id not in view.own}
    return next((f"criterium-{id_}" for id_ in order[here:] + order[:here] if id_ in waiting), "klaar")


def _reading(view: CalibrationPage, typed: Forms, problem: Problem = (200, "")) -> ResponseReturnValue:
    """The page to read on. typed: forms that came back with what was typed."""
    forms: dict[str, AnswerForm] = {**reading_forms([q.id for q in view.checklist.questions], view.own), **typed}
    return page(
        "ijken_lezen.html",
        view=view,
        checklist=view.checklist,
        by_criterion=_by_criterion(view.checklist),
        forms=forms,
        problems=_problems(typed, problem[1]),
        sections=marked(view.text, []),
    ), problem[0]


def _settling(
    view: CalibrationPage, forms: Forms, together: TogetherForm, problem: Problem = (200, "")
) -> ResponseReturnValue:
    return page(
        "ijken_verschillen.html",
        view=view,
        checklist=view.checklist,
        pairs=_different(view),
        forms=forms,
        together=together,
        is_reader=view.line.file.seat_of(current_actor()) is not None,
        problems=[*together.problems, *_problems(forms, problem[1])],
        sections=marked(view.text, []),
    ), problem[0]


def _problems(forms: Forms, whole: str) -> list[tuple[str, str]]:
    """What is wrong, each with its field; the question is named, for labels repeat on this page."""
    found = [
        (id_, say("oordeel-fout", question=question, problem=text))
        for question, form in forms.items()
        for id_, text in form.problems
    ]
    return [("", whole), *found] if whole else found
