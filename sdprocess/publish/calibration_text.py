"""A calibration as tables of plain text, for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from sdprocess.checking.calibration.figures import FEWEST, LABELS, VERDICTS, Figures
from sdprocess.checking.calibration.measure import MEASURES, Calibration, Part
from sdprocess.domain.findings import ContentRef
from sdprocess.publish.table import as_table
from sdprocess.texts.nl import say


def as_text(made: Calibration, checklist: ContentRef, *, differences: bool = False) -> str:
    """Everything of a calibration, the figures over all documents last. differences: list each one as well."""
    blocks = [
        say(
            "ijk-kop", documents=made.documents, pairs=made.whole.pairs, checklist=f"{checklist.id} {checklist.version}"
        ),
        _titled("ijk-per-vraag", _questions(made)),
    ]
    if made.groups:
        blocks.append(_titled("ijk-per-groep", _parts(made.groups, lambda name: name)))
        blocks.append(_titled("ijk-zonder", _parts(made.without, lambda name: say("ijk-zonder-groep", name=name))))
    blocks.append(_titled("ijk-ernaast", _measured(_beside(made))))
    blocks.append(_titled("ijk-tabel", _confusion(made)))
    if differences:
        blocks.append(_titled("ijk-verschillen", _differences(made)))
    blocks.append(_titled("ijk-alles", _whole(made)))
    blocks.append(f"{say('ijk-voet-weinig', least=FEWEST)}\n{say('ijk-voet-uitleg')}")
    return "\n\n".join(blocks) + "\n"


def figure(value: float | None) -> str:
    """Two decimals, with a decimal point so that it can be copied anywhere."""
    return say("ijk-onbekend") if value is None else f"{value:.2f}"


def heads(*, without_nvt: bool = False) -> list[str]:
    """The names of the measures."""
    return [say(f"ijk-{name}") for name in MEASURES if not (without_nvt and name == "nvt")]


def _titled(code: str, table: str) -> str:
    return f"{say(code)}\n\n{table}"


def _values(figures: Figures) -> list[str]:
    return [figure(getattr(figures, name)) for name in MEASURES]


def _questions(made: Calibration) -> str:
    names = [name for name in MEASURES if name != "nvt"]
    readers = {q.question: q.kappa for q in made.readers_questions}
    rows = [
        [q.question, str(q.documents), *(figure(getattr(q, name)) for name in names), figure(readers.get(q.question))]
        for q in made.questions
    ]
    columns = [say("ijk-vraag"), say("ijk-stukken"), *heads(without_nvt=True), say("ijk-lezers-kappa")]
    return as_table(columns, rows, right=len(names) + 2)


def _parts(parts: Sequence[Part], name_of: Callable[[str], str]) -> str:
    rows = [[name_of(p.name), str(p.documents), str(p.figures.pairs), *_values(p.figures)] for p in parts]
    return as_table([say("ijk-groep"), say("ijk-stukken"), say("ijk-paren"), *heads()], rows, right=len(MEASURES) + 2)


def _beside(made: Calibration) -> Iterator[tuple[str, Figures]]:
    for label, figures in made.baselines:
        yield say("ijk-altijd", label=label), figures
    if made.readers:
        yield say("ijk-lezers"), made.readers


def _measured(lines: Iterator[tuple[str, Figures]]) -> str:
    rows = [[name, str(figures.pairs), *_values(figures)] for name, figures in lines]
    return as_table(["", say("ijk-paren"), *heads()], rows, right=len(MEASURES) + 1)


def _whole(made: Calibration) -> str:
    bounds = [_bounds(made.margins.get(name)) for name in MEASURES]
    rows = [[say("ijk-toets"), str(made.whole.pairs), *_values(made.whole)]]
    if made.margins:
        rows.append([say("ijk-marge"), "", *bounds])
    return as_table(["", say("ijk-paren"), *heads()], rows, right=len(MEASURES) + 1)


def _bounds(bounds: tuple[float, float] | None) -> str:
    return say("ijk-onbekend") if bounds is None else f"{figure(bounds[0])}-{figure(bounds[1])}"


def _confusion(made: Calibration) -> str:
    rows = [[label, *(str(made.confusion[label][verdict]) for verdict in VERDICTS)] for label in LABELS]
    return as_table([say("ijk-lezers-toets"), *VERDICTS], rows, right=len(VERDICTS))


def _differences(made: Calibration) -> str:
    rows = [[r.document, r.question, r.label, r.verdict] for r in made.rows if r.label != r.verdict]
    columns = [say("ijk-stuk"), say("ijk-vraag"), say("ijk-lezers-vonden"), say("ijk-toets-zei")]
    return as_table(columns, rows)
