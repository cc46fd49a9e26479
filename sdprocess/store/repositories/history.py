"""What happened and what must be told: events without gaps, the outbox, and marks of the database itself."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import select, update
from sqlmodel import Session, col

from sdprocess.domain.errors import NotFound
from sdprocess.domain.history import TransitionRecord
from sdprocess.store import mapping
from sdprocess.store.tables import DossierRow, EventRow, MarkerRow, OutboxRow


@dataclass(frozen=True, slots=True)
class SqlEvents:
    """Fulfils `Events`."""

    session: Session

    def append(self, record: TransitionRecord) -> TransitionRecord:
        """The dossier's counter gives the seq; its row stays locked until the end, so there is no gap and no double."""
        counted = (
            update(DossierRow)
            .where(col(DossierRow.id) == record.dossier_id)
            .values(last_seq=col(DossierRow.last_seq) + 1)
            .returning(col(DossierRow.last_seq))
            .execution_options(synchronize_session=False)
        )
        seq = self.session.execute(counted).scalar_one_or_none()
        if seq is None:
            raise NotFound(kind="dossier", id=str(record.dossier_id))
        row = mapping.event_row(record, seq)
        self.session.add(row)
        self.session.flush()
        return mapping.event(row)

    def of_dossier(self, dossier_id: int) -> Sequence[TransitionRecord]:
        return self.of_dossiers([dossier_id]).get(dossier_id, [])

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[TransitionRecord]]:
        wanted = select(EventRow).where(col(EventRow.dossier_id).in_(list(dossier_ids))).order_by(col(EventRow.seq))
        found: dict[int, list[TransitionRecord]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.event(row))
        return found

    def since(self, moment: datetime) -> Sequence[TransitionRecord]:
        wanted = (
            select(EventRow)
            .where(col(EventRow.at) >= moment)
            .order_by(col(EventRow.at).desc(), col(EventRow.dossier_id), col(EventRow.seq).desc())
        )
        return [mapping.event(row) for row in self.session.scalars(wanted)]


@dataclass(frozen=True, slots=True)
class SqlOutbox:
    """Fulfils `Outbox`."""

    session: Session

    def put(self, topic: str, dossier_id: int, payload: dict[str, str]) -> None:
        self.session.add(mapping.outbox_row(topic, dossier_id, payload))
        self.session.flush()

    def pending(self) -> Sequence[tuple[int, str, int, dict[str, str]]]:
        wanted = select(OutboxRow).where(col(OutboxRow.done).is_(False)).order_by(col(OutboxRow.id))
        return [
            (mapping.stored_id(row), row.topic, row.dossier_id, row.payload) for row in self.session.scalars(wanted)
        ]

    def done(self, row_id: int) -> None:
        self.session.execute(update(OutboxRow).where(col(OutboxRow.id) == row_id).values(done=True))


@dataclass(frozen=True, slots=True)
class SqlMarks:
    """Fulfils `Marks`."""

    session: Session

    def get(self, name: str) -> str:
        return self.session.scalar(select(col(MarkerRow.value)).where(col(MarkerRow.name) == name)) or ""

    def put(self, name: str, value: str) -> None:
        self.session.merge(mapping.marker_row(name, value))
        self.session.flush()
