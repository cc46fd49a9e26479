"""The guard `adviezen-binnen`: which answers open the gate, and what it says when it is closed."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.content.workflow_examples import Facts, Step
from sdprocess.engine.advice_guard import advice_in
from sdprocess.engine.guards import words
from sdprocess.engine.staging import staged, staged_dossier

GOOD = Path(__file__).parent.parent / "content" / "good" / "adviezen.yaml"


@pytest.fixture(scope="module")
def kader() -> Workflow:
    return read_workflow(GOOD)[0]


def said(kader: Workflow, state: str, fact: str, **params: str) -> list[str]:
    step = Step(overgang="stem-af", door="steller", komt_in="concept")
    ctx = staged(kader, staged_dossier(kader, state), step, Facts(advies=fact))  # type: ignore[arg-type]
    refusals = advice_in(ctx, params)
    assert {r.guard for r in refusals} <= {"adviezen-binnen"}
    return [words(r) for r in refusals]


DUE = f"{(datetime(2026, 3, 2, tzinfo=UTC) + timedelta(days=31)).date():%d-%m-%Y}"


@pytest.mark.parametrize(
    ("state", "fact", "params", "expected"),
    [
        pytest.param("concept", "geen", {}, [], id="waar niets gevraagd wordt"),
        pytest.param("afstemming", "binnen", {}, [], id="alles binnen"),
        pytest.param("afstemming", "deel", {}, [], id="genoeg binnen"),
        pytest.param("afstemming", "ouder", {}, [], id="over een oudere tekst, gemerkt"),
        pytest.param(
            "afstemming",
            "geen",
            {},
            [
                (
                    "0 van de 2 die nodig zijn, zijn binnen. Gevraagd: Advies van de jurist, Advies van de controller, "
                    "Advies van de wijkregisseur."
                )
            ],
            id="te weinig",
        ),
        pytest.param("afstemming", "niet-akkoord", {}, [], id="advies tegen is ook advies"),
        pytest.param("afstemming", "niet-akkoord", {"oordeel": "akkoord"}, [], id="twee van de drie akkoord"),
        pytest.param(
            "paraferen",
            "niet-akkoord",
            {"oordeel": "akkoord"},
            ["Advies van de portefeuillehouder: adviseur is niet akkoord."],
            id="iedereen moet akkoord zijn",
        ),
        pytest.param("paraferen", "niet-akkoord", {"soort": "paraaf"}, [], id="het advies telt niet mee"),
        pytest.param(
            "paraferen",
            "geen",
            {},
            [
                f"Nog niet binnen: Advies van de portefeuillehouder. De termijn loopt tot en met {DUE}.",
                f"Nog niet binnen: Paraaf van de directeur. De termijn loopt tot en met {DUE}.",
                "Nog niet binnen: Paraaf van de portefeuillehouder. Eerst is iemand anders aan de beurt.",
            ],
            id="alle redenen in een keer",
        ),
        pytest.param(
            "paraferen", "stil", {}, ["Nog niet binnen: Paraaf van de portefeuillehouder."], id="stilte zonder termijn"
        ),
        pytest.param(
            "paraferen",
            "ouder",
            {"soort": "advies"},
            [f"Nog niet binnen: Advies van de portefeuillehouder. De termijn loopt tot en met {DUE}."],
            id="een nieuwe tekst heropent",
        ),
        pytest.param("raad", "geen", {"soort": "paraaf"}, [], id="van deze soort wordt niets gevraagd"),
    ],
)
def test_the_gate(kader: Workflow, state: str, fact: str, params: dict[str, str], expected: list[str]) -> None:
    assert said(kader, state, fact, **params) == expected
