from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace

import pytest

from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.people import ALL_ROLES
from sdprocess.services.demo_mark import is_demo, mark_demo
from sdprocess.services.manage_people import (
    add_person,
    change_password,
    first_admin,
    list_people,
    set_active,
    set_password,
    set_roles,
)
from sdprocess.services.passwords import Argon2Hasher, password_problem
from sdprocess.services.sign_in import TooOften, actor_of, sign_in
from tests.services.conftest import PASSWORD, Town

LOGIN = "steller@proefdam.nl"


class CountingHasher(Argon2Hasher):
    """Counts how often it worked."""

    __slots__ = ()
    worked: list[str] = []  # noqa: RUF012  one list for the one test that uses it

    def hash(self, password: str) -> str:
        self.worked.append("hash")
        return super().hash(password)

    def verify(self, password_hash: str, password: str) -> bool:
        self.worked.append("verify")
        return super().verify(password_hash, password)


def test_signing_in_gives_the_person_and_an_actor_with_the_roles_of_now(town: Town) -> None:
    person = sign_in(town.world, " Steller@PROEFDAM.nl ", PASSWORD)
    assert person == town.people["steller"]
    actor = actor_of(town.world, town.people["steller"].id)
    assert actor == town.who("steller")
    assert actor_of(town.world, 9999) is None


def test_a_wrong_password_and_an_unknown_login_are_the_same_answer(town: Town) -> None:
    assert sign_in(town.world, LOGIN, "iets heel anders") is None
    assert sign_in(town.world, "niemand@proefdam.nl", PASSWORD) is None
    assert sign_in(town.world, LOGIN, "x" * 100_000) is None


def test_an_unknown_login_costs_the_same_work(town: Town) -> None:
    hasher = CountingHasher(town.world.hasher.inner)  # type: ignore[attr-defined]
    world = replace(town.world, hasher=hasher)
    for login in (LOGIN, "niemand@proefdam.nl"):
        hasher.worked.clear()
        sign_in(world, login, "iets heel anders")
        assert len(hasher.worked) == 1


def test_after_five_failures_in_a_quarter_the_login_waits(town: Town) -> None:
    for _ in range(5):
        assert sign_in(town.world, LOGIN, "fout wachtwoord") is None
    with pytest.raises(TooOften) as refused:
        sign_in(town.world, LOGIN.upper(), PASSWORD)
    assert (refused.value.code, refused.value.facts) == ("te-vaak", {"minutes": 15})
    assert sign_in(town.world, "toetser@proefdam.nl", PASSWORD) is not None
    town.clock.later(minutes=16)
    assert sign_in(town.world, LOGIN, PASSWORD) is not None


def test_an_unknown_login_is_throttled_too(town: Town) -> None:
    for _ in range(5):
        sign_in(town.world, "niemand@proefdam.nl", "fout wachtwoord")
    with pytest.raises(TooOften):
        sign_in(town.world, "niemand@proefdam.nl", "fout wachtwoord")


def test_parallel_guesses_count_each_other(town: Town) -> None:
    def guess(n: int) -> str:
        try:
            sign_in(town.world, LOGIN, f"gok nummer {n}")
        except TooOften:
            return "te-vaak"
        return "geprobeerd"

    with ThreadPoolExecutor(8) as pool:
        outcomes = list(pool.map(guess, range(16)))
    assert outcomes.count("geprobeerd") == 5


def test_success_wipes_earlier_failures_of_that_login(town: Town) -> None:
    for _ in range(2):
        for _ in range(4):
            assert sign_in(town.world, LOGIN, "fout wachtwoord") is None
        assert sign_in(town.world, LOGIN, PASSWORD) is not None


def test_a_closed_account_ends_at_the_next_request(town: Town) -> None:
    steller = town.people["steller"]
    closed = set_active(town.world, town.who("beheerder"), steller.id, active=False, revision=1)
    assert actor_of(town.world, steller.id) is None
    assert sign_in(town.world, LOGIN, PASSWORD) is None
    set_active(town.world, town.who("beheerder"), steller.id, active=True, revision=closed.revision)
    assert actor_of(town.world, steller.id) is not None


def test_other_roles_count_from_the_next_request(town: Town) -> None:
    steller = town.people["steller"]
    set_roles(town.world, town.who("beheerder"), steller.id, roles=["steller", "toetser"], revision=1)
    actor = actor_of(town.world, steller.id)
    assert actor is not None
    assert actor.roles == {"steller", "toetser"}
    with pytest.raises(StaleDossier):
        set_roles(town.world, town.who("beheerder"), steller.id, roles=["college"], revision=1)


@pytest.mark.parametrize("who", [role for role in ALL_ROLES if role != "beheerder"])
@pytest.mark.parametrize("database_url", ["sqlite"], indirect=True)
def test_only_a_beheerder_manages_people(town: Town, who: str) -> None:
    actor, other = town.who(who), town.people["steller2"].id
    for attempt in (
        lambda: list_people(town.world, actor),
        lambda: add_person(town.world, actor, name="x", login="x@y.nl", roles=[], password=PASSWORD),
        lambda: set_roles(town.world, actor, other, roles=["beheerder"], revision=1),
        lambda: set_active(town.world, actor, other, active=False, revision=1),
        lambda: set_password(town.world, actor, other, password="een ander lang woord"),
    ):
        with pytest.raises(NotAllowed):
            attempt()


