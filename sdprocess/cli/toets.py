"""`sdprocess toets`: judge files and print or write their reports. Stores nothing else."""

from __future__ import annotations

from argparse import Namespace
from collections import defaultdict
from collections.abc import Iterable, Sequence
from pathlib import Path

from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, WRONG_USE
from sdprocess.cli.follow import follow
from sdprocess.cli.judge import Job, Outcome, judge_all, warm_library, warm_register
from sdprocess.cli.progress import with_progress
from sdprocess.content.register import InvalidRegister
from sdprocess.domain.errors import NotFound
from sdprocess.texts.nl import say

SUFFIXES = {"tekst": ".txt", "json": ".json", "html": ".html", "md": ".md"}
READABLE = frozenset({".docx", ".odt", ".pdf", ".md", ".txt"})
BETWEEN = {"tekst": "\n" + "=" * 100 + "\n\n", "md": "\n---\n\n"}


def toets(chosen: Namespace) -> int:
    """Runs the command; the exit code is the worst of the files."""
    files, problem = _expand(chosen.files)
    problem = problem or _problem(chosen, files)
    if problem:
        complain(say("cli-fout", program="sdprocess toets", message=problem))
        return WRONG_USE
    name, _, version = chosen.checklist.partition("@")
    jobs = [Job(path, chosen.form, chosen.content, name, version, chosen.register, chosen.kind) for path in files]
    if chosen.follow:
        return follow(jobs[0])
    names = tuple(path.name for path in files)
    outcomes = with_progress(judge_all(jobs, chosen.processes), names)
    if chosen.out:
        return _write(outcomes, files, chosen)
    return _print(outcomes, chosen.form, several=len(files) > 1)


def _expand(given: Sequence[Path]) -> tuple[list[Path], str]:
    """The files themselves, and the readable files of folders; or what is wrong."""
    files: list[Path] = []
    for path in given:
        inside = sorted(p for p in path.iterdir() if p.suffix.lower() in READABLE) if path.is_dir() else [path]
        if not inside:
            return [], say("cli-geen-bestanden", folder=path)
        files.extend(inside)
    return files, ""


def _problem(chosen: Namespace, files: Sequence[Path]) -> str:
    """Why this cannot be done as asked, before anything is done."""
    name, _, version = chosen.checklist.partition("@")
    library = warm_library(chosen.content)
    try:
        library.checklist(name, version or None)
    except NotFound:
        known = ", ".join(f"{ref.id}@{ref.version}" for ref in library.checklist_refs())
        return say("cli-checklist-onbekend", name=chosen.checklist, known=known)
    kinds = library.proposal_kinds(name)
    known_kinds = [kind.id for kind in kinds.kinds] if kinds else []
    if chosen.kind and chosen.kind not in known_kinds:
        return say("voorstelsoort-onbekend", name=chosen.kind, known=", ".join(known_kinds))
    problem = _register_problem(chosen.register)
    if problem:
        return problem
    if chosen.follow and (len(files) > 1 or chosen.out or chosen.form != "tekst"):
        return say("volg-een-bestand")
    if not chosen.out:
        return say("cli-uit-nodig") if chosen.form == "html" and len(files) > 1 else ""
    return _clash(chosen, files) or _unwritable(chosen.out)


def _register_problem(path: Path | None) -> str:
    """Why the register cannot be used, "" when there is none or it can."""
    if path is None:
        return ""
    try:
        warm_register(path)
    except OSError as error:
        return say("cli-register-weg", path=path, detail=error.strerror)
    except InvalidRegister as error:
        return say(error.code, **error.facts)
    return ""


def _clash(chosen: Namespace, files: Sequence[Path]) -> str:
    """Two reports with one name, or a report over one of the documents."""
    by_target: dict[Path, list[Path]] = defaultdict(list)
    for path in files:
        by_target[_target(path, chosen)].append(path)
    documents = {path.resolve() for path in files}
    for target, sources in by_target.items():
        if len(sources) > 1:
            return say("cli-zelfde-naam", report=target.name, names=", ".join(str(s) for s in sources))
        if target.resolve() in documents:
            return say("cli-overschrijft", report=target)
    return ""


def _unwritable(folder: Path) -> str:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        return say("cli-uit-map", folder=folder, detail=error.strerror)
    return ""


def _target(path: Path, chosen: Namespace) -> Path:
    return Path(chosen.out) / (path.stem + SUFFIXES[chosen.form])


def _write(outcomes: Iterable[Outcome], files: Sequence[Path], chosen: Namespace) -> int:
    worst = DONE
    for path, outcome in zip(files, outcomes, strict=True):
        _target(path, chosen).write_text(outcome.body, "utf-8")
        worst = max(worst, _tell(outcome))
    print(say("cli-geschreven", count=len(files), folder=chosen.out))
    return worst


def _print(outcomes: Iterable[Outcome], form: str, *, several: bool) -> int:
    worst = DONE
    array = several and form == "json"
    for rank, outcome in enumerate(outcomes):
        before = BETWEEN.get(form, "") if rank else ""
        if array:
            before = ",\n" if rank else "[\n"
        print(before + (outcome.body.rstrip("\n") if array else outcome.body), end="")
        worst = max(worst, _tell(outcome))
    if array:
        print("\n]")
    return worst


def _tell(outcome: Outcome) -> int:
    if outcome.reason:
        complain(say("cli-niet-beoordeeld", document=outcome.document, reason=outcome.reason))
    return outcome.exit_code
