from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from sdprocess.domain.findings import ContentRef
from sdprocess.domain.history import TransitionRecord, together

KADER = ContentRef("raadsvoorstel", "1.0.0", "a" * 64)
START = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)


def event(
    seq: int, kind: str, reason: str = "", *, by: int = 1, text: str = "v1", way: str = "zelf"
) -> TransitionRecord:
    at = START + timedelta(minutes=seq)
    return TransitionRecord(
        seq, 7, at, by, f"persoon {by}", kind, KADER, transition=way, reason=reason, document_hash=text
    )


@pytest.mark.parametrize(
    ("events", "read"),
    [
        pytest.param(
            (event(1, "beoordeeld", "A1, A2"), event(2, "beoordeeld", "B1")), [(2, "A1, A2, B1")], id="in delen"
        ),
        pytest.param((event(1, "beoordeeld", "A1"), event(2, "beoordeeld", "A1, A2")), [(2, "A1, A2")], id="opnieuw"),
        pytest.param(
            (event(1, "beoordeeld", "A1"), event(2, "versie", "b.md"), event(3, "beoordeeld", "A2")),
            [(1, "A1"), (2, "b.md"), (3, "A2")],
            id="met iets ertussen",
        ),
        pytest.param(
            (event(1, "beoordeeld", "A1"), event(2, "beoordeeld", "A2", by=2)), [(1, "A1"), (2, "A2")], id="een ander"
        ),
        pytest.param(
            (event(1, "beoordeeld", "A1"), event(2, "beoordeeld", "A2", text="v2")),
            [(1, "A1"), (2, "A2")],
            id="een andere tekst",
        ),
        pytest.param(
            (event(1, "beoordeeld", "A1"), event(2, "beoordeeld", "A2", way="griffie")),
            [(1, "A1"), (2, "A2")],
            id="in een andere rol",
        ),
        pytest.param(
            (event(1, "versie", "a.md"), event(2, "versie", "a.md")), [(1, "a.md"), (2, "a.md")], id="versies"
        ),
        pytest.param((), [], id="niets"),
    ],
)
def test_judging_in_parts_reads_as_one_event(events: tuple[TransitionRecord, ...], read: list[tuple[int, str]]) -> None:
    assert [(e.seq, e.reason) for e in together(events)] == read
