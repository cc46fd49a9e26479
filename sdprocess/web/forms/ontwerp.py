"""The pages of the procesontwerp as plain fields: what stands in them, and the change that a posted page is.

A page only touches its own fields, so that two people can work on two pages. Field names carry the key of their step.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from types import MappingProxyType
from typing import Any

from werkzeug.datastructures import MultiDict

from sdprocess.domain.design import (
    ACTORS,
    SOCIETY,
    Adoption,
    Ask,
    Design,
    DesignStep,
    Reach,
    StepPlan,
    Writer,
)
from sdprocess.domain.errors import InvalidInput
from sdprocess.web.forms.ontwerp_datum import moment_in

Posted = MultiDict[str, str]
Values = dict[str, Any]
PAGES = {
    "opzet": "Opzet",
    "stappen": "Stappen",
    "samenleving": "Samenleving",
    "planning": "Planning",
    "organisatie": "Organisatie en afstemming",
}
"""The pages of the form: slug -> title."""

TEXTS = {
    "opzet": {"schrijvers": "writers", "orgaan": "body"},
    "samenleving": {"samenleving": "society"},
    "planning": {"planning": "planning"},
    "organisatie": {
        "regisseur": "director",
        "organisatie": "organisation",
        "afstemming": "coordination",
        "beslist": "decides",
    },
}
"""Page -> field -> attribute of the design."""

NAMES = {
    "title": "titel", "kept": "mee", "products": "producten", "questions": "vragen", "ticked": "info",
    "involved": "wie", "ask": "vraag", "asked": "gevraagd", "organiser": "organisator",
    "begins": "begin", "ends": "eind", "takes": "duur", "frames": "kaders", "steps": "stappen",
    "adoption": "vaststellen", "body": "orgaan", "on": "dag", "state": "plaats", "note": "opmerking",
    **{attribute: field for fields in TEXTS.values() for field, attribute in fields.items()},
}  # fmt: skip
"""Words of the services -> words of the fields."""


def in_fields(error: InvalidInput) -> dict[str, str]:
    """The codes of a refusal by the name of their field: `title-informeren` is `titel-informeren`."""
    found: dict[str, str] = {}
    for name, code in error.fields.items():
        word, dash, key = name.partition("-")
        found[NAMES.get(word, word) + dash + key] = code
    return found


def values_of(page: str, design: Design) -> Values:
    """What stands in the fields of a page."""
    found: Values = {field: getattr(design, name) for field, name in TEXTS.get(page, {}).items()}
    if page == "opzet":
        found |= _opening_values(design)
    if page == "planning":
        found |= _date_values(design)
    if page in _STEP_VALUES:
        for place, step in enumerate(design.steps):
            found |= _STEP_VALUES[page](step, place)
    return found


def typed_in(page: str, design: Design, posted: Posted) -> Values:
    """What was typed on a page; for a field that was not sent what stands there."""
    found = values_of(page, design)
    for name, value in found.items():
        found[name] = posted.getlist(name) if isinstance(value, list) else posted.get(name, "")
    return found


def edit_of(page: str, posted: Posted) -> Callable[[Design], Design]:
    """The change of a posted page. Its outcome may raise InvalidInput for what cannot be read."""

    def edit(design: Design) -> Design:
        texts: dict[str, Any] = {n: _text(posted, f) for f, n in TEXTS.get(page, {}).items()}
        if page == "opzet":
            texts |= _opening(posted)
        if page == "planning":
            texts["council_date"] = _date(posted)
        steps = tuple(_STEP_EDITS[page](step, posted) if page in _STEP_EDITS else step for step in design.steps)
        changed = replace(design, steps=steps, **texts)
        return _ordered(changed, posted) if page == "stappen" else changed

    return edit


def lines(text: str) -> tuple[str, ...]:
    """The lines that say something."""
    return tuple(line.strip() for line in text.splitlines() if line.strip())


def _text(posted: Posted, name: str) -> str:
    return posted.get(name, "").replace("\r\n", "\n").strip()


def _choice(kind: Any, posted: Posted, name: str) -> Any:
    """The chosen member, None for an empty or unknown one."""
    given = posted.get(name, "")
    return kind(given) if given in set(kind) else None


def _opening_values(design: Design) -> Values:
    return {
        "schrijver": design.writer or "",
        "vaststellen": design.adoption or "",
        "reikwijdte": design.reach or "",
        "kaders": "\n".join(design.frames),
    }


def _opening(posted: Posted) -> dict[str, Any]:
    return {
        "writer": _choice(Writer, posted, "schrijver"),
        "adoption": _choice(Adoption, posted, "vaststellen"),
        "reach": _choice(Reach, posted, "reikwijdte"),
        "frames": lines(posted.get("kaders", "")),
    }


def _date_values(design: Design) -> Values:
    return {"raadsdatum": design.council_date.isoformat() if design.council_date else ""}


def _date(posted: Posted) -> date | None:
    given = posted.get("raadsdatum", "").strip()
    found = re.fullmatch(r"(\d{1,2})-(\d{1,2})-(\d{4})", given)
    written = f"{found[3]}-{int(found[2]):02}-{int(found[1]):02}" if found else given
    try:
        return date.fromisoformat(written) if written else None
    except ValueError:
        raise InvalidInput(raadsdatum="dossier-datum-fout") from None


def _step_values(step: DesignStep, place: int) -> Values:
    return {
        f"titel-{step.key}": step.title,
        f"mee-{step.key}": "ja" if step.kept else "",
        f"plek-{step.key}": str(place + 1),
        f"producten-{step.key}": "\n".join(step.products),
        f"vragen-{step.key}": "\n".join(step.questions),
        f"info-{step.key}": list(step.info),
        f"notitie-{step.key}": list(step.note),
    }


def _step(step: DesignStep, posted: Posted) -> DesignStep:
    if f"titel-{step.key}" not in posted:
        return step
    return replace(
        step,
        title=" ".join(_text(posted, f"titel-{step.key}").split()),
        kept=posted.get(f"mee-{step.key}") == "ja",
        products=lines(posted.get(f"producten-{step.key}", "")),
        questions=lines(posted.get(f"vragen-{step.key}", "")),
        info=tuple(posted.getlist(f"info-{step.key}")),
        note=tuple(posted.getlist(f"notitie-{step.key}")),
    )


def _ordered(design: Design, posted: Posted) -> Design:
    """By the numbers that were typed; a step that has none keeps its place."""

    def rank(place: int, step: DesignStep) -> float:
        given = posted.get(f"plek-{step.key}", "").strip()
        if not given.isdigit():
            return place + 1
        moved = int(given) - (place + 1)
        return int(given) + (0.5 if moved > 0 else -0.5 if moved < 0 else 0)

    ranked = sorted(enumerate(design.steps), key=lambda pair: rank(*pair))
    return replace(design, steps=tuple(step for _, step in ranked))


def _society_values(step: DesignStep, _place: int) -> Values:
    found: Values = {
        f"wie-{step.key}": [who for who in ACTORS if who in step.involved],
        f"vraag-{step.key}": step.ask or "",
        f"gevraagd-{step.key}": step.asked,
    }
    return found | {f"hoe-{step.key}-{who}": step.involved.get(who, "") for who in ACTORS}


def _society(step: DesignStep, posted: Posted) -> DesignStep:
    if f"gevraagd-{step.key}" not in posted:
        return step
    chosen = posted.getlist(f"wie-{step.key}")
    involved = {who: " ".join(_text(posted, f"hoe-{step.key}-{who}").split()) for who in ACTORS if who in chosen}
    outside = any(who in involved for who in SOCIETY)
    return replace(
        step,
        involved=MappingProxyType(involved),
        ask=_choice(Ask, posted, f"vraag-{step.key}") if outside else None,
        asked=_text(posted, f"gevraagd-{step.key}"),
    )


def _planning_values(step: DesignStep, _place: int) -> Values:
    plan = step.plan
    pairs = (("begin", plan.begins), ("eind", plan.ends), ("duur", plan.takes))
    return {f"{field}-{step.key}": "" if value == "onbekend" else value for field, value in pairs}


def _planning(step: DesignStep, posted: Posted) -> DesignStep:
    if f"duur-{step.key}" not in posted:
        return step
    takes = " ".join(posted.get(f"duur-{step.key}", "").lower().split()) or "onbekend"
    plan = StepPlan(
        begins=moment_in(posted.get(f"begin-{step.key}", ""), last=False),
        ends=moment_in(posted.get(f"eind-{step.key}", ""), last=True),
        takes=takes,
    )
    return replace(step, plan=plan)


def _organisation_values(step: DesignStep, _place: int) -> Values:
    return {f"organisator-{step.key}": step.organiser}


def _organisation(step: DesignStep, posted: Posted) -> DesignStep:
    if f"organisator-{step.key}" not in posted:
        return step
    return replace(step, organiser=" ".join(_text(posted, f"organisator-{step.key}").split()))


_STEP_VALUES: Mapping[str, Callable[[DesignStep, int], Values]] = {
    "stappen": _step_values,
    "samenleving": _society_values,
    "planning": _planning_values,
    "organisatie": _organisation_values,
}
_STEP_EDITS: Mapping[str, Callable[[DesignStep, Posted], DesignStep]] = {
    "stappen": _step,
    "samenleving": _society,
    "planning": _planning,
    "organisatie": _organisation,
}
