"""Every reason why something cannot be done stands on the page, each way out of an `een-van` on a line of its own."""

from __future__ import annotations

import html5lib

from sdprocess.domain.refusal import Refusal
from sdprocess.engine.guards import one_of


def test_of_an_een_van_each_way_out_is_a_line_of_its_own(app):
    released, checked = Refusal("vrijgave-ontbreekt", "vrijgegeven"), Refusal("collega-is-steller")
    refusals = (*one_of([(released,), (checked, released)]), Refusal("document-ontbreekt"))
    body = '{% from "macros/dossier.html" import redenen with context %}{{ redenen(refusals, "x") }}'
    with app.test_request_context():
        html = app.jinja_env.from_string(body).render(refusals=refusals)
    parsed = html5lib.HTMLParser(strict=True, namespaceHTMLElements=False).parse(
        f"<!DOCTYPE html><title>t</title>{html}"
    )
    first, second = parsed.findall("body/ul/li")
    assert [" ".join("".join(li.itertext()).split()) for li in first.findall("ul/li")] == [
        "Het voorstel is nog niet vrijgegeven.",
        "De collegiale toets is door de steller zelf gedaan. Vraag een ander. Het voorstel is nog niet vrijgegeven.",
    ]
    assert "".join(first.itertext()).strip().startswith("Eén van deze is genoeg:")
    assert "".join(second.itertext()).strip() == "Er is nog geen voorstel toegevoegd."
