"""The register of adopted frames (vastgestelde kaders), and choices that a proposal leaves for later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from sdprocess.domain.insights import Decision


@dataclass(frozen=True, slots=True)
class Frame:
    """One adopted frame or decision of the municipality, as it stands in the register.

    kind: code as in `Decision.kind`. adopted_on, expires_on: None = not known, or no end. number: as people cite it,
    may be empty. place: where it can be read. source: the file it came from, empty when typed in the application.
    """

    id: int
    title: str
    kind: str
    body: str = ""
    adopted_on: date | None = None
    number: str = ""
    theme: str = ""
    place: str = ""
    expires_on: date | None = None
    source: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""

    def in_force(self, today: date) -> bool:
        """Whether it had not ended on `today`."""
        return self.expires_on is None or self.expires_on >= today


@dataclass(frozen=True, slots=True)
class Cited:
    """An earlier decision that a text names, and its place in the register: None when it is not there.

    ended: it no longer held on the day of asking.
    """

    decision: Decision
    frame: Frame | None
    ended: bool = False


@dataclass(frozen=True, slots=True)
class Related:
    """A frame that the text does not name but that may matter. words: those of its title that the text uses, with how
    often. same_theme: it has the theme of the dossier.
    """

    frame: Frame
    words: tuple[tuple[str, int], ...]
    same_theme: bool = False


@dataclass(frozen=True, slots=True)
class HeldAgainst:
    """A text beside the register. size: how many frames the register held."""

    size: int
    cited: tuple[Cited, ...] = ()
    related: tuple[Related, ...] = ()


class ChoiceStatus(StrEnum):
    """How it stands with a choice that a proposal left for later."""

    OPEN = "open"
    MADE = "gemaakt"
    DROPPED = "vervallen"


class Returns(StrEnum):
    """Whether a choice comes back to the council."""

    YES = "ja"
    NO = "nee"
    UNKNOWN = "onbekend"


@dataclass(frozen=True, slots=True)
class TrackedChoice:
    """A choice that is still to be made (nog te maken keuze), completed by the steller and followed until it is made.

    who: who makes it. due: by when, None = not known; when: the same in words. returns: does it come back to the
    council; why_not: the reason when it does not. outcome: what was chosen, or why it is no longer needed.
    quote: the passage it came from, empty when somebody added it. revision: grows by one at each change.
    """

    id: int
    dossier_id: int
    choice: str
    who: str = ""
    when: str = ""
    due: date | None = None
    returns: Returns = Returns.UNKNOWN
    why_not: str = ""
    status: ChoiceStatus = ChoiceStatus.OPEN
    outcome: str = ""
    quote: str = ""
    changed_at: datetime | None = None
    changed_by: str = ""
    revision: int = 1

    @property
    def gaps(self) -> tuple[str, ...]:
        """Codes of what the steller still has to fill in."""
        if self.status is not ChoiceStatus.OPEN:
            return ()
        missing = (
            ("keuze-gat-wie", not self.who),
            ("keuze-gat-wanneer", self.due is None and not self.when),
            ("keuze-gat-terug", self.returns is Returns.UNKNOWN),
        )
        return tuple(code for code, lacks in missing if lacks)

    def late(self, today: date) -> bool:
        """Whether it is still open after its day."""
        return self.status is ChoiceStatus.OPEN and self.due is not None and self.due < today
