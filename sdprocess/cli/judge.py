"""One file in, one finished report out. Runs in this process or in a worker; a worker keeps its checklist."""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path

from sdprocess.checking.assess import assess
from sdprocess.cli.exit_codes import BROKEN, DONE, NOT_ALL
from sdprocess.content.checklist import Checklist
from sdprocess.content.library import Library, load_library
from sdprocess.content.register import read_register
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.findings import Assessment, KindChoice
from sdprocess.domain.frames import Frame
from sdprocess.domain.text import SourceText
from sdprocess.planning.working_days import local_day
from sdprocess.publish.report_html import as_html
from sdprocess.publish.report_json import as_json
from sdprocess.publish.report_md import as_markdown
from sdprocess.publish.report_text import as_text
from sdprocess.publish.report_view import Register, Report, report_of, unjudged
from sdprocess.reading import LIMITS, ReadingWorker
from sdprocess.texts.nl import say

AHEAD = 8
"""How many documents per process are handed out before the first of them is done."""


@dataclass(frozen=True, slots=True)
class Job:
    """What a worker must know. root: folder with the content, None = that of the product. version "": the newest.
    kind: of proposal, by the word of whoever asks; "" leaves it to the toets.
    """

    path: Path
    form: str
    root: Path | None
    checklist: str
    version: str
    register: Path | None = None
    kind: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """A finished report. reason: why the document was not judged, else empty. exit_code: its share in that of all."""

    document: str
    body: str
    reason: str
    exit_code: int


@lru_cache(maxsize=1)
def warm_library(root: Path | None) -> Library:
    """The content, loaded once per process. Raises InvalidContent."""
    return load_library(root)


@lru_cache(maxsize=1)
def warm_register(path: Path) -> tuple[Frame, ...]:
    """The register in a csv file, read once per process. Raises InvalidRegister, OSError."""
    return read_register(path.read_bytes(), path.name)


@lru_cache(maxsize=1)
def warm_reader(_process: int) -> ReadingWorker:
    """One reading child for this process; it ends with it. `_process` keeps a forked worker from sharing the child."""
    return ReadingWorker(LIMITS)


def read(path: Path) -> SourceText:
    """The text of a file, read within bounds in the child. Raises UnreadableDocument."""
    try:
        with path.open("rb") as file:
            data = file.read(LIMITS.file_bytes + 1)
    except OSError as error:
        raise UnreadableDocument("bestand-weg", name=path.name) from error
    return warm_reader(os.getpid()).read(data, path.name)


def judge(job: Job) -> Outcome:
    """Read and judge one file. Whatever goes wrong with it ends in its report."""
    checklist = _checklist(job)
    try:
        text = read(job.path)
        report = report_of(job.path.name, text, assessed(job, text), checklist, _register(job))
    except UnreadableDocument as error:
        return _finished(job, unjudged(job.path.name, say(error.reason, **error.facts), checklist), NOT_ALL)
    except Exception as error:  # noqa: BLE001  a fault of ours at one file must not cost the others their report
        return _failed(job, type(error).__name__)
    return _finished(job, report, DONE if report.judged else NOT_ALL)


def assessed(job: Job, text: SourceText) -> Assessment:
    """The toets of a text, as the job asks for it."""
    kinds = warm_library(job.root).proposal_kinds(job.checklist)
    choice = KindChoice(job.kind) if job.kind and kinds else None
    return assess(text, _checklist(job), kinds, choice)


def judge_all(jobs: Sequence[Job], processes: int) -> Iterator[Outcome]:
    """The outcomes in the order of the jobs, `processes` at a time."""
    if processes == 1 or len(jobs) == 1:
        yield from map(judge, jobs)
        return
    rest = deque(jobs)
    while rest:
        with ProcessPoolExecutor(min(processes, len(rest))) as pool:
            yield from _until_broken(pool, rest, AHEAD * processes)


def _until_broken(pool: ProcessPoolExecutor, rest: deque[Job], ahead: int) -> Iterator[Outcome]:
    """The outcomes of the first jobs, taken out of `rest`, until all are done or a worker died.

    Never more than `ahead` are on their way, so that ten thousand reports do not wait in memory.
    """
    flying: deque[Future[Outcome] | None] = deque()
    while rest:
        while len(flying) < min(ahead, len(rest)):
            flying.append(_submitted(pool, rest[len(flying)]))
        outcome, job = _result(flying.popleft()), rest.popleft()
        if outcome is None:
            yield judge_alone(job)
            return
        yield outcome


def judge_alone(job: Job) -> Outcome:
    """Try a job again in a process of its own, after a worker died."""
    with ProcessPoolExecutor(1) as pool:
        return _result(_submitted(pool, job)) or _failed(job, BrokenProcessPool.__name__)


def _submitted(pool: ProcessPoolExecutor, job: Job) -> Future[Outcome] | None:
    """The job on its way, or None when the pool has lost a worker meanwhile."""
    try:
        return pool.submit(judge, job)
    except BrokenProcessPool:
        return None


def _result(future: Future[Outcome] | None) -> Outcome | None:
    """What came of it, or None when its worker, or another of the same pool, died."""
    try:
        return future.result() if future else None
    except BrokenProcessPool:
        return None


def _checklist(job: Job) -> Checklist:
    return warm_library(job.root).checklist(job.checklist, job.version or None)


def _register(job: Job) -> Register | None:
    return (warm_register(job.register), local_day(datetime.now(UTC))) if job.register else None


def _failed(job: Job, detail: str) -> Outcome:
    return _finished(job, unjudged(job.path.name, say("rapport-fout", detail=detail), _checklist(job)), BROKEN)


def _finished(job: Job, report: Report, exit_code: int) -> Outcome:
    return Outcome(report.document, _render(job, report), report.reason, exit_code)


def _render(job: Job, report: Report) -> str:
    if job.form == "html":
        return as_html(report, job.root)
    return {"tekst": as_text, "json": as_json, "md": as_markdown}[job.form](report)
