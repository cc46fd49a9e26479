"""What the fields of a procesontwerp are called, for who must choose between two texts."""

from __future__ import annotations

from sdprocess.domain.design import Design
from sdprocess.texts.nl import say
from sdprocess.web.forms.ontwerp import Values


def differences(design: Design, now: Values, typed: Values) -> list[tuple[str, str, str]]:
    """(field, what stands there now, what was typed) for each field in which both differ."""
    return [
        (label(design, name), _said(value), _said(typed[name]))
        for name, value in now.items()
        if _said(value) != _said(typed[name])
    ]


def label(design: Design, name: str) -> str:
    """`Titel van Informeren`; the field alone when it belongs to no step."""
    word, _, rest = name.partition("-")
    step = next((s for s in sorted(design.steps, key=lambda s: -len(s.key)) if rest.startswith(s.key)), None)
    said = say(f"ontwerp-veld-{word}")
    return say("ontwerp-veld-van", field=said, step=step.title) if step else said


def _said(value: object) -> str:
    text = ", ".join(map(str, value)) if isinstance(value, list) else str(value)
    return text.replace("\r\n", "\n").strip()
