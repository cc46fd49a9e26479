"""Runs the example paths of a workflow file through the real engine: the referee of a proceskader."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import cast

from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import Node
from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.content.workflow_examples import RELEASE, Example, Facts, Step
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.refusal import Refusal, single
from sdprocess.engine.context import GuardContext
from sdprocess.engine.guards import words
from sdprocess.engine.move import Moved, move, release_gate
from sdprocess.engine.staging import staged, staged_dossier
from sdprocess.texts.nl import say


@dataclass(frozen=True, slots=True)
class ExampleOutcome:
    """How one example went. failure: what went otherwise than written, in words; empty when it went as written."""

    title: str
    index: int
    steps: int
    failure: str = ""
    failed_step: int = 0

    @property
    def ok(self) -> bool:
        """Whether every step went as written."""
        return not self.failure


@dataclass(frozen=True, slots=True)
class ExampleFailure:
    """An example that the engine does not agree with, at its line in the file."""

    file: str
    line: int
    title: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}:{self.line}: voorbeeld '{self.title}': {self.message}"


def run_examples(workflow: Workflow) -> tuple[ExampleOutcome, ...]:
    """The outcome of every example, in the order of the file. An example stops at its first failing step."""
    return tuple(_run(workflow, n, example) for n, example in enumerate(workflow.examples))


def check_workflow(source: Path | str, name: str = "") -> tuple[Problem | ExampleFailure, ...]:
    """Everything wrong with a workflow, a file (Path) or a text (str): its problems, or else the examples that fail.

    Empty means good.
    """
    try:
        workflow, tree = read_workflow(source, name)
    except InvalidContent as error:
        return cast("tuple[Problem, ...]", error.problems)
    return failed_examples(workflow, tree)


def failed_examples(workflow: Workflow, tree: Node) -> tuple[ExampleFailure, ...]:
    """The examples that do not go as written, at their lines."""
    failed = (o for o in run_examples(workflow) if not o.ok)
    return tuple(
        ExampleFailure(
            tree.file, tree.line_of("voorbeelden", o.index, "stappen", o.failed_step - 1), o.title, o.failure
        )
        for o in failed
    )


def refused_by(workflow: Workflow, state: str, step: Step, facts: Facts) -> frozenset[str]:
    """The names of the guards that refuse this step from this state on these facts; empty when it is allowed."""
    done = _act(workflow, staged(workflow, staged_dossier(workflow, state), step, facts), step.move)
    return frozenset(r.guard or r.code for r in single(done)) if isinstance(done, tuple) else frozenset()


def _run(workflow: Workflow, index: int, example: Example) -> ExampleOutcome:
    dossier = staged_dossier(workflow, example.start or workflow.begin.id)
    for number, step in enumerate(example.steps, start=1):
        facts = example.facts.updated(step.facts)
        dossier, failure = _try(workflow, dossier, step, facts, number)
        if failure:
            return ExampleOutcome(example.title, index, len(example.steps), failure, number)
    return ExampleOutcome(example.title, index, len(example.steps))


def _try(workflow: Workflow, dossier: Dossier, step: Step, facts: Facts, number: int) -> tuple[Dossier, str]:
    """The dossier after one step, and what was not as written."""
    done = _act(workflow, staged(workflow, dossier, step, facts), step.move)
    about = {"step": number, "move": step.move}
    if isinstance(done, tuple):
        given = {r.guard or r.code for r in single(done)}
        if not step.refused_by:
            return dossier, say("voorbeeld-geweigerd", reasons=" ".join(words(r) for r in done), **about)
        if given != set(step.refused_by):
            facts_said = {"expected": _listed(step.refused_by), "given": _listed(given)}
            return dossier, say("voorbeeld-andere-weigering", **facts_said, **about)
        return dossier, ""
    if step.refused_by:
        return done, say("voorbeeld-gelukt", expected=_listed(step.refused_by), **about)
    if done.state != step.arrives:
        return done, say("voorbeeld-andere-toestand", expected=step.arrives, given=done.state, **about)
    return done, ""


def _act(workflow: Workflow, ctx: GuardContext, name: str) -> Dossier | tuple[Refusal, ...]:
    if name == RELEASE:
        return release_gate(workflow, ctx) or ctx.dossier
    done = move(workflow, ctx, name)
    return replace(done.dossier, revision=done.dossier.revision + 1) if isinstance(done, Moved) else done


def _listed(names: set[str] | tuple[str, ...]) -> str:
    return " en ".join(sorted(names))
