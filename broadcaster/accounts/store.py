"""The SQL of people, of the recovery sheet, and of the audit trail."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Row, func, insert, select, update

from broadcaster.accounts.model import AuditEntry, Person, Role
from broadcaster.db import schema, trail

_PERSON = schema.person.c
_AUDIT = schema.audit.c
_CODE = schema.recovery_code.c
_OWN_AFFAIRS = ("pin.locked", "person.change_pin", "person.reset")


@dataclass(frozen=True)
class PinState:
    """What decides over the next try."""

    hash: str
    wrong: int
    locked_until: str


def add_person(connection: Connection, person: Person, pin_hash: str, at: str) -> None:
    connection.execute(insert(schema.person).values(
        id=person.id, name=person.name, title=person.title, role=person.role.value, pin_hash=pin_hash,
        active=person.active, must_change=person.must_change, created_at=at))


def as_now(connection: Connection, person: Person) -> Person:
    """Somebody who signed in a while ago, with the rights of this moment; as given, if nobody here has that id."""
    row = connection.execute(select(schema.person).where(_PERSON.id == person.id)).first()
    return _person(row) if row else person


def people(connection: Connection, active_only: bool) -> list[Person]:
    query = select(schema.person).order_by(_PERSON.name)
    if active_only:
        query = query.where(_PERSON.active)
    return [_person(row) for row in connection.execute(query)]


def pin_state(connection: Connection, person_id: str) -> PinState:
    row = connection.execute(select(_PERSON.pin_hash, _PERSON.wrong_pins, _PERSON.locked_until)
                             .where(_PERSON.id == person_id)).one()
    return PinState(row.pin_hash, row.wrong_pins, row.locked_until)


def locks(connection: Connection) -> dict[str, str]:
    """Person's id → until when they are, or were, locked."""
    query = select(_PERSON.id, _PERSON.locked_until).where(_PERSON.locked_until != "")
    return {row.id: row.locked_until for row in connection.execute(query)}


def change_person(connection: Connection, person_id: str, **values: Any) -> None:
    connection.execute(update(schema.person).where(_PERSON.id == person_id).values(**values))


def last_acts(connection: Connection) -> dict[str, str]:
    """Name → when they last did anything. A wrong PIN is nothing they did."""
    query = (select(_AUDIT.person, func.max(_AUDIT.at)).where(_AUDIT.person != "", _AUDIT.action != "pin.locked")
             .group_by(_AUDIT.person))
    return {str(name): str(at) for name, at in connection.execute(query)}


def has_signed(connection: Connection, name: str) -> bool:
    """Whether anything but coming, going and the own PIN stands under this name."""
    query = select(_AUDIT.id).where(_AUDIT.person == name, _AUDIT.action.not_like("session.%"),
                                    _AUDIT.action.not_in(_OWN_AFFAIRS)).limit(1)
    return connection.execute(query).first() is not None


def add_codes(connection: Connection, codes: list[tuple[str, str]], at: str) -> None:
    """(id, hash) of a new sheet; what was left of the one before is void."""
    connection.execute(update(schema.recovery_code).where(_CODE.used_at == "", _CODE.revoked_at == "")
                       .values(revoked_at=at))
    connection.execute(insert(schema.recovery_code), [
        {"id": key, "code_hash": code_hash, "printed_at": at} for key, code_hash in codes])


def open_codes(connection: Connection) -> list[tuple[str, str]]:
    """(id, hash) of every code that may still be used."""
    query = select(_CODE.id, _CODE.code_hash).where(_CODE.used_at == "", _CODE.revoked_at == "")
    return [(row.id, row.code_hash) for row in connection.execute(query)]


def use_code(connection: Connection, code_id: str, person_id: str, at: str) -> bool:
    """False when somebody was quicker."""
    used = connection.execute(update(schema.recovery_code).where(
        _CODE.id == code_id, _CODE.used_at == "", _CODE.revoked_at == "").values(used_at=at, used_for=person_id))
    return used.rowcount == 1


def newest_sheet(connection: Connection) -> tuple[str, int, int]:
    """When it was printed, codes left, codes used."""
    printed = connection.execute(select(func.max(_CODE.printed_at))).scalar() or ""
    rows = connection.execute(select(_CODE.used_at).where(_CODE.printed_at == printed, _CODE.revoked_at == "")).all()
    used = sum(1 for row in rows if row.used_at)
    return printed, len(rows) - used, used


def add_audit(connection: Connection, at: str, person: str, action: str, subject: str,
              detail: dict[str, Any]) -> None:
    """One act, in the same unit of work as the act itself. `at` as base.clock.format_time writes it."""
    trail.add(connection, at, person, action, subject, detail)


def audit(connection: Connection, subject: str, limit: int) -> list[AuditEntry]:
    """Newest first; all subjects when `subject` is empty."""
    query = select(schema.audit).order_by(_AUDIT.id.desc()).limit(limit)
    if subject:
        query = query.where(_AUDIT.subject == subject)
    return [AuditEntry(row.at, row.person, row.action, row.subject, dict(row.detail))
            for row in connection.execute(query)]


def _person(row: Row[Any]) -> Person:
    return Person(row.id, row.name, row.title, Role(row.role), row.active, row.must_change)
