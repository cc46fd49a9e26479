"""What stands under `mits`: guards with their parameters, and groups of them (`alle`, `een-van`), nested at will."""

from __future__ import annotations

from collections.abc import Iterator
from types import MappingProxyType
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Discriminator, Field, Tag, field_validator
from pydantic_core import PydanticCustomError

ALL, ANY = "alle", "een-van"
GROUPS = (ALL, ANY)
"""The keys that combine guards. They stand where the name of a guard stands, so no guard may have these names."""

FEWEST = 2
"""A group of one combines nothing."""

Path = tuple[str | int, ...]


class _Frozen(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")


class GuardUse(_Frozen):
    """A guard of `guard_names.GUARDS` and its parameters, as written."""

    name: Annotated[str, Field(alias="#name")]
    params: Any = Field(default_factory=lambda: MappingProxyType({}), alias="#params")


class _Group(_Frozen):
    @field_validator("*", mode="after")
    @classmethod
    def _more_than_one(cls, value: tuple[Requirement, ...]) -> tuple[Requirement, ...]:
        if len(value) < FEWEST:
            raise PydanticCustomError("proces-groep-klein", "proces-groep-klein")
        return value


class AllOf(_Group):
    """Holds when all members hold. Useful inside `een-van`; the top of `mits` is one already."""

    members: Annotated[tuple[Requirement, ...], Field(alias="alle")]


class AnyOf(_Group):
    """Holds when one member holds."""

    members: Annotated[tuple[Requirement, ...], Field(alias="een-van")]


def _kind(written: Any) -> str:
    if isinstance(written, _Group):
        return ALL if isinstance(written, AllOf) else ANY
    keys = written if isinstance(written, dict) else {}
    return next((key for key in GROUPS if key in keys), "#name")


Requirement = Annotated[
    Annotated[GuardUse, Tag("#name")] | Annotated[AllOf, Tag(ALL)] | Annotated[AnyOf, Tag(ANY)], Discriminator(_kind)
]
Requirements = tuple[Requirement, ...]

AllOf.model_rebuild()
AnyOf.model_rebuild()


def guards_in(requirements: Requirements, path: Path) -> Iterator[tuple[Path, GuardUse]]:
    """Every guard among these, also those in groups, each with its place in the file. path: of the list."""
    for n, requirement in enumerate(requirements):
        if isinstance(requirement, GuardUse):
            yield (*path, n), requirement
        else:
            key = ALL if isinstance(requirement, AllOf) else ANY
            yield from guards_in(requirement.members, (*path, n, key))
