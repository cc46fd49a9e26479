"""The closed vocabulary of guards: which names a workflow may use under `mits`, and with which parameters.

The functions behind the names are in `engine.guards`; an architecture test holds that both know the same names.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, RootModel, field_validator
from pydantic_core import PydanticCustomError

COUNCILS_DECIDED = "raden-hebben-besloten"
"""A proceskader that uses it keeps a list of councils with each dossier."""

DOCUMENT_GUARDS = frozenset({"document-aanwezig", "versie-ongewijzigd", "vrijgegeven", "checklist-beantwoord"})
"""A proceskader that uses one of these has a document in each dossier."""

_SHARE = re.compile(r"(100|[1-9]?[0-9])%", re.ASCII)


class Nothing(BaseModel):
    """A guard without parameters."""

    model_config = ConfigDict(frozen=True, extra="forbid")


class ByWhom(BaseModel):
    """Whose judgements must be complete."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    by: Annotated[Literal["zelf", "griffie"], Field(alias="door")] = "zelf"


class AdviceIn(BaseModel):
    """Which answers must be in, and whether everybody must agree. A paraaf that is refused is never in."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    kind: Annotated[Literal["alles", "advies", "paraaf"], Field(alias="soort")] = "alles"
    verdict: Annotated[Literal["elk", "akkoord"], Field(alias="oordeel")] = "elk"


class PerCriterion(RootModel[dict[str, int | str]]):
    """Per criterion how many questions must be answered (`2`), or which share of those that apply (`"50%"`)."""

    @field_validator("root")
    @classmethod
    def _counts_and_shares(cls, value: dict[str, int | str]) -> dict[str, int | str]:
        if not value:
            raise PydanticCustomError("proces-minimum-leeg", "proces-minimum-leeg")
        for criterion, least in value.items():
            good = _SHARE.fullmatch(least) is not None if isinstance(least, str) else least >= 1
            if not good:
                facts = {"criterion": criterion, "least": str(least)}
                raise PydanticCustomError("proces-minimum-vorm", "proces-minimum-vorm", facts)
        return value


@dataclass(frozen=True, slots=True)
class GuardSpec:
    """What a workflow may say of a guard. instead: the key that brings it, when `mits` may not name it."""

    name: str
    params: type[BaseModel] = Nothing
    instead: str = ""


GUARDS: Mapping[str, GuardSpec] = MappingProxyType(
    {
        spec.name: spec
        for spec in (
            GuardSpec("rol", instead="door"),
            GuardSpec("reden-gegeven", instead="reden"),
            GuardSpec("document-aanwezig"),
            GuardSpec("versie-ongewijzigd"),
            GuardSpec("checklist-beantwoord", ByWhom),
            GuardSpec("minimum-per-criterium", PerCriterion),
            GuardSpec("collegiale-toets-gedaan"),
            GuardSpec("niet-dezelfde-persoon"),
            GuardSpec("vrijgegeven"),
            GuardSpec("adviezen-binnen", AdviceIn),
            GuardSpec(COUNCILS_DECIDED),
        )
    }
)
"""All guards by name."""
