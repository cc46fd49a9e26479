"""Proceskaders in the database: only ever added, one row per id and version."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.findings import ContentRef
from sdprocess.services.ports_kaders import KaderChoice, KaderUpgrade, StoredKader
from sdprocess.store import map_kaders as mapping
from sdprocess.store.tables_kaders import KaderChoiceRow, KaderRow, KaderUpgradeRow


@dataclass(frozen=True, slots=True)
class SqlKaders:
    """Fulfils `Kaders`."""

    session: Session

    def add(self, kader: StoredKader) -> StoredKader:
        row = mapping.kader_row(kader)
        self.session.add(row)
        try:
            self.session.flush()
        except IntegrityError as error:
            raise InvalidInput(version="kader-versie-bestaat") from error
        return mapping.kader(row)

    def get(self, ref: ContentRef) -> StoredKader | None:
        found = self.version(ref.id, ref.version)
        return found if found and found.ref == ref else None

    def version(self, kader_id: str, version: str) -> StoredKader | None:
        wanted = select(KaderRow).where(col(KaderRow.kader_id) == kader_id, col(KaderRow.version) == version)
        row = self.session.scalars(wanted).one_or_none()
        return mapping.kader(row) if row else None

    def missing(self, known: Collection[int]) -> Sequence[StoredKader]:
        """Rows are never removed, so an equal count means that nothing is new."""
        if self.session.scalar(select(func.count()).select_from(KaderRow)) == len(known):
            return []
        ids = set(self.session.scalars(select(col(KaderRow.id)))) - set(known)
        rows = self.session.scalars(select(KaderRow).where(col(KaderRow.id).in_(ids)).order_by(col(KaderRow.id)))
        return [mapping.kader(row) for row in rows]

    def choose(self, choice: KaderChoice) -> None:
        self.session.add(mapping.choice_row(choice))
        self.session.flush()

    def choices(self) -> Mapping[str, KaderChoice]:
        newest = select(func.max(col(KaderChoiceRow.id))).group_by(col(KaderChoiceRow.kader_id))
        rows = self.session.scalars(select(KaderChoiceRow).where(col(KaderChoiceRow.id).in_(newest)))
        return {row.kader_id: mapping.choice(row) for row in rows}

    def choice_log(self) -> Sequence[KaderChoice]:
        rows = self.session.scalars(select(KaderChoiceRow).order_by(col(KaderChoiceRow.id).desc()))
        return [mapping.choice(row) for row in rows]

    def add_upgrade(self, upgrade: KaderUpgrade) -> None:
        self.session.add(mapping.upgrade_row(upgrade))
        self.session.flush()

    def upgrade(self, dossier_id: int, seq: int) -> KaderUpgrade | None:
        row = self.session.get(KaderUpgradeRow, (dossier_id, seq))
        return mapping.upgrade(row) if row else None
