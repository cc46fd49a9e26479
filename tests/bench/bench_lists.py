"""Pages with lists of dossiers, through the whole application, in a municipality with very many of them."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient

from sdprocess.web import create_app
from tests.bench.many import SECRET, municipality
from tests.bench.measure import Row, milliseconds, seconds

SIZES = (1_000, 10_000, 100_000)
TIMES = 10
ROLES = ("agendacommissie", "steller", "griffie")
PAGES = {
    "bord": ("/dossiers", "/dossiers?pagina=7"),
    "tabel": ("/dossiers?weergave=tabel", "/dossiers?weergave=tabel&sorteer=-titel&pagina=3"),
    "tijdlijn": ("/dossiers?weergave=tijdlijn", "/dossiers?weergave=tijdlijn&pagina=4"),
    "filters": ("/dossiers?thema=zorg", "/dossiers?zoek=wijk+12", "/dossiers?te-laat=ja&stap=vaststellen"),
    "mijn werk": ("/mijn-werk",),
}


def rows(sizes: tuple[int, ...] = SIZES, times: int = TIMES) -> Iterator[Row]:
    """Median and p95 of each kind of page over three roles, for each number of dossiers."""
    for size in sizes:
        with tempfile.TemporaryDirectory() as folder:
            world, _ = municipality(Path(folder), size)
            app = create_app(world)
            readers = [signed_in(app.test_client(), role) for role in ROLES]
            for what, addresses in PAGES.items():
                took = [
                    seconds(lambda r=reader, a=address: opened(r, a))  # type: ignore[misc]
                    for reader in readers
                    for address in addresses
                    for _ in range(times)
                ]
                yield milliseconds(f"{what}, {size} dossiers", took, "SQLite, hele pagina")


def signed_in(client: FlaskClient, role: str) -> FlaskClient:
    page = client.get("/inloggen").get_data(as_text=True)
    token = re.search(r'name="csrf_token" value="([^"]+)"', page)
    if token is None:
        raise ValueError("the sign-in page has no token")
    fields = {"csrf_token": token[1], "login": f"{role}@example.org", "wachtwoord": SECRET}
    if client.post("/inloggen", data=fields).status_code != 303:
        raise ValueError(f"{role} cannot sign in")
    return client


def opened(client: FlaskClient, address: str) -> None:
    """Raises ValueError when the page does not open."""
    answer = client.get(address)
    if answer.status_code != 200:
        raise ValueError(f"{address}: {answer.status_code}")
