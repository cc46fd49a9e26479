"""One transaction over all repositories."""

from __future__ import annotations

from types import TracebackType
from typing import Self

from sqlalchemy import Engine
from sqlmodel import Session

from sdprocess.services import ports
from sdprocess.services.ports_advice import Advices
from sdprocess.services.ports_calibration import CalibrationStore
from sdprocess.services.ports_councils import Councils
from sdprocess.services.ports_design import Designs
from sdprocess.services.ports_kaders import Kaders
from sdprocess.services.ports_planning import Planning
from sdprocess.services.ports_register import Choices, Frames
from sdprocess.store.database import WRITES
from sdprocess.store.kept import KeptAssessments
from sdprocess.store.repositories.advice import SqlAdvices
from sdprocess.store.repositories.calibration import SqlCalibration
from sdprocess.store.repositories.councils import SqlCouncils
from sdprocess.store.repositories.designs import SqlDesigns
from sdprocess.store.repositories.documents import SqlAssessments, SqlDocuments
from sdprocess.store.repositories.dossiers import SqlDossiers
from sdprocess.store.repositories.history import SqlEvents, SqlMarks, SqlOutbox
from sdprocess.store.repositories.judgements import SqlCouncilQuestions, SqlJudgements, SqlReleases
from sdprocess.store.repositories.kaders import SqlKaders
from sdprocess.store.repositories.people import SqlPeople
from sdprocess.store.repositories.planning import SqlPlanning
from sdprocess.store.repositories.register import SqlChoices, SqlFrames


class SqlUnitOfWork:
    """Fulfils `UnitOfWork`. One that was not opened for writing refuses to commit."""

    dossiers: ports.Dossiers
    documents: ports.Documents
    assessments: ports.Assessments
    judgements: ports.Judgements
    releases: ports.Releases
    events: ports.Events
    outbox: ports.Outbox
    people: ports.People
    council_questions: ports.CouncilQuestions
    marks: ports.Marks
    calibration: CalibrationStore
    planning: Planning
    frames: Frames
    choices: Choices
    councils: Councils
    kaders: Kaders
    designs: Designs
    advices: Advices

    def __init__(self, engine: Engine, kept: KeptAssessments, *, write: bool) -> None:
        self._write = write
        self._kept = kept
        self._session = Session(engine.execution_options(**{WRITES: write}), expire_on_commit=False)

    def __enter__(self) -> Self:
        session = self._session
        session.connection()  # begins now: a writer waits here for its turn, not half way
        self.dossiers = SqlDossiers(session)
        self.documents = SqlDocuments(session)
        self.assessments = SqlAssessments(session, self._kept, feeds=not self._write)
        self.judgements = SqlJudgements(session)
        self.releases = SqlReleases(session)
        self.events = SqlEvents(session)
        self.outbox = SqlOutbox(session)
        self.people = SqlPeople(session)
        self.council_questions = SqlCouncilQuestions(session)
        self.marks = SqlMarks(session)
        self.designs = SqlDesigns(session)
        self.calibration = SqlCalibration(session)
        self.planning = SqlPlanning(session)
        self.frames = SqlFrames(session)
        self.choices = SqlChoices(session)
        self.councils = SqlCouncils(session)
        self.kaders = SqlKaders(session)
        self.advices = SqlAdvices(session)
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, tb: TracebackType | None) -> None:
        self._session.close()  # rolls back what was not committed

    def commit(self) -> None:
        if not self._write:
            raise RuntimeError("this unit of work was opened for reading")
        self._session.commit()


def unit_of_work(engine: Engine) -> ports.OpenUnitOfWork:
    """What services open a transaction with."""
    kept = KeptAssessments()

    def open_one(*, write: bool = False) -> ports.UnitOfWork:
        return SqlUnitOfWork(engine, kept, write=write)

    return open_one
