"""The startnotitie: a procesontwerp as a document, from the format `templates/documenten/startnotitie.md`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from jinja2 import DictLoader, StrictUndefined
from jinja2.sandbox import SandboxedEnvironment

from sdprocess.domain.design import Design, DesignStep
from sdprocess.domain.terms import UNKNOWN, Quarter, parse_point
from sdprocess.planning.working_days import in_words
from sdprocess.publish.safe_html import inert
from sdprocess.texts.nl import say

FORMAT = "startnotitie"


@dataclass(frozen=True, slots=True)
class Cover:
    """What stands above a startnotitie. state: the stand in words; base: title and version of the base proceskader."""

    number: str
    title: str
    about: str
    state: str
    base: str


def startnotitie(design: Design, cover: Cover, template: str) -> str:
    """The document as Markdown. Every word that a person typed is inert. template: the text of the format."""
    environment = SandboxedEnvironment(  # its outcome is Markdown; `safe_html` makes that safe
        loader=DictLoader({FORMAT: template}),
        autoescape=False,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    text = environment.get_template(FORMAT).render(_inert(_values(design, cover)))
    lines = [line.rstrip() for line in text.splitlines()]
    return "\n".join(line for n, line in enumerate(lines) if line or (n and lines[n - 1])) + "\n"


def when(point: str) -> str:
    """A point of a planning in words: `1 maart 2027`, `2e kwartaal van 2027`, `nog niet bekend`."""
    parsed = parse_point(point)
    if parsed is None:
        return say("ontwerp-wanneer-onbekend")
    if isinstance(parsed, Quarter):
        return say("ontwerp-wanneer-kwartaal", number=parsed.number, year=parsed.year)
    return in_words(parsed) if isinstance(parsed, date) else point


def asked_of(step: DesignStep) -> str:
    """What is asked of society in a step, in words; empty when nobody said."""
    if step.ask is None:
        return step.asked
    said = say(f"ontwerp-vraag-{step.ask.value}")
    return f"{said}. {step.asked}" if step.asked else said


def _values(design: Design, cover: Cover) -> dict[str, Any]:
    return {
        "titel": cover.title,
        "waarover": cover.about,
        "nummer": cover.number,
        "stand": cover.state,
        "basis": cover.base,
        "keuze": {
            "opstellen": say(f"ontwerp-schrijver-{design.writer}") if design.writer else "",
            "vaststellen": say(f"ontwerp-vaststellen-{design.adoption}") if design.adoption else "",
            "reikwijdte": say(f"ontwerp-reikwijdte-{design.reach}") if design.reach else "",
        },
        "schrijvers": design.writers,
        "orgaan": design.body,
        "kaders": list(design.binding_frames),
        "samenleving": design.society,
        "raadsdatum": in_words(design.council_date) if design.council_date else "",
        "planning": design.planning,
        "regisseur": design.director,
        "organisatie": design.organisation,
        "afstemming": design.coordination,
        "beslist": design.decides,
        "stappen": [_step(step) for step in design.kept],
    }


def _step(step: DesignStep) -> dict[str, Any]:
    named = [(say(f"ontwerp-actor-{who}"), how or say("ontwerp-doet-mee")) for who, how in step.involved.items()]
    asked = asked_of(step)
    return {
        "titel": step.title,
        "wie": ", ".join(who for who, _ in named) or say("ontwerp-niemand"),
        "rollen": named,
        "gevraagd": asked or (say("ontwerp-nog-te-kiezen") if step.society else say("ontwerp-vraag-niets")),
        "opdracht": asked if step.society else "",
        "begin": when(step.plan.begins),
        "eind": when(step.plan.ends),
        "duur": say("ontwerp-wanneer-onbekend") if step.plan.takes == UNKNOWN else step.plan.takes,
        "organisator": step.organiser,
        "vragen": [*(say(f"ontwerp-info-{code}") for code in step.info), *step.questions],
        "producten": list(step.products),
        "notitie": [say(f"ontwerp-notitie-{code}") for code in step.note],
    }


def _inert(value: Any) -> Any:
    if isinstance(value, str):
        return inert(value)
    if isinstance(value, Mapping):
        return {key: _inert(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return [_inert(inner) for inner in value]
    return value
