"""Forms: the base class, and validators that speak Dutch and name what to do."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Self

from flask import request
from werkzeug.datastructures import CombinedMultiDict
from wtforms import Field, Form, StringField, TextAreaField
from wtforms.validators import StopValidation, ValidationError

from sdprocess.domain.errors import InvalidInput
from sdprocess.texts.nl import knows, say

Validator = Callable[[Form, Field], None]


class BaseForm(Form):
    """A form without its own CSRF field: the app asks a token for every unsafe request, also without a form."""

    @classmethod
    def posted(cls) -> Self:
        """The form filled with what was sent, files included."""
        return cls(CombinedMultiDict([request.form, request.files]))

    def refuse(self, error: InvalidInput, names: Mapping[str, str] | None = None) -> None:
        """Put the sentences of a service's refusal at their fields. `names` maps its words to names of fields."""
        for name, code in error.fields.items():
            text = say(code) if knows(code) else say("web-veld-onbruikbaar")
            field = self._fields.get((names or {}).get(name, name))
            if field is None:
                self.form_errors.append(text)
            else:
                field.errors = [*field.errors, text]

    @property
    def problems(self) -> list[tuple[str, str]]:
        """(id of the field, sentence) for the summary above the form."""
        found = [(field.id, str(text)) for field in self for text in field.errors]
        return [*(("", text) for text in self.form_errors), *found]


def stripped(value: str | None) -> str:
    """Text without spaces around it; never None."""
    return (value or "").strip()


def text_field(label: str, *, hint: str = "", validators: tuple[Validator, ...] = (), **render: object) -> StringField:
    """A one-line field whose text is stripped."""
    return StringField(label, list(validators), filters=[stripped], description=hint, render_kw=dict(render) or None)


def area_field(label: str, *, hint: str = "", validators: tuple[Validator, ...] = (), rows: int = 4) -> TextAreaField:
    """A field for several lines."""
    return TextAreaField(label, list(validators), filters=[stripped], description=hint, render_kw={"rows": rows})


def needed(code: str) -> Validator:
    """The field may not be empty; `code` names the sentence."""

    def check(_form: Form, field: Field) -> None:
        if not field.data:
            raise StopValidation(say(code))

    return check


def at_most(length: int) -> Validator:
    """No more than `length` characters."""

    def check(_form: Form, field: Field) -> None:
        if len(field.data or "") > length:
            raise ValidationError(say("web-veld-te-lang", most=length, length=len(field.data)))

    return check


def at_least(length: int) -> Validator:
    """No fewer than `length` characters."""

    def check(_form: Form, field: Field) -> None:
        if len(field.data or "") < length:
            raise ValidationError(say("web-veld-te-kort", least=length, length=len(field.data or "")))

    return check


def choices_of(titles: Mapping[str, str]) -> list[tuple[str, str]]:
    """(value, label) pairs for a select or radio field."""
    return list(titles.items())
