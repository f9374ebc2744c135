"""The SQL of remarks."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, Row, func, insert, literal_column, select, update

from broadcaster.db import schema

_COMMENT = schema.comment.c


def add(connection: Connection, values: Mapping[str, str]) -> None:
    connection.execute(insert(schema.comment).values(**values))


def get(connection: Connection, comment_id: str) -> Row[Any] | None:
    return connection.execute(select(schema.comment).where(_COMMENT.id == comment_id)).first()


def of_subject(connection: Connection, subject: str) -> list[Row[Any]]:
    """Those not taken back, oldest first."""
    query = (select(schema.comment).where(_COMMENT.subject == subject, _COMMENT.removed_at == "")
             .order_by(_COMMENT.at, literal_column("rowid")))
    return list(connection.execute(query))


def remove(connection: Connection, comment_id: str, at: str) -> None:
    connection.execute(update(schema.comment).where(_COMMENT.id == comment_id).values(removed_at=at))


def counts(connection: Connection) -> dict[str, int]:
    query = select(_COMMENT.subject, func.count()).where(_COMMENT.removed_at == "").group_by(_COMMENT.subject)
    return {subject: number for subject, number in connection.execute(query)}
