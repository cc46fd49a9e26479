from __future__ import annotations

import importlib.util
import json
import subprocess
import sys
from pathlib import Path

import pytest

from sdprocess.checking.assess import assess
from sdprocess.checking.calibration.labels import Label, read_labels
from sdprocess.checking.calibration.measure import Calibration, Judged, Verdicts, calibrate
from sdprocess.content.checklist import Checklist
from sdprocess.publish.report_json import as_json
from sdprocess.publish.report_view import report_of
from sdprocess.reading import read_path
from tests.checking.test_ijkset import IJKSET, LABELS, TEXTS

NAMES = {
    "kappa": "kappa",
    "exact": "exact",
    "missed": "missed",
    "invented": "invented",
    "evidence": "evidence",
    "nvt": "nvt",
    "pairs": "pairs",
}


def town(document: str) -> str:
    return document.split("-", maxsplit=1)[0]


def labelled(towns: dict[str, int], label: str = "ja") -> list[Label]:
    return [Label(f"{name}-{n}", "A1", label) for name, count in towns.items() for n in range(count)]


def verdicts(labels: list[Label], said: str) -> Verdicts:
    return {label.document: {label.question: Judged(said)} for label in labels}


def test_each_group_stands_beside_all_the_others() -> None:
    labels = labelled({"linde": 5, "eik": 6})
    told = {**verdicts(labels[:5], "ja"), **verdicts(labels[5:], "nee")}
    made = calibrate(labels, told, town)
    assert [(p.name, p.documents, p.figures.exact) for p in made.groups] == [("eik", 6, 0.0), ("linde", 5, 1.0)]
    assert [(p.name, p.documents, p.figures.exact) for p in made.without] == [("eik", 5, 1.0), ("linde", 6, 0.0)]


def test_one_group_is_no_comparison() -> None:
    labels = labelled({"linde": 6})
    made = calibrate(labels, verdicts(labels, "ja"), town)
    assert (made.groups, made.without) == ((), ())


def test_documents_without_verdicts_do_not_count_and_unknown_questions_are_unjudged() -> None:
    labels = labelled({"linde": 2})
    made = calibrate(labels, {"linde-0": {}}, town)
    assert made.documents == 1
    assert [row.verdict for row in made.rows] == ["niet-beoordeeld"]


def test_constant_answers_and_the_two_readers_stand_beside_it() -> None:
    labels = [Label(f"x-{n}", "A1", "ja", a="ja", b="ja" if n else "nee") for n in range(5)]
    made = calibrate(labels, verdicts(labels, "deels"), town)
    assert {name: figures.exact for name, figures in made.baselines} == {"nee": 0.0, "deels": 0.0, "ja": 1.0}
    assert made.readers is not None
    assert made.readers.exact == 0.8
    assert calibrate(labelled({"x": 5}), {}, town).readers is None


def test_the_margin_holds_the_figure_and_is_the_same_each_time() -> None:
    labels = labelled({"linde": 20})
    told = {**verdicts(labels[:12], "ja"), **verdicts(labels[12:], "nee")}
    made, again = calibrate(labels, told, town), calibrate(labels, told, town)
    low, high = made.margins["exact"]
    assert low < 0.6 < high
    assert made.margins == again.margins
    assert calibrate(labels[:4], told, town).margins == {}


@pytest.mark.slow
@pytest.mark.skipif(
    not ((IJKSET / "meet.py").is_file() and LABELS.is_file() and TEXTS.is_dir()),
    reason=f"geen ijkset gevonden in {IJKSET}: de cijfers zijn NIET met meet.py vergeleken",
)
class TestAgainstTheScript:
    """The same labels and the same reports through meet.py and through the product."""

    @pytest.fixture(scope="class")
    def labels(self, checklist: Checklist) -> tuple[Label, ...]:
        return read_labels(LABELS.read_text("utf-8"), LABELS.name, {q.id for q in checklist.questions})

    @pytest.fixture(scope="class")
    def reports(
        self, checklist: Checklist, labels: tuple[Label, ...], tmp_path_factory: pytest.TempPathFactory
    ) -> Path:
        folder = tmp_path_factory.mktemp("rapporten")
        for document in {label.document for label in labels}:
            text = read_path(TEXTS / f"{document}.txt", isolate=False)
            report = report_of(document, text, assess(text, checklist), checklist)
            (folder / f"{document}.json").write_text(as_json(report), "utf-8")
        return folder

    @pytest.fixture(scope="class")
    def ours(self, labels: tuple[Label, ...], reports: Path) -> Calibration:
        told = {
            path.stem: {
                q["id"]: Judged(q["oordeel"], tuple(e["citaat"] for e in q["bewijs"]))
                for q in json.loads(path.read_text("utf-8"))["vragen"]
            }
            for path in reports.iterdir()
        }
        return calibrate(labels, told, town)

    def test_the_whole_and_each_question_are_the_same(self, ours: Calibration, reports: Path) -> None:
        command = [sys.executable, str(IJKSET / "meet.py"), str(LABELS), str(reports), "--json"]
        theirs = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
        assert {key: getattr(ours.whole, name) for key, name in NAMES.items()} == theirs["overall"]
        assert set(theirs["vragen"]) == {q.question for q in ours.questions}
        for question in ours.questions:
            told = theirs["vragen"][question.question]
            assert question.documents == told.pop("n")
            assert {key: getattr(question, key) for key in told} == told

    def test_each_town_each_constant_and_the_readers_are_the_same(self, ours: Calibration) -> None:
        spec = importlib.util.spec_from_file_location("meet", IJKSET / "meet.py")
        assert spec is not None
        assert spec.loader is not None
        meet = importlib.util.module_from_spec(spec)
        spec.loader.exec_module(meet)
        parts = {part.name: part.figures for part in ours.groups}
        for name, figures in parts.items():
            own = [(r.question, r.label, r.verdict, r.hit) for r in ours.rows if town(r.document) == name]
            theirs, _ = meet.figures(own)
            assert {key: getattr(figures, field) for key, field in NAMES.items()} == theirs
        for constant, figures in ours.baselines:
            theirs, _ = meet.figures([(r.question, r.label, constant, None) for r in ours.rows])
            assert {key: getattr(figures, field) for key, field in NAMES.items()} == theirs
        two = [json.loads(line) for line in LABELS.read_text("utf-8").splitlines()]
        theirs, _ = meet.figures([(x["q"], x["a"], x["b"], None) for x in two if x.get("a") and x.get("b")])
        assert ours.readers is not None
        assert {key: getattr(ours.readers, field) for key, field in NAMES.items()} == theirs
