"""What only the web edge needs to know. Made by whoever starts the server; tests make their own."""

from __future__ import annotations

import secrets
from dataclasses import dataclass, field
from datetime import timedelta

from sdprocess.settings import Settings


@dataclass(frozen=True, slots=True)
class WebConfig:
    """How pages are served.

    secret_key: signs session cookies; without one a fresh key is drawn and sessions end with the process.
    secure: served over https, so cookies are `Secure` with the `__Host-` prefix and HSTS is sent.
    hosts: host names that are answered, empty = all. proxies: how many own proxies stand before us.
    theme: address of the municipality's own stylesheet below `/static/`, empty = none.
    idle, absolute: how long a session lives without use, and at most.
    """

    secret_key: str = field(default_factory=lambda: secrets.token_hex(32))
    secure: bool = False
    hosts: tuple[str, ...] = ()
    proxies: int = 0
    theme: str = ""
    idle: timedelta = timedelta(hours=1)
    absolute: timedelta = timedelta(hours=10)
    max_upload: int = 25 * 1024 * 1024

    def __post_init__(self) -> None:
        if len(self.secret_key) < MIN_KEY:
            raise ValueError(f"secret_key is shorter than {MIN_KEY} characters")

    @classmethod
    def of(cls, settings: Settings) -> WebConfig:
        """What the settings of this installation say about serving pages."""
        return cls(
            secret_key=settings.secret,
            secure=settings.https,
            proxies=settings.trusted_proxies,
            absolute=timedelta(hours=settings.session_hours),
            max_upload=settings.max_upload_bytes,
        )


MIN_KEY = 32
MAX_PASTED = 2_000_000
"""Characters of pasted text, and bytes of all form fields together."""
