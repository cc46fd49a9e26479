"""The register as a csv file: what is taken, and what each mistake says."""

from __future__ import annotations

from datetime import date

import pytest

from sdprocess.content.register import InvalidRegister, key_of, read_register

GOOD = """titel;soort;orgaan;datum;nummer;thema;vindplaats;vervalt
Woonvisie 2030;visie;de raad;2025-03-27;RV 2025-014;Wonen;https://raad.voorbeeld.nl/014;31-12-2030
Motie Groene daken;motie;de raad;onbekend;;;;
"""


def test_a_list_from_a_spreadsheet_is_read() -> None:
    vision, motion = read_register(GOOD.encode("utf-8-sig"), "lijst.csv")
    assert (vision.title, vision.kind, vision.adopted_on) == ("Woonvisie 2030", "visie", date(2025, 3, 27))
    assert (vision.expires_on, vision.source) == (date(2030, 12, 31), "lijst.csv")
    assert (motion.adopted_on, motion.number) == (None, "")


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252"])
def test_the_encodings_of_excel_are_understood(encoding: str) -> None:
    data = "titel;soort\nNota Ouderenbeleid één loket;nota\n".encode(encoding)
    assert read_register(data, "x.csv")[0].title == "Nota Ouderenbeleid één loket"


@pytest.mark.parametrize("sign", [";", ",", "\t"])
def test_the_columns_may_be_parted_by(sign: str) -> None:
    data = f"soort{sign}titel\nplan{sign}Fietsplan\n".encode()
    assert read_register(data, "x.csv")[0].title == "Fietsplan"


WRONG = [
    ("leeg", "", "Het bestand is leeg"),
    ("geen kolomnamen", "Woonvisie;visie\n", "De kolom 'titel' ontbreekt"),
    ("kolom onbekend", "titel;soort;kleur\nA;plan;rood\n", "De kolom 'kleur' is onbekend"),
    ("kolom dubbel", "titel;soort;titel\nA;plan;B\n", "De kolom 'titel' staat er twee keer in"),
    ("titel leeg", "titel;soort\n ;plan\n", "Regel 2: de titel is leeg"),
    ("soort onbekend", "titel;soort\nFietsplan;fiets\n", "Regel 2: de soort is 'fiets'"),
    ("geen datum", "titel;soort;datum\nFietsplan;plan;30 februari\n", "Regel 2: '30 februari' bij datum is geen datum"),
    ("dag bestaat niet", "titel;soort;datum\nFietsplan;plan;2025-02-30\n", "Regel 2: '2025-02-30' bij datum"),
    ("dubbel", "titel;soort;nummer\nA;plan;7\nB;plan;7\n", "Regel 3: dit staat al op regel 2"),
    ("te veel cellen", "titel;soort\nA;plan;x\n", "Regel 2: er zijn meer cellen dan kolommen"),
    ("te lang", f"titel;soort\n{'a' * 501};plan\n", "Regel 2: de tekst bij titel is te lang"),
    ("geen csv", "titel;soort\nA\x00;plan\n", "Dit is geen csv-bestand"),
]


@pytest.mark.parametrize(("data", "sentence"), [w[1:] for w in WRONG], ids=[w[0] for w in WRONG])
def test_a_mistake_is_named_with_its_line(data: str, sentence: str) -> None:
    with pytest.raises(InvalidRegister) as caught:
        read_register(data.encode(), "x.csv")
    assert any(s.startswith(sentence) for s in caught.value.sentences), caught.value.sentences


def test_all_mistakes_come_at_once_and_a_flood_is_counted() -> None:
    with pytest.raises(InvalidRegister) as caught:
        read_register(("titel;soort\n" + ";plan\n" * 80).encode(), "x.csv")
    assert len(caught.value.sentences) == 51
    assert caught.value.sentences[-1] == "En nog 30 andere."


def test_the_number_makes_an_entry_the_same_and_without_one_title_and_day() -> None:
    first, second = read_register(b"titel;soort;nummer\nA;plan;RV 7\nB;plan;RV-8\n", "x.csv")
    same = read_register(b"titel;soort;nummer\nAnders;plan;rv-7\n", "x.csv")[0]
    assert key_of(first) == key_of(same) != key_of(second)
    old, new = read_register(b"titel;soort;datum\nA;plan;2020-01-01\nA;plan;2024-01-01\n", "x.csv")
    assert key_of(old) != key_of(new)
