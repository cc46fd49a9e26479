"""The form of the toets without an account."""

from __future__ import annotations

from wtforms import Field, FileField

from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, area_field


class ToetsForm(BaseForm):
    """Pasted text or a file, one of the two."""

    tekst = area_field("Tekst van uw concept", hint="Plak het hele voorstel, met de kopjes erbij.", rows=9)
    bestand = FileField("Of kies een bestand", description="docx, odt, pdf, md of txt, hoogstens 25 MB.")

    @property
    def filename(self) -> str:
        """The name of the chosen file, empty when there is none."""
        return str(getattr(self.bestand.data, "filename", "") or "")

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
