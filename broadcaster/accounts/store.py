"""The SQL of people and the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, insert, select, update

from broadcaster.accounts.model import AuditEntry, Person, Role
from broadcaster.db import schema, trail

_PERSON = schema.person.c


@dataclass(frozen=True)
class PinState:
    """What decides over the next try."""

    hash: str
    wrong: int
    locked_until: str


def add_person(connection: Connection, person: Person, pin_hash: str, at: str) -> None:
    connection.execute(insert(schema.person).values(
        id=person.id, name=person.name, title=person.title, role=person.role.value, pin_hash=pin_hash,
        active=person.active, created_at=at))


def people(connection: Connection, active_only: bool) -> list[Person]:
    query = select(schema.person).order_by(_PERSON.name)
    if active_only:
        query = query.where(_PERSON.active)
    return [_person(row) for row in connection.execute(query)]


def pin_state(connection: Connection, person_id: str) -> PinState:
    row = connection.execute(select(_PERSON.pin_hash, _PERSON.wrong_pins, _PERSON.locked_until)
                             .where(_PERSON.id == person_id)).one()
    return PinState(row.pin_hash, row.wrong_pins, row.locked_until)


def change_person(connection: Connection, person_id: str, **values: Any) -> None:
    connection.execute(update(schema.person).where(_PERSON.id == person_id).values(**values))


def add_audit(connection: Connection, at: str, person: str, action: str, subject: str,
              detail: dict[str, Any]) -> None:
    """One act, in the same unit of work as the act itself. `at` as base.clock.format_time writes it."""
    trail.add(connection, at, person, action, subject, detail)


def audit(connection: Connection, subject: str, limit: int) -> list[AuditEntry]:
    """Newest first; all subjects when `subject` is empty."""
    query = select(schema.audit).order_by(schema.audit.c.id.desc()).limit(limit)
    if subject:
        query = query.where(schema.audit.c.subject == subject)
    return [AuditEntry(row.at, row.person, row.action, row.subject, dict(row.detail))
            for row in connection.execute(query)]


def _person(row: Row[Any]) -> Person:
    return Person(row.id, row.name, row.title, Role(row.role), row.active)
