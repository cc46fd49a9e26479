from __future__ import annotations

from sdprocess.publish.table import as_table


def test_columns_are_as_wide_as_their_widest_cell_and_figures_stand_right() -> None:
    made = as_table(
        ("Nummer", "Dossier", "A"), [("2026-001", "Kort", "4/5"), ("2026-12", "Een langer", "10/12")], right=1
    )
    assert made.splitlines() == [
        "Nummer    Dossier         A",
        "---------------------------",
        "2026-001  Kort          4/5",
        "2026-12   Een langer  10/12",
    ]


def test_a_table_without_rows_is_its_heads() -> None:
    assert as_table(("Naam", "Rol"), []).splitlines() == ["Naam  Rol", "---------"]
