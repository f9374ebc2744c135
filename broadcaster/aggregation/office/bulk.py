"""Many rows at once: COPY on PostgreSQL, one prepared statement on SQLite. Nothing is checked here any more."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping, Sequence
from importlib import import_module
from operator import itemgetter
from typing import Any

from sqlalchemy import Connection, Table, bindparam, update

_PIECE = 5_000
"""Rows in one go: what is held in memory twice."""
_FEW = 20
"""Up to so many rows are written one by one."""
_JSON = json.JSONEncoder(ensure_ascii=False).encode
_ESCAPES = str.maketrans({"\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r"})


def add_rows(c: Connection, table: Table, rows: Sequence[Sequence[Any]], names: Sequence[str] = ()) -> None:
    """Insert tuples whose places are the table's columns (or `names`); days and moments as text, JSON as text."""
    columns = tuple(names) or tuple(column.name for column in table.columns)
    if not rows:
        return
    if c.dialect.name == "postgresql":
        _copy(c, table.name, columns, rows)
        return
    places = ",".join("?" * len(columns))
    for start in range(0, len(rows), _PIECE):
        c.exec_driver_sql(f"INSERT INTO {table.name} ({_quoted(columns)}) VALUES ({places})",  # noqa: S608
                          [tuple(row) for row in rows[start:start + _PIECE]])


def add_lines(c: Connection, table: Table, lines: Sequence[str]) -> None:
    """Insert rows that are one text each: every column of the table in order, tabs between, no line break inside."""
    columns = tuple(column.name for column in table.columns)
    if not lines:
        return
    if c.dialect.name == "postgresql":
        raw: Any = c.connection.driver_connection
        with raw.cursor() as cursor, cursor.copy(f"COPY {table.name} ({_quoted(columns)}) FROM STDIN") as copy:
            for start in range(0, len(lines), _PIECE):
                piece = "\n".join(lines[start:start + _PIECE])
                copy.write((piece.replace("\\", "\\\\") + "\n").encode("utf-8"))
        return
    # A column of numbers makes a number of its text.
    places = ",".join("?" * len(columns))
    c.exec_driver_sql(f"INSERT INTO {table.name} ({_quoted(columns)}) VALUES ({places})",  # noqa: S608
                      [tuple(line.split("\t")) for line in lines])


def add_mappings(c: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns."""
    if c.dialect.name == "postgresql" and rows:
        names = tuple(rows[0])
        _copy(c, table.name, names, _tuples(rows, names))
    elif rows:
        c.execute(table.insert(), [dict(row) for row in rows])


def add_missing(c: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert what is not there yet; what is there stays as it is."""
    if not rows:
        return
    names = tuple(rows[0])
    if c.dialect.name != "postgresql" or len(rows) < _FEW:
        # PostgreSQL's part of SQLAlchemy is loaded where it is spoken: stations start without it.
        made = import_module(f"sqlalchemy.dialects.{c.dialect.name}").insert(table)
        c.execute(made.on_conflict_do_nothing(), [dict(row) for row in rows])
        return
    held = _hold(c, table, names, rows)
    c.exec_driver_sql(f"INSERT INTO {table.name} ({_quoted(names)}) SELECT {_quoted(names)} FROM {held} "  # noqa: S608
                      "ON CONFLICT DO NOTHING")
    c.exec_driver_sql(f"DROP TABLE {held}")


def put_rows(c: Connection, table: Table, rows: Sequence[Sequence[Any]]) -> None:
    """Insert whole rows; one that is there under the same key gives way."""
    names, keys = [column.name for column in table.columns], [column.name for column in table.primary_key]
    if not rows:
        return
    if c.dialect.name != "postgresql":
        places = ",".join("?" * len(names))
        c.exec_driver_sql(f"INSERT OR REPLACE INTO {table.name} ({_quoted(names)}) VALUES ({places})",  # noqa: S608
                          [tuple(row) for row in rows])
        return
    held = _hold(c, table, names, [dict(zip(names, row, strict=True)) for row in rows])
    changed = ", ".join(f'"{name}" = excluded."{name}"' for name in names if name not in keys)
    c.exec_driver_sql(f"INSERT INTO {table.name} ({_quoted(names)}) SELECT {_quoted(names)} FROM {held} "  # noqa: S608
                      f"ON CONFLICT ({_quoted(keys)}) DO UPDATE SET {changed}")
    c.exec_driver_sql(f"DROP TABLE {held}")


def update_rows(c: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Give rows that are there, known by `ref`, the other values of each mapping."""
    if not rows:
        return
    names = tuple(rows[0])
    if c.dialect.name != "postgresql" or len(rows) < _FEW:
        changes: dict[str, Any] = {name: bindparam(f"b_{name}") for name in names if name != "ref"}
        c.execute(update(table).where(table.c.ref == bindparam("b_ref")).values(changes),
                  [{f"b_{name}": value for name, value in row.items()} for row in rows])
        return
    held = _hold(c, table, names, rows)
    changed = ", ".join(f'"{name}" = {held}."{name}"' for name in names if name != "ref")
    c.exec_driver_sql(f"UPDATE {table.name} SET {changed} FROM {held} WHERE {table.name}.ref = {held}.ref")  # noqa: S608
    c.exec_driver_sql(f"DROP TABLE {held}")


def _hold(c: Connection, table: Table, names: Sequence[str], rows: Sequence[Mapping[str, Any]]) -> str:
    """The rows in a table of this unit of work alone: one statement can then treat all of them."""
    held = f"held_{table.name}"
    empty = f"SELECT {_quoted(names)} FROM {table.name} WITH NO DATA"  # noqa: S608
    c.exec_driver_sql(f"CREATE TEMPORARY TABLE {held} ON COMMIT DROP AS {empty}")
    _copy(c, held, names, _tuples(rows, names))
    return held


def _copy(c: Connection, table: str, columns: Sequence[str], rows: Sequence[Sequence[Any]]) -> None:
    """One COPY, a piece at a time: the server reads one while the next is made ready."""
    raw: Any = c.connection.driver_connection
    with raw.cursor() as cursor, cursor.copy(f"COPY {table} ({_quoted(columns)}) FROM STDIN") as copy:
        for start in range(0, len(rows), _PIECE):
            copy.write(as_copy(rows[start:start + _PIECE]))


def _tuples(rows: Sequence[Mapping[str, Any]], names: Sequence[str]) -> list[tuple[Any, ...]]:
    if len(names) == 1:
        return [(row[names[0]],) for row in rows]
    return list(map(itemgetter(*names), rows))


def _quoted(names: Iterable[str]) -> str:
    return ", ".join(f'"{name}"' for name in names)


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
    text = _JSON(value) if isinstance(value, list | dict) else str(value)
    return text.translate(_ESCAPES)
