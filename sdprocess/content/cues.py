"""The cue notation of the checklists, and its translation to RE2 (linear time, so a pattern can never hang).

A cue is words with single spaces: `past binnen … {kader}`.

* `…` up to six words inside the sentence (`…12`: up to twelve); `*` any letters; `#` a number or amount
* `(a|b~c)` one of these (`~` is a space there), `(a)?` may be left out
* `{naam}` one of the words of that name in the checklist's `begrippen`

Cues are matched against folded text: lower case, ASCII, one sentence per line.
"""

from __future__ import annotations

import codecs
import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import lru_cache
from typing import Any

import re2

DIVIDE = r"[^a-z0-9\n]{1,4}"
NUMBER = r"(?:\$ ?)?\d[\d.,]*"
MOST_WORDS = 40
_TOKEN = re.compile(r"…[^\s]*|(?:\([^()]*\)\??|\{[^{}\s]+\}|[^\s…(){}])+")
PIECE = re.compile(r"\([^()]*\)\??|\{[^{}\s]+\}|[^(){}]+")
OPTIONAL = re.compile(r"(\([^()]*\))\?")


class BadCue(ValueError):  # noqa: N818  named as the errors of the domain
    """A cue that cannot be read. `code` and `what` name the problem."""

    def __init__(self, code: str, what: str) -> None:
        self.code = code
        self.what = what
        super().__init__(f"{code}: {what}")


def fold(text: str) -> str:
    """Lower case ASCII of the same length, so that offsets in the folded text are offsets in the text."""
    return folded_bytes(text).decode("ascii")


def folded_bytes(text: str) -> bytes:
    """The same as bytes: letters of ASCII by one table, the others each by themselves."""
    return text.encode("ascii", _FOLDING).translate(_FOLD_ASCII)


class _FoldTable(dict[int, str]):
    def __missing__(self, code: int) -> str:
        char = chr(code)
        lowered = unicodedata.normalize("NFKD", char.lower())[:1].lower()
        folded = lowered if lowered.isascii() and lowered.isprintable() else _EXTRA.get(char, "_")
        self[code] = folded if char not in "\n\t" else " "
        return self[code]


_EXTRA = {"€": "$", "’": "'", "‘": "'", "“": '"', "”": '"', "„": '"', "–": "-", "—": "-", "•": "*", "ø": "o", "ß": "s"}
_FOLD = _FoldTable()
_FOLD_ASCII = bytes(ord(_FOLD[code]) for code in range(128)) + bytes(range(128, 256))
_FOLDING = "sdprocess-fold"


def _fold_strange(error: UnicodeError) -> tuple[str, int]:
    """What the codec cannot write in ASCII. Two letters for one would move every place in the text."""
    if not isinstance(error, UnicodeEncodeError):
        raise error
    return error.object[error.start : error.end].translate(_FOLD), error.end


codecs.register_error(_FOLDING, _fold_strange)
_SIGNS = ("$", "%")


def cue_source(cue: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    """RE2 source of one cue. Raises BadCue for an unknown notion or an unreadable cue."""
    parts: list[str] = []
    glue = ""
    for token in tokens(cue):
        if token.startswith("…"):
            glue = _gap(token, cue)
            continue
        whole = OPTIONAL.fullmatch(token)
        if whole:
            parts.append(f"{glue}(?:{_word(whole[1], notions)}{DIVIDE})?")
            glue = ""
            continue
        parts.append(glue + _word(token, notions))
        glue = DIVIDE
    if not parts:
        raise BadCue("cue-leeg", cue)
    return "".join(parts)


def tokens(cue: str) -> list[str]:
    """Split at spaces outside brackets. Raises BadCue when the brackets do not match."""
    tokens = _TOKEN.findall(cue)
    if "".join(tokens) != "".join(cue.split()) or any(t.count("(") != t.count(")") for t in tokens):
        raise BadCue("cue-onleesbaar", cue)
    return tokens


def _gap(token: str, cue: str) -> str:
    size = token[1:] or "6"
    if not size.isdigit() or not 0 < int(size) <= MOST_WORDS:
        raise BadCue("cue-te-wijd", cue)
    return rf"(?:[^a-z0-9\n]+[a-z0-9]+){{0,{int(size)}}}?[^a-z0-9\n]+"


def _word(word: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    """One token: letters, `*`, `#`, groups and named lists, in any order."""
    return "".join(_piece(piece, notions) for piece in PIECE.findall(word))


def _piece(piece: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    if piece.startswith("("):
        inside, optional = piece[1 : piece.rindex(")")], piece.endswith("?")
        return "(?:" + "|".join(_phrase(alt, notions) for alt in inside.split("|")) + ")" + "?" * optional
    if piece.startswith("{"):
        return notion_source(piece[1:-1], notions)
    return "".join(_char(c) for c in fold(piece))


def _phrase(alternative: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    return DIVIDE.join(_word(part, notions) for part in alternative.split("~"))


def _char(char: str) -> str:
    if char == "*":
        return "[a-z0-9-]*"
    if char == "#":
        return NUMBER
    if char in "~|":
        return DIVIDE
    return re.escape(char)


def notion_source(name: str, notions: Mapping[str, tuple[str, ...]]) -> str:
    """RE2 source for one word out of a named list. Raises BadCue when the list does not exist."""
    if name not in notions:
        raise BadCue("begrip-onbekend", name)
    return "(?:" + "|".join(_phrase("~".join(w.split()), notions) for w in notions[name]) + ")"


def union_source(cues: Iterable[str], notions: Mapping[str, tuple[str, ...]]) -> str:
    """RE2 source that matches any of the cues, at word boundaries."""
    return "|".join(_bounded(cue, cue_source(cue, notions)) for cue in cues)


def _bounded(cue: str, source: str) -> str:
    """At word boundaries, except at a sign (`%`, `€`) and after a free ending."""
    bare = fold(cue.strip())
    before = "" if bare[:1] in _SIGNS else r"\b"
    after = "" if bare[-1:] in (*_SIGNS, "*") else r"\b"
    return f"{before}(?:{source}){after}"


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
