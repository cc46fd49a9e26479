"""The macros render what they are given, as valid HTML, without the app around them."""

from __future__ import annotations

import re
from typing import ClassVar

import html5lib
import pytest
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from sdprocess.content.library import content_root
from sdprocess.domain.findings import Evidence, Finding, Profile, Verdict
from sdprocess.domain.text import Paragraph, Quote, Section, SourceText
from sdprocess.engine.move import StripStep
from sdprocess.texts.nl import say
from sdprocess.web import drawings

TITLES = {"A": "In lijn met eerder beleid", "B": "Effecten"}
PROFILES = (Profile("A", 4, 1, 0, 0, 0), Profile("B", 1, 1, 1, 1, 1))


@pytest.fixture
def env() -> Environment:
    made = Environment(
        loader=FileSystemLoader(content_root() / "templates" / "web"),
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    made.globals.update(tekening=drawings, say=say)
    return made


def render(env: Environment, body: str, **context) -> str:
    template = env.from_string(f"<!DOCTYPE html><title>t</title>{body}")
    return template.render(**context)


def parse(html: str):
    tree = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(html)
    for element in tree.iter():
        if isinstance(element.tag, str):
            element.tag = element.tag.rpartition("}")[2]
    return tree


def numbers_of_table(tree) -> list[list[str]]:
    return [[("".join(cell.itertext())).strip() for cell in row] for row in tree.iter("tr")][1:]


def test_a_criterion_without_questions_says_that_it_does_not_apply_and_why(env):
    assert drawings.bar(Profile("B", 0, 0, 0, 4, 0)).short == "niet van toepassing"
    html = render(
        env,
        '{% from "macros/tekening.html" import profiel with context %}{{ profiel(profiles, titles, waarom=waarom) }}',
        profiles=PROFILES,
        titles=TITLES,
        waarom=((("A", "B"), "Dit is een procedureel besluit."),),
    )
    assert "A, B: niet van toepassing. Dit is een procedureel besluit." in html


def test_a_profile_bar_has_one_block_per_question_and_the_table_has_the_same_numbers(env):
    html = render(
        env,
        '{% from "macros/tekening.html" import profiel with context %}{{ profiel(profiles, titles) }}',
        profiles=PROFILES,
        titles=TITLES,
    )
    tree = parse(html)
    bars = [el for el in tree.iter("svg") if el.get("role") == "img"]
    kinds = [
        (
            sum(1 for b in bar.iter("rect") if b.get("class") == "blok blok--ja"),
            len([b for b in bar.iter("path") if b.get("class") == "blok--streep"]),
            sum(1 for b in bar.iter("rect") if b.get("class") == "blok blok--nee"),
            sum(1 for b in bar.iter("rect") if b.get("class") == "blok blok--niet-beoordeeld"),
            sum(1 for b in bar.iter("path") if b.get("class") == "blok--nvt"),
        )
        for bar in bars
    ]
    table = [tuple(int(n) for n in row[1:]) for row in numbers_of_table(tree)]
    assert kinds == table == [(4, 1, 0, 0, 0), (1, 1, 1, 1, 1)]


def test_every_drawing_has_a_title_and_a_description_that_its_name_points_at(env):
    html = render(
        env,
        '{% from "macros/tekening.html" import profiel, strip with context %}'
        '{{ profiel(profiles, titles, "een") }}{{ profiel(profiles, titles, "twee") }}{{ strip(steps, "drie") }}',
        profiles=PROFILES,
        titles=TITLES,
        steps=STEPS,
    )
    tree = parse(html)
    ids = [el.get("id") for el in tree.iter() if el.get("id")]
    assert len(ids) == len(set(ids))
    drawn = [el for el in tree.iter("svg") if el.get("role") == "img"]
    assert len(drawn) == 5
    for svg in drawn:
        for target in svg.get("aria-labelledby").split():
            named = next(el for el in svg if el.get("id") == target)
            assert "".join(named.itertext()).strip()


STEPS = (
    StripStep("concept", "Ambtelijk concept", "voorbereiden", "geweest"),
    StripStep("zelf", "Zelftoets", "voorbereiden", "overgeslagen"),
    StripStep("collega", "Collegiale toets", "voorbereiden", "hier"),
    StripStep("raad", "Raad", "vaststellen", "straks"),
)


def test_a_strip_says_where_it_is_and_its_table_says_the_same(env):
    html = render(env, '{% from "macros/tekening.html" import strip with context %}{{ strip(steps) }}', steps=STEPS)
    tree = parse(html)
    said = "".join(next(tree.iter("desc")).itertext())
    assert said == (
        "1. Ambtelijk concept: klaar; 2. Zelftoets: overgeslagen; "
        "3. Collegiale toets: hier staat het nu; 4. Raad: nog niet"
    )
    assert [row[2] for row in numbers_of_table(tree)] == ["klaar", "overgeslagen", "hier staat het nu", "nog niet"]
    assert "Nu: collegiale toets (stap 3 van 4). Hierna: raad." in html


@pytest.mark.parametrize("count", [1, 4, 11], ids=lambda n: f"{n} stappen")
def test_steps_stand_at_equal_distances_inside_the_drawing(count):
    places = [float(drawings.place(i, count).rstrip("%")) for i in range(count)]
    assert all(0 < p < 100 for p in places)
    assert places == sorted(places)
    assert places[0] == pytest.approx(100 - places[-1], abs=0.01)


@pytest.mark.parametrize("verdict", list(Verdict), ids=str)
def test_a_verdict_is_a_shape_and_a_word(env, verdict):
    html = render(env, '{% from "macros/oordeel.html" import oordeel with context %}{{ oordeel(v) }}', v=verdict)
    assert drawings.word(verdict) in html
    shapes = re.search(r"<svg.*?>(.*)</svg>", html, re.DOTALL)
    assert shapes
    assert "<circle" in shapes[1] or "<path" in shapes[1]


def test_every_verdict_has_its_own_shape(env):
    drawn = {
        re.sub(
            r"teken--[\w-]+",
            "",
            render(env, '{% from "macros/oordeel.html" import teken with context %}{{ teken(v) }}', v=v),
        )
        for v in Verdict
    }
    assert len(drawn) == len(Verdict)


class Tip:
    text = "Noem wie het gaat doen."
    good = "De Stichting Lindedal voert het uit."
    weak = "Partijen voeren het uit."


class AskedQuestion:
    id = "C1"
    ask_writer = "Wat vinden de uitvoerders ervan?"
    ask_councillor = "Wat vinden de organisaties die dit moeten doen?"
    addressee = "technisch"
    source = "eigen voorbeeld"
    elements: ClassVar = {"partij": "een partij die het doet"}
    tip = Tip()


PASSAGE = Paragraph("p1", "Wij <b>praatten</b> al.", 1, page=4)
TEXT = SourceText("Proef", "md", (Section("s1", "Uitvoering", 1, paragraphs=(PASSAGE,)),))
VRAAG = '{% from "macros/oordeel.html" import vraag with context %}'


def test_a_passage_shows_its_words_escaped_and_its_place(env):
    evidence = (Evidence(Quote.cut(TEXT, "p1", 0, 18), "een partij", "r1"),)
    finding = Finding("C1", Verdict.DEELS, "Het voorstel noemt een partij.", "Er ontbreekt een standpunt.", evidence)
    html = render(env, VRAAG + '{{ vraag(f, q, "#p-") }}', f=finding, q=AskedQuestion())
    parse(html)
    assert "Wij &lt;b&gt;praatten&lt;" in html
    assert '<a href="#p-p1">Uitvoering, al. 1, blz. 4</a>' in html
    assert "Er ontbreekt een standpunt." in html
    assert "aan de ambtenaar (technisch)" in html


@pytest.mark.parametrize(
    ("verdict", "tip", "question"),
    [
        pytest.param(Verdict.JA, False, False, id="beantwoord: geen tip en geen vraag"),
        pytest.param(Verdict.DEELS, True, True, id="deels: tip en vraag"),
        pytest.param(Verdict.NEE, True, True, id="open: tip en vraag"),
        pytest.param(Verdict.NVT, False, False, id="niet van toepassing: geen tip en geen vraag"),
        pytest.param(Verdict.NIET_BEOORDEELD, False, True, id="niet beoordeeld: wel de vraag"),
    ],
)
def test_tip_and_councillors_question_follow_the_verdict(env, verdict, tip, question):
    evidence = (Evidence(Quote.cut(TEXT, "p1", 0, 3), "een partij", "r1"),)
    finding = Finding("C1", verdict, "Waarom.", evidence=evidence)
    html = render(env, VRAAG + "{{ vraag(f, q) }}", f=finding, q=AskedQuestion())
    assert (Tip.text in html) is tip
    assert (AskedQuestion.ask_councillor in html) is question


def test_a_question_takes_a_form_from_its_caller(env):
    finding = Finding("C1", Verdict.NEE, "Waarom.")
    html = render(env, VRAAG + "{% call vraag(f, q) %}<p>eigen blok</p>{% endcall %}", f=finding, q=AskedQuestion())
    parse(html)
    assert "<p>eigen blok</p>" in html.split("</article>")[0]
