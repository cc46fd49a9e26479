"""Forms of the councils of a dossier. They check shape; the service decides."""

from __future__ import annotations

from typing import Self

from wtforms import DateField, HiddenField, IntegerField, RadioField
from wtforms.validators import Optional, StopValidation

from sdprocess.domain.councils import Council, Outcome
from sdprocess.services.keep_councils import LONGEST_NAME, LONGEST_WORDS, CouncilDecision
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most, needed, text_field

COUNCIL_FIELDS = {"name": "naam", "decided": "besloten", "words": "tekst"}
"""Names of the service's arguments -> names of the fields."""

DATES = ["%Y-%m-%d", "%d-%m-%Y"]


def _real_date(field: DateField) -> None:
    """Empty is fine; what was typed must be a date, and WTForms says so in English."""
    typed = bool(field.raw_data and str(field.raw_data[0]).strip())
    field.errors = []
    if typed and field.data is None:
        raise StopValidation(say("dossier-datum-fout"))


class NewCouncilForm(BaseForm):
    """One more council."""

    naam = text_field(
        "Naam van de gemeente", validators=(needed("raad-naam-nodig"), at_most(LONGEST_NAME)), maxlength=LONGEST_NAME
    )
    vergadert = DateField("Vergadert op", format=DATES, description="Mag leeg blijven als de dag nog niet bekend is.")

    def validate_vergadert(self, field: DateField) -> None:
        _real_date(field)


class CouncilForm(BaseForm):
    """The day and the decision of one council. Its fields have a prefix: there is a form for each council."""

    revisie = IntegerField(validators=[Optional()], default=1)
    nummer = HiddenField()
    vergadert = DateField("Vergadert op", format=DATES)
    uitkomst = RadioField(
        "Wat besloot deze raad?", choices=[(o.value, say(f"raad-uitkomst-{o.value}")) for o in Outcome]
    )
    besloten = DateField("Besloten op", format=DATES, description="Leeg: op de dag van de vergadering.")
    tekst = area_field("Wat staat er in het besluit?", validators=(at_most(LONGEST_WORDS),), rows=3)

    @classmethod
    def of(cls, council: Council) -> Self:
        """The form with what stands there now."""
        data = {
            "revisie": council.revision,
            "nummer": str(council.id),
            "vergadert": council.meets,
            "uitkomst": council.outcome.value,
            "besloten": council.decided,
            "tekst": council.words,
        }
        return cls(data=data, prefix=f"r{council.id}-")

    def validate_vergadert(self, field: DateField) -> None:
        _real_date(field)

    def validate_besloten(self, field: DateField) -> None:
        _real_date(field)

    def decision(self) -> CouncilDecision:
        """What was filled in."""
        outcome = Outcome(self.uitkomst.data)
        return CouncilDecision(self.vergadert.data, outcome, self.besloten.data, self.tekst.data or "")
