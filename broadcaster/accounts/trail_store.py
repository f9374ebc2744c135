"""The SQL of the trail's page: which acts, how many, by whom."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import ColumnElement, Connection, Row, and_, func, or_, select

from broadcaster.db import schema, trail

_AUDIT = schema.audit.c


def matching(tokens: Sequence[tuple[str, Sequence[str]]], person: str | None, actions: Sequence[str],
             unlike: Sequence[str] | None, subject: str, first: str, last: str) -> ColumnElement[bool]:
    """`tokens`: a folded word and the acts that are called so; `unlike`: also acts none of these; `last` exclusive."""
    wanted: list[ColumnElement[bool]] = [
        or_(func.instr(_AUDIT.words, word) > 0, _AUDIT.action.in_(acts)) for word, acts in tokens]
    if person is not None:
        wanted.append(_AUDIT.person == person)
    kinds = [_AUDIT.action.in_(actions)] if actions else []
    if unlike is not None:
        kinds.append(_AUDIT.action.not_in(unlike))
    if kinds:
        wanted.append(or_(*kinds))
    if subject:
        approvals = select("approval:" + schema.approval.c.id).where(schema.approval.c.subject == subject)
        wanted.append(or_(_AUDIT.subject == subject, _AUDIT.subject.in_(approvals)))
    if first:
        wanted.append(_AUDIT.at >= first)
    if last:
        wanted.append(_AUDIT.at < last)
    return and_(True, *wanted)


def page(connection: Connection, wanted: ColumnElement[bool], limit: int, offset: int) -> list[Row[Any]]:
    """Newest first. The numbers are found without reading the rows between."""
    numbers = select(_AUDIT.id).where(wanted).order_by(_AUDIT.id.desc()).limit(limit).offset(offset)
    query = select(schema.audit).where(_AUDIT.id.in_(numbers)).order_by(_AUDIT.id.desc())
    return list(connection.execute(query).all())


def count(connection: Connection, wanted: ColumnElement[bool]) -> int:
    return int(connection.scalar(select(func.count()).select_from(schema.audit).where(wanted)) or 0)


def bounds(connection: Connection, wanted: ColumnElement[bool]) -> tuple[int, int]:
    """The first and the last number that match; (0, -1) when none does."""
    row = connection.execute(select(func.min(_AUDIT.id), func.max(_AUDIT.id)).where(wanted)).one()
    return (row[0], row[1]) if row[0] is not None else (0, -1)


def people(connection: Connection) -> list[str]:
    return [str(name) for name in connection.scalars(select(_AUDIT.person).distinct().order_by(_AUDIT.person))]


def actions(connection: Connection) -> list[str]:
    return [str(name) for name in connection.scalars(select(_AUDIT.action).distinct())]


def rows(connection: Connection, wanted: ColumnElement[bool]) -> Iterator[Row[Any]]:
    """Oldest first, as they are read."""
    yield from connection.execution_options(yield_per=500).execute(
        select(schema.audit).where(wanted).order_by(_AUDIT.id))


def lines(connection: Connection, first: int, last: int) -> Iterator[dict[str, Any]]:
    """The chained rows themselves, none left out."""
    query = select(schema.audit).where(_AUDIT.id.between(first, last)).order_by(_AUDIT.id)
    for row in connection.execution_options(yield_per=500).execute(query):
        yield trail.line_of(row)
