"""Plans, shifts that wait for consent, suspensions and process evaluations."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from sdprocess.domain.plan_record import Consent, PlanVersion, ProcessEvaluation, ShiftRequest, Suspension
from sdprocess.store import map_planning as mapping
from sdprocess.store.tables import EventRow
from sdprocess.store.tables_planning import (
    ConsentRow,
    EvaluationRow,
    PlanningFormRow,
    PlanVersionRow,
    ShiftRequestRow,
    SuspensionEndRow,
    SuspensionRow,
)


@dataclass(frozen=True, slots=True)
class SqlPlanning:
    """Fulfils `Planning`."""

    session: Session

    def add_version(self, version: PlanVersion) -> PlanVersion:
        newest = select(func.max(PlanVersionRow.number)).where(col(PlanVersionRow.dossier_id) == version.dossier_id)
        row = mapping.version_row(version, (self.session.scalar(newest) or 0) + 1)
        self._add(row)
        return mapping.version(row)

    def versions(self, dossier_id: int) -> Sequence[PlanVersion]:
        return self.versions_of([dossier_id]).get(dossier_id, [])

    def versions_of(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[PlanVersion]]:
        wanted = (
            select(PlanVersionRow)
            .where(col(PlanVersionRow.dossier_id).in_(list(dossier_ids)))
            .order_by(col(PlanVersionRow.number).desc())
        )
        found: dict[int, list[PlanVersion]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.version(row))
        return found

    def first_planned(self) -> Mapping[int, datetime]:
        first = select(col(PlanVersionRow.dossier_id), col(PlanVersionRow.at)).where(col(PlanVersionRow.number) == 1)
        return {row.dossier_id: row.at for row in self.session.execute(first)}

    def stirred(self, begin: datetime, end: datetime) -> frozenset[int]:
        happened = (
            select(col(EventRow.dossier_id))
            .join(PlanVersionRow, col(PlanVersionRow.dossier_id) == col(EventRow.dossier_id))
            .where(col(EventRow.at) >= begin, col(EventRow.at) < end)
            .distinct()
        )
        return frozenset(self.session.scalars(happened))

    def add_request(self, request: ShiftRequest) -> ShiftRequest:
        row = mapping.request_row(request)
        self._add(row)
        return mapping.request(row, [])

    def requests(self, dossier_id: int) -> Sequence[ShiftRequest]:
        rows = self.session.scalars(
            select(ShiftRequestRow)
            .where(col(ShiftRequestRow.dossier_id) == dossier_id)
            .order_by(col(ShiftRequestRow.id).desc())
        ).all()
        said = self.session.scalars(
            select(ConsentRow)
            .where(col(ConsentRow.request_id).in_([row.id for row in rows]))
            .order_by(col(ConsentRow.id))
        ).all()
        return [mapping.request(row, [c for c in said if c.request_id == row.id]) for row in rows]

    def add_consent(self, consent: Consent) -> Consent:
        row = mapping.consent_row(consent)
        self._add(row)
        return mapping.consent(row)

    def suspend(self, suspension: Suspension) -> Suspension:
        row = mapping.suspension_row(suspension)
        self._add(row)
        return mapping.suspension(row, None)

    def end_suspension(self, suspension: Suspension) -> None:
        self._add(mapping.suspension_end_row(suspension))

    def suspensions(self, dossier_id: int) -> Sequence[Suspension]:
        return self.suspensions_of([dossier_id]).get(dossier_id, [])

    def suspensions_of(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[Suspension]]:
        rows = self.session.scalars(
            select(SuspensionRow)
            .where(col(SuspensionRow.dossier_id).in_(list(dossier_ids)))
            .order_by(col(SuspensionRow.id))
        ).all()
        ends = self.session.scalars(
            select(SuspensionEndRow).where(col(SuspensionEndRow.suspension_id).in_([row.id for row in rows]))
        )
        ended = {end.suspension_id: end for end in ends}
        found: dict[int, list[Suspension]] = {}
        for row in rows:
            found.setdefault(row.dossier_id, []).append(mapping.suspension(row, ended.get(row.id or 0)))
        return found

    def add_evaluation(self, evaluation: ProcessEvaluation) -> ProcessEvaluation:
        row = mapping.evaluation_row(evaluation)
        self._add(row)
        return mapping.evaluation(row)

    def evaluations(self, dossier_id: int) -> Sequence[ProcessEvaluation]:
        rows = self.session.scalars(
            select(EvaluationRow).where(col(EvaluationRow.dossier_id) == dossier_id).order_by(col(EvaluationRow.id))
        )
        return [mapping.evaluation(row) for row in rows]

    def first_time(self, dossier_id: int, key: str) -> bool:
        if self.session.get(PlanningFormRow, (dossier_id, key)) is not None:
            return False
        self._add(mapping.form_row(dossier_id, key))
        return True

    def _add(self, row: object) -> None:
        self.session.add(row)
        self.session.flush()
