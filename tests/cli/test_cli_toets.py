from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from sdprocess.cli import judge as judging
from sdprocess.cli import main
from sdprocess.cli.judge import Job, judge, judge_all
from sdprocess.domain.text import SourceText


def job(path: Path, form: str = "json") -> Job:
    return Job(path, form, None, "raadsvoorstel", "")


def test_a_draft_is_judged_and_printed(drafts: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["toets", str(drafts / "buurthuis.md")]) == 0
    out = capsys.readouterr().out
    assert out.startswith("Raadsvoorstel Buurthuis De Linde\n")
    assert "«" in out


@pytest.mark.parametrize(
    ("form", "report", "start"),
    [
        ("tekst", "buurthuis.txt", "Raadsvoorstel"),
        ("json", "buurthuis.json", "{"),
        ("html", "buurthuis.html", "<!DOCTYPE html>"),
        ("md", "buurthuis.md", "# "),
    ],
)
def test_each_form_can_be_written_to_a_folder(drafts: Path, tmp_path: Path, form: str, report: str, start: str) -> None:
    out = tmp_path / "uit" / "dieper"
    assert main(["toets", str(drafts / "buurthuis.md"), "--formaat", form, "--uit", str(out)]) == 0
    assert (out / report).read_text("utf-8").startswith(start)


@pytest.mark.parametrize(
    ("name", "reason"),
    [
        pytest.param("motie.md", "Dit lijkt een motie.", id="another kind of document"),
        pytest.param("kapot.docx", "beschadigd", id="damaged"),
        pytest.param("weg.pdf", "Het bestand weg.pdf is er niet", id="missing"),
    ],
)
def test_a_file_that_cannot_be_judged_gets_its_report_with_the_reason(
    drafts: Path, tmp_path: Path, name: str, reason: str, capsys: pytest.CaptureFixture[str]
) -> None:
    given = [str(drafts / name), str(drafts / "buurthuis.md")]
    assert main(["toets", *given, "--formaat", "json", "--uit", str(tmp_path / "uit")]) == 1
    report = json.loads((tmp_path / "uit" / f"{Path(name).stem}.json").read_text("utf-8"))
    assert report["status"] == "niet-beoordeeld"
    assert reason in report["reden"]
    assert {q["oordeel"] for q in report["vragen"]} == {"niet-beoordeeld"}
    assert json.loads((tmp_path / "uit/buurthuis.json").read_text("utf-8"))["status"] == "beoordeeld"
    assert f"Niet beoordeeld: {name}: " in capsys.readouterr().err


