"""Bringing a backup back: into a folder beside the home, proven there, then put in its place by one rename.

Nothing is ever deleted for it: the station that was there before is moved aside whole.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import shutil
import sys
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, sync_folder, unwritable
from broadcaster.care.backup.counts import counts_of
from broadcaster.care.backup.model import Backup, Entry, FileList, Told, check_paths, newer_in, nobody, refused
from broadcaster.care.backup.objects import Objects
from broadcaster.care.backup.place import Place, free_at
from broadcaster.care.backup.vault import Vault, VaultFile
from broadcaster.db import trail
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import HEAD
from broadcaster.protocol.restored import Restored, write_restored

SPARE = 64 << 20
_PROCESSES = ("air", "keeper", "backup")


@dataclass(frozen=True)
class Present:
    """What stands where a backup is to be brought back."""

    there: bool
    newer_in: tuple[str, ...] = ()
    """journal, ledger, trail, airings: what would be missing afterwards."""
    newest_at: str = ""


def present(home: StationHome, backup: Backup) -> Present:
    """Whether a station stands there, and in what it is newer than the backup."""
    if not any((home.root / name).exists() for name in ("station.db", "station.toml", "station.key", "asrun")):
        return Present(False)
    counts = counts_of(home.root)
    return Present(True, newer_in(counts, backup.counts), counts.newest_at)


def write_files(place: Place, backup: Backup, vault: Vault | None, target: Path, told: Told = nobody,
                leave: Callable[[str], bool] = lambda path: False) -> FileList:
    """Write every file of a backup below an empty folder, each proven by its hash; `leave`: but not these.

    Raises Refused: backup.damaged, backup.list_bad, disk.*.
    """
    files = place.files(backup, vault)
    check_paths(files.files)
    if (claimed := sum(entry.bytes for entry in files.files)) > backup.bytes:
        # There is room for what the manifest says, not for what a list from anybody's stick may blow up to.
        raise refused(f"the list names {claimed} bytes, the backup {backup.bytes}", name=backup.name)
    reader = _Reader(place.objects(vault))
    total, done = sum(entry.bytes for entry in files.files), 0
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
        target.mkdir(mode=0o700)
        for entry in files.files:
            told(done, total, entry.path)
            if not leave(entry.path):
                _write(reader, entry, target)
            done += entry.bytes
    except OSError as error:
        raise unwritable(target, error) from error
    return files


def restore(place: Place, backup: Backup, vault: Vault | None, home: StationHome, clock: Clock, *,
            by: str = "", replace_newer: bool = False, prove: Callable[[Path, Backup], Sequence[str]],
            told: Told = nobody, let_go: Callable[[], None] = lambda: None) -> Path | None:
    """Put a station back as it was; returns where the one before lies now.

    `prove` opens the copy and says what is wrong with it; `let_go` closes what this program holds open of the old one.
    Raises Refused: backup.present_newer, backup.no_room, backup.damaged, backup.list_bad, backup.proof_failed,
    backup.home_in_use, process.running, disk.*; NewerFormat.
    """
    if backup.revision > HEAD:
        raise NewerFormat("the backup's database", backup.revision, HEAD)
    now = present(home, backup)
    if now.newer_in and not replace_newer:
        raise Refused("backup.present_newer", "the station that is there is newer than this backup in: "
                      + ", ".join(now.newer_in), newer_in=", ".join(now.newer_in), at=now.newest_at[:16])
    with _alone(home) if now.there else contextlib.nullcontext():
        target = _fresh(home, backup)
        try:
            write_files(place, backup, vault, target, told)
            faults = prove(target, backup)
            if faults:
                raise Refused("backup.proof_failed", f"the copy does not hold: {faults[0]}", detail=faults[0],
                              count=len(faults))
            _complete(target, backup, vault, clock, by)
        except BaseException:
            shutil.rmtree(target, ignore_errors=True)
            raise
        if sys.platform != "win32":
            let_go()
            return _swap(home, target, clock)
    let_go()  # Windows renames no folder in which a lock is held
    return _swap(home, target, clock)


def _fresh(home: StationHome, backup: Backup) -> Path:
    target = home.root.with_name(f"{home.root.name}.restoring")
    shutil.rmtree(target, ignore_errors=True)  # of a restoring that was broken off
    base = next(each for each in home.root.parents if each.exists())
    if (free := free_at(base)) < backup.bytes + SPARE:
        raise Refused("backup.no_room", f"{base} has {free >> 20} MB free, the station needs "
                      f"{(backup.bytes + SPARE) >> 20} MB", path=str(base), free_mb=free >> 20,
                      needed_mb=(backup.bytes + SPARE) >> 20)
    return target


@contextlib.contextmanager
def _alone(home: StationHome) -> Iterator[None]:
    """Neither player nor helper may work on a folder that is about to be exchanged."""
    with contextlib.ExitStack() as stack:
        for process in _PROCESSES:
            stack.callback(ProcessLock(home, process).release)
        yield


def _complete(target: Path, backup: Backup, vault: Vault | None, clock: Clock, by: str) -> None:
    """All of it on disk, then restored.json: what the player writes into the journal, and why it waits.

    A folder with that file is whole: should this program be killed between the two renames that come next, the first
    one that opens the station finishes them (base.paths).
    """
    home, at, counts = StationHome(target), format_time(clock.now()), backup.counts
    if vault is not None:
        VaultFile(home).write(vault)  # the next night goes on with the same key
    database = open_database(home.database)
    try:
        with database.write("audit") as c:
            trail.add(c, at, by, "backup.restored", f"backup:{backup.name}",
                      {"name": backup.name, "made_at": backup.made_at, "line": counts.journal_seq})
    finally:
        database.close()
    home.create()
    if hasattr(os, "sync"):
        os.sync()
    write_restored(home, Restored(backup.name, backup.made_at, at, by, counts.journal_seq, counts.journal_head))
    sync_folder(target)


def _swap(home: StationHome, target: Path, clock: Clock) -> Path | None:
    aside = None
    try:
        if home.root.exists():
            aside = _aside(home, clock)
            home.root.rename(aside)
        target.rename(home.root)
        sync_folder(home.root.parent)
    except OSError as error:
        if aside is not None and aside.exists() and not home.root.exists():
            aside.rename(home.root)
        raise Refused("backup.home_in_use", f"{home.root} cannot be moved aside: {error.strerror}; "
                      f"what was restored lies in {target}", path=str(home.root), restored=str(target)) from error
    return aside


def _aside(home: StationHome, clock: Clock) -> Path:
    base = f"{home.root.name}.truoc-{clock.now():%Y%m%d-%H%M%S}"
    names = (home.root.with_name(f"{base}{suffix}") for suffix in ("", *(f"-{number}" for number in range(2, 100))))
    return next(path for path in names if not path.exists())


class _Reader:
    """Objects hold pieces of many files: the last few stay at hand."""

    def __init__(self, objects: Objects) -> None:
        self.get = lru_cache(maxsize=6)(objects.get)


def _write(reader: _Reader, entry: Entry, target: Path) -> None:
    path = target.joinpath(*entry.path.split("/"))
    path.parent.mkdir(parents=True, exist_ok=True)
    digest, size = hashlib.sha256(), 0
    mode = (entry.mode | 0o600) & 0o755
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0), mode)
    with os.fdopen(handle, "wb") as file:
        for part in entry.parts:
            data = reader.get(part.object)[part.offset:part.offset + part.length]
            digest.update(data)
            size += len(data)
            if size > entry.bytes:
                break
            file.write(data)
    if (size, digest.hexdigest()) != (entry.bytes, entry.sha256):
        raise refused(f"{entry.path} is not what was backed up", path=entry.path)
    with contextlib.suppress(OSError, OverflowError):
        os.utime(path, ns=(entry.mtime_ns, entry.mtime_ns))
