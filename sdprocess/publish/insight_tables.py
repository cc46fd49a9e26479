"""The insights as tables in words, ready for every form of the report. An empty cell is a gap, shown as one."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from sdprocess.domain.frames import Cited, HeldAgainst, Related
from sdprocess.domain.insights import Alternative, Cell, Compared, Decision, Indicator, Insights, Mismatch, OpenChoice
from sdprocess.domain.text import Quote
from sdprocess.texts.nl import say

SHARES = frozenset({"long_sentences", "long_words", "passive", "noun_style"})


@dataclass(frozen=True, slots=True)
class InsightRow:
    """The cells, "" for what was not found, and the passages they rest on."""

    cells: tuple[str, ...]
    passages: tuple[Quote, ...] = ()

    @property
    def shown(self) -> tuple[str, ...]:
        """The cells as people see them."""
        return tuple(cell or say("inzicht-niet-gevonden") for cell in self.cells)


@dataclass(frozen=True, slots=True)
class InsightTable:
    """One table. notes: sentences below it."""

    code: str
    heads: tuple[str, ...]
    rows: tuple[InsightRow, ...]
    notes: tuple[str, ...] = ()
    count: int = 0

    @property
    def title(self) -> str:
        return say(f"inzicht-tabel-{self.code}")

    @property
    def caption(self) -> str:
        return say(f"inzicht-uitleg-{self.code}", count=self.count)

    @property
    def nothing(self) -> str:
        """What to say when the table has no rows."""
        return say(f"inzicht-leeg-{self.code}")


def tables_of(found: Insights, register: HeldAgainst | None = None) -> tuple[InsightTable, ...]:
    """All tables, in the order in which a report shows them. register: what it says of the cited decisions."""
    return (
        _table("doelen", "doel aard eenheid nulwaarde streefwaarde termijn bron", map(_indicator, found.indicators)),
        *_decisions(found, register),
        _table("klopt", "verschil hier daar", map(_mismatch, found.mismatches)),
        _table("keuzes", "keuze wie wanneer terug", map(_choice, found.choices)),
        _table(
            "alternatieven",
            "mogelijkheid effect kosten voor tegen",
            map(_alternative, found.alternatives),
            _zero(found),
        ),
        _table(
            "afkortingen",
            "afkorting keer",
            (InsightRow((a.letters, str(a.count)), (a.quote,)) for a in found.abbreviations),
        ),
        _table(
            "schrijftips",
            "woorden tip",
            (
                InsightRow((s.words, say(f"inzicht-tip-{s.pattern}", instead=s.instead)), (s.quote,))
                for s in found.suggestions
            ),
        ),
        _table(
            "vergeleken", "maat waarde midden makkelijker", map(_compared, found.compared), count=found.compared_with
        ),
    )


def place(quote: Quote) -> str:
    """The place as people write it: `Uitvoering, al. 2, blz. 3`."""
    parts = [quote.section or say("rapport-aanhef"), say("rapport-alinea", number=quote.paragraph_number)]
    if quote.page is not None:
        parts.append(say("rapport-bladzijde", number=quote.page))
    return ", ".join(parts)


def _table(
    code: str, heads: str, rows: Iterable[InsightRow], notes: tuple[str, ...] = (), count: int = 0
) -> InsightTable:
    return InsightTable(code, tuple(say(f"inzicht-kop-{head}") for head in heads.split()), tuple(rows), notes, count)


def _row(cells: Iterable[str], quotes: Iterable[Quote | None]) -> InsightRow:
    return InsightRow(tuple(cells), tuple(dict.fromkeys(q for q in quotes if q is not None)))


def _words(cells: Iterable[Cell]) -> tuple[str, ...]:
    return tuple(cell.text for cell in cells)


def _indicator(row: Indicator) -> InsightRow:
    name, *rest = _words(row.parts)
    return _row((name, say(f"inzicht-aard-{row.nature}"), *rest), (row.quote, *(c.quote for c in row.parts)))


def _decision(row: Decision) -> InsightRow:
    relation = say(f"inzicht-verhouding-{row.relation}") if row.relation else ""
    cells = (row.name.text, say(f"inzicht-soort-{row.kind}"), *_words((row.body, row.date, row.number)), relation)
    return _row(cells, (row.quote,))


def _decisions(found: Insights, register: HeldAgainst | None) -> tuple[InsightTable, ...]:
    heads = "naam soort orgaan datum nummer verhouding"
    if register is None or not register.size:
        return (_table("besluiten", heads, map(_decision, found.decisions)),)
    return (
        _table("besluiten", f"{heads} register", map(_cited, register.cited)),
        _table("verwant", "kader soort wanneer waarom", map(_related, register.related), count=register.size),
    )


def _cited(row: Cited) -> InsightRow:
    made = _decision(row.decision)
    return InsightRow((*made.cells, registered(row)), made.passages)


def registered(row: Cited) -> str:
    """What the register says of a cited decision."""
    frame = row.frame
    if frame is None:
        return say("register-niet-gevonden")
    day = f", {in_figures(frame.adopted_on)}" if frame.adopted_on else ""
    if frame.expires_on is None:
        return say("register-gevonden", title=frame.title, day=day)
    code = "register-gevonden-oud" if row.ended else "register-gevonden-tot"
    return say(code, title=frame.title, day=day, expired=in_figures(frame.expires_on))


def _related(row: Related) -> InsightRow:
    frame = row.frame
    day = in_figures(frame.adopted_on) if frame.adopted_on else ""
    return InsightRow((frame.title, say(f"inzicht-soort-{frame.kind}"), day, reason(row)))


def reason(row: Related) -> str:
    """Why a frame that the text does not name is shown."""
    used = ", ".join(say("register-woord", word=word, count=count) for word, count in row.words)
    theme = say("register-thema", theme=row.frame.theme) if row.same_theme else ""
    return " ".join(part for part in (say("register-woorden", words=used), theme) if part)


def in_figures(day: date) -> str:
    """`16-05-2026`."""
    return f"{day:%d-%m-%Y}"


def _mismatch(row: Mismatch) -> InsightRow:
    cells = (say(f"inzicht-verschil-{row.kind}"), row.first.text, row.second.text)
    return _row(cells, (row.first.quote, row.second.quote))


def _choice(row: OpenChoice) -> InsightRow:
    return _row(_words((row.choice, row.who, row.when, row.back)), (row.quote,))


def _alternative(row: Alternative) -> InsightRow:
    told = (row.effect, row.cost, row.pro, row.con)
    return _row(_words((row.name, *told)), (row.quote, *(c.quote for c in told)))


def _zero(found: Insights) -> tuple[str, ...]:
    if found.do_nothing is None:
        return (say("inzicht-niets-doen-leeg"),)
    words = " ".join(found.do_nothing.text.split())
    return (say("inzicht-niets-doen", quote=words, place=place(found.do_nothing)),)


def _compared(row: Compared) -> InsightRow:
    easier = say("inzicht-deel", share=_number(row.easier_than, share=True))
    share = row.measure in SHARES
    name = say(f"inzicht-maat-{row.measure}")
    return InsightRow((name, _number(row.value, share=share), _number(row.median, share=share), easier))


def _number(value: float, *, share: bool) -> str:
    if share:
        return f"{value * 100:.0f}\u00a0%"
    return f"{value:.1f}".replace(".", ",")