def test_a_folder_stands_for_its_documents_and_several_reports_are_one_json_array(
    drafts: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (drafts / "plaatje.png").write_bytes(b"\x89PNG")
    assert main(["toets", str(drafts), "--formaat", "json"]) == 1
    reports = json.loads(capsys.readouterr().out)
    assert [r["document"] for r in reports] == ["buurthuis.md", "kapot.docx", "kort.txt", "motie.md"]


def test_several_processes_give_the_same_reports_as_one(drafts: Path) -> None:
    jobs = [job(path) for path in sorted(drafts.iterdir())]
    assert list(judge_all(jobs, 2)) == list(judge_all(jobs, 1))


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        pytest.param(["toets"], "dit ontbreekt: BESTAND", id="no file"),
        pytest.param(["toets", "a.md", "--formaat", "pdf"], "'pdf' kan niet; kies uit", id="unknown form"),
        pytest.param(["toets", "a.md", "-j", "veel"], "geen heel getal van 1 tot en met 64", id="no number"),
        pytest.param(["toets", "a.md", "--formaat"], "--formaat: hier hoort een waarde achter", id="no value"),
        pytest.param(["toets", "a.md", "b.md", "--formaat", "html"], "--uit MAP nodig", id="html without folder"),
        pytest.param(["toets", "a.md", "x/a.pdf", "--uit", "uit"], "krijgen hetzelfde rapport (a.txt)", id="same name"),
        pytest.param(["toets", "a.md", "--formaat", "md", "--uit", "."], "zou een van de documenten", id="overwrites"),
        pytest.param(["toets", "a.md", "--checklist", "motie"], "er is geen checklist 'motie'", id="no checklist"),
        pytest.param(["toets", "a.md", "--checklist", "raadsvoorstel@9.9.9"], "raadsvoorstel@1.0.0.", id="no version"),
        pytest.param(["toets", "leeg"], "in leeg staat geen bestand", id="empty folder"),
        pytest.param(["toets", "a.md", "--uit", "a.md/b"], "is niet te maken", id="folder cannot be made"),
        pytest.param(["toets", "a.md", "--wat"], "dit is onbekend: --wat", id="unknown option"),
        pytest.param([], "dit ontbreekt: OPDRACHT", id="no command"),
        pytest.param(["raad"], "OPDRACHT: 'raad' kan niet; kies uit", id="unknown command"),
    ],
)
def test_wrong_use_does_nothing_and_says_why(
    arguments: list[str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "leeg").mkdir()
    (tmp_path / "a.md").write_text("# Iets", "utf-8")
    assert main(arguments) == 2
    printed = capsys.readouterr()
    assert said in printed.err
    assert printed.out == ""
    assert (tmp_path / "a.md").read_text("utf-8") == "# Iets"


def test_content_with_a_fault_ends_with_its_own_exit_code(
    drafts: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    broken = tmp_path / "inhoud/checklists/raadsvoorstel"
    broken.mkdir(parents=True)
    (broken / "1.0.0.yaml").write_text("id: raadsvoorstel\n", "utf-8")
    assert main(["toets", str(drafts / "buurthuis.md"), "--inhoud", str(tmp_path / "inhoud")]) == 3
    assert "checklists/raadsvoorstel/1.0.0.yaml:1: " in capsys.readouterr().err


def test_a_fault_of_ours_at_one_file_costs_no_other_its_report(
    drafts: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    read = judging.read

    def sometimes(path: Path) -> SourceText:
        if path.name == "kort.txt":
            raise ZeroDivisionError
        return read(path)

    monkeypatch.setattr(judging, "read", sometimes)
    out = tmp_path / "uit"
    code = main(
        ["toets", str(drafts / "kort.txt"), str(drafts / "buurthuis.md"), "--formaat", "json", "--uit", str(out)]
    )
    assert code == 3
    assert "ZeroDivisionError" in json.loads((out / "kort.json").read_text("utf-8"))["reden"]
    assert json.loads((out / "buurthuis.json").read_text("utf-8"))["status"] == "beoordeeld"


def dying(path: Path) -> SourceText:
    """Reading that takes its whole process with it at one file."""
    if path.name == "kort.txt":
        os.kill(os.getpid(), signal.SIGKILL)
    return ORIGINAL(path)


ORIGINAL = judging.read


def test_a_worker_that_dies_costs_only_its_own_document(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judging, "read", dying)
    jobs = [job(drafts / name) for name in ("buurthuis.md", "kort.txt", "motie.md")]
    outcomes = list(judge_all(jobs, 2))
    assert [o.exit_code for o in outcomes] == [0, 3, 1]
    assert "BrokenProcessPool" in outcomes[1].reason


def test_after_a_worker_died_the_rest_goes_on_in_new_ones(drafts: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """More documents than are handed out at a time, with one in the middle that takes its worker with it."""
    monkeypatch.setattr(judging, "read", dying)
    names = ["buurthuis.md", "motie.md"] * 6 + ["kort.txt"] + ["motie.md", "buurthuis.md"] * 6
    outcomes = list(judge_all([job(drafts / name) for name in names], 2))
    assert [o.document for o in outcomes] == names
    assert [o.exit_code for o in outcomes] == [0, 1] * 6 + [3] + [1, 0] * 6


def test_the_same_file_gives_the_same_bytes_in_another_process(drafts: Path) -> None:
    command = [sys.executable, "-m", "sdprocess", "toets", str(drafts / "buurthuis.md"), "--formaat", "json"]
    env = {**os.environ, "PYTHONHASHSEED": "7"}
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=env)
    assert done.stdout == judge(job(drafts / "buurthuis.md")).body


def test_a_reader_that_stops_early_is_no_failure(drafts: Path) -> None:
    line = f'"{sys.executable}" -m sdprocess toets "{drafts / "buurthuis.md"}" "{drafts / "kort.txt"}" | head -1'
    done = subprocess.run(["bash", "-o", "pipefail", "-c", line], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("Raadsvoorstel Buurthuis De Linde\n", "")
