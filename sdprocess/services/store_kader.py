"""Putting a proceskader in the database: checked as strictly as a file, and never changed afterwards."""

from __future__ import annotations

from typing import cast

from sdprocess.content.problems import Problem
from sdprocess.content.strict_yaml import Node
from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.domain.errors import InvalidContent, InvalidInput
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.people import Actor
from sdprocess.engine.examples import failed_examples
from sdprocess.services.ports import UnitOfWork, World
from sdprocess.services.ports_kaders import StoredKader
from sdprocess.services.visibility import require_role

IMPORTED = "import"
FILE = "proceskader.yaml"
"""How the messages call a text that has no file yet."""


def check_kader(world: World, yaml_text: str, name: str = FILE) -> Workflow:
    """The workflow in a text, as `sdprocess kaders toets` judges a file: shape, graph, checklist and examples.

    Raises InvalidContent with every problem, each with its line. Stores nothing.
    """
    workflow, tree = _read(world, yaml_text, name)
    _check_examples(workflow, tree)
    return workflow


def store_kader(world: World, actor: Actor, *, yaml_text: str, origin: str = IMPORTED, name: str = FILE) -> ContentRef:
    """Keep a proceskader for all dossiers; what new dossiers get does not change (see `choose_kader`). Beheerder only.

    The same bytes a second time are no error. Raises NotAllowed, and InvalidContent, also when this id and version are
    there with other bytes.
    """
    require_role(actor, "beheerder")
    workflow = check_kader(world, yaml_text, name)
    with world.uow(write=True) as uow:
        put_kader(uow, world, actor, yaml_text=yaml_text, origin=origin, name=name)
        uow.commit()
    return workflow.ref


def put_kader(
    uow: UnitOfWork,
    world: World,
    actor: Actor,
    *,
    yaml_text: str,
    origin: str,
    dossier_id: int | None = None,
    name: str = FILE,
) -> Workflow:
    """Keep a proceskader in the caller's writing transaction; the caller checks who may, and commits.

    dossier_id: the one dossier it is for; it is then never offered to others. Raises InvalidContent as `store_kader`.
    The library knows the kader after the commit; until then use the Workflow that this gives.
    """
    workflow, tree = _read(world, yaml_text, name)
    _check_examples(workflow, tree)
    stored = uow.kaders.version(workflow.id, workflow.version)
    in_files = [ref for ref in world.library.files if _key(ref) == _key(workflow.ref)]
    if workflow.ref in in_files:
        return workflow
    if in_files or stored is not None:
        if stored is not None and (stored.ref, stored.dossier_id) == (workflow.ref, dossier_id):
            return workflow
        raise _taken(workflow, tree)
    kader = StoredKader(0, workflow.ref, yaml_text, world.clock.now(), actor.id, actor.name, origin, dossier_id)
    try:
        uow.kaders.add(kader)
    except InvalidInput as error:
        raise _taken(workflow, tree) from error
    return workflow


def _read(world: World, yaml_text: str, name: str) -> tuple[Workflow, Node]:
    workflow, tree = read_workflow(yaml_text, name)
    problems = world.library.problems_of(workflow, yaml_text, name)
    if problems:
        raise InvalidContent(problems)
    return workflow, tree


def _check_examples(workflow: Workflow, tree: Node) -> None:
    failed = failed_examples(workflow, tree)
    if failed:
        raise InvalidContent(cast("tuple[object, ...]", failed))


def _key(ref: ContentRef) -> tuple[str, str]:
    return ref.id, ref.version


def _taken(workflow: Workflow, tree: Node) -> InvalidContent:
    problem: Problem = tree.problem("kader-versie-bestaat", "versie", id=workflow.id, version=workflow.version)
    return InvalidContent((problem,))
