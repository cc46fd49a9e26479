"""Whether twice as much text takes twice as long: a text of 40 kB beside one of 2 MB."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import cycle

from sdprocess.checking.assess import assess
from sdprocess.content.library import load_library
from sdprocess.domain.text import SourceText
from sdprocess.publish.report_json import as_json
from sdprocess.publish.report_view import report_of
from sdprocess.reading import read_text
from tests.bench.bench_documents import documents, readable
from tests.bench.measure import Row, milliseconds, processor_seconds

SMALL, LARGE = 40_000, 2_000_000
TIMES = {SMALL: 9, LARGE: 2}


def rows(large: int = LARGE) -> Iterator[Row]:
    """Reading, judging and reporting of both, and how many times as long the large one takes."""
    source, given = documents()
    checklist = load_library().checklist("raadsvoorstel")
    plain = [text.plain for _, text in readable(given) if assess(text, checklist).recognition.judged]
    written = {size: together(plain, size) for size in (SMALL, large)}
    texts = {size: read_text(text) for size, text in written.items()}
    made = {size: assess(text, checklist) for size, text in texts.items()}
    yield from _both("lezen van platte tekst", lambda size: read_text(written[size]), source, large)
    yield from _both("toetsen", lambda size: assess(replace(texts[size]), checklist), source, large)
    yield from _both("rapport", lambda size: _report(replace(texts[size]), made[size], checklist), source, large)


def together(texts: Sequence[str], size: int) -> str:
    """Different documents behind each other until there is enough; again from the start when they run out."""
    parts: list[str] = []
    length = 0
    for text in cycle(texts):
        parts.append(text[: size - length])
        length += len(parts[-1]) + 2
        if length >= size:
            break
    return "\n\n".join(parts)


def _report(text: SourceText, assessment: object, checklist: object) -> str:
    return as_json(report_of("lang", text, assessment, checklist))  # type: ignore[arg-type]


def _both(what: str, work: Callable[[int], object], source: str, large: int) -> Iterator[Row]:
    took = {}
    for size in (SMALL, large):
        took[size] = min(processor_seconds(lambda size=size: work(size)) for _ in range(TIMES.get(size, 2)))
    times = took[large] / took[SMALL]
    yield milliseconds(f"{what}, {SMALL // 1000} kB", [took[SMALL]], f"{source}, processortijd")
    yield milliseconds(
        f"{what}, {large // 1000} kB", [took[large]], f"{times:.0f} keer; tekst {large / SMALL:.0f} keer"
    )
