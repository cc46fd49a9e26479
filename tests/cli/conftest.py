from __future__ import annotations

from pathlib import Path

import pytest

DRAFT = """\
# Raadsvoorstel Buurthuis De Linde

## Beslispunten

De raad besluit:

1. Het buurthuis De Linde twee jaar langer open te houden.
2. Hiervoor 80.000 euro per jaar beschikbaar te stellen uit de reserve sociaal domein.

## Aanleiding

De subsidie voor het buurthuis loopt af op 31 december 2027. In het coalitieakkoord van 14 juni 2026 staat dat elke wijk
een plek houdt waar bewoners elkaar ontmoeten. De wijkraad heeft de gemeente gevraagd om het buurthuis open te houden.

## Kanttekeningen

De kosten kunnen hoger worden als het dak moet worden vervangen. De beheerders vinden het plan haalbaar, maar vragen om
een vaste contactpersoon. De wijkraad had liever een besluit voor vijf jaar gezien.
"""
MOTION = """\
# Motie Meer groen in de buurt

De raad van de gemeente, in vergadering bijeen op 12 november 2026,

constaterende dat er in de wijk weinig bomen staan;

overwegende dat bomen helpen tegen de hitte in de zomer en dat bewoners daar al drie jaar om vragen;

verzoekt het college om in het voorjaar een plan te maken voor vijftig nieuwe bomen en de raad daarover te berichten,

en gaat over tot de orde van de dag.
"""


@pytest.fixture
def drafts(tmp_path: Path) -> Path:
    """A folder with two drafts, a motion and a file that is no document."""
    folder = tmp_path / "stukken"
    folder.mkdir()
    (folder / "buurthuis.md").write_text(DRAFT, "utf-8")
    (folder / "kort.txt").write_text(DRAFT.replace("Buurthuis De Linde", "Buurthuis Het Anker"), "utf-8")
    (folder / "motie.md").write_text(MOTION, "utf-8")
    (folder / "kapot.docx").write_bytes(b"PK\x03\x04 dit is geen document")
    return folder
