"""Steps about versions of a proceskader: bringing one in, taking it in use, upgrading a dossier, and back again."""

from __future__ import annotations

import re
from collections.abc import Mapping

import pytest
from pytest_bdd import given, parsers, then, when

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidContent
from sdprocess.engine.guards import words
from sdprocess.services import queries
from sdprocess.services.kader_versions import choose_kader, export_kader, import_kader, shared_ref
from sdprocess.services.preview_kader import PreviewRow, preview_upgrade
from sdprocess.services.upgrade_dossier import undo_upgrade, upgrade_dossier
from tests.bdd.town import Town


def changed(town: Town, version: str, *changes: tuple[str, str]) -> bytes:
    """The file of the town's kader with another version and other words."""
    _, data = export_kader(town.world, town.people["Beheer"], town.kader, "1.0.0")
    text = data.decode().replace('versie: "1.0.0"', f'versie: "{version}"')
    for old, new in changes:
        assert old in text, old
        text = text.replace(old, new)
    return text.encode()


def dossier_of(town: Town) -> Dossier:
    return queries.dossier_page(town.world, town.people["Noor"], town.number).card.dossier


def previewed(town: Town, version: str, state_map: Mapping[str, str]) -> None:
    new = town.world.library.workflows[shared_ref(town.world, town.kader, version)]
    found = preview_upgrade(town.world, town.people["Beheer"], new, state_map=state_map)
    (row,) = found.rows
    town.notes["row"] = row


def row_of(town: Town) -> PreviewRow:
    row = town.notes["row"]
    assert isinstance(row, PreviewRow)
    return row


@when(parsers.parse('de beheerder versie "{version}" invoert, waarin "{old}" nu "{new}" heet'))
def brings_in(town: Town, version: str, old: str, new: str) -> None:
    town.error = None
    data = changed(town, version, (f"titel: {old}\n", f"titel: {new}\n"))
    try:
        import_kader(town.world, town.people["Beheer"], data=data, name="licht.yaml")
    except InvalidContent as error:
        town.error = error


@given(parsers.parse('versie "{version}" bestaat, waarin de toestand "{old}" is vervangen door "{new}"'))
def replaced(town: Town, version: str, old: str, new: str) -> None:
    named = re.compile(rf"(?<=[ \[]){re.escape(old)}(?=[:\n,\]}}])")
    data = named.sub(new, changed(town, version).decode()).encode()
    import_kader(town.world, town.people["Beheer"], data=data, name="licht.yaml")


@when(parsers.parse('de beheerder versie "{version}" in gebruik neemt'))
def takes_in_use(town: Town, version: str) -> None:
    choose_kader(town.world, town.people["Beheer"], town.kader, version)


@when("Noor een tweede dossier opent")
def opens_another(town: Town) -> None:
    town.open("Een tweede dossier")


@when(parsers.parse('de beheerder bekijkt wat versie "{version}" betekent'))
def looks_ahead(town: Town, version: str) -> None:
    previewed(town, version, {})


@when(parsers.parse('de beheerder bekijkt wat versie "{version}" betekent en "{old}" voortzet in "{new}"'))
def looks_ahead_with_a_map(town: Town, version: str, old: str, new: str) -> None:
    previewed(town, version, {old: new})


@when(parsers.parse('de beheerder het dossier bijwerkt naar versie "{version}" en "{old}" voortzet in "{new}"'))
def upgrades(town: Town, version: str, old: str, new: str) -> None:
    to = shared_ref(town.world, town.kader, version)
    revision = dossier_of(town).revision
    done = upgrade_dossier(
        town.world, town.people["Beheer"], town.number, to=to, state_map={old: new}, revision=revision
    )
    assert isinstance(done, Dossier), [words(r) for r in done]


@given(parsers.parse('de beheerder heeft het dossier bijgewerkt naar versie "{version}"'))
def has_upgraded(town: Town, version: str) -> None:
    upgrades(town, version, "opstellen", "schrijven")


@given("Noor daarna de volgende stap zet")
def moves_on(town: Town) -> None:
    town.upload("Noor", "sterk")
    town.agree("Noor")
    town.choose("Noor", "Vraag een collega om te toetsen")
    assert not town.refusals, town.reasons()


@when("de beheerder het dossier terugzet")
def takes_back(town: Town) -> None:
    revision = dossier_of(town).revision
    done = undo_upgrade(town.world, town.people["Beheer"], town.number, revision=revision)
    town.refusals = done if isinstance(done, tuple) else ()


@then(parsers.parse('loopt het dossier op versie "{version}"'))
def runs_on(town: Town, version: str) -> None:
    assert dossier_of(town).kader.version == version


@then("is de invoer geweigerd omdat de versie al bestaat")
def refused_as_taken(town: Town) -> None:
    with pytest.raises(InvalidContent, match="bestaat al met een andere inhoud"):
        raise town.error or AssertionError("nothing was refused")


@then(parsers.parse('kan het dossier niet mee, omdat de toestand "{state}" niet meer bestaat'))
def cannot_go_along(town: Town, state: str) -> None:
    (refusal,) = row_of(town).refusals
    assert words(refusal).startswith(f"De toestand '{state}' bestaat niet meer")


@then("kan het dossier mee")
def can_go_along(town: Town) -> None:
    assert not row_of(town).refusals


@then(parsers.parse('staat "{title}" in de geschiedenis'))
def is_in_history(town: Town, title: str) -> None:
    assert title in queries.dossier_page(town.world, town.people["Noor"], town.number).event_titles


@then("is het terugzetten geweigerd")
def undo_refused(town: Town) -> None:
    assert [r.code for r in town.refusals] == ["bijwerken-niets-terug"]
