"""A SourceText crosses the border of a process, and time, without loss; ids of paragraphs stay."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from sdprocess.domain.errors import UnreadableDocument
from sdprocess.domain.text import BlockKind, Paragraph, Quote, ReadingNote, Section, SourceText
from sdprocess.reading import read_text
from sdprocess.reading.identity import Identities, fingerprint
from sdprocess.reading.wire import VERSION, from_json, to_dict, to_json

WORDS = st.text(st.characters(exclude_categories=["Cs"]), max_size=60)
PARAGRAPHS = st.builds(
    Paragraph,
    id=WORDS,
    text=WORDS,
    number=st.integers(1, 99),
    kind=st.sampled_from(BlockKind),
    page=st.none() | st.integers(1, 2000),
    rows=st.lists(st.lists(WORDS, max_size=3).map(tuple), max_size=3).map(tuple),
    marker=WORDS,
)
NAMES = st.lists(WORDS, max_size=3).map(tuple)
SECTIONS = st.builds(
    Section,
    id=WORDS,
    heading=WORDS,
    level=st.integers(1, 9),
    names=NAMES,
    within=NAMES,
    paragraphs=st.lists(PARAGRAPHS, max_size=4).map(tuple),
)
SOURCES = st.builds(
    SourceText,
    title=WORDS,
    format=st.sampled_from(["docx", "odt", "pdf", "md", "txt", "plak"]),
    sections=st.lists(SECTIONS, max_size=4).map(tuple),
    page_count=st.none() | st.integers(1, 2000),
    notes=st.lists(st.builds(ReadingNote, code=WORDS, count=st.integers(0, 99), detail=WORDS), max_size=3).map(tuple),
    attachments=NAMES,
)


@given(SOURCES)
def test_every_source_text_comes_back_as_it_went(source):
    there = to_json(source)
    assert from_json(there) == source
    assert to_json(from_json(there)) == there
    assert there.isascii()


@pytest.mark.parametrize("data", ['{"v": 2}', "{}", "[]", '{"v": 1, "title": "x"}', "geen json"])
def test_what_is_no_source_text_of_a_known_version_is_refused(data):
    with pytest.raises(ValueError):  # noqa: PT011  json's own error is one too
        from_json(data)
    assert VERSION == 1


@settings(max_examples=150)
@given(st.text(st.characters(codec="utf-8"), max_size=400))
def test_any_text_is_read_or_refused_and_its_paragraphs_are_clean(text):
    try:
        source = read_text(text)
    except UnreadableDocument as error:
        assert error.reason == "leeg"  # noqa: PT017  not every text is refused
        return
    assert from_json(to_json(source)) == source
    ids = [p.id for s in source.sections for p in s.paragraphs]
    assert len(ids) == len(set(ids))
    for section, paragraph in source.paragraphs():
        assert paragraph.text
        assert paragraph.text == " ".join(paragraph.text.split()) or paragraph.kind is BlockKind.TABLE
        assert Quote.cut(source, paragraph.id, 0, len(paragraph.text)).section == section.heading


SENTENCES = [f"Dit is alinea nummer {i} van het voorstel over de speelplek." for i in range(6)]


@given(st.integers(0, 5), st.text("abcdefgh ", min_size=1, max_size=30).filter(str.strip))
def test_ids_stay_when_another_paragraph_changes(place, words):
    before = read_text("\n\n".join(SENTENCES))
    changed = [*SENTENCES]
    changed[place] = f"Nu staat hier iets anders: {words}."
    after = read_text("\n\n".join(changed))
    kept = [p.id for (_, p) in before.paragraphs() if p.text != SENTENCES[place]]
    assert [i for i in after.places if i in set(kept)] == kept


@pytest.mark.parametrize(
    ("left", "right", "same"),
    [
        ("De Raad besluit", "de raad  besluit", True),
        ("‘Samen’ op straat", "'Samen' op straat", True),
        ("“Samen” – nu", '"Samen" - nu', True),
        ("De raad besluit", "De raad besluit niet", False),
    ],
)
def test_a_fingerprint_ignores_case_spaces_and_the_style_of_quotes(left, right, same):
    assert (fingerprint(left) == fingerprint(right)) is same


def test_a_repeated_paragraph_gets_a_number_of_its_own():
    ids = Identities()
    first = ids.next("n.v.t.")
    assert [ids.next("n.v.t."), ids.next("N.V.T.")] == [f"{first}-2", f"{first}-3"]


def test_what_is_usual_is_left_out_of_the_json():
    source = read_text("Inleiding\nEr is een plan.")
    (section,) = to_dict(source)["sections"]
    assert set(section["paragraphs"][0]) == {"id", "text", "n"}
    assert json.loads(to_json(source))["v"] == VERSION
