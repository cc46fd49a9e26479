"""Judging beside two yardsticks, in turns on the same documents: spaCy with the same phrases, and one RE2 pass.

spaCy is no part of the product: it is used when somebody installed it, and otherwise said to be missing.
"""

from __future__ import annotations

import re
import statistics
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import islice, product
from typing import Any

import re2

from sdprocess.checking.assess import assess
from sdprocess.checking.index import TextIndex
from sdprocess.content.checklist import Checklist
from sdprocess.content.cues import fold, union_source
from sdprocess.content.library import load_library
from sdprocess.domain.text import SourceText
from sdprocess.publish.report_json import as_json
from sdprocess.publish.report_view import report_of
from tests.bench.bench_documents import documents, readable
from tests.bench.measure import Row, milliseconds, processor_seconds

CUE_FIELDS = ("cues", "unless", "first", "second", "names", "units", "subjects", "words")
MOST_VARIANTS = 40
WARM_UP = 5
YARDSTICKS = ("alle patronen in één RE2-doorgang", "spaCy blank(nl) + PhraseMatcher")
Work = Callable[[SourceText], object]


def rows(limit: int | None = None) -> Iterator[Row]:
    """A row for each way, and how judging compares."""
    source, given = documents(limit)
    texts = [text for _, text in readable(given)]
    kinds = load_library().proposal_kinds("raadsvoorstel")
    checklist = load_library().checklist("raadsvoorstel")
    ways: dict[str, Work] = {
        "toetsen": lambda text: assess(text, checklist, kinds),
        "toetsen en rapport als json": lambda text: as_json(
            report_of("x", text, assess(text, checklist, kinds), checklist)
        ),
        "vouwen, zinnen en woorden (ondergrens)": TextIndex,
        "alle patronen in één RE2-doorgang": one_pass(checklist),
    }
    spacy = with_spacy(checklist)
    if spacy:
        ways["spaCy blank(nl) + PhraseMatcher"] = spacy
    took = in_turns(ways, texts)
    ours, reported = (statistics.median(took[name]) for name in ("toetsen", "toetsen en rapport als json"))
    for name, values in took.items():
        middle = statistics.median(values)
        times = f", toetsen is {ours / middle:.2f} keer zo lang, met rapport {reported / middle:.2f}"
        yield milliseconds(name, values, f"{source}, processortijd{times if name in YARDSTICKS else ''}")
    if not spacy:
        yield Row("spaCy blank(nl) + PhraseMatcher", 0, "-", remark="spaCy is niet geïnstalleerd: niet vergeleken")


def in_turns(ways: dict[str, Work], texts: Sequence[SourceText]) -> dict[str, list[float]]:
    """Processor time per document and way. Each way goes first as often as the others and no document comes twice: what
    was learned of earlier documents helps, and whoever comes first with a document meets its new words.
    """
    for work in ways.values():
        for text in texts[:WARM_UP]:
            work(text)
    took: dict[str, list[float]] = {name: [] for name in ways}
    order = deque(ways.items())
    for text in texts[WARM_UP:] or texts:
        order.rotate()
        for name, work in order:
            own = fresh(text)
            took[name].append(processor_seconds(lambda work=work, own=own: work(own)))
    return took


def fresh(text: SourceText) -> SourceText:
    """The same text of which nothing was worked out yet, but for the words in one piece that the yardsticks read."""
    own = replace(text)
    own.plain  # noqa: B018  worked out here, outside the time
    return own


def cues_of(checklist: Checklist) -> list[str]:
    """Every cue of every rule, as it is written."""
    fields = (getattr(rule, f, ()) for q in checklist.questions for rule in q.rules for f in CUE_FIELDS)
    found = [cue for cues in fields if isinstance(cues, tuple | list) for cue in cues]
    return list(dict.fromkeys(found))


def one_pass(checklist: Checklist) -> Work:
    """All cues as one pattern over the folded text, only counting what is found."""
    options = re2.Options()
    options.max_mem = 1 << 30
    pattern = re2.compile(union_source(cues_of(checklist), checklist.notions), options=options)

    def run(text: SourceText) -> int:
        return sum(1 for _ in pattern.finditer(fold(text.plain.replace("\n", "\t")).encode("ascii")))

    return run


def with_spacy(checklist: Checklist) -> Work | None:
    """Tokenising and matching the phrases in the cues; None when spaCy is not there."""
    try:
        import spacy  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
        from spacy.matcher import PhraseMatcher  # type: ignore[import-not-found,unused-ignore]  # noqa: PLC0415
    except ImportError:
        return None
    nlp: Any = spacy.blank("nl")
    nlp.max_length = 10_000_000
    matcher: Any = PhraseMatcher(nlp.vocab, attr="LOWER")
    matcher.add("cue", [nlp.make_doc(phrase) for phrase in phrases(checklist)])
    return lambda text: list(matcher(nlp.make_doc(text.plain)))


def phrases(checklist: Checklist) -> list[str]:
    """The cues as plain phrases: a gap divides, `*` is left out, and of each choice every word makes a phrase."""
    found: dict[str, None] = {}
    for cue in cues_of(checklist):
        for part in re.split(r"\s*…\d*\s*", cue):
            for phrase in _variants(part, checklist):
                if phrase:
                    found.setdefault(phrase)
    return list(found)


def _variants(part: str, checklist: Checklist) -> Iterator[str]:
    pieces: list[list[str]] = []
    for token in re.findall(r"\([^()]*\)\??|\{[^{}\s]+\}|[^\s(){}]+|\s+", part):
        if token.startswith("("):
            choices = [c.replace("~", " ") for c in token[1 : token.rindex(")")].split("|")]
            pieces.append([*choices, *([""] if token.endswith("?") else [])])
        elif token.startswith("{"):
            words = checklist.notions.get(token[1:-1], ())
            pieces.append([w for word in words for w in (_variants(word, checklist) if "(" in word else [word])])
        else:
            pieces.append([token])
    for chosen in islice(product(*pieces), MOST_VARIANTS):
        yield " ".join(re.sub(r"[*#{}]", " ", "".join(chosen)).split())
