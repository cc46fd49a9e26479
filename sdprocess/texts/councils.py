"""Sentences about several councils in one dossier."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # guard
    "raden-ontbreken": "Noem eerst minstens twee raden die hierover besluiten.",
    "raden-open": "Nog niet besloten: {names}.",
    # events
    "gebeurtenis-raad": "Raden",
    "raad-erbij": "{name} doet mee",
    "raad-eraf": "{name} doet niet meer mee",
    "raad-gewijzigd": "{name}: datum of tekst gewijzigd",
    "raad-nog-niet": "{name} moet nog besluiten",
    "raad-stemt-in": "{name} stemt in, zonder zienswijze",
    "raad-zienswijze": "{name} dient een zienswijze in",
    "raad-stemt-niet-in": "{name} stemt niet in",
    "raad-uitkomst-nog-niet": "nog niet besloten",
    "raad-uitkomst-stemt-in": "stemt in, zonder zienswijze",
    "raad-uitkomst-zienswijze": "dient een zienswijze in",
    "raad-uitkomst-stemt-niet-in": "stemt niet in",
    # pages
    "raad-toegevoegd": "De raad van {name} staat in de lijst.",
    "raad-bewaard": "De raad van {name} is bijgewerkt.",
    "raad-weg": "De raad van {name} is van de lijst.",
    # problems
    "raad-naam-nodig": "Vul de naam van de gemeente in.",
    "raad-dubbel": "Deze raad staat al in de lijst.",
    "raad-te-veel": "Dit dossier heeft al zestig raden.",
    "raad-datum-nodig": "Vul in wanneer deze raad besloot.",
    "raad-datum-later": "Deze dag moet nog komen.",
    "raad-besloot-al": "Deze raad heeft al besloten en blijft in de lijst.",
    "raden-niet-hier": "In dit dossier houdt u geen lijst van raden bij.",
}
