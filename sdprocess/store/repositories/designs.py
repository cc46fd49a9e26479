"""The procesontwerp of a dossier."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from sqlalchemy import func, select, update
from sqlmodel import Session, col

from sdprocess.domain.design import AdoptedDesign, DesignComment, DesignVersion, StoredDesign
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.store import map_design as mapping
from sdprocess.store.tables_design import DesignAdoptedRow, DesignCommentRow, DesignRow, DesignVersionRow


@dataclass(frozen=True, slots=True)
class SqlDesigns:
    """Fulfils `Designs`."""

    session: Session

    def of_dossier(self, dossier_id: int) -> StoredDesign | None:
        return self.of_dossiers([dossier_id]).get(dossier_id)

    def of_dossiers(self, dossier_ids: Iterable[int]) -> Mapping[int, StoredDesign]:
        wanted = select(DesignRow).where(col(DesignRow.dossier_id).in_(list(dossier_ids)))
        return {row.dossier_id: mapping.design(row) for row in self.session.scalars(wanted)}

    def add(self, design: StoredDesign) -> StoredDesign:
        if self.of_dossier(design.dossier_id) is not None:
            raise InvalidInput(design="ontwerp-bestaat")
        row = mapping.design_row(design)
        self.session.add(row)
        self.session.flush()
        return mapping.design(row)

    def save(self, design: StoredDesign, seen_revision: int) -> StoredDesign:
        changed = (
            update(DesignRow)
            .where(col(DesignRow.id) == design.id, col(DesignRow.revision) == seen_revision)
            .values(**mapping.design_values(design), revision=seen_revision + 1)
            .returning(col(DesignRow.id))
        )
        if self.session.execute(changed).one_or_none() is None:
            there = self.of_dossier(design.dossier_id)
            if there is None:
                raise NotFound(kind="procesontwerp", id=str(design.id))
            raise StaleDossier(seen=seen_revision, current=there.revision)
        return replace(design, revision=seen_revision + 1)

    def in_force(self, dossier_id: int) -> StoredDesign | None:
        stored = self.of_dossier(dossier_id)
        if stored is None or not stored.is_concept:
            return stored
        adopted = self.adoptions(stored.id)
        return stored.as_adopted(adopted[0]) if adopted else None

    def adoptions(self, design_id: int) -> Sequence[AdoptedDesign]:
        wanted = (
            select(DesignAdoptedRow)
            .where(col(DesignAdoptedRow.design_id) == design_id)
            .order_by(col(DesignAdoptedRow.number).desc())
        )
        return [mapping.adopted(row) for row in self.session.scalars(wanted)]

    def add_adoption(self, adopted: AdoptedDesign) -> AdoptedDesign:
        of_this = col(DesignAdoptedRow.design_id) == adopted.design_id
        last = select(func.max(col(DesignAdoptedRow.number))).where(of_this)
        row = mapping.adopted_row(adopted, (self.session.scalar(last) or 0) + 1)
        self.session.add(row)
        self.session.flush()
        return mapping.adopted(row)

    def versions(self, design_id: int) -> Sequence[DesignVersion]:
        wanted = (
            select(DesignVersionRow)
            .where(col(DesignVersionRow.design_id) == design_id)
            .order_by(col(DesignVersionRow.number).desc())
        )
        return [mapping.version(row) for row in self.session.scalars(wanted)]

    def add_version(self, version: DesignVersion) -> DesignVersion:
        of_this = col(DesignVersionRow.design_id) == version.design_id
        last = select(func.max(col(DesignVersionRow.number))).where(of_this)
        row = mapping.version_row(version, (self.session.scalar(last) or 0) + 1)
        self.session.add(row)
        self.session.flush()
        return mapping.version(row)

    def comments(self, design_id: int) -> Sequence[DesignComment]:
        wanted = (
            select(DesignCommentRow)
            .where(col(DesignCommentRow.design_id) == design_id)
            .order_by(col(DesignCommentRow.id).desc())
        )
        return [mapping.comment(row) for row in self.session.scalars(wanted)]

    def add_comment(self, comment: DesignComment) -> DesignComment:
        row = mapping.comment_row(comment)
        self.session.add(row)
        self.session.flush()
        return mapping.comment(row)
