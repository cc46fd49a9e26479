"""Every shipped kader has a history with, after each event, where the dossier stood, whose turn it was, until when."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime, time
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
import yaml

from sdprocess.content.library import Library, load_library
from sdprocess.content.workflow import Workflow
from sdprocess.content.workflow_examples import RELEASE, Facts, Step
from sdprocess.domain.dossier import Dossier
from sdprocess.engine.move import Moved, move, opening, release_gate
from sdprocess.engine.staging import staged, staged_dossier
from sdprocess.planning.calendars import calendar_of
from sdprocess.planning.points import Anchors
from sdprocess.planning.terms import term_rule

FOLDER = Path(__file__).parent / "geschiedenissen"
DATED = sorted(FOLDER.glob("recht-*.yaml"))


@lru_cache(maxsize=1)
def library() -> Library:
    return load_library(None)


def told(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = yaml.safe_load(path.read_text("utf-8"))
    return found


def kader_of(history: dict[str, Any]) -> Workflow:
    return library().workflow(history["kader"], history["versie"])


def noon(day: date) -> datetime:
    return datetime.combine(day, time(12), UTC)


def anchors(workflow: Workflow, history: dict[str, Any], until: int) -> Anchors:
    """What terms may be counted from, as far as it had happened."""
    past = [e for e in history["gebeurtenissen"][: until + 1] if e.get("naar")]
    names = {s.id: s.title for s in workflow.states} | {t.id: t.title for t in workflow.transitions}
    return Anchors(
        reference=past[-1]["dag"],
        council=history.get("raad"),
        opened=past[0]["dag"],
        states=MappingProxyType({e["naar"]: e["dag"] for e in past}),
        moves=MappingProxyType({e["overgang"]: e["dag"] for e in past if "overgang" in e}),
        names=MappingProxyType(names),
    )


def lived(history: dict[str, Any]) -> Iterator[tuple[dict[str, Any], Dossier]]:
    """The dossier after each event, by the engine and the calendar that the product ships."""
    workflow, calendar = kader_of(history), calendar_of(library().calendar)
    dossier = staged_dossier(workflow, workflow.begin.id)
    for place, event in enumerate(history["gebeurtenissen"]):
        due = term_rule(calendar, anchors(workflow, history, place))
        if event["soort"] == "geopend":
            dossier = replace(dossier, term=opening(workflow, noon(event["dag"]), due).term.day)
        else:
            step = Step(
                overgang=event.get("overgang", RELEASE), door=event["door"], reden=event.get("reden", ""),
                komt_in=event.get("naar", dossier.state),
            )  # fmt: skip
            context = replace(staged(workflow, dossier, step, Facts()), now=noon(event["dag"]), due=due)
            if event["soort"] == "vrijgegeven":
                assert release_gate(workflow, context) == ()
            else:
                done = move(workflow, context, event["overgang"])
                assert isinstance(done, Moved), done
                dossier = replace(done.dossier, revision=dossier.revision + 1)
        yield event, dossier


@pytest.mark.parametrize("path", DATED, ids=lambda p: p.stem)
def test_after_each_event_the_state_the_turn_and_the_term_are_what_they_were(path: Path) -> None:
    history = told(path)
    workflow = kader_of(history)
    for event, dossier in lived(history):
        stands = {"staat": dossier.state, "aan_zet": list(workflow.state(dossier.state).turn), "termijn": dossier.term}
        assert stands == event["dan"], (event["soort"], event.get("overgang"))


def test_every_version_of_every_shipped_kader_has_such_a_history() -> None:
    lived_on = {(told(path)["kader"], told(path)["versie"]) for path in DATED}
    assert lived_on == {(ref.id, ref.version) for ref in library().workflow_refs()}
