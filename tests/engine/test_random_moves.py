"""Whatever people try, in whatever order: the engine stays inside the file, and history tells the state."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from sdprocess.content.library import content_root
from sdprocess.content.workflow import Workflow, load_workflow
from sdprocess.content.workflow_examples import Facts, Step
from sdprocess.domain.history import TransitionRecord
from sdprocess.engine.fold import fold
from sdprocess.engine.move import WIDTH, Moved, allowed_moves, move, strip
from sdprocess.engine.staging import NOW, staged, staged_dossier

WORKFLOWS = {name: load_workflow(content_root() / f"workflows/{name}/1.0.0.yaml") for name in (
    "beleidsproces", "licht", "raadsvoorstel",
)}  # fmt: skip
ROLES = ("steller", "toetser", "college", "griffie", "agendacommissie", "raadslid", "beheerder", "to_afgesloten")

FACTS = st.builds(
    Facts,
    document=st.booleans(),
    toets=st.sampled_from(["actueel", "ouder", "geen", "niet-beoordeeld"]),
    zelf=st.sampled_from(["alles", "deel", "geen"]),
    collega=st.sampled_from(["alles", "deel", "geen", "steller"]),
    griffie=st.sampled_from(["alles", "geen"]),
    vrijgave=st.sampled_from(["actueel", "ouder", "geen"]),
    zelfde_persoon=st.booleans(),
    profiel=st.dictionaries(st.sampled_from("ABCDE"), st.integers(0, 4)),
)
OPEN = st.just(Facts())
NAMES = sorted({t.id for w in WORKFLOWS.values() for t in w.transitions})
STATES = sorted({s.id for w in WORKFLOWS.values() for s in w.states})


class Moves(RuleBasedStateMachine):
    """Random people with random facts try random transitions, real and invented."""

    workflow: Workflow

    @initialize(name=st.sampled_from(sorted(WORKFLOWS)))
    def open(self, name: str) -> None:
        self.workflow = WORKFLOWS[name]
        self.dossier = staged_dossier(self.workflow, self.workflow.begin.id)
        self.history = [
            TransitionRecord(1, 1, NOW, 1, "steller", "geopend", self.workflow.ref, to_state=self.dossier.state)
        ]

    def _try(self, transition: str, role: str, facts: Facts, reason: str) -> None:
        before = self.dossier
        step = Step(overgang=transition, door=role, reden=reason, komt_in=before.state)
        ctx = staged(self.workflow, before, step, facts)
        options = {o.transition: o for o in allowed_moves(self.workflow, ctx)}
        done = move(self.workflow, ctx, transition)
        if not isinstance(done, Moved):
            assert done, "a refusal without a reason"
            option = options.get(transition)
            assert option is None or option.refusals or (option.needs_reason and not reason.strip())
            return
        option = options[transition]
        assert option.is_mine
        assert option.possible
        assert bool(done.record.reason) or not option.needs_reason
        assert option.to_state == done.dossier.state
        assert WIDTH.index(done.dossier.side) >= WIDTH.index(before.side)
        self.history.append(replace(done.record, seq=len(self.history) + 1))
        self.dossier = replace(done.dossier, revision=before.revision + 1)

    @rule(data=st.data(), facts=FACTS | OPEN, reason=st.sampled_from(["", " ", "Daarom."]))
    def somebody_tries_something(self, data: st.DataObject, facts: Facts, reason: str) -> None:
        transition = data.draw(st.sampled_from(NAMES), label="transition")
        self._try(transition, data.draw(st.sampled_from(ROLES), label="role"), facts, reason)

    @rule(data=st.data(), facts=OPEN | FACTS)
    def somebody_with_the_role_takes_a_way_out(self, data: st.DataObject, facts: Facts) -> None:
        leaving = self.workflow.moves_from(self.dossier.state)
        if not leaving:
            return
        t = data.draw(st.sampled_from(leaving), label="transition")
        self._try(t.id, data.draw(st.sampled_from(t.by), label="role"), facts, "Daarom.")

    @rule(name=st.sampled_from(STATES), prefix=st.sampled_from(["to_", "", "to:", "set_"]), role=st.sampled_from(ROLES))
    def nobody_jumps_to_a_state_by_its_name(self, name: str, prefix: str, role: str) -> None:
        if prefix + name in NAMES:
            return
        before = self.dossier
        self._try(prefix + name, role, Facts(), "Daarom.")
        assert self.dossier == before

    @invariant()
    def the_state_is_declared(self) -> None:
        assert self.dossier.state in {s.id for s in self.workflow.states}

    @invariant()
    def the_state_is_the_fold_of_the_events(self) -> None:
        assert fold(self.workflow, self.history) == self.dossier.state

    @invariant()
    def only_an_end_is_closed(self) -> None:
        assert self.dossier.closed == self.workflow.state(self.dossier.state).end

    @invariant()
    def the_strip_has_exactly_one_here(self) -> None:
        shown = strip(self.workflow, self.dossier.state, self.history)
        assert [s.id for s in shown if s.status == "hier"] == [self.dossier.state]


Moves.TestCase.settings = settings(max_examples=60, stateful_step_count=25, deadline=None)
TestMoves = pytest.mark.filterwarnings("ignore::hypothesis.errors.NonInteractiveExampleWarning")(Moves.TestCase)
