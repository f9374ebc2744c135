"""The station's database as it was before an update, for the way back: never deleted, swapped in by one rename."""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from pathlib import Path

from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome, sync_folder
from broadcaster.db.migrate import current_revision

_ENDINGS = ("-wal", "-shm")


def copy(database: Path, target: Path) -> None:
    """Whole, with what still stands in SQLite's log. Raises sqlite3.Error, OSError."""
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    with closing(sqlite3.connect(database)) as old, closing(sqlite3.connect(part)) as new:
        old.backup(new)
    part.replace(target)
    sync_folder(target.parent)


def restore(home: StationHome, earlier: Path, version: str) -> bool:
    """Put `earlier` back where the present one has another form; the present one is set aside. True when it was.

    The airings since are not lost with it: the journal's files hold them, and they are filed again.
    """
    if not differs(home, earlier):
        return False
    database = home.database
    if database.exists():
        _set_aside(database, home.root / "backup" / f"station-of-{version}.db")
    new = database.with_name("station.db.restoring")
    shutil.copyfile(earlier, new)
    with new.open("rb+") as file:  # on the disk before it takes the place: a power cut must not leave an empty one
        os.fsync(file.fileno())
    new.replace(database)
    sync_folder(database.parent)
    return True


def differs(home: StationHome, earlier: Path) -> bool:
    """Whether the present database has another form than `earlier`, so that the older program needs that one."""
    if not earlier.name or not earlier.exists():
        return False
    try:
        return current_revision(home.database) != current_revision(earlier)
    except BroadcasterError:
        return True


def would_lose(home: StationHome, earlier: Path, airings_then: int) -> bool:
    """Whether going back means another database, and anything was aired or done since it was copied."""
    return differs(home, earlier) and (airings(home) > airings_then or _acts(home.database) > _acts(earlier))


def airings(home: StationHome) -> int:
    """How many airings the journal tells of."""
    return sum(path.read_bytes().count(b'"START"') for path in home.asrun.glob("*.jsonl"))


def _acts(database: Path) -> int:
    """How many acts the trail holds; one that cannot be read counts as the newest."""
    try:
        with closing(sqlite3.connect(f"{database.as_uri()}?mode=ro", uri=True)) as connection:
            return int(connection.execute("SELECT coalesce(max(id), 0) FROM audit").fetchone()[0])
    except sqlite3.Error:
        return 1 << 60


def _set_aside(database: Path, aside: Path) -> None:
    aside.parent.mkdir(exist_ok=True)
    try:
        copy(database, aside)
        with closing(sqlite3.connect(database)) as connection:
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error:  # damaged: as it lies there
        shutil.copyfile(database, aside)
        for ending in _ENDINGS:
            with suppress(FileNotFoundError):
                shutil.copyfile(f"{database}{ending}", f"{aside}{ending}")
    # SQLite's log belongs to this database: beside another it would be written into that one.
    for ending in _ENDINGS:
        database.with_name(database.name + ending).unlink(missing_ok=True)
