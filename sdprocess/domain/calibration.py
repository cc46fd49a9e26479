"""Reading proposals to calibrate the toets: the documents, who reads them, and what each found."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

LABELS = ("ja", "deels", "nee", "nvt")
SEATS = ("a", "b")


class Audience(StrEnum):
    """Who may read an uploaded document: those who calibrate on one side, or on both."""

    COLLEGE = "college"
    COUNCIL = "raad"
    BOTH = "allen"


class ReadingKind(StrEnum):
    """A reader's own answer, or the answer that counts where the two readers differ."""

    OWN = "lezing"
    SETTLED = "besluit"


@dataclass(frozen=True, slots=True)
class CalibrationDocument:
    """A document to read. name: as it is called in labels.

    audience: for an uploaded one. dossier_id and version_id: for a released proposal, whose own rules say who sees it.
    """

    id: int
    name: str
    filename: str
    format: str
    text_hash: str
    audience: Audience
    added_at: datetime
    added_by_id: int
    added_by: str
    dossier_id: int | None = None
    version_id: int | None = None


@dataclass(frozen=True, slots=True)
class Seat:
    """One of the two readers of a document. done_at: when everything was answered and handed in."""

    document_id: int
    letter: str
    person_id: int
    person: str
    taken_at: datetime
    done_at: datetime | None = None


@dataclass(frozen=True, slots=True)
class Reading:
    """What one person answers to one question of one document. Superseded, never edited.

    quotes: passages of the text, literally. reason: owed where it settles a difference. together: settled by a reader
    who says that both readers agree on it.
    """

    id: int
    document_id: int
    question: str
    kind: ReadingKind
    person_id: int
    person: str
    label: str
    quotes: tuple[str, ...]
    reason: str
    at: datetime
    together: bool = False
