from __future__ import annotations

import re

import pytest
from dossier_world import FIRST, Town, add
from page_checks import checked

from sdprocess.services import queries

PAGE = "/dossiers/2026-001/voorstel"
VERSION = f"{PAGE}/versie/2"
WHY = "De partners staan in de bijlage, met hun mening."


def finding(town: Town, question: str) -> str:
    """The machine's verdict on the newest version of the draft."""
    page = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
    return str(page.assessment.finding(question).verdict)


def other(verdict: str) -> str:
    return "nee" if verdict != "nee" else "ja"


@pytest.mark.parametrize(
    ("who", "address"),
    [
        ("anna", PAGE),
        ("anna", f"{PAGE}/versie/1"),
        ("tom", PAGE),
        ("carla", PAGE),
        ("wil", "/dossiers/2026-002/voorstel"),
        ("raf", "/dossiers/2026-002/voorstel"),
        ("anna", "/dossiers/2026-001/vergelijk?oud=1&nieuw=2"),
    ],
)
def test_the_page_is_valid_named_and_labelled(town: Town, who: str, address: str) -> None:
    browser = town.browser(who)
    checked(browser.get(address))
    assert browser.status == 200


def test_every_passage_leads_to_its_place_in_the_text_and_back(town: Town) -> None:
    html = town.browser("anna").get(PAGE)
    view = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
    evidence = {f"{q.finding.question}-{n}" for q in view.questions for n, _ in enumerate(q.finding.evidence, 1)}
    assert len(evidence) > 5
    assert set(re.findall(r'href="#tekst-([A-Z]\d-\d+)"', html)) == evidence
    assert set(re.findall(r'href="#bewijs-([A-Z]\d-\d+)"', html)) == evidence


def test_the_text_is_whole_with_the_marks_in_it(town: Town) -> None:
    page = checked(town.browser("anna").get(PAGE))
    concept = next(e for e in page.all("div") if e.get("class") == "concept")
    for link in [e for e in concept.iter("a") if e.get("class") == "terug"]:
        link.text = ""
        for child in list(link):
            link.remove(child)
            link.text += child.tail or ""
        link.text = ""
    text = " ".join("".join(concept.itertext()).split())
    assert "De Kredietbank staat achter het plan, maar vindt twee jaar te kort." in text


def test_the_verdict_is_a_word_and_not_only_a_colour(town: Town) -> None:
    page = checked(town.browser("anna").get(PAGE))
    heads = [e for e in page.all("summary") if e.get("class") == "vraag__kop"]
    verdicts = [e for head in heads for e in head.iter("span") if (e.get("class") or "").startswith("oordeel ")]
    words = {"".join(verdict.itertext()).strip() for verdict in verdicts}
    assert len(verdicts) == len(heads)
    assert words <= {"beantwoord", "deels beantwoord", "open", "niet van toepassing", "niet beoordeeld"}
    assert len(heads) == 26


