"""The guard `adviezen-binnen`: a move waits until those who are asked in this state have answered, or were silent."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any

from sdprocess.content.guard_names import AdviceIn
from sdprocess.domain.advice import AdviceKind
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.advice import AdviceStand, AdviceStatus
from sdprocess.engine.context import GuardContext

NAME = "adviezen-binnen"


def advice_in(ctx: GuardContext, params: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """Every request that still stands in the way. A paraaf that is refused always does; advice against, when the gate
    asks that everybody agrees.
    """
    wanted = AdviceIn.model_validate(dict(params))
    found: list[Refusal] = []
    for kind in AdviceKind:
        if wanted.kind in ("alles", kind.value):
            agree = kind is AdviceKind.INITIALS or wanted.verdict == "akkoord"
            found.extend(_of_kind([s for s in ctx.advice if s.request.ask.kind is kind], agree=agree))
    return tuple(found)


def _of_kind(stands: Sequence[AdviceStand], *, agree: bool) -> Iterator[Refusal]:
    needed = stands[0].request.ask.enough if stands else None
    against = [s for s in stands if s.refused] if agree else []
    waiting = [s for s in stands if not s.settled]
    if needed is None:
        yield from map(_waits, waiting)
    else:
        given = sum(s.agrees or (s.refused and not agree) for s in stands)
        if given >= needed:
            return
        if waiting or agree:
            facts = {"given": str(given), "needed": str(needed), "titles": _titles(waiting)}
            yield _refusal("advies-te-weinig" if waiting else "advies-te-weinig-akkoord", facts)
    for stand in against:
        person = stand.answer.person if stand.answer else ""
        yield _refusal("advies-niet-akkoord", {"title": stand.request.ask.title, "person": person})


def _waits(stand: AdviceStand) -> Refusal:
    facts = {"title": stand.request.ask.title}
    if stand.status is AdviceStatus.WAITS:
        return _refusal("advies-wacht-op-beurt", facts)
    if stand.due.day is None:
        return _refusal("advies-open", facts)
    day = stand.due.day
    return _refusal("advies-te-laat" if stand.late else "advies-open-tot", {**facts, "day": f"{day:%d-%m-%Y}"})


def _titles(stands: Sequence[AdviceStand]) -> str:
    return ", ".join(s.request.ask.title for s in stands)


def _refusal(code: str, facts: Mapping[str, str]) -> Refusal:
    return Refusal(code, NAME, MappingProxyType(dict(facts)))
