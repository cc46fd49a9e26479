"""The proceskaders on which a next dossier opens: that they exist."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from pathlib import Path

from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import load_yaml
from sdprocess.content.workflow import Workflow


def follow_up_problems(workflow: Workflow, source: Path | str, name: str, known: Collection[str]) -> Iterator[Problem]:
    """Every `vervolg` that names a proceskader that is not there; itself is always there.

    source: the file or text it was read from, for the lines. name: how problems call it. known: ids of the others.
    """
    for transition in workflow.transitions:
        if transition.follow_up and transition.follow_up not in {workflow.id, *known}:
            tree = load_yaml(source, name)
            place = ("overgangen", transition.id, "vervolg")
            yield tree.problem("proces-vervolg-onbekend", *place, name=transition.follow_up)
