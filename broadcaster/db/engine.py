"""Opening the station's database and working in it, one short transaction at a time."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DatabaseError, OperationalError

from broadcaster.base.changes import Changes
from broadcaster.base.errors import Refused

_BUSY_SECONDS = 10
Undo = Callable[[], None]


class Database:
    """The engine plus the two ways to use it: `read` and `write`."""

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.changes = Changes()
        self.before_commit: list[Callable[[Connection, frozenset[str]], Undo | None]] = []
        """Called with the open unit of work and its `kinds`; whoever raises undoes it.

        What is given back takes back what was done outside of the database, should the commit fail.
        """
        self.watchman: Callable[[Sequence[str]], None] | None = None
        """Asked before anything is written, with the tables to be touched; may refuse."""

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view; writes nothing."""
        with plain_errors(), self.engine.connect() as connection:
            yield connection

    @contextmanager
    def write(self, *kinds: str) -> Iterator[Connection]:
        """One unit of work: all of it is durable when the block ends, or none of it.

        `kinds` are the tables touched; listeners hear of them after the commit.
        """
        if self.watchman is not None:
            self.watchman(kinds)
        with plain_errors(), self.engine.connect() as connection:
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            undo: list[Undo] = []
            try:
                yield connection
                for step in self.before_commit:
                    undo += filter(None, [step(connection, frozenset(kinds))])
                connection.exec_driver_sql("COMMIT")
            except BaseException:
                for back in reversed(undo):
                    back()
                _roll_back(connection)
                raise
        self.changes.announce(frozenset(kinds))

    def close(self) -> None:
        self.engine.dispose()


def _roll_back(connection: Connection) -> None:
    """A full disk makes SQLite end the unit of work by itself."""
    if getattr(connection.connection.dbapi_connection, "in_transaction", True):
        connection.exec_driver_sql("ROLLBACK")


def open_database(path: Path) -> Database:
    """WAL, FULL sync (what was acknowledged survives a power cut), foreign keys, one writer at a time."""
    # Not as text: a folder may be called "100% #1?".
    address = URL.create("sqlite", database=str(path))
    engine = create_engine(address, connect_args={"timeout": _BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def configure(raw: Any, _record: Any) -> None:
        # The driver's own implicit BEGIN is deferred: a read that later writes would fail with BUSY.
        raw.isolation_level = None
        busy = f"busy_timeout={_BUSY_SECONDS * 1000}"
        for pragma in ("journal_mode=WAL", "synchronous=FULL", "foreign_keys=ON", busy):
            raw.execute(f"PRAGMA {pragma}")

    return Database(engine)


@contextmanager
def plain_errors() -> Iterator[None]:
    """Faults of the file itself as refusals a person can read; a broken rule in our SQL stays an error."""
    try:
        yield
    except OperationalError as error:
        raise _refusal(error) from error
    except DatabaseError as error:
        if isinstance(error.orig, sqlite3.DatabaseError) and type(error.orig) is sqlite3.DatabaseError:
            raise Refused("database.broken", f"the database is damaged: {error.orig}") from error
        raise


def _refusal(error: OperationalError) -> Exception:
    text = str(error.orig)
    if "locked" in text or "busy" in text:
        return Refused("database.busy", "another program holds the database")
    if "Could not decode" in text:
        return Refused("database.broken", f"the database is damaged: {text}")
    if "full" in text:
        return Refused("disk.full", "the disk is full", path="station.db")
    if "readonly" in text or "unable to open" in text or "disk I/O" in text:
        return Refused("disk.unwritable", f"cannot write the database: {text}", path="station.db")
    return error
