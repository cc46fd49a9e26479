from __future__ import annotations

from typing import Annotated, Literal

import pytest
from pydantic import BaseModel, ConfigDict, Field, field_validator
from pydantic_core import PydanticCustomError

from sdprocess.content.problems import build
from sdprocess.content.strict_yaml import load_yaml


class Vraag(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    id: str
    weight: Annotated[int, Field(alias="gewicht", ge=1, le=3)] = 1
    kind: Annotated[Literal["mens", "secties"], Field(alias="soort")] = "mens"


class Lijst(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid")
    version: Annotated[str, Field(alias="versie")]
    questions: Annotated[tuple[Vraag, ...], Field(alias="vragen", min_length=1)]

    @field_validator("version")
    @classmethod
    def three_numbers(cls, value: str) -> str:
        if value.count(".") != 2:
            raise PydanticCustomError("waarde-vorm", "waarde-vorm")
        return value


GOOD = "versie: '1.0.0'\nvragen:\n  - id: A1\n    gewicht: 2\n"


def test_a_good_tree_becomes_a_frozen_model() -> None:
    built = build(Lijst, load_yaml(GOOD))
    assert isinstance(built, Lijst)
    assert built.questions[0].weight == 2


@pytest.mark.parametrize(
    ("text", "rendered"),
    [
        ("vragen: [{id: A1}]\n", ["l.yaml:1: de sleutel 'versie' ontbreekt"]),
        ("versie: 1.0\nvragen: [{id: A1}]\n",
         ["l.yaml:1: 'versie' moet tekst zijn, maar is 1.0; zet de waarde tussen aanhalingstekens"]),
        ("versie: '1'\nvragen: [{id: A1}]\n",
         ["l.yaml:1: 'versie' heeft niet de goede vorm ('1')"]),
        ("versie: 1.0.0\nvragen: []\n", ["l.yaml:2: 'vragen' mag niet leeg zijn"]),
        ("versie: 1.0.0\nvragen: A1\n", ["l.yaml:2: 'vragen' moet een lijst zijn, maar is 'A1'"]),
        ("versie: 1.0.0\nvragen:\n  - A1\n",
         ["l.yaml:3: vraag 1: 'vragen' moet een blok met sleutels zijn, maar is 'A1'"]),
        ("versie: 1.0.0\nvragen:\n  - id: A1\n    gewicht: 9\n",
         ["l.yaml:4: vraag A1: 'gewicht' is 9; dat valt buiten de grenzen (le 3)"]),
        ("versie: 1.0.0\nvragen:\n  - id: A1\n    soort: ja\n",
         ["l.yaml:4: vraag A1: 'soort' is 'ja'; kies uit 'mens' of 'secties'"]),
        ("versie: 1.0.0\nvragen:\n  - id: D2\n    gewigt: 2\n",
         ["l.yaml:4: vraag D2: de sleutel 'gewigt' bestaat hier niet"]),
    ],
)  # fmt: skip
def test_a_wrong_tree_gives_dutch_sentences_with_their_line(text: str, rendered: list[str]) -> None:
    built = build(Lijst, load_yaml(text, "l.yaml"))
    assert isinstance(built, tuple)
    assert [str(p) for p in built] == rendered


def test_all_problems_come_at_once_in_the_order_of_the_lines() -> None:
    built = build(Lijst, load_yaml("vragen:\n  - id: A1\n    x: 1\n  - gewicht: twee\ntitel: t\n", "l.yaml"))
    assert isinstance(built, tuple)
    assert [(p.line, p.code) for p in built] == [
        (1, "sleutel-ontbreekt"),
        (3, "sleutel-onbekend"),
        (4, "sleutel-ontbreekt"),
        (4, "soort-getal"),
        (5, "sleutel-onbekend"),
    ]
