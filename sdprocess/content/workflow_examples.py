"""The example paths in a workflow file: what must be allowed and what must be refused, and on which facts."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator
from pydantic_core import PydanticCustomError

Text = Annotated[str, Field(min_length=1)]
Judged = Literal["alles", "deel", "geen"]

RELEASE = "vrijgave"
"""What an example writes under `overgang` to try the release; no transition may have this id."""

NOT_HERE = "overgang-niet-hier"
"""What an example writes under `geweigerd` when the transition does not leave the state."""


class Facts(BaseModel):
    """How the dossier stands in an example. Each has a default that opens every gate; an example names what is not so.

    advice: of what the state asks; `ouder`: given about an older text, `stil`: nobody answered and the terms are over.
    councils: whether all of two councils decided, only the first, or there are none.
    same_person: who acts is the steller of the dossier, in another role.
    answered: `profiel`, per criterion how many questions have the answer ja; criteria that are not named have them all.
    """

    model_config = ConfigDict(frozen=True, extra="forbid", validate_by_name=True)

    document: bool = True
    check: Annotated[Literal["actueel", "ouder", "geen", "niet-beoordeeld"], Field(alias="toets")] = "actueel"
    own: Annotated[Judged, Field(alias="zelf")] = "alles"
    colleague: Annotated[Literal["alles", "deel", "geen", "steller"], Field(alias="collega")] = "alles"
    griffie: Judged = "alles"
    released: Annotated[Literal["actueel", "ouder", "geen"], Field(alias="vrijgave")] = "actueel"
    advice: Annotated[Literal["binnen", "deel", "geen", "niet-akkoord", "ouder", "stil"], Field(alias="advies")] = (
        "binnen"
    )
    same_person: Annotated[bool, Field(alias="zelfde_persoon")] = False
    councils: Annotated[Judged, Field(alias="raden")] = "alles"
    answered: Mapping[str, int] = Field(default_factory=lambda: MappingProxyType({}), alias="profiel")

    def updated(self, other: Facts) -> Facts:
        """These facts, with what `other` names explicitly."""
        return self.model_copy(update={name: getattr(other, name) for name in other.model_fields_set})


class Step(BaseModel):
    """One try in an example: who does what, and either where it arrives or which guards refuse it (all of them)."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    move: Annotated[Text, Field(alias="overgang")]
    by: Annotated[Text, Field(alias="door")]
    reason: Annotated[str, Field(alias="reden")] = ""
    facts: Facts = Field(default_factory=Facts, alias="feiten")
    arrives: Annotated[str, Field(alias="komt_in")] = ""
    refused_by: Annotated[tuple[Text, ...], Field(alias="geweigerd")] = ()

    @model_validator(mode="after")
    def _one_outcome(self) -> Step:
        if bool(self.arrives) == bool(self.refused_by):
            raise PydanticCustomError("proces-voorbeeld-uitkomst", "proces-voorbeeld-uitkomst")
        return self


class Example(BaseModel):
    """A path through the workflow. start: `vanuit`, the begin state when empty."""

    model_config = ConfigDict(frozen=True, extra="forbid")

    title: Annotated[Text, Field(alias="titel")]
    start: Annotated[str, Field(alias="vanuit")] = ""
    facts: Facts = Field(default_factory=Facts, alias="feiten")
    steps: Annotated[tuple[Step, ...], Field(alias="stappen", min_length=1)]
