"""A small checklist, a text and its assessment, put together by hand, so that a report is tested without a judge."""

from __future__ import annotations

import json

from sdprocess.content.checklist import Checklist
from sdprocess.domain.findings import (
    Assessment,
    Element,
    Evidence,
    Finding,
    HeavySentence,
    Profile,
    Readability,
    Recognition,
    Verdict,
)
from sdprocess.domain.text import Paragraph, Quote, ReadingNote, Section, SourceText
from sdprocess.publish.report_view import Report, report_of

NASTY = 'De buurt zegt <script>alert("x")</script> & vraagt *meer* | groen.'
CITED = "De wijkteams vinden het plan haalbaar."
RULE = {
    "id": "r1",
    "soort": "signaalwoorden",
    "element": "partij",
    "woorden": ["wijkteam"],
    "raak": ["Het wijkteam."],
    "mis": ["De wijk."],
}


def question(question_id: str, criterion: str) -> dict[str, object]:
    return {
        "id": question_id,
        "criterium": criterion,
        "bron": "Voorbeeld",
        "vraag_steller": f"Staat {question_id} in het voorstel?",
        "vraag_raadslid": f"Waarom staat {question_id} niet in het voorstel?",
        "gericht_aan": "technisch" if question_id.endswith("1") else "politiek",
        "tip": {"tekst": "Noem wie het doet.", "goed": "De wijkteams doen het.", "zwak": "Er is afgestemd."},
        "elementen": {"partij": "een partij"},
        "regels": [RULE],
        "oordeel": [{"dan": "ja", "als": {"samen": ["partij"]}}],
    }


def checklist() -> Checklist:
    return Checklist.model_validate_json(
        json.dumps(
            {
                "id": "proef",
                "versie": "1.0.0",
                "titel": "Proef",
                "toelichting": "Om een rapport te proberen.",
                "bron": "Eigen werk",
                "soort_document": "raadsvoorstel",
                "begrippen": {"team": ["wijkteam"]},
                "herkenning": {
                    "documenten": [{"id": "motie", "titel": "een motie", "getoetst": "nee", "reden": "motie"}],
                    "voorstellen": [{"id": "raadsvoorstel", "titel": "een raadsvoorstel"}],
                },
                "criteria": [{"id": "C", "titel": "Uitvoerbaarheid"}, {"id": "E", "titel": "Meetbaarheid"}],
                "vragen": [question("C1", "C"), question("C2", "C"), question("E1", "E"), question("E2", "E")],
            }
        )
    )


def text() -> SourceText:
    first = Paragraph("p1", CITED, 1, page=3)
    second = Paragraph("p2", NASTY, 2, page=3)
    section = Section("s1", "2. Uitvoering", 1, ("uitvoering",), paragraphs=(first, second))
    return SourceText("Raadsvoorstel Groen in de buurt", "pdf", (section,), page_count=4, attachments=("Begroting",))


def assessment(*, judged: bool = True) -> Assessment:
    source = text()
    cited = Quote.cut(source, "p1", 0, len(CITED))
    nasty = Quote.cut(source, "p2", 0, len(NASTY))
    element = Element("partij", "r1", found=True)
    if judged:
        findings = (
            Finding("C1", Verdict.JA, "Het voorstel noemt een partij.", evidence=(Evidence(cited, "partij", "r1"),)),
            Finding(
                "C2", Verdict.DEELS, "Bijna.", "Er mist een standpunt.", (Evidence(nasty, "partij", "r1"),), (element,)
            ),
            Finding("E1", Verdict.NEE, "Niets gevonden.", "Alles mist.", looked_in=("2. Uitvoering",), nearest=nasty),
            Finding("E2", Verdict.NVT, "Past niet bij dit besluit."),
        )
        profiles = (Profile("C", 1, 1, 0, 0, 0), Profile("E", 0, 0, 1, 1, 0))
        recognition = Recognition("raadsvoorstel", judged=True)
    else:
        findings = tuple(Finding(q, Verdict.NIET_BEOORDEELD, "Niet beoordeeld.") for q in ("C1", "C2", "E1", "E2"))
        profiles = (Profile("C", 0, 0, 0, 0, 2), Profile("E", 0, 0, 0, 0, 2))
        recognition = Recognition("motie", judged=False, reason="motie")
    heaviest = (HeavySentence(nasty, 1234, ("lang", "passief")),)
    return Assessment(
        checklist=checklist().ref,
        text_hash=source.text_hash,
        recognition=recognition,
        findings=findings,
        profiles=profiles,
        readability=Readability(1500, 80, 18.75, 0.25, 0.1, 0.2, 0.125, 41.6, "moeilijk", heaviest),
        read_sections=("2. Uitvoering",),
        unread_attachments=source.attachments,
        notes=(ReadingNote("sjabloontekst", 3),),
    )


def report(*, judged: bool = True) -> Report:
    return report_of("groen.pdf", text(), assessment(judged=judged), checklist())
