from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from typing import Any

import pytest

from sdprocess.content.kader_diff import Difference, kader_differences
from sdprocess.content.workflow import Workflow, read_workflow
from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, StaleDossier
from sdprocess.domain.people import Actor
from sdprocess.engine.move import Moved
from sdprocess.services.kader_versions import (
    choices_of,
    choose_kader,
    compare_kaders,
    export_kader,
    import_kader,
    kader_versions,
)
from sdprocess.services.move_dossier import move_dossier
from sdprocess.services.preview_kader import preview_upgrade, what_if
from sdprocess.services.store_kader import put_kader, store_kader
from sdprocess.services.upgrade_dossier import upgrade_dossier
from sdprocess.services.upgrade_many import undoable, upgrade_many
from tests.services.conftest import Town
from tests.services.kader_texts import RENAMED, proef


def workflow(text: str) -> Workflow:
    return read_workflow(text)[0]


REFUSED = """  - titel: Het minimum houdt tegen
    vanuit: raad
    stappen:
      - overgang: neem-aan
        door: griffie
        feiten: {vrijgave: geen, toets: geen}
        geweigerd: [vrijgegeven, minimum-per-criterium]
"""


def told(*changes: tuple[str, str]) -> list[tuple[str, str, str, str, str, str]]:
    found = kader_differences(workflow(proef("1.0.1")), workflow(proef("1.1.0", *changes)))
    return [(d.kind, d.part, d.id, d.key, d.old, d.new) for d in found]


CASES = (
    (
        "termijn: 10 werkdagen",
        "termijn: 3 weken",
        "anders toestanden.concept.termijn duur: 10 werkdagen > duur: 3 weken",
    ),
    ("titel: Bij de griffie", "titel: Op de griffie", "anders toestanden.griffie.titel Bij de griffie > Op de griffie"),
    (
        "wie_aan_zet: toetser",
        "wie_aan_zet: [toetser, steller]",
        "anders toestanden.toetsing.wie_aan_zet toetser > toetser, steller",
    ),
    ("    besluit: Aangenomen\n", "", "weg overgangen.neem-aan.besluit Aangenomen > –"),
    ("  toetser: Toetser\n", "  toetser: Collega\n", "anders rollen.toetser. Toetser > Collega"),
    ("titel: Proefkader", "titel: Nieuw kader", "anders proceskader..titel Proefkader > Nieuw kader"),
    (
        "    door: griffie\n    besluit: Aangenomen\n",
        "    door: griffie\n    besluit: Aangenomen\n    mits: [vrijgegeven, {minimum-per-criterium: {A: 1}}]\n",
        "nieuw overgangen.neem-aan.mits – > vrijgegeven, minimum-per-criterium (A: 1)",
    ),
)


@pytest.mark.parametrize(("old", "new", "said"), CASES)
def test_a_difference_says_where_it_is_and_what_it_was(old: str, new: str, said: str) -> None:
    text = proef("1.1.0", (old, new)) + (REFUSED if "minimum" in new else "")
    found = kader_differences(workflow(proef("1.0.1")), workflow(text))
    assert said in [f"{d.kind} {d.part}.{d.id}.{d.key} {d.old} > {d.new}" for d in found]


def test_no_difference_is_told_but_of_the_version() -> None:
    assert told() == []


def test_a_state_that_is_renamed_is_one_gone_and_one_new() -> None:
    found = [(kind, part, name) for kind, part, name, key, *_ in told(*RENAMED) if not key and name]
    assert found == [
        ("weg", "toestanden", "toetsing"),
        ("nieuw", "toestanden", "meelezen"),
    ]


def test_comparing_tells_which_dossiers_would_lose_their_state(town: Town) -> None:
    staying, losing = town.at("griffie"), town.at("concept")
    town.moved(losing, "steller", "vraag-toets")
    store_kader(town.world, town.who("beheerder"), yaml_text=proef("2.0.0", *RENAMED))
    found = compare_kaders(town.world, town.who("beheerder"), "proef", "1.0.0", "2.0.0")
    assert [d.number for d in found.standing] == [losing.number]
    assert all(isinstance(d, Difference) for d in found.differences)
    both = Actor(1, "Griffie", frozenset({"griffie", "beheerder"}))
    assert compare_kaders(town.world, both, "proef", "1.0.0", "2.0.0").standing == ()
    with pytest.raises(NotFound):
        compare_kaders(town.world, town.who("beheerder"), "proef", "1.0.0", "9.0.0")
    assert staying.state == "griffie"


