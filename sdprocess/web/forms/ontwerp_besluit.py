"""The small forms beside a procesontwerp: keep a version, say something, adopt."""

from __future__ import annotations

from collections.abc import Iterable

from wtforms import DateField, HiddenField, SelectField, ValidationError
from wtforms.validators import StopValidation

from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most, needed, text_field


class VersionForm(BaseForm):
    notitie = text_field("Wat is er veranderd?", hint="Mag leeg blijven.", validators=(at_most(500),))


class RemarkForm(BaseForm):
    bij = HiddenField()
    opmerking = area_field("Uw opmerking", validators=(at_most(4000),), rows=3)


class AdoptForm(BaseForm):
    """When and by whom it was decided, and where the dossier then stands."""

    dag = DateField("Op welke dag is dit besloten?", format=["%Y-%m-%d", "%d-%m-%Y"])
    orgaan = text_field(
        "Door wie?", hint="Bijvoorbeeld: de raad.", validators=(needed("ontwerp-orgaan-nodig"), at_most(300))
    )
    plaats = SelectField("Bij welke stap staat het dossier dan?", validate_choice=False)

    def offer(self, places: Iterable[tuple[str, str]]) -> None:
        """The steps (key, title) that can be chosen."""
        self.places = dict(places)
        self.plaats.choices = list(self.places.items())

    def validate_dag(self, field: DateField) -> None:
        """WTForms says in English what is no date."""
        field.errors = []
        if field.data is None:
            raise StopValidation(say("dossier-datum-fout"))

    def validate_plaats(self, field: SelectField) -> None:
        if field.data not in self.places:
            raise ValidationError(say("ontwerp-keuze-onbekend"))
