"""Who acts. Roles are data: their names come from the workflow files and the people table."""

from __future__ import annotations

from dataclasses import dataclass

COLLEGE_SIDE = frozenset({"steller", "toetser", "college"})
COUNCIL_SIDE = frozenset({"griffie", "agendacommissie", "raadslid"})
OPENERS = ("steller", "griffie", "agendacommissie", "raadslid")
"""Roles with which one may open a dossier, when its proceskader says so."""
ALL_ROLES = (
    "steller",
    "toetser",
    "college",
    "griffie",
    "agendacommissie",
    "raadslid",
    "beheerder",
)


@dataclass(frozen=True, slots=True)
class Actor:
    """A signed-in person at the moment of an act. `id` 0 with no roles is the public."""

    id: int
    name: str
    roles: frozenset[str]

    def has(self, *roles: str) -> bool:
        """Whether the actor holds one of the roles."""
        return not self.roles.isdisjoint(roles)


PUBLIC = Actor(id=0, name="", roles=frozenset())
SYSTEM = Actor(id=-1, name="sdprocess", roles=frozenset())
