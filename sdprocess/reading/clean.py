"""Text as it is kept: composed characters, single spaces, no invisible signs. Curly quotes stay."""

from __future__ import annotations

import re
import unicodedata

BULLETS = "•▪●○◦■□▫‣⁃∙·➢➔►✓"
"""Signs that open a list item, after cleaning."""

_TABLE = {
    **dict.fromkeys(
        map(ord, "\u00a0\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u202f\u205f\u3000\t\v\r"),
        " ",
    ),
    **dict.fromkeys(map(ord, "\u00ad\u200b\u200c\u200d\u2060\ufeff\u200e\u200f\u202a\u202b\u202c\u202d\u202e"), None),
    **dict.fromkeys(range(0xE000, 0xF900), "•"),
    ord("\u2028"): "\n",
    ord("\u2029"): "\n",
    ord("\u2011"): "-",
    ord("\u2010"): "-",
    **dict.fromkeys((*range(9), *range(14, 32), 127)),
}
_SPACES = re.compile(r" {2,}")
_LIGATURES = {"ﬁ": "fi", "ﬂ": "fl", "ﬀ": "ff", "ﬃ": "ffi", "ﬄ": "ffl"}
_LIGATURE = re.compile("[ﬁﬂﬀﬃﬄ]")


def tidy(text: str) -> str:
    """Clean a piece of text; line ends stay."""
    if text.isascii():
        cleaned = text.translate(_TABLE)
    else:
        cleaned = unicodedata.normalize("NFC", text).translate(_TABLE)
        cleaned = _LIGATURE.sub(lambda found: _LIGATURES[found.group()], cleaned)
        # removing a joiner can bring a letter and its accent together
        cleaned = unicodedata.normalize("NFC", cleaned)
    return _SPACES.sub(" ", cleaned)


def one_line(text: str) -> str:
    """Clean a piece of text into one line without outer spaces."""
    return " ".join(tidy(text).split())
