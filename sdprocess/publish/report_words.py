"""Numbers of a report in words, the same in every form."""

from __future__ import annotations

from sdprocess.domain.findings import HeavySentence, Readability
from sdprocess.publish.report_view import Report
from sdprocess.texts.nl import say


def dutch_number(value: float, digits: int = 0) -> str:
    """`1.234` or `12,5`."""
    return f"{value:,.{digits}f}".translate(str.maketrans(",.", ".,"))


def percentage(share: float) -> str:
    """A share of 0..1 as `12 %`, with a no-break space."""
    return f"{dutch_number(share * 100)}\u00a0%"


def readability_facts(readability: Readability) -> tuple[tuple[str, str], ...]:
    """(name, value) of every measure, in the order in which a report shows them."""
    return (
        (say("rapport-maat-niveau"), say(f"rapport-niveau-{readability.band}")),
        (say("rapport-maat-flesch"), dutch_number(readability.flesch_douma)),
        (say("rapport-maat-woorden"), dutch_number(readability.words)),
        (say("rapport-maat-woorden-per-zin"), dutch_number(readability.words_per_sentence, 1)),
        (say("rapport-maat-lange-zinnen"), percentage(readability.long_sentences)),
        (say("rapport-maat-lange-woorden"), percentage(readability.long_words)),
        (say("rapport-maat-lijdende-vorm"), percentage(readability.passive)),
        (say("rapport-maat-naamwoordstijl"), percentage(readability.noun_style)),
    )


def sentence_weight(heavy: HeavySentence) -> str:
    """How long the sentence is and what makes it heavy."""
    traits = ", ".join(say(f"rapport-trek-{trait}") for trait in heavy.traits)
    return say("rapport-zin-gewicht", count=dutch_number(heavy.words), traits=traits)


def attachments_sentence(report: Report) -> str:
    """Which attachments were not read, or that there are none."""
    if report.unread:
        return say("rapport-niet-gelezen", names=", ".join(report.unread))
    return say("rapport-geen-bijlagen")
