"""Many rows at once: COPY on PostgreSQL, one prepared statement on SQLite. Nothing is checked here any more."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, Table

_PIECE = 20_000
"""Rows in one go: what is held in memory twice."""
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def add_rows(c: Connection, table: Table, rows: Sequence[Sequence[Any]], names: Sequence[str] = ()) -> None:
    """Insert tuples whose places are the table's columns (or `names`); days and moments as text."""
    columns = tuple(names) or tuple(column.name for column in table.columns)
    for start in range(0, len(rows), _PIECE):
        part = rows[start:start + _PIECE]
        if c.dialect.name == "postgresql":
            copy_text(c, table, columns, as_copy(part))
        else:
            places = ",".join("?" * len(columns))
            quoted = ",".join(f'"{name}"' for name in columns)
            c.exec_driver_sql(f"INSERT INTO {table.name} ({quoted}) VALUES ({places})",  # noqa: S608 — our own names
                              [tuple(row) for row in part])


def copy_text(c: Connection, table: Table, columns: Iterable[str], data: bytes) -> None:
    """PostgreSQL's text form, as `as_copy` makes it."""
    raw: Any = c.connection.driver_connection
    quoted = ",".join(f'"{name}"' for name in columns)
    with raw.cursor() as cursor, cursor.copy(f"COPY {table.name} ({quoted}) FROM STDIN") as copy:
        copy.write(data)


def as_copy(rows: Sequence[Sequence[Any]]) -> bytes:
    """Rows as lines of COPY: worked on by column, because most columns need nothing but joining."""
    columns = [_column(values) for values in zip(*rows, strict=True)]
    return ("\n".join(map("\t".join, zip(*columns, strict=True))) + "\n").encode("utf-8")


def _column(values: tuple[Any, ...]) -> Iterable[str]:
    kinds = set(map(type, values))
    if kinds == {str}:
        joined = "\x00".join(values)
        if not any(sign in joined for sign in "\\\t\n\r"):
            return values
        return [value.translate(_ESCAPES) for value in values]
    if kinds == {int}:
        return map(str, values)
    if kinds == {bool}:
        return ["t" if value else "f" for value in values]
    return [_one(value) for value in values]


def _one(value: Any) -> str:
    if value is None:
        return "\\N"
    if isinstance(value, bool):
        return "t" if value else "f"
    return str(value).translate(_ESCAPES)
