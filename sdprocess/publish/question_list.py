"""The questions a councillor takes along, as text, markdown or docx. Private notes only leave when asked for."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from docx import Document

from sdprocess.domain.dossier import CouncilQuestion

TECHNICAL = "technisch"
HEADINGS = (
    (TECHNICAL, "Technische vragen (aan de ambtenaar)"),
    ("politiek", "Politieke vragen (aan het college)"),
)
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_MARKDOWN = re.compile(r"([\\`*_{}\[\]()#+\-.!|<>~&])")


@dataclass(frozen=True, slots=True)
class QuestionList:
    """What goes on paper. `day` is the date in words, `person` the maker of the list."""

    number: str
    title: str
    person: str
    day: str
    questions: tuple[CouncilQuestion, ...]
    with_notes: bool = False

    @property
    def heading(self) -> str:
        return f"Vragen bij dossier {self.number}: {_line(self.title)}"

    @property
    def groups(self) -> tuple[tuple[str, tuple[CouncilQuestion, ...]], ...]:
        """Heading and taken questions per kind, in order; a kind without questions is left out."""
        taken = [q for q in self.questions if q.taken]
        named = ((title, tuple(q for q in taken if q.kind == kind)) for kind, title in HEADINGS)
        return tuple((title, questions) for title, questions in named if questions)

    @property
    def byline(self) -> str:
        return f"Opgesteld door {_line(self.person)} op {self.day}."


EMPTY = "U heeft nog geen vragen gekozen."


def as_text(questions: QuestionList) -> str:
    """Plain text, numbered through."""
    return "\n".join(_lines(questions, heading=str, group=str, plain=str)) + "\n"


def as_markdown(questions: QuestionList) -> str:
    """Markdown in which every word that people typed is escaped."""
    lines = _lines(questions, heading=lambda t: f"# {_escape(t)}", group=lambda t: f"## {_escape(t)}", plain=_escape)
    return "\n".join(lines) + "\n"


def as_docx(questions: QuestionList) -> bytes:
    """A Word document with real headings and list paragraphs."""
    document = Document()
    document.core_properties.title = questions.heading
    document.core_properties.language = "nl-NL"
    document.core_properties.author = _line(questions.person)
    document.add_heading(questions.heading, level=1)
    document.add_paragraph(questions.byline)
    if not questions.groups:
        document.add_paragraph(EMPTY)
    for title, group in questions.groups:
        document.add_heading(title, level=2)
        for question in group:
            document.add_paragraph(_sentence(question), style="List Bullet")
            if questions.with_notes and question.note:
                document.add_paragraph(f"Eigen notitie: {_line(question.note)}", style="List Continue")
    out = io.BytesIO()
    document.save(out)
    return out.getvalue()


Words = Callable[[str], str]


def _lines(questions: QuestionList, *, heading: Words, group: Words, plain: Words) -> Sequence[str]:
    lines = [heading(questions.heading), "", plain(questions.byline)]
    if not questions.groups:
        lines += ["", plain(EMPTY)]
    rank = 0
    for title, members in questions.groups:
        lines += ["", group(title), ""]
        for question in members:
            rank += 1
            lines.append(f"{rank}. {plain(_sentence(question))}")
            if questions.with_notes and question.note:
                lines.append(f"   {plain(f'Eigen notitie: {_line(question.note)}')}")
    return lines


def _sentence(question: CouncilQuestion) -> str:
    place = f" (vraag {question.question})" if question.question else ""
    return f"{_line(question.text)}{place}"


def _line(text: str) -> str:
    """One line without control characters, which docx cannot hold."""
    return " ".join(_CONTROL.sub("", text).split())


def _escape(text: str) -> str:
    return _MARKDOWN.sub(r"\\\1", text)
