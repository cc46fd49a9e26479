"""Forms for signing in and for people."""

from __future__ import annotations

import re

from wtforms import Field, Form, PasswordField, SelectMultipleField
from wtforms.validators import StopValidation
from wtforms.widgets import CheckboxInput, ListWidget

from sdprocess.domain.people import ALL_ROLES
from sdprocess.services.passwords import MAX_LENGTH, MIN_LENGTH
from sdprocess.texts.nl import say
from sdprocess.web.fields import BaseForm, at_least, at_most, needed, text_field

_ADDRESS = re.compile(r"[^\s@<>]{1,64}@[^\s@<>]{1,190}\.[^\s@<>.]{2,}")


class SignInForm(BaseForm):
    """Address and password. A password is never shown again."""

    login = text_field("E-mailadres", validators=(needed("web-inloggen-naam"), at_most(254)))
    wachtwoord = PasswordField("Wachtwoord", [needed("web-inloggen-wachtwoord")])


def _address(_form: Form, field: Field) -> None:
    if not _ADDRESS.fullmatch(field.data or ""):
        raise StopValidation(say("web-persoon-login"))


def _roles_field() -> SelectMultipleField:
    return SelectMultipleField(
        "Rollen",
        [needed("web-persoon-rol")],
        choices=list(ALL_ROLES),  # type: ignore[arg-type]  # the stubs know no plain words
        option_widget=CheckboxInput(),
        widget=ListWidget(prefix_label=False),
    )


def _new_password_field() -> PasswordField:
    return PasswordField(
        "Nieuw wachtwoord",
        [at_least(MIN_LENGTH), at_most(MAX_LENGTH)],
        description=say("web-wachtwoord-uitleg", least=MIN_LENGTH),
    )


class NewPersonForm(BaseForm):
    """A new account: who somebody is, what they may do, and a first password."""

    naam = text_field("Naam", validators=(needed("web-persoon-naam"), at_most(120)))
    login = text_field("E-mailadres", validators=(_address, at_most(254)))
    functie = text_field("Functie", hint="Bijvoorbeeld: beleidsmedewerker Jeugd.", validators=(at_most(120),))
    rollen = _roles_field()
    wachtwoord = _new_password_field()


class RolesForm(BaseForm):
    """What somebody may do."""

    rollen = _roles_field()


class NewPasswordForm(BaseForm):
    """A new password that a beheerder hands over."""

    wachtwoord = _new_password_field()


class PasswordForm(BaseForm):
    """A new password for one's own account."""

    huidig = PasswordField("Uw wachtwoord nu", [needed("web-inloggen-wachtwoord"), at_most(MAX_LENGTH)])
    nieuw = _new_password_field()
