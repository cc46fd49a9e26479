"""Sentences of the content area: what is wrong in a workflow, checklist or other content file."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # the file itself
    "yaml-te-groot": "het bestand is te groot: {size} bytes, de grens is {limit}",
    "yaml-codering": "het bestand is geen UTF-8: op deze regel staat een teken dat niet te lezen is",
    "yaml-tab": "hier staat een tab in de inspringing; gebruik spaties",
    "yaml-leeg": "het bestand is leeg",
    "yaml-onleesbaar": "dit is geen geldige YAML: {detail}",
    "yaml-meer-documenten": "het bestand bevat meer dan één document; haal de regel '---' weg",
    "yaml-dubbele-sleutel": "de sleutel '{key}' staat hier voor de tweede keer (eerst op regel {first})",
    "yaml-sleutel": "een sleutel moet een gewoon woord zijn",
    "yaml-label": "het label '{tag}' mag hier niet",
    "yaml-te-diep": "de inhoud is te diep genest: meer dan {limit} lagen",
    "yaml-verwijzingen": "er staan te veel verwijzingen (*) in het bestand: samen meer dan {limit} onderdelen",
    "yaml-verwijzing-onbekend": "de verwijzing '*{anchor}' verwijst naar niets",
    "bestand-onleesbaar": "het bestand is niet te openen: {detail}",
    # shape, from the model
    "sleutel-onbekend": "de sleutel '{key}' bestaat hier niet",
    "sleutel-ontbreekt": "de sleutel '{key}' ontbreekt",
    "soort-tekst": "'{key}' moet tekst zijn, maar is {given}; zet de waarde tussen aanhalingstekens",
    "soort-getal": "'{key}' moet een getal zijn, maar is {given}",
    "soort-ja-nee": "'{key}' moet true of false zijn, maar is {given}",
    "soort-lijst": "'{key}' moet een lijst zijn, maar is {given}",
    "soort-blok": "'{key}' moet een blok met sleutels zijn, maar is {given}",
    "waarde-keuze": "'{key}' is {given}; kies uit {allowed}",
    "waarde-leeg": "'{key}' mag niet leeg zijn",
    "waarde-grens": "'{key}' is {given}; dat valt buiten de grenzen ({detail})",
    "waarde-vorm": "'{key}' heeft niet de goede vorm ({given})",
    "waarde-fout": "'{key}' klopt niet: {detail}",
    # library
    "bestand-id": "het id is '{given}', maar de map heet '{expected}'",
    "bestand-versie": "de versie is '{given}', maar het bestand heet '{expected}'",
    "versie-vorm": "'{key}' is '{given}'; schrijf drie getallen met punten, zoals '1.0.0'",
    "kader-gewijzigd": "{id} {version} is veranderd sinds het dossier begon; een uitgegeven bestand verandert niet",
    "kader-onbekend": "er is geen {kind} '{id}' met versie '{version}'",
}
