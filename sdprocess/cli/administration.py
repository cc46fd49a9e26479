"""`sdprocess beheerder maak` and `sdprocess database bijwerken`."""

from __future__ import annotations

import sys
from argparse import Namespace
from getpass import getpass

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, WRONG_USE
from sdprocess.cli.world import own_settings, own_world
from sdprocess.domain.errors import NotAllowed
from sdprocess.services.manage_people import first_admin
from sdprocess.store.migrate import migrate
from sdprocess.texts.nl import say


def make_administrator(chosen: Namespace) -> int:
    """The first account. The pass-phrase is asked twice, or read as one line when stdin is no terminal."""
    world = own_world(own_settings())
    password = _password()
    if password is None:
        complain(say("cli-wachtzin-anders"))
        return WRONG_USE
    try:
        person = first_admin(world, name=chosen.name, login=chosen.login, password=password)
    except NotAllowed:
        complain(say("cli-eerste-al-gemaakt"))
        return WRONG_USE
    print(say("cli-beheerder-klaar", name=person.name, login=person.login))
    return DONE


def upgrade_database(_chosen: Namespace) -> int:
    """Bring the tables to the version of this program."""
    settings = own_settings()
    migrate(settings.database_url)
    print(say("cli-database-klaar", place=settings.database_url.partition("://")[0]))
    return DONE


def _password() -> str | None:
    """What was typed; None when the two were not the same."""
    if not sys.stdin.isatty():
        return sys.stdin.readline().rstrip("\n")
    first = getpass(say("cli-wachtzin-vraag"))
    return first if getpass(say("cli-wachtzin-nog-eens")) == first else None
