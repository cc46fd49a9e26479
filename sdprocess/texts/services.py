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
    # what was typed
    "veld-leeg": "Vul dit in.",
    "veld-lang": "Dit is te lang. Maak het korter.",
    "nummer-vorm": "Een dossiernummer is een jaar en een volgnummer, zoals 2026-014.",
    "nummer-bestaat": "Dit dossiernummer is al in gebruik.",
    "naam-leeg": "Vul een naam in.",
    "login-vorm": "Vul een e-mailadres in.",
    "login-bestaat": "Er is al iemand met dit e-mailadres.",
    "rol-onbekend": "Deze rol bestaat niet.",
    "rollen-twee-zijden": (
        "Iemand kan niet bij het college en bij de raad horen. Kies rollen van één kant: "
        "steller, toetser en college, of griffie, agendacommissie en raadslid."
    ),
    "wachtwoord-kort": "Kies een wachtwoord van minstens 12 tekens.",
    "wachtwoord-lang": "Kies een wachtwoord van hoogstens 200 tekens.",
    "wachtwoord-raadbaar": "Dit wachtwoord is te raden. Kies een ander, bijvoorbeeld vier losse woorden.",
    "wachtwoord-oud-klopt-niet": "Uw huidige wachtwoord klopt niet.",
    "document-zelfde": "Dit bestand is gelijk aan de vorige versie. Kies het bestand met uw wijzigingen.",
    "vraag-onbekend": "Deze vraag staat niet in de checklist.",
    "vraag-dubbel": "Een vraag staat er twee keer in.",
    "vraag-soort": "Kies of de vraag technisch of politiek is.",
    "vragen-te-veel": "U heeft te veel vragen op uw lijst.",
    "oordeel-kies": "Kies een oordeel: ja, deels, nee of niet van toepassing.",
    "oordeel-reden": "Schrijf op waarom u anders oordeelt, of waarom de vraag niet van toepassing is.",
    "citaat-niet-gevonden": "Deze woorden staan niet zo in het voorstel. Neem ze letterlijk over.",
    # the errors themselves
    "niet-gevonden": "Dit bestaat niet, of u kunt het niet zien.",
    "niet-toegestaan": "Dit mag u niet doen.",
    "intussen-gewijzigd": "Iemand anders was u voor. Bekijk wat er nu staat en doe het opnieuw als dat nog nodig is.",
    "invoer-ongeldig": "Er klopt iets niet in wat u invulde.",
    # why not
    "te-vaak": "U heeft te vaak geprobeerd in te loggen. Wacht {minutes} minuten en probeer het opnieuw.",
    "geen-rol": "Dit kan alleen iemand met een van deze rollen: {roles}.",
    "er-zijn-al-mensen": "Er zijn al mensen met een account.",
    "laatste-beheerder": "Dit is de laatste beheerder. Maak eerst iemand anders beheerder.",
    "dossier-gesloten": "Dit dossier is afgesloten.",
    "dossier-zonder-stukken": "Bij dit proceskader horen geen stukken.",
    "oordeel-niet-uw-rol": "Met uw rol kunt u de vragen van dit voorstel niet beoordelen.",
    "besluit-niet-hier": "Dit dossier ligt nog niet bij de raad.",
    "al-vrijgegeven": "Deze versie is al vrijgegeven.",
    "geen-demo": "Dit is geen demo-omgeving.",
    "controle-kader-weg": "Het {kind} {id} {version} is er niet meer, maar er loopt nog een dossier op.",
    # lists
    "stap-agenderen": "Agenderen",
    "stap-voorbereiden": "Voorbereiden",
    "stap-vaststellen": "Vaststellen",
    "stap-uitvoeren": "Uitvoeren",
    "stap-evalueren": "Evalueren",
    "stap-aanpassen": "Aanpassen",
    "werk-eerst": "Kan nog niet: {reason}",
    "werk-bereid-voor": "Bereid de vergadering voor",
    "werk-besluit": "Leg vast wat de raad besluit",
    "werk-kies": "Kies de volgende stap",
    "werk-oordeel": "Geef bij elke vraag uw oordeel",
    "werk-kijk-mee": "Bekijk het voorstel",
    "gebeurtenis-verplaatst": "Van {old} naar {new}",
    "gebeurtenis-zelfde-stap": "Opnieuw bij {new}",
    "gebeurtenis-geopend": "Dossier begonnen",
    "gebeurtenis-versie": "Nieuwe versie van het voorstel",
    "gebeurtenis-toets": "Voorstel getoetst",
    "gebeurtenis-beoordeeld": "Vragen beoordeeld",
    "gebeurtenis-vrijgegeven": "Voorstel vrijgegeven",
    "gebeurtenis-besluit": "Besluit van de raad vastgelegd",
}
