"""The calendar of a municipality as a content file: `kalenders/<id>/<versie>.yaml`.

What planning counts with: days off, recess and election time, council meetings, and the yearly moments of P&C. The
newest version is in force; a plan remembers with which version it was made.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Annotated, Any, Literal, get_args

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, PrivateAttr, model_validator
from pydantic_core import PydanticCustomError

from sdprocess.content.problems import Problem, build
from sdprocess.content.refs import VERSION, content_ref
from sdprocess.content.strict_yaml import Node, load_yaml
from sdprocess.content.workflow import ID, Workflow
from sdprocess.domain.errors import InvalidContent
from sdprocess.domain.findings import ContentRef
from sdprocess.domain.terms import AnchorKind

Text = Annotated[str, Field(min_length=1)]
Weekday = Literal["maandag", "dinsdag", "woensdag", "donderdag", "vrijdag"]
Week = Literal["eerste", "tweede", "derde", "vierde", "laatste"]
WEEKDAYS: tuple[str, ...] = get_args(Weekday)
WEEKS: tuple[str, ...] = get_args(Week)
MONTHS = (
    "januari", "februari", "maart", "april", "mei", "juni",
    "juli", "augustus", "september", "oktober", "november", "december",
)  # fmt: skip
COMMON_YEAR = 2027
"""A moment comes back every year, so 29 February is none."""


def _day(given: Any) -> Any:
    try:
        return date.fromisoformat(given) if isinstance(given, str) else given
    except ValueError:
        raise PydanticCustomError("kalender-dag", "kalender-dag", {"given": given}) from None


def _yearly(given: Any) -> Any:
    if isinstance(given, str):
        number, _, month = given.partition(" ")
        try:
            date(COMMON_YEAR, MONTHS.index(month) + 1, int(number))
        except ValueError:
            raise PydanticCustomError("kalender-dag-jaarlijks", "kalender-dag-jaarlijks", {"given": given}) from None
    return given


Day = Annotated[date, BeforeValidator(_day)]
Yearly = Annotated[str, BeforeValidator(_yearly)]
"""`15 november`."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Holidays(_Frozen):
    """The holidays of which a municipality may choose whether it is closed."""

    five_may: Annotated[Literal["elk-jaar", "lustrum", "nooit"], Field(alias="vijf_mei")]
    good_friday: Annotated[bool, Field(alias="goede_vrijdag")]


class Closed(_Frozen):
    """A day on which the town hall is closed besides the holidays."""

    day: Annotated[Day, Field(alias="dag")]
    reason: Annotated[Text, Field(alias="reden")]


class WithoutCouncil(_Frozen):
    """Recess or election time, both days included."""

    title: Annotated[Text, Field(alias="titel")]
    first: Annotated[Day, Field(alias="eerste_dag")]
    last: Annotated[Day, Field(alias="laatste_dag")]

    @model_validator(mode="after")
    def _in_order(self) -> WithoutCouncil:
        if self.last < self.first:
            raise PydanticCustomError("kalender-omgekeerd", "kalender-omgekeerd")
        return self


class Rule(_Frozen):
    """A council that meets on the same weekday of every month."""

    weekday: Annotated[Weekday, Field(alias="weekdag")]
    week: Week


class Meetings(_Frozen):
    """rule: for months without a day of their own; dates: those days."""

    rule: Annotated[Rule | None, Field(alias="regel")] = None
    dates: Annotated[tuple[Day, ...], Field(alias="dagen")] = ()

    @model_validator(mode="after")
    def _some(self) -> Meetings:
        if self.rule is None and not self.dates:
            raise PydanticCustomError("kalender-vergaderingen-leeg", "kalender-vergaderingen-leeg")
        return self


