"""Which questions of a toets stand open when the page opens: those that ask something of this reader."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence

from sdprocess.domain.findings import Assessment, Verdict
from sdprocess.services.views import ProposalPage, QuestionView
from sdprocess.web.forms.oordeel import JudgementForm

OPEN, SHUT = "open", "dicht"
"""What the address may ask: everything open, or everything shut."""

WEAK = frozenset({Verdict.NEE, Verdict.DEELS})
FIRST = 5
"""So many questions the report begins with; the same number stands open."""


def asked_for(value: str | None) -> str | None:
    """`open` or `dicht`, None for anything else."""
    return value if value in {OPEN, SHUT} else None


def open_questions(view: ProposalPage, asked: str | None, typed: Mapping[str, JudgementForm]) -> Collection[str]:
    """The questions that stand open. typed: forms that came back, which are never folded away when they hold something.

    Who judges sees what waits for a judgement and is weak, strict or disputed. Other readers see what is open, the
    first five of it.
    """
    ids = [q.finding.question for q in view.questions]
    back = {id_ for id_, form in typed.items() if form.oordeel.data or form.errors}
    if asked == OPEN:
        return frozenset(ids)
    if asked == SHUT:
        return frozenset(back)
    strict = view.assessment.kind_profile.strict if view.assessment.kind_profile else ()
    if view.judge_kind and view.assessment.recognition.judged:
        return back | {q.finding.question for q in view.questions if _waits(q, strict)}
    unanswered = [f for f in view.assessment.to_mend() if f.verdict is Verdict.NEE]
    return back | {f.question for f in unanswered[:FIRST]}


def _waits(view: QuestionView, strict: Collection[str]) -> bool:
    if view.own is not None:
        return False
    return view.finding.verdict in WEAK or view.finding.question in strict or view.differs


def begin_with(assessment: Assessment) -> Sequence[str]:
    """The questions with which a writer begins: what the kind of proposal asks first, otherwise open before partly."""
    weak = [f for v in (Verdict.NEE, Verdict.DEELS) for f in assessment.findings if f.verdict is v]
    return tuple(f.question for f in (assessment.to_mend() or weak)[:FIRST])


def open_in_report(assessment: Assessment, asked: str | None) -> Collection[str]:
    """The questions that stand open in a report: those it says to begin with."""
    if asked == OPEN:
        return frozenset(f.question for f in assessment.findings)
    return () if asked == SHUT else begin_with(assessment)
