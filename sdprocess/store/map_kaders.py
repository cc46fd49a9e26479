"""Rows of proceskaders to values and back."""

from __future__ import annotations

from sdprocess.domain.findings import ContentRef
from sdprocess.services.ports_kaders import KaderChoice, KaderUpgrade, StoredKader
from sdprocess.store import tables_kaders as t
from sdprocess.store.mapping import stored_id


def kader(row: t.KaderRow) -> StoredKader:
    return StoredKader(
        stored_id(row),
        ContentRef(row.kader_id, row.version, row.sha256),
        row.text,
        row.at,
        row.actor_id,
        row.actor,
        row.origin,
        row.dossier_id,
    )


def kader_row(value: StoredKader) -> t.KaderRow:
    return t.KaderRow(
        kader_id=value.ref.id,
        version=value.ref.version,
        sha256=value.ref.sha256,
        text=value.text,
        at=value.at,
        actor_id=value.actor_id,
        actor=value.actor,
        origin=value.origin,
        dossier_id=value.dossier_id,
    )


def choice(row: t.KaderChoiceRow) -> KaderChoice:
    ref = ContentRef(row.kader_id, row.version, row.sha256) if row.version else None
    return KaderChoice(row.kader_id, ref, row.at, row.actor_id, row.actor)


def choice_row(value: KaderChoice) -> t.KaderChoiceRow:
    return t.KaderChoiceRow(
        kader_id=value.kader_id,
        version=value.ref.version if value.ref else "",
        sha256=value.ref.sha256 if value.ref else "",
        at=value.at,
        actor_id=value.actor_id,
        actor=value.actor,
    )


def upgrade(row: t.KaderUpgradeRow) -> KaderUpgrade:
    return KaderUpgrade(
        row.dossier_id,
        row.seq,
        ContentRef(row.from_id, row.from_version, row.from_sha256),
        ContentRef(row.to_id, row.to_version, row.to_sha256),
        row.from_state,
        row.to_state,
        row.term_before,
        row.term_after,
    )


def upgrade_row(value: KaderUpgrade) -> t.KaderUpgradeRow:
    return t.KaderUpgradeRow(
        dossier_id=value.dossier_id,
        seq=value.seq,
        from_id=value.before.id,
        from_version=value.before.version,
        from_sha256=value.before.sha256,
        to_id=value.after.id,
        to_version=value.after.version,
        to_sha256=value.after.sha256,
        from_state=value.from_state,
        to_state=value.to_state,
        term_before=value.term_before,
        term_after=value.term_after,
    )
