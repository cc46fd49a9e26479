"""The proposal beside its toets: the text with evidence, the questions, the self-check; and two versions compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from flask import Blueprint, abort, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.checking.design_frames import FrameMention, mentions
from sdprocess.domain.errors import InvalidInput, StaleDossier
from sdprocess.domain.text import SourceText
from sdprocess.services import queries
from sdprocess.services.find_quote import find_quote
from sdprocess.services.judge_question import NewJudgement, judge_questions
from sdprocess.services.proposal_kind import choose_kind
from sdprocess.services.queries_design import adopted_design
from sdprocess.services.views import ProposalPage, QuestionView
from sdprocess.texts.nl import knows, say
from sdprocess.web.comparison import changes_of
from sdprocess.web.folds import asked_for, open_questions
from sdprocess.web.forms.oordeel import AGREES, JudgementForm, changed, judgement_forms, verdict_of
from sdprocess.web.forms.soort import KindForm
from sdprocess.web.marks import marked
from sdprocess.web.next_step import is_outdated, sees_council_page
from sdprocess.web.pages import page, world
from sdprocess.web.policy import SIGNED_IN, access
from sdprocess.web.security import current_actor

bp = Blueprint("voorstel", __name__)

CONFLICT = 409
UNPROCESSABLE = 422
Forms = Mapping[str, JudgementForm]


@bp.get("/dossiers/<nummer>/voorstel")
@access(SIGNED_IN)
def lees(nummer: str) -> str:
    return _page(queries.proposal_page(world(), current_actor(), nummer))


@bp.get("/dossiers/<nummer>/voorstel/versie/<int:versie>")
@access(SIGNED_IN)
def lees_versie(nummer: str, versie: int) -> str:
    return _page(queries.proposal_page(world(), current_actor(), nummer, versie))


@bp.post("/dossiers/<nummer>/voorstel/versie/<int:versie>/oordeel")
@access("steller", "toetser", "griffie")
def oordeel(nummer: str, versie: int) -> ResponseReturnValue:
    """Save the judgements of one criterion. Whose they are follows from who sends them.

    `rest`: the button that also says `klopt` to the questions of this criterion that were left open.
    """
    view = queries.proposal_page(world(), current_actor(), nummer, versie)
    criterion = request.form.get("criterium", "")
    asked = [q for q in view.questions if view.checklist.question(q.finding.question).criterion == criterion]
    forms = judgement_forms(asked, request.form)
    if request.form.get("rest") == AGREES:
        for form in forms.values():
            form.agree()
    valid = [form.validate() for form in forms.values()]
    if not all(valid):
        return _page(view, forms), UNPROCESSABLE
    new = [_judgement(q, forms[q.finding.question], view.text) for q in asked if changed(forms[q.finding.question], q)]
    place = _next_place(view, criterion, {judgement.question for judgement in new})
    back = url_for("voorstel.lees_versie", nummer=nummer, versie=versie, vragen=_folded(), _anchor=place)
    if not new:
        flash(say("oordeel-niets"))
        return redirect(back, 303)
    try:
        judge_questions(world(), current_actor(), nummer, version_id=view.version.id, judgements=new)
    except StaleDossier as error:
        return _page(view, forms, say("oordeel-versie-intussen", **error.facts)), CONFLICT
    except InvalidInput as error:
        _put(error, forms)
        return _page(view, forms), UNPROCESSABLE
    flash(say("oordeel-bewaard", count="1 vraag" if len(new) == 1 else f"{len(new)} vragen"))
    return redirect(back, 303)


@bp.post("/dossiers/<nummer>/voorstel/soort")
@access("steller", "toetser")
def soort(nummer: str) -> ResponseReturnValue:
    """Say what kind of proposal this is; the newest version is judged again as such."""
    form = KindForm(request.form)
    if not form.revisie.validate(form):
        abort(400)
    if not form.validate():
        return _page(queries.proposal_page(world(), current_actor(), nummer), kind_form=form), UNPROCESSABLE
    try:
        stored = choose_kind(
            world(),
            current_actor(),
            nummer,
            kind=form.soort.data or "",
            reason=form.waarom.data or "",
            revision=form.revisie.data or 0,
        )
    except StaleDossier:
        form.form_errors.append(say("voorstelsoort-intussen"))
        return _page(queries.proposal_page(world(), current_actor(), nummer), kind_form=form), CONFLICT
    except InvalidInput as error:
        form.refuse(error, {"kind": "soort", "reason": "waarom"})
        return _page(queries.proposal_page(world(), current_actor(), nummer), kind_form=form), UNPROCESSABLE
    profile = stored.assessment.kind_profile
    flash(say("voorstelsoort-bewaard", title=profile.title if profile else ""))
    return redirect(url_for("voorstel.lees", nummer=nummer, _anchor="voorstelsoort"), 303)


@bp.get("/dossiers/<nummer>/vergelijk")
@access(SIGNED_IN)
def vergelijk(nummer: str) -> str:
    old = request.args.get("oud", type=int) or 0
    new = request.args.get("nieuw", type=int) or 0
    view = queries.compare_versions(world(), current_actor(), nummer, old, new)
    checklist = queries.proposal_page(world(), current_actor(), nummer, new).checklist
    return page(
        "vergelijk.html",
        view=view,
        card=view.card,
        dossier=view.card.dossier,
        checklist=checklist,
        known={question.id for question in checklist.questions},
        parts=changes_of(view.changes),
        raad=current_actor().has("griffie", "agendacommissie", "raadslid"),
    )


def _judgement(view: QuestionView, form: JudgementForm, text: SourceText) -> NewJudgement:
    return NewJudgement(
        question=view.finding.question,
        verdict=verdict_of(form, view),
        reason=form.reden.data or "",
        quote=_literal(text, form.citaat.data or ""),
    )


def _literal(text: SourceText, words: str) -> str:
    """What the text really says where it is most like `words`; the words themselves when it is nowhere like them."""
    found = find_quote(text, words) if words else None
    return found.text if found else words


def _next_place(view: ProposalPage, criterion: str, judged: set[str]) -> str:
    """Where to go on after saving: the criterion itself while questions are left there, or the next that has some.

    When all are judged: the box that says so.
    """
    order = [id_ for id_, _ in _by_criterion(view)]
    here = order.index(criterion) if criterion in order else 0
    waiting = {
        view.checklist.question(q.finding.question).criterion
        for q in view.questions
        if q.own is None and q.finding.question not in judged
    }
    return next((f"criterium-{id_}" for id_ in order[here:] + order[:here] if id_ in waiting), "nu")


FIELD_OF = {"citaat-niet-gevonden": "citaat", "oordeel-kies": "oordeel"}
"""Which field a refusal of the service is about; all others are about the reason."""


def _put(error: InvalidInput, forms: Forms) -> None:
    """Put the service's refusals, named by question, at the fields."""
    for question, code in error.fields.items():
        form = forms.get(question) or next(iter(forms.values()))
        field = form[FIELD_OF.get(code, "reden")]
        field.errors = [*field.errors, say(code) if knows(code) else say("web-veld-onbruikbaar")]


