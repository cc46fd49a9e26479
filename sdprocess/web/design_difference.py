"""What two procesontwerpen say differently, in words, choice by choice and step by step."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from sdprocess.domain.design import Design, DesignStep
from sdprocess.domain.terms import UNKNOWN
from sdprocess.planning.working_days import in_words
from sdprocess.publish.startnotitie import when
from sdprocess.texts.nl import say

NOTHING = "–"


@dataclass(frozen=True, slots=True)
class Changed:
    """One thing that differs. field: what it is called."""

    field: str
    old: str
    new: str


def design_differences(old: Design, new: Design) -> tuple[Changed, ...]:
    """Every difference: the choices, the steps that went or came, their order, and what differs within a step."""
    return (*_choices(old, new), *_order(old, new), *_steps(old, new))


def _choices(old: Design, new: Design) -> Iterator[Changed]:
    before, after = _whole(old), _whole(new)
    for field, value in before.items():
        if value != after[field]:
            yield Changed(say(f"ontwerp-veld-{field}"), value or NOTHING, after[field] or NOTHING)


def _whole(design: Design) -> dict[str, str]:
    return {
        "schrijver": say(f"ontwerp-schrijver-{design.writer}") if design.writer else "",
        "schrijvers": design.writers,
        "vaststellen": say(f"ontwerp-vaststellen-{design.adoption}") if design.adoption else "",
        "orgaan": design.body,
        "reikwijdte": say(f"ontwerp-reikwijdte-{design.reach}").rstrip(":") if design.reach else "",
        "kaders": "\n".join(design.binding_frames),
        "samenleving": design.society,
        "raadsdatum": in_words(design.council_date) if design.council_date else "",
        "planning": design.planning,
        "regisseur": design.director,
        "organisatie": design.organisation,
        "afstemming": design.coordination,
        "beslist": design.decides,
    }


def _order(old: Design, new: Design) -> Iterator[Changed]:
    there, here = {s.key for s in old.kept}, {s.key for s in new.kept}
    before = [s.key for s in old.kept if s.key in here]
    after = [s.key for s in new.kept if s.key in there]
    if before != after:
        titles = {s.key: s.title for s in (*old.kept, *new.kept)}
        said = (", ".join(titles[key] for key in keys) for keys in (before, after))
        yield Changed(say("ontwerp-veld-volgorde"), *said)


def _steps(old: Design, new: Design) -> Iterator[Changed]:
    before, after = ({s.key: s for s in design.kept} for design in (old, new))
    for key in dict.fromkeys([*after, *before]):
        step = after.get(key) or before[key]
        label = say("ontwerp-veld-van", field=say("ontwerp-veld-mee"), step=step.title)
        if key not in before:
            yield Changed(label, NOTHING, say("ontwerp-stap-erbij"))
        elif key not in after:
            yield Changed(label, say("ontwerp-doet-mee"), say("ontwerp-stap-eruit"))
        else:
            yield from _within(before[key], after[key])


def _within(old: DesignStep, new: DesignStep) -> Iterator[Changed]:
    before, after = _step(old), _step(new)
    for field, value in before.items():
        if value != after[field]:
            label = say("ontwerp-veld-van", field=say(f"ontwerp-veld-{field}"), step=old.title)
            yield Changed(label, value or NOTHING, after[field] or NOTHING)


def _step(step: DesignStep) -> dict[str, str]:
    party = ((say(f"ontwerp-actor-{who}"), how or say("ontwerp-doet-mee")) for who, how in step.involved.items())
    return {
        "titel": step.title,
        "producten": "\n".join(step.products),
        "vragen": "\n".join(step.questions),
        "info": "\n".join(say(f"ontwerp-info-{code}") for code in step.info),
        "notitie": "\n".join(say(f"ontwerp-notitie-{code}") for code in step.note),
        "wie": "\n".join(f"{who}: {how}" for who, how in sorted(party)),
        "vraag": say(f"ontwerp-vraag-{step.ask.value}") if step.ask else "",
        "gevraagd": step.asked,
        "begin": when(step.plan.begins),
        "eind": when(step.plan.ends),
        "duur": "" if step.plan.takes == UNKNOWN else step.plan.takes,
        "organisator": step.organiser,
    }
