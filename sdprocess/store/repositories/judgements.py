"""What people say: judgements, releases and a councillor's own questions."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from sdprocess.domain.dossier import CouncilQuestion, Judgement, Release
from sdprocess.domain.errors import NotFound
from sdprocess.store import mapping
from sdprocess.store.tables import CouncilQuestionRow, JudgementRow, ReleaseRow


@dataclass(frozen=True, slots=True)
class SqlJudgements:
    """Fulfils `Judgements`."""

    session: Session

    def add(self, judgement: Judgement) -> Judgement:
        row = mapping.judgement_row(judgement)
        self.session.add(row)
        self.session.flush()
        return mapping.judgement(row)

    def current(self, version_id: int) -> Sequence[Judgement]:
        return self.current_of([version_id]).get(version_id, [])

    def current_of(self, version_ids: Iterable[int]) -> Mapping[int, Sequence[Judgement]]:
        row_of = (JudgementRow.version_id, JudgementRow.question, JudgementRow.kind, JudgementRow.person_id)
        newest = (
            select(func.max(JudgementRow.id))
            .where(col(JudgementRow.version_id).in_(list(version_ids)))
            .group_by(*(col(column) for column in row_of))
        )
        wanted = select(JudgementRow).where(col(JudgementRow.id).in_(newest)).order_by(col(JudgementRow.id))
        found: dict[int, list[Judgement]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.version_id, []).append(mapping.judgement(row))
        return found


@dataclass(frozen=True, slots=True)
class SqlReleases:
    """Fulfils `Releases`."""

    session: Session

    def add(self, release: Release) -> Release:
        row = mapping.release_row(release)
        self.session.add(row)
        self.session.flush()
        return mapping.release(row)

    def of_dossier(self, dossier_id: int) -> Sequence[Release]:
        return self.of_dossiers([dossier_id]).get(dossier_id, [])

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[Release]]:
        wanted = (
            select(ReleaseRow)
            .where(col(ReleaseRow.dossier_id).in_(list(dossier_ids)))
            .order_by(col(ReleaseRow.id).desc())
        )
        found: dict[int, list[Release]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.release(row))
        return found


@dataclass(frozen=True, slots=True)
class SqlCouncilQuestions:
    """Fulfils `CouncilQuestions`. Every query names the person, so that nobody reads another's list."""

    session: Session

    def of(self, dossier_id: int, person_id: int) -> Sequence[CouncilQuestion]:
        wanted = (
            select(CouncilQuestionRow)
            .where(col(CouncilQuestionRow.dossier_id) == dossier_id, col(CouncilQuestionRow.person_id) == person_id)
            .order_by(col(CouncilQuestionRow.id))
        )
        return [mapping.council_question(row) for row in self.session.scalars(wanted)]

    def save(self, question: CouncilQuestion) -> CouncilQuestion:
        if question.id == 0:
            row = mapping.council_question_row(question)
            self.session.add(row)
            self.session.flush()
            return mapping.council_question(row)
        changed = (
            update(CouncilQuestionRow)
            .where(
                col(CouncilQuestionRow.id) == question.id,
                col(CouncilQuestionRow.person_id) == question.person_id,
                col(CouncilQuestionRow.dossier_id) == question.dossier_id,
            )
            .values(**mapping.council_question_values(question))
            .returning(col(CouncilQuestionRow.id))
        )
        if self.session.execute(changed).one_or_none() is None:
            raise NotFound(kind="raadsvraag", id=str(question.id))
        return question
