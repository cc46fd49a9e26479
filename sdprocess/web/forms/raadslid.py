"""A councillor's own list: tick, re-word, say whom it is for, and a private note."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, RadioField, TextAreaField, ValidationError

from sdprocess.domain.dossier import CouncilQuestion
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most

MAX_TEXT = 1000
KINDS = (("technisch", "technisch, aan de ambtenaar"), ("politiek", "politiek, aan het college"))


class CouncilQuestionForm(BaseForm):
    """One question of the list."""

    mee = BooleanField("Neem deze vraag mee")
    tekst = area_field("Uw vraag", validators=(at_most(MAX_TEXT),), rows=2)
    soort = RadioField("Soort vraag", choices=KINDS)
    notitie = area_field("Eigen notitie", hint="Alleen u ziet dit.", validators=(at_most(MAX_TEXT),), rows=2)

    def validate_tekst(self, field: TextAreaField) -> None:
        """A question that is taken along needs words."""
        if self.mee.data and not field.data:
            raise ValidationError(say("raadslid-vraag-leeg"))


class OwnQuestionForm(CouncilQuestionForm):
    """A question of the councillor's own, not from the checklist. Empty means: none added."""

    tekst = area_field("Een eigen vraag erbij", validators=(at_most(MAX_TEXT),), rows=2)

    def validate_tekst(self, field: TextAreaField) -> None:
        """Empty is fine."""


def question_forms(
    questions: Sequence[CouncilQuestion], formdata: MultiDict[str, str] | None = None
) -> dict[int, CouncilQuestionForm]:
    """A form per question of the list, by its id: filled with what was typed, otherwise with what is stored."""
    return {
        q.id: CouncilQuestionForm(
            formdata,
            prefix=f"v{q.id}-",
            data={"mee": q.taken, "tekst": q.text, "soort": q.kind, "notitie": q.note},
        )
        for q in questions
    }


def own_question_form(formdata: MultiDict[str, str] | None = None) -> OwnQuestionForm:
    """The form for one more question."""
    return OwnQuestionForm(formdata, prefix="nieuw-", data={"soort": KINDS[1][0]})


def items_of(
    questions: Sequence[CouncilQuestion], forms: Mapping[int, CouncilQuestionForm], own: OwnQuestionForm
) -> list[tuple[int, bool, str, str, str]]:
    """What the service keeps: (id, taken, text, kind, note). A question that is not taken may not lose its words."""
    items = [
        (q.id, bool(form.mee.data), form.tekst.data or q.text, form.soort.data or q.kind, form.notitie.data or "")
        for q, form in ((q, forms[q.id]) for q in questions)
    ]
    if own.tekst.data:
        items.append((0, True, own.tekst.data, own.soort.data or KINDS[1][0], ""))
    return items
