"""Versions of proceskaders, as a beheerder works with them on the pages."""

from __future__ import annotations

import hashlib
import io

import pytest
from page_checks import checked
from web_world import PASSWORD, signed_in, token

from sdprocess.content.refs import content_root
from sdprocess.services.manage_people import add_person
from sdprocess.services.open_dossier import open_dossier

LICHT = (content_root() / "workflows" / "licht" / "1.0.0.yaml").read_text("utf-8")
RENAMED = (("opstellen:", "schrijven:"), (": opstellen", ": schrijven"), ("[opstellen", "[schrijven"))
SECRET = "Zeer vertrouwelijke titel"


def version(number: str, *changes: tuple[str, str]) -> bytes:
    text = LICHT.replace('versie: "1.0.0"', f'versie: "{number}"')
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


@pytest.fixture
def admin(clients):
    return clients["beheerder"]


@pytest.fixture
def running(world, actors):
    """A running dossier of the college on `licht`; the beheerder may know its number and state, not its title."""
    return open_dossier(world, actors["steller"], title=SECRET, about="Taal", theme="taal", portfolio="wethouder Proef")


def post(client, address, page="/beheer/kaders-invoeren", **data):
    return client.post(
        address,
        data={"csrf_token": token(client.get(page).text), **data},
        content_type="multipart/form-data",
    )


def brought_in(admin, number, *changes, **fields):
    data = version(number, *changes)
    return post(admin, "/beheer/kaders-invoeren", bestand=(io.BytesIO(data), "licht.yaml"), **fields)


def test_a_kader_is_kept_compared_taken_in_use_and_downloaded(admin, world):
    data = version("2.0.0", ("titel: Opstellen", "titel: Schrijven"))
    answer = post(
        admin,
        "/beheer/kaders-invoeren",
        bestand=(io.BytesIO(data), "licht.yaml"),
        controlegetal=hashlib.sha256(data).hexdigest(),
    )
    assert answer.headers["Location"] == "/beheer/kaders/licht"
    page = checked(admin.get("/beheer/kaders/licht").text)
    assert "licht 2.0.0 is bewaard." in page.text()
    assert "Nieuwe dossiers krijgen versie 1.0.0" in page.text()
    assert admin.get("/beheer/kaders/licht/2.0.0/bestand").data == data
    difference = checked(admin.get("/beheer/kaders/licht/vergelijk?oud=1.0.0&nieuw=2.0.0").text).text()
    assert "Opstellen" in difference
    assert "Schrijven" in difference
    assert post(admin, "/beheer/kaders/licht/gebruik", versie="2.0.0").status_code == 303
    assert world.library.workflow_ref("licht").version == "2.0.0"
    log = checked(admin.get("/beheer/kaders/licht").text).text()
    assert "Bea Beheer nam versie 2.0.0 in gebruik" in log
    assert post(admin, "/beheer/kaders/licht/gebruik", versie="1.0.0").status_code == 303


def test_all_versions_are_downloaded_in_one_file_and_brought_in_again(admin):
    assert brought_in(admin, "2.1.0").status_code == 303
    assert "Download alle versies in één bestand" in checked(admin.get("/beheer/kaders/licht").text).text()
    data = admin.get("/beheer/kaders/licht/bundel").data
    answer = post(admin, "/beheer/kaders-invoeren", bestand=(io.BytesIO(data), "licht.json"))
    assert answer.headers["Location"] == "/beheer/kaders/licht"
    assert admin.get("/beheer/kaders/licht/bundel").data == data
    broken = post(admin, "/beheer/kaders-invoeren", bestand=(io.BytesIO(b'{"schema": 1}'), "licht.json"))
    assert broken.status_code == 422
    assert "geen proceskader en ook geen bundel" in checked(broken.text).text()
    assert admin.get("/beheer/kaders/bestaat-niet/bundel").status_code == 404


def test_a_file_that_is_wrong_or_not_itself_is_refused_with_the_reason(admin, world):
    answer = brought_in(admin, "3.0.0", controlegetal="0" * 64)
    assert answer.status_code == 422
    assert "Het controlegetal hoort niet bij dit bestand" in checked(answer.text).text()
    answer = brought_in(admin, "3.0.0", ("naar: toetsen", "naar: nergens"))
    assert answer.status_code == 422
    assert "licht.yaml:" in checked(answer.text).text()
    assert "'nergens' is geen toestand" in answer.text.replace("&#39;", "'")
    assert "3.0.0" not in {ref.version for ref in world.library.workflow_refs()}


