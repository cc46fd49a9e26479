"""Steps about calibrating: two readers, their differences, and the figures."""

from __future__ import annotations

from pathlib import Path

import pytest
from pytest_bdd import given, parsers, then, when

from sdprocess.checking.calibration.labels import write_labels
from sdprocess.cli import main
from sdprocess.domain.calibration import Audience
from sdprocess.domain.errors import InvalidInput, NotAllowed
from sdprocess.services.add_calibration_document import add_upload
from sdprocess.services.queries_calibration import CalibrationPage, calibration_outcome, calibration_page
from sdprocess.services.save_readings import NewReading, hand_in, save_readings
from sdprocess.services.settle_labels import settle_labels
from sdprocess.services.take_calibration_seat import take_seat
from sdprocess.texts.nl import say
from tests.bdd.town import Town


def document_id(town: Town) -> int:
    made = town.notes["ijkstuk"]
    assert isinstance(made, int)
    return made


def page(town: Town, who: str) -> CalibrationPage:
    return calibration_page(town.world, town.people[who], document_id(town))


def read_all(town: Town, who: str, label: str, **others: str) -> None:
    actor = town.people[who]
    take_seat(town.world, actor, document_id(town))
    questions = [q.id for q in town.world.library.checklist("raadsvoorstel").questions]
    answers = [NewReading(q, others.get(q, label)) for q in questions]
    save_readings(town.world, actor, document_id(town), answers)
    hand_in(town.world, actor, document_id(town))


@given(parsers.parse('toetser Bram heeft het stuk "{draft}" toegevoegd om op te ijken, voor iedereen die mag ijken'))
def document_added(town: Town, draft: str) -> None:
    filename, data = town.draft(draft)
    made = add_upload(town.world, town.people["Bram"], filename=filename, data=data, audience=Audience.BOTH)
    town.notes |= {"ijkstuk": made.id, "bestand": (filename, data)}


@given(parsers.re(r'(?P<who>\w+) leest het stuk en beantwoordt elke vraag met "(?P<label>\w+)"$'))
def reads_all(town: Town, who: str, label: str) -> None:
    read_all(town, who, label)


@given(
    parsers.parse(
        '{who} leest het stuk en beantwoordt elke vraag met "{label}", behalve vraag "{question}" met "{other}"'
    )
)
def reads_all_but_one(town: Town, who: str, label: str, question: str, other: str) -> None:
    read_all(town, who, label, **{question: other})


@given(parsers.parse('griffier Tamar leest het stuk en heeft vraag "{question}" met "{label}" beantwoord'))
def reads_on(town: Town, question: str, label: str) -> None:
    take_seat(town.world, town.people["Tamar"], document_id(town))
    save_readings(town.world, town.people["Tamar"], document_id(town), [NewReading(question, label)])


@when("Tamar het stuk opent")
def opens(town: Town) -> None:
    town.notes["bladzijde"] = page(town, "Tamar")


@then("ziet Tamar alleen haar eigen antwoorden")
def sees_own(town: Town) -> None:
    view = town.notes["bladzijde"]
    assert isinstance(view, CalibrationPage)
    assert {q: r.label for q, r in view.own.items()} == {"A1": "ja"}
    assert view.pairs == ()


@then("zegt het programma dat de antwoorden te zien zijn als beide lezers klaar zijn")
def told_to_wait(town: Town) -> None:
    refusal = page(town, "Tamar").settle_refusal
    assert say(refusal) == "De antwoorden zijn te zien als beide lezers klaar zijn."


@when(parsers.parse('{who} over vraag "{question}" beslist dat "{label}" telt, want "{reason}"'))
def settles(town: Town, who: str, question: str, label: str, reason: str) -> None:
    answer = NewReading(question, label, (), reason)
    town.error = None
    try:
        settle_labels(town.world, town.people[who], document_id(town), [answer], together=False)
    except (InvalidInput, NotAllowed) as error:
        town.error = error


@then(parsers.parse('telt bij vraag "{question}" het antwoord "{label}"'))
def counts(town: Town, question: str, label: str) -> None:
    assert town.error is None
    assert {p.question: p.label for p in page(town, "Bram").pairs}[question] == label


@then("staat in de uitkomst 1 stuk met 26 antwoorden")
def in_outcome(town: Town) -> None:
    made = calibration_outcome(town.world, town.people["Tamar"]).calibration
    assert (made.documents, made.whole.pairs) == (1, 26)


@then("zegt het programma dat Bram dat samen met Tamar moet doen")
def told_together(town: Town) -> None:
    assert isinstance(town.error, InvalidInput)
    assert "Beslis samen met de andere lezer" in say(town.error.fields["together"])


@then(parsers.parse('is over vraag "{question}" nog niet beslist'))
def still_open(town: Town, question: str) -> None:
    assert {p.question: p.label for p in page(town, "Tamar").pairs}[question] == ""


@when('de beheerder de labels en het stuk in een map zet en "sdprocess ijk" draait')
def runs_command(town: Town, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = tmp_path / "stukken"
    folder.mkdir()
    name, data = town.notes["bestand"]  # type: ignore[misc]
    (folder / name).write_bytes(data)
    labels = calibration_outcome(town.world, town.people["Bram"]).labels
    (tmp_path / "labels.jsonl").write_text(write_labels(labels), "utf-8")
    assert main(["ijk", str(folder), "--labels", str(tmp_path / "labels.jsonl")]) == 0
    town.notes["uitvoer"] = capsys.readouterr().out


@then("noemt de uitvoer 1 stuk en 26 labels")
def names_counts(town: Town) -> None:
    assert str(town.notes["uitvoer"]).startswith("1 stukken, 26 labels")


@then("noemt de uitvoer hoe goed de twee lezers het eens zijn")
def names_readers(town: Town) -> None:
    assert "lezer a tegen lezer b" in str(town.notes["uitvoer"])
