from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from sdprocess.content.library import ContentChanged, Library, content_root, load_library, version_key
from sdprocess.domain.errors import InvalidContent, NotFound
from sdprocess.domain.findings import ContentRef


@pytest.fixture(scope="module")
def library() -> Library:
    return load_library()


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """The real content folders, to break."""
    for name in ("workflows", "checklists", "kalenders"):
        shutil.copytree(content_root() / name, tmp_path / name)
    return tmp_path


def add_version(root: Path, version: str, *changes: tuple[str, str]) -> None:
    text = (root / "workflows/licht/1.0.0.yaml").read_text().replace('versie: "1.0.0"', f'versie: "{version}"')
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    (root / f"workflows/licht/{version}.yaml").write_text(text)


def test_the_first_workflows_and_the_checklist_are_there(library: Library) -> None:
    assert {ref.id for ref in library.workflow_refs()} >= {"beleidsproces", "licht", "raadsvoorstel"}
    assert {ref.id for ref in library.checklist_refs()} >= {"raadsvoorstel"}


def test_a_reference_is_the_same_from_the_library_and_from_the_thing_itself(library: Library) -> None:
    for ref in library.workflow_refs():
        assert library.workflow(ref.id, ref.version).ref == ref
    for ref in library.checklist_refs():
        assert library.checklist(ref.id, ref.version).ref == ref


def test_versions_sort_as_numbers() -> None:
    assert sorted(["1.10.0", "1.9.0", "2.0.0", "1.9.10"], key=version_key) == ["1.9.0", "1.9.10", "1.10.0", "2.0.0"]


def test_versions_live_side_by_side_and_the_latest_is_the_default(copy: Path) -> None:
    add_version(copy, "1.9.0")
    add_version(copy, "1.10.0")
    found = load_library(copy)
    assert found.workflow("licht").version == "1.10.0"
    assert found.workflow("licht", "1.9.0").version == "1.9.0"
    assert [r.version for r in found.workflow_refs() if r.id == "licht"] == ["1.0.0", "1.9.0", "1.10.0"]


@pytest.mark.parametrize(("id_", "version"), [("bestaat-niet", None), ("licht", "9.9.9")])
def test_what_is_not_there_is_not_found(library: Library, id_: str, version: str | None) -> None:
    with pytest.raises(NotFound):
        library.workflow(id_, version)


def test_a_pinned_workflow_is_given_only_with_the_same_bytes(library: Library) -> None:
    ref = library.workflow_ref("licht")
    assert library.pinned_workflow(ref) is library.workflow("licht")
    with pytest.raises(ContentChanged):
        library.pinned_workflow(ContentRef(ref.id, ref.version, "0" * 64))


@pytest.mark.parametrize("name", ["../web/base", "", "Raadsvoorstel", "bestaat-niet", "a/b"])
def test_a_format_outside_the_folder_or_unknown_is_not_found(library: Library, name: str) -> None:
    with pytest.raises(NotFound):
        library.template(name)


def test_a_format_is_read(library: Library) -> None:
    names = [p.stem for p in (content_root() / "templates" / "documenten").glob("*.md")]
    assert names
    assert all(library.template(name).strip() for name in names)


def test_problems_of_all_files_come_at_once(copy: Path) -> None:
    add_version(copy, "1.1.0", ("titel: Licht proces", "tietel: Licht proces"))
    add_version(copy, "1.2.0", ("naar: toetsen", "naar: nergens"))
    with pytest.raises(InvalidContent) as caught:
        load_library(copy)
    places = {str(p).split(":", 1)[0] for p in caught.value.problems}
    assert places == {"workflows/licht/1.1.0.yaml", "workflows/licht/1.2.0.yaml"}


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        ("checklist: raadsvoorstel", "checklist: weg", "workflows/licht/1.1.0.yaml:9: er is geen checklist 'weg'"),
        (
            "    titel: Toetsen\n",
            "    titel: Toetsen\n    checklist: weg\n",
            "toestand toetsen: er is geen checklist 'weg'",
        ),
        ("        B: 1\n", "        Q: 1\n", "criterium 'Q' staat niet in checklist 'raadsvoorstel'"),
    ],
)
def test_a_workflow_must_fit_its_checklist(copy: Path, old: str, new: str, sentence: str) -> None:
    add_version(copy, "1.1.0", (old, new))
    with pytest.raises(InvalidContent) as caught:
        load_library(copy)
    assert [str(p) for p in caught.value.problems if sentence in str(p)]
    assert len(caught.value.problems) == 1


def test_a_next_dossier_opens_on_a_kader_that_is_there(copy: Path) -> None:
    path = copy / "workflows/pc-cyclus/1.0.0.yaml"
    path.write_text(path.read_text().replace("vervolg: pc-cyclus", "vervolg: volgend-jaar"))
    with pytest.raises(InvalidContent) as caught:
        load_library(copy)
    (problem,) = caught.value.problems
    assert "overgang sluit-jaar: het proceskader 'volgend-jaar'" in str(problem)
