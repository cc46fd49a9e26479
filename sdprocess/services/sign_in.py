"""Signing in, throttled per login, with the same work for a login that does not exist."""

from __future__ import annotations

from datetime import timedelta

from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import NotAllowed, NotFound
from sdprocess.domain.people import Actor
from sdprocess.services.passwords import MAX_LENGTH
from sdprocess.services.ports import World

MAX_FAILURES = 5
WINDOW = timedelta(minutes=15)


class TooOften(NotAllowed):
    """Too many failed tries for this login. facts: `minutes`."""

    code = "te-vaak"


def sign_in(world: World, login: str, password: str) -> Person | None:
    """The person when login and password match and the account is active, else None. Raises TooOften."""
    now = world.clock.now()
    with world.uow(write=True) as uow:
        attempt, failures = uow.people.begin_sign_in(login[:MAX_LENGTH], now, now - WINDOW)
        if failures >= MAX_FAILURES:
            raise TooOften(minutes=WINDOW.seconds // 60)
        person = uow.people.by_login(login)
        stored = uow.people.password_hash(person.id) if person else ""
        uow.commit()
    if not _matches(world, stored, password) or person is None or not person.active:
        return None
    with world.uow(write=True) as uow:
        uow.people.sign_in_succeeded(attempt)
        uow.commit()
    return person


def actor_of(world: World, person_id: int) -> Actor | None:
    """Who acts in a session; None when the person is gone or no longer active. Asked at every request."""
    with world.uow() as uow:
        try:
            person = uow.people.get(person_id)
        except NotFound:
            return None
    return Actor(person.id, person.name, person.roles) if person.active else None


def _matches(world: World, stored: str, password: str) -> bool:
    """Argon2 runs whether or not the login exists, so that time tells nothing."""
    if len(password) > MAX_LENGTH:
        return False
    if not stored:
        world.hasher.hash(password)
        return False
    return world.hasher.verify(stored, password)
