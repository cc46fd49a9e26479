"""Sentences of the reading area: code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # why a document cannot be read (UnreadableDocument.reason)
    "leeg": "In dit bestand staat geen tekst. Controleer of u het goede bestand koos.",
    "te-groot": "Dit bestand is groter dan {limit} MB. Haal foto's of bijlagen eruit en probeer het opnieuw.",
    "scan": "Deze pdf is een scan: een plaatje van tekst. Die kunnen wij niet lezen. "
    "Gebruik het Word-bestand, of maak de pdf opnieuw vanuit Word.",
    "wachtwoord": "Op dit bestand zit een wachtwoord. Haal het wachtwoord eraf en probeer het opnieuw.",
    "macro": "In dit bestand zitten macro's (kleine programma's). Die laten wij niet toe. "
    "Sla het op als gewoon docx-bestand.",
    "zipbom": "Dit bestand wordt na uitpakken veel te groot. Daarom openen wij het niet. "
    "Sla de tekst op in een nieuw document.",
    "extensie": "De naam eindigt op .{extension}, maar de inhoud is {actual}. "
    "Geef het bestand de goede extensie of sla het opnieuw op.",
    "oud-formaat": "Dit is een oud formaat ({actual}). Open het in Word of LibreOffice en sla het op als docx of odt.",
    "onbekend-soort": "Dit soort bestand lezen wij niet. Gebruik docx, odt, pdf, md of txt.",
    "kapot": "Dit bestand is beschadigd. Open het in het programma waarmee het is gemaakt en sla het opnieuw op.",
    "tijd-op": "Het lezen van dit bestand duurde te lang (meer dan {limit} seconden). "
    "Sla de tekst op in een nieuw, eenvoudig document.",
    "geheugen-op": "Dit bestand vraagt te veel geheugen. Haal foto's en grote tabellen eruit en probeer het opnieuw.",
    "te-veel-paginas": "Dit bestand heeft meer dan {limit} pagina's. "
    "Gebruik alleen het voorstel zelf, zonder bijlagen.",
    "te-veel-tekst": "In dit bestand staat meer dan {limit} MB tekst. "
    "Gebruik alleen het voorstel zelf, zonder bijlagen.",
    "te-veel-regels": "In deze tekst staan meer dan {limit} regels. Gebruik alleen het voorstel zelf, zonder bijlagen.",
    "bestand-weg": "Het bestand {name} is er niet of mag niet worden gelezen.",
    # what the reader of a document must know (ReadingNote.code)
    "lezen-invoeging": "{count} ingevoegde wijziging(en) zijn meegelezen alsof ze zijn aanvaard.",
    "lezen-verwijdering": "{count} doorgehaalde stuk(ken) tekst zijn niet meegelezen.",
    "lezen-opmerking": "{count} opmerking(en) in de kantlijn zijn niet meegelezen.",
    "lezen-verborgen": "{count} stuk(ken) verborgen tekst zijn niet meegelezen.",
    "lezen-inhoudsopgave": "De inhoudsopgave is niet meegelezen ({count} regels).",
    "lezen-pagina-zonder-tekst": "{count} pagina('s) zonder leesbare tekst zijn overgeslagen: {detail}.",
    "lezen-vastgeplakt": "Op {count} plek(ken) waren regels aan elkaar geplakt; die zijn weer losgemaakt.",
    "lezen-kop-in-zin": "{count} kop(pen) stonden midden in een alinea; de tekst is daar geknipt.",
    "lezen-paginaregels": "{count} herhaalde regel(s) boven of onder aan de pagina zijn weggelaten.",
    "lezen-tekens": "Sommige tekens waren niet goed leesbaar ({count}).",
    # problems in the synonym table
    "sectie-dubbel": "het onderdeel {name} staat er twee keer",
    "sectie-patroon": "dit patroon is niet te lezen: {detail}",
}
