"""The demo municipality behind a real server, and people who visit it with a real browser."""

from __future__ import annotations

import fcntl
import json
import shutil
import threading
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from flask import Flask
from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, ViewportSize
from waitress import create_server

from sdprocess.bootstrap import build
from sdprocess.demo.seed import seed
from sdprocess.services.ports import World
from sdprocess.settings import load_settings
from sdprocess.web import create_app

TODAY = date(2026, 11, 24)
NOW = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
DESKTOP: ViewportSize = {"width": 1280, "height": 800}
STILL: Mapping[str, Any] = {"reduced_motion": "reduce"}
"""Without smooth scrolling, for which every click would wait."""

PEOPLE = {
    "steller": "anouk.wening",
    "toetser": "marijke.duyvendak",
    "college": "harm.ottenhof",
    "griffie": "willemijn.oosterkamp",
    "agendacommissie": "younes.achterberg",
    "raadslid": "soraya.ramlakhan",
    "beheerder": "ravi.mosterd",
}
"""Who in the demo municipality stands for a role. `openbaar` has no account."""

VISITORS = ("openbaar", *PEOPLE)
TIMEOUT = 20_000
"""Milliseconds that a page may take on a busy machine."""


def login_of(role: str) -> str:
    return f"{PEOPLE[role]}@merenveld.example"


class DayClock:
    """Fulfils `Clock`: runs as clocks do, but always begins on the same morning."""

    def __init__(self) -> None:
        self._begun = time.monotonic()

    def now(self) -> datetime:
        return NOW + timedelta(seconds=time.monotonic() - self._begun)


def _world(folder: Path) -> World:
    environ = {"SDPROCESS_OMGEVING": "demo", "SDPROCESS_GEGEVENS": str(folder), "SDPROCESS_GEMEENTE": "Merenveld"}
    return build(load_settings(environ), clock=DayClock())


def seeded_folder(shared: Path, own: Path) -> tuple[Path, str]:
    """An own copy of the seeded municipality, and its pass-phrase. Seeded once for all pytest processes of a run."""
    template, done = shared / "merenveld", shared / "merenveld.json"
    with (shared / "merenveld.slot").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not done.exists():
            report = seed(_world(template), TODAY)
            done.write_text(json.dumps(report.passphrase), "utf-8")
    shutil.copytree(template, own)
    return own, json.loads(done.read_text("utf-8"))


@dataclass
class Visitor:
    """Somebody at a browser. complaints: what the browser said that it should not have had to say."""

    page: Page
    complaints: list[str] = field(default_factory=list)
    expected: tuple[str, ...] = ()

    def listen(self) -> None:
        self.page.on("console", self._console)
        self.page.on("pageerror", lambda error: self.complaints.append(f"{self.page.url}: {error}"))
        self.page.on("requestfailed", lambda request: self._failed(request.url, request.failure or ""))

    def _console(self, message: ConsoleMessage) -> None:
        if message.type in {"error", "warning"} and not any(part in message.text for part in self.expected):
            self.complaints.append(f"{self.page.url}: {message.type}: {message.text}")

    def _failed(self, url: str, failure: str) -> None:
        if "ERR_ABORTED" not in failure:
            self.complaints.append(f"{url}: {failure}")


@dataclass
class Site:
    """A served municipality.

    sessions: the cookies of who signed in before; signing in is slow on purpose.
    looked_at: likenesses of pages that were checked.
    """

    address: str
    world: World
    app: Flask
    passphrase: str
    browser: Browser
    sessions: dict[str, Any] = field(default_factory=dict)
    looked_at: set[int] = field(default_factory=set)

    @contextmanager
    def visit(self, role: str = "openbaar", **options: Any) -> Iterator[Visitor]:
        """A fresh browser context, signed in as the person of this role."""
        state = self._session(role) if role != "openbaar" else None
        with self._context(storage_state=state, **options) as visitor:
            yield visitor

    @contextmanager
    def _context(self, **options: Any) -> Iterator[Visitor]:
        settings = {"viewport": DESKTOP, "base_url": self.address, "locale": "nl-NL", **STILL, **options}
        context: BrowserContext = self.browser.new_context(**settings)
        context.set_default_timeout(TIMEOUT)
        visitor = Visitor(context.new_page())
        visitor.listen()
        try:
            yield visitor
        finally:
            context.close()

    def _session(self, role: str) -> Any:
        if role not in self.sessions:
            with self._context() as visitor:
                page = visitor.page
                page.goto("/inloggen")
                page.get_by_label("E-mailadres").fill(login_of(role))
                page.get_by_label("Wachtwoord").fill(self.passphrase)
                page.get_by_role("button", name="Log in").click()
                page.wait_for_url("**/mijn-werk")
                self.sessions[role] = page.context.storage_state()
        return self.sessions[role]


@contextmanager
def serving(folder: Path, passphrase: str, browser: Browser) -> Iterator[Site]:
    """Serve the municipality in `folder` on a free port until the block ends."""
    world = _world(folder)
    app = create_app(world)
    server = create_server(app, host="127.0.0.1", port=0, threads=6, ident="sdprocess")
    thread = threading.Thread(target=server.run, name="site", daemon=True)
    thread.start()
    try:
        yield Site(f"http://127.0.0.1:{server.effective_port}", world, app, passphrase, browser)
    finally:
        server.close()
        thread.join(timeout=5)
