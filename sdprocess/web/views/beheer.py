"""Beheer: people and their roles, and what is wrong or right with the content files."""

from __future__ import annotations

from flask import Blueprint, flash, redirect, request, url_for
from flask.typing import ResponseReturnValue

from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound
from sdprocess.services.manage_people import add_person, list_people, set_active, set_password, set_roles
from sdprocess.texts.nl import say
from sdprocess.web.content_report import content_report
from sdprocess.web.errors import sentence
from sdprocess.web.forms.account import NewPasswordForm, NewPersonForm, RolesForm
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("beheer", __name__, url_prefix="/beheer")

FIELDS = {"name": "naam", "login": "login", "roles": "rollen", "password": "wachtwoord"}
"""Names of the service's arguments -> names of the fields."""


@bp.get("")
@access("beheerder")
def overzicht() -> str:
    """People, and links to the rest."""
    return page("beheer.html", people=list_people(world(), current_actor()))


@bp.get("/mensen/nieuw")
@access("beheerder")
def nieuw() -> str:
    """The form for a new account."""
    return page("beheer_nieuw.html", form=NewPersonForm())


@bp.post("/mensen/nieuw")
@access("beheerder")
def toevoegen() -> ResponseReturnValue:
    """A new account, or the form again with what is wrong."""
    form = NewPersonForm.posted()
    if not form.validate():
        return page("beheer_nieuw.html", form=form), 400
    try:
        person = add_person(
            world(),
            current_actor(),
            name=form.naam.data or "",
            login=form.login.data or "",
            roles=form.rollen.data or [],
            password=form.wachtwoord.data or "",
            job=form.functie.data or "",
        )
    except InvalidInput as error:
        form.refuse(error, FIELDS)
        return page("beheer_nieuw.html", form=form), 400
    flash(say("web-persoon-toegevoegd", name=person.name))
    return redirect(url_for("beheer.overzicht"), 303)


@bp.get("/mensen/<int:nummer>")
@access("beheerder")
def persoon(nummer: int) -> str:
    """One account: roles, on or off, a new password."""
    return _person_page(_person(nummer))


@bp.post("/mensen/<int:nummer>/rollen")
@access("beheerder")
def rollen(nummer: int) -> ResponseReturnValue:
    """Other roles, as seen at the revision in the form."""
    form = RolesForm.posted()
    person = _person(nummer)
    if not form.validate():
        return _person_page(person, roles=form), 400
    try:
        set_roles(world(), current_actor(), nummer, roles=form.rollen.data or [], revision=_revision())
    except InvalidInput as error:
        form.refuse(error, FIELDS)
        return _person_page(person, roles=form), 400
    except NotAllowed as error:
        form.form_errors.append(sentence(error))
        return _person_page(person, roles=form), 400
    return _kept(person)


@bp.post("/mensen/<int:nummer>/toegang")
@access("beheerder")
def toegang(nummer: int) -> ResponseReturnValue:
    """Switch an account on or off."""
    person = _person(nummer)
    try:
        set_active(world(), current_actor(), nummer, active=request.form.get("toegang") == "aan", revision=_revision())
    except NotAllowed as error:
        form = _roles_form(person)
        form.form_errors.append(sentence(error))
        return _person_page(person, roles=form), 400
    return _kept(person)


@bp.post("/mensen/<int:nummer>/wachtwoord")
@access("beheerder")
def wachtwoord(nummer: int) -> ResponseReturnValue:
    """A new password for somebody who lost it; their sessions end."""
    form = NewPasswordForm.posted()
    person = _person(nummer)
    if not form.validate():
        return _person_page(person, password=form), 400
    try:
        set_password(world(), current_actor(), nummer, password=form.wachtwoord.data or "")
    except InvalidInput as error:
        form.refuse(error, FIELDS)
        return _person_page(person, password=form), 400
    return _kept(person)


@bp.get("/kaders")
@access("beheerder")
def kaders() -> str:
    """Every workflow and checklist with the report of its checks and example runs."""
    return page("beheer_kaders.html", files=content_report(world().library), broken=world().library.broken())


def _person(number: int) -> Person:
    found = next((p for p in list_people(world(), current_actor()) if p.id == number), None)
    if found is None:
        raise NotFound(kind="persoon", id=str(number))
    return found


def _revision() -> int:
    text = request.form.get("versie", "")
    return int(text) if text.isdigit() else -1


def _roles_form(person: Person) -> RolesForm:
    return RolesForm(data={"rollen": sorted(person.roles)})


def _person_page(person: Person, roles: RolesForm | None = None, password: NewPasswordForm | None = None) -> str:
    return page(
        "beheer_persoon.html",
        person=person,
        roles_form=roles or _roles_form(person),
        password_form=password or NewPasswordForm(),
    )


def _kept(person: Person) -> ResponseReturnValue:
    flash(say("web-persoon-bewaard", name=person.name))
    return redirect(url_for("beheer.persoon", nummer=person.id), 303)
