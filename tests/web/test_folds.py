"""Which questions stand open at first, for whom; and that no fold hides what somebody typed."""

from __future__ import annotations

import re
from dataclasses import replace

import pytest
from dossier_world import Town
from page_checks import checked
from web_world import DRAFT, token

from sdprocess.domain.findings import Verdict, Weight
from sdprocess.services import queries
from sdprocess.services.views import ProposalPage
from sdprocess.web.folds import FIRST, OPEN, SHUT, asked_for, begin_with, open_questions

PAGE = "/dossiers/2026-001/voorstel"
VERSION = f"{PAGE}/versie/2"


def seen(town: Town, who: str = "anna", number: str = "2026-001") -> ProposalPage:
    return queries.proposal_page(town.world, town.actor(who), number)


def opened(html: str) -> set[str]:
    """The questions that stand open on a page."""
    return set(re.findall(r'<details class="vouw" open>.*?id="vraag-([A-Z]\d)"', html, re.DOTALL)) & set(
        re.findall(r'<details class="vouw" open>\s*<summary[^>]*><h3 id="kop-([A-Z]\d)"', html)
    )


def with_finding(view: ProposalPage, verdict: Verdict, weight: Weight, *, judged: bool, differs: bool) -> ProposalPage:
    """The page with its first question like this, and nothing asked of the others."""
    shown = next(q.finding.evidence for q in view.questions if q.finding.evidence)
    rest = [replace(q, finding=replace(q.finding, verdict=Verdict.NVT, evidence=()), own=None) for q in view.questions]
    first = rest[0]
    finding = replace(first.finding, verdict=verdict, evidence=shown if verdict in {Verdict.JA, Verdict.DEELS} else ())
    own = next((q.own for q in view.questions if q.own is not None), None) if judged else None
    rest[0] = replace(first, finding=finding, own=own, differs=differs)
    profile = view.assessment.kind_profile
    assert profile is not None
    strict = (finding.question,) if weight is Weight.STRENG else ()
    kind = replace(profile, strict=strict, light=(), suggested=())
    assessment = replace(view.assessment, kind_profile=kind, findings=tuple(q.finding for q in rest))
    return replace(view, questions=tuple(rest), assessment=assessment)


@pytest.mark.parametrize(
    ("verdict", "weight", "judged", "differs", "for_judge", "for_reader"),
    [
        pytest.param("nee", "gewoon", False, False, True, True, id="open"),
        pytest.param("deels", "gewoon", False, False, True, False, id="partly"),
        pytest.param("ja", "gewoon", False, False, False, False, id="answered"),
        pytest.param("ja", "streng", False, False, True, False, id="answered, and strict for this kind"),
        pytest.param("ja", "gewoon", False, True, True, False, id="somebody differs"),
        pytest.param("nvt", "gewoon", False, False, False, False, id="does not apply"),
        pytest.param("nee", "gewoon", True, False, False, True, id="judged by this judge already"),
        pytest.param("ja", "streng", True, True, False, False, id="judged already, strict and disputed"),
    ],
)
def test_a_question_stands_open_when_it_asks_something_of_this_reader(
    town: Town, *, verdict: str, weight: str, judged: bool, differs: bool, for_judge: bool, for_reader: bool
) -> None:
    if judged:
        browser = town.browser("anna")
        browser.get(PAGE)
        browser.post(f"{VERSION}/oordeel", criterium="A", **{"A1-oordeel": "nvt", "A1-reden": "Hoort hier niet."})
    view = with_finding(seen(town), Verdict(verdict), Weight(weight), judged=judged, differs=differs)
    first = view.questions[0].finding.question
    assert view.judge_kind
    assert set(open_questions(view, None, {})) == ({first} if for_judge else set())
    assert set(open_questions(replace(view, judge_kind=""), None, {})) == ({first} if for_reader else set())


def test_who_only_reads_gets_the_first_five_open_questions(town: Town) -> None:
    view = replace(seen(town), judge_kind="")
    findings = tuple(replace(f, verdict=Verdict.NEE) for f in view.assessment.findings)
    open_ = open_questions(replace(view, assessment=replace(view.assessment, findings=findings)), None, {})
    assert len(open_) == FIRST < len(findings)


@pytest.mark.parametrize(
    ("asked", "open_"), [("open", 26), ("dicht", 0), ("iets", None), ("", None)], ids=["open", "shut", "other", "empty"]
)
def test_the_address_opens_or_shuts_all(town: Town, asked: str, open_: int | None) -> None:
    browser = town.browser("anna")
    usual = opened(browser.get(PAGE))
    assert 0 < len(usual) < 26
    html = browser.get(f"{PAGE}?vragen={asked}")
    checked(html)
    assert len(opened(html)) == (len(usual) if open_ is None else open_)
    assert asked_for(asked) == (asked if asked in {OPEN, SHUT} else None)


def test_a_form_that_comes_back_is_never_folded_away(town: Town) -> None:
    browser = town.browser("anna")
    browser.get(PAGE)
    browser.post(f"{VERSION}/oordeel?vragen=dicht", criterium="C", **{"C1-oordeel": "nvt", "C2-oordeel": "klopt"})
    assert browser.status == 422
    assert opened(browser.html) == {"C1", "C2"}


def test_after_saving_the_page_stays_as_open_as_it_was(town: Town) -> None:
    browser = town.browser("anna")
    html = browser.get(f"{PAGE}?vragen=open")
    assert '/oordeel?vragen=open"' in html
    browser.post(f"{VERSION}/oordeel?vragen=open", criterium="A", **{"A1-oordeel": "klopt"})
    assert browser.location == f"{VERSION}?vragen=open#criterium-A"


def test_what_is_judged_folds_and_says_so(town: Town) -> None:
    browser = town.browser("anna")
    before = opened(browser.get(PAGE))
    judged = next(iter(sorted(before)))
    browser.post(f"{VERSION}/oordeel", criterium=judged[0], **{f"{judged}-oordeel": "klopt"})
    html = browser.get(PAGE)
    assert opened(html) == before - {judged}
    assert checked(html).text().count("door u beoordeeld") == 1


def test_the_report_opens_the_questions_to_begin_with(client) -> None:
    def send(**data: str) -> str:
        sent = {"csrf_token": token(client.get("/toets").text), "tekst": DRAFT.decode(), **data}
        return str(client.post("/toets", data=sent).text)

    html = send()
    links = re.findall(r'<li><a href="#vraag-([A-Z]\d)">', html)
    assert links
    assert opened(html) == set(links)
    assert len(opened(send(vragen="open"))) == 26
    assert opened(send(vragen="dicht")) == set()


def test_without_javascript_the_report_opens_by_sending_the_read_text_again(client) -> None:
    sent = {"csrf_token": token(client.get("/toets").text), "tekst": DRAFT.decode()}
    page = checked(client.post("/toets", data=sent).text)
    form = next(f for f in page.all("form") if f.get("id") == "vragen")
    kept = {e.get("name"): e.get("value") or "" for e in form.iter("input")}
    answer = client.post("/toets", data={**kept, "vragen": "open"})
    assert answer.status_code == 200
    assert len(opened(answer.text)) == 26


def test_a_report_begins_with_at_most_five_questions(town: Town) -> None:
    begun = begin_with(seen(town).assessment)
    assert 0 < len(begun) <= FIRST
