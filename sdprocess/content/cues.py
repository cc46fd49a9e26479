"""The cue notation of the checklists, and its translation to RE2 (linear time, so a pattern can never hang).

A cue is words with single spaces: `past binnen … {kader}`.

* `…` up to six words inside the sentence (`…12`: up to twelve); `*` any letters; `#` a number or amount
* `(a|b~c)` one of these (`~` is a space there), `(a)?` may be left out
* `{naam}` one of the words of that name in the checklist's `begrippen`

Cues are matched against folded text: lower case, ASCII, one sentence per line.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import re2

DIVIDE = r"[^a-z0-9\n]{1,4}"
NUMBER = r"(?:\$ ?)?\d[\d.,]*"
MOST_WORDS = 40
_TOKEN = re.compile(r"…\d*|\([^()]*\)\??|\{[^{}\s]+\}|[^\s…(){}]+")
_NAME = re.compile(r"\{([^{}\s]+)\}")


class BadCue(ValueError):
    """A cue that cannot be read. `code` and `what` name the problem."""

    def __init__(self, code: str, what: str) -> None:
        self.code = code
        self.what = what
        super().__init__(f"{code}: {what}")


def fold(text: str) -> str:
    """Lower case ASCII of the same length, so that offsets in the folded text are offsets in the text."""
    return text.translate(_FOLD)


class _FoldTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        import unicodedata  # noqa: PLC0415  only on the first meeting with a character

        char = chr(code)
        lowered = unicodedata.normalize("NFKD", char.lower())[:1]
        folded = lowered if lowered.isascii() and lowered.isprintable() else _EXTRA.get(char, "_")
        self[code] = folded if char not in "\n\t" else " "
        return self[code]


_EXTRA = {"€": "$", "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "•": "*", "ø": "o", "ß": "s"}
_FOLD = _FoldTable()


def cue_source(cue: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    """RE2 source of one cue. Raises BadCue for an unknown notion or an unreadable cue."""
    tokens = _TOKEN.findall(cue)
    if "".join(tokens).replace(" ", "") != "".join(cue.split()):
        raise BadCue("cue-onleesbaar", cue)
    parts: list[str] = []
    glue = ""
    for token in tokens:
        if token.startswith("…"):
            most = int(token[1:] or 6)
            if not 0 < most <= MOST_WORDS:
                raise BadCue("cue-te-wijd", cue)
            glue = rf"(?:[^a-z0-9\n]+[a-z0-9]+){{0,{most}}}?[^a-z0-9\n]+"
            continue
        optional = token.endswith(")?")
        piece = _piece(token.removesuffix("?") if optional else token, notions)
        if optional:
            parts.append(f"{glue}(?:{piece}{DIVIDE})?")
            glue = "" if glue or not parts[:-1] else ""
            continue
        parts.append(glue + piece)
        glue = DIVIDE
    if not parts:
        raise BadCue("cue-leeg", cue)
    return "".join(parts)


def _piece(token: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    if token.startswith("("):
        return "(?:" + "|".join(_word(alt, notions) for alt in token[1:-1].split("|")) + ")"
    return _word(token, notions)


def _word(word: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    if "~" in word:
        return DIVIDE.join(_word(part, notions) for part in word.split("~"))
    named = _NAME.fullmatch(word)
    if named:
        return notion_source(named[1], notions)
    return "".join(_char(c) for c in fold(word))


def _char(char: str) -> str:
    if char == "*":
        return "[a-z0-9-]*"
    if char == "#":
        return NUMBER
    return re.escape(char)


def notion_source(name: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    """RE2 source for one word out of a named list. Raises BadCue when the list does not exist."""
    if name not in notions:
        raise BadCue("begrip-onbekend", name)
    return "(?:" + "|".join(_word("~".join(w.split()), notions) for w in notions[name]) + ")"


def union_source(cues: Iterable[str], notions: Mapping[str, tuple[str, ...]]) -> str:
    """RE2 source that matches any of the cues, at word boundaries."""
    return "|".join(_bounded(cue_source(c, notions)) for c in cues)


def _bounded(source: str) -> str:
    return rf"\b(?:{source})" if source.endswith("*") else rf"\b(?:{source})\b"


@lru_cache(maxsize=4096)
def compile_source(source: str) -> Any:
    """A compiled RE2 pattern. Raises BadCue when RE2 refuses it."""
    options = re2.Options()
    options.max_mem = 64 << 20
    options.log_errors = False
    try:
        return re2.compile(source, options=options)
    except re2.error as problem:
        raise BadCue("patroon-ongeldig", str(problem)) from problem
