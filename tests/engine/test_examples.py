from __future__ import annotations

from pathlib import Path

import pytest

from sdprocess.content.library import content_root
from sdprocess.content.workflow import load_workflow
from sdprocess.engine.examples import check_workflow, run_examples

PATHS = sorted((content_root() / "workflows").glob("*/*.yaml"))
GOOD = Path(__file__).parent.parent / "content" / "good.yaml"
ACCEPTED = sorted(GOOD.parent.glob("good/*.yaml"))


@pytest.mark.parametrize("path", PATHS, ids=lambda p: "/".join(p.parts[-2:]))
def test_the_examples_of_every_released_workflow_go_as_written(path: Path) -> None:
    assert [str(problem) for problem in check_workflow(path)] == []
    workflow = load_workflow(path)
    assert len(run_examples(workflow)) == len(workflow.examples)


@pytest.mark.parametrize("path", ACCEPTED, ids=lambda p: p.stem)
def test_the_examples_of_what_is_accepted_go_as_written(path: Path) -> None:
    assert [str(problem) for problem in check_workflow(path)] == []


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "door: griffie, komt_in: klaar}",
            "door: griffie, komt_in: raad}",
            "stap 5 (besluit) moest in 'raad' komen, maar kwam in 'klaar'",
        ),
        (
            "{overgang: bied-aan, door: steller, komt_in: raad}",
            "{overgang: bied-aan, door: griffie, komt_in: raad}",
            "stap 1 (bied-aan) moest lukken, maar is geweigerd: Dit kan alleen iemand met de rol steller.",
        ),
        (
            "feiten: {document: false}, ",
            "",
            "stap 2 (vrijgave) moest geweigerd worden door document-aanwezig, maar lukte",
        ),
        (
            "[rol, vrijgegeven, minimum-per-criterium]",
            "[rol, vrijgegeven, minimum-per-criterium, reden-gegeven]",
            "en reden-gegeven en rol en vrijgegeven, maar door minimum-per-criterium en rol en vrijgegeven",
        ),
    ],
    ids=["other-state", "refused", "not-refused", "other-refusal"],
)
def test_an_example_that_lies_is_found_at_its_line(tmp_path: Path, old: str, new: str, sentence: str) -> None:
    text = GOOD.read_text()
    line = text[: text.index(old)].count("\n") + 1
    path = tmp_path / "proef.yaml"
    path.write_text(text.replace(old, new, 1))
    found = check_workflow(path, "proef.yaml")
    assert [str(f).partition(": voorbeeld")[0] for f in found] == [f"proef.yaml:{line}"]
    assert str(found[0]).endswith(sentence)


def test_a_broken_file_gives_its_problems_instead(tmp_path: Path) -> None:
    path = tmp_path / "proef.yaml"
    path.write_text(GOOD.read_text().replace("naar: klaar", "naar: gereed"))
    assert [str(p) for p in check_workflow(path, "proef.yaml")] == [
        "proef.yaml:48: overgang besluit: 'gereed' is geen toestand van dit proceskader"
    ]
