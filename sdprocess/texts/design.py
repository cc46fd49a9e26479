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
    # the five questions of an information phase
    "ontwerp-info-nu": "Wat doen we nu, hoe doen we dat en hoeveel geven we daaraan uit?",
    "ontwerp-info-speelt": "Wat speelt er nu, in het land en in onze gemeente? Welke cijfers en trends zijn er?",
    "ontwerp-info-ervaring": "Wat zijn de ervaringen met dit beleid, ook van partners en van inwoners die het betreft?",
    "ontwerp-info-ruimte": "Welke ruimte is er: aan welke knoppen kan de raad draaien?",
    "ontwerp-info-anders": "Wat zou de raad anders kunnen doen, wat doen anderen, en wat kost dat?",
}
