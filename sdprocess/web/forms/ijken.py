"""Forms of calibrating: adding a document, answering a question as a reader, settling a difference."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from werkzeug.datastructures import MultiDict
from wtforms import BooleanField, FileField, RadioField, SelectField
from wtforms.validators import StopValidation

from sdprocess.domain.calibration import Audience, Reading
from sdprocess.domain.people import COLLEGE_SIDE, Actor
from sdprocess.services.queries_calibration import Pair
from sdprocess.services.save_readings import MAX_TEXT, NewReading
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field, at_most

ANSWERS = (("ja", "beantwoord"), ("deels", "deels beantwoord"), ("nee", "open"), ("nvt", "niet van toepassing"))
AUDIENCES = {
    Audience.COLLEGE: "stellers en toetsers",
    Audience.COUNCIL: "de griffie",
    Audience.BOTH: "iedereen die mag ijken; kies dit alleen als het stuk openbaar is",
}


class UploadForm(BaseForm):
    """A file to calibrate on, and who may read it."""

    bestand = FileField("Bestand", description="docx, odt, pdf, md of txt, hoogstens 25 MB.")
    publiek = RadioField("Wie mag dit stuk lezen?", validate_choice=False)

    def offer(self, actor: Actor) -> None:
        """The actor's own side, or everybody."""
        own = Audience.COLLEGE if actor.has(*COLLEGE_SIDE) else Audience.COUNCIL
        self.publiek.choices = [(str(a), AUDIENCES[a]) for a in (own, Audience.BOTH)]
        if self.publiek.data not in {str(own), str(Audience.BOTH)}:
            self.publiek.data = str(own)

    @property
    def filename(self) -> str:
        """The name of the chosen file, empty when there is none."""
        return str(getattr(self.bestand.data, "filename", "") or "")

    @property
    def audience(self) -> Audience:
        """Who may read it. Asked after `offer`, which turns a choice that does not exist into the actor's own side."""
        return Audience(self.publiek.data)

    def validate_bestand(self, _field: FileField) -> None:
        """There must be a file."""
        if not self.filename:
            raise StopValidation(say("ijken-kies-bestand"))


class ReleaseForm(BaseForm):
    """A released proposal of the municipality itself."""

    nummer = SelectField("Vrijgegeven voorstel", validate_choice=False)

    def offer(self, releases: Iterable[tuple[str, str]]) -> None:
        self.nummer.choices = [("", "kies een voorstel"), *((n, f"{n} {title}") for n, title in releases)]


class AnswerForm(BaseForm):
    """What somebody answers to one question. Nothing chosen and nothing typed means: not answered yet."""

    antwoord = RadioField("Uw antwoord", choices=list(ANSWERS), validate_choice=False)
    citaten = area_field("Waar staat het?", validators=(at_most(MAX_TEXT),), rows=3)
    reden = area_field("Opmerking", validators=(at_most(MAX_TEXT),), rows=2)

    @property
    def given(self) -> bool:
        """Whether anything was chosen or typed."""
        return bool(self.antwoord.data or self.citaten.data or self.reden.data)

    def reading(self, question: str) -> NewReading:
        """One passage for each line."""
        lines = tuple(line for line in (self.citaten.data or "").splitlines() if line.strip())
        return NewReading(question, self.antwoord.data or "", lines, self.reden.data or "")


class TogetherForm(BaseForm):
    """Whether the two readers settle it together."""

    samen = BooleanField("Wij hebben dit samen besproken en zijn het eens")


Forms = Mapping[str, AnswerForm]


def reading_forms(
    questions: Iterable[str], own: Mapping[str, Reading], formdata: MultiDict[str, str] | None = None
) -> dict[str, AnswerForm]:
    """A form per question: filled with what was typed, otherwise with what is stored."""
    return {q: AnswerForm(formdata, prefix=f"{q}-", data=_stored(own.get(q))) for q in questions}


def settling_forms(pairs: Sequence[Pair], formdata: MultiDict[str, str] | None = None) -> dict[str, AnswerForm]:
    """A form per difference, filled with what was settled; the passages of both readers stand ready."""
    forms = {}
    for pair in pairs:
        stored = _stored(pair.settled)
        if pair.settled is None:
            stored["citaten"] = "\n".join(dict.fromkeys((*pair.a.quotes, *pair.b.quotes)))
        form = AnswerForm(formdata, prefix=f"{pair.question}-", data=stored)
        form.reden.label.text = "Waarom dit antwoord?"
        forms[pair.question] = form
    return forms


def _stored(reading: Reading | None) -> dict[str, str]:
    if reading is None:
        return {}
    return {"antwoord": reading.label, "citaten": "\n".join(reading.quotes), "reden": reading.reason}
