"""Sessions, sign-in state, CSRF and response headers. The reasons stand in docs/adr/0005-beveiliging-web.md."""

from __future__ import annotations

import hashlib
import secrets
import unicodedata
from datetime import datetime
from urllib.parse import urlsplit

from flask import Flask, Response, abort, redirect, request, session, url_for
from flask.typing import ResponseReturnValue
from flask_login import LoginManager, UserMixin, current_user, login_user, logout_user
from flask_wtf.csrf import CSRFProtect

from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import NotFound
from sdprocess.domain.people import PUBLIC, Actor
from sdprocess.services.ports import World
from sdprocess.web.config import WebConfig
from sdprocess.web.policy import may_open, policy_of

CSP = (
    "default-src 'none'; style-src 'self'; script-src 'self'; img-src 'self'; font-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": CSP,
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Referrer-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
}
HSTS = "max-age=31536000"
MAX_NEXT = 500


class SignedIn(UserMixin):  # type: ignore[misc]
    """The person behind a session. `mark` changes with the password, which ends all other sessions."""

    def __init__(self, person: Person, mark: str) -> None:
        self.person = person
        self.mark = mark

    def get_id(self) -> str:
        return f"{self.person.id}:{self.mark}"

    @property
    def actor(self) -> Actor:
        return Actor(self.person.id, self.person.name, self.person.roles)


def current_actor() -> Actor:
    """Who asks for this page; PUBLIC without an account."""
    user = current_user
    return user.actor if user.is_authenticated else PUBLIC


def current_person() -> Person:
    """The signed-in person. 401 without one."""
    if not current_user.is_authenticated:
        abort(401)
    person: Person = current_user.person
    return person


def load_signed_in(world: World, person_id: int) -> SignedIn | None:
    """The person with this id when active, otherwise None."""
    with world.uow() as uow:
        try:
            person = uow.people.get(person_id)
        except NotFound:
            return None
        mark = hashlib.sha256(uow.people.password_hash(person_id).encode()).hexdigest()[:16]
    return SignedIn(person, mark) if person.active else None


def begin_session(world: World, person: Person) -> bool:
    """Start a fresh session for somebody who has just proved who they are: nothing of the old one survives."""
    user = load_signed_in(world, person.id)
    if user is None:
        return False
    session.clear()
    login_user(user)
    now = world.clock.now().isoformat()
    session["sid"] = secrets.token_urlsafe(24)
    session["begonnen"] = session["gezien"] = now
    return True


def end_session() -> None:
    """Sign out and forget everything in the session."""
    logout_user()
    session.clear()


def safe_next(address: str | None) -> str | None:
    """`address` when it is a path on this site, otherwise None. Never another host, scheme or header."""
    if not address or len(address) > MAX_NEXT or not address.startswith("/"):
        return None
    if address.startswith(("//", "/\\")) or "\\" in address:
        return None
    if any(unicodedata.category(c) in {"Cc", "Cf", "Zl", "Zp"} for c in address):
        return None
    parts = urlsplit(address)
    return None if parts.scheme or parts.netloc else address


def install(app: Flask, world: World, config: WebConfig) -> None:
    """Put sessions, CSRF, the policy of every route and the headers on the app."""
    prefix = "__Host-" if config.secure else ""
    app.config.update(
        SECRET_KEY=config.secret_key,
        SESSION_COOKIE_NAME=f"{prefix}sdprocess",
        SESSION_COOKIE_HTTPONLY=True,
        SESSION_COOKIE_SAMESITE="Lax",
        SESSION_COOKIE_SECURE=config.secure,
        SESSION_COOKIE_PATH="/",
        WTF_CSRF_TIME_LIMIT=None,
        TRUSTED_HOSTS=list(config.hosts) or None,
    )
    CSRFProtect(app)
    manager = LoginManager(app)
    manager.session_protection = None

    @manager.user_loader  # type: ignore[untyped-decorator]
    def load(stored: str) -> SignedIn | None:
        number, _, mark = stored.partition(":")
        user = load_signed_in(world, int(number)) if number.isdigit() else None
        return user if user is not None and secrets.compare_digest(user.mark, mark) else None

    app.before_request(lambda: _expire(world, config))
    app.before_request(lambda: _guard(app))
    app.after_request(lambda response: _seal(response, config))


def _expire(world: World, config: WebConfig) -> None:
    """End a session that was unused or lived too long."""
    if "_user_id" not in session:
        return
    now = world.clock.now()
    try:
        begun = datetime.fromisoformat(session["begonnen"])
        seen = datetime.fromisoformat(session["gezien"])
    except (KeyError, ValueError):
        end_session()
        return
    if now - begun > config.absolute or now - seen > config.idle:
        end_session()
        return
    session["gezien"] = now.isoformat()


def _guard(app: Flask) -> ResponseReturnValue | None:
    """Let in whom the policy of the route lets in; ask others to sign in, or refuse."""
    if request.endpoint is None:
        return None
    actor = current_actor()
    if may_open(policy_of(app, request.endpoint), actor):
        return None
    if actor.id > 0:
        abort(403)
    if request.method in {"GET", "HEAD"}:
        return redirect(url_for("account.inloggen", volgende=request.full_path.rstrip("?")))
    return abort(401)


def _seal(response: Response, config: WebConfig) -> Response:
    """The header contract: the same on every page, file and error."""
    for name, value in HEADERS.items():
        response.headers[name] = value
    if config.secure:
        response.headers["Strict-Transport-Security"] = HSTS
    if request.endpoint == "static.bestand" and response.status_code in {200, 304}:
        return response
    private = "_user_id" in session or bool(session) or request.method == "POST" or response.status_code >= 400  # noqa: PLR2004
    response.headers["Cache-Control"] = "no-store" if private else "no-cache"
    return response
