"""Sentences of the dossier pages: code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # opening a dossier
    "dossier-titel-nodig": "Vul de titel van het dossier in.",
    "dossier-onderwerp-nodig": "Schrijf in één zin waar het dossier over gaat.",
    "dossier-thema-nodig": "Vul het thema in, bijvoorbeeld: schulden en minima.",
    "dossier-portefeuille-nodig": "Vul de portefeuille in waar het dossier bij hoort.",
    "dossier-kader-nodig": "Kies een proceskader.",
    "dossier-vorig-onbekend": "Dit dossier is er niet, of u mag het niet zien. Controleer het nummer.",
    "dossier-datum-fout": "Dit is geen datum. Typ dag, maand en jaar, bijvoorbeeld 03-12-2026.",
    "dossier-geopend": "Dossier {number} is geopend. Upload nu het concept.",
    # changing it
    "dossier-bestand-nodig": "Kies eerst een bestand.",
    "dossier-versie-toegevoegd": "Versie {number} is opgeslagen en getoetst.",
    "dossier-opnieuw-getoetst": "Versie {number} is opnieuw getoetst.",
    "dossier-verplaatst": "Het dossier staat nu bij: {state}.",
    "dossier-vrijgegeven": (
        "Versie {number} is vrijgegeven. De raad kan deze versie lezen zodra het dossier bij de griffie is."
    ),
    "dossier-vrijgegeven-afwijking": "Versie {number} is vrijgegeven, met uw reden voor de afwijking erbij.",
    "dossier-besluit-nodig": "Schrijf op wat de raad heeft besloten.",
    "dossier-besluit-bewaard": "Het besluit is vastgelegd.",
    "dossier-afwijking-nodig": "Schrijf de reden van de afwijking op. De raad leest die mee.",
    # the self-check
    "oordeel-bewaard": "Uw oordeel over {count} is bewaard.",
    "oordeel-niets": "Er is niets veranderd, dus er is niets bewaard.",
    "oordeel-versie-intussen": (
        "Intussen is er versie {current}. Uw oordelen gaan over versie {seen} en zijn niet bewaard. Lees de nieuwe "
        "versie en geef daar uw oordeel; wat u typte, staat hieronder."
    ),
    "oordeel-fout": "Vraag {question}: {problem}",
    # the councillor's list
    "raadslid-vraag-leeg": "Typ de vraag die u wilt stellen, of haal het vinkje weg.",
    "raadslid-bewaard": "Uw lijst is bewaard. U neemt {count} mee.",
}
