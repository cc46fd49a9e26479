"""The kind of proposal in sentences, the same in every form of the report and on the pages."""

from __future__ import annotations

from datetime import datetime

from sdprocess.domain.findings import Finding, KindProfile, Verdict, Weight
from sdprocess.texts.nl import say


def kind_sentence(profile: KindProfile) -> str:
    """What kind, and because of which words or whom."""
    choice = profile.choice
    if choice is not None:
        machine = profile.recognised_title
        if not choice.by:
            return say("voorstelsoort-opgegeven", title=profile.title, machine=machine)
        facts = {
            "by": choice.by,
            "day": f"{datetime.fromisoformat(choice.at):%d-%m-%Y}",
            "reason": choice.reason,
            "machine": machine,
        }
        return say("voorstelsoort-gekozen", title=profile.title, **facts)
    if profile.words:
        return say("voorstelsoort-omdat", title=profile.title, words=" ".join(profile.words.split()))
    return say("voorstelsoort-zonder", title=profile.title)


def consequences(profile: KindProfile) -> tuple[str, ...]:
    """Why this kind has another measure and which questions that touches; a list that is empty is left out."""
    lists = (
        ("voorstelsoort-streng", profile.strict),
        ("voorstelsoort-licht", profile.light),
        ("voorstelsoort-nvt", profile.suggested),
    )
    told = [say(code, questions=", ".join(questions)) for code, questions in lists if questions]
    source = say("voorstelsoort-inhoud", id=profile.content.id, version=profile.content.version)
    return (profile.reason, *told, source)


def weight_label(weight: Weight, verdict: Verdict) -> str:
    """What stands beside a verdict; empty when there is nothing to say. That a question may not suit: only when nee."""
    if verdict in (Verdict.NVT, Verdict.NIET_BEOORDEELD) or weight is Weight.GEWOON:
        return ""
    if weight is Weight.NVT and verdict is not Verdict.NEE:
        return ""
    return say(f"voorstelsoort-label-{weight.value}")


def label_of(profile: KindProfile | None, finding: Finding) -> str:
    """The same for a finding."""
    return weight_label(profile.weight(finding.question), finding.verdict) if profile else ""
