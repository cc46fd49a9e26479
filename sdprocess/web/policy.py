"""Who may open which address. Every route says so; one that does not stops the server from starting."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

from flask import Flask

from sdprocess.domain.people import ALL_ROLES, Actor

EVERYONE = "openbaar"
SIGNED_IN = "ingelogd"

View = TypeVar("View", bound=Callable[..., object])


class MissingPolicyError(RuntimeError):
    """Routes without `@access`. Raised while the app is made."""


def access(*allowed: str) -> Callable[[View], View]:
    """Mark a view with who may open it: `openbaar`, `ingelogd`, or names of roles. Put it directly above `def`.

    Raises ValueError for an unknown role, at import.
    """
    unknown = set(allowed) - {EVERYONE, SIGNED_IN, *ALL_ROLES}
    if unknown or not allowed:
        raise ValueError(f"access asks for known roles, got {sorted(unknown)}")

    def mark(view: View) -> View:
        view.__access__ = frozenset(allowed)  # type: ignore[attr-defined]
        return view

    return mark


def policy_of(app: Flask, endpoint: str) -> frozenset[str]:
    """The policy of an endpoint, empty when it has none."""
    view = app.view_functions.get(endpoint)
    found: frozenset[str] = getattr(view, "__access__", frozenset())
    return found


def check_policies(app: Flask) -> None:
    """Raise MissingPolicyError naming every route without a policy."""
    missing = sorted({r.rule for r in app.url_map.iter_rules() if not policy_of(app, r.endpoint)})
    if missing:
        raise MissingPolicyError(f"no @access on: {', '.join(missing)}")


def may_open(policy: frozenset[str], actor: Actor) -> bool:
    """Whether this actor may open a route with this policy. An empty policy lets nobody in."""
    if EVERYONE in policy:
        return True
    if actor.id <= 0:
        return False
    return SIGNED_IN in policy or actor.has(*policy)
