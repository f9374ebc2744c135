"""Ends nobody asked for, kept as small files in logs/crashes/: what the window tells at its next start, and whoever
helps may read.

A Python error writes its own file. After a fault of the machine code, faulthandler's file is found at the next start;
after a process that was killed (or ran out of memory), its mark in run/ is. A power cut leaves the mark too, but of
another start of the computer: that is no fault of the program.
"""

from __future__ import annotations

import atexit
import contextlib
import logging
import os
import time
import traceback
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from broadcaster import __version__
from broadcaster.base.clock import STATION_ZONE, SystemClock, format_time, parse_time
from broadcaster.base.paths import StationHome

log = logging.getLogger(__name__)

KEPT = 20
LONGEST = 64_000
"""Bytes of one file."""
STOPS = ("ended", "fatal", "killed")
"""Kinds after which the process was gone; "error" and "thread" are faults it lived on with."""
_SAME_START = 120.0
"""Seconds by which two readings of one start of the computer may differ."""


@dataclass(frozen=True)
class Crash:
    """One end, or one fault nobody foresaw."""

    at: datetime
    process: str
    """window, keeper, air."""
    kind: str
    """ended, fatal, killed, error, thread."""
    version: str
    trace: str
    path: Path

    @property
    def stopped(self) -> bool:
        return self.kind in STOPS


def folder(home: StationHome) -> Path:
    return home.logs / "crashes"


def note(home: StationHome, process: str, kind: str, trace: str, at: datetime | None = None) -> None:
    """Keep one; a disk that refuses must not make things worse."""
    moment = at or SystemClock().now()
    head = f"process: {process}\nkind: {kind}\nat: {format_time(moment)}\nversion: {__version__}\n\n"
    place = folder(home)
    with contextlib.suppress(OSError):
        place.mkdir(parents=True, exist_ok=True)
        name = f"{moment:%Y%m%dT%H%M%S}-{process}-{os.getpid()}-{time.monotonic_ns() % 1_000_000:06}.txt"
        (place / name).write_bytes((head + trace).encode("utf-8", "replace")[-LONGEST:] if len(trace) < LONGEST // 2
                                   else (head + trace[-LONGEST // 2:]).encode("utf-8", "replace"))
        for old in sorted(place.glob("*.txt"))[:-KEPT]:
            old.unlink(missing_ok=True)


def note_error(home: StationHome, process: str, kind: str, error: BaseException) -> None:
    """With its trace, as far as the memory left allows."""
    try:
        trace = "".join(traceback.format_exception(error))
    except Exception:  # out of memory, or an error that cannot even say its name
        trace = type(error).__name__
    note(home, process, kind, trace)


def crashes(home: StationHome) -> list[Crash]:
    """The newest first; what cannot be read is left out."""
    found = []
    for path in sorted(folder(home).glob("*.txt"), reverse=True):
        with contextlib.suppress(OSError, ValueError, KeyError):
            found.append(_read(path))
    return found


def untold(home: StationHome) -> list[Crash]:
    """Ends the window has not told anybody of."""
    told = _told(home)
    return [crash for crash in crashes(home) if crash.stopped and crash.path.name > told]


def mark_told(home: StationHome) -> None:
    """All that is there now has been told."""
    newest = max((path.name for path in folder(home).glob("*.txt")), default="")
    with contextlib.suppress(OSError):
        (folder(home) / "told").write_text(newest, encoding="utf-8")


def take_up(home: StationHome, process: str) -> None:
    """At a start: what the last process of this kind could not say itself."""
    left = home.logs / f"{process}.crash"
    with contextlib.suppress(OSError):
        words = left.read_bytes()[-LONGEST:].decode("utf-8", "replace").strip()
        if words:
            note(home, process, "fatal", words, datetime.fromtimestamp(left.stat().st_mtime, STATION_ZONE))
        left.write_bytes(b"")
        if words:
            _mark(home, process).unlink(missing_ok=True)


def mark_alive(home: StationHome, process: str) -> None:
    """Leave a mark that only an orderly end takes away; a mark of a dead process of this same start is an end."""
    path = _mark(home, process)
    with contextlib.suppress(OSError, ValueError):
        pid, started = path.read_text(encoding="ascii").split()
        if _alive(int(pid)):
            return
        if abs(float(started) - _machine_start()) < _SAME_START:
            at = datetime.fromtimestamp(path.stat().st_mtime, STATION_ZONE)
            note(home, process, "killed", f"process {pid}, which began at {format_time(at)}, was gone without a word")
    with contextlib.suppress(OSError):
        path.write_text(f"{os.getpid()} {_machine_start()}", encoding="ascii")
        atexit.register(_take_away, path)


def _mark(home: StationHome, process: str) -> Path:
    return home.run / f"{process}.born"


def _take_away(path: Path) -> None:
    with contextlib.suppress(OSError):
        if path.read_text(encoding="ascii").split()[0] == str(os.getpid()):
            path.unlink()


def _machine_start() -> float:
    """Unix seconds at which the computer was started, by a clock that a sleep does not set back."""
    boot = getattr(time, "CLOCK_BOOTTIME", None)
    return SystemClock().now().timestamp() - (time.clock_gettime(boot) if boot is not None else time.monotonic())


def _alive(pid: int) -> bool:
    if os.name == "nt":
        return False  # only asked of processes whose lock was free
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    try:  # dead, but nobody has asked how it ended
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except (OSError, IndexError):
        return True


def _told(home: StationHome) -> str:
    try:
        return (folder(home) / "told").read_text(encoding="utf-8").strip()
    except (OSError, ValueError):
        return ""


def _read(path: Path) -> Crash:
    head, _, trace = path.read_text(encoding="utf-8", errors="replace").partition("\n\n")
    facts = dict(line.split(": ", 1) for line in head.splitlines() if ": " in line)
    return Crash(parse_time(facts["at"]), facts["process"], facts["kind"], facts["version"], trace, path)