class TestSelfCheck:
    """Saying what one thinks of the machine's verdicts."""

    def test_agreeing_is_one_choice_and_is_kept(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        browser.post(f"{VERSION}/oordeel", criterium="A", **{"A1-oordeel": "klopt", "A2-oordeel": "klopt"})
        assert browser.status == 303
        assert browser.location == f"{VERSION}#criterium-A"
        page = checked(browser.get(PAGE))
        assert "Uw oordeel over 2 vragen is bewaard." in page.text()
        assert "Nog 24 vragen wachten op uw oordeel" in page.text()
        kept = next(e for e in page.all("input") if e.get("id") == "A1-oordeel-klopt")
        assert "checked" in kept.attrib

    def test_one_button_agrees_with_the_rest_of_a_criterion(self, town: Town) -> None:
        browser = town.browser("anna")
        assert "Bewaar, en de rest van C klopt" in browser.get(PAGE)
        answer = other(finding(town, "C2"))
        browser.post(f"{VERSION}/oordeel", criterium="C", rest="klopt", **{"C2-oordeel": answer, "C2-reden": WHY})
        assert browser.status == 303
        assert browser.location == f"{VERSION}#criterium-D"
        view = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        said = {q.finding.question: (q.own.verdict, q.finding.verdict) for q in view.questions if q.own is not None}
        assert said.keys() == {"C1", "C2", "C3", "C4"}
        assert {question for question, (own, machine) in said.items() if own is not machine} == {"C2"}
        assert "Bewaar, en de rest van C klopt" not in browser.get(PAGE)

    def test_after_the_last_question_the_page_says_that_all_are_judged(self, town: Town) -> None:
        browser = town.browser("anna")
        view = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        for criterion in view.checklist.criteria:
            browser.get(PAGE)
            asked = [q.id for q in view.checklist.questions if q.criterion == criterion.id]
            answers = {f"{id_}-oordeel": "nvt" for id_ in asked} | {f"{id_}-reden": WHY for id_ in asked}
            browser.post(f"{VERSION}/oordeel", criterium=criterion.id, **answers)
        assert browser.location == f"{VERSION}#nu"
        assert "U hebt bij elke vraag een oordeel gegeven." in checked(browser.get(PAGE)).text()

    def test_a_different_verdict_with_its_reason_is_marked_as_different(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        browser.post(f"{VERSION}/oordeel", criterium="C", **{"C1-oordeel": other(finding(town, "C1")), "C1-reden": WHY})
        assert browser.status == 303
        text = checked(browser.get(PAGE)).text()
        assert "anders dan de toets" in text
        assert WHY in text
        assert "Hier denken mensen er anders over dan de toets: C1" in text

    @pytest.mark.parametrize("answer", ["nvt", "anders"])
    def test_without_the_reason_that_is_owed_everything_typed_comes_back(self, town: Town, answer: str) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        answer = other(finding(town, "C1")) if answer == "anders" else answer
        browser.post(
            f"{VERSION}/oordeel",
            criterium="C",
            **{"C1-oordeel": answer, "C2-oordeel": "klopt", "C3-oordeel": "nvt", "C3-reden": WHY},
        )
        assert browser.status == 422
        page = checked(browser.html)
        assert '<a href="#C1-reden">' in page.html
        assert WHY in page.text()
        chosen = {e.get("id") for e in page.all("input") if e.get("type") == "radio" and "checked" in e.attrib}
        assert chosen == {f"C1-oordeel-{answer}", "C2-oordeel-klopt", "C3-oordeel-nvt"}
        after = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        assert all(q.own is None for q in after.questions)

    @pytest.mark.parametrize(
        "typed",
        [
            pytest.param("De Kredietbank staat achter het plan", id="literal"),
            pytest.param("de kredietbank  staat achter het plan", id="other capitals and spaces"),
            pytest.param("«De Kredietbank staat agter het plan»", id="typing error"),
        ],
    )
    def test_a_quote_is_found_back_in_the_text(self, town: Town, typed: str) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        answer = other(finding(town, "C1"))
        browser.post(f"{VERSION}/oordeel", criterium="C", **{"C1-oordeel": answer, "C1-reden": WHY, "C1-citaat": typed})
        assert browser.status == 303
        view = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        own = next(q.own for q in view.questions if q.finding.question == "C1")
        assert own is not None
        assert own.quote == "De Kredietbank staat achter het plan"

    def test_a_quote_that_is_not_in_the_text_is_refused_at_its_field(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        words = "De wethouder heeft dit in de commissie toegezegd"
        answer = other(finding(town, "C1"))
        browser.post(f"{VERSION}/oordeel", criterium="C", **{"C1-oordeel": answer, "C1-reden": WHY, "C1-citaat": words})
        assert browser.status == 422
        page = checked(browser.html)
        assert '<a href="#C1-citaat">' in page.html
        assert words in page.html

    def test_saving_the_same_again_keeps_nothing_twice(self, town: Town) -> None:
        browser = town.browser("anna")
        for _ in range(2):
            browser.get(PAGE)
            browser.post(f"{VERSION}/oordeel", criterium="A", **{"A1-oordeel": "klopt"})
        assert "Er is niets veranderd" in browser.get(PAGE)
        events = queries.dossier_page(town.world, town.actor("anna"), "2026-001").events
        assert [e.kind for e in events].count("beoordeeld") == 1

    @pytest.mark.parametrize("value", ["misschien", "niet-beoordeeld", "<b>"])
    def test_an_answer_that_is_not_offered_is_not_kept(self, town: Town, value: str) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        browser.post(f"{VERSION}/oordeel", criterium="A", **{"A1-oordeel": value})
        view = queries.proposal_page(town.world, town.actor("anna"), "2026-001")
        assert all(q.own is None for q in view.questions)

    def test_the_colleague_judges_beside_the_steller(self, town: Town) -> None:
        for who in ("anna", "tom"):
            browser = town.browser(who)
            browser.get(PAGE)
            browser.post(f"{VERSION}/oordeel", criterium="A", **{"A1-oordeel": "nvt", "A1-reden": f"Reden van {who}."})
            assert browser.status == 303
        text = checked(town.browser("carla").get(PAGE)).text()
        assert "Reden van anna." in text
        assert "Reden van tom." in text

    @pytest.mark.parametrize("who", ["carla", "raf"])
    def test_who_does_not_judge_gets_no_form_and_cannot_send_one(self, town: Town, who: str) -> None:
        browser = town.browser(who)
        page = "/dossiers/2026-002/voorstel"
        assert "zelftoetsformulier" not in browser.get(page)
        browser.post(f"{page}/versie/1/oordeel", criterium="A", **{"A1-oordeel": "klopt"})
        assert browser.status == 403

    def test_an_older_version_says_so_and_takes_no_judgement(self, town: Town) -> None:
        page = checked(town.browser("anna").get(f"{PAGE}/versie/1"))
        assert "U leest een oudere versie." in page.text()
        assert "zelftoetsformulier" not in page.html

    def test_judging_while_a_newer_version_came_keeps_what_was_typed_to_copy(self, town: Town) -> None:
        browser = town.browser("anna")
        browser.get(PAGE)
        add(town.world, town.actor("anna"), "2026-001", FIRST.replace("2024", "2025"), "derde.md")
        browser.post(f"{VERSION}/oordeel", criterium="C", **{"C1-oordeel": "nvt", "C1-reden": WHY})
        assert browser.status == 409
        text = checked(browser.html).text()
        assert "Intussen is er versie 3" in text
        assert WHY in text


class TestComparison:
    """Two versions beside each other."""

    ADDRESS = "/dossiers/2026-001/vergelijk?oud=1&nieuw=2"

    def test_what_came_and_went_is_said_in_words_too(self, town: Town) -> None:
        page = checked(town.browser("anna").get(self.ADDRESS))
        gone = " ".join("".join(e.itertext()) for e in page.all("del"))
        came = " ".join("".join(e.itertext()) for e in page.all("ins"))
        assert "Met de Kredietbank is overlegd over de uitvoering." in gone
        assert "Daarom kiezen wij voor budgetcoaching." in came
        assert [e for e in page.all("span") if e.get("class") == "wijzigwoord"]

    def test_the_verdicts_that_changed_are_in_a_table(self, town: Town) -> None:
        page = checked(town.browser("anna").get(self.ADDRESS))
        view = queries.compare_versions(town.world, town.actor("anna"), "2026-001", 1, 2)
        rows = [r for r in page.all("tr") if r.find("th") is not None and r.find("th").get("scope") == "row"]
        assert len(rows) == len(view.verdicts) > 2

    @pytest.mark.parametrize("query", ["", "oud=1", "oud=1&nieuw=9", "oud=a&nieuw=b", "oud=-1&nieuw=2"])
    def test_versions_that_are_not_there_are_not_found(self, town: Town, query: str) -> None:
        browser = town.browser("anna")
        browser.get(f"/dossiers/2026-001/vergelijk?{query}")
        assert browser.status == 404
