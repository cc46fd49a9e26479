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
    "bijwerken-intussen": "Dit dossier is intussen veranderd. Bekijk opnieuw wat bijwerken betekent.",
    # library
    "kader-controlegetal": (
        "Het controlegetal hoort niet bij dit bestand. Het bestand is onderweg veranderd, of het is een ander bestand."
    ),
    "kader-bundel-vorm": "Dit bestand is geen proceskader en ook geen bundel met versies.",
    "kader-bundel-anders": "Een versie in de bundel hoort bij een ander proceskader of een ander nummer.",
    "kader-geen-tekst": "Dit bestand is geen tekst in UTF-8. Een proceskader is een YAML-bestand.",
    "kader-bestand-veranderd": "Dit bestand is veranderd sinds het programma startte. Dat mag niet.",
    "kader-bestand-weg": "Dit bestand is niet te openen.",
    # pages
    "web-kaders-niet": "Dossier {number} is niet veranderd: {reason}",
    "web-kaders-bestand": "Kies een bestand.",
    "web-kaders-yaml": "Een YAML-bestand van één versie, of een JSON-bestand met alle versies.",
    "web-kaders-getal": "Mag leeg blijven. Vult u het in, dan wordt een ander bestand geweigerd.",
    "web-kaders-ingevoerd": "{id} {version} is bewaard. Nieuwe dossiers krijgen het pas als u het in gebruik neemt.",
    "kader-niet-leesbaar": "Bewaard, maar de regels van deze versie van het programma laten dit niet meer toe.",
    # the command line
    "hulp-kaders-vergelijk": "het verschil tussen twee versies",
    "hulp-kaders-vergelijk-uitleg": (
        "Vergelijkt twee bestanden (A.yaml B.yaml), of twee versies van deze installatie (ID OUD NIEUW). "
        "Bij versies staat er ook welke lopende dossiers in een toestand staan die vervalt."
    ),
    "hulp-kaders-wat": "twee bestanden, of een id en twee versies",
    "hulp-kaders-versies": "de versies in deze installatie, wat in gebruik is en hoeveel dossiers erop lopen",
    "hulp-kaders-id": "het id van een proceskader",
    "hulp-kaders-versie-of-alle": "een versie, zoals 1.1.0; zonder versie gaan alle versies in één bestand",
    "hulp-kaders-versie": "een versie, zoals 1.1.0",
    "hulp-kaders-gebruik": "kies welke versie nieuwe dossiers krijgen; 'geen' haalt het proceskader uit gebruik",
    "hulp-kaders-bijwerken": "lopende dossiers naar een andere versie; zonder --ja alleen vooraf bekijken",
    "hulp-kaders-van": "alleen dossiers op deze versie",
    "hulp-kaders-dossier": "alleen dit dossier",
    "hulp-kaders-toestand": "waar dossiers in een oude toestand verdergaan; mag vaker",
    "hulp-kaders-ja": "voer het uit",
    "hulp-kaders-reden": "waarom; komt in de geschiedenis van elk dossier",
    "hulp-kaders-door": "e-mailadres van de beheerder die dit doet",
    "hulp-kaders-terugzetten": "draai de laatste bijwerking van een dossier terug; kan tot de volgende stap",
    "hulp-kaders-nummer": "nummer van het dossier, zoals 2026-014",
    "hulp-kaders-wat-als": "wat een gewijzigd proceskader betekent voor de lopende dossiers; er wordt niets bewaard",
    "hulp-kaders-uitvoer": (
        "schrijf een versie weg als bestand, of alle versies in één bestand, met het controlegetal ernaast"
    ),
    "hulp-kaders-invoer": "neem een proceskader over uit een bestand; het komt nog niet in gebruik",
    "hulp-kaders-controlegetal": "sha256 van het bestand; anders die uit BESTAND.sha256 als dat ernaast staat",
    "hulp-kaders-uit": "map voor de bestanden; anders de huidige",
    "cli-kaders-wie": "Noem met --door het e-mailadres van een beheerder met een account dat aan staat.",
    "cli-kaders-vergelijk-vorm": "Geef twee bestanden, of een id en twee versies.",
    "cli-kaders-gelijk": "Er is geen verschil.",
    "cli-kaders-verschil": "{mark} {place}: {old} → {new}",
    "cli-kaders-verschil-nieuw": "{mark} {place}: {new}",
    "cli-kaders-verschil-weg": "{mark} {place}: {old}",
    "cli-kaders-vervalt": "Dossier {number} staat in een toestand die vervalt: {state}.",
    "cli-kaders-versie": "{id:<24} {version:<8} {sha}  {origin:<28} {use:<11} {running:>5} lopend",
    "cli-kaders-in-gebruik": "in gebruik",
    "cli-kaders-gekozen": "Nieuwe dossiers krijgen nu {id} {version}.",
    "cli-kaders-uit-gebruik": "{id} is uit gebruik. Lopende dossiers gaan gewoon door.",
    "cli-kaders-geen-dossiers": "Er loopt geen dossier waarvoor dit iets betekent.",
    "cli-kaders-rij": "{number}  {before} → {after}",
    "cli-kaders-rij-gelijk": "{number}  blijft in: {before}",
    "cli-kaders-rij-niet": "{number}  kan niet: {reason}",
    "cli-kaders-termijn": "    termijn: {old} → {new}{late}",
    "cli-kaders-te-laat": " (te laat)",
    "cli-kaders-geen-termijn": "onbekend",
    "cli-kaders-beurt": "    aan zet: {old} → {new}",
    "cli-kaders-dicht": "    kan niet meer: {titles}",
    "cli-kaders-open": "    kan nu wel: {titles}",
    "cli-kaders-gevraagd": "    wordt ook gevraagd: {titles}",
    "cli-kaders-vervallen-vraag": "    wordt niet meer gevraagd: {titles}",
    "cli-kaders-niets-gedaan": (
        "Er is niets veranderd. Dossiers die mee kunnen: {count}. Voeg --ja toe om ze bij te werken."
    ),
    "cli-kaders-wat-als-klaar": (
        "Er is niets bewaard. Lopende dossiers: {count}. Merken iets: {changed}. Kunnen niet mee: {refused}."
    ),
    "cli-kaders-bijgewerkt": "Bijgewerkt: {count}. Niet bijgewerkt: {refused}.",
    "cli-kaders-teruggezet": "Dossier {number} staat weer op {id} {version}.",
    "cli-kaders-geschreven": "{path}  {sha}",
    "cli-kaders-ingevoerd": "{id} {version} is bewaard ({sha}). Nieuwe dossiers krijgen het pas na 'kaders gebruik'.",
    "cli-kaders-toestand-vorm": "Schrijf een toestand als oud=nieuw, bijvoorbeeld toetsen=meelezen.",
    # history
    "kader-toestand-onbekend": "Een gekozen toestand bestaat niet.",
    "cli-kaders-kies-toestand": "Kies waar {title} ({count}) verdergaat: --toestand {state}=...",
    "gebeurtenis-bijgewerkt": "Proceskader bijgewerkt naar {title} {version}",
    "gebeurtenis-teruggezet": "Proceskader teruggezet naar {title} {version}",
}
