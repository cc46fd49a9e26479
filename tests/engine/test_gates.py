"""Guards in groups: what holds, what is refused, and that every reason is told."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from sdprocess.content.gates import AllOf, AnyOf, GuardUse, Requirement
from sdprocess.content.problems import Problem
from sdprocess.content.workflow import read_workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.refusal import Refusal, single
from sdprocess.engine.context import GuardContext
from sdprocess.engine.guards import refusals_of, words
from sdprocess.engine.move import may_deviate

Stage = Callable[..., GuardContext]
GOOD = Path(__file__).parent.parent / "content" / "good" / "poorten.yaml"

RELEASED = GuardUse(**{"#name": "vrijgegeven"})
DOCUMENT = GuardUse(**{"#name": "document-aanwezig"})
CHECKED = GuardUse(**{"#name": "collegiale-toets-gedaan"})
OTHER = GuardUse(**{"#name": "niet-dezelfde-persoon"})


def every(*members: Requirement) -> AllOf:
    return AllOf(alle=members)


def one(*members: Requirement) -> AnyOf:
    return AnyOf(**{"een-van": members})


CLOSED = {"released": "geen", "document": False, "colleague": "geen"}


@pytest.mark.parametrize(
    ("requirement", "facts", "refused"),
    [
        pytest.param(every(RELEASED, DOCUMENT), {}, [], id="alle houden"),
        pytest.param(every(RELEASED, DOCUMENT), {"released": "geen"}, ["vrijgegeven"], id="een van alle niet"),
        pytest.param(every(RELEASED, DOCUMENT), CLOSED, ["vrijgegeven", "document-aanwezig"], id="geen van alle"),
        pytest.param(one(RELEASED, CHECKED), {"released": "geen"}, [], id="een-van: de tweede houdt"),
        pytest.param(one(RELEASED, CHECKED), {"colleague": "geen"}, [], id="een-van: de eerste houdt"),
        pytest.param(
            one(RELEASED, CHECKED), CLOSED, ["vrijgegeven", "collegiale-toets-gedaan"], id="een-van: geen houdt"
        ),
        pytest.param(one(every(RELEASED, DOCUMENT), CHECKED), {"released": "geen"}, [], id="genest: de tweede houdt"),
        pytest.param(
            one(every(RELEASED, CHECKED), OTHER),
            {"colleague": "geen", "by": "steller"},
            ["collegiale-toets-gedaan", "niet-dezelfde-persoon"],
            id="genest: alleen wat ontbreekt wordt genoemd",
        ),
        pytest.param(
            every(one(RELEASED, CHECKED), DOCUMENT),
            CLOSED,
            ["vrijgegeven", "collegiale-toets-gedaan", "document-aanwezig"],
            id="alle met een-van erin",
        ),
    ],
)
def test_groups_hold_as_their_members_do(
    stage: Stage, requirement: Requirement, facts: dict[str, object], refused: list[str]
) -> None:
    assert [r.guard for r in single(refusals_of([requirement], stage(**facts)))] == refused


def test_of_an_een_van_every_way_out_is_told(stage: Stage) -> None:
    (refusal,) = refusals_of([one(every(RELEASED, OTHER), CHECKED)], stage(released="geen", colleague="geen"))
    assert words(refusal) == (
        "Eén van deze is genoeg: (1) Het voorstel is nog niet vrijgegeven. "
        "U bent zelf de steller. Vraag iemand anders om dit te doen. "
        "(2) De collegiale toets is niet af. Nog open: A-1, A-2, A-3, A-4, B-1, B-2, B-3, B-4 en nog 12."
    )


def test_an_een_van_in_an_een_van_reads_as_one_list(stage: Stage) -> None:
    (refusal,) = refusals_of([one(RELEASED, one(CHECKED, OTHER))], stage(released="geen", colleague="geen"))
    assert [[r.guard for r in option] for option in refusal.options] == [
        ["vrijgegeven"],
        ["collegiale-toets-gedaan"],
        ["niet-dezelfde-persoon"],
    ]


@pytest.mark.parametrize(
    ("guards", "bends"),
    [
        pytest.param([["rol"]], False, id="de rol niet"),
        pytest.param([["vrijgegeven"]], True, id="de rest wel"),
        pytest.param([["rol"], ["vrijgegeven"]], True, id="een weg die buigt is genoeg"),
        pytest.param([["rol", "vrijgegeven"], ["document-aanwezig"]], False, id="geen weg die buigt"),
    ],
)
def test_a_reason_overcomes_a_group_when_one_way_bends(guards: list[list[str]], bends: bool) -> None:
    options = tuple(tuple(Refusal("vrijgave-ontbreekt", guard) for guard in option) for option in guards)
    assert may_deviate((Refusal("een-van-nodig", "een-van", options=options),)) is bends


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        (
            "                  - collegiale-toets-gedaan\n",
            "                  - vriendelijk\n",
            "44: overgang bied-aan: de voorwaarde 'vriendelijk' bestaat niet",
        ),
        (
            "                      door: zelf\n",
            "                      door: niemand\n",
            "43: overgang bied-aan: 'door' is 'niemand'; kies uit 'zelf' of 'griffie'",
        ),
        (
            "          - vrijgegeven\n          - alle:",
            "          - [vrijgegeven]\n          - alle:",
            "38: overgang bied-aan: schrijf hier één voorwaarde",
        ),
        ("      - een-van:\n", "      - eenvan:\n", "37: overgang bied-aan: de voorwaarde 'eenvan' bestaat niet"),
        (
            "    - alle:\n        - document-aanwezig\n",
            "    - alle: document-aanwezig\n    - alle:\n        - document-aanwezig\n",
            "53: 'alle' moet een lijst zijn",
        ),
    ],
    ids=["unknown-guard", "parameter", "no-guard", "no-group", "no-list"],
)
def test_what_is_wrong_deep_in_a_group_is_said_at_its_line(tmp_path: Path, old: str, new: str, said: str) -> None:
    text = GOOD.read_text()
    assert old in text
    path = tmp_path / "poorten.yaml"
    path.write_text(text.replace(old, new, 1))
    with pytest.raises(InvalidContent) as caught:
        read_workflow(path, "poorten.yaml")
    problems = [str(p) for p in caught.value.problems if isinstance(p, Problem)]
    assert problems[0].startswith(f"poorten.yaml:{said}"), problems
