"""Document versions with their bytes and read texts, and their assessments. Nothing here is changed or removed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select
from sqlmodel import Session, col

from sdprocess.domain.dossier import DocumentVersion
from sdprocess.domain.errors import NotFound
from sdprocess.domain.findings import Assessment, ContentRef
from sdprocess.domain.text import SourceText
from sdprocess.reading import wire
from sdprocess.services.ports import ScoreLine, StoredAssessment
from sdprocess.store import mapping
from sdprocess.store.kept import KeptAssessments
from sdprocess.store.tables import AssessmentRow, DataRow, VersionRow


@dataclass(frozen=True, slots=True)
class SqlDocuments:
    """Fulfils `Documents`."""

    session: Session

    def add(self, version: DocumentVersion, data: bytes, text: SourceText) -> DocumentVersion:
        newest = select(func.coalesce(func.max(VersionRow.number), 0)).where(
            col(VersionRow.dossier_id) == version.dossier_id
        )
        row = mapping.version_row(version, self.session.execute(newest).scalar_one() + 1)
        self.session.add(row)
        self.session.flush()
        self.session.add(mapping.data_row(mapping.stored_id(row), data, wire.to_json(text)))
        self.session.flush()
        return mapping.version(row)

    def versions(self, dossier_id: int) -> Sequence[DocumentVersion]:
        return self.versions_of([dossier_id]).get(dossier_id, [])

    def versions_of(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[DocumentVersion]]:
        wanted = (
            select(VersionRow)
            .where(col(VersionRow.dossier_id).in_(list(dossier_ids)))
            .order_by(col(VersionRow.number).desc())
        )
        found: dict[int, list[DocumentVersion]] = {}
        for row in self.session.scalars(wanted):
            found.setdefault(row.dossier_id, []).append(mapping.version(row))
        return found

    def text(self, version_id: int) -> SourceText:
        stored = self.session.scalar(select(col(DataRow.text)).where(col(DataRow.version_id) == version_id))
        if stored is None:
            raise NotFound(kind="versie", id=str(version_id))
        return wire.from_json(stored)

    def data(self, version_id: int) -> bytes:
        stored = self.session.scalar(select(col(DataRow.data)).where(col(DataRow.version_id) == version_id))
        if stored is None:
            raise NotFound(kind="versie", id=str(version_id))
        return stored


@dataclass(frozen=True, slots=True)
class SqlAssessments:
    """Fulfils `Assessments`. feeds: whether what is read may be kept for other transactions."""

    session: Session
    kept: KeptAssessments
    feeds: bool

    def add(self, version_id: int, at: datetime, assessment: Assessment) -> StoredAssessment:
        row = mapping.assessment_row(version_id, at, assessment)
        self.session.add(row)
        self.session.flush()
        return StoredAssessment(mapping.stored_id(row), version_id, at, assessment)

    def latest(self, version_id: int) -> StoredAssessment | None:
        return self.latest_of([version_id]).get(version_id)

    def latest_of(self, version_ids: Iterable[int]) -> Mapping[int, StoredAssessment]:
        newest = (
            select(func.max(AssessmentRow.id))
            .where(col(AssessmentRow.version_id).in_(list(version_ids)))
            .group_by(col(AssessmentRow.version_id))
        )
        ids = [key for key in self.session.scalars(newest) if key is not None]
        found = self.kept.get(ids)
        missing = [key for key in ids if key not in found]
        if missing:
            rows = self.session.scalars(select(AssessmentRow).where(col(AssessmentRow.id).in_(missing)))
            read = [mapping.assessment(row) for row in rows]
            found |= {stored.id: stored for stored in read}
            if self.feeds:
                self.kept.keep(read)
        return {stored.version_id: stored for stored in found.values()}

    def score_lines(self, dossier_ids: Iterable[int]) -> Mapping[int, Sequence[ScoreLine]]:
        newest = select(func.max(AssessmentRow.id)).group_by(col(AssessmentRow.version_id))
        wanted = (
            select(
                VersionRow,
                col(AssessmentRow.at),
                col(AssessmentRow.checklist_id),
                col(AssessmentRow.checklist_version),
                col(AssessmentRow.checklist_sha256),
                col(AssessmentRow.judged),
                col(AssessmentRow.profiles),
            )
            .join(AssessmentRow, col(AssessmentRow.version_id) == col(VersionRow.id))
            .where(col(VersionRow.dossier_id).in_(list(dossier_ids)), col(AssessmentRow.id).in_(newest))
            .order_by(col(VersionRow.dossier_id), col(VersionRow.number))
        )
        lines: dict[int, list[ScoreLine]] = {}
        for row, at, name, version, sha256, judged, profiles in self.session.execute(wanted):
            line = mapping.score_line(mapping.version(row), at, ContentRef(name, version, sha256), judged, profiles)
            lines.setdefault(row.dossier_id, []).append(line)
        return lines
