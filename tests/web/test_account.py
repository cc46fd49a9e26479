"""Signing in and out, and one's own password."""

from __future__ import annotations

import pytest
from page_checks import checked
from web_world import PASSWORD, signed_in, token

from sdprocess.services.manage_people import add_person
from sdprocess.services.sign_in import MAX_FAILURES

UNIFORM = "Dit e-mailadres en dit wachtwoord horen niet bij elkaar."


def attempt(app, login, password):
    client = app.test_client()
    page = client.get("/inloggen")
    return client.post("/inloggen", data={"csrf_token": token(page.text), "login": login, "wachtwoord": password})


def test_unknown_address_and_wrong_password_get_the_same_answer(app):
    def body(answer):
        return checked(answer.text).text().replace("niemand@", "college@")

    wrong = attempt(app, "college@proefdorp.example", "een heel ander wachtwoord")
    unknown = attempt(app, "niemand@proefdorp.example", "een heel ander wachtwoord")
    assert wrong.status_code == unknown.status_code == 400
    assert UNIFORM in wrong.text
    assert body(wrong) == body(unknown)


@pytest.mark.parametrize(
    ("login", "password", "sentence"),
    [
        pytest.param("", "x", "Vul het e-mailadres in", id="geen adres"),
        pytest.param("a@b.example", "", "Vul uw wachtwoord in", id="geen wachtwoord"),
        pytest.param("a@b.example", "x" * 5000, UNIFORM, id="veel te lang wachtwoord"),
        pytest.param("' OR 1=1 --", "x", UNIFORM, id="rare tekens"),
    ],
)
def test_what_is_missing_is_said_and_the_password_is_not_shown_again(app, login, password, sentence):
    answer = attempt(app, login, password)
    assert answer.status_code == 400
    page = checked(answer.text)
    assert sentence in page.text()
    field = next(e for e in page.all("input") if e.get("name") == "wachtwoord")
    assert not field.get("value")


def test_after_too_many_tries_even_the_right_password_waits(app, world, actors):
    person = add_person(
        world, actors["beheerder"], name="Vaak", login="vaak@proefdorp.example", roles=["steller"], password=PASSWORD
    )
    for _ in range(MAX_FAILURES):
        assert attempt(app, person.login, "fout wachtwoord hier").status_code == 400
    answer = attempt(app, person.login, PASSWORD)
    assert answer.status_code == 429
    assert "Wacht een kwartier" in answer.text


def test_who_must_sign_in_first_comes_back_where_they_were(app):
    client = app.test_client()
    sent = client.get("/account?x=1")
    assert sent.status_code == 302
    page = client.get(sent.headers["Location"])
    data = {"csrf_token": token(page.text), "login": "college@proefdorp.example", "wachtwoord": PASSWORD}
    field = next(e for e in checked(page.text).all("input") if e.get("name") == "volgende")
    answer = client.post("/inloggen", data={**data, "volgende": field.get("value")})
    assert answer.headers["Location"] == "/account?x=1"


def test_signing_out_ends_the_session(app):
    client = signed_in(app, "college@proefdorp.example")
    csrf = token(client.get("/account").text)
    assert client.post("/uitloggen", data={"csrf_token": csrf}).headers["Location"] == "/"
    assert client.get("/account").status_code == 302


def test_a_new_password_works_here_and_ends_sessions_elsewhere(app, world, actors):
    person = add_person(
        world,
        actors["beheerder"],
        name="Wissel",
        login="wissel@proefdorp.example",
        roles=["college"],
        password=PASSWORD,
    )
    here, elsewhere = signed_in(app, person.login), signed_in(app, person.login)
    csrf = token(here.get("/account").text)
    new = "zeven nieuwe vogels zingen"
    answer = here.post("/account", data={"csrf_token": csrf, "huidig": PASSWORD, "nieuw": new})
    assert answer.status_code == 303
    assert "Uw wachtwoord is gewijzigd" in here.get("/account").text
    assert elsewhere.get("/account").status_code == 302
    assert attempt(app, person.login, new).status_code == 303


@pytest.mark.parametrize(
    ("old", "new", "field"),
    [
        pytest.param("niet het goede", "zeven nieuwe vogels zingen", "huidig", id="oude klopt niet"),
        pytest.param(PASSWORD, "kort", "nieuw", id="te kort"),
        pytest.param(PASSWORD, "aaaaaaaaaaaaaaaa", "nieuw", id="te raden"),
    ],
)
def test_a_password_that_is_not_good_is_refused_at_its_field(app, old, new, field):
    client = signed_in(app, "college@proefdorp.example")
    csrf = token(client.get("/account").text)
    answer = client.post("/account", data={"csrf_token": csrf, "huidig": old, "nieuw": new})
    assert answer.status_code == 400
    page = checked(answer.text)
    assert f'href="#{field}"' in page.html
