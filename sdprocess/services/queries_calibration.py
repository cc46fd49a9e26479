"""What the pages of calibrating show, of what this person may see now."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from sdprocess.checking.assess import assess
from sdprocess.checking.calibration.figures import FOUND, ORDER, kappa
from sdprocess.checking.calibration.labels import Label
from sdprocess.checking.calibration.measure import Calibration, Judged, calibrate
from sdprocess.content.checklist import Checklist
from sdprocess.domain.calibration import Reading
from sdprocess.domain.dossier import Dossier
from sdprocess.domain.findings import Assessment
from sdprocess.domain.people import Actor
from sdprocess.domain.text import SourceText
from sdprocess.services.calibration_file import (
    CALIBRATORS,
    CalibrationFile,
    calibration_file,
    calibration_files,
    checklist_in_use,
    text_of,
)
from sdprocess.services.ports import DossierFilter, UnitOfWork, World
from sdprocess.services.queries_lists import board
from sdprocess.services.settle_labels import settle_refusal
from sdprocess.services.take_calibration_seat import seat_refusal
from sdprocess.services.visibility import require_role, seen_versions

MOST_DOSSIERS = 500


@dataclass(frozen=True, slots=True)
class CalibrationLine:
    """A document in the list. answered: of the actor's own questions. open_differences: still to be settled."""

    file: CalibrationFile
    answered: int
    open_differences: int
    seat_refusal: str

    @property
    def complete(self) -> bool:
        """Whether every question has an answer that counts."""
        return self.file.both_done and not self.open_differences


@dataclass(frozen=True, slots=True)
class CalibrationList:
    """Everything of the first page. releases: (number, title) of released proposals that can be added."""

    lines: tuple[CalibrationLine, ...]
    releases: tuple[tuple[str, str], ...]
    questions: int


@dataclass(frozen=True, slots=True)
class Pair:
    """One question as the two readers answered it, and the answer that settles a difference, if there is one."""

    question: str
    a: Reading
    b: Reading
    settled: Reading | None

    @property
    def same(self) -> bool:
        return self.a.label == self.b.label

    @property
    def label(self) -> str:
        """The answer that counts, empty as long as a difference is open."""
        return self.a.label if self.same else (self.settled.label if self.settled else "")


@dataclass(frozen=True, slots=True)
class CalibrationPage:
    """One document. pairs: empty until both readers are done. kappa: over the questions neither calls nvt."""

    line: CalibrationLine
    text: SourceText
    checklist: Checklist
    own: Mapping[str, Reading]
    pairs: tuple[Pair, ...]
    kappa: float | None
    settle_refusal: str

    @property
    def same(self) -> int:
        return sum(pair.same for pair in self.pairs)


@dataclass(frozen=True, slots=True)
class Outcome:
    """The figures over the documents that are complete. waiting: documents that are not."""

    calibration: Calibration
    checklist: Checklist
    labels: tuple[Label, ...]
    waiting: int


def calibration_list(world: World, actor: Actor) -> CalibrationList:
    """The documents that the actor may read, newest first. Raises NotAllowed."""
    require_role(actor, *CALIBRATORS)
    checklist = checklist_in_use(world)
    dossiers = [card.dossier for card in board(world, actor, DossierFilter(per_page=MOST_DOSSIERS)).cards]
    with world.uow() as uow:
        files = calibration_files(uow, actor)
        releases = _releases(uow, actor, dossiers, {file.document.version_id for file in files})
    lines = tuple(_line(file, actor) for file in reversed(files))
    return CalibrationList(lines, releases, len(checklist.questions))


def calibration_page(world: World, actor: Actor, document_id: int) -> CalibrationPage:
    """One document. Raises NotFound, NotAllowed."""
    with world.uow() as uow:
        file = calibration_file(uow, actor, document_id)
        text = text_of(uow, file.document)
    pairs = _pairs(file)
    places = [(ORDER[p.a.label], ORDER[p.b.label]) for p in pairs if {p.a.label, p.b.label} <= set(ORDER)]
    return CalibrationPage(
        line=_line(file, actor),
        text=text,
        checklist=checklist_in_use(world),
        own=file.read_by(actor.id),
        pairs=pairs,
        kappa=kappa(places),
        settle_refusal=settle_refusal(file),
    )


