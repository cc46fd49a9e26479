"""Judging questions beside the machine: the steller, a colleague, the griffie."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from sdprocess.domain.dossier import DocumentVersion, JudgeKind, Judgement
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.findings import Assessment, Verdict
from sdprocess.domain.people import Actor
from sdprocess.domain.text import SourceText
from sdprocess.services.dossier_file import DossierFile, load_file, new_record
from sdprocess.services.ports import World
from sdprocess.services.visibility import is_steller, seen_versions

MAX_REASON = 2000
OWN_VERDICTS = frozenset({Verdict.JA, Verdict.DEELS, Verdict.NEE, Verdict.NVT})


@dataclass(frozen=True, slots=True)
class NewJudgement:
    """What somebody says of one question. quote: words of the text, literally."""

    question: str
    verdict: Verdict
    reason: str = ""
    quote: str = ""


def judge_kind(actor: Actor, file: DossierFile) -> JudgeKind | None:
    """As whom this actor may judge this dossier's text, None when not at all."""
    if file.dossier.closed:
        return None
    if is_steller(actor, file.dossier):
        return JudgeKind.SELF
    if actor.has("toetser") and actor.id != file.dossier.steller_id:
        return JudgeKind.COLLEAGUE
    return JudgeKind.GRIFFIE if actor.has("griffie") else None


def judge_questions(
    world: World, actor: Actor, number: str, *, version_id: int, judgements: Sequence[NewJudgement]
) -> Sequence[Judgement]:
    """Keep judgements on the newest version that the actor may see; what says the same as before is not kept twice.

    A reason is owed for a verdict that differs from the machine's and for nvt. All or nothing: InvalidInput maps each
    question that is wrong to its code. Raises NotFound, NotAllowed, and StaleDossier (seen and current are version
    numbers) when a newer version has come.
    """
    with world.uow(write=True) as uow:
        file = load_file(uow, world, actor, number)
        kind = judge_kind(actor, file)
        if kind is None:
            raise NotAllowed(reason="dossier-gesloten" if file.dossier.closed else "oordeel-niet-uw-rol")
        version = _newest(seen_versions(actor, file.dossier, file.versions, file.releases), version_id)
        stored = uow.assessments.latest(version.id)
        if stored is None:
            raise NotFound(kind="toets", id=number)
        _check(judgements, stored.assessment, uow.documents.text(version.id))
        before = {
            (j.question, j.verdict, j.reason, j.quote)
            for j in uow.judgements.current(version.id)
            if j.person_id == actor.id and j.kind is kind
        }
        now = world.clock.now()
        made = [
            Judgement(
                0,
                version.id,
                new.question,
                kind,
                actor.id,
                actor.name,
                new.verdict,
                stored.assessment.finding(new.question).verdict is new.verdict,
                new.reason.strip(),
                new.quote.strip(),
                now,
            )
            for new in judgements
            if (new.question, new.verdict, new.reason.strip(), new.quote.strip()) not in before
        ]
        if not made:
            return ()
        kept = [uow.judgements.add(judgement) for judgement in made]
        record = new_record(
            world,
            actor,
            file,
            "beoordeeld",
            transition=kind.value,
            reason=", ".join(j.question for j in kept),
            document_hash=version.sha256,
        )
        uow.events.append(record)
        uow.commit()
    return kept


def _newest(seen: Sequence[DocumentVersion], version_id: int) -> DocumentVersion:
    """The version asked for, when it is the newest the actor sees."""
    asked = next((v for v in seen if v.id == version_id), None)
    if asked is None:
        raise NotFound(kind="versie", id=str(version_id))
    newest = max(seen, key=lambda v: v.number)
    if asked.number != newest.number:
        raise StaleDossier(seen=asked.number, current=newest.number)
    return asked


def _check(judgements: Sequence[NewJudgement], assessment: Assessment, text: SourceText) -> None:
    """Raises InvalidInput with a code for every question that cannot be kept."""
    machine = {f.question: f.verdict for f in assessment.findings}
    plain = " ".join(text.plain.split())
    problems: dict[str, str] = {}
    for new in judgements:
        code = _problem(new, machine, plain)
        if code:
            problems[new.question] = code
    if len({new.question for new in judgements}) < len(judgements):
        problems["questions"] = "vraag-dubbel"
    if problems:
        raise InvalidInput(**problems)


def _problem(new: NewJudgement, machine: dict[str, Verdict], plain: str) -> str:
    if new.question not in machine:
        return "vraag-onbekend"
    if new.verdict not in OWN_VERDICTS:
        return "oordeel-kies"
    owed = new.verdict is Verdict.NVT or new.verdict is not machine[new.question]
    if owed and not new.reason.strip():
        return "oordeel-reden"
    if len(new.reason) > MAX_REASON or len(new.quote) > MAX_REASON:
        return "veld-lang"
    return "" if " ".join(new.quote.split()) in plain else "citaat-niet-gevonden"
