"""Sentences of the procesontwerp: code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # what a compiled kader says
    "ontwerp-bron": "Het procesontwerp van dit dossier, gemaakt van het proceskader {title}, versie {version}.",
    "ontwerp-doet-mee": "doet mee",
    "ontwerp-zet-verder": "Ga door naar: {title}",
    "ontwerp-zet-einde": "Sluit het dossier: {title}",
    "ontwerp-zet-terug": "Ga terug naar: {title}",
    "ontwerp-voorbeeld-kan": "Kan: {title}",
    "ontwerp-voorbeeld-vrijgave": "Kan: vrijgeven",
    "ontwerp-voorbeeld-weigering": "Wordt geweigerd: {name}",
    "ontwerp-voorbeeld-rol": "Wordt geweigerd: iemand met een andere rol",
    "ontwerp-voorbeeld-reden": "Dit is een voorbeeld.",
    # the parties, and what may be asked of them
    "ontwerp-actor-inwoners": "Inwoners",
    "ontwerp-actor-raad": "Raad",
    "ontwerp-actor-belanghebbenden": "Belanghebbenden",
    "ontwerp-actor-organisatie": "Ambtelijke organisatie",
    "ontwerp-actor-college": "College",
    "ontwerp-niemand": "nog niemand",
    "ontwerp-vraag-niets": "niets",
    "ontwerp-vraag-informeren": "informeren: zij horen wat er speelt",
    "ontwerp-vraag-raadplegen": "raadplegen: zij geven hun mening",
    "ontwerp-vraag-meewegen": "meewegen: zij wikken en wegen mee over de keuzes",
    "ontwerp-vraag-kiezen": "kiezen: zij kiezen uit scenario's",
    # the choices in words
    "ontwerp-nog-te-kiezen": "[nog te kiezen]",
    "ontwerp-schrijver-medewerker": "een medewerker van de gemeente",
    "ontwerp-schrijver-raadsadviseur": "een raadsadviseur van de griffie",
    "ontwerp-schrijver-samen": "een medewerker en een raadsadviseur samen",
    "ontwerp-schrijver-werksessie": "raad, college en organisatie samen in een werksessie",
    "ontwerp-vaststellen-kennisgeving": "ter kennisgeving",
    "ontwerp-vaststellen-vaststelling": "ter vaststelling",
    "ontwerp-reikwijdte-proces": "Dit ontwerp stelt alleen kaders voor het proces.",
    "ontwerp-reikwijdte-inhoud": (
        "Dit ontwerp stelt kaders voor het proces en geeft ook deze inhoudelijke kaders mee:"
    ),
    "ontwerp-wanneer-onbekend": "nog niet bekend",
    "ontwerp-wanneer-kwartaal": "kwartaal {number} van {year}",
    # what a discussienotitie holds
    "ontwerp-notitie-gelijk": "wat gelijk blijft",
    "ontwerp-notitie-was": "was: hoe het nu is",
    "ontwerp-notitie-wordt": "wordt: hoe het kan worden",
    "ontwerp-notitie-routes": "de routes om daar te komen",
    "ontwerp-notitie-voordelen": "de voordelen van elke route",
    "ontwerp-notitie-nadelen": "de nadelen van elke route",
    "ontwerp-notitie-kosten": "de kosten van elke route",
    "ontwerp-notitie-risicos": "de risico's en mogelijk onvoorziene gevolgen van elke route",
    # what cannot be
    "ontwerp-bestaat": "Dit dossier heeft al een procesontwerp.",
    "ontwerp-vast": "Dit procesontwerp is vastgesteld en kan niet meer veranderen.",
    "ontwerp-te-veel": "Dit zijn er te veel. Houd het bij hoogstens dertig.",
    "ontwerp-stappen-te-veel": "Dit zijn te veel stappen. Houd het bij hoogstens veertig.",
    "ontwerp-stap-moet": "Deze stap kan niet weg: het proces begint ermee, of de raad besluit erin.",
    "ontwerp-begin-moet": "De eerste stap van het proceskader blijft de eerste stap.",
    "ontwerp-keuze-onbekend": "Kies een van de mogelijkheden.",
    "ontwerp-tekens": "Hier staat een teken dat niet kan. Typ het opnieuw.",
    "gebeurtenis-procesontwerp": "Procesontwerp begonnen",
    # the five questions of an information phase
    "ontwerp-info-nu": "Wat doen we nu, hoe doen we dat en hoeveel geven we daaraan uit?",
    "ontwerp-info-speelt": "Wat speelt er nu, in het land en in onze gemeente? Welke cijfers en trends zijn er?",
    "ontwerp-info-ervaring": "Wat zijn de ervaringen met dit beleid, ook van partners en van inwoners die het betreft?",
    "ontwerp-info-ruimte": "Welke ruimte is er: aan welke knoppen kan de raad draaien?",
    "ontwerp-info-anders": "Wat zou de raad anders kunnen doen, wat doen anderen, en wat kost dat?",
}
