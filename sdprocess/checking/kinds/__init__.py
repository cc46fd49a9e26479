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
from sdprocess.checking.kinds.base import Finder, Hit
from sdprocess.checking.vocabulary import Vocabulary
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

__all__ = ["Finder", "Hit", "prepare"]


def prepare(rule: Rule, vocabulary: Vocabulary) -> Finder:  # noqa: PLR0911, C901  one line per kind of the closed set
    """The function that finds a rule's element in a text. Raises BadCue when a cue of the rule cannot be read."""
    match rule:
        case CueRule():
            return cue_words.prepare(rule, vocabulary)
        case NearRule():
            return near.prepare(rule, vocabulary)
        case SectionRule():
            return section_filled.prepare(rule, vocabulary)
        case ReferenceRule():
            return reference.prepare(rule, vocabulary)
        case IndicatorRule():
            return indicator.prepare(rule, vocabulary)
        case EmptyRule():
            return empty_formula.prepare(rule, vocabulary)
        case VagueRule():
            return vague.prepare(rule, vocabulary)
        case FormRule():
            return form.prepare(rule, vocabulary)
        case HumanRule():
            return human.prepare(rule, vocabulary)
