"""Which addresses stand for each GET route. A route without a sample fails `test_every_route_has_a_sample`."""

from __future__ import annotations

from collections.abc import Mapping

CONCEPT, SELF_CHECK, COLLEAGUE, COLLEGE = "2026-011", "2026-008", "2026-010", "2026-013"
AGENDA, MEETING, DEVIATION, ENDED = "2026-009", "2026-003", "2026-002", "2026-001"
DESIGN, ADOPTED, COUNCILS = "2026-016", "2026-032", "2026-031"
DOSSIERS = (CONCEPT, SELF_CHECK, COLLEAGUE, COLLEGE, AGENDA, MEETING, DEVIATION, ENDED)

SAMPLES: Mapping[str, tuple[str, ...]] = {
    "advies.bekijk": (f"/dossiers/{COLLEGE}/advies/7",),
    "account.account": ("/account",),
    "account.inloggen": ("/inloggen", "/inloggen?volgende=/mijn-werk"),
    "beheer.kaders": ("/beheer/kaders",),
    "beheer.nieuw": ("/beheer/mensen/nieuw",),
    "beheer.overzicht": ("/beheer",),
    "beheer.persoon": ("/beheer/mensen/2",),
    "dossier.overzicht": tuple(f"/dossiers/{number}" for number in DOSSIERS),
    "dossiers.bord": (
        "/dossiers",
        "/dossiers?weergave=tabel",
        "/dossiers?weergave=tijdlijn",
        "/dossiers?zoek=dit-bestaat-niet",
    ),
    "dossiers.nieuw": ("/dossiers/nieuw",),
    "ijken.document": ("/ijken/1",),
    "ijken.overzicht": ("/ijken",),
    "ijken.uitkomst": ("/ijken/uitkomst",),
    "ijken_lezen.lees": ("/ijken/2/lezen",),
    "ijken_lezen.verschillen": ("/ijken/1/verschillen",),
    "kaders.bijwerken": ("/beheer/kaders/licht/bijwerken?van=&naar=1.0.0",),
    "kaders.invoer": ("/beheer/kaders-invoeren",),
    "kaders.vergelijk": ("/beheer/kaders/licht/vergelijk?oud=1.0.0&nieuw=1.0.0",),
    "kaders.versies": ("/beheer/kaders/licht",),
    "kaders.wat_als": ("/beheer/kaders-wat-als",),
    "keuzes.alle": ("/keuzes",),
    "keuzes.lijst": (f"/dossiers/{MEETING}/keuzes",),
    "ontwerp.overzicht": (f"/dossiers/{DESIGN}/procesontwerp", f"/dossiers/{ADOPTED}/procesontwerp"),
    "ontwerp.pagina": tuple(
        f"/dossiers/{DESIGN}/procesontwerp/{name}"
        for name in ("opzet", "stappen", "samenleving", "planning", "organisatie")
    ),
    "ontwerp.versie": (f"/dossiers/{ADOPTED}/procesontwerp/versie/1",),
    "ontwerp_wijziging.vastgesteld": (f"/dossiers/{ADOPTED}/procesontwerp/vastgesteld/1",),
    "ontwerp_wijziging.verschil": (f"/dossiers/{ADOPTED}/procesontwerp/verschil?oud=1&nieuw=2",),
    "openbaar.begin": ("/",),
    "openbaar.voorstel": (f"/voorstellen/{MEETING}", f"/voorstellen/{ENDED}"),
    "openbaar.voorstellen": ("/voorstellen",),
    "planning.jaar": ("/dossiers/plan-en-werkelijkheid",),
    "planning.overzicht": tuple(f"/dossiers/{number}/planning" for number in (CONCEPT, MEETING, ENDED)),
    "raden.lijst": (f"/dossiers/{COUNCILS}/raden",),
    "register.kader": ("/register/1",),
    "register.lijst": ("/register",),
    "register.nieuw": ("/register/nieuw",),
    "raadslid.bereid_voor": tuple(f"/dossiers/{number}/raad" for number in (MEETING, DEVIATION)),
    "toets.formulier": ("/toets",),
    "voorstel.lees": tuple(f"/dossiers/{number}/voorstel" for number in (COLLEAGUE, MEETING)),
    "voorstel.lees_versie": (f"/dossiers/{COLLEAGUE}/voorstel/versie/1",),
    "voorstel.vergelijk": (f"/dossiers/{COLLEAGUE}/vergelijk?oud=1&nieuw=2",),
    "werk.mijn_werk": ("/mijn-werk",),
}
NOT_A_PAGE = frozenset(
    {
        "dossier.bestand",
        "dossiers.lijst",
        "ijken.labels",
        "kaders.bestand",
        "kaders.bundel",
        "keuzes.csv",
        "ontwerp.docx",
        "ontwerp.pdf",
        "planning.als_csv",
        "planning.evaluatie_als_csv",
        "planning.jaar_als_csv",
        "raadslid.vragen",
        "register.csv",
        "static.bestand",
        "static.gezond",
    }
)
"""Files and the health check: nothing for a person to look at."""
