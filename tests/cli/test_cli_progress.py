from __future__ import annotations

import io

import pytest

from sdprocess.cli.progress import bar, with_progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def test_a_terminal_sees_where_it_is_and_a_clean_line_at_the_end() -> None:
    out = Terminal()
    assert list(with_progress(["x", "y"], ("een.pdf", "twee.pdf"), out)) == ["x", "y"]
    assert "0 van 2  een.pdf" in out.getvalue()
    assert "1 van 2  twee.pdf" in out.getvalue()
    assert out.getvalue().endswith("\r\x1b[K")


@pytest.mark.parametrize(
    ("out", "names"),
    [pytest.param(io.StringIO(), ("a", "b"), id="no terminal"), pytest.param(Terminal(), ("a",), id="one file")],
)
def test_otherwise_nothing_is_drawn(out: io.StringIO, names: tuple[str, ...]) -> None:
    assert list(with_progress(names, names, out)) == list(names)
    assert out.getvalue() == ""


@pytest.mark.parametrize(("done", "full"), [(0, 0), (5, 15), (10, 30)])
def test_the_bar_grows_with_what_is_done(done: int, full: int) -> None:
    assert bar(done, 10, "naam").count("#") == full
