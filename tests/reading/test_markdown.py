"""Markdown: marks become structure, words stay words."""

# ruff: noqa: E501  the documents of the tests are clearer unbroken
from __future__ import annotations

import pytest

from sdprocess.domain.text import BlockKind
from sdprocess.reading import read_text


def read(text: str):
    return read_text(text, fmt="md")


def test_headings_of_both_kinds_and_bold_lines():
    source = read(
        "Voorstel\n========\n\nTekst een.\n\nInleiding\n---------\n\nTekst twee.\n\n### Details ###\n\nTekst drie.\n\n**Financiën:**\n\nTekst vier."
    )
    assert [(s.heading, s.level) for s in source.sections] == [
        ("Voorstel", 1),
        ("Inleiding", 2),
        ("Details", 3),
        ("Financiën", 2),
    ]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("De **raad** besluit _nu_ en `later`.", "De raad besluit nu en later."),
        ("Zie [de kaart](https://voorbeeld.nl/a_b) en ![foto](x.png).", "Zie de kaart en foto."),
        ("Een snake_case_naam en 2 * 3 * 4 blijven.", "Een snake_case_naam en 2 * 3 * 4 blijven."),
        ("Een \\*ster\\* en <b>vet</b>.", "Een *ster* en vet."),
        ("> Een citaat van de wethouder.", "Een citaat van de wethouder."),
    ],
)
def test_marks_go_and_words_stay(text, words):
    assert [p.text for _, p in read(text).paragraphs()] == [words]


def test_lists_tables_and_wrapped_lines():
    source = read(
        "- een\n  en verder\n- [ ] twee\n1. drie\n\n| Jaar | Lasten |\n|---|---:|\n| 2026 | € 1 \\| 2 |\n\nEen zin die\ndoorloopt."
    )
    found = [(p.kind, p.marker, p.text) for _, p in source.paragraphs()]
    assert found == [
        (BlockKind.LIST_ITEM, "-", "een en verder"),
        (BlockKind.LIST_ITEM, "-", "twee"),
        (BlockKind.LIST_ITEM, "1.", "drie"),
        (BlockKind.TABLE, "", "Jaar | Lasten\n2026 | € 1 | 2"),
        (BlockKind.PARAGRAPH, "", "Een zin die doorloopt."),
    ]


def test_front_matter_gives_the_title_and_is_no_text():
    source = read('---\ntitel: "Speelplek Lindelaan"\n---\nEr is een plan.')
    assert (source.title, source.plain) == ("Speelplek Lindelaan", "Er is een plan.")


def test_a_fenced_block_and_a_rule_are_no_headings():
    source = read("Er is een plan.\n\n***\n\n```\n# geen kop\n```\n")
    assert [s.heading for s in source.sections] == [""]
