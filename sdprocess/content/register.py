"""The register of frames as a csv file: what people export from a list they already keep, read strictly."""

from __future__ import annotations

import csv
import io
import re
from collections.abc import Iterable, Mapping
from datetime import date

from sdprocess.domain.errors import SdprocessError
from sdprocess.domain.frames import Frame
from sdprocess.texts.nl import say

COLUMNS = ("titel", "soort", "orgaan", "datum", "nummer", "thema", "vindplaats", "vervalt")
NEEDED = ("titel", "soort")
KINDS = (
    "raadsbesluit",
    "collegebesluit",
    "motie",
    "amendement",
    "toezegging",
    "brief",
    "akkoord",
    "financieel-stuk",
    "visie",
    "plan",
    "nota",
    "verordening",
    "onderzoek",
)
"""The kinds that `checking.insights.decisions` knows, so that a citation and an entry can meet."""

MOST_BYTES = 5 * 1024 * 1024
MOST_ROWS = 20_000
LONGEST = 500
_DAY = re.compile(r"(?:(\d{4})-(\d{1,2})-(\d{1,2})|(\d{1,2})[-/.](\d{1,2})[-/.](\d{4}))")
_MOST_TOLD = 50


class InvalidRegister(SdprocessError):  # noqa: N818  named as the errors of the domain
    """The file cannot be used; nothing of it was. `sentences`: every problem, in Dutch, with its line."""

    code = "register-ongeldig"

    def __init__(self, sentences: tuple[str, ...]) -> None:
        self.sentences = sentences
        super().__init__(problems="\n".join(sentences))


def key_of(frame: Frame) -> str:
    """What makes two entries the same: kind and number, or kind, title and day when there is no number."""
    plain = re.sub(r"[^a-z0-9]+", " ", (frame.number or frame.title).lower()).strip()
    return f"{frame.kind}|{plain}" if frame.number else f"{frame.kind}|{plain}|{frame.adopted_on or ''}"


def read_register(data: bytes, filename: str) -> tuple[Frame, ...]:
    """The frames in a csv file (`;` or `,`, UTF-8 or Windows-1252, with a first line of column names).

    Raises InvalidRegister with all problems at once; the line numbers are those of the file.
    """
    if len(data) > MOST_BYTES:
        raise InvalidRegister((say("register-groot", most=MOST_BYTES // 1024 // 1024),))
    lines = _decoded(data)
    if not lines.strip():
        raise InvalidRegister((say("register-leeg"),))
    if "\x00" in lines:
        raise InvalidRegister((say("register-geen-csv"),))
    rows = csv.reader(io.StringIO(lines, newline=""), delimiter=_delimiter(lines))
    try:
        head = [cell.strip().lower() for cell in next(rows)]
        _check_head(head)
        read = [(rows.line_num, row) for row in rows if any(cell.strip() for cell in row)]
    except csv.Error as error:
        raise InvalidRegister((say("register-geen-csv"),)) from error
    if len(read) > MOST_ROWS:
        raise InvalidRegister((say("register-rijen", most=MOST_ROWS),))
    return _frames(head, read, filename)


def _decoded(data: bytes) -> str:
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def _delimiter(lines: str) -> str:
    first = lines.lstrip().partition("\n")[0]
    return max((";", ",", "\t"), key=first.count)


def _check_head(head: list[str]) -> None:
    problems = [say("register-kolom-mist", column=name) for name in NEEDED if name not in head]
    problems += [
        say("register-kolom-onbekend", column=name or "(leeg)", known=", ".join(COLUMNS))
        for name in head
        if name not in COLUMNS
    ]
    problems += [say("register-kolom-dubbel", column=name) for name in COLUMNS if head.count(name) > 1]
    if problems:
        raise InvalidRegister(tuple(problems))


def _frames(head: list[str], rows: Iterable[tuple[int, list[str]]], filename: str) -> tuple[Frame, ...]:
    found: dict[str, tuple[int, Frame]] = {}
    problems: list[str] = []
    for line, row in rows:
        cells = {name: _cell(value) for name, value in zip(head, row, strict=False)}
        wrong = [*_problems(cells), *([say("register-cellen")] if len(row) > len(head) else [])]
        if wrong:
            problems.extend(say("register-regel", line=line, problem=problem) for problem in wrong)
            continue
        frame = _frame(cells, filename)
        first = found.setdefault(key_of(frame), (line, frame))[0]
        if first != line:
            problems.append(say("register-regel", line=line, problem=say("register-dubbel", first=first)))
    if problems:
        more = len(problems) - _MOST_TOLD
        raise InvalidRegister((*problems[:_MOST_TOLD], *([say("register-meer", count=more)] if more > 0 else ())))
    return tuple(frame for _, frame in found.values())


def _cell(value: str) -> str:
    """Without spaces around it, and without the apostrophe that our own csv puts before a formula."""
    text = " ".join(value.split())
    return text[1:] if text.startswith("'") and text[1:2] in {"=", "+", "-", "@"} else text


def _problems(cells: Mapping[str, str]) -> Iterable[str]:
    if not cells.get("titel"):
        yield say("register-titel-leeg")
    if cells.get("soort", "").lower() not in KINDS:
        yield say("register-soort", given=cells.get("soort", ""), known=", ".join(KINDS))
    for name in ("datum", "vervalt"):
        try:
            day_of(cells.get(name, ""))
        except ValueError:
            yield say("register-datum", column=name, given=cells[name])
    for name, value in cells.items():
        if len(value) > LONGEST:
            yield say("register-lang", column=name, most=LONGEST)


def day_of(text: str) -> date | None:
    """The day that was written, None when nothing was or it is `onbekend`. Raises ValueError when it is no day."""
    if not text or text.lower() == "onbekend":
        return None
    match = _DAY.fullmatch(text)
    if match is None:
        raise ValueError(text)
    year, month, day = (match[1], match[2], match[3]) if match[1] else (match[6], match[5], match[4])
    return date(int(year), int(month), int(day))


def _frame(cells: Mapping[str, str], filename: str) -> Frame:
    return Frame(
        id=0,
        title=cells["titel"],
        kind=cells["soort"].lower(),
        body=cells.get("orgaan", ""),
        adopted_on=day_of(cells.get("datum", "")),
        number=cells.get("nummer", ""),
        theme=cells.get("thema", ""),
        place=cells.get("vindplaats", ""),
        expires_on=day_of(cells.get("vervalt", "")),
        source=filename,
    )
