"""Sentences of the content area: what is wrong in a workflow, checklist or other content file."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # the file itself
    "yaml-te-groot": "het bestand is te groot: {size} bytes, de grens is {limit}",
    "yaml-codering": "het bestand is geen UTF-8: op deze regel staat een teken dat niet te lezen is",
    "yaml-tab": "hier staat een tab in de inspringing; gebruik spaties",
    "yaml-leeg": "het bestand is leeg",
    "yaml-onleesbaar": "dit is geen geldige YAML: {detail}",
    "yaml-meer-documenten": "het bestand bevat meer dan één document; haal de regel '---' weg",
    "yaml-dubbele-sleutel": "de sleutel '{key}' staat hier voor de tweede keer (eerst op regel {first})",
    "yaml-sleutel": "een sleutel moet een gewoon woord zijn",
    "yaml-label": "het label '{tag}' mag hier niet",
    "yaml-te-diep": "de inhoud is te diep genest: meer dan {limit} lagen",
    "yaml-verwijzingen": "er staan te veel verwijzingen (*) in het bestand: samen meer dan {limit} onderdelen",
    "yaml-verwijzing-onbekend": "de verwijzing '*{anchor}' verwijst naar niets",
    "bestand-onleesbaar": "het bestand is niet te openen: {detail}",
    # shape, from the model
    "sleutel-onbekend": "de sleutel '{key}' bestaat hier niet",
    "sleutel-ontbreekt": "de sleutel '{key}' ontbreekt",
    "soort-tekst": "'{key}' moet tekst zijn, maar is {given}; zet de waarde tussen aanhalingstekens",
    "soort-getal": "'{key}' moet een getal zijn, maar is {given}",
    "soort-ja-nee": "'{key}' moet true of false zijn, maar is {given}",
    "soort-lijst": "'{key}' moet een lijst zijn, maar is {given}",
    "soort-blok": "'{key}' moet een blok met sleutels zijn, maar is {given}",
    "waarde-keuze": "'{key}' is {given}; kies uit {allowed}",
    "waarde-leeg": "'{key}' mag niet leeg zijn",
    "waarde-grens": "'{key}' is {given}; dat valt buiten de grenzen ({detail})",
    "waarde-vorm": "'{key}' heeft niet de goede vorm ({given})",
    "waarde-fout": "'{key}' klopt niet: {detail}",
    # library
    "bestand-id": "het id is '{given}', maar de map heet '{expected}'",
    "bestand-versie": "de versie is '{given}', maar het bestand heet '{expected}'",
    "kader-gewijzigd": "{id} {version} is veranderd sinds het dossier begon; een uitgegeven bestand verandert niet",
    # a proceskader
    "proces-toestand-onbekend": "'{name}' is geen toestand van dit proceskader",
    "proces-overgang-onbekend": "'{name}' is geen overgang van dit proceskader",
    "proces-rol-onbekend": "de rol '{name}' staat niet onder 'rollen'",
    "proces-rol-ongebruikt": "de rol '{name}' wordt nergens gebruikt",
    "proces-id-bezet": "een overgang mag niet '{name}' heten; dat woord is al bezet",
    "proces-naar-zichzelf": "de overgang gaat van '{name}' naar '{name}'; zo verandert er niets",
    "proces-mits-vorm": "schrijf hier één voorwaarde (met daaronder haar gegevens) of één groep ('alle' of 'een-van')",
    "proces-groep-klein": "noem onder '{key}' minstens twee voorwaarden",
    "proces-guard-onbekend": "de voorwaarde '{name}' bestaat niet; kies uit {known}",
    "proces-guard-ingebouwd": "de voorwaarde '{name}' schrijft u met de sleutel '{key}', niet onder 'mits'",
    "proces-minimum-leeg": "noem minstens één criterium",
    "proces-minimum-vorm": "criterium {criterion}: '{least}' is geen aantal (1, 2, ...) en geen deel ('50%')",
    "proces-duur-vorm": (
        "'{given}' is geen duur; schrijf bijvoorbeeld 15 werkdagen, 14 dagen, 6 weken of 3 raadsweken"
    ),
    "proces-uiterlijk-vorm": (
        "'{given}' is geen termijn; schrijf een duur (15 werkdagen), een datum (2027-03-01), 'kwartaal 2 2027', "
        "'onbekend', of een dag bij een moment: '4 weken voor raadsvergadering', '10 werkdagen na toestand griffie', "
        "'6 weken na overgang bied-aan', 'op moment begroting'"
    ),
    "proces-datum-onbestaand": "'{given}' is geen dag die bestaat",
    "proces-termijn-leeg": "een termijn noemt een 'duur', een 'uiterlijk' of allebei",
    "proces-termijn-wet": "een termijn die onbekend is, kan niet in een wet staan",
    "proces-termijn-einde": "dit is een einde; daar loopt geen termijn meer",
    "proces-moment-onbekend": "het moment '{name}' staat niet in de kalender",
    # a calendar
    "kalender-dag": "'{given}' is geen dag die bestaat; schrijf jaar, maand en dag, zoals 2027-03-01",
    "kalender-dag-jaarlijks": "'{given}' is geen dag die elk jaar bestaat; schrijf bijvoorbeeld '15 november'",
    "kalender-omgekeerd": "de laatste dag ligt vóór de eerste dag",
    "kalender-vergaderingen-leeg": "noem een 'regel', 'dagen' of allebei",
    "kalender-moment": "schrijf of 'op', of 'voor'",
    "kalender-dubbel": "{day} staat er twee keer",
    "kalender-in-reces": "op {day} vergadert de raad niet: dat valt in {title}",
    "kalender-na-einde": "{day} ligt na de laatste dag die bekend is ({until})",
    # a proceskader, its graph
    "proces-begin-ontbreekt": "geen enkele toestand heeft 'begin: true'",
    "proces-begin-dubbel": "er is al een begin: '{first}'",
    "proces-eind-ontbreekt": "geen enkele toestand heeft 'eind: true'",
    "proces-eind-verlaten": "'{name}' is een einde; daar gaat geen overgang meer vandaan",
    "proces-eiland": "geen enkel pad vanaf het begin komt hier",
    "proces-val": "vanaf hier is er geen pad naar een einde",
    "proces-niemand-aan-zet": "noem onder 'wie_aan_zet' wie hier iets moet doen",
    "proces-terug-zonder-reden": "dit gaat terug naar een eerdere toestand; schrijf 'reden: verplicht'",
    "proces-overdracht-ontbreekt": "hierna ziet de raadskant het dossier; schrijf 'overdracht: true'",
    "proces-overdracht-te-veel": "dit is geen stap van het college naar de raadskant; haal 'overdracht' weg",
    "proces-voorbeeld-uitkomst": "schrijf óf 'komt_in' óf 'geweigerd'",
    "proces-voorbeeld-ontbreekt": "geen enkel voorbeeld laat zien dat deze overgang kan",
    "proces-weigering-ontbreekt": "geen enkel voorbeeld laat zien dat '{name}' tegenhoudt",
    "proces-checklist-onbekend": "er is geen checklist '{name}'",
    "proces-criterium-onbekend": "criterium '{name}' staat niet in checklist '{checklist}'",
}
