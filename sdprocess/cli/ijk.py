"""`sdprocess ijk`: the toets against what readers found in a folder of documents. Stores nothing."""

from __future__ import annotations

import json
from argparse import Namespace
from collections.abc import Mapping, Sequence
from pathlib import Path

from sdprocess.checking.calibration.labels import Label, read_labels
from sdprocess.checking.calibration.measure import Calibration, Judged, Verdicts, calibrate
from sdprocess.cli.dutch import complain
from sdprocess.cli.exit_codes import DONE, NOT_ALL, WRONG_USE
from sdprocess.cli.judge import Job, Outcome, judge_all, warm_library
from sdprocess.cli.progress import with_progress
from sdprocess.cli.toets import READABLE
from sdprocess.content.checklist import Checklist
from sdprocess.domain.errors import InvalidContent, NotFound
from sdprocess.publish.calibration_data import as_json
from sdprocess.publish.calibration_text import as_text
from sdprocess.texts.nl import say

SHOWN_PROBLEMS = 20
SHOWN_NAMES = 8


def calibrate_folder(chosen: Namespace) -> int:
    """Runs the command. Documents without a file are told and left out; wrong labels stop it."""
    name, _, version = chosen.checklist.partition("@")
    library = warm_library(chosen.content)
    try:
        checklist = library.checklist(name, version or None)
    except NotFound:
        known = ", ".join(f"{ref.id}@{ref.version}" for ref in library.checklist_refs())
        return _refuse(say("cli-checklist-onbekend", name=chosen.checklist, known=known))
    if not chosen.folder.is_dir():
        return _refuse(say("ijk-geen-map", folder=chosen.folder))
    try:
        labels = read_labels(_text(chosen.labels), chosen.labels.name, {q.id for q in checklist.questions})
    except (OSError, UnicodeDecodeError):
        return _refuse(say("ijk-labels-weg", file=chosen.labels))
    except InvalidContent as error:
        return _refuse_labels(error)
    return _measure(chosen, checklist, labels)


def _measure(chosen: Namespace, checklist: Checklist, labels: Sequence[Label]) -> int:
    wanted = list(dict.fromkeys(label.document for label in labels))
    files, double = _files(chosen.folder, wanted)
    if double:
        return _refuse(say("ijk-dubbel", names=", ".join(str(path) for path in double)))
    if not files:
        return _refuse(say("ijk-geen-stuk", folder=chosen.folder, names=_some(wanted)))
    missing = [document for document in wanted if document not in files]
    if missing:
        complain(say("ijk-ontbreekt", count=len(missing), names=_some(missing)))
    verdicts, unjudged = _verdicts(chosen, checklist, files)
    made = calibrate(labels, verdicts, lambda document: _group(chosen, document, files[document]))
    _print(made, checklist, chosen)
    return NOT_ALL if missing or unjudged else DONE


def _verdicts(chosen: Namespace, checklist: Checklist, files: Mapping[str, Path]) -> tuple[Verdicts, int]:
    """What the toets said of each document, and of how many it said nothing."""
    ref = checklist.ref
    jobs = [Job(path, "json", chosen.content, ref.id, ref.version) for path in files.values()]
    outcomes = with_progress(judge_all(jobs, chosen.processes), tuple(path.name for path in files.values()))
    verdicts: dict[str, Mapping[str, Judged]] = {}
    unjudged = 0
    for document, outcome in zip(files, outcomes, strict=True):
        verdicts[document] = _judged(outcome)
        if outcome.reason:
            unjudged += 1
            complain(say("ijk-niet-beoordeeld", document=outcome.document, reason=outcome.reason))
    return verdicts, unjudged


def _judged(outcome: Outcome) -> Mapping[str, Judged]:
    """The verdicts as any reader of the report in json finds them."""
    questions = json.loads(outcome.body)["vragen"]
    return {q["id"]: Judged(q["oordeel"], tuple(e["citaat"] for e in q["bewijs"])) for q in questions}


def _files(folder: Path, wanted: Sequence[str]) -> tuple[dict[str, Path], list[Path]]:
    """The file of each document, by its name with or without extension; and the files of one that has several."""
    by_name: dict[str, list[Path]] = {}
    for path in sorted(p for p in folder.rglob("*") if p.suffix.lower() in READABLE and p.is_file()):
        for name in {path.stem, path.name}:
            by_name.setdefault(name, []).append(path)
    found = {document: by_name[document] for document in wanted if document in by_name}
    double = next((paths for paths in found.values() if len(paths) > 1), [])
    return {document: paths[0] for document, paths in found.items()}, double


def _group(chosen: Namespace, document: str, path: Path) -> str:
    if chosen.group == "naam":
        return document.split("-", maxsplit=1)[0]
    return path.parent.relative_to(chosen.folder).as_posix() if chosen.group == "map" else ""


def _print(made: Calibration, checklist: Checklist, chosen: Namespace) -> None:
    if chosen.form == "json":
        print(as_json(made, checklist.ref), end="")
    else:
        print(as_text(made, checklist.ref, differences=chosen.differences), end="")


def _text(path: Path) -> str:
    return path.read_text("utf-8")


def _some(names: Sequence[str]) -> str:
    return ", ".join(names[:SHOWN_NAMES]) + (" ..." if len(names) > SHOWN_NAMES else "")


def _refuse(message: str) -> int:
    complain(say("cli-fout", program="sdprocess ijk", message=message))
    return WRONG_USE


def _refuse_labels(error: InvalidContent) -> int:
    shown = [str(problem) for problem in error.problems[:SHOWN_PROBLEMS]]
    rest = len(error.problems) - len(shown)
    more = [say("ijk-labels-meer", count=rest)] if rest else []
    complain("\n".join((say("ijk-labels-fout"), *shown, *more)))
    return WRONG_USE
