from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from sdprocess.domain.dossier import Side
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier, UnreadableDocument
from sdprocess.engine.fold import fold
from sdprocess.engine.move import Moved
from sdprocess.services.add_version import add_version
from sdprocess.services.assess_draft import assess_draft
from sdprocess.services.assess_text import assess_pasted, assess_upload
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.record_decision import record_decision
from tests.services.conftest import DRAFT, START, Town


def test_a_dossier_starts_where_its_kader_begins_with_a_term_and_an_event(town: Town) -> None:
    dossier = town.opened(council_date=date(2026, 6, 1))
    assert (dossier.number, dossier.state, dossier.side) == ("2026-001", "concept", Side.COLLEGE)
    assert dossier.term == date(2026, 3, 16)
    assert dossier.council_date == date(2026, 6, 1)
    with town.world.uow() as uow:
        (event,) = uow.events.of_dossier(dossier.id)
        assert (event.kind, event.to_state, event.at, event.side) == ("geopend", "concept", START, "college")
        assert [row[1] for row in uow.outbox.pending()] == ["geopend"]


@pytest.mark.parametrize(
    ("changes", "fields"),
    [
        pytest.param({"title": "  "}, {"title": "veld-leeg"}, id="no title"),
        pytest.param({"about": "", "theme": "x" * 81}, {"about": "veld-leeg", "theme": "veld-lang"}, id="all at once"),
        pytest.param({"number": "14"}, {"number": "nummer-vorm"}, id="a number in another form"),
    ],
)
def test_what_cannot_be_a_dossier_is_told_per_field(
    town: Town, changes: dict[str, str], fields: dict[str, str]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        town.opened(**changes)
    assert refused.value.fields == fields


def test_an_unknown_kader_or_predecessor_is_not_found(town: Town) -> None:
    with pytest.raises(NotFound):
        town.opened(kader_id="verzonnen")
    with pytest.raises(NotFound):
        town.opened(previous="2025-001")


def test_a_move_writes_state_event_and_outbox_together(town: Town) -> None:
    dossier = town.opened()
    version = town.uploaded(dossier)
    town.clock.later(hours=2)
    outcome = move_dossier(town.world, town.who("steller"), dossier.number, transition="vraag-toets", revision=2)
    assert isinstance(outcome, Moved)
    assert outcome.dossier == town.dossier(dossier.number)
    assert (outcome.dossier.state, outcome.dossier.revision) == ("toetsing", 3)
    with town.world.uow() as uow:
        events = uow.events.of_dossier(dossier.id)
        assert [e.seq for e in events] == [1, 2, 3, 4]
        last = events[-1]
        assert last == outcome.record
        assert (last.from_state, last.to_state, last.transition, last.actor) == (
            "concept",
            "toetsing",
            "vraag-toets",
            "Steller",
        )
        assert last.kader == dossier.kader
        assert last.document_hash == version.sha256
        assert set(last.scores) >= {"A", "B", "C", "D", "E"}
        assert uow.outbox.pending()[-1][1:] == (
            "verplaatst",
            dossier.id,
            {"nummer": dossier.number, "van": "concept", "naar": "toetsing", "volgnummer": "4"},
        )


def test_a_refused_move_writes_nothing_and_gives_every_reason(town: Town) -> None:
    dossier = town.opened()
    before = town.dossier(dossier.number)
    refused = move_dossier(town.world, town.who("college"), dossier.number, transition="vraag-toets", revision=1)
    assert isinstance(refused, tuple)
    assert [r.guard for r in refused] == ["rol", "document-aanwezig"]
    assert town.dossier(dossier.number) == before
    with town.world.uow() as uow:
        assert len(uow.events.of_dossier(dossier.id)) == 1
        assert len(uow.outbox.pending()) == 1


def test_a_move_on_an_old_page_is_stale_before_anything_else(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier)
    with pytest.raises(StaleDossier) as stale:
        move_dossier(town.world, town.who("steller"), dossier.number, transition="vraag-toets", revision=1)
    assert stale.value.facts == {"seen": 1, "current": 2}


def test_the_state_is_the_fold_of_the_events(town: Town) -> None:
    dossier = town.at("griffie")
    town.moved(dossier, "griffie", "geef-terug", "De kosten ontbreken.")
    now = town.dossier(dossier.number)
    with town.world.uow() as uow:
        assert fold(town.world.library.pinned_workflow(now.kader), uow.events.of_dossier(now.id)) == now.state
    assert (now.state, now.side) == ("concept", Side.COUNCIL)


def test_a_version_is_read_stored_and_judged_at_once(town: Town) -> None:
    dossier = town.opened()
    version = town.uploaded(dossier, filename="C:\\map\\voorstel.md")
    assert (version.number, version.filename, version.format) == (1, "voorstel.md", "md")
    with town.world.uow() as uow:
        assert uow.documents.data(version.id) == DRAFT.encode()
        assert uow.documents.text(version.id).text_hash == version.text_hash
        stored = uow.assessments.latest(version.id)
        assert stored is not None
        assert stored.assessment.text_hash == version.text_hash
        assert [e.kind for e in uow.events.of_dossier(dossier.id)] == ["geopend", "versie", "toets"]
    assert town.dossier(dossier.number).revision == 2


def test_a_file_that_cannot_be_read_leaves_nothing(town: Town) -> None:
    dossier = town.opened()
    with pytest.raises(UnreadableDocument):
        add_version(town.world, town.who("steller"), dossier.number, filename="leeg.md", data=b"", revision=1)
    assert town.dossier(dossier.number).revision == 1
    with town.world.uow() as uow:
        assert uow.documents.versions(dossier.id) == []


@pytest.mark.parametrize("who", ["toetser", "college"])
def test_only_the_steller_adds_a_version(town: Town, who: str) -> None:
    dossier = town.opened()
    with pytest.raises(NotAllowed):
        add_version(town.world, town.who(who), dossier.number, filename="a.md", data=b"# a", revision=1)


def test_nothing_is_added_to_a_closed_dossier_or_twice(town: Town) -> None:
    dossier = town.opened()
    town.uploaded(dossier)
    with pytest.raises(InvalidInput) as same:
        town.uploaded(dossier)
    assert same.value.fields == {"file": "document-zelfde"}
    closed = town.at("klaar")
    with pytest.raises(NotAllowed):
        town.uploaded(closed, DRAFT + "\nNieuw.")


def test_judging_again_is_a_new_toets_only_when_something_changed(town: Town) -> None:
    dossier = town.at("concept")
    with town.world.uow() as uow:
        events = len(uow.events.of_dossier(dossier.id))
    first = assess_draft(town.world, town.who("toetser"), dossier.number)
    assert assess_draft(town.world, town.who("steller"), dossier.number) == first
    with town.world.uow() as uow:
        assert len(uow.events.of_dossier(dossier.id)) == events


def test_an_older_checklist_makes_a_new_toets_and_keeps_the_old(town: Town) -> None:
    dossier = town.at("concept")
    with town.world.uow(write=True) as uow:
        version = uow.documents.versions(dossier.id)[0]
        stored = uow.assessments.latest(version.id)
        assert stored is not None
        older = replace(stored.assessment, checklist=replace(stored.assessment.checklist, version="0.9.0"))
        old = uow.assessments.add(version.id, START, older)
        uow.commit()
    again = assess_draft(town.world, town.who("steller"), dossier.number)
    assert again.id > old.id
    assert again.assessment == stored.assessment


def test_the_griffie_writes_down_what_the_council_decided(town: Town) -> None:
    dossier = town.at("raad")
    saved = record_decision(
        town.world,
        town.who("griffie"),
        dossier.number,
        decided=" Aangenomen met 20 stemmen. ",
        revision=dossier.revision,
    )
    assert saved.decided == "Aangenomen met 20 stemmen."
    with town.world.uow() as uow:
        assert uow.events.of_dossier(dossier.id)[-1].reason == saved.decided
    for actor, words, error in [
        ("steller", "x", NotAllowed),
        ("raadslid", "x", NotAllowed),
        ("griffie", " ", InvalidInput),
        ("griffie", "x" * 4001, InvalidInput),
    ]:
        with pytest.raises(error):
            record_decision(town.world, town.who(actor), dossier.number, decided=words, revision=saved.revision)
    with pytest.raises(StaleDossier):
        record_decision(town.world, town.who("griffie"), dossier.number, decided="x", revision=dossier.revision)


def test_a_dossier_that_was_given_back_has_no_decision_to_record(town: Town) -> None:
    dossier = town.at("griffie")
    back = town.moved(dossier, "griffie", "geef-terug", "De kosten ontbreken.")
    with pytest.raises(NotAllowed):
        record_decision(town.world, town.who("griffie"), dossier.number, decided="x", revision=back.revision)


def test_a_loose_text_is_judged_and_nothing_is_stored(town: Town) -> None:
    pasted = assess_pasted(town.world, text=DRAFT)
    uploaded = assess_upload(town.world, filename="voorstel.md", data=DRAFT.encode())
    assert pasted.assessment.recognition.judged
    assert uploaded.assessment.recognition.judged
    assert [f.question for f in pasted.assessment.findings] == [q.id for q in pasted.checklist.questions]
    with pytest.raises(InvalidInput):
        assess_pasted(town.world, text=" \n ")
    with town.world.uow() as uow:
        assert uow.outbox.pending() == []
