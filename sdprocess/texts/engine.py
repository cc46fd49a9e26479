"""Sentences of the engine and planning: why something may not happen, and how a date was counted."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # guards
    "rol-ontbreekt": "Dit kan alleen iemand met de rol {roles}.",
    "rol-andere-steller": "Dit kan alleen de steller van dit dossier.",
    "rol-andere-indiener": "Dit kan alleen wie het dossier indiende.",
    "reden-ontbreekt": "Schrijf op waarom u dit doet.",
    "document-ontbreekt": "Er is nog geen voorstel toegevoegd.",
    "toets-ontbreekt": "Het voorstel is nog niet getoetst.",
    "toets-oudere-versie": "De toets gaat over een oudere versie. Toets de nieuwe versie.",
    "zelftoets-onvolledig": "De zelftoets is niet af. Nog open: {questions}.",
    "collegiale-toets-onvolledig": "De collegiale toets is niet af. Nog open: {questions}.",
    "griffietoets-onvolledig": "De toets van de griffie is niet af. Nog open: {questions}.",
    "checklist-leeg": "Bij dit dossier hoort geen checklist. Daarom is niet vast te stellen of alles beantwoord is.",
    "criterium-te-laag": "Criterium {criterion}: {answered} van {total} vragen met ja beantwoord. Nodig: {least}.",
    "criterium-niet-beoordeeld": "Criterium {criterion} is niet beoordeeld. Nodig: {least}.",
    "collega-is-steller": "De collegiale toets is door de steller zelf gedaan. Vraag een ander.",
    "zelfde-persoon": "U bent zelf de steller. Vraag iemand anders om dit te doen.",
    "vrijgave-ontbreekt": "Het voorstel is nog niet vrijgegeven.",
    "vrijgave-oudere-versie": "Een oudere versie is vrijgegeven. Geef de nieuwe versie vrij.",
    "advies-open": "Nog niet binnen: {title}.",
    "advies-open-tot": "Nog niet binnen: {title}. De termijn loopt tot en met {day}.",
    "advies-te-laat": "Nog niet binnen: {title}. De termijn liep tot en met {day}.",
    "advies-wacht-op-beurt": "Nog niet binnen: {title}. Eerst is iemand anders aan de beurt.",
    "advies-te-weinig": "{given} van de {needed} die nodig zijn, zijn binnen. Gevraagd: {titles}.",
    "advies-te-weinig-akkoord": "{given} van de {needed} die nodig zijn, zijn akkoord.",
    "advies-niet-akkoord": "{title}: {person} is niet akkoord.",
    "een-van-nodig": "Eén van deze is genoeg: {options}",
    "een-van-kop": "Eén van deze is genoeg:",
    # moves
    "overgang-onbekend": "Deze stap bestaat niet in dit proceskader.",
    "overgang-niet-hier": "Deze stap kan niet vanuit '{state}'.",
    "vrijgave-niet-voorzien": "In dit proceskader wordt niets vrijgegeven.",
    "geschiedenis-gebroken": "De gebeurtenissen van dit dossier sluiten niet op elkaar aan (gebeurtenis {seq}).",
    # examples in a workflow file
    "voorbeeld-geweigerd": "stap {step} ({move}) moest lukken, maar is geweigerd: {reasons}",
    "voorbeeld-gelukt": "stap {step} ({move}) moest geweigerd worden door {expected}, maar lukte",
    "voorbeeld-andere-weigering": "stap {step} ({move}) moest geweigerd worden door {expected}, maar door {given}",
    "voorbeeld-andere-toestand": "stap {step} ({move}) moest in '{expected}' komen, maar kwam in '{given}'",
    # planning
    "planning-onbekend": "De termijn is onbekend.",
    "planning-overgeslagen": "; niet meegeteld: {days}",
    "planning-gesloten": "gemeentehuis gesloten",
    "planning-kalender-op": "De kalender is bekend tot en met {year}. Controleer deze datum later opnieuw.",
}
