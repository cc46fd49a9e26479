"""Histories that were lived once are read the same for ever: by the fold, by the engine, on the very same kader."""

from __future__ import annotations

from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from sdprocess.content.library import content_root
from sdprocess.content.workflow import Workflow, load_workflow
from sdprocess.content.workflow_examples import Facts, Step
from sdprocess.domain.history import TransitionRecord
from sdprocess.engine.fold import BrokenHistory, fold
from sdprocess.engine.move import Moved, move, strip
from sdprocess.engine.staging import NOW, staged, staged_dossier

FOLDER = Path(__file__).parent / "geschiedenissen"
LIVED = sorted(p for p in FOLDER.glob("*.yaml") if not p.stem.startswith("gebroken"))
BROKEN = sorted(FOLDER.glob("gebroken-*.yaml"))


def told(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


@lru_cache(maxsize=8)
def kader(id_: str, version: str) -> Workflow:
    return load_workflow(content_root() / "workflows" / id_ / f"{version}.yaml")


def kader_of(history: dict[str, Any]) -> Workflow:
    return kader(history["kader"], history["versie"])


def records(history: dict[str, Any]) -> list[TransitionRecord]:
    workflow = kader_of(history)
    return [
        TransitionRecord(
            seq,
            1,
            NOW,
            1,
            "iemand",
            event["soort"],
            workflow.ref,
            from_state=event.get("van", ""),
            to_state=event.get("naar", ""),
            transition=event.get("overgang", ""),
            reason=event.get("reden", ""),
        )
        for seq, event in enumerate(history["gebeurtenissen"], start=1)
    ]


@pytest.mark.parametrize("path", [*LIVED, *BROKEN], ids=lambda p: p.stem)
def test_a_released_kader_is_still_the_file_that_the_history_was_lived_on(path: Path) -> None:
    assert kader_of(told(path)).ref.sha256 == told(path)["sha256"]


@pytest.mark.parametrize("path", LIVED, ids=lambda p: p.stem)
def test_the_fold_comes_out_where_the_dossier_stood(path: Path) -> None:
    history = told(path)
    events = records(history)
    assert fold(kader_of(history), events) == history["eind"]["toestand"]
    here = [s.id for s in strip(kader_of(history), history["eind"]["toestand"], events) if s.status == "hier"]
    assert here == [history["eind"]["toestand"]]


@pytest.mark.parametrize("path", LIVED, ids=lambda p: p.stem)
def test_the_engine_takes_the_same_steps_again(path: Path) -> None:
    history = told(path)
    workflow = kader_of(history)
    dossier = staged_dossier(workflow, workflow.begin.id)
    for event in history["gebeurtenissen"]:
        if event["soort"] != "verplaatst":
            continue
        step = Step(overgang=event["overgang"], door=event["door"], reden=event.get("reden", ""), komt_in=event["naar"])
        done = move(workflow, staged(workflow, dossier, step, Facts()), event["overgang"])
        assert isinstance(done, Moved), done
        assert (done.record.from_state, done.record.to_state) == (event["van"], event["naar"])
        dossier = replace(done.dossier, revision=dossier.revision + 1)
    outcome = {
        "toestand": dossier.state,
        "zijde": dossier.side.value,
        "afgerond": dossier.closed,
        "besluit": dossier.decided,
    }
    assert outcome == history["eind"]


@pytest.mark.parametrize("path", BROKEN, ids=lambda p: p.stem)
def test_a_history_that_does_not_follow_is_found_at_its_event(path: Path) -> None:
    history = told(path)
    with pytest.raises(BrokenHistory) as caught:
        fold(kader_of(history), records(history))
    assert caught.value.facts["seq"] == history["breekt_bij"]


@pytest.mark.parametrize("path", LIVED, ids=lambda p: p.stem)
def test_no_event_can_be_left_out_unnoticed(path: Path) -> None:
    """Without one move, either the fold breaks or the dossier would stand elsewhere."""
    history = told(path)
    events = records(history)
    for gone in (e for e in events if e.kind == "verplaatst"):
        left = [e for e in events if e is not gone]
        try:
            state = fold(kader_of(history), left)
        except BrokenHistory:
            continue
        assert state != history["eind"]["toestand"], gone