def test_the_version_in_use_is_chosen_and_every_choice_is_kept(town: Town) -> None:
    boss = town.who("beheerder")
    store_kader(town.world, boss, yaml_text=proef("2.0.0"))
    first = town.opened()
    choose_kader(town.world, boss, "proef", "2.0.0")
    assert town.opened().kader.version == "2.0.0"
    assert town.dossier(first.number).kader.version == "1.0.0"
    shown = {v.ref.version: (v.origin, v.actor, v.in_use, v.running) for v in kader_versions(town.world, boss, "proef")}
    assert shown == {"1.0.0": ("bestand", "", False, 1), "2.0.0": ("import", "Beheerder", True, 1)}
    choose_kader(town.world, boss, "proef", "")
    with pytest.raises(NotFound):
        town.opened()
    choose_kader(town.world, boss, "proef", "1.0.0")
    assert town.opened().kader.version == "1.0.0"
    log = [(c.ref.version if c.ref else "", c.actor) for c in choices_of(town.world, boss, "proef")]
    assert log == [("1.0.0", "Beheerder"), ("", "Beheerder"), ("2.0.0", "Beheerder")]


def test_only_a_beheerder_chooses_and_only_what_is_for_all(town: Town) -> None:
    dossier = town.opened()
    with town.world.uow(write=True) as uow:
        text = proef("1.0.0", id="eigen")
        put_kader(uow, town.world, town.who("griffie"), yaml_text=text, origin="x", dossier_id=dossier.id)
        uow.commit()
    with pytest.raises(NotAllowed):
        choose_kader(town.world, town.who("griffie"), "proef", "1.0.0")
    for name, version in (("eigen", "1.0.0"), ("eigen", ""), ("proef", "9.0.0")):
        with pytest.raises(NotFound):
            choose_kader(town.world, town.who("beheerder"), name, version)
    assert "eigen" not in {v.ref.id for v in kader_versions(town.world, town.who("beheerder"))}


@pytest.mark.parametrize("text", [proef("2.0.0"), "\ufeff" + proef("2.0.0").replace("\n", "\r\n") + "# één\r\n"])
def test_a_kader_goes_out_and_comes_in_without_losing_a_byte(town: Town, text: str) -> None:
    boss = town.who("beheerder")
    ref = import_kader(town.world, boss, data=text.encode(), name="x.yaml")
    exported, data = export_kader(town.world, boss, "proef", "2.0.0")
    assert (exported, data) == (ref, text.encode())
    assert import_kader(town.world, boss, data=data, sha256=ref.sha256.upper() + "\n", name="x.yaml") == ref
    shipped, file = export_kader(town.world, boss, "proef", "1.0.0")
    assert import_kader(town.world, boss, data=file, sha256=shipped.sha256, name="x.yaml") == shipped


def test_a_file_that_does_not_fit_its_hash_is_refused(town: Town) -> None:
    boss = town.who("beheerder")
    with pytest.raises(InvalidInput) as caught:
        import_kader(town.world, boss, data=proef().encode(), sha256="0" * 64, name="x.yaml")
    assert caught.value.fields == {"controlegetal": "kader-controlegetal"}
    with pytest.raises(InvalidInput):
        import_kader(town.world, boss, data=b"titel: \xff", name="x.yaml")
    assert [ref.version for ref in town.world.library.workflow_refs() if ref.id == "proef"] == ["1.0.0"]


CHANGED = proef(
    "2.0.0",
    *RENAMED,
    ("termijn: 10 werkdagen", "termijn: 2 werkdagen"),
    ("    wie_aan_zet: griffie\n", "    wie_aan_zet: raadslid\n"),
    ("    naar: raad\n    door: griffie\n", "    naar: raad\n    door: griffie\n    mits: [collegiale-toets-gedaan]\n"),
)


