"""Headers on every answer, CSRF on every unsafe route, sessions and cookies."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
import time_machine
from test_policy import address_of
from web_world import PASSWORD, signed_in, token

from sdprocess.services.manage_people import add_person, set_active, set_password
from sdprocess.web import WebConfig, create_app
from sdprocess.web.security import HEADERS, safe_next

UNSAFE = {"POST", "PUT", "PATCH", "DELETE"}


def assert_contract(answer) -> None:
    for name, value in HEADERS.items():
        assert answer.headers.get(name) == value, f"{name} on {answer.request.path}"
    assert (
        "charset=utf-8" in answer.headers["Content-Type"]
        or answer.headers["Content-Type"]
        in {
            "image/svg+xml",
            "application/json",
        }
        or answer.status_code in {302, 303, 304}
    )


def test_the_headers_are_on_every_route_for_everyone(app, clients, secret_dossier):
    for client in clients.values():
        for rule in app.url_map.iter_rules():
            if "GET" in rule.methods:
                answer = client.get(address_of(rule.rule, secret_dossier))
                for name, value in HEADERS.items():
                    assert answer.headers.get(name) == value, f"{name} on {rule.rule}"


@pytest.mark.parametrize(
    ("method", "address", "status"),
    [
        pytest.param("GET", "/bestaat-niet", 404, id="404"),
        pytest.param("GET", "/uitloggen", 405, id="405"),
        pytest.param("POST", "/toets", 400, id="zonder token"),
        pytest.param("DELETE", "/mijn-werk", 405, id="onbekende methode"),
    ],
)
def test_error_pages_keep_the_contract_and_say_what_to_do(client, method, address, status):
    answer = client.open(address, method=method)
    assert answer.status_code == status
    assert_contract(answer)
    assert answer.headers["Cache-Control"] == "no-store"
    assert "Naar de beginbladzijde" in answer.text


def test_every_unsafe_route_refuses_without_a_token(app, clients, secret_dossier):
    seen = 0
    for client in clients.values():
        for rule in app.url_map.iter_rules():
            for method in rule.methods & UNSAFE:
                answer = client.open(address_of(rule.rule, secret_dossier), method=method, data={"x": "y"})
                assert answer.status_code == 400, f"{method} {rule.rule}"
                seen += 1
    assert seen > 20


def test_a_token_of_somebody_else_is_refused(app, clients):
    foreign = token(app.test_client().get("/toets").text)
    answer = clients["steller"].post("/account", data={"csrf_token": foreign})
    assert answer.status_code == 400


def test_no_view_is_exempt_from_csrf(app):
    csrf = app.extensions["csrf"]
    assert not csrf._exempt_views
    assert not csrf._exempt_blueprints


def test_who_only_reads_gets_no_cookie(client):
    for address in ("/", "/voorstellen", "/gezond", "/bestaat-niet"):
        assert "Set-Cookie" not in client.get(address).headers, address


def test_pages_behind_an_account_are_never_kept(clients):
    for address in ("/mijn-werk", "/account", "/"):
        assert clients["steller"].get(address).headers["Cache-Control"] == "no-store"


def test_the_cookie_is_only_for_this_site_and_not_for_scripts(world):
    secure = create_app(world, WebConfig(secret_key="k" * 40, secure=True)).test_client()
    answer = secure.get("/inloggen", base_url="https://proefdorp.example")
    cookie = answer.headers["Set-Cookie"]
    assert cookie.startswith("__Host-sdprocess=")
    assert {"Secure", "HttpOnly", "Path=/", "SameSite=Lax"} <= set(cookie.split("; "))
    assert "Domain" not in cookie
    assert answer.headers["Strict-Transport-Security"] == "max-age=31536000"


def test_signing_in_starts_a_new_session_and_the_old_token_dies(app):
    client = app.test_client()
    before = token(client.get("/inloggen").text)
    with client.session_transaction() as session:
        session["meegebracht"] = "ja"
    client.post("/inloggen", data={"csrf_token": before, "login": "steller@proefdorp.example", "wachtwoord": PASSWORD})
    with client.session_transaction() as session:
        assert "meegebracht" not in session
        first = session["sid"]
    assert client.post("/account", data={"csrf_token": before}).status_code == 400
    again = signed_in(app, "steller@proefdorp.example")
    with again.session_transaction() as session:
        assert session["sid"] != first


@pytest.mark.parametrize(
    ("idle", "used_every", "total", "alive"),
    [
        pytest.param(59, 59, 59, True, id="bijna een uur stil: nog ingelogd"),
        pytest.param(61, 61, 61, False, id="een uur stil: uitgelogd"),
        pytest.param(60, 50, 9 * 60, True, id="negen uur gebruikt: nog ingelogd"),
        pytest.param(60, 50, 11 * 60, False, id="elf uur gebruikt: uitgelogd"),
    ],
)
def test_a_session_ends_by_silence_and_by_age(app, idle, used_every, total, alive):
    with time_machine.travel("2026-11-24 08:00:00+00:00", tick=False) as clock:
        client = signed_in(app, "toetser@proefdorp.example")
        passed = 0
        while passed < total:
            step = min(used_every, total - passed)
            clock.shift(timedelta(minutes=step))
            passed += step
            answer = client.get("/account")
    assert (answer.status_code == 200) is alive


def test_a_closed_account_loses_access_at_the_next_request(app, world, actors):
    person = add_person(
        world,
        actors["beheerder"],
        name="Tijdelijk",
        login="weg@proefdorp.example",
        roles=["steller"],
        password=PASSWORD,
    )
    client = signed_in(app, person.login)
    assert client.get("/account").status_code == 200
    set_active(world, actors["beheerder"], person.id, active=False, revision=person.revision)
    assert client.get("/account").status_code == 302


def test_a_new_password_ends_the_other_sessions(app, world, actors):
    person = add_person(
        world, actors["beheerder"], name="Twee", login="twee@proefdorp.example", roles=["steller"], password=PASSWORD
    )
    client = signed_in(app, person.login)
    set_password(world, actors["beheerder"], person.id, password="heel andere lange woorden")
    assert client.get("/account").status_code == 302


def test_a_forged_session_is_nobody(app):
    client = app.test_client()
    with client.session_transaction() as session:
        session["_user_id"] = "1"
        session["begonnen"] = session["gezien"] = "2026-11-24T08:00:00+00:00"
    assert client.get("/beheer").status_code == 302


@pytest.mark.parametrize(
    "address",
    [
        "https://kwaad.example/",
        "//kwaad.example",
        "/\\kwaad.example",
        "\\\\kwaad.example",
        "https:kwaad.example",
        "javascript:alert(1)",
        "/pad\r\nSet-Cookie: x=y",
        "/\t/kwaad.example",
        "/" + "a" * 600,
        "mijn-werk",
        "",
        None,
    ],
)
def test_after_signing_in_nobody_is_sent_elsewhere(app, address):
    assert safe_next(address) is None
    client = app.test_client()
    page = client.get("/inloggen", query_string={"volgende": address} if address else None)
    answer = client.post(
        "/inloggen",
        data={
            "csrf_token": token(page.text),
            "login": "griffie@proefdorp.example",
            "wachtwoord": PASSWORD,
            "volgende": address or "",
        },
    )
    assert answer.headers["Location"] == "/mijn-werk"


@pytest.mark.parametrize("address", ["/dossiers?te-laat=ja", "/mijn-werk", "/beheer/kaders"])
def test_after_signing_in_people_go_where_they_were_going(address):
    assert safe_next(address) == address


def test_too_large_a_file_gets_a_friendly_page(client):
    csrf = token(client.get("/toets").text)
    big = io.BytesIO(b"x" * (26 * 1024 * 1024))
    answer = client.post("/toets", data={"csrf_token": csrf, "bestand": (big, "groot.docx")})
    assert answer.status_code == 413
    assert "25 MB" in answer.text
    assert_contract(answer)


def test_an_unexpected_error_shows_nothing_of_the_machine(world):
    app = create_app(world, WebConfig(secret_key="k" * 40))

    def broken() -> str:
        raise RuntimeError("geheim detail /pad/naar/bestand")

    app.view_functions["openbaar.voorstellen"] = broken
    broken.__access__ = frozenset({"openbaar"})
    answer = app.test_client().get("/voorstellen")
    assert answer.status_code == 500
    assert "geheim detail" not in answer.text
    assert "Traceback" not in answer.text
    assert "Er ging bij ons iets mis" in answer.text
    assert_contract(answer)
