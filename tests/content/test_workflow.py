from __future__ import annotations

from pathlib import Path

import pydantic
import pytest

from sdprocess.content.guard_names import GUARDS as VOCABULARY
from sdprocess.content.library import content_root
from sdprocess.content.workflow import POLICY_STEPS, Workflow, load_workflow
from sdprocess.engine.guards import GUARDS as FUNCTIONS

PATHS = sorted((content_root() / "workflows").glob("*/*.yaml"))


@pytest.fixture(params=PATHS, ids=lambda p: "/".join(p.parts[-2:]))
def workflow(request: pytest.FixtureRequest) -> Workflow:
    path: Path = request.param
    return load_workflow(path)


def test_every_guard_in_the_vocabulary_has_a_function_and_the_other_way_round() -> None:
    assert VOCABULARY.keys() == FUNCTIONS.keys()


def test_a_workflow_is_frozen(workflow: Workflow) -> None:
    with pytest.raises(pydantic.ValidationError):
        workflow.title = "anders"  # type: ignore[misc]


def test_it_knows_the_hash_of_its_file(workflow: Workflow) -> None:
    assert len(workflow.ref.sha256) == 64


def test_states_follow_the_six_policy_steps_on_the_main_line(workflow: Workflow) -> None:
    steps = [POLICY_STEPS.index(s.step) for s in workflow.states if not s.aside]
    assert steps == sorted(steps)


def test_every_title_of_a_transition_is_an_order_and_no_name(workflow: Workflow) -> None:
    for t in workflow.transitions:
        assert t.title[0].isupper()
        assert len(t.title.split()) >= 2, t.title
        assert not t.title.endswith("."), t.title


def test_unknown_names_raise(workflow: Workflow) -> None:
    with pytest.raises(KeyError):
        workflow.state("bestaat-niet")
    with pytest.raises(KeyError):
        workflow.transition("bestaat-niet")


def test_the_policy_process_has_all_six_steps_and_goes_round() -> None:
    workflow = load_workflow(content_root() / "workflows/beleidsproces/1.0.0.yaml")
    assert [s.step for s in workflow.states if not s.aside] == list(POLICY_STEPS)
    assert {t.target for t in workflow.moves_from("aanpassen")} == {"uitvoeren", "voorbereiden", "beeindigd"}


def test_the_light_process_has_four_steps_and_an_end() -> None:
    workflow = load_workflow(content_root() / "workflows/licht/1.0.0.yaml")
    assert len([s for s in workflow.states if not s.aside and not s.end]) == 4
