"""Versions of the workflow of these tests, made from its file."""

from __future__ import annotations

from pathlib import Path

FILE = Path(__file__).parent / "inhoud" / "workflows" / "proef" / "1.0.0.yaml"


def proef(version: str = "2.0.0", *changes: tuple[str, str], id: str = "proef") -> str:  # noqa: A002
    """The text with another version and every change made everywhere."""
    text = FILE.read_text("utf-8")
    for old, new in (('versie: "1.0.0"', f'versie: "{version}"'), ("id: proef", f"id: {id}"), *changes):
        assert old in text, old
        text = text.replace(old, new)
    return text


RENAMED = (("  toetsing:\n", "  meelezen:\n"), ("naar: toetsing", "naar: meelezen"), ("van: toetsing", "van: meelezen"),
           ("komt_in: toetsing", "komt_in: meelezen"), ("vanuit: toetsing", "vanuit: meelezen"))  # fmt: skip
"""The state `toetsing` goes away, `meelezen` comes in its place."""
