"""A procesontwerp: how the council wants to come to a decision in one dossier, in seven choices.

Source: the proceskaders of Breda (opstellen, vaststellen, reikwijdte, betrekken van de samenleving, planning,
organisatie, afstemming). It starts as a copy of a base proceskader and becomes that of the dossier once it is adopted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from sdprocess.domain.findings import ContentRef

ACTORS = ("inwoners", "raad", "belanghebbenden", "organisatie", "college")
"""The five parties of the actor wheel, clockwise from the top."""

SOCIETY = ("inwoners", "belanghebbenden")
"""The parties outside the town hall."""

INFO_QUESTIONS = ("nu", "speelt", "ervaring", "ruimte", "anders")
"""What an information phase answers, in order: codes of sentences."""

NOTE_PARTS = ("gelijk", "was", "wordt", "routes", "voordelen", "nadelen", "kosten", "risicos")
"""What a discussienotitie holds: what stays, was, becomes, and the routes with their pros, cons, costs and risks."""


class Ask(StrEnum):
    """What is asked of society in a step; from little to much say."""

    NONE = "niets"
    INFORM = "informeren"
    CONSULT = "raadplegen"
    WEIGH = "meewegen"
    CHOOSE = "kiezen"


class Writer(StrEnum):
    """Who writes the procesontwerp."""

    OFFICIAL = "medewerker"
    ADVISER = "raadsadviseur"
    TOGETHER = "samen"
    SESSION = "werksessie"


class Adoption(StrEnum):
    """How it comes before the council: noted, or put on the agenda to be discussed, amended and adopted."""

    NOTED = "kennisgeving"
    ADOPTED = "vaststelling"


class Reach(StrEnum):
    """Whether it frames the process only, or the substance too."""

    PROCESS = "proces"
    SUBSTANCE = "inhoud"


class DesignState(StrEnum):
    """A concept can be changed; what was adopted or noted cannot."""

    CONCEPT = "concept"
    ADOPTED = "vastgesteld"
    NOTED = "ter-kennisgeving"


@dataclass(frozen=True, slots=True)
class StepPlan:
    """When a step is, in the words of `domain.terms`. begins, ends: a date or a quarter; takes: a duration."""

    begins: str = "onbekend"
    ends: str = "onbekend"
    takes: str = "onbekend"


@dataclass(frozen=True, slots=True)
class DesignStep:
    """A step of the design. key: its own id; base: the state of the base proceskader that it copies.

    involved: party -> what it does; only those that take part. asked: what is asked of society, in words. organiser:
    who organises it. info and note: the ticked ones of INFO_QUESTIONS and NOTE_PARTS.
    """

    key: str
    base: str
    title: str
    step: str
    bob: str = ""
    kept: bool = True
    involved: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    ask: Ask | None = None
    asked: str = ""
    organiser: str = ""
    plan: StepPlan = StepPlan()
    products: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    info: tuple[str, ...] = ()
    note: tuple[str, ...] = ()

    @property
    def society(self) -> bool:
        """Whether somebody from outside the town hall takes part."""
        return any(party in self.involved for party in SOCIETY)


@dataclass(frozen=True, slots=True)
class Design:
    """The seven choices. An empty text or None means: not chosen yet.

    base: the proceskader it began from. body: who adopts or notes it. frames: substantive frames that the council gives
    along; they bind criterion A. director: in whose one hand the process lies. decides: who decides when it goes
    differently than planned.
    """

    base: ContentRef
    steps: tuple[DesignStep, ...]
    writer: Writer | None = None
    writers: str = ""
    adoption: Adoption | None = None
    body: str = ""
    reach: Reach | None = None
    frames: tuple[str, ...] = ()
    society: str = ""
    council_date: date | None = None
    planning: str = ""
    director: str = ""
    organisation: str = ""
    coordination: str = ""
    decides: str = ""

    @property
    def kept(self) -> tuple[DesignStep, ...]:
        """The steps that are not left out, in order."""
        return tuple(step for step in self.steps if step.kept)

    @property
    def binding_frames(self) -> tuple[str, ...]:
        """The frames that count: none when the reach is the process only."""
        return self.frames if self.reach is Reach.SUBSTANCE else ()

    def step(self, key: str) -> DesignStep:
        """Raises KeyError."""
        for step in self.steps:
            if step.key == key:
                return step
        raise KeyError(key)

    def with_step(self, changed: DesignStep) -> Design:
        """With this step in the place of the one with its key."""
        return replace(self, steps=tuple(changed if s.key == changed.key else s for s in self.steps))

    def repeated(self, key: str) -> Design:
        """With a copy of a step behind its last repeat, under a key of its own. Raises KeyError."""
        first = self.step(key)
        taken = {s.key for s in self.steps}
        count = next(n for n in range(2, len(self.steps) + 3) if f"{first.base}-{n}" not in taken)
        copy = replace(first, key=f"{first.base}-{count}", title=f"{first.title} (ronde {count})", kept=True)
        place = max(n for n, s in enumerate(self.steps) if s.base == first.base) + 1
        return replace(self, steps=(*self.steps[:place], copy, *self.steps[place:]))

    def ordered(self, keys: Iterable[str]) -> Design:
        """With the steps in this order; those that are not named keep theirs, behind it."""
        order = {key: n for n, key in enumerate(keys)}
        return replace(self, steps=tuple(sorted(self.steps, key=lambda s: order.get(s.key, len(order)))))


@dataclass(frozen=True, slots=True)
class StoredDesign:
    """A procesontwerp of a dossier. revision grows by one at each change; kader: what it became once adopted.

    decided_on and decided_by: the day and the body that adopted or noted it.
    """

    id: int
    dossier_id: int
    state: DesignState
    design: Design
    revision: int
    begun_at: datetime
    begun_by: str
    changed_at: datetime
    changed_by: str
    decided_on: date | None = None
    decided_by: str = ""
    kader: ContentRef | None = None

    @property
    def is_concept(self) -> bool:
        return self.state is DesignState.CONCEPT

    def as_adopted(self, adopted: AdoptedDesign) -> StoredDesign:
        """As it stood when it was adopted, whatever the concept says now."""
        return replace(
            self,
            state=adopted.state,
            design=adopted.design,
            decided_on=adopted.decided_on,
            decided_by=adopted.decided_by,
            kader=adopted.kader,
        )


@dataclass(frozen=True, slots=True)
class AdoptedDesign:
    """A design that holds from a decision on, until the next one. Never changed; the highest number is in force.

    number: 1, 2, 3 in the order of writing down. back: an amendment was taken back, and this is what held before it.
    """

    id: int
    design_id: int
    number: int
    at: datetime
    person: str
    state: DesignState
    decided_on: date
    decided_by: str
    kader: ContentRef
    design: Design
    back: bool = False


@dataclass(frozen=True, slots=True)
class DesignVersion:
    """A version that somebody kept on purpose. number: 1, 2, 3."""

    id: int
    design_id: int
    number: int
    at: datetime
    person: str
    note: str
    design: Design


@dataclass(frozen=True, slots=True)
class DesignComment:
    """What somebody says of a concept. about: a page of the form, or empty for the whole. revision: what they saw."""

    id: int
    design_id: int
    at: datetime
    person_id: int
    person: str
    about: str
    text: str
    revision: int
