"""The planning page: what it shows to whom, every form on it, and the report of a year."""

from __future__ import annotations

import re
from datetime import date

import pytest
from dossier_world import Town, move
from page_checks import checked

from sdprocess.services.plan_dossier import plan_dossier
from sdprocess.services.queries_planning import planning_page
from sdprocess.services.shift_step import shift_step
from sdprocess.services.suspend_dossier import suspend_dossier
from sdprocess.web.timeline import timeline

DRAFT = "/dossiers/2026-001/planning"
COUNCIL = "/dossiers/2026-002/planning"
REPORT = "/dossiers/plan-en-werkelijkheid"
REASON = "De cijfers van de Kredietbank komen later."
FAR = date(2027, 3, 25)
MARCH = "25 maart 2027"


def planned(town: Town, number: str = "2026-001", **changes: object) -> None:
    outcome = plan_dossier(
        town.world, town.actor("anna"), number, revision=town.revision(number), **{"wished": FAR, **changes}
    )  # type: ignore[arg-type]
    assert not isinstance(outcome, tuple)
    assert outcome.version or outcome.request, outcome


def field(html: str, name: str) -> str:
    found = re.search(rf'name="{name}"[^>]*value="([^"]*)"', html)
    assert found, name
    return found[1]


def hidden(html: str, action: str) -> dict[str, str]:
    """The hidden fields of the form that goes to an address."""
    form = html[html.index(f'action="{action}"') :]
    form = form[: form.index("</form>")]
    return {name: field(form, name) for name in ("revisie", "gezien", "sleutel")}


@pytest.mark.parametrize(("who", "address"), [("anna", DRAFT), ("tom", DRAFT), ("wil", COUNCIL), ("raf", COUNCIL)])
def test_without_a_plan_the_page_says_how_one_is_made(town: Town, who: str, address: str) -> None:
    page = checked(town.browser(who).get(address))
    assert "Er is nog geen plan." in page.text()
    assert ("Maak een plan" in page.text()) is (who in ("anna", "wil"))


def test_a_wished_date_gives_a_plan_with_its_table_and_its_drawing(town: Town) -> None:
    browser = town.browser("anna")
    html = browser.get(DRAFT)
    browser.post(f"{DRAFT}/wens", **hidden(html, f"{DRAFT}/wens"), raadsdatum=FAR.isoformat(), deelnemers="")
    assert (browser.status, browser.location) == (303, DRAFT)
    page = checked(browser.get(DRAFT))
    text = page.text()
    assert "De planning is bijgewerkt." in text
    assert f"Raadsvergadering: donderdag {MARCH}." in text
    assert "Waarom deze datum?" in text
    assert "dan moet 'Griffie' beginnen" in text or "dan moet" in text


def test_every_day_in_the_drawing_is_in_the_table(town: Town) -> None:
    planned(town)
    html = town.browser("anna").get(DRAFT)
    view = planning_page(town.world, town.actor("anna"), "2026-001")
    drawing = timeline(view.rows, view.versions, view.today)
    assert drawing is not None
    table = html[html.index('id="planning-tabel"') :]
    days = re.findall(r"\d+ \w+ 20\d\d", drawing.sentence)
    assert len(days) >= 3
    assert not [day for day in days if day not in table]
    assert html.count('class="tijdlijn__plan"') >= len(days)


def test_a_date_that_cannot_be_met_says_why_and_offers_the_first_that_can(town: Town) -> None:
    browser = town.browser("anna")
    html = browser.get(DRAFT)
    tried = {**hidden(html, f"{DRAFT}/wens"), "deelnemers": "Anne"}
    html = browser.post(f"{DRAFT}/wens", **tried, raadsdatum="2026-12-02")
    assert browser.status == 422
    text = checked(html).text()
    assert "Woensdag 2 december 2026 is niet haalbaar." in text
    assert "kan niet meer" in text
    offered = re.search(r"De eerste raadsvergadering die gehaald kan worden, is op (.+? 20\d\d)\.", text)
    assert offered
    assert f"Plan naar {offered[1]}" in text
    first = html[html.index('id="onhaalbaar"') :]
    wanted = {name: field(first, name) for name in ("revisie", "gezien", "sleutel", "raadsdatum", "deelnemers")}
    browser.post(f"{DRAFT}/wens", **wanted)
    assert browser.status == 303
    assert wanted["deelnemers"] == "Anne"