def test_what_if_shows_numbers_without_titles_and_keeps_nothing(admin, world, running):
    data = version("4.0.0", *RENAMED)
    answer = post(admin, "/beheer/kaders-wat-als", bestand=(io.BytesIO(data), "licht.yaml"))
    page = checked(answer.text)
    assert running.number in page.text()
    assert "nu op 1.0.0" in page.text()
    assert "De toestand 'Opstellen' bestaat niet meer" in page.text()
    assert SECRET not in answer.text
    assert "4.0.0" not in {ref.version for ref in world.library.workflow_refs()}
    empty = post(admin, "/beheer/kaders-wat-als")
    assert empty.status_code == 422
    checked(empty.text)


def test_what_if_asks_where_a_state_that_went_goes_on_and_keeps_nothing(admin, world, running):
    data = version("4.1.0", *RENAMED)
    first = checked(post(admin, "/beheer/kaders-wat-als", bestand=(io.BytesIO(data), "licht.yaml")).text)
    assert "gaat verder in" in first.text()
    sent = {"tekst": data.decode().replace("\n", "\r\n"), "naam": "licht.yaml"}
    mapped = checked(post(admin, "/beheer/kaders-wat-als", **sent, **{"toestand-opstellen": "schrijven"}).text)
    assert "bestaat niet meer" not in mapped.text().replace("Deze toestanden bestaan", "")
    assert "0 kan niet mee" in mapped.text()
    assert post(admin, "/beheer/kaders-wat-als", **sent, **{"toestand-opstellen": "nergens"}).status_code == 422
    assert post(admin, "/beheer/kaders-wat-als", tekst="schema: iets").status_code == 422
    assert "4.1.0" not in {ref.version for ref in world.library.workflow_refs()}
    assert kader(world, running) == ("1.0.0", "opstellen")


def test_an_upgrade_is_previewed_mapped_confirmed_and_taken_back(admin, world, running):
    assert brought_in(admin, "5.0.0", *RENAMED).status_code == 303
    address = "/beheer/kaders/licht/bijwerken"
    first = checked(admin.get(f"{address}?van=1.0.0&naar=5.0.0").text).text()
    assert "Opstellen (" in first
    assert "kan niet mee" in first
    mapped = admin.get(f"{address}?van=1.0.0&naar=5.0.0&toestand-opstellen=schrijven").text
    checked(mapped)
    assert f'name="dossier-{running.number}"' in mapped
    assert SECRET not in mapped
    assert kader(world, running) == ("1.0.0", "opstellen")
    sent = {"naar": "5.0.0", "toestand-opstellen": "schrijven", f"dossier-{running.number}": str(running.revision)}
    assert post(admin, address, **sent).status_code == 303
    assert kader(world, running) == ("5.0.0", "schrijven")
    after = checked(admin.get("/beheer/kaders/licht").text).text()
    assert "Bijgewerkt: 1. Niet bijgewerkt: 0." in after
    assert f"Dossier {running.number}: van 1.0.0 naar 5.0.0" in after
    again = post(admin, address, **sent)
    assert again.status_code == 303
    assert "intussen veranderd" in admin.get("/beheer/kaders/licht").text
    back = post(admin, "/beheer/kaders/licht/terugzetten", nummer=running.number, revisie=str(running.revision + 1))
    assert back.status_code == 303
    assert kader(world, running) == ("1.0.0", "opstellen")


def kader(world, dossier):
    with world.uow() as uow:
        now = uow.dossiers.get(dossier.number)
    return now.kader.version, now.state


def test_a_beheerder_of_the_griffie_sees_no_trace_of_a_draft(app, world, actors, running):
    add_person(
        world,
        actors["beheerder"],
        name="Gre Beide",
        login="beide@proefdorp.example",
        roles=["griffie", "beheerder"],
        password=PASSWORD,
    )
    client = signed_in(app, "beide@proefdorp.example")
    data = version("6.0.0")
    answer = post(client, "/beheer/kaders-wat-als", bestand=(io.BytesIO(data), "licht.yaml"))
    assert running.number not in answer.text
    assert running.number not in client.get("/beheer/kaders/licht").text


@pytest.mark.parametrize(
    "address",
    [
        "/beheer/kaders/bestaat-niet",
        "/beheer/kaders/licht/9.9.9/bestand",
        "/beheer/kaders/licht/vergelijk?oud=1.0.0&nieuw=9.9.9",
        "/beheer/kaders/licht/vergelijk",
        "/beheer/kaders/licht/bijwerken",
    ],
)
def test_what_is_not_there_is_a_404(admin, address):
    assert admin.get(address).status_code == 404