NEW = {"name": "Noor", "login": "noor@proefdam.nl", "roles": ["griffie"], "password": "lang genoeg woord"}
BAD = [
    pytest.param({"name": " "}, {"name": "naam-leeg"}, id="no name"),
    pytest.param({"login": "noor"}, {"login": "login-vorm"}, id="no e-mail address"),
    pytest.param({"login": LOGIN.upper()}, {"login": "login-bestaat"}, id="taken, in other case"),
    pytest.param({"roles": ["baas"]}, {"roles": "rol-onbekend"}, id="unknown role"),
    pytest.param({"roles": ["griffie", "toetser"]}, {"roles": "rollen-twee-zijden"}, id="both sides"),
    pytest.param({"password": "kort"}, {"password": "wachtwoord-kort"}, id="short password"),
    pytest.param({"name": "", "login": ""}, {"name": "naam-leeg", "login": "login-vorm"}, id="all at once"),
]


@pytest.mark.parametrize(("changes", "fields"), BAD)
def test_what_cannot_be_an_account_is_told_per_field(
    town: Town, changes: dict[str, object], fields: dict[str, str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        add_person(town.world, town.who("beheerder"), **{**NEW, **changes})  # type: ignore[arg-type]
    assert refused.value.fields == fields


def test_a_new_account_can_sign_in(town: Town) -> None:
    made = add_person(town.world, town.who("beheerder"), **NEW)  # type: ignore[arg-type]
    assert sign_in(town.world, made.login, "lang genoeg woord") == made
    assert made in list_people(town.world, town.who("beheerder"))


def test_the_last_beheerder_stays(town: Town) -> None:
    admin = town.people["beheerder"]
    for attempt in (
        lambda: set_roles(town.world, town.who("beheerder"), admin.id, roles=[], revision=1),
        lambda: set_active(town.world, town.who("beheerder"), admin.id, active=False, revision=1),
    ):
        with pytest.raises(NotAllowed) as refused:
            attempt()
        assert refused.value.facts == {"reason": "laatste-beheerder"}
    add_person(town.world, town.who("beheerder"), **{**NEW, "roles": ["beheerder"]})  # type: ignore[arg-type]
    assert not set_active(town.world, town.who("beheerder"), admin.id, active=False, revision=1).active


def test_passwords_change_by_the_person_or_a_beheerder(town: Town) -> None:
    steller = town.who("steller")
    with pytest.raises(InvalidInput) as wrong:
        change_password(town.world, steller, old="niet dit woord", new="een nieuw lang woord")
    assert wrong.value.fields == {"old": "wachtwoord-oud-klopt-niet"}
    with pytest.raises(InvalidInput):
        change_password(town.world, steller, old=PASSWORD, new="kort")
    change_password(town.world, steller, old=PASSWORD, new="een nieuw lang woord")
    assert sign_in(town.world, LOGIN, PASSWORD) is None
    assert sign_in(town.world, LOGIN, "een nieuw lang woord") is not None
    set_password(town.world, town.who("beheerder"), steller.id, password="weer een ander woord")
    assert sign_in(town.world, LOGIN, "weer een ander woord") is not None
    with pytest.raises(NotFound):
        set_password(town.world, town.who("beheerder"), 9999, password="weer een ander woord")


@pytest.mark.parametrize(
    ("password", "code"),
    [
        ("elf tekens.", "wachtwoord-kort"),
        ("twaalf teken", ""),
        ("x" * 201, "wachtwoord-lang"),
        ("aaaaaaaaaaaaaaaa", "wachtwoord-raadbaar"),
        ("Steller van het jaar", "wachtwoord-raadbaar"),
    ],
)
def test_what_a_password_must_be(password: str, code: str) -> None:
    assert password_problem(password, LOGIN) == code
    assert password_problem(password, "jo@proefdam.nl") == (code if "Steller" not in password else "")


@pytest.mark.parametrize("stored", ["", "geen hash", "$argon2id$v=19$kapot"])
def test_a_broken_hash_matches_nothing(stored: str) -> None:
    assert not Argon2Hasher().verify(stored, PASSWORD)


def test_the_real_hasher_uses_argon2id() -> None:
    made = Argon2Hasher().hash(PASSWORD)
    assert made.startswith("$argon2id$")
    assert Argon2Hasher().verify(made, PASSWORD)


def test_the_first_admin_comes_into_an_empty_house_only(town: Town) -> None:
    with pytest.raises(NotAllowed):
        first_admin(town.world, name="Indringer", login="i@proefdam.nl", password="een heel lang woord")


def test_demo_people_come_into_an_empty_marked_demo_only(town: Town) -> None:
    with pytest.raises(NotAllowed) as people:
        mark_demo(town.world)
    assert people.value.facts == {"reason": "er-zijn-al-mensen"}
    with pytest.raises(NotAllowed) as no_demo:
        mark_demo(replace(town.world, demo=False))
    assert no_demo.value.facts == {"reason": "geen-demo"}
    assert not is_demo(town.world)
