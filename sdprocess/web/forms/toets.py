"""The form of the toets without an account."""

from __future__ import annotations

from collections.abc import Iterable

from flask import current_app
from wtforms import Field, FileField, HiddenField, SelectField

from sdprocess.domain.text import SourceText
from sdprocess.reading.wire import from_json, to_json
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field
from sdprocess.web.signed import sealed, unsealed

RECOGNISE = ("", "Laat de toets de soort herkennen")


class ToetsForm(BaseForm):
    """Pasted text or a file, one of the two; or `gelezen`, the text of the report it comes from, to judge again."""

    tekst = area_field("Tekst van uw concept", hint="Plak het hele voorstel, met de kopjes erbij.", rows=9)
    bestand = FileField("Of kies een bestand", description="docx, odt, pdf, md of txt, hoogstens 25 MB.")
    soort = SelectField("Soort voorstel", validate_choice=False, default="", choices=[RECOGNISE])
    gelezen = HiddenField()
    naam = HiddenField()
    vorige = HiddenField()

    @property
    def filename(self) -> str:
        """The name of the chosen file, empty when there is none."""
        return str(getattr(self.bestand.data, "filename", "") or "")

    def offer(self, kinds: Iterable[tuple[str, str]]) -> None:
        """The kinds of proposal to choose from: (id, title)."""
        self.soort.choices = [RECOGNISE, *kinds]

    def keep(self, text: SourceText, name: str) -> None:
        """Take a text along to the next request; nothing of it stays here."""
        self.gelezen.data = sealed(to_json(text).encode(), _key())
        self.naam.data = name

    def kept(self) -> SourceText | None:
        """The text taken along, None when it is not ours or too old to read."""
        return self._opened(self.gelezen)

    def earlier(self) -> SourceText | None:
        """The version before this one, when the report it comes from took it along."""
        return self._opened(self.vorige)

    @staticmethod
    def _opened(field: Field) -> SourceText | None:
        data = unsealed(field.data or "", _key())
        try:
            return from_json(data) if data is not None else None
        except ValueError:
            return None

    def given(self, most: int) -> bool:
        """Whether there is exactly one thing to read; otherwise the errors stand at the fields."""
        text = self.tekst.data or ""
        if self.filename and text:
            return self._wrong(self.bestand, say("web-toets-beide"))
        if len(text) > most:
            return self._wrong(self.tekst, say("web-toets-te-lang", length=len(text), most=most))
        if not self.filename and not text:
            return self._wrong(self.tekst, say("web-toets-niets"))
        return True

    @staticmethod
    def _wrong(field: Field, text: str) -> bool:
        field.errors = [*field.errors, text]
        return False


def _key() -> str:
    return str(current_app.config["SECRET_KEY"])
