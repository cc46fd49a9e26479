"""The demo data as frozen values: who lives in Merenveld, which dossiers there are and what happened to them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, date, datetime, time, timedelta
from importlib.resources import files
from typing import Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, model_validator

from sdprocess.demo.designs import AmendPlan, DesignPlan
from sdprocess.domain.councils import Outcome
from sdprocess.domain.findings import Verdict

_FRIDAY, _THURSDAY = 4, 3
_ACTS = (
    "opened",
    "file",
    "judge",
    "release",
    "transition",
    "decided",
    "questions",
    "choices",
    "councils",
    "design",
    "amended",
    "advice",
    "plan",
)


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class Inhabitant(_Frozen):
    """Somebody with a demo account."""

    name: str = Field(alias="naam")
    login: str
    job: str = Field(alias="functie")
    roles: frozenset[str] = Field(alias="rollen")

    @property
    def key(self) -> str:
        """How histories name this person: the login up to the @."""
        return self.login.partition("@")[0]


class Municipality(_Frozen):
    name: str = Field(alias="naam")
    inhabitants: int = Field(alias="inwoners")
    villages: tuple[str, ...] = Field(alias="kernen")
    parties: tuple[str, ...] = Field(alias="fracties")


class Population(_Frozen):
    municipality: Municipality = Field(alias="gemeente")
    people: tuple[Inhabitant, ...] = Field(alias="mensen")


class Opinion(_Frozen):
    """What a person finds of a question, where it differs from what stood there."""

    verdict: Verdict = Field(alias="oordeel")
    reason: str = Field(alias="reden", min_length=1)
    quote: str = Field("", alias="citaat")


class CouncilPlan(_Frozen):
    """One council in a dossier. meets: days ahead, on a Thursday (negative = past); outcome: what it decided then."""

    name: str = Field(alias="naam")
    meets: int | None = Field(None, alias="vergadert")
    outcome: Outcome = Field(Outcome.OPEN, alias="uitkomst")
    words: str = Field("", alias="tekst")

    def day(self, today: date) -> date | None:
        """The Thursday on or before `meets` days from today."""
        return None if self.meets is None else _thursday(today + timedelta(days=self.meets))


class Act(_Frozen):
    """One thing that happened: exactly one of the acts below. days: days ago, or `raad` for the day of the council.
    choices: taking over the choices that the newest proposal leaves for later.
    plan: counting the planning forward from that moment, again with a reason.

    judge: as whom. What is not in `others` follows whoever judged before, or else the machine; what the machine does
    not judge or finds nvt gets `rest`. advice: title of the request that is answered, with `answer` and `remark`.
    """

    days: int | Literal["raad"] = Field(alias="dagen")
    by: str = Field(alias="door")
    opened: bool = Field(False, alias="geopend")
    file: str = Field("", alias="bestand")
    judge: Literal["", "zelf", "collega", "griffie"] = Field("", alias="oordelen")
    others: Mapping[str, Opinion] = Field(default_factory=dict, alias="anders")
    rest: Opinion | None = Field(None, alias="overig")
    release: bool = Field(False, alias="vrijgave")
    deviation: str = Field("", alias="afwijking")
    transition: str = Field("", alias="overgang")
    reason: str = Field("", alias="reden")
    decided: str = Field("", alias="besluit")
    questions: tuple[str, ...] = Field((), alias="vragen")
    choices: bool = Field(False, alias="keuzes")
    design: DesignPlan | None = Field(None, alias="procesontwerp")
    amended: AmendPlan | None = Field(None, alias="procesontwerp-wijziging")
    plan: bool = Field(False, alias="planning")
    councils: tuple[CouncilPlan, ...] = Field((), alias="raden")
    advice: str = Field("", alias="advies")
    answer: Literal["akkoord", "akkoord-met-opmerking", "niet-akkoord"] = Field("akkoord", alias="antwoord")
    remark: str = Field("", alias="opmerking")

    @model_validator(mode="after")
    def _one_act(self) -> Act:
        if sum(bool(getattr(self, act)) for act in _ACTS) != 1:
            raise ValueError(f"a step of a history does exactly one of {', '.join(_ACTS)}")
        return self


class DossierPlan(_Frozen):
    """A dossier and its history, oldest first. state: where it must end up. council: days ahead, None = no date.

    kader_version: the version it was opened on, None = the newest.
    """

    number: str = Field(alias="nummer")
    title: str = Field(alias="titel")
    about: str = Field(alias="waarover")
    theme: str = Field(alias="thema")
    portfolio: str = Field(alias="portefeuille")
    kader: str
    kader_version: str | None = Field(None, alias="kaderversie")
    steller: str
    state: str = Field(alias="staat")
    council: int | None = Field(None, alias="raad")
    previous: str | None = Field(None, alias="vorige")
    history: tuple[Act, ...] = Field(alias="verloop", min_length=1)

    def council_date(self, today: date) -> date | None:
        """The Thursday on or before `council` days from today: councils meet on Thursdays."""
        if self.council is None:
            return None
        return _thursday(today + timedelta(days=self.council))

    def moment(self, rank: int, today: date) -> datetime:
        """When the act at this rank happened: a working day, in the morning, later acts later; a council at night."""
        act = self.history[rank]
        if act.days == "raad":
            evening = self.council_date(today) or today
            return datetime.combine(evening, time(20, rank), UTC)
        day = today - timedelta(days=act.days)
        day -= timedelta(days=max(0, day.weekday() - _FRIDAY))
        return datetime.combine(day, time(7, 30), UTC) + timedelta(minutes=9 * rank)


def _thursday(day: date) -> date:
    return day - timedelta(days=(day.weekday() - _THURSDAY) % 7)


def population() -> Population:
    """The people of the demo municipality. Raises ValidationError when the file is wrong."""
    return Population.model_validate(_load("mensen.yaml"))


def dossier_plans() -> tuple[DossierPlan, ...]:
    """The dossiers in the order in which they are made. Raises ValidationError when the file is wrong."""
    return tuple(DossierPlan.model_validate(d) for d in _load("dossiers.yaml")["dossiers"])


def register_file() -> bytes:
    """The csv with what the council of Merenveld adopted before."""
    return (files("sdprocess.demo") / "gegevens" / "kaders.csv").read_bytes()


def _load(name: str) -> Any:
    return yaml.safe_load((files("sdprocess.demo") / "gegevens" / name).read_text(encoding="utf-8"))
