"""What a text says beside its verdicts: pure and deterministic, each row with its passage."""

from __future__ import annotations

from sdprocess.checking.insights.alternatives import alternatives, do_nothing
from sdprocess.checking.insights.choices import choices
from sdprocess.checking.insights.consistency import mismatches
from sdprocess.checking.insights.decisions import decisions
from sdprocess.checking.insights.indicators import indicators
from sdprocess.checking.insights.language import abbreviations, compared, suggestions
from sdprocess.checking.insights.scope import Scope
from sdprocess.domain.findings import Assessment
from sdprocess.domain.insights import Insights
from sdprocess.domain.text import SourceText

__all__ = ["insights"]


def insights(text: SourceText, assessment: Assessment) -> Insights:
    """Everything the text says of goals, earlier decisions, later choices and options, and whether it agrees with
    itself. A text that is not judged gives none: tables of a motie or a letter would only mislead.
    """
    if not assessment.recognition.judged:
        return Insights(text_hash=text.text_hash)
    scope = Scope.of(text)
    figures, documents = compared(assessment.readability)
    return Insights(
        text_hash=text.text_hash,
        indicators=indicators(scope),
        decisions=decisions(scope),
        mismatches=mismatches(scope),
        choices=choices(scope),
        alternatives=alternatives(scope),
        do_nothing=do_nothing(scope),
        abbreviations=abbreviations(scope),
        suggestions=suggestions(scope),
        compared=figures,
        compared_with=documents,
    )
