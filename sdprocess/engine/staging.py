"""Makes the dossier and the context that an example in a workflow file describes by its facts."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from sdprocess.content.workflow import Workflow
from sdprocess.content.workflow_examples import Facts, Step
from sdprocess.domain.councils import Council, Outcome
from sdprocess.domain.dossier import INDIENER, STELLER, DocumentVersion, Dossier, JudgeKind, Judgement, Release
from sdprocess.domain.findings import (
    Assessment,
    ContentRef,
    Evidence,
    Finding,
    Profile,
    Readability,
    Recognition,
    Verdict,
)
from sdprocess.domain.people import Actor
from sdprocess.domain.text import Paragraph, Quote, Section, SourceText
from sdprocess.engine.context import GuardContext
from sdprocess.engine.staging_advice import staged_advice

NOW = datetime(2026, 3, 2, 9, 0, tzinfo=UTC)
STELLER_ID, OTHER_ID = 1, 2
QUESTIONS = 4
"""How many questions an example's criterion has at least."""

TEXT = SourceText("Voorbeeld", "txt", (Section("s1", "", 1, ("aanhef",), (), (Paragraph("p1", "Voorbeeld.", 1),)),))
QUOTE = Quote.cut(TEXT, "p1", 0, len("Voorbeeld."))
READABILITY = Readability(1, 1, 1.0, 0.0, 0.0, 0.0, 0.0, 100.0, "")


def staged_dossier(workflow: Workflow, state: str) -> Dossier:
    """A dossier of the steller (person 1) in a state."""
    return Dossier(
        id=1,
        number="2026-001",
        title="Voorbeeld",
        about="",
        theme="",
        portfolio="",
        kader=workflow.ref,
        state=state,
        side=workflow.state(state).side,
        steller_id=STELLER_ID,
        opened_at=NOW,
        state_since=NOW,
        term=None,
        council_date=None,
        revision=1,
        opener=STELLER if STELLER in workflow.opened_by else workflow.opened_by[0],
    )


def staged(workflow: Workflow, dossier: Dossier, step: Step, facts: Facts) -> GuardContext:
    """The world of one example step."""
    verdicts = _verdicts(workflow, facts)
    criteria = {question: question.rstrip("0123456789.").rstrip("-") for question in verdicts}
    own_role = step.by in (STELLER, INDIENER) or facts.same_person
    account = dossier.opener if step.by == INDIENER else step.by
    return GuardContext(
        actor=Actor(STELLER_ID if own_role else OTHER_ID, step.by, frozenset({account})),
        dossier=dossier,
        now=NOW,
        reason=step.reason,
        version=_version(dossier) if facts.document else None,
        assessment=None if facts.check == "geen" else _assessment(verdicts, facts),
        assessment_is_current=facts.check in ("actueel", "niet-beoordeeld"),
        judgements=tuple(_judgements(verdicts, facts)),
        release=None if facts.released == "geen" else _release(dossier, facts),
        questions=tuple(verdicts),
        criteria=criteria,
        advice=staged_advice(workflow.state(dossier.state), dossier, facts.advice, versions_of(dossier)),
        councils=_councils(facts.councils),
    )


def versions_of(dossier: Dossier) -> tuple[DocumentVersion, ...]:
    """The newest version and the one before it, of other words."""
    newest = _version(dossier)
    return newest, replace(newest, id=1, number=1, text_hash="1" * 64, uploaded_at=NOW - timedelta(days=1))


def _councils(how_many: str) -> tuple[Council, ...]:
    """Two councils, of which all, the first, or none decided; none at all for `geen`."""
    if how_many == "geen":
        return ()
    second = Outcome.VIEW if how_many == "alles" else Outcome.OPEN
    return (Council(1, 1, "Raad een", NOW.date(), Outcome.AGREES), Council(2, 1, "Raad twee", NOW.date(), second))


def _verdicts(workflow: Workflow, facts: Facts) -> dict[str, Verdict]:
    """Question id -> what is true of it in this example. No questions when the workflow has no checklist."""
    if workflow.checklist is None:
        return {}
    uses = [use for _, use in workflow.guard_uses() if use.name == "minimum-per-criterium"]
    least = {criterion: n for use in uses for criterion, n in use.params.items()}
    found: dict[str, Verdict] = {}
    for criterion in sorted({*least, *facts.answered} or {"A"}):
        wanted = least.get(criterion, 0)
        total = max(QUESTIONS, wanted if isinstance(wanted, int) else 0)
        answered = facts.answered.get(criterion, total)
        for n in range(1, total + 1):
            found[f"{criterion}-{n}"] = Verdict.JA if n <= answered else Verdict.NEE
    return found


def _version(dossier: Dossier) -> DocumentVersion:
    return DocumentVersion(2, dossier.id, 2, "voorstel.txt", "txt", "0" * 64, TEXT.text_hash, 10, NOW, "steller")


def _release(dossier: Dossier, facts: Facts) -> Release:
    return Release(1, dossier.id, 2 if facts.released == "actueel" else 1, "steller", NOW)


def _assessment(verdicts: dict[str, Verdict], facts: Facts) -> Assessment:
    judged = facts.check != "niet-beoordeeld"
    made = {q: v if judged else Verdict.NIET_BEOORDEELD for q, v in verdicts.items()}
    findings = tuple(
        Finding(q, v, "voorbeeld", evidence=(Evidence(QUOTE, "voorbeeld", "voorbeeld"),) if v is Verdict.JA else ())
        for q, v in made.items()
    )
    return Assessment(
        checklist=ContentRef("voorbeeld", "1.0.0", ""),
        text_hash=TEXT.text_hash if facts.check != "ouder" else "",
        recognition=Recognition("raadsvoorstel", judged),
        findings=findings,
        profiles=tuple[Profile, ...](),
        readability=READABILITY,
    )


def _judgements(verdicts: dict[str, Verdict], facts: Facts) -> list[Judgement]:
    given = (
        (JudgeKind.SELF, facts.own, STELLER_ID),
        (JudgeKind.COLLEAGUE, facts.colleague, STELLER_ID if facts.colleague == "steller" else OTHER_ID),
        (JudgeKind.GRIFFIE, facts.griffie, OTHER_ID),
    )
    return [
        Judgement(1, 2, question, kind, person, kind, verdict, agrees=True, reason="", quote="", at=NOW)
        for kind, how_much, person in given
        for question, verdict in _part(verdicts, how_much)
    ]


def _part(verdicts: dict[str, Verdict], how_much: str) -> list[tuple[str, Verdict]]:
    all_of_them = list(verdicts.items())
    if how_much == "geen":
        return []
    return all_of_them[:-1] if how_much == "deel" else all_of_them
