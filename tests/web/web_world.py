"""Names and small steps that the tests of the pages share."""

from __future__ import annotations

import re

from flask import Flask
from flask.testing import FlaskClient

PASSWORD = "vier losse woorden samen"
SECRET_TITLE = "Vertrouwelijk concept Wierdijk"
DRAFT = b"""# Raadsvoorstel Vertrouwelijk concept Wierdijk

## Beslispunten

De raad wordt voorgesteld te besluiten om in te stemmen met een proef met een buurtbus in Wierdijk.

## Aanleiding

In 2025 stopte de buslijn. Inwoners van Wierdijk kunnen sindsdien niet zelf naar de huisarts in het dorp.
De gemeenteraad vroeg het college in februari 2026 om met een voorstel te komen voor vervoer in de kern.

## Argumenten

Een bus brengt mensen zonder auto naar de huisarts, de winkel en de soos. Het wijkteam sprak in het voorjaar met
veertig bewoners. De meeste van hen zeiden dat zij nu te vaak thuis blijven. Vrijwilligers willen de bus rijden als
de gemeente de verzekering en de brandstof betaalt. Dat is afgesproken met de stichting die al in drie kernen rijdt.

## Kanttekeningen

Er is geen zekerheid dat er ook over twee jaar genoeg vrijwilligers zijn. Daarom stellen wij een proef voor.
"""


def token(html: str) -> str:
    """The CSRF token of a page."""
    found = re.search(r'name="csrf_token" value="([^"]+)"', html)
    assert found, "no CSRF token on the page"
    return found[1]


def signed_in(app: Flask, login: str, password: str = PASSWORD) -> FlaskClient:
    """A client that has signed in through the page."""
    client = app.test_client()
    page = client.get("/inloggen")
    answer = client.post("/inloggen", data={"csrf_token": token(page.text), "login": login, "wachtwoord": password})
    assert answer.status_code == 303, answer.text
    return client
