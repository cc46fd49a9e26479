"""Sentences about kinds of proposal: in a content file, and on a report."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # a content file
    "profiel-soort-dubbel": "de soort '{name}' staat er twee keer",
    "profiel-soort-onbekend": "de soort '{name}' herkent de checklist niet; zie 'herkenning' in de checklist",
    "profiel-vraag-dubbel": "vraag '{name}' staat bij deze soort in meer dan een van 'streng', 'licht' en 'nvt'",
    "profiel-vraag-onbekend": "vraag '{name}' staat niet in de checklist",
    "profiel-onderwerp-leeg": "de soort '{name}' heeft geen 'onderwerp'; alleen de laatste soort mag zonder",
    "profiel-raakt-niet": "voorbeeld bij 'raak' is niet deze soort maar '{kind}': {example}",
    "profiel-raakt-wel": "voorbeeld bij 'mis' is toch '{kind}': {example}",
    # a report
    "voorstelsoort-omdat": "Soort voorstel: {title}. Dat staat in «{words}».",
    "voorstelsoort-zonder": "Soort voorstel: {title}. Het onderwerp wijst niet op een andere soort.",
    "voorstelsoort-gekozen": (
        "Soort voorstel: {title}. Dat koos {by} op {day}: «{reason}». De toets zelf dacht aan: {machine}."
    ),
    "voorstelsoort-opgegeven": "Soort voorstel: {title}. Zo is het opgegeven. De toets zelf dacht aan: {machine}.",
    "voorstelsoort-streng": "Streng: {questions}. Deze vragen komen het eerst.",
    "voorstelsoort-licht": "Licht: {questions}. Hier is een gedeeltelijk antwoord genoeg.",
    "voorstelsoort-nvt": "Past misschien niet: {questions}. Staat er niets, dan zegt een mens of dat een gemis is.",
    "voorstelsoort-inhoud": "Deze indeling staat in {id} {version} en verandert geen oordeel.",
    "voorstelsoort-label-streng": "streng bij deze soort",
    "voorstelsoort-label-licht": "licht bij deze soort",
    "voorstelsoort-label-nvt-voorstel": "past misschien niet bij deze soort",
    "voorstelsoort-onbekend": "er is geen soort voorstel '{name}'. Er zijn: {known}.",
    "voorstelsoort-hulp": "soort voorstel (bijvoorbeeld krediet), als de toets die verkeerd herkent",
    "voorstelsoort-kies": "Kies een soort uit de lijst.",
    "voorstelsoort-reden": "Schrijf op waarom dit voorstel van deze soort is.",
    "voorstelsoort-zelfde": "Dit is de soort die er al staat.",
    "voorstelsoort-niets": "Dit stuk heeft geen tekst om te toetsen, welke soort het ook is.",
    "voorstelsoort-geen": "Bij deze checklist horen geen soorten voorstellen.",
    "voorstelsoort-intussen": "Het dossier is intussen gewijzigd. Kijk of uw keuze nog past en bewaar opnieuw.",
    "gebeurtenis-soort": "Soort voorstel gekozen",
    "voorstelsoort-bewaard": "De soort is nu: {title}. Het voorstel is opnieuw getoetst.",
}
