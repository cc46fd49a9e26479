"""An assessment with every field filled, so that a lost field shows."""

from __future__ import annotations

from sdprocess.domain.findings import (
    Assessment,
    ContentRef,
    Element,
    Evidence,
    Finding,
    HeavySentence,
    KindChoice,
    KindProfile,
    Profile,
    Readability,
    Recognition,
    Verdict,
)
from sdprocess.domain.text import Quote, ReadingNote, SourceText


def an_assessment(text: SourceText) -> Assessment:
    quote = Quote.cut(text, "p1", 0, 7)
    return Assessment(
        checklist=ContentRef("raadsvoorstel", "1.0.0", "c" * 64),
        text_hash=text.text_hash,
        recognition=Recognition("raadsvoorstel", judged=True, reason="", evidence=(quote,), proposals=("krediet",)),
        findings=(
            Finding(
                "A1",
                Verdict.DEELS,
                "Er staat «iets» over.",
                "Het jaar ontbreekt.",
                (Evidence(quote, "kader", "a1-kader"),),
                (Element("kader", "a1-kader", found=True), Element("jaar", "a1-jaar", found=False)),
                ("1. Beslispunten", "hele tekst"),
                quote,
            ),
            Finding("C1", Verdict.NEE, "Niets gevonden."),
        ),
        profiles=(Profile("A", 0, 1, 0, 0, 0), Profile("C", 0, 0, 1, 2, 3)),
        readability=Readability(
            120, 8, 15.0, 0.25, 0.125, 0.5, 0.0, 61.5, "B1", (HeavySentence(quote, 31, ("lang", "passief")),)
        ),
        read_sections=("1. Beslispunten",),
        unread_attachments=("Bijlage 1",),
        notes=(ReadingNote("wijzigingen", 3, "akkoord"),),
        kind_profile=KindProfile(
            "krediet",
            "Krediet",
            "Het gaat om geld.",
            "visie",
            "Visie",
            "Visie op geld",
            ("B3",),
            ("E1",),
            ("B4",),
            ContentRef("soorten", "1.0.0", "d" * 64),
            KindChoice("krediet", "Noor", "2026-03-02T09:30:00+00:00", "Het besluit gaat over geld."),
        ),
    )
