"""Bringing a station's database to this program's form; older ones are copied first, newer ones refused."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.base.paths import StationHome, unwritable

HEAD = "0006"
"""The newest migration; a test holds it against the files."""
_TOO_LITTLE = 1 << 16
"""Bytes: room for the shared memory of SQLite's log, without which a database cannot even be read."""


def current_revision(path: Path) -> str:
    """The migration a database stands at; empty for a new one. Plain sqlite3, because it runs at every start."""
    if not path.exists():
        return ""
    try:
        with closing(sqlite3.connect(f"{path.as_uri()}?mode=ro", uri=True)) as connection:
            row = connection.execute("SELECT version_num FROM alembic_version").fetchone()
            return str(row[0]) if row else ""
    except sqlite3.OperationalError as error:
        if "no such table" in str(error):
            return ""
        if shutil.disk_usage(path.parent).free < _TOO_LITTLE:  # SQLite only says "disk I/O error"
            raise Refused("disk.full", f"the disk is full: {path}", path=str(path)) from error
        raise Refused("disk.unwritable", f"cannot open {path}: {error}", path=str(path)) from error
    except sqlite3.DatabaseError as error:
        raise Refused("database.broken", f"{path} is not a database: {error}", path=str(path)) from error


def migrate(home: StationHome) -> None:
    """Upgrade to HEAD if needed."""
    found = current_revision(home.database)
    if found == HEAD:
        return
    if found > HEAD:
        raise NewerFormat("station.db", found, HEAD)
    if found:
        _copy(home.database, home.root / "backup" / f"station-before-{HEAD}.db")
    upgrade(home.database, HEAD)


def upgrade(path: Path, revision: str) -> None:
    """Run Alembic up (or, for an older `revision`, down) on one database: all of it in one transaction, or nothing."""
    # A quarter of a second to import, needed once per release.
    from alembic import command
    from alembic.config import Config

    from broadcaster.db.engine import open_database, plain_errors

    database = open_database(path)
    try:
        config = Config()
        config.set_main_option("script_location", str(Path(__file__).parent / "migrations"))
        with plain_errors(), database.engine.connect() as connection:
            config.attributes["connection"] = connection
            # Two programs of a station may start at once: the second waits here, and finds it done.
            connection.exec_driver_sql("BEGIN IMMEDIATE")
            found = current_revision(path)
            if found != revision:
                going_up = revision != "base" and revision > found
                (command.upgrade if going_up else command.downgrade)(config, revision)
            connection.exec_driver_sql("COMMIT")
    finally:
        database.close()


def _copy(source: Path, target: Path) -> None:
    """As it was before. Raises Refused: disk.full, disk.unwritable."""
    # A copy broken off must neither pass for one nor be in the way; two programs of a station may start at once.
    part = target.with_name(f"{target.name}.{os.getpid()}.part")
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(sqlite3.connect(source)) as old, closing(sqlite3.connect(part)) as new:
            old.backup(new)
            new.execute("PRAGMA journal_mode=DELETE")  # one file, whole by itself
        if current_revision(part) < HEAD:  # else the other one was done meanwhile, and its copy is the one to keep
            part.replace(target)
        part.unlink(missing_ok=True)
    except OSError as error:
        raise unwritable(target, error) from error
    except sqlite3.OperationalError as error:
        if "full" in str(error) or shutil.disk_usage(target.parent).free < _TOO_LITTLE:
            raise Refused("disk.full", f"the disk is full: {target}", path=str(target)) from error
        raise Refused("disk.unwritable", f"cannot write {target}: {error}", path=str(target)) from error