@pytest.mark.parametrize(
    ("act", "fields", "said"),
    [
        ("wens", {"raadsdatum": "2020-01-01"}, "Deze dag is al voorbij."),
        ("wens", {"raadsdatum": "morgen"}, "Dit is geen datum."),
        ("verschuif", {"stap": "concept", "einde": "", "reden": REASON}, "Kies een dag."),
        ("verschuif", {"stap": "concept", "einde": "2027-01-05", "reden": ""}, "Schrijf op waarom u dit doet."),
        ("verschuif", {"stap": "nergens", "einde": "2027-01-05", "reden": REASON}, "Deze stap staat niet in het plan"),
        ("opschorten", {"reden": " "}, "Schrijf op waarom u dit doet."),
        ("evaluatie", {"antwoord1": "", "antwoord2": "", "antwoord3": ""}, "Beantwoord minstens één vraag."),
        ("hervatten", {}, "De klok van dit dossier loopt al."),
        ("instemming", {"deelnemer": "Anne", "antwoord": "ja"}, "Er is geen verschuiving die op instemming wacht."),
        ("instemming", {"deelnemer": "Anne"}, "Kies wat het antwoord is."),
    ],
)
def test_what_cannot_be_comes_back_with_the_reason_and_what_was_typed(
    town: Town, act: str, fields: dict[str, str], said: str
) -> None:
    planned(town)
    browser = town.browser("anna")
    browser.get(DRAFT)
    revision = str(town.revision("2026-001"))
    html = browser.post(f"{DRAFT}/{act}", revisie=revision, gezien="Concept", sleutel="a", **fields)
    assert browser.status == 422
    assert said in checked(html).text()
    kept = [value for name, value in fields.items() if value.strip() and name not in ("stap", "deelnemer", "antwoord")]
    assert all(value in html for value in kept)
    assert town.revision("2026-001") == int(revision)


def test_who_was_first_wins_and_the_other_keeps_what_was_typed(town: Town) -> None:
    planned(town)
    browser = town.browser("anna")
    browser.get(DRAFT)
    html = browser.post(f"{DRAFT}/opschorten", revisie="1", gezien="Concept", sleutel="b", reden=REASON)
    assert browser.status == 409
    assert "Iemand anders was u voor" in checked(html).text()
    assert REASON in html


def test_a_shift_that_needs_consent_waits_and_then_comes_into_force(town: Town) -> None:
    planned(town, participants=("Cliëntenraad", "Kredietbank"))
    browser = town.browser("anna")
    html = browser.get(DRAFT)
    step = re.search(r'<option value="(\w+)"', html)
    assert step
    browser.post(
        f"{DRAFT}/verschuif", **hidden(html, f"{DRAFT}/verschuif"), stap=step[1], einde="2027-03-30", reden=REASON
    )
    assert browser.status == 303
    html = browser.get(DRAFT)
    assert "De verschuiving wacht op instemming." in checked(html).text()
    for name, note in (("Cliëntenraad", ""), ("Kredietbank", "per telefoon")):
        html = browser.get(DRAFT)
        answer = {**hidden(html, f"{DRAFT}/instemming"), "deelnemer": name, "antwoord": "ja", "toelichting": note}
        browser.post(f"{DRAFT}/instemming", **answer)
        assert browser.status == 303
    text = checked(browser.get(DRAFT)).text()
    assert "Iedereen stemt in. De nieuwe planning geldt." in text
    assert REASON in text
    assert MARCH in text  # the old date stays


def test_the_clock_is_stopped_and_runs_again(town: Town) -> None:
    planned(town)
    browser = town.browser("anna")
    html = browser.get(DRAFT)
    browser.post(f"{DRAFT}/opschorten", **hidden(html, f"{DRAFT}/opschorten"), reden=REASON)
    text = checked(browser.get(DRAFT)).text()
    assert "De klok staat stil sinds" in text
    assert "De klok staat stil sinds" in town.browser("anna").get("/dossiers/2026-001")
    html = browser.get(DRAFT)
    browser.post(f"{DRAFT}/hervatten", **hidden(html, f"{DRAFT}/hervatten"))
    assert "De klok loopt weer. De klok stond stil van" in checked(browser.get(DRAFT)).text()


def test_sending_a_form_twice_does_one_thing(town: Town) -> None:
    browser = town.browser("anna")
    html = browser.get(DRAFT)
    form = {**hidden(html, f"{DRAFT}/wens"), "raadsdatum": FAR.isoformat()}
    for _ in range(2):
        browser.post(f"{DRAFT}/wens", **form)
        assert browser.status == 303
    with town.world.uow() as uow:
        assert len(uow.planning.versions(uow.dossiers.get("2026-001").id)) == 1


