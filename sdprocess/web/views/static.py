"""Styles and script, cached for long because their address changes with their bytes; and whether the server is well."""

from __future__ import annotations

from flask import Blueprint, Response, abort, request, send_from_directory

from sdprocess.web.pages import STATIC, world
from sdprocess.web.policy import access

bp = Blueprint("static", __name__)

YEAR = 365 * 24 * 3600
KINDS = (".css", ".js", ".svg", ".md", ".json")


@bp.get("/static/<path:naam>")
@access("openbaar")
def bestand(naam: str) -> Response:
    """A file of the package's static folder."""
    if not naam.endswith(KINDS):
        abort(404)
    return send_from_directory(STATIC, naam, max_age=YEAR if "v" in request.args else 0)


@bp.get("/gezond")
@access("openbaar")
def gezond() -> Response:
    """`ok` when the database answers; an error page otherwise."""
    with world().uow() as uow:
        uow.people.by_login("")
    return Response("ok\n", content_type="text/plain; charset=utf-8")
