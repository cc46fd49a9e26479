"""The toets without an account: a report at once, nothing kept, and errors that help."""

from __future__ import annotations

import io

import pytest
from page_checks import checked
from web_world import DRAFT, token

from sdprocess.web.views import toets

TEXT = DRAFT.decode()


def send(client, **data):
    return client.post("/toets", data={"csrf_token": token(client.get("/toets").text), **data})


def counted(world) -> list[int]:
    """How much the database holds of what a toets could leave behind."""
    with world.uow() as uow:
        return [len(uow.people.all()), len(uow.outbox.pending())]


def test_pasted_text_gives_a_report_with_every_question(client, world):
    answer = send(client, tekst=TEXT)
    assert answer.status_code == 200
    page = checked(answer.text)
    shown = {e.get("id") for e in page.root.iter() if (e.get("id") or "").startswith("vraag-")}
    checklist = world.library.checklist("raadsvoorstel")
    assert shown == {f"vraag-{q.id}" for q in checklist.questions}
    assert "Leesbaarheid" in page.text()
    assert "Wat is gelezen" in page.text()


def test_a_file_gives_the_same_verdicts_as_its_pasted_text(client):
    pasted = checked(send(client, tekst=TEXT.replace("# ", "").replace("#", "")).text)
    uploaded = checked(send(client, bestand=(io.BytesIO(DRAFT), "concept.md")).text)

    def verdicts(page) -> list[str]:
        return [e.get("class") for e in page.root.iter() if (e.get("class") or "").startswith("oordeel ")]

    assert verdicts(pasted)
    assert verdicts(pasted) == verdicts(uploaded)
    assert "concept.md" in uploaded.text()


def test_a_report_is_never_kept(client, world):
    before = counted(world)
    answer = send(client, tekst=TEXT)
    assert answer.headers["Cache-Control"] == "no-store"
    assert counted(world) == before
    assert "niets van bewaard" in answer.text


def test_the_example_gives_a_report_with_answers_and_open_questions(client):
    form = checked(client.get("/toets?voorbeeld=ja").text)
    text = "".join(form.all("textarea")[0].itertext())
    assert "Boodschappenbus" in text
    page = checked(send(client, tekst=text).text)
    assert "beantwoord" in page.text()
    assert "open" in page.text()
    assert "Tip:" in page.text()


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param({}, "Plak de tekst van uw concept, of kies een bestand.", id="niets"),
        pytest.param({"tekst": "  \n "}, "Plak de tekst van uw concept, of kies een bestand.", id="alleen spaties"),
        pytest.param({"tekst": TEXT, "bestand": (b"x", "a.md")}, "Haal een van de twee weg.", id="beide"),
        pytest.param({"bestand": (b"", "leeg.md")}, "geen tekst", id="leeg bestand"),
        pytest.param({"bestand": (b"MZ\x90\x00" + b"\x00" * 60, "a.exe")}, "lezen wij niet", id="ander soort bestand"),
        pytest.param({"bestand": (b"gewone tekst", "a.docx")}, "inhoud", id="verkeerde extensie"),
    ],
)
def test_what_cannot_be_read_is_said_at_the_field_and_the_text_stays(client, data, sentence):
    sent = {name: (io.BytesIO(v[0]), v[1]) if isinstance(v, tuple) else v for name, v in data.items()}
    answer = send(client, **sent)
    assert answer.status_code == 400
    page = checked(answer.text)
    assert sentence in page.text()
    assert "".join(page.all("title")[0].itertext()).startswith("Fout: ")
    if data.get("tekst", "").strip():
        assert "Wierdijk" in "".join(page.all("textarea")[0].itertext())


def test_text_that_is_too_long_is_refused_and_kept(client, app, monkeypatch):
    monkeypatch.setitem(app.config, "MAX_PASTED", 50)
    answer = send(client, tekst=TEXT)
    assert answer.status_code == 400
    assert "De grens is 50 tekens" in answer.text
    assert "Wierdijk" in answer.text


def test_a_letter_is_not_judged_and_says_why(client):
    letter = "Geachte raad,\n\nHierbij informeren wij u over de voortgang van de buurtbus.\n\nMet vriendelijke groet,\n"
    page = checked(send(client, tekst=letter).text)
    assert "Dit stuk is niet getoetst" in page.text()
    assert not [e for e in page.root.iter() if (e.get("id") or "").startswith("vraag-")]


def test_markup_in_a_draft_is_shown_as_text(client):
    nasty = TEXT.replace("buurtbus", 'buurtbus <script>alert(1)</script><img src=x onerror="a()">')
    page = checked(send(client, tekst=nasty).text)
    assert "<script>alert(1)</script>" in page.text()


def test_when_it_is_busy_people_are_asked_to_come_back(client, monkeypatch):
    monkeypatch.setattr(toets, "WAIT_SECONDS", 0.01)
    taken = [toets._turns.acquire(timeout=1) for _ in range(toets.AT_ONCE)]
    try:
        answer = send(client, tekst=TEXT)
    finally:
        for _ in taken:
            toets._turns.release()
    assert answer.status_code == 429
    assert "Wacht een minuut" in answer.text
    assert send(client, tekst=TEXT).status_code == 200
