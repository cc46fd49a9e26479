"""Sentences about versions of proceskaders: keeping, comparing, upgrading, simulating."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # storing
    "kader-versie-bestaat": (
        "versie {version} van {id} bestaat al met een andere inhoud; geef dit bestand een nieuw versienummer"
    ),
    # why a dossier cannot go to another kader
    "bijwerken-gesloten": "Dit dossier is afgesloten en blijft op zijn versie.",
    "bijwerken-zelfde": "Dit dossier loopt al op deze versie.",
    "bijwerken-toestand-vervalt": (
        "De toestand '{state}' bestaat niet meer in het nieuwe proceskader. Kies waar dit dossier verdergaat."
    ),
    "bijwerken-doel-onbekend": (
        "Voor '{state}' is '{name}' gekozen, maar die toestand staat niet in het nieuwe proceskader."
    ),
    "bijwerken-einde": (
        "'{name}' is een einde. Bijwerken sluit geen dossier af; dat kan alleen met een stap van wie aan zet is."
    ),
    "bijwerken-zijde": (
        "In '{name}' zien meer mensen het dossier dan in '{state}'. Bijwerken maakt niets zichtbaar; "
        "dat kan alleen met een stap van wie aan zet is."
    ),
    "bijwerken-procesontwerp": (
        "Dit is het proceskader van een vastgesteld procesontwerp. Het verandert alleen met een nieuw procesontwerp."
    ),
    "bijwerken-niets-terug": "Er is niets terug te draaien: er is niet bijgewerkt, of er is daarna een stap gezet.",
    # history
    "gebeurtenis-bijgewerkt": "Proceskader bijgewerkt naar {title} {version}",
    "gebeurtenis-teruggezet": "Proceskader teruggezet naar {title} {version}",
}
