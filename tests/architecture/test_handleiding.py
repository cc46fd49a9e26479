"""The handleiding names the pages and buttons as they are, and its links lead somewhere."""

from __future__ import annotations

import re
from functools import lru_cache
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted((ROOT / "docs" / "handleiding").glob("*.md"))
ROLES = ("steller", "toetser", "college", "griffie", "agendacommissie", "raadslid", "inwoner", "beheerder")
"""Pages about one subject."""
SOURCES = ("templates/web/**/*.html", "workflows/*/*.yaml", "sdprocess/web/**/*.py", "sdprocess/texts/*.py")


@lru_cache(maxsize=1)
def interface() -> str:
    """Everything that can appear on a page: templates, forms, texts, and the titles of states and moves."""
    text = " ".join(path.read_text("utf-8") for pattern in SOURCES for path in sorted(ROOT.glob(pattern)))
    return " ".join(text.split())


def named(page: Path) -> list[str]:
    """What stands in bold: words of the interface, and nothing else."""
    return [" ".join(words.split()) for words in re.findall(r"\*\*(.+?)\*\*", page.read_text("utf-8"), re.DOTALL)]


def test_there_is_a_page_for_each_role_and_the_index_leads_to_all_of_them() -> None:
    index = (ROOT / "docs" / "handleiding" / "index.md").read_text("utf-8")
    assert not [page.stem for page in PAGES if page.stem != "index" and f"({page.name})" not in index]
    assert not set(ROLES) - {page.stem for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_what_stands_in_bold_is_on_a_page_of_the_program(page: Path) -> None:
    assert named(page)
    assert not [words for words in named(page) if words not in interface()]


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_links_lead_to_files_that_exist(page: Path) -> None:
    targets = re.findall(r"\]\(([^)#:]+)\)", page.read_text("utf-8"))
    assert not [target for target in targets if not (page.parent / target).exists()]
