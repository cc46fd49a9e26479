"""A store on each kind of database, and values to put in it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Engine

from sdprocess.domain.advice import (
    Addressee,
    Advice,
    AdviceAsk,
    AdviceKind,
    AdviceRequest,
    AdviceVerdict,
    NewText,
    Order,
    Silence,
)
from sdprocess.domain.calibration import Audience, CalibrationDocument, Reading, ReadingKind
from sdprocess.domain.dossier import DocumentVersion, JudgeKind, Judgement, Person, Release, Side
from sdprocess.domain.findings import ContentRef, Verdict
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.text import Paragraph, Section, SourceText
from sdprocess.services.ports import NewDossier, OpenUnitOfWork
from sdprocess.store.database import open_engine
from sdprocess.store.unit_of_work import unit_of_work
from tests.postgres import database_url, postgres_server, sqlite_template
from tests.store.samples import an_assessment

__all__ = ["database_url", "postgres_server", "sqlite_template"]

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
KADER = ContentRef("licht", "1.0.0", "a" * 64)


@pytest.fixture
def engine(database_url: str) -> Iterator[Engine]:
    made = open_engine(database_url)
    yield made
    made.dispose()


@pytest.fixture
def uow(engine: Engine) -> OpenUnitOfWork:
    return unit_of_work(engine)


@pytest.fixture
def steller(uow: OpenUnitOfWork) -> Person:
    with uow(write=True) as work:
        person = work.people.add(Person(0, "Sanne Bakker", "Sanne@Voorbeeld.nl", frozenset({"steller"})), "hash")
        work.commit()
    return person


def new_dossier(steller: Person, **changes: object) -> NewDossier:
    values: dict[str, object] = {
        "title": "Budgetcoaching voor minima",
        "about": "Hulp bij geldzorgen",
        "theme": "bestaanszekerheid",
        "portfolio": "wethouder De Wit",
        "kader": KADER,
        "state": "concept",
        "side": Side.COLLEGE,
        "steller_id": steller.id,
        "opened_at": NOW,
        "term": date(2026, 3, 20),
    }
    return NewDossier(**{**values, **changes})  # type: ignore[arg-type]


def new_event(dossier_id: int, **changes: object) -> TransitionRecord:
    values: dict[str, object] = {
        "seq": 0,
        "dossier_id": dossier_id,
        "at": NOW,
        "actor_id": 1,
        "actor": "Sanne Bakker",
        "kind": "verplaatst",
        "kader": KADER,
        "from_state": "concept",
        "to_state": "toets",
        "transition": "vraag-toets",
        "reason": "klaar",
        "document_hash": "f" * 64,
        "scores": {"A": "4/5"},
        "side": "college",
    }
    return TransitionRecord(**{**values, **changes})  # type: ignore[arg-type]


def new_version(dossier_id: int, text: SourceText) -> DocumentVersion:
    return DocumentVersion(0, dossier_id, 0, "voorstel.md", "md", "b" * 64, text.text_hash, 12, NOW, "Sanne Bakker")


def a_text(words: str = "De raad besluit het budget vast te stellen.") -> SourceText:
    paragraph = Paragraph("p1", words, 1, page=2)
    return SourceText("Voorstel", "md", (Section("s1", "1. Beslispunten", 1, ("beslispunten",), (), (paragraph,)),))


def new_calibration_document(person: Person, **changes: object) -> CalibrationDocument:
    document = CalibrationDocument(
        0, "linde", "linde.md", "md", "e" * 64, Audience.COLLEGE, NOW, person.id, person.name
    )
    return replace(document, **changes)  # type: ignore[arg-type]


def new_reading(document_id: int, person: Person, **changes: object) -> Reading:
    reading = Reading(
        0, document_id, "A1", ReadingKind.OWN, person.id, person.name, "deels", ("De raad", "besluit"), "", NOW
    )
    return replace(reading, **changes)  # type: ignore[arg-type]


def new_request(dossier_id: int, **changes: object) -> AdviceRequest:
    substitute = Addressee("college")
    ask = AdviceAsk(
        "jurist", AdviceKind.ADVICE, "Advies van de jurist", 1, Order.SEQUENCE, 2, NewText.REOPENS, "5 werkdagen",
        Silence.NO_ADVICE, Addressee("toetser", "jurist"), substitute,
    )  # fmt: skip
    return replace(AdviceRequest(0, dossier_id, "college", 1, ask, Side.COLLEGE, NOW), **changes)  # type: ignore[arg-type]


def new_advice(request_id: int, person: Person, version_id: int | None) -> Advice:
    return Advice(
        0, request_id, version_id, person.id, person.name, AdviceVerdict.REMARK, "Let op artikel 3.", NOW, True
    )


@pytest.fixture
def filled(uow: OpenUnitOfWork, steller: Person) -> int:
    """The id of a dossier that has a row in every append-only table."""
    text = a_text()
    with uow(write=True) as work:
        dossier = work.dossiers.add(new_dossier(steller))
        version = work.documents.add(new_version(dossier.id, text), b"x", text)
        work.assessments.add(version.id, NOW, an_assessment(text))
        work.judgements.add(
            Judgement(0, version.id, "C1", JudgeKind.SELF, steller.id, steller.name, Verdict.JA, True, "", "", NOW)
        )
        work.releases.add(Release(0, dossier.id, version.id, steller.name, NOW))
        work.events.append(new_event(dossier.id))
        read = work.calibration.add_document(new_calibration_document(steller), text)
        work.calibration.add_reading(new_reading(read.id, steller))
        asked = work.advices.ask(new_request(dossier.id))
        work.advices.add(new_advice(asked.id, steller, version.id), asked, asked.revision)
        work.commit()
    return dossier.id
