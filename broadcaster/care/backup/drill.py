"""Trying a backup: brought back into a folder of its own, opened and counted, taken away again."""

from __future__ import annotations

import hashlib
import shutil
from functools import lru_cache

from broadcaster.base.clock import Clock, format_time
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.care.backup.model import Backup, Drill, FileList, Told, nobody
from broadcaster.care.backup.objects import Objects
from broadcaster.care.backup.place import Place, free_at
from broadcaster.care.backup.proof import Proof, prove
from broadcaster.care.backup.restore import write_files
from broadcaster.care.backup.vault import Vault

SPARE = 512 << 20
"""Bytes that stay free on the station's disk."""
SOUNDS = ("audio/", "recordings/", "voices/", "outbox/", "office/")
"""Large, and never opened by the trial: their bytes are read and hashed where they lie, if there is no room."""


def drill(place: Place, backup: Backup, vault: Vault | None, home: StationHome, clock: Clock, *,
          full: bool, told: Told = nobody) -> Drill:
    """Try one and write the result beside it. `full`: every byte; else of the sounds only those new in this backup.

    Never raises for what is wrong with the backup; Refused("backup.no_room") if not even its database fits here.
    """
    began = clock.monotonic()
    work = home.run / "backup-drill"
    shutil.rmtree(work, ignore_errors=True)
    proof = Proof()
    try:
        files = place.files(backup, vault)
        whole = full and free_at(home.root) > backup.bytes + SPARE
        _room(home, files)
        written = write_files(place, backup, vault, work, told, lambda path: not whole and path.startswith(SOUNDS))
        if not whole:
            _read_sounds(place, backup, vault, written, full, proof)
        left = frozenset() if whole else frozenset(
            entry.path for entry in files.files if entry.path.startswith(SOUNDS))
        found = prove(work, backup, clock, without=left)
        proof.problems += found.problems
        proof.notes += found.notes
    except BroadcasterError as error:
        if error.code == "backup.no_room" or error.code.startswith("disk."):
            raise
        if error.facts.get("object"):
            _set_aside(place.objects(vault), str(error.facts["object"]))
        proof.problems.append(f"{error.code}: {error.text}")
    finally:
        shutil.rmtree(work, ignore_errors=True)
    result = Drill(format_time(clock.now()), full, tuple(proof.problems), tuple(proof.notes),
                   round(clock.monotonic() - began, 1), backup.bytes)
    place.note_drill(backup.name, result)
    return result


def _room(home: StationHome, files: FileList) -> None:
    needed = sum(entry.bytes for entry in files.files if not entry.path.startswith(SOUNDS))
    if (free := free_at(home.root)) < needed + SPARE // 4:
        raise Refused("backup.no_room", f"{home.root} has {free >> 20} MB free, the trial needs "
                      f"{(needed + SPARE // 4) >> 20} MB", path=str(home.root), free_mb=free >> 20,
                      needed_mb=(needed + SPARE // 4) >> 20)


def _read_sounds(place: Place, backup: Backup, vault: Vault | None, files: FileList, full: bool, proof: Proof) -> None:
    """Without room for them, or on a week's other nights: where they lie."""
    objects = place.objects(vault)
    gone = [name for name, size in files.objects.items() if not objects.has(name, size)]
    if gone:
        proof.problems.append(f"backup.damaged: {len(gone)} objects are missing or too short")
        for name in gone:
            objects.set_aside(name)
    known = frozenset() if full else _known_before(place, backup, vault)
    get = lru_cache(maxsize=6)(objects.get)
    for entry in files.files:
        fresh = any(part.object not in known for part in entry.parts)
        if entry.path.startswith(SOUNDS) and fresh and not gone:
            digest = hashlib.sha256()
            for part in entry.parts:
                digest.update(get(part.object)[part.offset:part.offset + part.length])
            if digest.hexdigest() != entry.sha256:
                proof.problems.append(f"backup.damaged: {entry.path} is not what was backed up")


def _known_before(place: Place, backup: Backup, vault: Vault | None) -> frozenset[str]:
    """Objects of the newest earlier backup that was tried and good."""
    for name in reversed([name for name in place.names() if name < backup.name]):
        tried = place.drill(name)
        if tried is not None and tried.good:
            try:
                before = place.read(name)
                return frozenset(place.files(before, vault).objects) if before.encrypted == bool(vault) else frozenset()
            except BroadcasterError:
                continue
    return frozenset()


def _set_aside(objects: Objects, start: str) -> None:
    for path in objects.root.joinpath(start[:2]).glob(f"{start}*"):
        if len(path.name) == 64:
            objects.set_aside(path.name)
