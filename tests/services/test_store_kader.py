from __future__ import annotations

import hashlib
from dataclasses import replace

import pytest

from sdprocess.domain.errors import InvalidContent, NotAllowed, NotFound
from sdprocess.domain.findings import ContentRef
from sdprocess.services.ports import DossierFilter, World
from sdprocess.services.queries import board
from sdprocess.services.store_kader import put_kader, store_kader
from tests.services.conftest import Town
from tests.services.kader_texts import RENAMED, proef


def refused(town: Town, text: str) -> list[str]:
    with pytest.raises(InvalidContent) as caught:
        store_kader(town.world, town.who("beheerder"), yaml_text=text, name="nieuw.yaml")
    return [str(problem) for problem in caught.value.problems]


def versions(world: World) -> list[str]:
    return [ref.version for ref in world.library.workflow_refs() if ref.id == "proef"]


def bound(town: Town, number: str, text: str) -> ContentRef:
    with town.world.uow(write=True) as uow:
        dossier = uow.dossiers.get(number)
        ref = put_kader(
            uow, town.world, town.who("griffie"), yaml_text=text, origin="procesontwerp", dossier_id=dossier.id
        ).ref
        uow.commit()
    return ref


def test_a_stored_kader_is_found_by_its_reference_and_keeps_its_bytes(town: Town) -> None:
    text = proef("2.0.0") + "\n# één opmerking\r\n"
    ref = store_kader(town.world, town.who("beheerder"), yaml_text=text)
    assert ref.sha256 == hashlib.sha256(text.encode()).hexdigest()
    assert town.world.library.pinned_workflow(ref).ref == ref
    with town.world.uow() as uow:
        stored = uow.kaders.get(ref)
    assert stored is not None
    assert (stored.text, stored.actor, stored.origin, stored.at) == (text, "Beheerder", "import", town.clock.now())


def test_another_process_sees_at_once_what_was_stored(town: Town) -> None:
    other = replace(town.world)
    assert versions(other) == ["1.0.0"]
    ref = store_kader(town.world, town.who("beheerder"), yaml_text=proef("2.0.0"))
    assert versions(other) == ["1.0.0", "2.0.0"]
    assert ref in other.library.workflows


def test_storing_changes_nothing_for_new_dossiers(town: Town) -> None:
    store_kader(town.world, town.who("beheerder"), yaml_text=proef("2.0.0"))
    store_kader(town.world, town.who("beheerder"), yaml_text=proef("1.0.0", id="ander"))
    assert town.world.library.in_use()["proef"].version == "1.0.0"
    assert "ander" not in town.world.library.in_use()
    assert town.opened().kader.version == "1.0.0"
    with pytest.raises(NotFound):
        town.opened(kader_id="ander")


def test_every_problem_is_told_with_its_line_and_nothing_is_stored(town: Town) -> None:
    bad = proef(
        "2.0.0", ("door: [steller, toetser]", "door: [steller, burgemeester]"), ("termijn: 10", "termijn: tien")
    )
    assert [line.partition(": ")[0] for line in refused(town, bad)] == ["nieuw.yaml:22"]
    unknown = proef("2.0.0", ("checklist: raadsvoorstel", "checklist: bestaat-niet"))
    assert refused(town, unknown) == ["nieuw.yaml:7: er is geen checklist 'bestaat-niet'"]
    example = proef("2.0.0", ("komt_in: klaar", "komt_in: raad"))
    assert refused(town, example)[0].startswith("nieuw.yaml:96: voorbeeld 'Recht door'")
    assert versions(town.world) == ["1.0.0"]


@pytest.mark.parametrize("there", ["file", "database"])
def test_a_version_that_is_there_is_never_stored_with_other_bytes(town: Town, there: str) -> None:
    version = {"file": "1.0.0", "database": "2.0.0"}[there]
    first = store_kader(town.world, town.who("beheerder"), yaml_text=proef(version))
    assert store_kader(town.world, town.who("beheerder"), yaml_text=proef(version)) == first
    (told,) = refused(town, proef(version) + "# anders\n")
    assert told.startswith(f"nieuw.yaml:3: versie {version} van proef bestaat al met een andere inhoud")
    assert versions(town.world).count(version) == 1


def test_only_a_beheerder_stores_for_all(town: Town) -> None:
    with pytest.raises(NotAllowed):
        store_kader(town.world, town.who("griffie"), yaml_text=proef())


def test_the_kader_of_one_dossier_is_not_offered_to_others(town: Town) -> None:
    dossier = town.opened()
    ref = bound(town, dossier.number, proef("1.0.0", id="ontwerp-2026-001"))
    assert town.world.library.pinned_workflow(ref).title == "Proefkader"
    assert "ontwerp-2026-001" not in town.world.library.in_use()
    with pytest.raises(NotFound):
        town.opened(kader_id="ontwerp-2026-001")
    other = town.opened()
    with pytest.raises(InvalidContent):
        bound(town, other.number, proef("1.0.0", id="ontwerp-2026-001"))


def test_what_was_rolled_back_is_not_known(town: Town) -> None:
    with town.world.uow(write=True) as uow:
        ref = put_kader(uow, town.world, town.who("griffie"), yaml_text=proef(), origin="import").ref
    assert ref not in town.world.library.workflows
    assert ref not in town.world.library.workflow_refs()


def test_a_board_finds_a_dossier_by_the_step_of_a_stored_kader(town: Town) -> None:
    dossier = town.at("concept")
    ref = bound(town, dossier.number, proef("1.0.0", *RENAMED, ("stap: voorbereiden", "stap: agenderen"), id="eigen"))
    with town.world.uow(write=True) as uow:
        now = uow.dossiers.get(dossier.number)
        uow.dossiers.save(replace(now, kader=ref), now.revision)
        uow.commit()
    shown = board(town.world, town.who("steller"), DossierFilter(step="agenderen"))
    assert [card.dossier.number for card in shown.cards] == [dossier.number]
    assert [card.dossier.number for card in shown.columns[0].cards] == [dossier.number]
    assert shown.kaders == (("eigen", "Proefkader"),)


def test_a_kader_that_the_rules_of_today_refuse_stays_out_and_is_told(town: Town) -> None:
    store_kader(town.world, town.who("beheerder"), yaml_text=proef("2.0.0"))
    with town.world.uow(write=True) as uow:
        good = uow.kaders.version("proef", "2.0.0")
        assert good is not None
        old = replace(good, ref=ContentRef("proef", "3.0.0", "0" * 64), text="schema: proceskader/0\n")
        uow.kaders.add(old)
        uow.commit()
    world = replace(town.world)
    assert versions(world) == ["1.0.0", "2.0.0"]
    assert_broken(world, old.ref)


def assert_broken(world: World, ref: ContentRef) -> None:
    with pytest.raises(NotFound):
        world.library.pinned_workflow(ref)
    assert "proceskader/0" in str(world.library.broken()[ref].problems[0])
