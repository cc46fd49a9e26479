"""Plain values as YAML text that the strict loader reads back as exactly those values."""

from __future__ import annotations

import re
from typing import Any

import yaml

WIDTH = 120
_NO_TEXT = re.compile(r"[-+]?(\d|\.\d)|~|(?i:null|true|false|yes|no|on|off|y|n)$|$")
"""Beginnings of a text that a reader of YAML could take for a number, a truth value or nothing."""


class _Writer(yaml.SafeDumper):
    """Block style, no references, text in quotes where another reader would see no text."""

    def ignore_aliases(self, data: Any) -> bool:  # noqa: ARG002  the signature of PyYAML
        return True


def _text(writer: _Writer, value: str) -> yaml.ScalarNode:
    style = '"' if _NO_TEXT.match(value) else None
    return writer.represent_scalar("tag:yaml.org,2002:str", value, style=style)


_Writer.add_representer(str, _text)


def as_yaml(value: Any) -> str:
    """The text of dicts, lists and scalars, keys in their order."""
    return yaml.dump(value, Dumper=_Writer, allow_unicode=True, sort_keys=False, width=WIDTH)
