"""Requests for advice and their answers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from sdprocess.domain.advice import Advice, AdviceRequest
from sdprocess.domain.errors import NotFound, StaleDossier
from sdprocess.store import map_advice as mapping
from sdprocess.store.tables_advice import AdviceRequestRow, AdviceRow

Row = AdviceRequestRow


@dataclass(frozen=True, slots=True)
class SqlAdvices:
    """Fulfils `Advices`."""

    session: Session

    def ask(self, request: AdviceRequest) -> AdviceRequest:
        row = mapping.request_row(request)
        self.session.add(row)
        self.session.flush()
        return mapping.request(row)

    def last_round(self, dossier_id: int, state: str) -> int:
        wanted = select(func.max(Row.round)).where(col(Row.dossier_id) == dossier_id, col(Row.state) == state)
        return self.session.scalar(wanted) or 0

    def close_round(self, dossier_id: int) -> None:
        self.session.execute(
            update(Row).where(col(Row.dossier_id) == dossier_id, col(Row.live).is_(True)).values(live=False)
        )
        self.session.expire_all()

    def get(self, dossier_id: int, request_id: int) -> AdviceRequest:
        wanted = select(Row).where(col(Row.id) == request_id, col(Row.dossier_id) == dossier_id)
        row = self.session.scalars(wanted).one_or_none()
        if row is None:
            raise NotFound(kind="advies", id=str(request_id))
        return mapping.request(row)

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[AdviceRequest]]:
        wanted = select(Row).where(col(Row.dossier_id).in_(list(dossier_ids))).order_by(col(Row.id))
        return self._by_dossier(wanted)

    def live(self, dossier_ids: Iterable[int] | None = None) -> Mapping[int, Sequence[AdviceRequest]]:
        wanted = select(Row).where(col(Row.live).is_(True)).order_by(col(Row.id))
        if dossier_ids is not None:
            wanted = wanted.where(col(Row.dossier_id).in_(list(dossier_ids)))
        return self._by_dossier(wanted)

    def _by_dossier(self, wanted: Any) -> Mapping[int, Sequence[AdviceRequest]]:
        found: dict[int, list[AdviceRequest]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.request(row))
        return found

    def put_in_place(self, request: AdviceRequest, person_id: int, seen_revision: int) -> AdviceRequest:
        self.touch(request, seen_revision, person_id=person_id)
        return self.get(request.dossier_id, request.id)

    def add(self, advice: Advice, request: AdviceRequest, seen_revision: int) -> Advice:
        self.touch(request, seen_revision)
        row = mapping.advice_row(advice)
        self.session.add(row)
        self.session.flush()
        return mapping.advice(row)

    def touch(self, request: AdviceRequest, seen_revision: int, **values: int) -> None:
        """Raise the revision of the request, or StaleDossier when somebody else was first."""
        changed = (
            update(Row)
            .where(col(Row.id) == request.id, col(Row.revision) == seen_revision)
            .values(revision=seen_revision + 1, **values)
            .returning(col(Row.id))
        )
        if self.session.execute(changed).one_or_none() is None:
            self.session.expire_all()
            raise StaleDossier(seen=seen_revision, current=self.get(request.dossier_id, request.id).revision)
        self.session.expire_all()

    def answers(self, request_ids: Iterable[int]) -> Sequence[Advice]:
        wanted = select(AdviceRow).where(col(AdviceRow.request_id).in_(list(request_ids))).order_by(col(AdviceRow.id))
        return [mapping.advice(row) for row in self.session.scalars(wanted)]
