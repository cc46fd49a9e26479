"""Who may open a dossier on a proceskader: a role that an account can have, on the side where it begins."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import Node
from sdprocess.domain.dossier import Side
from sdprocess.domain.people import COUNCIL_SIDE, OPENERS

if TYPE_CHECKING:
    from sdprocess.content.workflow import Workflow


def check_opening(workflow: Workflow, tree: Node) -> Iterator[Problem]:
    """The problems of `openen`. Nobody of the council opens what begins out of the council's sight."""
    begins_at_college = any(s.begin and s.side is Side.COLLEGE for s in workflow.states)
    for name in workflow.opened_by:
        if name not in OPENERS:
            yield tree.problem("proces-openen-rol", "openen", name=name, known=", ".join(OPENERS))
        elif begins_at_college and name in COUNCIL_SIDE:
            yield tree.problem("proces-openen-zijde", "openen", name=name)
