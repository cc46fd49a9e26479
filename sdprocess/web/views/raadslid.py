"""What a councillor prepares with: the scored proposal, and the open questions as an own list to take along."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping

from flask import Blueprint, Response, flash, redirect, request, send_file, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.dossier import CouncilQuestion
from sdprocess.domain.errors import InvalidInput
from sdprocess.publish.question_list import QuestionList, as_docx, as_markdown, as_text
from sdprocess.services import queries
from sdprocess.services.take_questions import save_questions
from sdprocess.services.views import CouncillorPage
from sdprocess.texts.nl import say
from sdprocess.web.dates import long_date
from sdprocess.web.forms.raadslid import (
    CouncilQuestionForm,
    OwnQuestionForm,
    items_of,
    own_question_form,
    question_forms,
)
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("raadslid", __name__)

COUNCIL = ("raadslid", "griffie", "agendacommissie")
UNPROCESSABLE = 422
Forms = Mapping[int, CouncilQuestionForm]
EXPORTS: Mapping[str, tuple[str, Callable[[QuestionList], str | bytes]]] = {
    "txt": ("text/plain; charset=utf-8", as_text),
    "md": ("text/markdown; charset=utf-8", as_markdown),
    "docx": ("application/vnd.openxmlformats-officedocument.wordprocessingml.document", as_docx),
}


@bp.get("/dossiers/<nummer>/raad")
@access(*COUNCIL)
def bereid_voor(nummer: str) -> str:
    view = queries.councillor_page(world(), current_actor(), nummer)
    return _page(view, question_forms(view.questions), own_question_form())


@bp.post("/dossiers/<nummer>/raad")
@access("raadslid")
def bewaar(nummer: str) -> ResponseReturnValue:
    """Save the whole list. It belongs to whoever is signed in and to nobody else."""
    view = queries.councillor_page(world(), current_actor(), nummer)
    forms = question_forms(view.questions, request.form)
    own = own_question_form(request.form)
    valid = [form.validate() for form in (*forms.values(), own)]
    if not all(valid):
        return _page(view, forms, own), UNPROCESSABLE
    items = items_of(view.questions, forms, own)
    try:
        save_questions(world(), current_actor(), nummer, items)
    except InvalidInput as error:
        own.refuse(error)
        return _page(view, forms, own), UNPROCESSABLE
    taken = sum(item[1] for item in items)
    flash(say("raadslid-bewaard", count="1 vraag" if taken == 1 else f"{taken} vragen"))
    return redirect(url_for("raadslid.bereid_voor", nummer=nummer, _anchor="vragen"), 303)


@bp.get("/dossiers/<nummer>/raad/vragen.<any(txt, md, docx):soort>")
@access("raadslid")
def vragen(nummer: str, soort: str) -> Response:
    """The own list as a file. Private notes stay behind unless the reader asks for them."""
    actor = current_actor()
    view = queries.councillor_page(world(), actor, nummer)
    mimetype, write = EXPORTS[soort]
    dossier = view.page.card.dossier
    made = write(
        QuestionList(
            number=dossier.number,
            title=dossier.title,
            person=actor.name,
            day=long_date(world().clock.now()),
            questions=view.questions,
            with_notes=request.args.get("notities") == "ja",
        )
    )
    data = made if isinstance(made, bytes) else made.encode()
    return send_file(
        io.BytesIO(data), mimetype=mimetype, as_attachment=True, download_name=f"vragen-{dossier.number}.{soort}"
    )


def _page(view: CouncillorPage, forms: Forms, own: OwnQuestionForm) -> str:
    findings = {finding.question: finding for finding in view.assessment.findings}
    problems = [
        (id_, say("oordeel-fout", question=name_of(q), problem=text))
        for q in view.questions
        for id_, text in forms[q.id].problems
    ]
    return page(
        "raadslid.html",
        view=view,
        card=view.page.card,
        dossier=view.page.card.dossier,
        checklist=view.checklist,
        known={question.id for question in view.checklist.questions},
        findings=findings,
        forms=forms,
        own=own,
        has_list=current_actor().has("raadslid"),
        taken=sum(q.taken for q in view.questions),
        problems=[*problems, *own.problems],
    )


def name_of(question: CouncilQuestion) -> str:
    """How the page calls a question: its place in the checklist, or `eigen` and its number."""
    return question.question or f"eigen {question.id}"
