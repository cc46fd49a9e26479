"""Dossiers: numbers without doubles, changes that notice each other, and the one query behind board and table."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, and_, case, false, func, not_, or_, select, tuple_, update
from sqlalchemy.dialects import postgresql, sqlite
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from sdprocess.domain.dossier import Dossier
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.services.ports import DossierFilter, DossierScope, FilterChoices, NewDossier
from sdprocess.store import mapping
from sdprocess.store.tables import CounterRow
from sdprocess.store.tables import DossierRow as Row

NUMBER = re.compile(r"(\d{4})-(\d{3,6})", re.ASCII)
SORTS: dict[str, Any] = {
    "nummer": Row.number,
    "titel": Row.title,
    "kader": Row.kader_id,
    "portefeuille": Row.portfolio,
    "thema": Row.theme,
    "toestand": Row.state,
    "sinds": Row.state_since,
    "raad": Row.council_date,
    "term": Row.term,
}
"""Columns a list may be sorted on; anything else sorts on the term."""


@dataclass(frozen=True, slots=True)
class SqlDossiers:
    """Fulfils `Dossiers`."""

    session: Session

    def add(self, new: NewDossier) -> Dossier:
        number = self._given(new) if new.number else self._next(new.opened_at.year)
        row = mapping.dossier_row(new, number)
        self.session.add(row)
        try:
            self.session.flush()
        except IntegrityError as error:
            if "number" in str(error.orig):
                raise InvalidInput(number="nummer-bestaat") from error
            raise
        return mapping.dossier(row)

    def get(self, number: str) -> Dossier:
        row = self.session.scalars(select(Row).where(col(Row.number) == number)).one_or_none()
        if row is None:
            raise NotFound(kind="dossier", id=number)
        return mapping.dossier(row)

    def by_id(self, dossier_id: int) -> Dossier:
        row = self.session.get(Row, dossier_id)
        if row is None:
            raise NotFound(kind="dossier", id=str(dossier_id))
        return mapping.dossier(row)

    def save(self, dossier: Dossier, seen_revision: int) -> Dossier:
        statement = (
            update(Row)
            .where(col(Row.id) == dossier.id, col(Row.revision) == seen_revision)
            .values(**mapping.dossier_values(dossier), revision=seen_revision + 1)
            .returning(col(Row.id))
        )
        if self.session.execute(statement).one_or_none() is None:
            current = self.session.scalar(select(col(Row.revision)).where(col(Row.id) == dossier.id))
            if current is None:
                raise NotFound(kind="dossier", id=dossier.number)
            raise StaleDossier(seen=seen_revision, current=current)
        self.session.expire_all()
        return self.by_id(dossier.id)

    def find(self, scope: DossierScope, filters: DossierFilter) -> Sequence[Dossier]:
        wanted = select(Row).where(_visible(scope), *_wanted(scope, filters)).order_by(*_order(filters.sort))
        page = wanted.limit(filters.per_page).offset((max(filters.page, 1) - 1) * filters.per_page)
        return [mapping.dossier(row) for row in self.session.scalars(page)]

    def count(self, scope: DossierScope, filters: DossierFilter) -> int:
        counted = select(func.count()).select_from(Row).where(_visible(scope), *_wanted(scope, filters))
        return int(self.session.execute(counted).scalar_one())

    def places(self, scope: DossierScope, filters: DossierFilter) -> Sequence[tuple[int, str, str]]:
        place = select(col(Row.id), col(Row.kader_sha256), col(Row.state))
        wanted = place.where(_visible(scope), *_wanted(scope, filters)).order_by(*_order(filters.sort))
        return [(key or 0, kader, state) for key, kader, state in self.session.execute(wanted)]

    def by_ids(self, dossier_ids: Iterable[int]) -> Sequence[Dossier]:
        order = list(dossier_ids)
        found = self.session.scalars(select(Row).where(col(Row.id).in_(order)))
        known = {made.id: made for made in map(mapping.dossier, found)}
        return [known[key] for key in order if key in known]

    def choices(self, scope: DossierScope) -> FilterChoices:
        columns = (col(Row.kader_id), col(Row.portfolio), col(Row.theme))
        together = self.session.execute(select(*columns).where(_visible(scope)).distinct()).all()
        kaders, portfolios, themes = (tuple(sorted({row[n] for row in together} - {""})) for n in range(3))
        return FilterChoices(kaders, portfolios, themes)

    def followers(self, dossier_id: int) -> Sequence[Dossier]:
        rows = self.session.scalars(select(Row).where(col(Row.previous_id) == dossier_id).order_by(col(Row.id)))
        return [mapping.dossier(row) for row in rows]

    def _next(self, year: int) -> str:
        """The next number of a year. Its counter stays locked until the end of the transaction: no gap, no double."""
        return f"{year}-{self._count(str(year), at_least=0):03d}"

    def _given(self, new: NewDossier) -> str:
        """A number that was given; later numbers of that year continue after it."""
        match = NUMBER.fullmatch(new.number)
        if match is None:
            raise InvalidInput(number="nummer-vorm")
        self._count(match[1], at_least=int(match[2]))
        return new.number

    def _count(self, name: str, *, at_least: int) -> int:
        """Raise a counter: by one, or to `at_least` when that is given."""
        dialect = self.session.get_bind().dialect.name
        insert: Any = postgresql.insert if dialect == "postgresql" else sqlite.insert
        value = col(CounterRow.value)
        raised = case((value < at_least, at_least), else_=value) if at_least else value + 1
        statement = (
            insert(CounterRow)
            .values(name=f"dossier-{name}", value=at_least or 1)
            .on_conflict_do_update(index_elements=["name"], set_={"value": raised})
            .returning(value)
        )
        return int(self.session.execute(statement).scalar_one())


def _visible(scope: DossierScope) -> ColumnElement[bool]:
    sides = [side.value for side in scope.sides]
    return or_(col(Row.side).in_(sides), _own(scope))


def _own(scope: DossierScope) -> ColumnElement[bool]:
    return and_(col(Row.steller_id) == scope.actor_id, col(Row.opener).in_(sorted(scope.openers)))


def _wanted(scope: DossierScope, filters: DossierFilter) -> list[ColumnElement[bool]]:
    exact = ((Row.kader_id, filters.kader), (Row.portfolio, filters.portfolio), (Row.theme, filters.theme))
    wanted: list[ColumnElement[bool]] = [col(column) == value for column, value in exact if value]
    if scope.step_states is not None:
        wanted.append(_in_states(scope.step_states))
    if filters.late:
        wanted.append(and_(col(Row.term) < scope.today, col(Row.closed).is_(False)))
    if filters.running:
        wanted.append(col(Row.closed).is_(False))
    if filters.turn:
        own = and_(col(Row.steller_id) == scope.actor_id, _in_states(scope.own_turn_states))
        now = or_(_in_states(scope.turn_states), own)
        wanted.append(now if filters.turn == "nu" else not_(now))
    if filters.mine:
        wanted.append(or_(_own(scope), _in_states(scope.turn_states)))
    if filters.text.strip():
        fields = (Row.title, Row.about, Row.number)
        wanted.append(or_(*(col(f).icontains(filters.text.strip(), autoescape=True) for f in fields)))
    return wanted


def _in_states(pairs: frozenset[tuple[str, str]]) -> ColumnElement[bool]:
    if not pairs:
        return false()
    return tuple_(col(Row.kader_sha256), col(Row.state)).in_(sorted(pairs))


def _order(sort: str) -> list[Any]:
    """Unknown dates last whichever way it is sorted; ties in order of number."""
    column: Any = SORTS.get(sort.lstrip("-"), Row.term)
    direction = column.desc() if sort.startswith("-") else column.asc()
    return [column.is_(None), direction, col(Row.number)]
