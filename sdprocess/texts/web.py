"""Sentences of the web area: code -> Dutch sentence with {facts}."""

from __future__ import annotations

TEXTS: dict[str, str] = {}
