"""The referee of kinds of proposal is tested: for every error code a file that has that error, at the line it says."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest

from sdprocess.content.checklist import Checklist
from sdprocess.content.library import load_library
from sdprocess.content.problems import Problem
from sdprocess.content.proposal_kinds import ProposalKinds, load_proposal_kinds
from sdprocess.content.refs import content_root
from sdprocess.domain.errors import InvalidContent
from sdprocess.texts.kinds import TEXTS

HERE = Path(__file__).parent
GOOD = HERE / "good_kinds.yaml"
FILES = sorted((HERE / "bad_kinds").glob("*.yaml"))
EXPECTED = re.compile(r"([a-z-]+) regel (\d+)")


@pytest.fixture(scope="module")
def checklist() -> Checklist:
    return load_library().checklist("raadsvoorstel")


@pytest.fixture(scope="module")
def kinds() -> ProposalKinds:
    made = load_library().proposal_kinds("raadsvoorstel")
    assert made
    return made


def placed(path: Path, folder: Path) -> Path:
    """The file where its name is its version."""
    target = folder / "1.0.0.yaml"
    shutil.copy(path, target)
    return target


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_a_broken_file_gets_the_problem_it_announces_at_its_line(
    path: Path, tmp_path: Path, checklist: Checklist
) -> None:
    code, line = EXPECTED.findall(path.read_text("utf-8").split("\n", 1)[0])[0]
    with pytest.raises(InvalidContent) as caught:
        load_proposal_kinds(placed(path, tmp_path), "soorten/1.0.0.yaml", [checklist])
    assert path.stem == code
    found = {(p.code, p.line) for p in caught.value.problems if isinstance(p, Problem)}
    assert (code, int(line)) in found


def test_every_error_code_of_a_file_has_a_broken_file() -> None:
    assert {code for code in TEXTS if code.startswith("profiel-")} <= {path.stem for path in FILES}


def test_the_good_file_has_no_problem(tmp_path: Path, checklist: Checklist) -> None:
    made = load_proposal_kinds(placed(GOOD, tmp_path), "", [checklist])
    assert [kind.id for kind in made.kinds] == ["krediet", "voorstel"]
    assert made.other.id == "voorstel"
    with pytest.raises(KeyError):
        made.kind("visie")


def test_a_file_about_a_checklist_that_is_not_there_is_refused(tmp_path: Path, checklist: Checklist) -> None:
    path = placed(GOOD, tmp_path)
    path.write_text(path.read_text("utf-8").replace("checklist: raadsvoorstel", "checklist: weg"), "utf-8")
    with pytest.raises(InvalidContent, match="er is geen checklist 'weg'"):
        load_proposal_kinds(path, "", [checklist])


@pytest.mark.parametrize(
    ("subject", "kind"),
    [
        pytest.param("Benoeming lid vertrouwenscommissie", "procedureel", id="benoeming"),
        pytest.param("Wijziging reglement van orde", "raadsorganisatie", id="raad"),
        pytest.param("Zienswijze begroting GGD Heuvelland 2031", "zienswijze", id="zienswijze-gaat-voor-begroting"),
        pytest.param("Begroting 2031 Veiligheidsregio Heuvelland", "zienswijze", id="begroting-van-een-ander"),
        pytest.param("Begroting 2031", "planning-en-control", id="eigen-begroting"),
        pytest.param("Wijziging gemeenschappelijke regeling Afval", "regionale-samenwerking", id="regeling"),
        pytest.param("Initiatiefvoorstel Speelstraten", "initiatief", id="initiatief"),
        pytest.param("Vaststellen bestemmingsplan Molenkwartier", "omgeving", id="omgeving"),
        pytest.param("Verordening parkeerbelasting 2031", "belastingen", id="belasting-gaat-voor-verordening"),
        pytest.param("Verordening jeugdhulp 2031", "verordening", id="verordening"),
        pytest.param("Herziening grondexploitatie Kade", "grondzaken", id="grond"),
        pytest.param("KREDIET NIEUWBOUW ZWEMBAD", "krediet", id="hoofdletters"),
        pytest.param("Cultuurnota 2031-2035", "visie", id="visie"),
        pytest.param("Deelname aan een proef met stembiljetten", None, id="niets-bijzonders"),
    ],
)
def test_the_subject_tells_the_kind(kinds: ProposalKinds, subject: str, kind: str | None) -> None:
    found = kinds.of_subject(subject)
    assert (found.id if found else None) == kind


def test_every_question_has_at_most_one_weight_and_no_kind_takes_everything_lightly(
    kinds: ProposalKinds, checklist: Checklist
) -> None:
    asked = {q.id for q in checklist.questions}
    for kind in kinds.kinds:
        assert len(asked - set(kind.light) - set(kind.suggested)) > len(asked) / 2, kind.id


def test_a_municipality_has_its_own_kinds_in_its_own_folder(tmp_path: Path) -> None:
    for shelf in ("workflows", "checklists", "templates", "kalenders"):
        shutil.copytree(content_root() / shelf, tmp_path / shelf)
    shipped = tmp_path / "checklists/soorten/1.0.0.yaml"
    own = (
        shipped.read_text("utf-8")
        .replace('versie: "1.0.0"', 'versie: "1.1.0"')
        .replace("streng: [K1]", "streng: [K1, K2]")
    )
    (shipped.parent / "1.1.0.yaml").write_text(own.replace("licht: [A5, D4, K2]", "licht: [A5, D4]"), "utf-8")
    made = load_library(tmp_path).proposal_kinds("raadsvoorstel")
    assert made
    assert (made.version, made.kind("procedureel").strict) == ("1.1.0", ("K1", "K2"))


def test_content_without_kinds_is_still_content(tmp_path: Path) -> None:
    for shelf in ("workflows", "checklists", "templates", "kalenders"):
        shutil.copytree(content_root() / shelf, tmp_path / shelf)
    shutil.rmtree(tmp_path / "checklists/soorten")
    assert load_library(tmp_path).proposal_kinds("raadsvoorstel") is None
