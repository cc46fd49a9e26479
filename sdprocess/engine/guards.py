"""The guards: name -> function that returns every reason against; empty means yes. All they know is their context."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from math import ceil
from types import MappingProxyType
from typing import Any

from sdprocess.content.gates import ANY, AllOf, GuardUse, Requirement
from sdprocess.content.guard_names import COUNCILS_DECIDED, ByWhom
from sdprocess.content.workflow import Transition
from sdprocess.domain.councils import still_open
from sdprocess.domain.dossier import INDIENER, JudgeKind, roles_in
from sdprocess.domain.refusal import Refusal
from sdprocess.engine.advice_guard import advice_in
from sdprocess.engine.context import GuardContext
from sdprocess.engine.counting import count_criterion, listed, of_version, unanswered
from sdprocess.texts.nl import say

SEVERAL = 2
"""Fewer councils than this need no list."""

Guard = Callable[[GuardContext, Mapping[str, Any]], tuple[Refusal, ...]]


def _no(guard: str, code: str, **facts: str) -> tuple[Refusal, ...]:
    return (Refusal(code, guard, MappingProxyType(facts)),)


def role(ctx: GuardContext, params: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`rol`: the actor holds one of the roles in `door`, in this dossier; see `roles_in`."""
    roles = tuple(params["door"])
    if not roles_in(ctx.actor, ctx.dossier).isdisjoint(roles):
        return ()
    if ctx.actor.has(*roles):
        return _no("rol", "rol-andere-steller")
    if roles == (INDIENER,):
        return _no("rol", "rol-andere-indiener")
    return _no("rol", "rol-ontbreekt", roles=" of ".join(roles))


