"""Every route says who may open it, and lets in exactly those."""

from __future__ import annotations

import re

import pytest
from flask import Flask
from web_world import token

from sdprocess.domain.people import ALL_ROLES, PUBLIC, Actor
from sdprocess.web.policy import MissingPolicyError, access, check_policies, may_open, policy_of

PATTERN = re.compile(r"<(?:(\w+)(?:\([^)]*\))?:)?(\w+)>")


def address_of(rule: str, number: str) -> str:
    """An address for a rule: numbers become 1, a dossier's number the real one, a choice its first word."""

    def fill(match: re.Match[str]) -> str:
        if match[1] == "int":
            return "1"
        if match[1] == "any":
            return match[0].partition("(")[2].partition(",")[0].partition(")")[0].strip("'\" ")
        return "sdprocess.css" if match[2] == "naam" else number

    return PATTERN.sub(fill, rule)


def test_a_route_without_a_policy_stops_the_app_from_starting():
    app = Flask(__name__)
    app.add_url_rule("/vergeten", "vergeten", lambda: "x")
    with pytest.raises(MissingPolicyError, match="/vergeten"):
        check_policies(app)


@pytest.mark.parametrize("roles", [(), ("burgemeester",), ("steller", "Toetser")], ids=["geen", "onbekend", "spelfout"])
def test_a_policy_with_an_unknown_role_is_refused_at_import(roles):
    with pytest.raises(ValueError, match="known roles"):
        access(*roles)


STELLER = Actor(1, "S", frozenset({"steller"}))
NO_ROLE = Actor(2, "N", frozenset())


@pytest.mark.parametrize(
    ("policy", "actor", "allowed"),
    [
        pytest.param({"openbaar"}, PUBLIC, True, id="openbaar: iedereen"),
        pytest.param({"ingelogd"}, PUBLIC, False, id="ingelogd: niet zonder account"),
        pytest.param({"ingelogd"}, NO_ROLE, True, id="ingelogd: ook zonder rol"),
        pytest.param({"steller"}, STELLER, True, id="rol: wie hem heeft"),
        pytest.param({"toetser", "griffie"}, STELLER, False, id="rol: wie hem niet heeft"),
        pytest.param({"steller"}, PUBLIC, False, id="rol: niet zonder account"),
        pytest.param(set(), STELLER, False, id="leeg: niemand"),
        pytest.param({"steller"}, Actor(0, "", frozenset({"steller"})), False, id="rol zonder persoon telt niet"),
    ],
)
def test_who_may_open(policy, actor, allowed):
    assert may_open(frozenset(policy), actor) is allowed


@pytest.mark.parametrize("role", ["openbaar", *ALL_ROLES])
def test_every_route_lets_in_exactly_the_roles_of_its_policy(app, clients, secret_dossier, role):
    """GET routes are opened; unsafe ones are sent with a token but without data, which changes nothing."""
    client = clients[role]
    csrf = token(client.get("/toets").text)
    for rule in app.url_map.iter_rules():
        if rule.endpoint == "account.uitloggen":
            continue
        policy = policy_of(app, rule.endpoint)
        welcome = "openbaar" in policy or (role != "openbaar" and ("ingelogd" in policy or role in policy))
        address = address_of(rule.rule, secret_dossier)
        for method in rule.methods & {"GET", "POST"}:
            if method == "POST" and welcome:
                continue
            answer = client.open(address, method=method, data={"csrf_token": csrf} if method == "POST" else None)
            place = f"{role} {method} {address}: {answer.status_code}"
            if welcome:
                assert answer.status_code in {200, 302, 404}, place
            elif role == "openbaar" and method == "GET":
                assert answer.status_code == 302, place
                assert answer.headers["Location"].startswith("/inloggen?volgende="), place
            else:
                assert answer.status_code == (401 if role == "openbaar" else 403), place


def test_addresses_are_lower_case_with_hyphens(app):
    for rule in app.url_map.iter_rules():
        fixed = PATTERN.sub("", rule.rule)
        assert re.fullmatch(r"[a-z0-9/.-]*", fixed), rule.rule
