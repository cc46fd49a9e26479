"""Mijn werk: what this person must do, waits for, and what happened since yesterday."""

from __future__ import annotations

from flask import Blueprint, current_app, url_for

from sdprocess.services.queries import my_work
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access
from sdprocess.web.security import current_actor

bp = Blueprint("werk", __name__)

PLACES = {"dossier": "dossier.overzicht", "voorstel": "voorstel.lees", "raadslid": "raadslid.bereid_voor"}
"""Which page a piece of work is done on."""


@bp.get("/mijn-werk")
@access("ingelogd")
def mijn_werk() -> str:
    """Three lists and nothing else."""
    return page("werk.html", work=my_work(world(), current_actor()), dossier_address=dossier_address)


def dossier_address(number: str, kind: str) -> str:
    """The address of a page of a dossier; the front page when that page is not part of this installation."""
    endpoint = PLACES[kind]
    if endpoint not in current_app.view_functions:
        return url_for("openbaar.begin")
    return url_for(endpoint, nummer=number)
