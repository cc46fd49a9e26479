"""Data that goes along in a page and comes back: packed, and signed so that only what we wrote is read again."""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import zlib

PURPOSE = b"sdprocess gelezen tekst"
"""Keeps this signature apart from every other use of the same key."""


def sealed(data: bytes, key: str) -> str:
    """Text for a hidden field."""
    packed = base64.urlsafe_b64encode(zlib.compress(data))
    return f"{packed.decode()}.{_signature(packed, key)}"


def unsealed(text: str, key: str) -> bytes | None:
    """The data, None when it is not ours. Nothing is unpacked before the signature is right."""
    packed, _, signature = text.rpartition(".")
    if not text.isascii() or not hmac.compare_digest(_signature(packed.encode(), key), signature):
        return None
    try:
        return zlib.decompress(base64.urlsafe_b64decode(packed))
    except (binascii.Error, zlib.error):
        return None


def _signature(packed: bytes, key: str) -> str:
    return hmac.new(key.encode() + PURPOSE, packed, hashlib.sha256).hexdigest()
