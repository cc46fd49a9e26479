"""Sentences of planning: how a date was counted, and why a plan cannot be kept."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # sums
    "plan-na": "{length} na {start}",
    "plan-voor": "{length} vóór {end}",
    "plan-reces": "een week in {title}",
    "plan-termijnenwet-lang": (
        "deze wettelijke termijn is langer dan 12 weken of 90 dagen en schuift niet op (Algemene termijnenwet, art. 4)"
    ),
    "plan-termijnenwet-kort": "in de termijn moeten twee werkdagen zitten (Algemene termijnenwet, art. 2)",
    "plan-duur-onbekend": "Hoe lang deze stap duurt, is niet bekend. Het plan rekent er geen dagen voor.",
    "plan-duur-open": "Hoe lang deze stap duurt, is niet bekend. Daarom heeft wat erna komt nog geen datum.",
    "plan-volgende": "Uiterlijk {day}: dan moet '{title}' beginnen.",
    "plan-vergadering": "De raad vergadert op {day}.",
    "plan-uiterlijk": "Uiterlijk {point}",
    "plan-kwartaal": "kwartaal {number} van {year}; de laatste werkdag daarvan",
    "plan-datum": "{day}, zoals in het proceskader staat",
    "plan-anker-onbekend": "Deze dag hangt af van {anchor}; dat is nog niet bekend.",
    "plan-hard": "Dit is een wettelijke termijn: {law}.",
    "plan-sinds": "Deze stap begon op {day}.",
    "plan-begint-na": "Deze stap begint als '{title}' klaar is.",
    "plan-vandaag": "Deze stap loopt nog; eerder dan vandaag kan hij niet klaar zijn.",
    # anchors
    "plan-anker-raadsvergadering": "de raadsvergadering",
    "plan-anker-begin": "het begin van het dossier",
    "plan-anker-toestand": "het begin van stap '{id}'",
    "plan-anker-overgang": "de stap '{id}'",
    "plan-anker-moment": "het moment '{id}'",
    # feasibility
    "plan-onhaalbaar": (
        "{wished} is niet haalbaar. '{title}' moet daarvoor uiterlijk {latest} beginnen en kan op zijn vroegst "
        "{earliest} beginnen."
    ),
    "plan-onhaalbaar-laatste": (
        "{wished} is niet haalbaar. '{title}' moet daarvoor uiterlijk {latest} klaar zijn en is op zijn vroegst "
        "{earliest} klaar."
    ),
    "plan-vroegst": "De eerste raadsvergadering die gehaald kan worden, is op {day}.",
    "plan-vroegst-onbekend": (
        "In de kalender staat geen raadsvergadering die gehaald kan worden. Vul de kalender aan of kies zelf een datum."
    ),
    "plan-geen-vergadering": "Op {day} vergadert de raad volgens de kalender niet.",
    "plan-in-reces": "{day} valt in {title}.",
    # shifting
    "plan-schuif-later": "'{title}' zou klaar zijn op {old} en wordt {new}: {days} later.",
    "plan-schuif-eerder": "'{title}' zou klaar zijn op {old} en wordt {new}: {days} eerder.",
    "plan-schuif-mee": "Stappen die daarna komen en meeschuiven: {count}.",
    "plan-schuif-stap": "Was {old}; {days} opgeschoven met een eerdere stap: {new}.",
    "plan-schuif-gold": "Eerder gerekend:",
    "plan-schuif-raad": "De raadsvergadering was {old} en wordt {new}.",
    "plan-stilstand": "De klok stond stil van {since} tot {until}: {days}.",
    "plan-termijn-was": "De termijn was {old} en wordt {new}.",
    "plan-raad-wordt": "De raadsvergadering is {day}.",
    "plan-raad-was": "De raadsvergadering was {old} en wordt {new}.",
    # why not
    "plan-niet-uw-rol": "U gaat nu niet over de planning van dit dossier.",
    "plan-ontbreekt": "Dit dossier heeft nog geen plan. Maak eerst een plan.",
    "plan-opgeschort": "Dit dossier is opgeschort. Laat de klok eerst weer lopen.",
    "plan-wacht-al": "Er wacht al een verschuiving op instemming van: {names}.",
    "plan-wet": "'{title}' moet uiterlijk {day} klaar zijn. Dat staat in de wet ({law}) en kan niet schuiven.",
    "plan-stap-onbekend": "Deze stap staat niet in het plan, of heeft geen datum.",
    "plan-datum-voorbij": "Deze dag is al voorbij. Kies een dag vanaf vandaag.",
    "plan-geen-werkdag": "Op deze dag wordt niet gewerkt. Kies een werkdag.",
    "plan-zelfde-dag": "Dit is dezelfde dag als nu. Kies een andere dag.",
    "plan-geen-besluit": "Op deze weg neemt de raad geen besluit meer. Er is niets om naar terug te rekenen.",
    "al-opgeschort": "Dit dossier is al opgeschort.",
    "niet-opgeschort": "De klok van dit dossier loopt al.",
    "dossier-opgeschort": "Dit dossier is opgeschort. Laat bij de planning de klok eerst weer lopen.",
    "instemming-niet-gevraagd": "Er is geen verschuiving die op instemming wacht.",
    "instemming-wie": "Deze persoon hoeft niet, of niet meer, in te stemmen.",
    "instemming-ja": "{name} stemt in.",
    "instemming-nee": "{name} stemt niet in.",
    "evaluatie-leeg": "Beantwoord minstens één vraag.",
    "evaluatie-niet-uw-rol": "Met uw rol doet u niet mee aan dit proces.",
    "evaluatie-vraag-goed": "Wat ging goed in het proces tot nu toe?",
    "evaluatie-vraag-beter": "Wat kan beter?",
    "evaluatie-vraag-afspraak": "Wat spreken wij daarover af?",
    # what happened
    "gebeurtenis-gepland": "Planning gemaakt",
    "gebeurtenis-verschoven": "Planning verschoven",
    "gebeurtenis-opgeschort": "Dossier opgeschort",
    "gebeurtenis-hervat": "Klok loopt weer",
    "gebeurtenis-instemming-gevraagd": "Instemming gevraagd met een verschuiving",
    "gebeurtenis-instemming": "Antwoord op een verschuiving",
    "gebeurtenis-proces-evaluatie": "Proces kort geëvalueerd",
    # the pages
    "planning-datum-nodig": "Kies een dag.",
    "planning-antwoord-nodig": "Kies wat het antwoord is.",
    "planning-bewaard": "De planning is bijgewerkt. De oude data blijven zichtbaar.",
    "planning-wacht": "De verschuiving wacht op instemming. Tot die tijd geldt de oude planning.",
    "planning-instemming-bewaard": "Het antwoord is vastgelegd.",
    "planning-instemming-klaar": "Iedereen stemt in. De nieuwe planning geldt.",
    "planning-suspend": "De klok staat stil. Het dossier heeft nu geen termijn.",
    "planning-hervat": "De klok loopt weer.",
    "planning-evaluation": "Uw antwoorden zijn bewaard.",
}
