"""What of a station goes into its backup, and how it is read while the station works."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome, unwritable

_NOT = {"run", "logs", "backup"}
_NOT_BELOW = {("voices", "cache")}
_NOT_FILES = {"station.backup-key", "restored.json"}
_NOT_ENDINGS = (".tmp", "-wal", "-shm", "-journal", ".part", ".lock")
_FIRST = ("rundowns", "emergency", "seals")
"""Before database and ledger: a plan names the ledger's line it was made by, a seal the journal's lines."""
LINES = (".jsonl",)
"""Only ever added to: read up to the last whole line there is."""
_LARGE = 1 << 20
_BUSY_SECONDS = 20


@dataclass(frozen=True)
class Source:
    """One file to be backed up."""

    path: str
    """In the home, with "/"."""
    file: Path
    """Where it is read."""
    size: int
    mtime_ns: int
    mode: int

    @property
    def lines(self) -> bool:
        return self.path.endswith(LINES)

    @property
    def fixed(self) -> bool:
        """Sounds and other large things, written once: each has objects of its own."""
        return self.size > _LARGE and not self.lines and not is_database(self.path)


def early(home: StationHome) -> list[Source]:
    """What must be older than the copy of database and ledger."""
    return [source for source in _walk(home.root) if source.path.split("/")[0] in _FIRST]


def late(home: StationHome) -> list[Source]:
    """What must be newer: sounds a row speaks of, journal lines the database has filed."""
    return [source for source in _walk(home.root) if source.path.split("/")[0] not in _FIRST
            and not is_database(source.path) and source.file != home.approvals]


def freeze(home: StationHome, work: Path) -> list[Source]:
    """Databases and ledger of one and the same moment, copied into `work`.

    The write lock is held while the ledger is read and the view of the database is taken, a few milliseconds.
    Raises Refused: database.broken, database.busy, disk.*.
    """
    try:
        found = [_copy(path, work, home) for path in sorted(home.root.glob("*.db"))]
        ledger = work / "ledger.jsonl"
        return [*found, _source("approvals/ledger.jsonl", ledger)] if ledger.exists() else found
    except sqlite3.OperationalError as error:
        code = "database.busy" if "locked" in str(error) else "disk.full" if "full" in str(error) else "disk.unwritable"
        raise Refused(code, f"the database cannot be copied: {error}", path=str(work)) from error
    except sqlite3.DatabaseError as error:
        raise Refused("database.broken", f"the database is damaged: {error}", path=str(home.database)) from error
    except OSError as error:
        raise unwritable(work, error) from error


def _copy(path: Path, work: Path, home: StationHome) -> Source:
    target = work / path.name
    with closing(sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)) as writer, \
            closing(sqlite3.connect(path, timeout=_BUSY_SECONDS, isolation_level=None)) as reader, \
            closing(sqlite3.connect(target)) as copy:
        writer.execute("BEGIN IMMEDIATE")
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM sqlite_master").fetchone()
        if path == home.database and home.approvals.exists():
            shutil.copyfile(home.approvals, work / "ledger.jsonl")
        writer.execute("ROLLBACK")
        reader.backup(copy)
        copy.execute("PRAGMA journal_mode=DELETE")  # one file, whole by itself
        fault = copy.execute("PRAGMA quick_check(1)").fetchone()[0]
        if fault != "ok":
            raise sqlite3.DatabaseError(fault)
    return _source(path.name, target)


def _walk(root: Path) -> Iterator[Source]:
    for top in sorted(root.iterdir()):
        if top.is_dir():
            if top.name not in _NOT and not top.name.endswith(_NOT_ENDINGS):
                yield from _below(root, top)
        elif _goes_in(top):
            yield _source(top.name, top)


def _below(root: Path, top: Path) -> Iterator[Source]:
    for folder, folders, names in os.walk(top):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if (*here.relative_to(root).parts, name)[:2] not in _NOT_BELOW)
        for name in sorted(names):
            path = here / name
            if _goes_in(path):
                try:
                    yield _source(path.relative_to(root).as_posix(), path)
                except FileNotFoundError:
                    continue  # let go of since the folder was read


def _goes_in(path: Path) -> bool:
    return (path.name not in _NOT_FILES and not path.name.endswith(_NOT_ENDINGS) and not path.is_symlink()
            and path.is_file())


def is_database(path: str) -> bool:
    return "/" not in path and path.endswith(".db")


def _source(path: str, file: Path) -> Source:
    state = file.stat()
    return Source(path, file, state.st_size, state.st_mtime_ns, state.st_mode & 0o777)
