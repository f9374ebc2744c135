"""Opening the office's database: office.db beside station.db, or a PostgreSQL server named in station.toml.

Both speak through the same two doors, `read` and `write`; one writer at a time on both.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, create_engine, event, text
from sqlalchemy.engine import make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError, ProgrammingError

from broadcaster.base.changes import Changes
from broadcaster.base.errors import NewerFormat, Refused

HEAD = "0001"
"""The newest migration of db/office_migrations; a test holds it against the files."""
_BUSY_SECONDS = 30
_CONNECT_SECONDS = 10
_WRITER = 0x64785F6F
"""PostgreSQL's lock of whoever writes."""
_PRAGMAS = ("journal_mode=WAL", "synchronous=FULL", f"busy_timeout={_BUSY_SECONDS * 1000}", "cache_size=-65536",
            "temp_store=MEMORY")


class OfficeDatabase:
    """The engine plus the two ways to use it."""

    def __init__(self, engine: Engine, name: str) -> None:
        self.engine = engine
        self.name = name
        """Where it is, for people: a path, or an address without a password."""
        self.changes = Changes()

    @property
    def is_server(self) -> bool:
        """PostgreSQL."""
        return self.engine.dialect.name == "postgresql"

    @contextmanager
    def read(self) -> Iterator[Connection]:
        """A consistent view; writes nothing. Raises Refused("office.unreachable", "office.database_broken")."""
        with _plain_errors(self.name), self.engine.connect() as connection:
            if self.is_server:
                connection.execution_options(isolation_level="REPEATABLE READ")
            else:
                connection.exec_driver_sql("BEGIN")
            yield connection

    @contextmanager
    def write(self, *kinds: str) -> Iterator[Connection]:
        """One unit of work, alone: all of it is durable when the block ends, or none of it. Raises as `read`."""
        with _plain_errors(self.name), self.engine.connect() as connection, connection.begin():
            if self.is_server:
                connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _WRITER})
            else:
                connection.exec_driver_sql("BEGIN IMMEDIATE")
            yield connection
        self.changes.announce(frozenset(kinds))

    def close(self) -> None:
        self.engine.dispose()


def open_office(path: Path, address: str = "", password: str = "") -> OfficeDatabase:
    """Open and bring to this program's form; `address` empty: the SQLite file `path`.

    Without a password, PostgreSQL's own ways hold (~/.pgpass, PGPASSFILE, peer).
    Raises Refused("office.address", "office.password_in_settings", "office.unreachable"), NewerFormat.
    """
    database = _server(address, password) if address else _file(path)
    try:
        _migrate(database)
    except BaseException:
        database.close()
        raise
    return database


def _file(path: Path) -> OfficeDatabase:
    engine = create_engine(URL.create("sqlite", database=str(path)), connect_args={"timeout": _BUSY_SECONDS})

    @event.listens_for(engine, "connect")
    def configure(raw: Any, _record: Any) -> None:
        # The driver's own implicit BEGIN is deferred: a read that later writes would fail with BUSY.
        raw.isolation_level = None
        for pragma in _PRAGMAS:
            raw.execute(f"PRAGMA {pragma}")

    return OfficeDatabase(engine, str(path))


def _server(address: str, password: str) -> OfficeDatabase:
    try:
        url = make_url(address)
    except ArgumentError as error:
        raise Refused("office.address", "office.database is no address of a database") from error
    if url.get_backend_name() not in {"postgresql", "postgres"} or not url.database:
        raise Refused("office.address", "office.database: only postgresql://USER@HOST/NAME is known")
    if url.password or "password" in url.query:
        raise Refused("office.password_in_settings",
                      "office.database holds a password: keep it in station.secrets, not in station.toml")
    name = url.render_as_string(hide_password=True)
    driver = url.set(drivername="postgresql+psycopg", password=password or None)
    engine = create_engine(driver, pool_pre_ping=True, connect_args={
        "connect_timeout": _CONNECT_SECONDS, "application_name": "dai-xa",
        "options": "-c timezone=UTC -c lock_timeout=10min"})
    return OfficeDatabase(engine, name)


def current_revision(database: OfficeDatabase) -> str:
    """The migration it stands at; empty for a new one."""
    with database.read() as c:
        return _revision(c)


def _revision(c: Connection) -> str:
    if not c.dialect.has_table(c, "alembic_version"):
        return ""
    return str(c.execute(text("SELECT version_num FROM alembic_version")).scalar() or "")


def _migrate(database: OfficeDatabase) -> None:
    found = current_revision(database)
    if found > HEAD:
        raise NewerFormat("the office's database", found, HEAD)
    if found != HEAD:
        upgrade(database, HEAD)


def upgrade(database: OfficeDatabase, revision: str) -> None:
    """Run Alembic up (or down, for an older `revision`): all of it in one transaction, or nothing."""
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent / "office_migrations"))
    # Two programs may start at once: the second waits for the lock, and finds it done.
    with database.write() as c:
        found = _revision(c)
        if found != revision:
            config.attributes["connection"] = c
            going_up = revision != "base" and revision > found
            (command.upgrade if going_up else command.downgrade)(config, revision)


def partition(month: str) -> str:
    """Name of the part of `airing` that holds a month, "2026-11"."""
    return f"airing_{month.replace('-', '_')}"


def is_partition(name: str) -> bool:
    """Whether a table is one of those made on demand."""
    return re.fullmatch(r"airing_\d{4}_\d{2}", name) is not None


def make_partitions(c: Connection, months: set[str]) -> None:
    """PostgreSQL cuts `airing` by month of the day; the parts are made when the first row for them comes."""
    if c.dialect.name != "postgresql":
        return
    for month in sorted(months):
        year, number = int(month[:4]), int(month[5:7])
        following = f"{year + number // 12:04d}-{number % 12 + 1:02d}-01"
        c.exec_driver_sql(f"CREATE TABLE IF NOT EXISTS {partition(month)} PARTITION OF airing "
                          f"FOR VALUES FROM ('{month}-01') TO ('{following}')")


@contextmanager
def _plain_errors(name: str) -> Iterator[None]:
    """Faults of the server or the file as refusals a person can read; a broken rule in our SQL stays an error."""
    try:
        yield
    except OperationalError as error:
        reason = str(error.orig).strip().splitlines()[0] if str(error.orig).strip() else "no answer"
        raise Refused("office.unreachable", f"the office's database {name} does not answer: {reason}",
                      name=name, reason=reason) from error
    except DBAPIError as error:
        reason = str(error.orig).strip()
        if "is not a database" in reason or "malformed" in reason:
            raise Refused("office.database_broken", f"the office's database {name} is damaged: {reason}",
                          name=name) from error
        if isinstance(error, ProgrammingError) and "permission denied" in reason:
            raise Refused("office.unreachable", f"the office's database {name} refuses us: {reason}", name=name,
                          reason=reason.splitlines()[0]) from error
        raise
