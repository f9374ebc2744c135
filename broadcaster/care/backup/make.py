"""Making a backup: new pieces first, then the list of files, then the manifest; only that makes it one."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from broadcaster import __version__
from broadcaster.asrun.identity import Identity
from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.base.settings import Settings
from broadcaster.care.backup.counts import counted, database_counts, last_line
from broadcaster.care.backup.model import (
    Backup,
    Counts,
    FileList,
    Part,
    Told,
    is_safe,
    much_smaller,
    nobody,
    stamp,
)
from broadcaster.care.backup.pieces import Known, Packer
from broadcaster.care.backup.place import Place, free_at, packed_list, same_disk
from broadcaster.care.backup.sources import Source, early, freeze, late
from broadcaster.care.backup.vault import Vault
from broadcaster.db.migrate import current_revision

SPARE = 32 << 20
"""Bytes that stay free at the place and at home."""
SPARE_HERE = 2 << 30
"""Where the place is the station's own disk: below that the station warns of it."""


@dataclass(frozen=True)
class Making:
    """What is backed up, and where to."""

    home: StationHome
    settings: Settings
    clock: Clock
    place: Place
    vault: Vault | None = None
    told: Told = nobody


def make(making: Making) -> Backup:
    """One backup. Raises Refused: backup.no_room, backup.place_lost, database.*, disk.*; what `told` raises.

    Whatever stops it, what was there before stays as it is.
    """
    work = making.home.run / "backup-work"
    making.place.prepare()
    objects = making.place.objects(making.vault)
    try:
        objects.clear()
        shutil.rmtree(work, ignore_errors=True)
        _room_for_copy(making.home)
        work.mkdir(parents=True)
        return _make(making, work)
    except OSError as error:
        if not making.place.backups.is_dir():
            raise Refused("backup.place_lost", f"{making.place.root} is gone: was the stick pulled out?",
                          path=str(making.place.root)) from error
        raise unwritable(making.place.root, error) from error
    finally:
        shutil.rmtree(work, ignore_errors=True)


def newest(place: Place, vault: Vault | None, key: str) -> tuple[Backup | None, FileList]:
    """The newest backup of ours that can be read, and its files; nothing when there is none to build upon.

    `key`: our public half. What somebody else signed says nothing of our files: built upon, it would be ours.
    """
    for name in reversed(place.names()):
        with contextlib.suppress(BroadcasterError):
            backup = place.read(name)
            if backup.key != key:
                continue
            return backup, place.files(backup, vault) if backup.encrypted == bool(vault) else FileList()
    return None, FileList()


def _make(making: Making, work: Path) -> Backup:
    place, objects = making.place, making.place.objects(making.vault)
    identity = Identity(making.home)
    before, files_before = newest(place, making.vault, identity.public)
    known = Known(files_before, objects)
    packer = Packer(objects, known)
    first, rest = early(making.home), late(making.home)
    _room_at_place(making, packer, [*first, *rest])
    taking = _Taking(making, packer, sum(source.size for source in (*first, *rest)))
    taking.all(first)
    frozen = freeze(making.home, work)
    taking.all([*frozen, *late(making.home)])
    files = packer.finish()
    counts = _counts(frozen, files, packer)
    packed, digest = packed_list(files)
    making.told(1, 1, "")
    name = objects.put(packed)
    total = sum(entry.bytes for entry in files.files)
    now = making.clock.now()
    station = making.settings.station
    backup = Backup(
        _free_name(place, stamp(now)), station.id, station.name, format_time(now), __version__,
        current_revision(making.home.database), len(files.files), total, objects.written, name, digest, len(packed),
        counts, identity.public, making.vault.wrap if making.vault else None,
        before is not None and much_smaller(counts, total, _measure(place, before)), tuple(taking.left_out[:20]))
    place.write(backup, identity.sign)
    return backup


@dataclass
class _Taking:
    """File after file into the packer, and how far that is."""

    making: Making
    packer: Packer
    total: int
    done: int = 0
    left_out: list[str] = field(default_factory=list)
    """Names no other machine could take."""

    def all(self, sources: Sequence[Source]) -> None:
        for source in sources:
            self.making.told(min(self.done, self.total), self.total, source.path)
            self._one(source)
            self.done += source.size

    def _one(self, source: Source) -> None:
        same = self.packer.known.unchanged(source)
        if not is_safe(source.path):
            self.left_out.append(source.path[:200].encode("utf-8", "replace").decode())
        elif same is not None:
            self.packer.keep(same)
        else:
            with contextlib.suppress(FileNotFoundError):  # let go of since the folder was read
                self.packer.take(source)


def _room_at_place(making: Making, packer: Packer, sources: Sequence[Source]) -> None:
    """Said before anything is written. What changed may turn out to be mostly the same: this is the most it can be."""
    needed = sum(source.size for source in sources if packer.known.unchanged(source) is None)
    needed += making.home.database.stat().st_size if making.home.database.exists() and not packer.known.parts else 0
    needed += SPARE_HERE if same_disk(making.place.root, making.home) else SPARE
    free = free_at(making.place.root)
    if free < needed:
        raise Refused("backup.no_room", f"{making.place.root} has {free >> 20} MB free, the backup needs "
                      f"{needed >> 20} MB", path=str(making.place.root), free_mb=free >> 20, needed_mb=needed >> 20)


def _room_for_copy(home: StationHome) -> None:
    """A copy of the databases lies at home while it is read."""
    needed = sum(path.stat().st_size for path in home.root.glob("*.db")) + SPARE
    if free_at(home.root) < needed:
        raise Refused("disk.full", f"the disk is full: {home.root}", path=str(home.root))


def _counts(frozen: Sequence[Source], files: FileList, packer: Packer) -> Counts:
    database = next((source.file for source in frozen if source.path == "station.db"), None)
    ledger = next((source.file.read_bytes() for source in frozen if source.path == "approvals/ledger.jsonl"), b"")
    journal = [entry.path for entry in files.files if entry.path.startswith("asrun/") and entry.path.endswith(".jsonl")]
    line = packer.last_lines.get(journal[-1]) if journal else None
    if journal and line is None:  # as it was the night before: read from the same file, up to the same length
        entry = next(entry for entry in files.files if entry.path == journal[-1])
        line = last_line(_stored(packer, entry.parts[-2:]))
    line = line or {}
    return counted(database_counts(database) if database else {},
                   (int(line.get("seq", 0)), str(line.get("hash", "")), str(line.get("at", ""))), ledger)


def _stored(packer: Packer, parts: Sequence[Part]) -> bytes:
    return b"".join(packer.objects.get(part.object)[part.offset:part.offset + part.length]
                    for part in parts)


def _measure(place: Place, before: Backup) -> Backup:
    """What the new one is held against: the newest that was not too small itself, or that a person has accepted."""
    for name in reversed(place.names()):
        with contextlib.suppress(BroadcasterError):
            backup = place.read(name)
            if not backup.small or place.accepted(name):
                return backup
    return before


def _free_name(place: Place, name: str) -> str:
    """No backup is ever written over another."""
    taken = set(place.names())
    while name in taken:
        name = f"{name[:11]}{int(name[11:]) + 1:06d}"
    return name
