"""Rows of councils to domain values and back."""

from __future__ import annotations

from typing import Any

from sdprocess.domain.councils import Council, Outcome
from sdprocess.store.mapping import stored_id
from sdprocess.store.tables_councils import CouncilRow


def council(row: CouncilRow) -> Council:
    return Council(
        id=stored_id(row),
        dossier_id=row.dossier_id,
        name=row.name,
        meets=row.meets,
        outcome=Outcome(row.outcome),
        decided=row.decided,
        words=row.words,
        revision=row.revision,
    )


def council_row(value: Council) -> CouncilRow:
    return CouncilRow(dossier_id=value.dossier_id, name=value.name, revision=1, **council_values(value))


def council_values(value: Council) -> dict[str, Any]:
    """The columns a change may touch: its dossier and its name stay."""
    return {
        "meets": value.meets,
        "outcome": value.outcome.value,
        "decided": value.decided,
        "words": value.words,
    }
