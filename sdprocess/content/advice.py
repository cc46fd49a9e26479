"""What a toestand says of advice and parafen: who is asked, in which order, for how long, and what silence means."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sdprocess.content.terms import checked
from sdprocess.domain.advice import AdviceKind, NewText, Order, Silence
from sdprocess.domain.terms import UNKNOWN, parse_duration

Text = Annotated[str, Field(min_length=1)]
ID = r"^[a-z][a-z0-9]*(-[a-z0-9]+)*$"
COLLEGE = "college"

Rule = Literal["portefeuillehouder", "alle-portefeuillehouders"]
"""Who a dossier asks for by what it is about: the member of the college in whose function its portfolio stands; or one
for each portfolio it names, with `;` between them."""


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class AskedOf(_Frozen):
    """Who may answer: `door` or `vervanger`. One of a role (with a word of the function), a login, or a rule."""

    role: Annotated[str, Field(alias="rol")] = ""
    job: Annotated[Annotated[str, Field(pattern=r"^\w+$")] | None, Field(alias="functie")] = None
    person: Annotated[Annotated[str, Field(pattern=r"^[^@\s]+@[^@\s]+$")] | None, Field(alias="persoon")] = None
    rule: Annotated[Rule | None, Field(alias="regel")] = None

    @model_validator(mode="after")
    def _one_way(self) -> AskedOf:
        ways = [bool(self.role), self.person is not None, self.rule is not None]
        if sum(ways) != 1 or (self.job is not None and not self.role):
            raise PydanticCustomError("proces-advies-aan-wie", "proces-advies-aan-wie")
        return self

    @property
    def needs_role(self) -> str:
        """The role that whoever answers holds, empty for a named person."""
        return COLLEGE if self.rule else self.role


class Asked(_Frozen):
    """One that is asked. silence: what it means when the term passes without an answer."""

    id: Annotated[str, Field(alias="#id", pattern=ID)]
    title: Annotated[Text, Field(alias="titel")]
    by: Annotated[AskedOf, Field(alias="door")]
    substitute: Annotated[AskedOf | None, Field(alias="vervanger")] = None
    term: Annotated[str, checked(parse_duration), Field(alias="termijn")] = UNKNOWN
    silence: Annotated[Silence, Field(alias="stilte")]


class AdviceRound(_Frozen):
    """`adviezen` or `parafen` of a toestand. enough: a quorum, without it everybody who is asked.

    new_text: what a new text does to the answers that were given.
    """

    order: Annotated[Order, Field(alias="volgorde")] = Order.PARALLEL
    enough: Annotated[int | None, Field(alias="genoeg", ge=1)] = None
    new_text: Annotated[NewText, Field(alias="nieuwe_tekst")]
    asked: Annotated[tuple[Asked, ...], Field(alias="vragen_aan", min_length=1)]


KEYS = {AdviceKind.ADVICE: "adviezen", AdviceKind.INITIALS: "parafen"}
"""The key of each kind in a toestand."""
