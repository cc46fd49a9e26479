"""Sentences about following a draft and about what a new version changed."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "hulp-volg": "blijf kijken: toets opnieuw bij elke keer opslaan en zeg wat er verschilt; stop met Ctrl-C",
    "volg-een-bestand": "met --volg kan maar één bestand, zonder --uit en met --formaat tekst",
    "volg-begin": "Wij volgen {file}. Bewaar het bestand om opnieuw te toetsen; stop met Ctrl-C.",
    "volg-einde": "Gestopt.",
    "volg-stand": "{time}  {parts}  ({open} open, {partly} deels)",
    "volg-niet-beoordeeld": "{time}  Niet beoordeeld. {reason}",
    "volg-onleesbaar": "{time}  Niet te lezen: {reason} Wij blijven kijken.",
    "volg-zelfde": "    geen oordeel is anders",
    "volg-vraag": "  {sign} {question} van {before} naar {after}.",
    "volg-door": "Door: «{passage}»",
    "volg-weg": "Weg is: «{passage}»",
}
