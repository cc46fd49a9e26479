"""Per criterion how the questions came out. There is no grand total, on purpose."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from sdprocess.content.checklist import Checklist
from sdprocess.domain.findings import Finding, Profile, Verdict


def profiles(checklist: Checklist, findings: Iterable[Finding]) -> tuple[Profile, ...]:
    """One profile for every criterion of the checklist, in its order."""
    criterion_of = {q.id: q.criterion for q in checklist.questions}
    counted = Counter((criterion_of[f.question], f.verdict) for f in findings)
    return tuple(
        Profile(
            criterion=c.id,
            answered=counted[c.id, Verdict.JA],
            partly=counted[c.id, Verdict.DEELS],
            open=counted[c.id, Verdict.NEE],
            not_applicable=counted[c.id, Verdict.NVT],
            not_judged=counted[c.id, Verdict.NIET_BEOORDEELD],
        )
        for c in checklist.criteria
    )