def reason_given(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`reden-gegeven`: the reason has words in it."""
    return () if ctx.reason.strip() else _no("reden-gegeven", "reden-ontbreekt")


def document_present(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`document-aanwezig`: the dossier has a proposal."""
    return () if ctx.version else _no("document-aanwezig", "document-ontbreekt")


def unchanged(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`versie-ongewijzigd`: the toets was made of the newest version, with the checklist in force."""
    if ctx.assessment is None:
        return _no("versie-ongewijzigd", "toets-ontbreekt")
    same_text = ctx.version is not None and ctx.assessment.text_hash == ctx.version.text_hash
    if not ctx.assessment_is_current or not same_text:
        return _no("versie-ongewijzigd", "toets-oudere-versie")
    return ()


def checklist_answered(ctx: GuardContext, params: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`checklist-beantwoord`: every question has a judgement of the steller (or griffie) on the newest version."""
    name = "checklist-beantwoord"
    if not ctx.questions:
        return _no(name, "checklist-leeg")
    by = ByWhom.model_validate(params).by
    open_questions = unanswered(ctx, of_version(ctx, JudgeKind(by)))
    if not open_questions:
        return ()
    return _no(name, f"{by}toets-onvolledig", questions=listed(open_questions))


def colleague_checked(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`collegiale-toets-gedaan`: every question has a judgement of a colleague who is not the steller."""
    name = "collegiale-toets-gedaan"
    if not ctx.questions:
        return _no(name, "checklist-leeg")
    made = of_version(ctx, JudgeKind.COLLEAGUE)
    others = [j for j in made if j.person_id != ctx.dossier.steller_id]
    refusals = _no(name, "collega-is-steller") if len(others) < len(made) else ()
    open_questions = unanswered(ctx, others)
    if open_questions:
        refusals += _no(name, "collegiale-toets-onvolledig", questions=listed(open_questions))
    return refusals


def not_the_steller(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`niet-dezelfde-persoon`: who does this is not the steller of the dossier."""
    return _no("niet-dezelfde-persoon", "zelfde-persoon") if ctx.actor.id == ctx.dossier.steller_id else ()


def released(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`vrijgegeven`: the newest version has been released."""
    if ctx.release is None:
        return _no("vrijgegeven", "vrijgave-ontbreekt")
    if ctx.version is None or ctx.release.version_id != ctx.version.id:
        return _no("vrijgegeven", "vrijgave-oudere-versie")
    return ()


def councils_decided(ctx: GuardContext, _: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`raden-hebben-besloten`: there are at least two councils, and each of them decided."""
    name = COUNCILS_DECIDED
    if len(ctx.councils) < SEVERAL:
        return _no(name, "raden-ontbreken")
    waiting = still_open(ctx.councils)
    return _no(name, "raden-open", names=", ".join(c.name for c in waiting)) if waiting else ()


def minimum(ctx: GuardContext, params: Mapping[str, Any]) -> tuple[Refusal, ...]:
    """`minimum-per-criterium`: of each named criterion enough questions have the answer ja.

    A count is never more than the questions that apply; a criterion of which nothing applies holds. Questions that
    nobody judged are out of the sum, and when nothing at all was judged that is the reason.
    """
    return tuple(r for criterion, least in params.items() for r in _enough(ctx, criterion, least))


def _enough(ctx: GuardContext, criterion: str, least: int | str) -> Iterator[Refusal]:
    count = count_criterion(ctx, criterion)
    name = "minimum-per-criterium"
    if count.total == 0:
        if count.not_judged:
            yield from _no(name, "criterium-niet-beoordeeld", criterion=criterion, least=str(least))
        return
    needed = ceil(int(least[:-1]) * count.total / 100) if isinstance(least, str) else min(least, count.total)
    if count.answered < needed:
        facts = {
            "criterion": criterion,
            "answered": str(count.answered),
            "total": str(count.total),
            "least": str(least),
        }
        yield from _no(name, "criterium-te-laag", **facts)


GUARDS: Mapping[str, Guard] = MappingProxyType(
    {
        "rol": role,
        "reden-gegeven": reason_given,
        "document-aanwezig": document_present,
        "versie-ongewijzigd": unchanged,
        "checklist-beantwoord": checklist_answered,
        "minimum-per-criterium": minimum,
        "collegiale-toets-gedaan": colleague_checked,
        "niet-dezelfde-persoon": not_the_steller,
        "vrijgegeven": released,
        "adviezen-binnen": advice_in,
        COUNCILS_DECIDED: councils_decided,
    }
)


def refusals_of(requirements: Iterable[Requirement], ctx: GuardContext) -> tuple[Refusal, ...]:
    """Every reason of every guard, in the order of the file. Of an `een-van` that does not hold: one, with options."""
    return tuple(refusal for requirement in requirements for refusal in _reasons(requirement, ctx))


def _reasons(requirement: Requirement, ctx: GuardContext) -> tuple[Refusal, ...]:
    if isinstance(requirement, GuardUse):
        return GUARDS[requirement.name](ctx, requirement.params)
    if isinstance(requirement, AllOf):
        return refusals_of(requirement.members, ctx)
    reasons = [_reasons(member, ctx) for member in requirement.members]
    return one_of(reasons) if all(reasons) else ()


def one_of(reasons: Sequence[tuple[Refusal, ...]]) -> tuple[Refusal, ...]:
    """The refusal of an `een-van` of which no member holds. A member that is an `een-van` itself gives its options."""
    options = tuple(option for own in reasons for option in (own[0].options if len(own) == 1 else ()) or (own,))
    said = " ".join(f"({n}) {' '.join(words(r) for r in option)}" for n, option in enumerate(options, start=1))
    return (Refusal("een-van-nodig", ANY, MappingProxyType({"options": said}), options),)


def clock_runs(ctx: GuardContext) -> tuple[Refusal, ...]:
    """A dossier of which the clock stands still does not move."""
    return (Refusal("dossier-opgeschort"),) if ctx.dossier.suspended else ()


def transition_refusals(transition: Transition, ctx: GuardContext) -> tuple[Refusal, ...]:
    """Every reason against a transition: the role, a clock that stands still, the reason owed, and all its `mits`."""
    owed = reason_given(ctx, {}) if transition.needs_reason else ()
    return role(ctx, {"door": transition.by}) + clock_runs(ctx) + owed + refusals_of(transition.guards, ctx)


def words(refusal: Refusal) -> str:
    """The Dutch sentence of a refusal."""
    return say(refusal.code, **refusal.facts)
