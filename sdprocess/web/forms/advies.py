"""Forms of advice. They check shape; the services decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wtforms import IntegerField, RadioField, SelectField
from wtforms.validators import InputRequired, Optional

from sdprocess.domain.errors import InvalidInput
from sdprocess.services.give_advice import CHOICES, MAX_TEXT
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most


class _Form(BaseForm):
    revisie = IntegerField(validators=[InputRequired()])


class AdviceForm(_Form):
    """An answer. versie: the number of the document that was read, empty without one."""

    versie = IntegerField(validators=[Optional()])
    oordeel = RadioField(
        "Uw antwoord",
        choices=[(c.value, say(f"advies-{c.value}-woord").capitalize()) for c in CHOICES],
        validate_choice=False,
    )
    tekst = area_field(
        "Toelichting",
        hint="Nodig bij een opmerking en bij niet akkoord.",
        validators=(at_most(MAX_TEXT),),
    )


class WithdrawForm(_Form):
    reden = area_field("Waarom neemt u dit terug?", validators=(at_most(MAX_TEXT),), rows=2)


class ReplaceForm(_Form):
    """Somebody else in the adviser's place."""

    persoon = SelectField("Vraag het aan", coerce=int, validate_choice=False)
    reden = area_field("Waarom een ander?", validators=(at_most(MAX_TEXT),), rows=2)

    def offer(self, people: Iterable[tuple[int, str, str]]) -> None:
        """Who can be asked: (id, name, function)."""
        self.persoon.choices = [(key, f"{name} ({job})" if job else name) for key, name, job in people]


DUTCH: Mapping[str, str] = {"verdict": "oordeel", "text": "tekst", "reason": "reden", "person_id": "persoon"}
"""Field names of the services -> names in these forms."""


def in_dutch(error: InvalidInput) -> InvalidInput:
    """The same refusal with the field names of these forms."""
    return InvalidInput(**{DUTCH.get(name, name): code for name, code in error.fields.items()})
