"""People and their roles, as a beheerder manages them."""

from __future__ import annotations

import zlib

import pytest
from page_checks import checked
from web_world import PASSWORD, signed_in, token

from sdprocess.services.manage_people import add_person

NEW = "/beheer/mensen/nieuw"


@pytest.fixture
def admin(clients):
    return clients["beheerder"]


@pytest.fixture
def somebody(world, actors, request):
    name = f"p{zlib.crc32(request.node.name.encode())}"
    return add_person(
        world,
        actors["beheerder"],
        name="Iemand",
        login=f"{name}@proefdorp.example",
        roles=["steller"],
        password=PASSWORD,
    )


def send(client, page, address, **data):
    return client.post(address, data={"csrf_token": token(client.get(page).text), **data})


def test_a_new_account_can_sign_in(app, admin):
    answer = send(
        admin,
        NEW,
        NEW,
        naam="Nina Nieuw",
        login="Nina@Proefdorp.example",
        functie="adviseur",
        rollen=["steller", "toetser"],
        wachtwoord=PASSWORD,
    )
    assert answer.status_code == 303
    page = checked(admin.get("/beheer").text)
    assert "Nina Nieuw kan nu inloggen." in page.text()
    assert "steller, toetser" in page.text()
    signed_in(app, "nina@proefdorp.example")


GOOD = {"naam": "X", "login": "x@proefdorp.example", "rollen": ["steller"], "wachtwoord": PASSWORD}


@pytest.mark.parametrize(
    ("change", "field"),
    [
        pytest.param({"naam": " "}, "naam", id="geen naam"),
        pytest.param({"login": "geen adres"}, "login", id="geen e-mailadres"),
        pytest.param({"login": "steller@proefdorp.example"}, "login", id="bestaat al"),
        pytest.param({"rollen": []}, "rollen", id="geen rol"),
        pytest.param({"rollen": ["keizer"]}, "rollen", id="onbekende rol"),
        pytest.param({"rollen": ["steller", "griffie"]}, "rollen", id="rollen aan twee kanten"),
        pytest.param({"wachtwoord": "kort"}, "wachtwoord", id="wachtwoord te kort"),
    ],
)
def test_what_is_wrong_is_said_at_its_field_and_the_rest_stays(admin, change, field):
    answer = send(admin, NEW, NEW, **{**GOOD, **change, "functie": "bewaard woord"})
    assert answer.status_code == 400
    page = checked(answer.text)
    assert f'href="#{field}"' in page.html
    assert "bewaard woord" in page.html
    assert PASSWORD not in page.html


def test_roles_change_for_the_next_request(app, admin, somebody):
    client = signed_in(app, somebody.login)
    assert client.get("/beheer").status_code == 403
    page = f"/beheer/mensen/{somebody.id}"
    answer = send(admin, page, f"{page}/rollen", rollen=["beheerder"], versie=somebody.revision)
    assert answer.status_code == 303
    assert client.get("/beheer").status_code == 200


def test_the_second_of_two_beheerders_hears_that_somebody_was_first(admin, somebody):
    page = f"/beheer/mensen/{somebody.id}"
    send(admin, page, f"{page}/rollen", rollen=["toetser"], versie=somebody.revision)
    answer = send(admin, page, f"{page}/rollen", rollen=["college"], versie=somebody.revision)
    assert answer.status_code == 409
    assert "Iemand anders was u voor" in answer.text


def test_an_account_can_be_switched_off_and_on(app, admin, somebody):
    client = signed_in(app, somebody.login)
    page = f"/beheer/mensen/{somebody.id}"
    send(admin, page, f"{page}/toegang", toegang="uit", versie=somebody.revision)
    assert client.get("/account").status_code == 302
    assert "uit: deze persoon kan niet inloggen" in checked(admin.get(page).text).text()
    send(admin, page, f"{page}/toegang", toegang="aan", versie=somebody.revision + 1)
    signed_in(app, somebody.login)


def test_a_lost_password_is_replaced(app, admin, somebody):
    page = f"/beheer/mensen/{somebody.id}"
    new = "nieuwe woorden na verlies"
    assert send(admin, page, f"{page}/wachtwoord", wachtwoord=new).status_code == 303
    signed_in(app, somebody.login, new)


def test_a_person_that_does_not_exist_is_not_found(admin):
    assert admin.get("/beheer/mensen/99999").status_code == 404


def test_a_name_with_markup_is_shown_as_text(admin):
    data = {**GOOD, "naam": "<b>Bo</b><script>x</script>", "login": "bo@proefdorp.example"}
    send(admin, NEW, NEW, **data)
    page = checked(admin.get("/beheer").text)
    assert "<b>Bo</b><script>x</script>" in page.text()