class YearlyMoment(_Frozen):
    """A moment of planning and control: on a day (`op`), or before it (`voor`: the day before is the last)."""

    title: Annotated[Text, Field(alias="titel")]
    on: Annotated[Yearly, Field(alias="op")] = ""
    before: Annotated[Yearly, Field(alias="voor")] = ""
    law: Annotated[str, Field(alias="wet")] = ""

    @model_validator(mode="after")
    def _one(self) -> YearlyMoment:
        if bool(self.on) == bool(self.before):
            raise PydanticCustomError("kalender-moment", "kalender-moment")
        return self

    @property
    def month_day(self) -> tuple[int, int]:
        """Month and day as written."""
        number, _, month = (self.on or self.before).partition(" ")
        return MONTHS.index(month) + 1, int(number)


class Calendar(_Frozen):
    """A calendar file. Loaded with `load_calendar`, which also checks that its days agree."""

    schema_name: Annotated[Literal["kalender/1"], Field(alias="schema")]
    id: Annotated[str, Field(pattern=ID)]
    version: Annotated[str, Field(alias="versie", pattern=rf"^{VERSION.pattern}$")]
    title: Annotated[Text, Field(alias="titel")]
    explanation: Annotated[Text, Field(alias="toelichting")]
    source: Annotated[Text, Field(alias="bron")]
    known_until: Annotated[Day, Field(alias="bekend_tot_en_met")]
    holidays: Annotated[Holidays, Field(alias="feestdagen")]
    closed: Annotated[tuple[Closed, ...], Field(alias="gesloten")] = ()
    without_council: Annotated[tuple[WithoutCouncil, ...], Field(alias="zonder_raad")] = ()
    meetings: Annotated[Meetings | None, Field(alias="raadsvergaderingen")] = None
    moments: Annotated[Mapping[str, YearlyMoment], Field(alias="momenten")] = MappingProxyType({})

    _sha256: str = PrivateAttr(default="")

    @property
    def ref(self) -> ContentRef:
        """Which calendar a plan was made with."""
        return ContentRef(self.id, self.version, self._sha256)

    def pinned(self, sha256: str) -> Calendar:
        """Itself, knowing the hash of its file. For the loader only."""
        self._sha256 = sha256
        return self


def load_calendar(path: Path, name: str = "") -> Calendar:
    """The calendar in `kalenders/<id>/<version>.yaml`. Raises InvalidContent with all problems."""
    tree = load_yaml(path, name)
    built = build(Calendar, tree)
    if isinstance(built, tuple):
        raise InvalidContent(built)
    problems = tuple(sorted(_agree(built, tree, path), key=lambda p: p.line))
    if problems:
        raise InvalidContent(problems)
    return built.pinned(content_ref(path).sha256)


def _agree(calendar: Calendar, tree: Node, path: Path) -> Iterator[Problem]:
    """Days that contradict each other, and a place that says something else than the file."""
    if calendar.id != path.parent.name:
        yield tree.problem("bestand-id", "id", given=calendar.id, expected=path.parent.name)
    if calendar.version != path.stem:
        yield tree.problem("bestand-versie", "versie", given=calendar.version, expected=path.stem)
    seen = set[date]()
    for n, day in enumerate(calendar.meetings.dates if calendar.meetings else ()):
        place = ("raadsvergaderingen", "dagen", n)
        recess = next((p.title for p in calendar.without_council if p.first <= day <= p.last), "")
        if day in seen:
            yield tree.problem("kalender-dubbel", *place, day=day)
        if recess:
            yield tree.problem("kalender-in-reces", *place, day=day, title=recess)
        if day > calendar.known_until:
            yield tree.problem("kalender-na-einde", *place, day=day, until=calendar.known_until)
        seen.add(day)


def moment_problems(workflow: Workflow, source: Path | str, name: str, calendar: Calendar | None) -> Iterator[Problem]:
    """Terms of a proceskader that are counted from a moment that is not in the calendar.

    source: the file or text it was read from, for the lines. name: how problems call it.
    """
    known = calendar.moments if calendar else {}
    for state in workflow.states:
        anchor = state.term.anchor
        if anchor and anchor.kind is AnchorKind.MOMENT and anchor.id not in known:
            tree = load_yaml(source, name)
            yield tree.problem("proces-moment-onbekend", "toestanden", state.id, "termijn", name=anchor.id)
