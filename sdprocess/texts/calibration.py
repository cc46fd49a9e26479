"""Sentences of calibrating: labels, figures and the pages around them. Code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # a file with labels
    "label-geen-json": "dit is geen json-object: {given}",
    "label-sleutel": "het veld '{key}' ontbreekt",
    "label-tekst": "het veld '{key}' moet een tekst zijn die niet leeg is",
    "label-vraag-onbekend": "vraag '{question}' staat niet in deze checklist",
    "label-waarde": "'{given}' kan niet in het veld '{key}'; kies uit {allowed}",
    "label-citaten": "het veld 'quotes' moet een lijst van teksten zijn",
    "label-dubbel": "dit stuk heeft bij deze vraag al een label op regel {line}",
    "label-geen": "er staat geen enkel label in dit bestand",
    # the command
    "hulp-ijk": "vergelijkt de toets met wat lezers vonden",
    "hulp-ijk-uitleg": (
        "Toetst de stukken in een map en vergelijkt de oordelen met de labels van lezers: kappa, gelijk, gemist,\n"
        "verzonnen, bewijs en nvt, per vraag en per groep, met de verwarringstabel. Wat de cijfers betekenen en hoe\n"
        "het bestand met labels eruitziet, staat in docs/ijking.md."
    ),
    "hulp-ijk-map": "map met de stukken; een stuk heet zoals het veld 'doc' van zijn labels",
    "hulp-ijk-labels": "bestand met de labels, een regel json per stuk en vraag",
    "hulp-ijk-formaat": "vorm van de uitkomst (standaard: tekst)",
    "hulp-ijk-groep": "groepen: het begin van de naam tot het eerste streepje, de submap, of geen (standaard: naam)",
    "hulp-ijk-verschillen": "toont ook elk stuk en elke vraag waar de toets en de lezers verschillen",
    "hulp-ijk-j": "zoveel documenten tegelijk (standaard: {processes})",
    "hulp-ijk-exitcodes": (
        "exitcodes:\n"
        "  0  alle stukken met labels zijn gemeten\n"
        "  1  minstens één stuk ontbreekt of kon niet worden beoordeeld\n"
        "  2  verkeerd gebruik, of een fout in de labels\n"
        "  3  het programma of de inhoud heeft een fout"
    ),
    "ijk-geen-map": "{folder} is geen map",
    "ijk-labels-weg": "het bestand met labels is niet te lezen: {file}",
    "ijk-labels-fout": "De labels hebben fouten. Er is niets gemeten.",
    "ijk-labels-meer": "... en nog {count} fouten.",
    "ijk-dubbel": "van dit stuk staan meer bestanden in de map, kies er een: {names}",
    "ijk-geen-stuk": "in {folder} staat geen enkel stuk waar labels van zijn. Gezocht is onder meer naar: {names}.",
    "ijk-ontbreekt": "Geen bestand gevonden voor {count} stuk(ken) met labels: {names}. Die tellen niet mee.",
    "ijk-niet-beoordeeld": "Niet beoordeeld, telt als grootste verschil: {document}: {reason}",
    # the outcome
    "ijk-kop": "{documents} stukken, {pairs} labels, checklist {checklist}",
    "ijk-per-vraag": "Per vraag",
    "ijk-per-groep": "Per groep",
    "ijk-zonder": "Zonder één groep",
    "ijk-ernaast": "Ter vergelijking",
    "ijk-alles": "De toets over alle stukken",
    "ijk-tabel": "Waar het oordeel viel: links wat de lezers vonden, boven wat de toets zei",
    "ijk-verschillen": "Verschillen",
    "ijk-lezers": "lezer a tegen lezer b",
    "ijk-altijd": "altijd {label}",
    "ijk-zonder-groep": "zonder {name}",
    "ijk-toets": "de toets",
    "ijk-marge": "marge (95 van de 100)",
    "ijk-vraag": "vraag",
    "ijk-groep": "groep",
    "ijk-stukken": "stukken",
    "ijk-paren": "labels",
    "ijk-kappa": "kappa",
    "ijk-exact": "gelijk",
    "ijk-missed": "gemist",
    "ijk-invented": "verzonnen",
    "ijk-evidence": "bewijs",
    "ijk-nvt": "nvt-F1",
    "ijk-lezers-toets": "lezers \\ toets",
    "ijk-stuk": "stuk",
    "ijk-lezers-vonden": "lezers",
    "ijk-toets-zei": "toets",
    "ijk-onbekend": "–",
    "ijk-voet-weinig": "Een vraag telt pas mee in het gemiddelde als er minstens {least} stukken een label bij hebben.",
    # calibrating on the pages
    "ijk-lezers-kappa": "kappa lezers",
    "ijken-kies-bestand": "Kies een bestand.",
    "ijken-kies-voorstel": "Kies een vrijgegeven voorstel uit de lijst.",
    "ijken-publiek": "U kunt een stuk alleen delen met uw eigen kant, of met iedereen die mag ijken.",
    "ijken-naam-bestaat": "Er staat al een stuk met deze naam in de lijst. Geef het bestand een andere naam.",
    "ijken-stuk-bestaat": "Ditzelfde stuk staat al in de lijst.",
    "ijken-toegevoegd": "{name} staat in de lijst. Nu moeten twee mensen het lezen.",
    "ijken-leest-al": "U bent al lezer van dit stuk.",
    "ijken-eigen-voorstel": "U schreef dit voorstel zelf. Laat twee anderen het lezen.",
    "ijken-vol": "Dit stuk heeft al twee lezers.",
    "ijken-geen-lezer": "U bent geen lezer van dit stuk. Er is niets bewaard.",
    "ijken-ingeleverd": "U hebt uw antwoorden al ingeleverd. Daarna kunt u ze niet meer wijzigen.",
    "ijken-antwoord-ontbreekt": "Deze vraag heeft nog geen antwoord.",
    "ijken-bewaard": "Uw antwoorden zijn bewaard. U kunt later verdergaan.",
    "ijken-klaar": "U bent klaar met dit stuk.",
    "ijken-nog-niet-beide": "De antwoorden zijn te zien als beide lezers klaar zijn.",
    "ijken-geen-verschil": "De twee lezers gaven overal hetzelfde antwoord. Er valt niets te beslissen.",
    "ijken-samen": (
        "U bent een van de twee lezers. Beslis samen met de andere lezer en vink dat aan, of laat een derde beslissen."
    ),
    "ijken-reden": "Schrijf op waarom dit antwoord telt.",
    "ijken-beslist": "De beslissing is bewaard.",
    "ijken-plaats-bezet": "Deze plaats is net door iemand anders genomen, of u leest dit stuk al.",
    "ijk-voet-uitleg": "Wat de cijfers betekenen en wat niet: docs/ijking.md.",
}
