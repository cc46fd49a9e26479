"""Any procesontwerp on any shipped proceskader becomes a proceskader that the strict loader and its examples accept."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from sdprocess.content.library import content_root, load_library
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.content.yaml_text import as_yaml
from sdprocess.domain.design import ACTORS, INFO_QUESTIONS, Design, StepPlan
from sdprocess.engine.design_begin import begin_design, fixed_steps
from sdprocess.engine.design_kader import base_of, compile_design
from sdprocess.engine.design_route import Base
from sdprocess.engine.examples import check_workflow

LIBRARY = load_library()
NEWEST = {ref.id: LIBRARY.workflow(ref.id) for ref in LIBRARY.workflow_refs()}


def based(name: str) -> Base:
    workflow = NEWEST[name]
    path = content_root() / "workflows" / workflow.id / f"{workflow.version}.yaml"
    return base_of(workflow, path.read_text("utf-8"))


BASES = {name: based(name) for name in NEWEST}


def compiled(design: Design, base: Base) -> str:
    return compile_design(
        design, base, kader_id="ontwerp-2026-014", version="1.0.0", title="Procesontwerp", about="Voor dit dossier."
    )


def problems(text: str, tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    path = tmp_path_factory.mktemp("kader") / "1.0.0.yaml"
    path.write_text(text, "utf-8")
    return [str(p) for p in check_workflow(path)]


def loaded(text: str, tmp_path_factory: pytest.TempPathFactory) -> Workflow:
    path = tmp_path_factory.mktemp("kader") / "1.0.0.yaml"
    path.write_text(text, "utf-8")
    return read_workflow(path)[0]


def without(design: Design, *keys: str) -> Design:
    return replace(design, steps=tuple(replace(s, kept=s.key not in keys) for s in design.steps))


@pytest.mark.parametrize("name", sorted(BASES))
def test_a_design_as_it_begins_compiles_to_a_valid_kader(name, tmp_path_factory) -> None:
    assert problems(compiled(begin_design(NEWEST[name]), BASES[name]), tmp_path_factory) == []


@pytest.mark.parametrize("name", sorted(BASES))
def test_every_single_step_that_may_go_can_be_left_out(name, tmp_path_factory) -> None:
    design = begin_design(NEWEST[name])
    for step in design.steps:
        if step.base not in fixed_steps(NEWEST[name]):
            assert problems(compiled(without(design, step.key), BASES[name]), tmp_path_factory) == [], step.key


def test_a_design_in_which_everybody_may_do_everything_needs_no_refusal_by_role(tmp_path_factory) -> None:
    whole = begin_design(NEWEST["week-van-de-impact"])
    design = replace(whole, steps=tuple(replace(s, kept=s.key == "verzamelen") for s in whole.steps))
    text = compiled(design, BASES["week-van-de-impact"])
    assert problems(text, tmp_path_factory) == []
    kader = loaded(text, tmp_path_factory)
    assert all(set(t.by) == set(kader.roles) for t in kader.transitions)


WORDS = st.text(
    st.characters(min_codepoint=32, max_codepoint=0x24F, blacklist_categories=["Cc", "Cs"]), min_size=1, max_size=40
)
POINTS = st.sampled_from(["onbekend", "2027-03-01", "kwartaal 2 2027"])
LENGTHS = st.sampled_from(["onbekend", "6 weken", "10 werkdagen", "3 raadsweken"])


@st.composite
def designs(draw: st.DrawFn) -> tuple[str, Design]:
    name = draw(st.sampled_from(sorted(BASES)))
    workflow = NEWEST[name]
    design = begin_design(workflow)
    for _ in range(draw(st.integers(0, 3))):
        design = design.repeated(draw(st.sampled_from([s.key for s in design.steps])))
    fixed = fixed_steps(workflow)
    steps = [
        replace(
            step,
            kept=step.key in fixed or draw(st.booleans()),
            title=draw(WORDS).strip() or "1e5",
            plan=StepPlan(ends=draw(POINTS), takes=draw(LENGTHS)),
            involved={who: draw(WORDS) for who in draw(st.lists(st.sampled_from(ACTORS), unique=True))},
            questions=tuple(draw(st.lists(WORDS, max_size=2))),
            info=tuple(draw(st.lists(st.sampled_from(INFO_QUESTIONS), unique=True, max_size=2))),
        )
        for step in design.steps
    ]
    rest = draw(st.permutations([s.key for s in steps[1:]]))
    return name, replace(design, steps=tuple(steps)).ordered([steps[0].key, *rest])


@settings(
    max_examples=40, deadline=None, suppress_health_check=list(HealthCheck), phases=[Phase.explicit, Phase.generate]
)
@given(designs())
def test_any_valid_design_compiles_to_a_valid_kader(tmp_path_factory, made) -> None:
    name, design = made
    base = BASES[name]
    text = compiled(design, base)
    assert problems(text, tmp_path_factory) == []
    kader = loaded(text, tmp_path_factory)
    assert [s.id for s in kader.states if not s.end and s.id in {k.key for k in design.kept}] == [
        k.key for k in design.kept
    ]
    assert compiled(design, base) == text


def test_leaving_out_a_step_never_loses_a_gate(tmp_path_factory) -> None:
    design = without(begin_design(NEWEST["raadsvoorstel"]), "college")
    kader = loaded(compiled(design, BASES["raadsvoorstel"]), tmp_path_factory)
    past = kader.transition("collegiale-toets-naar-griffie")
    assert [g.name for g in past.guards] == ["vrijgegeven", "adviezen-binnen", "niet-dezelfde-persoon"]
    assert past.by == ("college",)
    assert past.hand_over
    assert "college" in kader.state("collegiale-toets").turn


def test_a_repeated_step_cannot_be_passed_by(tmp_path_factory) -> None:
    design = begin_design(NEWEST["raadsvoorstel"]).repeated("beeldvorming")
    keys = [s.key for s in design.steps]
    keys.remove("beeldvorming-2")
    keys.insert(keys.index("besluitvorming"), "beeldvorming-2")
    kader = loaded(compiled(design.ordered(keys), BASES["raadsvoorstel"]), tmp_path_factory)
    ahead = {t.target for t in kader.moves_from("oordeelsvorming")}
    assert "beeldvorming-2" in ahead
    assert "besluitvorming" not in ahead
    assert "besluitvorming" in {t.target for t in kader.moves_from("beeldvorming-2")}


def test_a_decision_leads_on_when_the_step_behind_it_is_left_out(tmp_path_factory) -> None:
    design = without(begin_design(NEWEST["raadsvoorstel"]), "uitvoering")
    kader = loaded(compiled(design, BASES["raadsvoorstel"]), tmp_path_factory)
    assert kader.transition("neem-aan").target == "evaluatie"
    assert kader.transition("verwerp").target == "afgesloten"


def test_the_planning_of_a_step_is_its_term(tmp_path_factory) -> None:
    design = begin_design(NEWEST["licht"])
    planned = replace(design.step("besluiten"), plan=StepPlan(ends="kwartaal 2 2027", takes="6 weken"))
    kader = loaded(compiled(design.with_step(planned), BASES["licht"]), tmp_path_factory)
    assert (kader.state("besluiten").term.duration, kader.state("besluiten").term.latest) == (
        "6 weken",
        "kwartaal 2 2027",
    )


def test_a_design_without_its_first_step_is_refused() -> None:
    with pytest.raises(ValueError, match="begins where its base begins"):
        compiled(without(begin_design(NEWEST["licht"]), "opstellen"), BASES["licht"])


@given(
    st.recursive(
        WORDS | st.integers(-(10**15), 10**15) | st.booleans() | st.none(),
        lambda inner: st.lists(inner) | st.dictionaries(WORDS, inner),
    )
)
def test_what_is_written_as_yaml_is_read_back_as_it_was(value) -> None:
    assert load_yaml(as_yaml({"waarde": value})).plain() == {"waarde": value}
