"""Accounts and the record of sign-ins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import func, select, text, update
from sqlalchemy.exc import IntegrityError
from sqlmodel import Session, col

from sdprocess.domain.dossier import Person
from sdprocess.domain.errors import InvalidInput, NotFound, StaleDossier
from sdprocess.store import mapping
from sdprocess.store.tables import PersonRow, SignInRow


@dataclass(frozen=True, slots=True)
class SqlPeople:
    """Fulfils `People`."""

    session: Session

    def all(self) -> Sequence[Person]:
        return [mapping.person(row) for row in self.session.scalars(select(PersonRow).order_by(col(PersonRow.name)))]

    def get(self, person_id: int) -> Person:
        return mapping.person(self._row(person_id))

    def by_login(self, login: str) -> Person | None:
        wanted = select(PersonRow).where(col(PersonRow.login) == login.strip().lower())
        row = self.session.scalars(wanted).one_or_none()
        return mapping.person(row) if row else None

    def add(self, person: Person, password_hash: str) -> Person:
        row = mapping.person_row(person, password_hash)
        self.session.add(row)
        try:
            self.session.flush()
        except IntegrityError as error:
            raise InvalidInput(login="login-bestaat") from error
        return mapping.person(row)

    def save(self, person: Person, seen_revision: int) -> Person:
        changed = (
            update(PersonRow)
            .where(col(PersonRow.id) == person.id, col(PersonRow.revision) == seen_revision)
            .values(**mapping.person_values(person), revision=seen_revision + 1)
            .returning(col(PersonRow.id))
        )
        if self.session.execute(changed).one_or_none() is None:
            raise StaleDossier(seen=seen_revision, current=self.get(person.id).revision)
        self.session.expire_all()
        return self.get(person.id)

    def password_hash(self, person_id: int) -> str:
        return self._row(person_id).password_hash

    def set_password(self, person_id: int, password_hash: str) -> None:
        changed = update(PersonRow).where(col(PersonRow.id) == person_id).values(password_hash=password_hash)
        self.session.execute(changed)

    def begin_sign_in(self, login: str, at: datetime, since: datetime) -> tuple[int, int]:
        name = login.strip().lower()
        if self.session.get_bind().dialect.name == "postgresql":  # SQLite has one writer at a time anyway
            self.session.execute(text("SELECT pg_advisory_xact_lock(hashtext(:name))"), {"name": name})
        last = select(func.max(SignInRow.id)).where(col(SignInRow.login) == name, col(SignInRow.succeeded).is_(True))
        failed = (
            select(func.count())
            .select_from(SignInRow)
            .where(
                col(SignInRow.login) == name,
                col(SignInRow.at) >= since,
                col(SignInRow.succeeded).is_(False),
                col(SignInRow.id) > func.coalesce(last.scalar_subquery(), 0),
            )
        )
        count = int(self.session.execute(failed).scalar_one())
        row = mapping.sign_in_row(name, at)
        self.session.add(row)
        self.session.flush()
        return mapping.stored_id(row), count

    def sign_in_succeeded(self, attempt: int) -> None:
        self.session.execute(update(SignInRow).where(col(SignInRow.id) == attempt).values(succeeded=True))

    def _row(self, person_id: int) -> PersonRow:
        row = self.session.get(PersonRow, person_id)
        if row is None:
            raise NotFound(kind="persoon", id=str(person_id))
        return row
