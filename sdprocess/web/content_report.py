"""What the content files hold and whether their checks and examples hold, for the beheer page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from sdprocess.checking.proof import load_proved
from sdprocess.content.checklist import Checklist
from sdprocess.content.library import Library
from sdprocess.content.workflow import Workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef
from sdprocess.engine.examples import run_examples


@dataclass(frozen=True, slots=True)
class ContentFile:
    """One content file: what it is, what is in it, and every problem its checks or examples gave."""

    kind: str
    title: str
    explanation: str
    source: str
    ref: ContentRef
    contents: tuple[tuple[str, str], ...]
    examples: int
    problems: tuple[str, ...]
    english: str = ""


def content_report(library: Library) -> Sequence[ContentFile]:
    """All files that were loaded. A file with a wrong shape is never loaded: the server does not start with one."""
    workflows = [_workflow(ref, w, library.english.get(ref.id, "")) for ref, w in library.shared().items()]
    return [*workflows, *(_checklist(library.root, ref, c) for ref, c in library.checklists.items())]


def _workflow(ref: ContentRef, workflow: Workflow, english: str) -> ContentFile:
    contents = (
        ("Toestanden", ", ".join(s.title for s in workflow.states)),
        ("Overgangen", ", ".join(t.title for t in workflow.transitions)),
        ("Rollen", ", ".join(workflow.roles)),
    )
    steps = sum(len(e.steps) for e in workflow.examples)
    problems = tuple(f"{o.title}: {o.failure}" for o in run_examples(workflow) if not o.ok)
    return ContentFile(
        "Proceskader", workflow.title, workflow.explanation, workflow.source, ref, contents, steps, problems, english
    )


def _checklist(root: Path, ref: ContentRef, checklist: Checklist) -> ContentFile:
    contents = (
        ("Onderwerpen", ", ".join(f"{c.id} {c.title}" for c in checklist.criteria)),
        ("Vragen", ", ".join(q.id for q in checklist.questions)),
    )
    examples = sum(len(r.hits) + len(r.misses) for q in checklist.questions for r in q.rules)
    problems = _checklist_problems(root / "checklists" / ref.id / f"{ref.version}.yaml")
    return ContentFile(
        "Checklist", checklist.title, checklist.explanation, checklist.source, ref, contents, examples, problems
    )


def _checklist_problems(path: Path) -> tuple[str, ...]:
    """What the rules of a checklist say of their own examples, read anew from the file."""
    try:
        load_proved(path, f"{path.parent.name}/{path.name}")
    except InvalidContent as error:
        return tuple(str(problem) for problem in error.problems)
    return ()
