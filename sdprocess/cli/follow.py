"""`sdprocess toets --volg`: judge a file again at every save, and say what that changed. Stops with Ctrl-C."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from sdprocess.checking.difference import VerdictChange, verdict_changes
from sdprocess.cli.exit_codes import DONE
from sdprocess.cli.judge import Job, assessed, read
from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.findings import Assessment, Verdict
from sdprocess.domain.text import SourceText
from sdprocess.publish.kind_words import kind_sentence
from sdprocess.texts.nl import say

LOOK_SECONDS = 0.4
"""How often the file is looked at. A save is read once it has been still for as long."""
PATIENCE = 10
"""How many looks a file that cannot be read is tried again before that is told: an editor writes in parts."""
SIGNS = {"omhoog": "+", "omlaag": "-", "anders": "~"}

Seen = tuple[int, int] | None
"""When a file was last written and how long it is; None when it is not there."""


@dataclass(frozen=True, slots=True)
class Score:
    """What was read at one save."""

    text: SourceText
    assessment: Assessment


def follow(job: Job) -> int:
    """Until Ctrl-C. A file that is not there yet, or cannot be read, is waited for."""
    _say(say("volg-begin", file=job.path.name))
    last: Score | None = None
    try:
        for score in _scores(job):
            lines = _first(score) if last is None else _next(last, score)
            for line in lines:
                _say(line)
            last = score
    except KeyboardInterrupt:
        _say(say("volg-einde"))
    return DONE


def _say(line: str) -> None:
    print(line, flush=True)


def _scores(job: Job) -> Iterator[Score]:
    """A score for every save with other bytes, for ever."""
    done: Seen = (-1, -1)
    digest = ""
    tries = 0
    while True:
        seen = _settled(job.path)
        if seen != done:
            found = _try(job, digest)
            if isinstance(found, UnreadableDocument):
                tries += 1
                if tries > PATIENCE:
                    _say(say("volg-onleesbaar", time=_now(), reason=say(found.reason, **found.facts)))
                    done, tries = seen, 0
            else:
                done, tries = seen, 0
                new, score = found
                if score is not None:
                    digest = new
                    yield score
        time.sleep(LOOK_SECONDS)


def _try(job: Job, digest: str) -> tuple[str, Score | None] | UnreadableDocument:
    """The hash of the bytes and their score; no score when they are the bytes of before."""
    try:
        now = hashlib.sha256(job.path.read_bytes()).hexdigest()
        if now == digest:
            return digest, None
        text = read(job.path)
    except OSError:
        return UnreadableDocument("bestand-weg", name=job.path.name)
    except UnreadableDocument as error:
        return error
    return now, Score(text, assessed(job, text))


def _settled(path: Path) -> Seen:
    """What the file looks like once two looks agree."""
    before = _look(path)
    while True:
        time.sleep(LOOK_SECONDS)
        now = _look(path)
        if now == before:
            return now
        before = now


def _look(path: Path) -> Seen:
    try:
        found = path.stat()
    except OSError:
        return None
    return found.st_mtime_ns, found.st_size


def _now() -> str:
    return f"{datetime.now().astimezone():%H:%M:%S}"


def _first(score: Score) -> Iterator[str]:
    if score.assessment.kind_profile:
        yield kind_sentence(score.assessment.kind_profile)
    yield _standing(score)


def _standing(score: Score) -> str:
    """One line: the time, and per criterion how many of its questions are answered."""
    if not score.assessment.recognition.judged:
        reason = say(f"soort-{score.assessment.recognition.reason}")
        return say("volg-niet-beoordeeld", time=_now(), reason=reason)
    parts = [f"{p.criterion} {p.answered}/{p.total}" for p in score.assessment.profiles if p.total]
    verdicts = [f.verdict for f in score.assessment.findings]
    open_, partly = verdicts.count(Verdict.NEE), verdicts.count(Verdict.DEELS)
    return say("volg-stand", time=_now(), parts="  ".join(parts), open=open_, partly=partly)


def _next(last: Score, score: Score) -> Iterator[str]:
    yield _standing(score)
    changes = verdict_changes(last.assessment, last.text, score.assessment, score.text)
    if not changes:
        yield say("volg-zelfde")
    for change in changes:
        yield _told(change)


def _told(change: VerdictChange) -> str:
    before, after = (say(f"rapport-oordeel-{v.value}") for v in (change.before, change.after))
    line = say("volg-vraag", sign=SIGNS[change.way], question=change.question, before=before, after=after)
    if change.passage is not None:
        code = "volg-weg" if change.way == "omlaag" else "volg-door"
        line += " " + say(code, passage=" ".join(change.passage.text.split()))
    return line
