"""SQL of the names under the log."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from broadcaster.asrun.model import Signature
from broadcaster.db.schema import signature


def add(c: Connection, signed: Signature) -> None:
    c.execute(signature.insert().values(**vars(signed)))


def listed(c: Connection, first_day: str = "", last_day: str = "", kind: str = "") -> list[Signature]:
    """In the order they were given; those that begin within these ISO days, both inclusive."""
    statement = select(signature).order_by(signature.c.at, signature.c.id)
    if first_day:
        statement = statement.where(signature.c.first_day >= first_day)
    if last_day:
        statement = statement.where(signature.c.first_day <= last_day)
    if kind:
        statement = statement.where(signature.c.kind == kind)
    return [_signature(row) for row in c.execute(statement)]


def _signature(row: Row[Any]) -> Signature:
    return Signature(**dict(row._mapping))
