"""Sentences about advice and parafen: asking, answering, waiting."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    "gebeurtenis-advies-gevraagd": "Advies gevraagd",
    "gebeurtenis-advies-gegeven": "Advies gegeven",
    "gebeurtenis-advies-ingetrokken": "Advies teruggenomen",
    "gebeurtenis-advies-vervanger": "Iemand anders om advies gevraagd",
    "gebeurtenis-advies-heropend": "Opnieuw advies nodig, want de tekst is veranderd",
    "advies-gebeurtenis": "{title}: {verdict}.",
    "advies-gebeurtenis-reden": "{title}. {reason}",
    "advies-gebeurtenis-vervanger": "{title}: gevraagd aan {person}. {reason}",
    # verdicts
    "advies-akkoord-woord": "akkoord",
    "advies-akkoord-met-opmerking-woord": "akkoord met opmerking",
    "advies-niet-akkoord-woord": "niet akkoord",
    # what was typed, why not
    "advies-kies": "Kies akkoord, akkoord met opmerking of niet akkoord.",
    "advies-tekst-nodig": "Schrijf op wat u meegeeft, of waarom u niet akkoord bent.",
    "advies-kies-persoon": "Kies iemand die dit advies kan geven.",
    "advies-niet-aan-u": "Dit is niet aan u gevraagd.",
    "advies-niet-van-u": "U kunt alleen uw eigen advies terugnemen.",
    "advies-eigen-stuk": "U bent zelf de steller. Over uw eigen stuk geeft u geen advies.",
    "advies-nog-niet-aan-beurt": "Eerst is iemand anders aan de beurt.",
    # what silence means
    "advies-stilte-akkoord": "Hoort niemand iets voor die tijd, dan geldt dat als akkoord.",
    "advies-stilte-geen-advies": "Hoort niemand iets voor die tijd, dan gaat het dossier door zonder dit advies.",
    "advies-stilte-blijft-open": "Zonder antwoord blijft de vraag open staan.",
    # how it stands
    "advies-stand-wacht": "wacht op wie hiervoor aan de beurt is",
    "advies-stand-open": "gevraagd",
    "advies-stand-gegeven": "binnen",
    "advies-stand-stil-akkoord": "stilzwijgend akkoord",
    "advies-stand-stil-geen-advies": "geen advies gekregen",
    "advies-over-oud": "over versie {old}; nu geldt versie {new}",
    "advies-over-niets": "van voor er een stuk was; nu geldt versie {new}",
    "advies-niemand": "nog niemand met deze functie",
    "werk-advies": "Geef uw advies: {title}",
    "werk-paraaf": "Geef uw paraaf: {title}",
    "wacht-op-advies": "{title} ({who})",
    "advies-intussen": "Intussen is het stuk of deze vraag veranderd. Kijk wat er nu staat en stuur het opnieuw.",
    # said after an act
    "advies-gedaan-advies": "Uw advies is bewaard.",
    "advies-gedaan-paraaf": "Uw paraaf is bewaard.",
    "advies-gedaan-ingetrokken": "U heeft uw advies teruggenomen. De vraag staat weer open.",
    "advies-gedaan-vervanger": "De vraag is nu aan {person}.",
}
