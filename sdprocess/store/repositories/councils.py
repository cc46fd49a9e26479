"""The councils of dossiers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import delete, select, update
from sqlmodel import Session, col

from sdprocess.domain.councils import Council
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.store import map_councils as mapping
from sdprocess.store.tables_councils import CouncilRow


@dataclass(frozen=True, slots=True)
class SqlCouncils:
    """Fulfils `Councils`."""

    session: Session

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[Council]]:
        wanted = (
            select(CouncilRow).where(col(CouncilRow.dossier_id).in_(list(dossier_ids))).order_by(col(CouncilRow.name))
        )
        found: dict[int, list[Council]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.council(row))
        return found

    def add(self, council: Council) -> Council:
        there = self.of_dossiers([council.dossier_id]).get(council.dossier_id, ())
        if council.name.casefold() in {c.name.casefold() for c in there}:
            raise InvalidInput(name="raad-dubbel")
        row = mapping.council_row(council)
        self.session.add(row)
        self.session.flush()
        return mapping.council(row)

    def save(self, council: Council, seen_revision: int) -> Council:
        changed = (
            update(CouncilRow)
            .where(col(CouncilRow.id) == council.id, col(CouncilRow.revision) == seen_revision)
            .values(**mapping.council_values(council), revision=seen_revision + 1)
            .returning(col(CouncilRow.id))
        )
        if self.session.execute(changed).one_or_none() is None:
            self._lost(council, seen_revision)
        return replace(council, revision=seen_revision + 1)

    def remove(self, council: Council, seen_revision: int) -> None:
        gone = (
            delete(CouncilRow)
            .where(col(CouncilRow.id) == council.id, col(CouncilRow.revision) == seen_revision)
            .returning(col(CouncilRow.id))
        )
        if self.session.execute(gone).one_or_none() is None:
            self._lost(council, seen_revision)

    def _lost(self, council: Council, seen: int) -> None:
        now = self.session.scalars(
            select(col(CouncilRow.revision)).where(col(CouncilRow.id) == council.id)
        ).one_or_none()
        if now is None:
            raise NotFound(kind="raad", id=council.name)
        raise StaleDossier(seen=seen, current=now)