def test_what_if_tells_what_everybody_would_notice_and_stores_nothing(town: Town) -> None:
    boss = town.who("beheerder")
    concept, tested, griffie = town.at("concept"), town.at("concept"), town.at("griffie")
    town.moved(tested, "steller", "vraag-toets")
    town.clock.later(days=8)
    found = what_if(town.world, boss, yaml_text=CHANGED)
    rows = {row.number: row for row in found.rows}
    first = rows[concept.number]
    assert (first.term_before, first.term_after, first.late) == (date(2026, 3, 16), date(2026, 3, 4), True)
    assert [r.code for r in rows[tested.number].refusals] == ["bijwerken-toestand-vervalt"]
    assert found.lost == (("toetsing", "Toetsing", 1),)
    at_griffie = rows[griffie.number]
    assert at_griffie.other_turn
    assert at_griffie.blocked == ("Agendeer",)
    assert [ref.version for ref in town.world.library.workflow_refs() if ref.id == "proef"] == ["1.0.0"]
    assert town.dossier(concept.number).kader.version == "1.0.0"


def test_a_beheerder_sees_no_title_of_a_draft_and_one_of_the_council_not_even_its_number(town: Town) -> None:
    draft, public = town.at("concept"), town.at("raad")
    rows = {row.number: row.title for row in what_if(town.world, town.who("beheerder"), yaml_text=proef()).rows}
    assert rows == {draft.number: "", public.number: "Leskaart"}
    both = Actor(1, "Griffie", frozenset({"griffie", "beheerder"}))
    assert [row.number for row in what_if(town.world, both, yaml_text=proef()).rows] == [public.number]


def test_nothing_changes_for_who_notices_nothing(town: Town) -> None:
    town.at("griffie")
    (row,) = what_if(town.world, town.who("beheerder"), yaml_text=proef()).rows
    assert not row.changes
    assert not row.refusals


def test_all_dossiers_of_a_version_go_along_but_those_that_cannot(town: Town) -> None:
    boss = town.who("beheerder")
    concept, tested, closed, moved = town.at("concept"), town.at("concept"), town.at("klaar"), town.at("griffie")
    town.moved(tested, "steller", "vraag-toets")
    to = store_kader(town.world, boss, yaml_text=CHANGED)
    new = town.world.library.workflows[to]
    preview = preview_upgrade(town.world, boss, new, before=concept.kader)
    assert [row.number for row in preview.possible] == [concept.number, moved.number]
    state_map = {"toetsing": "meelezen"}
    preview = preview_upgrade(town.world, boss, new, before=concept.kader, state_map=state_map)
    seen = {row.number: row.revision for row in preview.possible}
    assert set(seen) == {concept.number, tested.number, moved.number}
    town.moved(moved, "griffie", "agendeer")
    done = upgrade_many(town.world, boss, to=to, state_map=state_map, seen=seen, reason="Nieuwe afspraken")
    assert {o.number: [r.code for r in o.refusals] for o in done} == {
        concept.number: [],
        tested.number: [],
        moved.number: ["bijwerken-intussen"],
    }
    assert {n: town.dossier(n).kader.version for n in (concept.number, tested.number, closed.number, moved.number)} == {
        concept.number: "2.0.0",
        tested.number: "2.0.0",
        closed.number: "1.0.0",
        moved.number: "1.0.0",
    }
    assert [u.number for u in undoable(town.world, boss, "proef")] == [concept.number, tested.number]


def test_an_upgrade_and_a_move_at_the_same_time_one_of_them_loses(town: Town) -> None:
    to = store_kader(town.world, town.who("beheerder"), yaml_text=proef())
    for _ in range(5):
        dossier = town.at("concept")
        revision = dossier.revision

        def move(number: str = dossier.number, seen: int = revision) -> Any:
            return move_dossier(town.world, town.who("steller"), number, transition="vraag-toets", revision=seen)

        def upgrade(number: str = dossier.number, seen: int = revision) -> Any:
            return upgrade_dossier(town.world, town.who("beheerder"), number, to=to, revision=seen)

        won, lost = race(move, upgrade)
        assert len(won) == len(lost) == 1
        assert isinstance(lost[0], StaleDossier)
        now = town.dossier(dossier.number)
        assert now.revision == revision + 1
        assert (now.state, now.kader.version) == (
            ("toetsing", "1.0.0") if isinstance(won[0], Moved) else ("concept", "2.0.0")
        )


def race(*acts: Callable[[], Any]) -> tuple[list[Any], list[Exception]]:
    """What the acts gave that won, and the errors of those that lost, all started at once."""
    won: list[Any] = []
    lost: list[Exception] = []
    start = threading.Barrier(len(acts))

    def run(act: Callable[[], Any]) -> None:
        start.wait()
        try:
            won.append(act())
        except StaleDossier as error:
            lost.append(error)

    threads = [threading.Thread(target=run, args=(act,)) for act in acts]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(30)
    return won, lost
