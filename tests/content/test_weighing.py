"""When a heavy process is worth it: the shipped decision table, and tables that are refused."""

from __future__ import annotations

import pytest

from sdprocess.content.library import content_root
from sdprocess.content.weighing import load_weighing, weighing
from sdprocess.domain.errors import InvalidContent

SHIPPED = weighing(content_root())
ALL = [part.id for part in SHIPPED.parts]


@pytest.mark.parametrize(
    ("count", "verdict"), [(0, "licht"), (1, "licht"), (2, "overweeg"), (3, "overweeg"), (4, "zwaar"), (7, "zwaar")]
)
def test_the_advice_by_how_many_traits_hold(count, verdict) -> None:
    assert SHIPPED.advice(ALL[:count]).verdict == verdict


def test_an_unknown_trait_does_not_count() -> None:
    assert SHIPPED.advice(["x", "y", "z", "q"]).verdict == "licht"


@pytest.mark.parametrize(("least", "other"), [("1", "0"), ("1", "4")])
def test_a_table_in_the_wrong_order_or_without_an_end_is_refused(tmp_path, least, other) -> None:
    path = tmp_path / "1.0.0.yaml"
    rows = "".join(f"  - {{ dan: licht, minstens: {n}, toelichting: x }}\n" for n in (other, least))
    part = "kenmerken:\n  - { id: a, titel: A, toelichting: x }\n"
    path.write_text(f'schema: zwaarte/1\nid: zwaarte\nversie: "1.0.0"\ntitel: T\nbron: b\n{part}oordeel:\n{rows}')
    with pytest.raises(InvalidContent):
        load_weighing(path)