def test_the_three_questions_are_answered_shown_and_saved_as_csv(town: Town) -> None:
    browser = town.browser("tom")
    html = browser.get(DRAFT)
    answers = {"antwoord1": "=Snel begonnen.", "antwoord2": "", "antwoord3": "Wij bellen elke week."}
    browser.post(f"{DRAFT}/evaluatie", **hidden(html, f"{DRAFT}/evaluatie"), **answers)
    assert browser.status == 303
    text = checked(browser.get(DRAFT)).text()
    assert "Wij bellen elke week." in text
    assert "Wat ging goed in het proces tot nu toe?" in text
    csv = browser.get("/dossiers/2026-001/procesevaluatie.csv")
    assert ";Tom;Wat ging goed in het proces tot nu toe?;'=Snel begonnen." in csv


def test_the_council_side_sees_its_own_steps_and_no_reason_of_before_the_hand_over(town: Town) -> None:
    suspend_dossier(
        town.world, town.actor("carla"), "2026-001", reason="GEHEIME REDEN", revision=town.revision("2026-001")
    )
    secret = town.actor("anna")
    planned(town, "2026-002")
    first = planning_page(town.world, secret, "2026-002")
    assert first.current is not None
    step = first.shiftable[0]
    shift_step(
        town.world,
        town.actor("wil"),
        "2026-002",
        state=step.state,
        end=date(2027, 4, 1),
        reason="De agenda is vol.",
        revision=town.revision("2026-002"),
    )
    text = checked(town.browser("raf").get(COUNCIL)).text()
    assert "De agenda is vol." in text
    assert "Stappen die voor het college zijn, staan er voor u niet bij." in text
    hidden_states = [s.title for s in town.world.library.workflow("licht").states if s.side.value == "college"]
    table = town.browser("raf").get(COUNCIL).split('id="planning-tabel"')[1].split("</table>")[0]
    assert not [t for t in hidden_states if f'<th scope="row">{t}' in table]
    for who in ("raf", "wil", "beer"):
        browser = town.browser(who)
        assert "GEHEIME REDEN" not in browser.get(DRAFT)
        assert browser.status == 404
        assert "GEHEIME REDEN" not in browser.get(REPORT)


def test_a_plan_made_by_the_college_shows_the_council_its_days_but_not_its_reason(town: Town) -> None:
    planned(town, reason="GEHEIME REDEN")
    town.browser("anna")
    with town.world.uow() as uow:
        state = uow.dossiers.get("2026-001").state
    assert state == "opstellen"
    view = planning_page(town.world, town.actor("anna"), "2026-001")
    assert view.current is not None
    assert view.current.proposal.reason == "GEHEIME REDEN"


def test_the_page_as_csv_has_a_line_per_step(town: Town) -> None:
    planned(town)
    csv = town.browser("anna").get(f"{DRAFT}.csv")
    lines = csv.splitlines()
    assert lines[0].startswith("\ufeffDossier;Stap;Eerste plan: begin")
    view = planning_page(town.world, town.actor("anna"), "2026-001")
    assert len(lines) == 1 + len(view.rows)
    assert all(line.startswith("2026-001;") for line in lines[1:])


def test_the_report_of_a_year_counts_what_ended_later_and_what_it_cost(town: Town) -> None:
    empty = checked(town.browser("anna").get(REPORT)).text()
    assert "nog geen stap klaar van een dossier met een plan" in empty
    planned(town)
    term = planning_page(town.world, town.actor("anna"), "2026-001").card.dossier.term
    assert term is not None
    town.clock.forward(days=(term - town.clock.at.date()).days + 7)
    move(town.world, town.actor("anna"), "2026-001", "trek-in", REASON)
    year = town.clock.at.year
    browser = town.browser("anna")
    text = checked(browser.get(f"{REPORT}?jaar={year}")).text()
    assert "5 werkdagen later" in text
    csv = browser.get(f"{REPORT}.csv?jaar={year}")
    assert re.search(r"2026-001;Opstellen;[^;]+;[^;]+;[^;]+;[^;]+;[^;]+;[^;]+;5;", csv)


def test_nobody_sees_figures_of_dossiers_that_do_not_exist_for_them(town: Town) -> None:
    planned(town)
    town.clock.forward(days=10)
    move(town.world, town.actor("anna"), "2026-001", "trek-in", REASON)
    year = town.clock.at.year
    for who in ("raf", "beer", "bas"):
        browser = town.browser(who)
        assert "2026-001" not in browser.get(f"{REPORT}?jaar={year}")
        assert "2026-001" not in browser.get(f"{REPORT}.csv?jaar={year}")


@pytest.mark.parametrize("year", ["", "abc", "99999999", "-1", "1999"])
def test_an_odd_year_is_no_error(town: Town, year: str) -> None:
    browser = town.browser("anna")
    checked(browser.get(f"{REPORT}?jaar={year}"))
    assert browser.status == 200
