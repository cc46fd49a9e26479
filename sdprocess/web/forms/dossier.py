"""Forms of the dossier pages. They check shape; the services decide."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from wtforms import (
    BooleanField,
    DateField,
    FileField,
    HiddenField,
    IntegerField,
    RadioField,
    SelectField,
    StringField,
    ValidationError,
)
from wtforms.validators import InputRequired, StopValidation

from sdprocess.domain.errors import InvalidInput
from sdprocess.services.ports import DossierFilter
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most, needed, text_field

REASON_LENGTH = 4000
SORTS = ("term", "nummer", "titel", "kader", "portefeuille", "thema", "toestand")
"""What the table can be ordered by; `-` before it descends. The words of the address are the words of the filter."""

MAX_SEARCH = 200
MAX_PAGE = 1000


class FilterForm(BaseForm):
    """The filters of `/dossiers`. They live in the address, so unknown values are left out instead of refused."""

    zoek = text_field("Zoek in titel en nummer", maxlength=MAX_SEARCH)
    kader = SelectField("Proceskader", validate_choice=False, default="")
    portefeuille = SelectField("Portefeuille", validate_choice=False, default="")
    thema = SelectField("Thema", validate_choice=False, default="")
    stap = SelectField("Stap", validate_choice=False, default="")
    te_laat = BooleanField("Te laat", name="te-laat")
    mijn = BooleanField("Van mij of aan mij")
    pagina = IntegerField(default=1)
    sorteer = HiddenField(default="term")
    weergave = HiddenField(default="bord")

    def wanted(self) -> DossierFilter:
        """The filter as the query takes it."""
        sort = self.sorteer.data or "term"
        return DossierFilter(
            kader=self.kader.data or "",
            portfolio=self.portefeuille.data or "",
            theme=self.thema.data or "",
            step=self.stap.data or "",
            late=bool(self.te_laat.data),
            mine=bool(self.mijn.data),
            text=(self.zoek.data or "")[:MAX_SEARCH],
            page=min(max(self.pagina.data or 1, 1), MAX_PAGE),
            sort=sort if sort.removeprefix("-") in SORTS else "term",
        )

    def given(self) -> dict[str, str]:
        """The filters that are on, as they stand in the address. View and order are not filters."""
        words = {
            "zoek": self.zoek.data or "",
            "kader": self.kader.data or "",
            "portefeuille": self.portefeuille.data or "",
            "thema": self.thema.data or "",
            "stap": self.stap.data or "",
            "te-laat": "ja" if self.te_laat.data else "",
            "mijn": "ja" if self.mijn.data else "",
        }
        return {name: value for name, value in words.items() if value}


class NewDossierForm(BaseForm):
    """Opening a dossier: what it is about and how heavy the way is."""

    titel = text_field("Titel", validators=(needed("dossier-titel-nodig"), at_most(200)))
    onderwerp = area_field(
        "Waar gaat het over?",
        hint="Eén zin die een inwoner begrijpt.",
        validators=(needed("dossier-onderwerp-nodig"), at_most(500)),
        rows=2,
    )
    thema = text_field(
        "Thema", hint="Bijvoorbeeld: schulden en minima.", validators=(needed("dossier-thema-nodig"), at_most(80))
    )
    portefeuille = text_field("Portefeuille", validators=(needed("dossier-portefeuille-nodig"), at_most(120)))
    kader = RadioField(
        "Proceskader",
        description="De lichte weg past bij de meeste dossiers. Kies een zwaarder kader alleen voor een groot besluit.",
        default="licht",
        validate_choice=False,
    )
    raadsvergadering = DateField(
        "Raadsvergadering",
        description="Mag leeg blijven als de datum nog niet bekend is.",
        format=["%Y-%m-%d", "%d-%m-%Y"],
    )
    vorig = text_field(
        "Vervolg op dossier",
        hint="Het nummer van een eerder dossier, bijvoorbeeld 2026-014. Mag leeg blijven.",
        validators=(at_most(40),),
    )

    def offer(self, kaders: Iterable[tuple[str, str]]) -> None:
        """Which kaders (id, title) can be chosen."""
        self.kaders = dict(kaders)
        self.kader.choices = list(self.kaders.items())

    def validate_kader(self, field: RadioField) -> None:
        if field.data not in self.kaders:
            raise ValidationError(say("dossier-kader-nodig"))

    def validate_raadsvergadering(self, field: DateField) -> None:
        """Empty is fine; what was typed must be a date, and WTForms says so in English."""
        typed = bool(field.raw_data and str(field.raw_data[0]).strip())
        field.errors = []
        if typed and field.data is None:
            raise StopValidation(say("dossier-datum-fout"))


class RevisionForm(BaseForm):
    """Every form that changes a dossier carries what its reader saw: the revision, and the state in words."""

    revisie = IntegerField(validators=[InputRequired()])
    gezien = HiddenField(filters=[lambda value: (value or "")[:200]])


class MoveForm(RevisionForm):
    """One move. Whether a reason is owed is for the engine to say."""

    overgang = StringField(validators=[InputRequired()])
    reden = area_field("Reden", validators=(at_most(REASON_LENGTH),))


class UploadForm(RevisionForm):
    bestand = FileField("Nieuwe versie van het voorstel", description="docx, odt, pdf, md of txt, hoogstens 25 MB.")

    def validate_bestand(self, field: FileField) -> None:
        if not field.data or not getattr(field.data, "filename", ""):
            raise ValidationError(say("dossier-bestand-nodig"))


class ReleaseForm(RevisionForm):
    """Vrijgeven. `toch`: the button of the form that asks for a deviation."""

    afwijking = area_field(
        "Waarom geeft u vrij terwijl dit nog ontbreekt?",
        hint="Uw naam, de datum en deze reden blijven zichtbaar, ook voor de raad.",
        validators=(at_most(REASON_LENGTH),),
    )
    toch = HiddenField()

    def validate_afwijking(self, field: HiddenField) -> None:
        if self.toch.data and not field.data:
            raise ValidationError(say("dossier-afwijking-nodig"))


class DecisionForm(RevisionForm):
    besluit = area_field(
        "Wat heeft de raad besloten?", validators=(needed("dossier-besluit-nodig"), at_most(REASON_LENGTH))
    )


DUTCH: Mapping[str, str] = {
    "title": "titel",
    "about": "onderwerp",
    "theme": "thema",
    "portfolio": "portefeuille",
    "kader_id": "kader",
    "council_date": "raadsvergadering",
    "previous": "vorig",
    "reason": "reden",
    "deviation": "afwijking",
    "decided": "besluit",
    "filename": "bestand",
    "data": "bestand",
}
"""Field names of the services -> names in these forms."""


def in_dutch(error: InvalidInput) -> InvalidInput:
    """The same refusal with the field names of these forms."""
    return InvalidInput(**{DUTCH.get(name, name): code for name, code in error.fields.items()})
