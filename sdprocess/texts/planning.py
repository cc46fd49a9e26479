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
}
