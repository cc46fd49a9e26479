"""Forms of the planning pages. They check shape; the services decide."""

from __future__ import annotations

from uuid import uuid4

from wtforms import DateField, HiddenField, RadioField, SelectField
from wtforms.validators import StopValidation

from sdprocess.texts.nl import say
from sdprocess.web.fields import area_field, at_most, needed
from sdprocess.web.forms.dossier import REASON_LENGTH, RevisionForm

KEY_LENGTH = 40
DATE_FORMATS = ["%Y-%m-%d", "%d-%m-%Y"]
NAMES_LENGTH = 4000
ANSWER_LENGTH = 2000
YES, NO = "ja", "nee"


class PlanningForm(RevisionForm):
    """sleutel: made with the page, so that sending the same form twice does one thing."""

    sleutel = HiddenField(default=lambda: uuid4().hex, filters=[lambda value: (value or "")[:KEY_LENGTH]])


class _Dated(PlanningForm):
    """A form with one date, which WTForms would complain about in English."""

    def _check(self, field: DateField, *, owed: bool) -> None:
        typed = bool(field.raw_data and str(field.raw_data[0]).strip())
        field.errors = []
        if typed and field.data is None:
            raise StopValidation(say("dossier-datum-fout"))
        if owed and not typed:
            raise StopValidation(say("planning-datum-nodig"))


class WishForm(_Dated):
    """Planning towards a council meeting, or as soon as it can be."""

    raadsdatum = DateField(
        "Gewenste raadsvergadering",
        description="Laat leeg om te plannen naar de eerste vergadering die gehaald kan worden.",
        format=DATE_FORMATS,
    )
    reden = area_field("Waarom verandert het plan?", validators=(at_most(REASON_LENGTH),), rows=2)
    deelnemers = area_field(
        "Wie moet instemmen als de planning later schuift?",
        hint="Eén naam per regel. Laat leeg als niemand hoeft in te stemmen.",
        validators=(at_most(NAMES_LENGTH),),
        rows=3,
    )

    def validate_raadsdatum(self, field: DateField) -> None:
        self._check(field, owed=False)

    @property
    def names(self) -> tuple[str, ...]:
        return tuple((self.deelnemers.data or "").splitlines())


class ShiftForm(_Dated):
    """Letting one step end on another day."""

    stap = SelectField("Welke stap?", validate_choice=False)
    einde = DateField("Nieuwe laatste dag", format=DATE_FORMATS)
    reden = area_field("Waarom?", validators=(needed("reden-ontbreekt"), at_most(REASON_LENGTH)), rows=2)

    def validate_einde(self, field: DateField) -> None:
        self._check(field, owed=True)


class SuspendForm(PlanningForm):
    """Stopping the clock."""

    reden = area_field(
        "Waarom staat de klok stil?", validators=(needed("reden-ontbreekt"), at_most(REASON_LENGTH)), rows=2
    )


class ConsentForm(PlanningForm):
    """What one participant says of a shift."""

    deelnemer = HiddenField(filters=[lambda value: (value or "")[:200]])
    antwoord = RadioField(
        "Wat is het antwoord?", choices=[(YES, "Stemt in"), (NO, "Stemt niet in")], validate_choice=False
    )
    toelichting = area_field(
        "Toelichting", hint="Verplicht bij ‘stemt niet in’.", validators=(at_most(REASON_LENGTH),), rows=2
    )

    def validate_antwoord(self, field: RadioField) -> None:
        if field.data not in (YES, NO):
            raise StopValidation(say("planning-antwoord-nodig"))


class EvaluationForm(PlanningForm):
    """The three questions about the process; their words are set by the view."""

    antwoord1 = area_field("", validators=(at_most(ANSWER_LENGTH),), rows=2)
    antwoord2 = area_field("", validators=(at_most(ANSWER_LENGTH),), rows=2)
    antwoord3 = area_field("", validators=(at_most(ANSWER_LENGTH),), rows=2)

    def ask(self, questions: tuple[str, ...]) -> None:
        """Put the questions above the fields."""
        for field, question in zip((self.antwoord1, self.antwoord2, self.antwoord3), questions, strict=True):
            field.label.text = question

    @property
    def answers(self) -> tuple[str, str, str]:
        return (self.antwoord1.data or "", self.antwoord2.data or "", self.antwoord3.data or "")
