"""Forms of the register of frames and of the tracked choices. They check shape; the services decide."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from wtforms import DateField, FileField, HiddenField, IntegerField, RadioField, SelectField, ValidationError
from wtforms.validators import StopValidation

from sdprocess.content.register import KINDS
from sdprocess.domain.frames import ChoiceStatus, Frame, Returns, TrackedChoice
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most, choices_of, needed, text_field

DAYS = ["%Y-%m-%d", "%d-%m-%Y"]
MOST = 500
MOST_CHOICE = 1000


class OptionalDay(DateField):
    """A day that may stay empty; what was typed must be a day, and the field says so in Dutch."""

    def pre_validate(self, _form: object) -> None:
        typed = bool(self.raw_data and str(self.raw_data[0]).strip())
        self.errors = []
        if typed and self.data is None:
            raise StopValidation(say("register-datum-fout"))


class FrameForm(BaseForm):
    """One entry of the register."""

    titel = text_field("Titel", validators=(needed("veld-leeg"), at_most(MOST)))
    soort = SelectField(
        "Soort",
        choices=[("", "kies een soort"), *((kind, say(f"inzicht-soort-{kind}")) for kind in KINDS)],
        validate_choice=False,
    )
    orgaan = text_field("Wie besloot", hint="Bijvoorbeeld: de raad.", validators=(at_most(MOST),))
    datum = OptionalDay("Vastgesteld op", format=DAYS, description="Mag leeg blijven.")
    nummer = text_field(
        "Nummer", hint="Zoals het in stukken staat, bijvoorbeeld RV 2026-041.", validators=(at_most(MOST),)
    )
    thema = text_field("Thema", validators=(at_most(MOST),))
    vindplaats = text_field("Waar is het te lezen", hint="Een webadres of een plaats.", validators=(at_most(MOST),))
    vervalt = OptionalDay("Vervalt op", format=DAYS, description="Leeg: geldt tot de raad anders besluit.")

    @classmethod
    def of(cls, frame: Frame) -> FrameForm:
        return cls(
            data={
                "titel": frame.title,
                "soort": frame.kind,
                "orgaan": frame.body,
                "datum": frame.adopted_on,
                "nummer": frame.number,
                "thema": frame.theme,
                "vindplaats": frame.place,
                "vervalt": frame.expires_on,
            }
        )

    def frame(self, frame_id: int) -> Frame:
        """What was typed."""
        return Frame(
            id=frame_id,
            title=self.titel.data or "",
            kind=self.soort.data or "",
            body=self.orgaan.data or "",
            adopted_on=self.datum.data,
            number=self.nummer.data or "",
            theme=self.thema.data or "",
            place=self.vindplaats.data or "",
            expires_on=self.vervalt.data,
        )


class RegisterFileForm(BaseForm):
    bestand = FileField("Csv-bestand", description="Met de namen van de kolommen op de eerste regel. Hoogstens 5 MB.")

    def validate_bestand(self, field: FileField) -> None:
        if not field.data or not getattr(field.data, "filename", ""):
            raise ValidationError(say("register-bestand-nodig"))


class ChoiceForm(BaseForm):
    """One choice that is still to be made. `keuze` names it; `revisie` is what its reader saw."""

    keuze = area_field(
        "Welke keuze moet nog worden gemaakt?", validators=(needed("keuze-leeg"), at_most(MOST_CHOICE)), rows=2
    )
    wie = text_field("Wie maakt de keuze?", hint="Bijvoorbeeld: de raad, of het college.", validators=(at_most(MOST),))
    voor = OptionalDay("Uiterlijk op", format=DAYS, description="Mag leeg blijven als de dag nog niet bekend is.")
    wanneer = text_field(
        "Wanneer, in woorden", hint="Bijvoorbeeld: bij de begroting van 2028.", validators=(at_most(MOST),)
    )
    terug = RadioField(
        "Komt de keuze terug bij de raad?",
        choices=choices_of({r.value: say(f"keuze-terug-{r.value}") for r in Returns}),
        default=Returns.UNKNOWN.value,
    )
    waarom_niet = area_field("Zo nee: waarom niet?", validators=(at_most(MOST_CHOICE),), rows=2)
    stand = RadioField(
        "Hoe staat het ermee?",
        choices=choices_of({s.value: say(f"keuze-status-{s.value}") for s in ChoiceStatus}),
        default=ChoiceStatus.OPEN.value,
    )
    uitkomst = area_field(
        "Wat is er gekozen, of waarom is het niet meer nodig?", validators=(at_most(MOST_CHOICE),), rows=2
    )
    nummer = HiddenField(default="0")
    revisie = IntegerField(default=1)

    @classmethod
    def of(cls, choice: TrackedChoice) -> ChoiceForm:
        """The form of a choice; its fields have their own ids, for several stand on one page."""
        return cls(
            prefix=f"k{choice.id}-",
            data={
                "keuze": choice.choice,
                "wie": choice.who,
                "voor": choice.due,
                "wanneer": choice.when,
                "terug": choice.returns.value,
                "waarom_niet": choice.why_not,
                "stand": choice.status.value,
                "uitkomst": choice.outcome,
                "nummer": str(choice.id),
                "revisie": choice.revision,
            },
        )

    @property
    def number(self) -> int:
        """Which choice it is about; 0 = a new one."""
        return int(self.nummer.data) if self.nummer.data and self.nummer.data.isdecimal() else 0

    def choice(self) -> TrackedChoice:
        """What was typed."""
        due: date | None = self.voor.data
        return TrackedChoice(
            id=self.number,
            dossier_id=0,
            choice=self.keuze.data or "",
            who=self.wie.data or "",
            when=self.wanneer.data or "",
            due=due,
            returns=Returns(self.terug.data),
            why_not=self.waarom_niet.data or "",
            status=ChoiceStatus(self.stand.data),
            outcome=self.uitkomst.data or "",
            revision=self.revisie.data or 0,
        )


FRAME_FIELDS: Mapping[str, str] = {
    "title": "titel",
    "kind": "soort",
    "body": "orgaan",
    "number": "nummer",
    "theme": "thema",
    "place": "vindplaats",
}
CHOICE_FIELDS: Mapping[str, str] = {
    "choice": "keuze",
    "who": "wie",
    "when": "wanneer",
    "why_not": "waarom_niet",
    "outcome": "uitkomst",
}
"""Names of the services -> names of the fields."""
