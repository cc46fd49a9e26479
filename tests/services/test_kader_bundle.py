"""All versions of a proceskader in one file: byte for byte the same after the round trip, and all of them or none."""

from __future__ import annotations

import hashlib
import json

import pytest

from sdprocess.domain.errors import InvalidContent, InvalidInput, NotAllowed, NotFound
from sdprocess.services.kader_bundle import export_bundle, import_bundle, is_bundle
from sdprocess.services.store_kader import store_kader
from tests.services.conftest import Town
from tests.services.kader_texts import FILE, RENAMED, proef

ODD = proef("2.0.0") + "\n# één opmerking,\ttab\r\n"


def sha(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()


def bundle(*texts: str, id_: str = "proef", **changes: str) -> bytes:
    versions = [{"versie": f"{n}.0.0", "sha256": sha(t), "tekst": t} | changes for n, t in enumerate(texts, start=1)]
    return json.dumps({"schema": "proceskader-bundel/1", "id": id_, "versies": versions}).encode()


def versions(town: Town) -> dict[str, str]:
    return {ref.version: ref.sha256 for ref in town.world.library.workflow_refs() if ref.id == "proef"}


def test_what_comes_in_goes_out_byte_for_byte(town: Town) -> None:
    boss, first = town.who("beheerder"), FILE.read_text("utf-8")
    refs = import_bundle(town.world, boss, data=bundle(first, ODD, proef("3.0.0", *RENAMED)))
    assert [ref.version for ref in refs] == ["1.0.0", "2.0.0", "3.0.0"]
    out = export_bundle(town.world, boss, "proef")
    found = {one["versie"]: one for one in json.loads(out)["versies"]}
    assert found["2.0.0"]["tekst"] == ODD
    assert {v: one["sha256"] for v, one in found.items()} == versions(town)
    again = import_bundle(town.world, boss, data=out, sha256=hashlib.sha256(out).hexdigest())
    assert again == refs
    assert export_bundle(town.world, boss, "proef") == out
    assert town.world.library.in_use()["proef"].version == "1.0.0"


def test_a_version_that_is_wrong_keeps_all_of_them_out(town: Town) -> None:
    broken = proef("3.0.0", ("naar: toetsing", "naar: nergens"))
    with pytest.raises(InvalidContent) as caught:
        import_bundle(town.world, town.who("beheerder"), data=bundle(FILE.read_text("utf-8"), ODD, broken))
    assert "proef 3.0.0:" in str(caught.value.problems[0])
    assert set(versions(town)) == {"1.0.0"}


def test_a_version_that_is_there_with_other_bytes_keeps_all_of_them_out(town: Town) -> None:
    store_kader(town.world, town.who("beheerder"), yaml_text=proef("2.0.0"))
    before = versions(town)
    with pytest.raises(InvalidContent):
        import_bundle(town.world, town.who("beheerder"), data=bundle(FILE.read_text("utf-8"), ODD, proef("3.0.0")))
    assert versions(town) == before


@pytest.mark.parametrize(
    ("data", "field"),
    [
        pytest.param(b"{", "bestand", id="no JSON"),
        pytest.param(b"[" * 100_000, "bestand", id="too deep"),
        pytest.param(b"{}", "bestand", id="nothing in it"),
        pytest.param(bundle(), "bestand", id="no versions"),
        pytest.param(bundle(ODD, extra="x"), "bestand", id="a key too many"),
        pytest.param(bundle("x").replace(b'"x"', b'"\\ud800"'), "bestand", id="half a sign"),
        pytest.param(b"\xff\xfe", "bestand", id="no UTF-8"),
        pytest.param(bundle(ODD), "bestand", id="another number"),
        pytest.param(bundle(proef("1.0.0"), id_="ander"), "bestand", id="another kader"),
        pytest.param(bundle(proef("1.0.0"), sha256="0" * 64), "controlegetal", id="another hash"),
    ],
)
def test_what_is_no_bundle_is_refused(town: Town, data: bytes, field: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        import_bundle(town.world, town.who("beheerder"), data=data)
    assert set(caught.value.fields) == {field}


def test_the_hash_of_the_whole_is_checked_and_only_a_beheerder_does_this(town: Town) -> None:
    data = bundle(FILE.read_text("utf-8"))
    with pytest.raises(InvalidInput):
        import_bundle(town.world, town.who("beheerder"), data=data, sha256="0" * 64)
    with pytest.raises(NotAllowed):
        import_bundle(town.world, town.who("griffie"), data=data)
    with pytest.raises(NotAllowed):
        export_bundle(town.world, town.who("griffie"), "proef")
    with pytest.raises(NotFound):
        export_bundle(town.world, town.who("beheerder"), "bestaat-niet")


def test_a_kader_of_its_own_is_no_bundle() -> None:
    assert is_bundle(bundle(ODD))
    assert not is_bundle(ODD.encode())
