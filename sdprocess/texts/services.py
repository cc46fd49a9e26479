"""Sentences of the services area: code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # settings
    "instellingen-ongeldig": "De instellingen kloppen niet:\n{problems}",
    "instelling-onbekend": "De instelling {name} bestaat niet. Kijk of de naam goed is geschreven.",
    "instelling-keuze": "{name} is '{given}'. Kies uit: {allowed}.",
    "instelling-getal": "{name} is '{given}'. Geef een heel getal van {low} tot en met {high}.",
    "instelling-inhoud-map": "SDPROCESS_INHOUD wijst naar {path}. Die map is er niet.",
    "instelling-database": "SDPROCESS_DATABASE_URL begint niet met een bekend soort database. Bekend zijn: {known}.",
    "instelling-geheim-zwak": "SDPROCESS_GEHEIM is te makkelijk te raden. Neem minstens {least} willekeurige tekens.",
    "instelling-productie-https": "In productie moet SDPROCESS_HTTPS op 'ja' staan.",
    "instelling-productie-ontbreekt": "In productie moet u {name} zelf instellen.",
    "instelling-productie-demo": (
        "Deze database bevat demogegevens, met wachtwoorden die iedereen kent. Begin productie met een lege database."
    ),
    "gemeente-onbekend": "uw gemeente",
}
