"""Lists as csv for a Dutch Excel: BOM, `;`, CRLF, and no cell that a spreadsheet would run as a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence

from sdprocess.services.views import DossierCard

Cell = str | int | None
BOM = "\ufeff"
FORMULA_STARTS = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What makes a spreadsheet read a cell as a formula (OWASP); the full-width forms count in some locales."""

DOSSIER_COLUMNS = (
    "Nummer",
    "Titel",
    "Portefeuille",
    "Thema",
    "Kader",
    "Stap",
    "Toestand",
    "Aan zet",
    "Steller",
    "Termijn",
    "Werkdagen tot termijn",
    "Raadsvergadering",
    "Open vragen",
)


def neutral(text: str) -> str:
    """The text, with an apostrophe before it when a spreadsheet would take it for a formula."""
    return f"'{text}" if text.lstrip(" ").startswith(FORMULA_STARTS) else text


def csv_bytes(columns: Sequence[str], rows: Iterable[Sequence[Cell]]) -> bytes:
    """UTF-8 csv. Whole numbers stay numbers; None is an empty cell; every text is neutralised."""
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=";", lineterminator="\r\n")
    writer.writerow([neutral(c) for c in columns])
    for row in rows:
        writer.writerow([neutral(c) if isinstance(c, str) else c for c in row])
    return (BOM + out.getvalue()).encode()


def dossiers_csv(cards: Iterable[DossierCard]) -> bytes:
    """The dossier table as csv, in the order of `cards`. Open questions are empty when the viewer may not see them."""
    return csv_bytes(DOSSIER_COLUMNS, (_row(card) for card in cards))


def _row(card: DossierCard) -> tuple[Cell, ...]:
    d = card.dossier
    return (
        d.number,
        d.title,
        d.portfolio,
        d.theme,
        card.kader_title,
        card.step_title,
        card.state_title,
        ", ".join(card.turn),
        card.steller,
        card.term.day.isoformat() if card.term.day else None,
        card.term.working_days,
        d.council_date.isoformat() if d.council_date else None,
        card.open_questions,
    )