def _page(view: ProposalPage, typed: Forms | None = None, stale: str = "", kind_form: KindForm | None = None) -> str:
    """The page. typed: the forms of one criterion that came back. stale: why they cannot be kept, when that is so.

    kind_form: the one about the kind of proposal, when it came back.
    """
    kind_form = kind_form or KindForm(revisie=view.page.card.dossier.revision)
    kind_form.offer(view)
    forms = {**judgement_forms(view.questions), **(typed or {})}
    return page(
        "voorstel.html",
        view=view,
        card=view.page.card,
        dossier=view.page.card.dossier,
        checklist=view.checklist,
        by_criterion=_by_criterion(view),
        forms=forms,
        problems=[*_problems(typed or {}), *kind_form.problems],
        kind_form=kind_form,
        stale=stale,
        outdated=is_outdated(view.page, world().library),
        typed=typed or {},
        folded=_folded(),
        open=open_questions(view, _folded(), typed or {}),
        sections=marked(view.text, [q.finding for q in view.questions]),
        newest=view.page.current is None or view.page.current.id == view.version.id,
        raad=sees_council_page(view.page, current_actor()),
        ontwerpkaders=_frames(view),
    )


def _folded() -> str | None:
    """Whether the address asks for all questions open or shut."""
    return asked_for(request.args.get("vragen"))


def _frames(view: ProposalPage) -> Sequence[FrameMention]:
    """The frames that an adopted procesontwerp gave along, and whether this text mentions them."""
    stored = adopted_design(world(), view.page.card.dossier)
    return mentions(view.text, stored.design.binding_frames) if stored else ()


def _by_criterion(view: ProposalPage) -> Sequence[tuple[str, Sequence[QuestionView]]]:
    """The questions per criterion, in the order of the checklist."""
    return [
        (c.id, [q for q in view.questions if view.checklist.question(q.finding.question).criterion == c.id])
        for c in view.checklist.criteria
    ]


def _problems(forms: Forms) -> Sequence[tuple[str, str]]:
    """What is wrong, each with its field; the question is named, for labels repeat on this page."""
    return [
        (id_, say("oordeel-fout", question=question, problem=text))
        for question, form in forms.items()
        for id_, text in form.problems
    ]
