"""Error pages in Dutch that say what to do. No detail of the machine ever reaches them."""

from __future__ import annotations

from flask import Flask, current_app
from flask_wtf.csrf import CSRFError
from werkzeug.exceptions import HTTPException

from sdprocess.domain.errors import InvalidInput, NotAllowed, NotFound, SdprocessError, StaleDossier, UnreadableDocument
from sdprocess.texts.nl import knows, say
from sdprocess.web.pages import page

PAGES = (400, 401, 403, 404, 405, 409, 413, 429, 500)
STATUS: dict[type[SdprocessError], int] = {
    NotFound: 404,
    NotAllowed: 403,
    StaleDossier: 409,
    InvalidInput: 400,
    UnreadableDocument: 400,
}


def error_page(status: int, advice: str = "") -> tuple[str, int]:
    """The page of a status code; `advice` replaces its own sentence about what to do."""
    known = status if status in PAGES else (500 if status >= 500 else 400)  # noqa: PLR2004
    return page(
        "fout.html",
        status=status,
        title=say(f"web-fout-{known}-titel"),
        advice=advice or say(f"web-fout-{known}-advies"),
        bare=status >= 500,  # noqa: PLR2004
    ), status


def install(app: Flask) -> None:
    """Put the error pages on the app."""
    app.register_error_handler(CSRFError, lambda _e: error_page(400, say("web-fout-csrf-advies")))
    app.register_error_handler(HTTPException, lambda e: error_page(e.code or 500))
    app.register_error_handler(SdprocessError, _domain_error)
    app.register_error_handler(Exception, _surprise)


def _domain_error(error: SdprocessError) -> tuple[str, int]:
    status = next((code for kind, code in STATUS.items() if isinstance(error, kind)), 500)
    if status >= 500:  # noqa: PLR2004
        current_app.logger.error("unexpected %s", error.code, exc_info=error)
    return error_page(status, sentence(error) if isinstance(error, UnreadableDocument) else "")


def _surprise(error: Exception) -> tuple[str, int]:
    current_app.logger.error("unhandled error", exc_info=error)
    return error_page(500)


def sentence(error: SdprocessError) -> str:
    """What an expected error says to a person."""
    reason = getattr(error, "reason", "")
    for code in (reason, f"lezen-{reason}", f"document-{reason}", error.code):
        if code and knows(code):
            return say(code, **error.facts)
    return say("web-fout-400-advies")
