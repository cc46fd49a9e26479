"""Who may open a dossier: what a proceskader says, and what holds in the examples."""

from __future__ import annotations

from pathlib import Path

import pytest

from sdprocess.content.library import load_library
from sdprocess.domain.people import COUNCIL_SIDE

LIBRARY = load_library(Path(__file__).resolve().parents[2])


@pytest.mark.parametrize(
    ("name", "openers"),
    [
        ("licht", {"steller"}),
        ("raadsvoorstel", {"steller"}),
        ("motie", {"griffie", "raadslid"}),
        ("amendement", {"griffie", "raadslid"}),
        ("initiatiefvoorstel", {"raadslid"}),
        ("toezegging", {"griffie"}),
    ],
)
def test_a_kader_says_who_opens_it(name: str, openers: set[str]) -> None:
    assert set(LIBRARY.workflow(name).opened_by) == openers


def test_what_the_council_opens_begins_where_the_council_sees_it() -> None:
    for workflow in LIBRARY.workflows.values():
        if COUNCIL_SIDE & set(workflow.opened_by):
            assert workflow.begin.side != "college", workflow.id
