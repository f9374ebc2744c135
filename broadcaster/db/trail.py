"""The trail of who did what: rows of `audit`, each carrying the hash of the row before it, as the journal's lines do.

Every act is written in the unit of work of the act itself; the write lock makes one chain of all programs' acts.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from sqlalchemy import Connection, Row, insert, select

from broadcaster.db import schema, trail_words
from broadcaster.protocol.verifier import GENESIS, Fault, intact, link

_AUDIT = schema.audit.c


def add(connection: Connection, at: str, person: str, action: str, subject: str, detail: dict[str, Any]) -> None:
    """One act. `at` as base.clock.format_time writes it; `detail` plain JSON data."""
    last = connection.execute(select(_AUDIT.id, _AUDIT.hash).order_by(_AUDIT.id.desc()).limit(1)).first()
    number, prev = (last.id + 1, last.hash) if last else (1, GENESIS)
    # As it will be read again: keys are text, enumerations their values.
    plain = json.loads(json.dumps(detail, ensure_ascii=False))
    line = link({"id": number, "at": at, "person": person, "action": action, "subject": subject, "detail": plain}, prev)
    words = trail_words.folded(connection, person, subject, plain)
    connection.execute(insert(schema.audit).values(**line, words=words))


def head(connection: Connection) -> tuple[int, str]:
    """Number and hash of the last act; (0, GENESIS) when nothing was done yet."""
    last = connection.execute(select(_AUDIT.id, _AUDIT.hash).order_by(_AUDIT.id.desc()).limit(1)).first()
    return (last.id, last.hash) if last else (0, GENESIS)


def hash_of(connection: Connection, number: int) -> str:
    """Of one act; empty when there is none of that number."""
    return str(connection.scalar(select(_AUDIT.hash).where(_AUDIT.id == number)) or "")


def verify(connection: Connection) -> Iterator[Fault]:
    """Every row that does not hold together with the one before it."""
    prev, number = GENESIS, 0
    for row in connection.execute(select(schema.audit).order_by(_AUDIT.id)):
        line = line_of(row)
        if not intact(line):
            yield Fault("audit", row.id, "altered")
        elif row.prev != prev:
            yield Fault("audit", row.id, "broken_link")
        elif row.id != number + 1:
            yield Fault("audit", row.id, "out_of_order")
        prev, number = row.hash, row.id


def line_of(row: Row[Any]) -> dict[str, Any]:
    """A row as it is chained: what its hash covers, and the hash."""
    return {"id": row.id, "at": row.at, "person": row.person, "action": row.action, "subject": row.subject,
            "detail": row.detail, "prev": row.prev, "hash": row.hash}
