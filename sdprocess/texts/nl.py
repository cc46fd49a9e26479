"""All Dutch sentences by code, merged from the areas. `say` is the only way words are made from codes."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from sdprocess.texts import (
    advice,
    calibration,
    checking,
    cli,
    content,
    councils,
    design,
    dossiers,
    engine,
    follow,
    insights,
    kaders,
    kinds,
    planning,
    reading,
    register,
    services,
    web,
)

AREAS: Mapping[str, Mapping[str, str]] = MappingProxyType(
    {
        "reading": reading.TEXTS,
        "content": content.TEXTS,
        "engine": engine.TEXTS,
        "design": design.TEXTS,
        "checking": checking.TEXTS,
        "insights": insights.TEXTS,
        "register": register.TEXTS,
        "kinds": kinds.TEXTS,
        "follow": follow.TEXTS,
        "web": web.TEXTS,
        "dossiers": dossiers.TEXTS,
        "cli": cli.TEXTS,
        "services": services.TEXTS,
        "planning": planning.TEXTS,
        "advice": advice.TEXTS,
        "calibration": calibration.TEXTS,
        "councils": councils.TEXTS,
        "kaders": kaders.TEXTS,
    }
)
"""Each area's own sentences. One code belongs to one area; a test holds that."""

SENTENCES: Mapping[str, str] = MappingProxyType({code: text for area in AREAS.values() for code, text in area.items()})


def knows(code: str) -> bool:
    """Whether there is a sentence for this code."""
    return code in SENTENCES


def say(code: str, **facts: object) -> str:
    """The Dutch sentence of `code` with its blanks filled.

    Raises KeyError when no area knows the code, or when the sentence asks for a fact that was not given.
    """
    try:
        sentence = SENTENCES[code]
    except KeyError:
        raise KeyError(f"no Dutch sentence for code {code!r}: add it to a module in sdprocess/texts") from None
    try:
        return sentence.format(**facts)
    except (KeyError, IndexError) as error:
        raise KeyError(f"sentence {code!r} asks for fact {error}, given were {sorted(facts)}") from None
