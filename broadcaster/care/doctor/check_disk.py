"""Disk, folders, memory: room, rights, health."""

from __future__ import annotations

import errno
import os
import shutil
import tempfile
from collections.abc import Iterator
from pathlib import Path

from broadcaster.base import room
from broadcaster.care.doctor.model import Case, Finding, Remedy, doubt, wrong

SLOW_SECONDS = 5.0
_TRIAL = b"\xa5" * (1 << 20)
TEMPORARY_BYTES = 100_000_000
MEMORY_TIGHT, MEMORY_GONE = 300_000_000, 120_000_000
BUSY = 3.0
"""Processes that want a core, per core: with so many the player stumbles where it has no priority."""


def space(case: Case) -> Iterator[Finding]:
    """Enough room for the broadcast, and for all else."""
    try:
        free = case.probes.free(case.home.root)
    except OSError as error:
        yield wrong("disk_failing", f"the disk does not say how full it is: {error.strerror}", detail=_why(error))
        return
    megabytes = free // 1_000_000
    if free < room.LOW_BYTES:
        yield wrong("disk_low", f"the disk is nearly full: {megabytes} MB left", "care", "doctor", Remedy.TIDY,
                    free_mb=megabytes)
    elif free < room.GETTING_FULL_BYTES:
        yield doubt("disk_getting_full", f"the disk is getting full: {megabytes} MB left", "care", "doctor",
                    Remedy.TIDY, free_mb=megabytes)


def disk(case: Case) -> Iterator[Finding]:
    """The disk takes what is written and gives it back."""
    began = case.clock.monotonic()
    trial = case.home.run / f".trial-{os.getpid()}.tmp"
    try:
        case.home.run.mkdir(parents=True, exist_ok=True)
        with trial.open("wb") as file:
            file.write(_TRIAL)
            file.flush()
            os.fsync(file.fileno())
        came_back = trial.read_bytes() == _TRIAL
    except OSError as error:
        yield from _refused(case, error)
        return
    finally:
        _away(trial)
    if not came_back:
        yield wrong("disk_failing", "the disk gives back other bytes than were written", detail="")
    seconds = case.clock.monotonic() - began
    if seconds > SLOW_SECONDS:
        yield doubt("disk_slow", f"the disk took {seconds:.0f} s for one megabyte", seconds=round(seconds))


def rights(case: Case) -> Iterator[Finding]:
    """Every folder and file of the station can be read and written by who runs it."""
    if os.name == "nt":
        return  # access() says nothing about Windows' rights; a refused write is found by the look at the disk
    closed = [path for path in station_files(case.home.root) if not os.access(path, os.R_OK | os.W_OK)
              or (path.is_dir() and not os.access(path, os.X_OK))]
    if closed:
        owned = all(path.stat().st_uid == os.getuid() for path in closed)
        names = ", ".join(path.name for path in closed[:3])
        yield wrong("rights", f"{len(closed)} folders or files cannot be written: {names}",
                    remedy=Remedy.RIGHTS if owned else Remedy.NONE, count=len(closed), names=names)


def temporary(case: Case) -> Iterator[Finding]:
    """The system's folder for scratch files: voicing and importing need it."""
    place = case.probes.temporary()
    try:
        free = shutil.disk_usage(place).free
        with tempfile.TemporaryFile(dir=place) as file:
            file.write(b"\0" * 4096)
            file.flush()
    except OSError as error:
        yield wrong("temporary_closed", f"nothing can be written to {place}: {error.strerror}", path=str(place),
                    detail=_why(error))
        return
    if free < TEMPORARY_BYTES:
        yield wrong("temporary_full", f"the folder for scratch files is full: {free // 1_000_000} MB left",
                    path=str(place), free_mb=free // 1_000_000)


def memory(case: Case) -> Iterator[Finding]:
    """Memory and processor are not taken up by others."""
    found = case.probes.memory()
    if found is not None:
        megabytes = found.available // 1_000_000
        if found.available < MEMORY_GONE:
            yield wrong("memory_gone", f"hardly any memory is left: {megabytes} MB", free_mb=megabytes)
        elif found.available < MEMORY_TIGHT:
            yield doubt("memory_low", f"little memory is left: {megabytes} MB", free_mb=megabytes)
    load = case.probes.load()
    if load > BUSY:
        yield doubt("busy", f"the computer is very busy: {load:.1f} programs for each core", load=f"{load:.1f}")


def sleeping(case: Case) -> Iterator[Finding]:
    """The computer does not fall asleep by itself."""
    found = case.probes.sleeps()
    if found:
        yield doubt("sleeps", f"the computer is set to fall asleep: {', '.join(found)}", how=", ".join(found))


def _refused(case: Case, error: OSError) -> Iterator[Finding]:
    if error.errno in {errno.ENOSPC, errno.EDQUOT}:
        yield wrong("disk_low", "the disk is nearly full: 0 MB left", "care", "doctor", Remedy.TIDY, free_mb=0)
    elif error.errno == errno.EROFS:
        yield wrong("disk_read_only", f"the disk can only be read: {case.home.root}", path=str(case.home.root))
    elif error.errno == errno.EIO:
        yield wrong("disk_failing", f"the disk fails: {error.strerror}", detail=_why(error))
    else:
        yield wrong("home_closed", f"nothing can be written to {case.home.run}: {error.strerror}",
                    remedy=Remedy.RIGHTS, path=str(case.home.run), detail=_why(error))


def station_files(root: Path) -> list[Path]:
    """The home, its files, its folders and what lies right in those that are written all the time."""
    found = [root]
    for path in _listed(root):
        if not path.is_symlink() and (path.is_dir() or path.is_file()):
            found.append(path)
        if path.name in {"asrun", "rundowns", "approvals", "seals"}:
            found += [each for each in _listed(path)[-40:] if each.is_file()]
    return found


def _listed(folder: Path) -> list[Path]:
    try:
        return sorted(folder.iterdir()) if folder.is_dir() else []
    except OSError:
        return []


def _away(path: Path) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:
        return


def _why(error: OSError) -> str:
    return error.strerror or type(error).__name__
