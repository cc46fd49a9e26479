"""Sentences of the web area: code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {
    # error pages: what happened, what to do
    "web-fout-400-titel": "Deze aanvraag klopt niet",
    "web-fout-400-advies": "Ga terug naar de vorige bladzijde, controleer wat u invulde en probeer het opnieuw.",
    "web-fout-401-titel": "U bent niet ingelogd",
    "web-fout-401-advies": "Log in en probeer het opnieuw. Wat u hebt getypt, staat nog op de vorige bladzijde.",
    "web-fout-403-titel": "U mag dit niet openen of doen",
    "web-fout-403-advies": "Uw rol geeft hier geen toegang toe. Moet u dit wel kunnen? Vraag het de beheerder.",
    "web-fout-404-titel": "Deze bladzijde is er niet",
    "web-fout-404-advies": "Controleer het adres. Misschien is het dossier niet openbaar, of moet u eerst inloggen.",
    "web-fout-405-titel": "Dit adres kunt u niet zo gebruiken",
    "web-fout-405-advies": "Ga naar de beginbladzijde en kies vanaf daar wat u wilt doen.",
    "web-fout-409-titel": "Iemand anders was u voor",
    "web-fout-409-advies": (
        "Het dossier is gewijzigd nadat u deze bladzijde opende. Er is niets opgeslagen. Ga terug, kopieer wat u hebt "
        "getypt, vernieuw de bladzijde en kijk of uw wijziging nog nodig is."
    ),
    "web-fout-413-titel": "Dit bestand is te groot",
    "web-fout-413-advies": (
        "Een bestand mag niet groter zijn dan 25 MB en geplakte tekst niet langer dan 2 miljoen tekens. "
        "Haal grote afbeeldingen of bijlagen uit het document en probeer het opnieuw."
    ),
    "web-fout-429-titel": "Het is nu te druk",
    "web-fout-429-advies": "Wacht een minuut en probeer het dan opnieuw. Er is niets verloren gegaan.",
    "web-fout-500-titel": "Er ging bij ons iets mis",
    "web-fout-500-advies": (
        "Probeer het over een paar minuten opnieuw. Blijft het misgaan? Meld het de beheerder, met de tijd en het "
        "adres van deze bladzijde."
    ),
    "web-fout-csrf-advies": (
        "De bladzijde stond te lang open, of uw browser bewaart geen cookies. Ga terug, vernieuw de bladzijde en "
        "verstuur het formulier opnieuw."
    ),
    # fields
    "web-veld-onbruikbaar": "Dit kan zo niet. Vul iets anders in.",
    "web-veld-te-lang": "Dit zijn {length} tekens. Houd het bij {most} tekens.",
    "web-veld-te-kort": "Dit zijn {length} tekens. Gebruik er minstens {least}.",
    # toets without account
    "web-toets-niets": "Plak de tekst van uw concept, of kies een bestand.",
    "web-toets-beide": "U hebt tekst geplakt én een bestand gekozen. Haal een van de twee weg.",
    "web-toets-te-lang": "Deze tekst is {length} tekens lang. De grens is {most} tekens.",
    "web-toets-onleesbaar": "Dit bestand kunnen wij niet lezen. Bewaar het als docx en probeer het opnieuw.",
    # signing in
    "web-inloggen-naam": "Vul het e-mailadres in waarmee u inlogt.",
    "web-inloggen-wachtwoord": "Vul uw wachtwoord in.",
    "web-inloggen-fout": (
        "Dit e-mailadres en dit wachtwoord horen niet bij elkaar. Controleer beide en probeer het opnieuw."
    ),
    "web-inloggen-wacht": "Er is te vaak geprobeerd in te loggen. Wacht een kwartier en probeer het dan opnieuw.",
    # people
    "web-persoon-naam": "Vul de naam in.",
    "web-persoon-login": "Vul een e-mailadres in, zoals naam@gemeente.nl.",
    "web-persoon-rol": "Kies minstens één rol.",
    "web-wachtwoord-uitleg": "Minstens {least} tekens. Een zin van vier woorden is sterk en makkelijk te onthouden.",
    "web-wachtwoord-gewijzigd": "Uw wachtwoord is gewijzigd. Op andere apparaten bent u nu uitgelogd.",
    "web-persoon-bewaard": "De gegevens van {name} zijn bewaard.",
    "web-persoon-toegevoegd": "{name} kan nu inloggen.",
}
