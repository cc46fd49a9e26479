"""The closed set of rule kinds: one module each. A kind that is not here cannot be written in a checklist."""

from __future__ import annotations

from sdprocess.checking.kinds import (
    cue_words,
    empty_formula,
    form,
    human,
    indicator,
    near,
    reference,
    section_filled,
    vague,
)
from sdprocess.checking.kinds.base import Finder, Hit, Notions
from sdprocess.content.checklist import (
    CueRule,
    EmptyRule,
    FormRule,
    HumanRule,
    IndicatorRule,
    NearRule,
    ReferenceRule,
    Rule,
    SectionRule,
    VagueRule,
)

__all__ = ["Finder", "Hit", "Notions", "prepare"]


def prepare(rule: Rule, notions: Notions) -> Finder:  # noqa: PLR0911, C901  one line per kind of the closed set
    """The function that finds a rule's element in a text. Raises BadCue when a cue of the rule cannot be read."""
    match rule:
        case CueRule():
            return cue_words.prepare(rule, notions)
        case NearRule():
            return near.prepare(rule, notions)
        case SectionRule():
            return section_filled.prepare(rule, notions)
        case ReferenceRule():
            return reference.prepare(rule, notions)
        case IndicatorRule():
            return indicator.prepare(rule, notions)
        case EmptyRule():
            return empty_formula.prepare(rule, notions)
        case VagueRule():
            return vague.prepare(rule, notions)
        case FormRule():
            return form.prepare(rule, notions)
        case HumanRule():
            return human.prepare(rule, notions)
