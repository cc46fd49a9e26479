"""What everyone may see: the front page and released proposals, without scores."""

from __future__ import annotations

from flask import Blueprint

from sdprocess.services.queries import public_list, public_proposal
from sdprocess.web.pages import page, world
from sdprocess.web.policy import access

bp = Blueprint("openbaar", __name__)

NEWEST = 5


@bp.get("/")
@access("openbaar")
def begin() -> str:
    """For whom this is and the newest public proposals."""
    return page("openbaar.html", proposals=public_list(world())[:NEWEST])


@bp.get("/voorstellen")
@access("openbaar")
def voorstellen() -> str:
    """All public proposals."""
    return page("openbaar_voorstellen.html", proposals=public_list(world()))


@bp.get("/voorstellen/<nummer>")
@access("openbaar")
def voorstel(nummer: str) -> str:
    """One public proposal. A dossier that is not public is not found."""
    return page("openbaar_voorstel.html", proposal=public_proposal(world(), nummer), dates={})
