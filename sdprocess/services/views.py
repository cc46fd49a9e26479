"""Read models: what a page, a list or a command shows, ready made by `queries`.

Frozen; all wording comes from content or texts.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from sdprocess.checking.difference import VerdictChange
from sdprocess.content.checklist import Checklist
from sdprocess.domain.councils import Council
from sdprocess.domain.dossier import CouncilQuestion, DocumentVersion, Dossier, Judgement, Release
from sdprocess.domain.findings import Assessment, Finding, Profile
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.refusal import Refusal
from sdprocess.domain.text import SourceText
from sdprocess.engine.move import MoveOption, StripStep
from sdprocess.services.views_advice import NO_ADVICE, AdviceBoard


@dataclass(frozen=True, slots=True)
class TermView:
    """A term as shown. working_days: left until `day` (negative = late), None when there is no day ("onbekend")."""

    day: date | None
    working_days: int | None

    @property
    def late(self) -> bool:
        return self.working_days is not None and self.working_days < 0


@dataclass(frozen=True, slots=True)
class DossierCard:
    """One dossier on the board, in the table, in Mijn werk and in csv.

    profiles is empty when the viewer may not see scores.
    """

    dossier: Dossier
    kader_title: str
    state_title: str
    step: str
    step_title: str
    turn: tuple[str, ...]
    term: TermView
    moves: tuple[MoveOption, ...]
    profiles: tuple[Profile, ...]
    open_questions: int | None
    steller: str


@dataclass(frozen=True, slots=True)
class BoardColumn:
    """A policy step. cards: those of this page; total: how many dossiers stand there in all."""

    step: str
    title: str
    cards: tuple[DossierCard, ...]
    total: int = 0


@dataclass(frozen=True, slots=True)
class Board:
    """Board and table come from the same `cards`. kaders, portfolios, themes: the choices of the filters.

    kaders as (value, label). total: dossiers that match over all pages.
    """

    columns: tuple[BoardColumn, ...]
    cards: tuple[DossierCard, ...]
    kaders: tuple[tuple[str, str], ...]
    portfolios: tuple[str, ...]
    themes: tuple[str, ...]
    total: int


@dataclass(frozen=True, slots=True)
class WorkItem:
    """One thing the actor must do. action: the sentence; url_kind: `dossier` | `voorstel` | `raadslid`.

    first: what must be done before the action is possible, empty when it is. advice: id of the request that waits for
    the actor, 0 when it is something else.
    """

    card: DossierCard
    action: str
    url_kind: str
    first: str = ""
    advice: int = 0


@dataclass(frozen=True, slots=True)
class WaitItem:
    """One thing the actor waits for: on whom (role names), since when."""

    card: DossierCard
    on: tuple[str, ...]
    since: datetime


@dataclass(frozen=True, slots=True)
class RecentEvent:
    """What happened in a dossier. what: in words."""

    number: str
    title: str
    record: TransitionRecord
    what: str = ""


@dataclass(frozen=True, slots=True)
class MyWork:
    now: tuple[WorkItem, ...]
    waiting: tuple[WaitItem, ...]
    recent: tuple[RecentEvent, ...]
    more: int = 0


@dataclass(frozen=True, slots=True)
class VersionScore:
    """One line of the score history: a version, its profiles and how many questions are still open."""

    version: DocumentVersion
    at: datetime
    profiles: tuple[Profile, ...]
    open_questions: int


@dataclass(frozen=True, slots=True)
class DossierPage:
    """Everything of the dossier page. current is None without a document or when the viewer may not see it.

    stale: the newest assessment belongs to an older version. release_refusals: why vrijgeven cannot be done now
    (empty = the gate holds). may_release: whether this actor's role may release at all. round: for which time it is in
    its state. step_checklist: title of the checklist that this step has of its own.
    """

    card: DossierCard
    strip: tuple[StripStep, ...]
    products: tuple[str, ...]
    guiding_questions: tuple[str, ...]
    involved: tuple[tuple[str, str], ...]
    events: tuple[TransitionRecord, ...]
    event_titles: tuple[str, ...]
    event_moves: tuple[str, ...]
    versions: tuple[DocumentVersion, ...]
    current: DocumentVersion | None
    assessment: Assessment | None
    stale: bool
    scores: tuple[VersionScore, ...]
    releases: tuple[Release, ...]
    release_refusals: tuple[Refusal, ...]
    may_release: bool
    may_upload: bool
    previous: Dossier | None
    next: tuple[Dossier, ...]
    advice: AdviceBoard = NO_ADVICE
    round: int = 1
    takes_documents: bool = True
    councils: tuple[Council, ...] = ()
    asks_councils: bool = False
    councils_due: date | None = None
    step_checklist: str = ""


@dataclass(frozen=True, slots=True)
class QuestionView:
    """One question with the machine's finding and the people's judgements beside it, newest per kind."""

    finding: Finding
    own: Judgement | None
    judgements: tuple[Judgement, ...]
    differs: bool


@dataclass(frozen=True, slots=True)
class ProposalPage:
    """The voorstel page: text with evidence beside questions. judge_kind: as whom this actor may judge, or empty.

    kinds: (id, title) of the kinds of proposal this actor may choose from, empty when not allowed.
    previous: the version before this one that the actor may see; moved: what changed in the verdicts since.
    """

    page: DossierPage
    version: DocumentVersion
    text: SourceText
    assessment: Assessment
    checklist: Checklist
    questions: tuple[QuestionView, ...]
    judge_kind: str
    kinds: tuple[tuple[str, str], ...] = ()
    previous: DocumentVersion | None = None
    moved: tuple[VerdictChange, ...] = ()


@dataclass(frozen=True, slots=True)
class TextChange:
    """One line of a comparison of two versions. kind: `gelijk` | `weg` | `nieuw`."""

    kind: str
    section: str
    text: str


@dataclass(frozen=True, slots=True)
class VersionComparison:
    """Two versions side by side. verdicts: (question id, old verdict, new verdict) where they differ.

    moved: the same questions, each with the passage that came or went with it.
    """

    card: DossierCard
    old: DocumentVersion
    new: DocumentVersion
    changes: tuple[TextChange, ...]
    verdicts: tuple[tuple[str, str, str], ...]
    moved: tuple[VerdictChange, ...] = ()


@dataclass(frozen=True, slots=True)
class CouncillorPage:
    """What a councillor prepares with: profile, open questions as own list, release with its deviation."""

    page: DossierPage
    version: DocumentVersion
    assessment: Assessment
    checklist: Checklist
    questions: tuple[CouncilQuestion, ...]
    release: Release | None
    summary: str
    asked_of_council: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PublicProposal:
    """What everyone may see of a released, public proposal. summary: publiekssamenvatting, or "" when there is none.

    councils: those that each decide on it, only on the page of one proposal; councils_due: the last day for all.
    """

    dossier: Dossier
    kader_title: str
    state_title: str
    strip: tuple[StripStep, ...]
    summary: str
    decision_points: tuple[str, ...]
    decided: str
    moves: tuple[tuple[date, str], ...]
    councils: tuple[Council, ...] = ()
    councils_due: date | None = None
