"""What counts as answered when people and the machine differ: the person who looked last in the line decides."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from sdprocess.domain.dossier import JudgeKind, Judgement
from sdprocess.domain.findings import Verdict
from sdprocess.engine.context import GuardContext

LINE = (JudgeKind.GRIFFIE, JudgeKind.COLLEAGUE, JudgeKind.SELF)
"""Whose judgement goes first; the machine's comes after them."""

SHOWN_QUESTIONS = 8


@dataclass(frozen=True, slots=True)
class Count:
    """One criterion. answered: verdict ja. total: questions that apply and are judged. not_judged: left out of both."""

    answered: int
    total: int
    not_judged: int


def verdict_of(ctx: GuardContext, question: str) -> Verdict:
    """The verdict in force: griffie's, else a colleague's, else the steller's, else the machine's."""
    for kind in LINE:
        made = [j for j in of_version(ctx, kind) if j.question == question]
        if made:
            return max(made, key=lambda j: j.at).verdict
    if ctx.assessment is None:
        return Verdict.NIET_BEOORDEELD
    return next((f.verdict for f in ctx.assessment.findings if f.question == question), Verdict.NIET_BEOORDEELD)


def count_criterion(ctx: GuardContext, criterion: str) -> Count:
    """How the questions of a criterion stand now."""
    questions = [q for q in ctx.questions if ctx.criteria.get(q) == criterion]
    if questions:
        verdicts = [verdict_of(ctx, q) for q in questions]
        judged = [v for v in verdicts if v not in (Verdict.NVT, Verdict.NIET_BEOORDEELD)]
        return Count(judged.count(Verdict.JA), len(judged), verdicts.count(Verdict.NIET_BEOORDEELD))
    profiles = ctx.assessment.profiles if ctx.assessment else ()
    for p in profiles:
        if p.criterion == criterion:
            return Count(p.answered, p.answered + p.partly + p.open, p.not_judged)
    return Count(0, 0, 1)


def of_version(ctx: GuardContext, kind: JudgeKind) -> tuple[Judgement, ...]:
    """The judgements of one kind on the document version in force."""
    if ctx.version is None:
        return ()
    return tuple(j for j in ctx.judgements if j.kind is kind and j.version_id == ctx.version.id)


def unanswered(ctx: GuardContext, judgements: Iterable[Judgement]) -> tuple[str, ...]:
    """The questions without a judgement among these, in the order of the checklist."""
    done = {j.question for j in judgements}
    return tuple(q for q in ctx.questions if q not in done)


def listed(questions: tuple[str, ...]) -> str:
    """Question ids for in a sentence: the first few, and how many more."""
    shown = ", ".join(questions[:SHOWN_QUESTIONS])
    more = len(questions) - SHOWN_QUESTIONS
    return f"{shown} en nog {more}" if more > 0 else shown
