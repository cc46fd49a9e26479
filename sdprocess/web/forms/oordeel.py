"""The self-check: one small form per question, sent together per criterion."""

from __future__ import annotations

from collections.abc import Sequence

from werkzeug.datastructures import MultiDict
from wtforms import RadioField

from sdprocess.domain.dossier import Judgement
from sdprocess.domain.findings import Verdict
from sdprocess.services.views import QuestionView
from sdprocess.web.fields import BaseForm, area_field, at_most, text_field

AGREES = "klopt"
MAX_QUOTE = MAX_REASON = 2000
CHOICES = (
    (Verdict.JA, "toch beantwoord"),
    (Verdict.DEELS, "toch deels beantwoord"),
    (Verdict.NEE, "toch open"),
    (Verdict.NVT, "niet van toepassing"),
)


class JudgementForm(BaseForm):
    """What one person says of one question. Nothing chosen means: not judged, and nothing is stored."""

    oordeel = RadioField("Uw oordeel", validate_choice=False)
    citaat = text_field(
        "Waar staat het?",
        hint="Typ of plak een stuk uit de tekst. Wij zoeken het op.",
        validators=(at_most(MAX_QUOTE),),
    )
    reden = area_field("Reden", validators=(at_most(MAX_REASON),), rows=2)

    def offer(self, answers: list[tuple[str, str]]) -> None:
        """Which answers can be chosen: (value, label)."""
        self.oordeel.choices = answers
        self.allowed = frozenset(value for value, _ in answers)

    def agree(self) -> None:
        """Say `klopt` where nothing was chosen and the machine has a verdict to agree with."""
        if not self.oordeel.data and AGREES in self.allowed:
            self.oordeel.data = AGREES


def choices(verdict: Verdict) -> list[tuple[str, str]]:
    """The answers beside a finding of the machine: agree, or say otherwise. Without a finding there is no `klopt`.

    Nor when the machine says nvt: that is owed a reason, so its answer is the one that asks for it.
    """
    if verdict is Verdict.NIET_BEOORDEELD:
        return [(str(v), label.removeprefix("toch ")) for v, label in CHOICES]
    if verdict is Verdict.NVT:
        return [(str(Verdict.NVT), "klopt, niet van toepassing"), *((str(v), label) for v, label in CHOICES[:-1])]
    return [(AGREES, "klopt"), *((str(v), label) for v, label in CHOICES if v is not verdict)]


def chosen(own: Judgement, verdict: Verdict) -> str:
    """The answer that shows a stored judgement in the form."""
    agrees = own.verdict is verdict and verdict not in {Verdict.NIET_BEOORDEELD, Verdict.NVT}
    return AGREES if agrees else str(own.verdict)


def judgement_forms(
    questions: Sequence[QuestionView], formdata: MultiDict[str, str] | None = None
) -> dict[str, JudgementForm]:
    """A form per question id: filled with what was typed, otherwise with what is stored."""
    forms: dict[str, JudgementForm] = {}
    for view in questions:
        finding, own = view.finding, view.own
        stored = (
            {"oordeel": chosen(own, finding.verdict), "citaat": own.quote, "reden": own.reason}
            if own is not None
            else {}
        )
        form = JudgementForm(formdata, prefix=f"{finding.question}-", data=stored)
        form.offer(choices(finding.verdict))
        forms[finding.question] = form
    return forms


def changed(form: JudgementForm, view: QuestionView) -> bool:
    """Whether the form says something that is not stored yet. Judgements are never edited, so sameness adds nothing."""
    answer = form.oordeel.data or ""
    if answer not in form.allowed:
        return False
    own = view.own
    if own is None:
        return True
    stored = (chosen(own, view.finding.verdict), own.quote, own.reason)
    return (answer, form.citaat.data or "", form.reden.data or "") != stored


def verdict_of(form: JudgementForm, view: QuestionView) -> Verdict:
    """The verdict that an allowed answer stands for."""
    return view.finding.verdict if form.oordeel.data == AGREES else Verdict(form.oordeel.data)
