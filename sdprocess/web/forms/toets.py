"""The form of the toets without an account."""

from __future__ import annotations

from wtforms import Field, FileField

from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field

PASTED_NAME = "geplakt.plak"


class ToetsForm(BaseForm):
    """Pasted text or a file, one of the two."""

    tekst = area_field("Tekst van uw concept", hint="Plak het hele voorstel, met de kopjes erbij.", rows=14)
    bestand = FileField("Of kies een bestand", description="docx, odt, pdf, md of txt, hoogstens 25 MB.")

    def upload(self, most: int) -> tuple[bytes, str] | None:
        """The bytes to read and their file name; None after putting the errors at the fields."""
        text = self.tekst.data or ""
        file = self.bestand.data
        chosen = bool(file and getattr(file, "filename", ""))
        if chosen and text:
            return self._wrong(self.bestand, say("web-toets-beide"))
        if len(text) > most:
            return self._wrong(self.tekst, say("web-toets-te-lang", length=len(text), most=most))
        if chosen:
            data: bytes = file.read()
            return (data, str(file.filename)) if data else self._wrong(self.bestand, say("web-toets-leeg-bestand"))
        return (text.encode(), PASTED_NAME) if text else self._wrong(self.tekst, say("web-toets-niets"))

    @staticmethod
    def _wrong(field: Field, text: str) -> None:
        field.errors = [*field.errors, text]