def calibration_outcome(world: World, actor: Actor) -> Outcome:
    """The toets against the readers, over every complete document the actor may read. Raises NotAllowed."""
    checklist = checklist_in_use(world)
    with world.uow() as uow:
        files = calibration_files(uow, actor)
        complete = [file for file in files if _line(file, actor).complete]
        texts = {file.document.id: text_of(uow, file.document) for file in complete}
    labels = labels_of(complete)
    names = dict(zip([file.document.id for file in complete], dict.fromkeys(x.document for x in labels), strict=True))
    made = {names[key]: assess(text, checklist) for key, text in texts.items()}
    told = {name: _judged(assessment) for name, assessment in made.items()}
    kinds = {name: _kind(assessment, checklist) for name, assessment in made.items()}
    return Outcome(
        calibration=calibrate(labels, told, kinds.__getitem__),
        checklist=checklist,
        labels=labels,
        waiting=len(files) - len(complete),
    )


def labels_of(files: Sequence[CalibrationFile]) -> tuple[Label, ...]:
    """The labels of complete documents, with the passages of whoever found the answer that counts."""
    seen: Counter[str] = Counter()
    made: list[Label] = []
    for file in files:
        seen[file.document.name] += 1
        times = seen[file.document.name]
        name = file.document.name if times == 1 else f"{file.document.name}-{times}"
        made.extend(replace(_label(pair), document=name) for pair in _pairs(file) if pair.label)
    return tuple(made)


def _label(pair: Pair) -> Label:
    said = (pair.settled, pair.a, pair.b)
    quotes = [q for r in said if r and r.label in FOUND for q in r.quotes] if pair.label in FOUND else []
    return Label(
        document="",
        question=pair.question,
        label=pair.label,
        quotes=tuple(dict.fromkeys(quotes)),
        a=pair.a.label,
        b=pair.b.label,
        source="dubbel",
    )


def _line(file: CalibrationFile, actor: Actor) -> CalibrationLine:
    still_open = [question for question in file.differing if question not in file.settled]
    return CalibrationLine(file, len(file.read_by(actor.id)), len(still_open), seat_refusal(file, actor))


def _pairs(file: CalibrationFile) -> tuple[Pair, ...]:
    """Both answers to each question; empty until both readers are done."""
    if not file.both_done:
        return ()
    a, b = file.by_seat
    settled = file.settled
    return tuple(Pair(q, a[q], b[q], settled.get(q)) for q in sorted(a) if q in b)


def _judged(assessment: Assessment) -> dict[str, Judged]:
    return {f.question: Judged(f.verdict.value, tuple(e.quote.text for e in f.evidence)) for f in assessment.findings}


def _kind(assessment: Assessment, checklist: Checklist) -> str:
    """The kind of proposal, by its title in the checklist."""
    titles = {kind.id: kind.title for kind in checklist.recognising.proposals}
    kinds = [titles[kind] for kind in assessment.recognition.proposals if kind in titles]
    return kinds[0] if kinds else assessment.recognition.kind


def _releases(
    uow: UnitOfWork, actor: Actor, dossiers: Sequence[Dossier], taken: set[int | None]
) -> tuple[tuple[str, str], ...]:
    """Number and title of the dossiers with a released version that is not in the list."""
    keys = [dossier.id for dossier in dossiers]
    versions, releases = uow.documents.versions_of(keys), uow.releases.of_dossiers(keys)
    found = []
    for dossier in dossiers:
        given = releases.get(dossier.id, ())
        released = {release.version_id for release in given}
        seen = seen_versions(actor, dossier, versions.get(dossier.id, ()), given)
        newest = next((v for v in seen if v.id in released), None)
        if newest is not None and newest.id not in taken:
            found.append((dossier.number, dossier.title))
    return tuple(sorted(found))
