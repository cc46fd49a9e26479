"""start.py: what it says and asks, without installing anything again."""

from __future__ import annotations

import ast
import importlib.util
import subprocess
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture
def start(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> ModuleType:
    """The module, with its environment in an empty folder and every command only written down."""
    spec = importlib.util.spec_from_file_location("start", ROOT / "start.py")
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    monkeypatch.setattr(module, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(module, "PYTHON", tmp_path / ".venv/bin/python")
    monkeypatch.setattr(module, "STAMP", tmp_path / ".venv/stamp")
    return module


class Recorder:
    """Stands in for `run`: remembers commands, answers with the code of the first word found in `codes`."""

    def __init__(self, **codes: int) -> None:
        self.codes = codes
        self.commands: list[str] = []

    def __call__(self, *command: object) -> int:
        line = " ".join(str(part) for part in command)
        self.commands.append(line)
        return next((code for word, code in self.codes.items() if word in line), 0)


def test_it_uses_the_standard_library_only() -> None:
    tree = ast.parse((ROOT / "start.py").read_text("utf-8"))
    imported = {a.name.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.Import) for a in n.names}
    imported |= {n.module.split(".")[0] for n in ast.walk(tree) if isinstance(n, ast.ImportFrom)}
    assert imported <= sys.stdlib_module_names


@pytest.mark.parametrize(("argument", "code"), [("--help", 0), ("", 2), ("bouw", 2)])
def test_without_a_verb_it_says_how_to_use_it(argument: str, code: int) -> None:
    command = [sys.executable, str(ROOT / "start.py"), *argument.split()]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert "python3 start.py demo" in done.stdout + done.stderr


def test_an_old_python_gets_a_clear_message(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(start.sys, "version_info", (3, 10, 4))
    assert start.main(["demo"]) == 2
    assert "Python 3.11 of nieuwer" in capsys.readouterr().err


def test_a_python_without_venv_gets_a_clear_message(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setitem(sys.modules, "ensurepip", None)
    assert start.main(["test"]) == 2
    assert "apt install python3-venv" in capsys.readouterr().err


def prepared(start: ModuleType, monkeypatch: pytest.MonkeyPatch, recorder: Recorder) -> bool:
    start.VENV.mkdir()
    monkeypatch.setattr(start, "run", recorder)
    return start.prepare()


def test_the_first_time_it_installs_the_lock_and_the_checkout(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder()
    assert prepared(start, monkeypatch, recorder)
    steps = [word for line in recorder.commands for word in ("-m venv", "pip sync", "--no-deps") if word in line]
    assert steps == ["-m venv", "pip sync", "--no-deps"]
    assert all("--require-hashes" in line for line in recorder.commands if "requirements.lock" in line)


def test_the_second_time_it_installs_nothing(start: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    start.PYTHON.parent.mkdir(parents=True)
    start.PYTHON.touch()
    start.STAMP.write_text(start.lock_digest(), "utf-8")
    recorder = Recorder()
    monkeypatch.setattr(start, "run", recorder)
    assert start.prepare()
    assert recorder.commands == []


def test_without_uv_it_goes_on_with_pip_and_still_asks_for_hashes(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    recorder = Recorder(**{"find_spec('uv')": 1, "install uv": 1})
    assert prepared(start, monkeypatch, recorder)
    assert [line for line in recorder.commands if "install --require-hashes -r" in line]
    assert not [line for line in recorder.commands if "pip sync" in line]


def test_a_failed_installation_leaves_no_stamp(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    assert not prepared(start, monkeypatch, Recorder(sync=1))
    assert not start.STAMP.exists()
    assert "niet te installeren" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("codes", "expected"),
    [
        pytest.param({}, 0, id="all good"),
        pytest.param({"mypy": 1}, 1, id="a check fails, pytest does not"),
        pytest.param({"pytest": 5}, 5, id="pytest fails"),
    ],
)
def test_every_check_runs_and_pytest_comes_last(
    start: ModuleType, monkeypatch: pytest.MonkeyPatch, codes: dict[str, int], expected: int
) -> None:
    recorder = Recorder(**codes)
    monkeypatch.setattr(start, "run", recorder)
    assert start.test(["tests/cli"]) == expected
    assert len(recorder.commands) == len(start.CHECKS) + 1
    assert recorder.commands[-1].endswith("-m pytest -n 2 tests/cli")


def test_the_ci_script_runs_all_tests_and_is_executable() -> None:
    script = ROOT / ".ci/run"
    assert script.stat().st_mode & 0o111
    assert script.read_text("utf-8").rstrip().endswith('exec python3 start.py test "$@"')
    assert subprocess.run(["bash", "-n", str(script)], check=False).returncode == 0
