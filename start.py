#!/usr/bin/env python3
"""Prepares the checkout and starts it: `python3 start.py demo` or `python3 start.py test`.

Standard library only. Exit codes: those of the demo or the tests, and 2 when this machine lacks something.
Written so that an old Python can still read it and say what is wrong.
"""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
LOCK = ROOT / "requirements.lock"
STAMP = VENV / ".sdprocess-lock"
OLDEST = (3, 11)
CANNOT = 2
HELP = """\
Gebruik:
  python3 start.py demo [--eenmalig] [--poort 8000]   vult een demogemeente en opent de pagina's
  python3 start.py test [opties van pytest]           draait alle controles en daarna de tests

De eerste keer komt er een map .venv met wat het programma nodig heeft. Dat duurt een halve minuut.
Demo: --eenmalig stopt na het vullen. Ctrl-C stopt de pagina's.
"""
CHECKS = (
    ("ruff", ("-m", "ruff", "check", ".")),
    ("ruff format", ("-m", "ruff", "format", "--check", ".")),
    ("mypy", ("-m", "mypy")),
    ("import-linter", ("-c", "from importlinter.cli import lint_imports_command as c; c()")),
    ("deptry", ("-m", "deptry", ".")),
)


def say(line: str) -> None:
    """One line of progress, at once."""
    print(line, flush=True)


def run(*command: str | Path) -> int:
    """Runs a command in the checkout and gives its exit code."""
    return subprocess.run([str(part) for part in command], cwd=ROOT, check=False).returncode


def refusal() -> str:
    """Why this machine cannot run it, or nothing."""
    if sys.version_info < OLDEST:
        return "sdprocess heeft Python 3.11 of nieuwer nodig. Dit is Python {}.{}.".format(*sys.version_info[:2])
    try:
        import ensurepip  # noqa: F401, PLC0415
        import venv  # noqa: F401, PLC0415
    except ImportError:
        return (
            "Deze Python mist het onderdeel 'venv'. Installeer het en probeer het opnieuw.\n"
            "Op Debian en Ubuntu: sudo apt install python3-venv"
        )
    return ""


def lock_digest() -> str:
    """What the stamp holds when the environment fits the lock and this checkout."""
    text = LOCK.read_bytes() + (ROOT / "pyproject.toml").read_bytes() + str(ROOT).encode()
    return hashlib.sha256(text).hexdigest()


def make_environment() -> bool:
    """A working .venv with pip. False when that fails."""
    if PYTHON.is_file() and run(PYTHON, "-c", "import sys; sys.exit(sys.version_info < (3, 11))") == 0:
        return True
    say("De map .venv wordt gemaakt ...")
    return run(sys.executable, "-m", "venv", "--clear", VENV) == 0


def install_packages() -> bool:
    """Exactly what the lock names, and the checkout itself. With uv; with pip when there is no uv to be had."""
    say("De onderdelen worden geïnstalleerd ...")
    pip = (PYTHON, "-m", "pip", "--disable-pip-version-check", "-q")
    itself = ("install", "--no-deps", "--no-build-isolation", "-e", ".")
    has_uv = "import importlib.util as u, sys; sys.exit(u.find_spec('uv') is None)"
    if run(PYTHON, "-c", has_uv) == 0 or run(*pip, "install", "uv") == 0:
        uv = (PYTHON, "-m", "uv", "pip")
        asked = ("sync", "-q", "--python", PYTHON, "--require-hashes", LOCK)
        return run(*uv, *asked) == 0 and run(*uv, itself[0], "-q", "--python", PYTHON, *itself[1:]) == 0
    say("uv is niet te installeren; het gaat verder met pip. Dat duurt langer.")
    return run(*pip, "install", "--require-hashes", "-r", LOCK) == 0 and run(*pip, *itself) == 0


def prepare() -> bool:
    """Makes the environment fit the lock; quick when it already does. False after saying what went wrong."""
    digest = lock_digest()
    if PYTHON.is_file() and STAMP.is_file() and STAMP.read_text("utf-8") == digest:
        return True
    if not make_environment():
        say("De map .venv is niet te maken. Haal de map weg en probeer het opnieuw.")
        return False
    if not install_packages():
        say("De onderdelen zijn niet te installeren. Kijk of er een verbinding met het internet is.")
        return False
    if shutil.which("npm"):
        run(PYTHON, "hatch_build.py", "--assets")
    STAMP.write_text(digest, "utf-8")
    return True


def test(arguments: list[str]) -> int:
    """All checks, then pytest, so that its summary comes last. Not 0 when anything failed."""
    failed = []
    for name, command in CHECKS:
        say(f"== {name}")
        if run(PYTHON, *command) != 0:
            failed.append(name)
    say(f"== Mislukt: {', '.join(failed)}" if failed else "== Alle controles zijn goed.")
    say("== pytest")
    code = run(PYTHON, "-m", "pytest", "-n", "2", *arguments)
    return code or bool(failed)


def demo(arguments: list[str]) -> int:
    """Hands over to the demo, so that Ctrl-C reaches it."""
    command = [str(PYTHON), "-m", "sdprocess", "demo", *arguments]
    if os.name != "nt":
        os.execv(command[0], command)
    return run(*command)


def main(arguments: list[str]) -> int:
    """Chooses between demo and test. Prints Dutch."""
    if arguments[:1] in (["-h"], ["--help"], ["--hulp"]):
        say(HELP)
        return 0
    if arguments[:1] not in (["demo"], ["test"]):
        print(HELP, file=sys.stderr)
        return CANNOT
    reason = refusal()
    if reason:
        print(reason, file=sys.stderr)
        return CANNOT
    if not prepare():
        return CANNOT
    return (demo if arguments[0] == "demo" else test)(arguments[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
