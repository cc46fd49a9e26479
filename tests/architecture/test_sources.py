"""What no file of the project may hold."""

from __future__ import annotations

import re

from tests.architecture.source import ROOT, calls, modules, name, tracked

SAFE_MARKUP = {"sdprocess/web/markup.py"}
"""Where text becomes markup: after nh3, or by escaping. Nowhere else."""
TEMPLATES = ("html", "jinja", "j2", "xml", "svg")
MACHINE_PATHS = re.compile(r"(?<![\w.\-/])/(?:work|root|home|Users|opt/pypi|tmp)/\w")
HOSTS = re.compile(
    "|".join(
        re.escape(host)
        for host in ("pypi" + ".org", "python" + "hosted.org", "registry.npm" + "js.org", "npm" + "js.com")
    )
)
BINARY = {".png", ".jpg", ".docx", ".odt", ".pdf", ".woff2", ".ico", ".zip", ".xlsx"}


def lines_with(pattern: re.Pattern[str]) -> list[str]:
    found = []
    for path in tracked():
        if path.suffix in BINARY:
            continue
        for number, line in enumerate(path.read_text("utf-8", errors="replace").splitlines(), start=1):
            if pattern.search(line):
                found.append(f"{name(path)}:{number}: {line.strip()[:100]}")
    return found


def test_no_file_names_a_folder_of_one_machine() -> None:
    assert lines_with(MACHINE_PATHS) == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    assert lines_with(HOSTS) == []


def test_text_becomes_markup_in_one_place_only() -> None:
    found = {name(path) for path in modules() for _ in calls(path, "Markup", "render_template_string", "from_string")}
    assert found <= SAFE_MARKUP


def test_no_template_switches_escaping_off() -> None:
    unsafe = re.compile(r"\|\s*safe\b|autoescape\s+false|\bMarkup\b")
    found = [
        f"{name(path)}:{number}"
        for path in (ROOT / "templates").rglob("*")
        if path.suffix.lstrip(".") in TEMPLATES
        for number, line in enumerate(path.read_text("utf-8").splitlines(), start=1)
        if unsafe.search(line)
    ]
    assert found == []


def test_every_file_is_utf8_without_a_mark_and_ends_with_a_newline() -> None:
    wrong = []
    for path in tracked():
        data = path.read_bytes()
        if path.suffix in BINARY or not data:
            continue
        data.decode("utf-8")
        if data.startswith(b"\xef\xbb\xbf") or not data.endswith(b"\n"):
            wrong.append(name(path))
    assert wrong == []


def test_every_decision_that_is_pointed_at_exists_and_has_its_own_number() -> None:
    stored = [path.name for path in (ROOT / "docs/adr").glob("*.md")]
    numbers = [file[:4] for file in stored]
    assert sorted(numbers) == sorted(set(numbers))
    pointed = re.compile(r"docs/adr/(\d{4}-[\w-]+\.md)")
    missing = [
        f"{name(path)}: {file}"
        for path in tracked()
        if path.suffix in {".py", ".md", ".yaml", ".toml", ".html"}
        for file in pointed.findall(path.read_text("utf-8"))
        if file not in stored
    ]
    assert missing == []
