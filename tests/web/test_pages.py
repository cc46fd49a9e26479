"""Every page GET: valid HTML, one h1, a title, unique ids, labels, nothing inline."""

from __future__ import annotations

from dataclasses import replace

import pytest
from page_checks import checked
from web_world import SECRET_TITLE

from sdprocess.web.content_report import content_report

PUBLIC_PAGES = ("/", "/toets", "/toets?voorbeeld=ja", "/voorstellen", "/inloggen")
PAGES_OF = [
    ("steller", "/mijn-werk"),
    ("raadslid", "/mijn-werk"),
    ("griffie", "/account"),
    ("beheerder", "/mijn-werk"),
    ("beheerder", "/beheer"),
    ("beheerder", "/beheer/mensen/nieuw"),
    ("beheerder", "/beheer/mensen/2"),
    ("beheerder", "/beheer/kaders"),
    ("beheerder", "/beheer/kaders/licht"),
    ("beheerder", "/beheer/kaders/licht/vergelijk?oud=1.0.0&nieuw=1.0.0"),
    ("beheerder", "/beheer/kaders/licht/bijwerken?van=&naar=1.0.0"),
    ("beheerder", "/beheer/kaders-invoeren"),
    ("beheerder", "/beheer/kaders-wat-als"),
]


@pytest.mark.parametrize("address", PUBLIC_PAGES)
def test_a_public_page_is_well_made(client, address):
    answer = client.get(address)
    assert answer.status_code == 200
    checked(answer.text)


@pytest.mark.parametrize(("role", "address"), PAGES_OF, ids=lambda v: v)
def test_a_page_behind_an_account_is_well_made(clients, role, address):
    answer = clients[role].get(address)
    assert answer.status_code == 200
    checked(answer.text)


def test_mijn_werk_shows_the_steller_what_to_do_and_nobody_on_the_council_side(clients, secret_dossier):
    mine = checked(clients["steller"].get("/mijn-werk").text)
    assert secret_dossier in mine.text()
    for role in ("raadslid", "griffie", "agendacommissie", "beheerder"):
        assert SECRET_TITLE not in clients[role].get("/mijn-werk").text


def test_a_confidential_dossier_is_on_no_public_page(client, secret_dossier):
    for address in (*PUBLIC_PAGES, f"/voorstellen/{secret_dossier}"):
        assert SECRET_TITLE not in client.get(address).text
    assert client.get(f"/voorstellen/{secret_dossier}").status_code == 404


@pytest.mark.parametrize(
    ("role", "shown", "behind"),
    [
        ("openbaar", ["Toets een concept", "Voorstellen"], []),
        ("raadslid", ["Mijn werk", "Dossiers", "Besluiten en kaders"], ["Toets een concept", "Voorstellen"]),
        ("toetser", ["Mijn werk", "Dossiers", "Besluiten en kaders"], ["Toets een concept", "Voorstellen", "IJken"]),
        ("beheerder", ["Mijn werk", "Dossiers", "Besluiten en kaders"], ["Toets een concept", "Voorstellen", "Beheer"]),
    ],
)
def test_the_menu_fits_and_the_rest_stands_behind_meer(client, clients, role, shown, behind):
    page = checked((client if role == "openbaar" else clients[role]).get("/toets").text)
    menu = next(e for e in page.all("nav") if e.get("aria-label") == "Hoofdmenu")
    more = [a.text for fold in menu.iter("details") for a in fold.iter("a")]
    assert more == behind
    assert [a.text for a in menu.iter("a") if a.text not in more] == shown
    assert ["".join(s.itertext()) for s in menu.iter("summary")] == (
        ["Meer, u bent bij Toets een concept"] if behind else []
    )


def test_the_menu_shows_only_what_a_role_can_open(clients):
    assert 'href="/beheer"' in clients["beheerder"].get("/").text
    assert 'href="/beheer"' not in clients["raadslid"].get("/").text
    assert 'href="/mijn-werk"' not in clients["openbaar"].get("/").text


def test_every_file_that_a_page_loads_exists_and_may_be_kept_for_long(client):
    page = checked(client.get("/").text)
    files = [e.get("href") for e in page.all("link")] + [e.get("src") for e in page.all("script")]
    assert files
    for address in files:
        answer = client.get(address)
        assert answer.status_code == 200, address
        assert "max-age=31536000" in answer.headers["Cache-Control"]


def test_the_page_of_the_content_shows_the_summary_in_english_of_every_kader(clients, world):
    text = checked(clients["beheerder"].get("/beheer/kaders").text).text()
    assert world.library.english
    assert not [name for name, summary in world.library.english.items() if summary not in " ".join(text.split())]


def test_content_report_shows_every_file_and_that_its_examples_hold(clients, world):
    page = checked(clients["beheerder"].get("/beheer/kaders").text)
    for workflow in world.library.workflows.values():
        assert workflow.title in page.text()
    for checklist in world.library.checklists.values():
        assert checklist.title in page.text()
    assert "kloppen niet" not in page.text()


def test_a_checklist_whose_rule_misses_its_own_example_is_reported(world, tmp_path):
    ref = world.library.checklist_ref("raadsvoorstel")
    path = world.library.root / "checklists" / ref.id / f"{ref.version}.yaml"
    copy = tmp_path / "checklists" / ref.id / path.name
    copy.parent.mkdir(parents=True)
    rule = world.library.checklist("raadsvoorstel").questions[0].rules[0]
    hit = rule.hits[0] if isinstance(rule.hits[0], str) else rule.hits[0].text
    copy.write_text(path.read_text("utf-8").replace(hit, "Niets van belang.", 1), "utf-8")
    report = content_report(replace(world.library, root=tmp_path))
    problems = [problem for file in report if file.kind == "Checklist" for problem in file.problems]
    assert any("Niets van belang." in problem for problem in problems)


def test_health_answers_in_one_word(client):
    answer = client.get("/gezond")
    assert (answer.status_code, answer.text) == (200, "ok\n")
