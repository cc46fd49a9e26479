from __future__ import annotations

import json
from pathlib import Path

import pytest

from sdprocess.cli import main

QUESTIONS = ("A1", "B1", "C1")


def lines(documents: list[str], label: str = "ja") -> str:
    made = [
        {"doc": d, "q": q, "label": label, "quotes": ["staat dat elke wijk een plek houdt"], "a": label, "b": "deels"}
        for d in documents
        for q in QUESTIONS
    ]
    return "".join(json.dumps(line) + "\n" for line in made)


@pytest.fixture
def labels(tmp_path: Path) -> Path:
    path = tmp_path / "labels.jsonl"
    path.write_text(lines(["buurthuis", "kort"]), "utf-8")
    return path


def test_the_outcome_shows_the_figures_the_table_and_what_to_compare_with(
    drafts: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ijk", str(drafts), "--labels", str(labels), "-j", "1"]) == 0
    out = capsys.readouterr().out
    assert out.startswith("2 stukken, 6 labels, checklist raadsvoorstel ")
    for heading in ("Per vraag", "Per groep", "Zonder één groep", "Ter vergelijking", "lezer a tegen lezer b"):
        assert heading in out
    assert ["lezers", "\\", "toets", "nee", "deels", "ja", "nvt", "niet-beoordeeld"] in [
        row.split() for row in out.splitlines()
    ]
    assert "Verschillen" not in out


def test_the_json_holds_the_same_and_every_difference(
    drafts: Path, labels: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ijk", str(drafts), "--labels", str(labels), "--formaat", "json"]) == 0
    made = json.loads(capsys.readouterr().out)
    assert (made["stukken"], made["toets"]["labels"]) == (2, 6)
    assert [question["id"] for question in made["vragen"]] == list(QUESTIONS)
    differences = {(row["doc"], row["vraag"]) for row in made["verschillen"]}
    same = made["tabel"]["ja"]["ja"]
    assert len(differences) + same == 6


@pytest.mark.parametrize(
    ("choice", "groups"), [("naam", ["buurthuis", "kort"]), ("map", ["dorp", "stad"]), ("geen", [])]
)
def test_groups_come_from_the_name_or_the_folder(
    drafts: Path, labels: Path, choice: str, groups: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    for name, folder in (("buurthuis.md", "stad"), ("kort.txt", "dorp")):
        (drafts / folder).mkdir()
        (drafts / name).rename(drafts / folder / name)
    assert main(["ijk", str(drafts), "--labels", str(labels), "--groep", choice, "--formaat", "json"]) == 0
    assert [part["naam"] for part in json.loads(capsys.readouterr().out)["groepen"]] == groups


def test_differences_are_listed_when_asked(drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(lines(["buurthuis"], "nvt"), "utf-8")
    assert main(["ijk", str(drafts), "--labels", str(path), "--verschillen"]) == 0
    found = capsys.readouterr().out.split("Verschillen\n")[1]
    listed = [line.split()[:3] for line in found.splitlines() if line.startswith("buurthuis")]
    assert listed == [["buurthuis", question, "nvt"] for question in QUESTIONS]


def test_a_document_without_a_file_is_told_and_left_out(
    drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(lines(["buurthuis", "zoek-1"]), "utf-8")
    assert main(["ijk", str(drafts), "--labels", str(path)]) == 1
    said = capsys.readouterr()
    assert "Geen bestand gevonden voor 1 stuk(ken) met labels: zoek-1" in said.err
    assert said.out.startswith("1 stukken, 3 labels")


def test_a_document_that_cannot_be_judged_counts_as_the_largest_difference(
    drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(lines(["buurthuis", "kapot.docx"]), "utf-8")
    assert main(["ijk", str(drafts), "--labels", str(path), "--formaat", "json", "-j", "2"]) == 1
    said = capsys.readouterr()
    assert "telt als grootste verschil: kapot.docx" in said.err
    assert json.loads(said.out)["tabel"]["ja"]["niet-beoordeeld"] == len(QUESTIONS)


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        pytest.param("geen json\n", "labels.jsonl:1: dit is geen json-object", id="broken line"),
        pytest.param(
            '{"doc": "kort", "q": "Q7", "label": "ja"}', "labels.jsonl:1: vraag 'Q7' staat niet", id="question"
        ),
        pytest.param(lines(["nergens"]), "geen enkel stuk waar labels van zijn", id="no document at all"),
        pytest.param("x\n" * 30, "... en nog 10 fouten.", id="many problems"),
    ],
)
def test_wrong_labels_stop_it_with_the_place(
    drafts: Path, tmp_path: Path, content: str, expected: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "labels.jsonl"
    path.write_text(content, "utf-8")
    assert main(["ijk", str(drafts), "--labels", str(path)]) == 2
    said = capsys.readouterr()
    assert expected in said.err
    assert said.out == ""


def test_wrong_use_is_told_in_a_sentence(
    drafts: Path, labels: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["ijk", str(tmp_path / "weg"), "--labels", str(labels)]) == 2
    assert "is geen map" in capsys.readouterr().err
    assert main(["ijk", str(drafts), "--labels", str(tmp_path / "weg.jsonl")]) == 2
    assert "het bestand met labels is niet te lezen" in capsys.readouterr().err
    assert main(["ijk", str(drafts), "--labels", str(labels), "--checklist", "onbekend"]) == 2
    assert "er is geen checklist 'onbekend'" in capsys.readouterr().err
    (drafts / "kort.md").write_text("twee keer", "utf-8")
    assert main(["ijk", str(drafts), "--labels", str(labels)]) == 2
    assert "meer bestanden in de map" in capsys.readouterr().err
