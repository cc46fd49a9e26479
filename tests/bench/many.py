"""A municipality with very many dossiers, filled below the services: only reading is measured on it."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert
from sqlalchemy.engine import Connection
from sqlmodel import SQLModel

from sdprocess.bootstrap import build
from sdprocess.checking.assess import assess
from sdprocess.domain.dossier import DocumentVersion, Person, Release, Side
from sdprocess.domain.history import TransitionRecord
from sdprocess.domain.people import ALL_ROLES, Actor
from sdprocess.reading import read_text
from sdprocess.services.manage_people import add_person, first_admin
from sdprocess.services.ports import NewDossier, World
from sdprocess.settings import load_settings
from sdprocess.store import mapping, tables
from sdprocess.store.database import open_engine

SECRET = "bench geen echte wachtzin"
NOW = datetime(2026, 11, 24, 9, 0, tzinfo=UTC)
THEMES = ("zorg", "jeugd", "wonen", "werk en inkomen", "verkeer", "groen", "sport", "cultuur", "veiligheid", "bestuur")
HOLDERS = ("Wonen en ruimte", "Zorg en welzijn", "Werk en financiën", "Verkeer en groen", "Bestuur en veiligheid")
SUBJECTS = ("Speelplaatsen", "Mantelzorg", "Woonvisie", "Schulden", "Fietspaden", "Bomen", "Zwembad", "Bibliotheek")
CHUNK = 5_000
DRAFT = """Raadsvoorstel Speelplaats

Beslispunten
1. Een bedrag van 40.000 euro beschikbaar te stellen voor een speelplaats.

Beoogd effect
Eind 2028 spelen elke week 120 kinderen buiten. Nu zijn dat er 45.

Kanttekeningen
De kosten kunnen hoger worden. Daarom houdt het college een bedrag achter de hand.
"""


class FixedClock:
    def now(self) -> datetime:
        return NOW


def municipality(folder: Path, dossiers: int) -> tuple[World, dict[str, Actor]]:
    """A world with somebody of each role and this many dossiers, spread over all kaders and states."""
    settings = load_settings({"SDPROCESS_GEGEVENS": str(folder)})
    world = build(settings, clock=FixedClock())
    people = _people(world)
    engine = open_engine(settings.database_url)
    with engine.begin() as connection:
        for start in range(0, dossiers, CHUNK):
            _fill(connection, world, people["steller"], range(start, min(start + CHUNK, dossiers)))
    engine.dispose()
    return world, people


def _people(world: World) -> dict[str, Actor]:
    boss = first_admin(world, name="Bea Beheer", login="beheerder@example.org", password=SECRET)
    admin = Actor(boss.id, boss.name, boss.roles)
    people = {"beheerder": boss}
    for role in ALL_ROLES:
        if role != "beheerder":
            people[role] = add_person(
                world, admin, name=role.title(), login=f"{role}@example.org", roles=[role], password=SECRET
            )
    return {role: _actor(person) for role, person in people.items()}


def _actor(person: Person) -> Actor:
    return Actor(person.id, person.name, person.roles)


def _fill(connection: Connection, world: World, steller: Actor, numbers: range) -> None:
    """One chunk: dossiers with three events each, and for two of three a version with its toets and release."""
    workflows = [(ref, w) for ref, w in world.library.workflows.items()]
    checklist = world.library.checklist("raadsvoorstel")
    text = read_text(DRAFT)
    assessment = assess(text, checklist)
    rows: dict[type[SQLModel], list[dict[str, Any]]] = {
        table: []
        for table in (tables.DossierRow, tables.EventRow, tables.VersionRow, tables.AssessmentRow, tables.ReleaseRow)
    }
    for n in numbers:
        ref, workflow = workflows[n % len(workflows)]
        state = workflow.states[(n // len(workflows)) % len(workflow.states)]
        opened = NOW - timedelta(days=n % 900, minutes=n % 1440)
        side = state.side if state.side is not Side.COLLEGE or n % 2 else Side.COLLEGE
        new = NewDossier(
            title=f"{SUBJECTS[n % len(SUBJECTS)]} in wijk {n % 97} ({n})",
            about="Waar dit dossier over gaat, in één zin.",
            theme=THEMES[n % len(THEMES)],
            portfolio=HOLDERS[n % len(HOLDERS)],
            kader=ref,
            state=state.id,
            side=side,
            steller_id=steller.id,
            opened_at=opened,
            term=(date(2026, 11, 24) + timedelta(days=n % 120 - 30)) if n % 4 else None,
            council_date=(date(2026, 12, 17) + timedelta(days=7 * (n % 20))) if n % 3 else None,
        )
        row = mapping.dossier_row(new, f"{2000 + n // 100_000}-{n % 100_000 + 1:06d}")
        row.closed = state.end
        row.last_seq = 3
        rows[tables.DossierRow].append(_values(row, id=n + 1))
        rows[tables.EventRow].extend(_events(n + 1, new, steller))
        if n % 3:
            version = DocumentVersion(
                0, n + 1, 1, "voorstel.txt", "txt", f"{n:064x}", text.text_hash, 900, opened, steller.name
            )
            rows[tables.VersionRow].append(_values(mapping.version_row(version, 1), id=n + 1))
            rows[tables.AssessmentRow].append(_values(mapping.assessment_row(n + 1, opened, assessment), id=n + 1))
            release = Release(0, n + 1, n + 1, steller.name, opened)
            rows[tables.ReleaseRow].append(_values(mapping.release_row(release), id=n + 1))
    for table, values in rows.items():
        connection.execute(insert(table), values)


def _values(row: SQLModel, **changes: object) -> dict[str, Any]:
    return {**{name: getattr(row, name) for name in type(row).model_fields}, **changes}


def _events(dossier_id: int, new: NewDossier, steller: Actor) -> list[dict[str, Any]]:
    opened = TransitionRecord(
        seq=0,
        dossier_id=dossier_id,
        at=new.opened_at,
        actor_id=steller.id,
        actor=steller.name,
        kind="geopend",
        kader=new.kader,
        to_state=new.state,
        side=new.side.value,
    )
    made = (
        opened,
        replace(opened, kind="versie", to_state="", reason="voorstel.txt"),
        replace(opened, kind="toets", to_state=""),
    )
    return [_values(mapping.event_row(event, seq)) for seq, event in enumerate(made, 1)]
