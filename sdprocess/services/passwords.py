"""Passwords: what is good enough, and argon2id."""

from __future__ import annotations

from dataclasses import dataclass, field

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

MIN_LENGTH = 12
MAX_LENGTH = 200
SHORT_NAME = 4
"""A login shorter than this may occur in a password by chance."""


@dataclass(frozen=True, slots=True)
class Argon2Hasher:
    """Fulfils `Hasher` with the argon2id parameters that the library advises (RFC 9106, low memory)."""

    inner: PasswordHasher = field(default_factory=PasswordHasher)

    def hash(self, password: str) -> str:
        return self.inner.hash(password)

    def verify(self, password_hash: str, password: str) -> bool:
        try:
            return self.inner.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False


def password_problem(password: str, login: str) -> str:
    """Code of what is wrong with a new password; empty when nothing is."""
    if len(password) < MIN_LENGTH:
        return "wachtwoord-kort"
    if len(password) > MAX_LENGTH:
        return "wachtwoord-lang"
    own_name = login.partition("@")[0].lower()
    named = len(own_name) >= SHORT_NAME and own_name in password.lower()
    return "wachtwoord-raadbaar" if named or len(set(password)) < MIN_LENGTH // 3 else ""
