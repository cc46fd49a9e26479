"""People and their roles. Nobody holds roles on both sides: a griffier is no toetser, a raadslid no steller."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.domain.people import ALL_ROLES, COLLEGE_SIDE, COUNCIL_SIDE, Actor
from sdprocess.services.passwords import password_problem
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.visibility import require_role

ADMIN = "beheerder"
LOGIN = re.compile(r"[^@\s]{1,64}@[^@\s]{1,180}")


def list_people(world: World, actor: Actor) -> Sequence[Person]:
    """Everyone with an account, by name."""
    require_role(actor, ADMIN)
    with world.uow() as uow:
        return uow.people.all()


def add_person(
    world: World, actor: Actor, *, name: str, login: str, roles: Iterable[str], password: str, job: str = ""
) -> Person:
    """A new account. Raises NotAllowed, InvalidInput."""
    require_role(actor, ADMIN)
    person = Person(0, name.strip(), login.strip().lower(), frozenset(roles), job.strip())
    made = _checked_hash(world, person, password)
    with world.uow(write=True) as uow:
        if uow.people.by_login(person.login):
            raise InvalidInput(login="login-bestaat")
        added = uow.people.add(person, made)
        uow.commit()
    return added


def first_admin(world: World, *, name: str, login: str, password: str) -> Person:
    """The first account, a beheerder, for an empty installation. Raises NotAllowed when there are people already."""
    person = Person(0, name.strip(), login.strip().lower(), frozenset({ADMIN}))
    made = _checked_hash(world, person, password)
    with world.uow(write=True) as uow:
        if uow.people.all():
            raise NotAllowed(reason="er-zijn-al-mensen")
        added = uow.people.add(person, made)
        uow.commit()
    return added


def set_roles(world: World, actor: Actor, person_id: int, *, roles: Iterable[str], revision: int) -> Person:
    """Other roles for a person; they count from that person's next request."""
    wanted = frozenset(roles)
    problem = _roles_problem(wanted)
    if problem:
        raise InvalidInput(roles=problem)
    return _change(world, actor, person_id, revision, roles=wanted)


def set_active(world: World, actor: Actor, person_id: int, *, active: bool, revision: int) -> Person:
    """Open or close an account; a closed one is refused at its next request."""
    return _change(world, actor, person_id, revision, active=active)


def set_password(world: World, actor: Actor, person_id: int, *, password: str) -> None:
    """A beheerder gives somebody a new password."""
    require_role(actor, ADMIN)
    _store_password(world, person_id, password)


def change_password(world: World, actor: Actor, *, old: str, new: str) -> None:
    """Somebody changes the own password. Raises InvalidInput when the old one does not match."""
    with world.uow() as uow:
        stored = uow.people.password_hash(actor.id)
    if not world.hasher.verify(stored, old):
        raise InvalidInput(old="wachtwoord-oud-klopt-niet")
    _store_password(world, actor.id, new)


def _checked_hash(world: World, person: Person, password: str) -> str:
    """The hash of a new account's password, made outside the transaction because it is slow on purpose."""
    problems = {
        "name": "" if person.name else "naam-leeg",
        "login": "" if LOGIN.fullmatch(person.login) else "login-vorm",
        "roles": _roles_problem(person.roles),
        "password": password_problem(password, person.login),
    }
    if any(problems.values()):
        raise InvalidInput(**{field: code for field, code in problems.items() if code})
    return world.hasher.hash(password)


def _store_password(world: World, person_id: int, password: str) -> None:
    with world.uow() as uow:
        person = uow.people.get(person_id)
    problem = password_problem(password, person.login)
    if problem:
        raise InvalidInput(password=problem)
    made = world.hasher.hash(password)
    with world.uow(write=True) as uow:
        uow.people.set_password(person_id, made)
        uow.commit()


def _change(
    world: World,
    actor: Actor,
    person_id: int,
    revision: int,
    *,
    roles: frozenset[str] | None = None,
    active: bool | None = None,
) -> Person:
    require_role(actor, ADMIN)
    with world.uow(write=True) as uow:
        before = uow.people.get(person_id)
        after = replace(
            before,
            roles=before.roles if roles is None else roles,
            active=before.active if active is None else active,
        )
        if _is_admin(before) and not _is_admin(after) and not any(_is_admin(p) for p in _others(uow, person_id)):
            raise NotAllowed(reason="laatste-beheerder")
        saved = uow.people.save(after, revision)
        uow.commit()
    return saved


def _others(uow: UnitOfWork, person_id: int) -> list[Person]:
    return [p for p in uow.people.all() if p.id != person_id]


def _is_admin(person: Person) -> bool:
    return person.active and ADMIN in person.roles


def _roles_problem(roles: frozenset[str]) -> str:
    if not roles <= frozenset(ALL_ROLES):
        return "rol-onbekend"
    if roles & COLLEGE_SIDE and roles & COUNCIL_SIDE:
        return "rollen-twee-zijden"
    return ""
