"""The register of frames, and the choices that proposals leave for later."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from sdprocess.domain.errors import NotFound, StaleDossier
from sdprocess.domain.frames import ChoiceStatus, Frame, TrackedChoice
from sdprocess.store import map_register as mapping
from sdprocess.store.tables_register import ChoiceRow, FrameRow


@dataclass(frozen=True, slots=True)
class SqlFrames:
    """Fulfils `Frames`."""

    session: Session

    def all(self) -> Sequence[Frame]:
        newest = select(func.max(FrameRow.id)).group_by(col(FrameRow.key))
        wanted = (
            select(FrameRow)
            .where(col(FrameRow.id).in_(newest), col(FrameRow.removed).is_(False))
            .order_by(col(FrameRow.title), col(FrameRow.id))
        )
        return [mapping.frame(row) for row in self.session.scalars(wanted)]

    def get(self, frame_id: int) -> Frame:
        key = select(col(FrameRow.key)).where(col(FrameRow.id) == frame_id).scalar_subquery()
        newest = select(FrameRow).where(col(FrameRow.key) == key).order_by(col(FrameRow.id).desc()).limit(1)
        row = self.session.scalars(newest).one_or_none()
        if row is None or row.removed:
            raise NotFound(kind="kader", id=str(frame_id))
        return mapping.frame(row)

    def put(self, key: str, frame: Frame, *, replaces: str = "", removed: bool = False) -> Frame:
        if replaces and replaces != key:
            self.session.add(mapping.frame_row(frame, replaces, removed=True))
        row = mapping.frame_row(frame, key, removed=removed)
        self.session.add(row)
        self.session.flush()
        return mapping.frame(row)


@dataclass(frozen=True, slots=True)
class SqlChoices:
    """Fulfils `Choices`."""

    session: Session

    def of_dossier(self, dossier_id: int) -> Sequence[TrackedChoice]:
        return self.of_dossiers([dossier_id]).get(dossier_id, [])

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[TrackedChoice]]:
        wanted = select(ChoiceRow).where(col(ChoiceRow.dossier_id).in_(list(dossier_ids))).order_by(col(ChoiceRow.id))
        found: dict[int, list[TrackedChoice]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.choice(row))
        return found

    def still_open(self) -> Sequence[TrackedChoice]:
        wanted = (
            select(ChoiceRow)
            .where(col(ChoiceRow.status) == ChoiceStatus.OPEN.value)
            .order_by(col(ChoiceRow.due), col(ChoiceRow.id))
        )
        return [mapping.choice(row) for row in self.session.scalars(wanted)]

    def add(self, choice: TrackedChoice) -> TrackedChoice:
        row = mapping.choice_row(choice)
        self.session.add(row)
        self.session.flush()
        return mapping.choice(row)

    def save(self, choice: TrackedChoice, seen_revision: int) -> TrackedChoice:
        changed = (
            update(ChoiceRow)
            .where(
                col(ChoiceRow.id) == choice.id,
                col(ChoiceRow.dossier_id) == choice.dossier_id,
                col(ChoiceRow.revision) == seen_revision,
            )
            .values(**mapping.choice_values(choice), revision=seen_revision + 1)
            .returning(col(ChoiceRow.id))
        )
        if self.session.execute(changed).one_or_none() is None:
            there = [c for c in self.of_dossier(choice.dossier_id) if c.id == choice.id]
            if not there:
                raise NotFound(kind="keuze", id=str(choice.id))
            raise StaleDossier(seen=seen_revision, current=there[0].revision)
        return replace(choice, revision=seen_revision + 1)
