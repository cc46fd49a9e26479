"""What a procesontwerp must be to be written: lengths, names that resolve, planning that can be read."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from sdprocess.domain.design import ACTORS, INFO_QUESTIONS, NOTE_PARTS, Design, DesignStep
from sdprocess.domain.errors import InvalidInput
from sdprocess.domain.terms import BadTerm, parse_duration, parse_point

MAX_STEPS = 40
MAX_ITEMS = 30
MAX_LINE = 300
MAX_AREA = 4000
LINES = ("writers", "body", "director", "decides")
AREAS = ("society", "planning", "organisation", "coordination")


def check_design(design: Design, fixed: frozenset[str]) -> None:
    """Raises InvalidInput with every problem; a field of a step is called `<field>-<key>`. fixed: see `fixed_steps`."""
    problems = dict([*_whole(design, fixed), *(p for step in design.steps for p in _step(step))])
    if problems:
        raise InvalidInput(**problems)


def plain(text: str) -> bool:
    """Whether a text holds no control characters but line ends and tabs."""
    return all(c.isprintable() or c in "\n\r\t" for c in text)


def _whole(design: Design, fixed: frozenset[str]) -> Iterator[tuple[str, str]]:
    yield from _texts(((name, getattr(design, name)) for name in LINES), MAX_LINE)
    yield from _texts(((name, getattr(design, name)) for name in AREAS), MAX_AREA)
    yield from _texts((("frames", frame) for frame in design.frames), MAX_AREA)
    if len(design.frames) > MAX_ITEMS:
        yield "frames", "ontwerp-te-veel"
    if len(design.steps) > MAX_STEPS:
        yield "steps", "ontwerp-stappen-te-veel"
    kept = {s.base for s in design.kept}
    for step in design.steps:
        if step.base in fixed and step.base not in kept:
            yield f"kept-{step.key}", "ontwerp-stap-moet"
    if design.steps and design.kept and design.kept[0].base not in fixed:
        yield "steps", "ontwerp-begin-moet"


def _step(step: DesignStep) -> Iterator[tuple[str, str]]:
    key = step.key
    if not step.title.strip():
        yield f"title-{key}", "veld-leeg"
    yield from _texts([(f"title-{key}", step.title), (f"organiser-{key}", step.organiser)], MAX_LINE)
    yield from _texts([(f"asked-{key}", step.asked)], MAX_AREA)
    yield from _texts(((f"involved-{key}", how) for how in step.involved.values()), MAX_LINE)
    for name in ("products", "questions"):
        items = getattr(step, name)
        yield from _texts(((f"{name}-{key}", item) for item in items), MAX_LINE)
        if len(items) > MAX_ITEMS:
            yield f"{name}-{key}", "ontwerp-te-veel"
        if not all(item.strip() for item in items):
            yield f"{name}-{key}", "veld-leeg"
    if not set(step.involved) <= set(ACTORS):
        yield f"involved-{key}", "ontwerp-keuze-onbekend"
    if not (set(step.info) <= set(INFO_QUESTIONS) and set(step.note) <= set(NOTE_PARTS)):
        yield f"ticked-{key}", "ontwerp-keuze-onbekend"
    yield from _plan(step)


def _plan(step: DesignStep) -> Iterator[tuple[str, str]]:
    point, length = "ontwerp-moment-fout", "ontwerp-duur-fout"
    fields = (("begins", parse_point, point), ("ends", parse_point, point), ("takes", parse_duration, length))
    for name, parse, code in fields:
        try:
            parse(getattr(step.plan, name))
        except BadTerm:
            yield f"{name}-{step.key}", code


def _texts(texts: Iterable[tuple[str, str]], most: int) -> Iterator[tuple[str, str]]:
    for name, text in texts:
        if len(text) > most:
            yield name, "veld-lang"
        elif not plain(text):
            yield name, "ontwerp-tekens"
