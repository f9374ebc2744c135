"""What came down from the office above: rows of `received`, their words and their SQL."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import Connection, select
from sqlalchemy.dialects.sqlite import insert

from broadcaster.db.schema import received

TAKEN, WAITING, REFUSED, ASIDE = "taken", "waiting", "refused", "aside"
"""Taken in; its sender's key waits to be confirmed; not to be used; for another station."""
LETTER, MESSAGE = "letter", "message"


@dataclass(frozen=True)
class Received:
    """One package that came down."""

    sha256: str
    """Of its manifest; of the file where that cannot be read."""
    file_name: str
    sender: str
    """Fingerprint of the key."""
    number: int
    state: str
    problem: dict[str, Any] = field(default_factory=dict)
    """{"code", "facts"}."""
    made: list[dict[str, Any]] = field(default_factory=list)
    """What it became: {"kind", "name", "id", "known"}, or {"kind", "name", "code", "facts"} where that failed."""
    at: str = ""
    by: str = ""
    """Who laid it in; empty: fetched."""

    @property
    def code(self) -> str:
        """Of the problem."""
        return str(self.problem.get("code", ""))

    @property
    def facts(self) -> dict[str, Any]:
        found = self.problem.get("facts", {})
        return found if isinstance(found, dict) else {}


def all_of(connection: Connection) -> list[Received]:
    """The newest first."""
    rows = connection.execute(select(received).order_by(received.c.at.desc(), received.c.sha256))
    return [Received(**row._mapping) for row in rows]


def get(connection: Connection, sha256: str) -> Received | None:
    row = connection.execute(select(received).where(received.c.sha256 == sha256)).first()
    return Received(**row._mapping) if row else None


def taken_as(connection: Connection, sender: str, number: int) -> str:
    """sha256 of what was taken in under this number of this sender; empty for none."""
    return str(connection.scalar(select(received.c.sha256).where(
        received.c.sender == sender, received.c.number == number, received.c.state == TAKEN)) or "")


def put(connection: Connection, row: Received) -> None:
    """In the place of what was known of it; what is taken in stays so."""
    values = vars(row)
    connection.execute(insert(received).values(**values).on_conflict_do_update(
        index_elements=["sha256"], set_={key: value for key, value in values.items() if key != "sha256"},
        where=received.c.state != TAKEN))
