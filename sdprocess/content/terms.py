"""The `termijn` of a toestand: how long it may take, when it must be done at the latest, and which law says so.

The short way (`15 werkdagen`, `4 weken voor raadsvergadering`) and the block with `duur`, `uiterlijk` and `wet` are the
same thing. What the words mean: `domain.terms`; what dates they give: `planning.terms`.
"""

from __future__ import annotations

from typing import Annotated, Any

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

from sdprocess.domain.terms import (
    UNKNOWN,
    Anchor,
    BadTerm,
    Relative,
    Term,
    parse_duration,
    parse_point,
)


def checked(parse: Any) -> BeforeValidator:
    """Refuses text that `parse` cannot read, with its own code."""

    def check(given: Any) -> Any:
        if isinstance(given, str):
            try:
                parse(given)
            except BadTerm as error:
                raise PydanticCustomError(error.code, error.code, {"given": error.given}) from None
        return given

    return BeforeValidator(check)


class TermSpec(BaseModel):
    """duration: `duur`. latest: `uiterlijk`. law: `wet`, the article; with it the Algemene termijnenwet applies."""

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    duration: Annotated[str | None, checked(parse_duration), Field(alias="duur")] = None
    latest: Annotated[str | None, checked(parse_point), Field(alias="uiterlijk")] = None
    law: Annotated[str, Field(alias="wet")] = ""

    @model_validator(mode="after")
    def _says_something(self) -> TermSpec:
        if self.duration is None and self.latest is None:
            raise PydanticCustomError("proces-termijn-leeg", "proces-termijn-leeg")
        if self.law and not self.value.known:
            raise PydanticCustomError("proces-termijn-wet", "proces-termijn-wet")
        return self

    @property
    def value(self) -> Term:
        """The term as planning counts with it."""
        return Term(parse_duration(self.duration or UNKNOWN), parse_point(self.latest or UNKNOWN), self.law)

    @property
    def anchor(self) -> Anchor | None:
        """What `uiterlijk` is counted from, None for a date, a quarter or no last day."""
        point = self.value.latest
        return point.anchor if isinstance(point, Relative) else None


NO_TERM = TermSpec(latest=UNKNOWN)
"""What a toestand without `termijn` has."""


def spell_term(written: object) -> object:
    """The block that a short term stands for; anything that is no text stays as it is."""
    if not isinstance(written, str):
        return written
    try:
        parse_duration(written)
    except BadTerm:
        return {"uiterlijk": written}
    return {"uiterlijk" if written == UNKNOWN else "duur": written}
