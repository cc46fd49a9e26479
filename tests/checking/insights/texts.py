"""Small council proposals, made for these tests."""

from __future__ import annotations

from sdprocess.checking.assess import assess
from sdprocess.checking.insights import insights
from sdprocess.checking.insights.scope import Scope
from sdprocess.content.library import load_library
from sdprocess.domain.insights import Insights
from sdprocess.domain.text import BlockKind, Paragraph, Section, SourceText


def proposal(*parts: tuple[str, tuple[str, ...], list[str]], title: str = "Raadsvoorstel Proef") -> SourceText:
    """Sections of (heading, canonical names, paragraphs)."""
    sections = tuple(
        Section(
            f"s{n}",
            heading,
            1,
            names,
            paragraphs=tuple(Paragraph(f"s{n}p{k}", text, k) for k, text in enumerate(texts, 1)),
        )
        for n, (heading, names, texts) in enumerate(parts, 1)
    )
    return SourceText(title, "txt", sections)


def scope(*texts: str, names: tuple[str, ...] = ("inleiding",), title: str = "Raadsvoorstel Proef") -> Scope:
    """One section with these paragraphs."""
    return Scope.of(proposal(("Kop", names, list(texts)), title=title))


def with_decision(points: list[str], decided: list[str], *rest: tuple[str, tuple[str, ...], list[str]]) -> Scope:
    """A proposal with its points and with the draft decision."""
    return Scope.of(
        proposal(
            ("Beslispunten", ("beslispunten",), points),
            *rest,
            ("Raadsbesluit", ("ontwerpbesluit",), ["De raad van de gemeente Waterdam; besluit:", *decided]),
        )
    )


def table(*rows: tuple[str, ...]) -> Scope:
    """One section with one table."""
    text = "\n".join(" | ".join(row) for row in rows)
    paragraph = Paragraph("t1", text, 1, BlockKind.TABLE, rows=rows)
    return Scope.of(SourceText("Proef", "docx", (Section("s1", "Doelen", 1, ("doel",), paragraphs=(paragraph,)),)))


def judged(source: SourceText) -> Insights:
    """The insights with the shipped checklist."""
    return insights(source, assess(source, load_library().checklist("raadsvoorstel")))
