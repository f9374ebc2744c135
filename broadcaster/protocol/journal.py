"""The journal: what really went out, asrun/YYYY-MM-DD.jsonl, written by `air` alone (docs/formats.md).

Append and fsync, one canonical JSON object a line, hash-chained. START is on disk before the first sample
is handed to the device, so a power cut loses no started airing; BEAT every two seconds bounds its end.
"""

from __future__ import annotations

import contextlib
import errno
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Any

from broadcaster.base.clock import format_time, parse_time
from broadcaster.base.errors import NewerFormat
from broadcaster.base.paths import sync_folder, unwritable
from broadcaster.protocol.verifier import GENESIS, canonical, intact, link

VERSION = 1
BEAT_SECONDS = 2.0
_TORN_KEPT = 64 * 1024
"""Bytes of a torn line that are kept: a disk that filled a file with rubbish must not make a line of rubbish."""
_FULL = {errno.ENOSPC, errno.EDQUOT}


class Kind(StrEnum):
    """Kinds of journal lines."""

    BOOT = "BOOT"
    START = "START"
    BEAT = "BEAT"
    END = "END"
    MISSED = "MISSED"
    BREAK_IN = "BREAK_IN"
    SILENCE = "SILENCE"
    DEVICE = "DEVICE"
    CLOCK = "CLOCK"
    OPERATOR = "OPERATOR"
    QUIET = "QUIET"
    SEAL = "SEAL"
    VERDICT = "VERDICT"
    """What the sentinel found of one airing, after its END; never changes what was said before."""
    POWER = "POWER"
    """An amplifier or encoder group was switched."""
    DELIVERED = "DELIVERED"
    """A session's sound was put into a folder for someone else to play."""


class Reason(StrEnum):
    """Why something did not air, or not wholly: a closed list."""

    NONE = ""
    POWER = "power"
    PC_OFF = "pc_off"
    SLEEP = "sleep"
    DEVICE_LOST = "device_lost"
    FILE_MISSING = "file_missing"
    FILE_ALTERED = "file_altered"
    NOT_APPROVED = "not_approved"
    EXPIRED = "expired"
    PREEMPTED = "preempted"
    OVERRUN = "overrun"
    OPERATOR = "operator"
    QUIET_HOURS = "quiet_hours"
    CLOCK_INVALID = "clock_invalid"
    DISK_FULL = "disk_full"
    RELAY_LOST = "relay_lost"
    PROGRAM_ERROR = "program_error"
    PLAN_ALTERED = "plan_altered"
    LOG_LOST = "log_lost"
    """Whether it aired is not known here: the station was brought back from a backup made before."""


@dataclass(frozen=True)
class Line:
    """One journal line as read back."""

    seq: int
    at: datetime
    kind: Kind
    data: dict[str, Any]
    hash: str


class JournalWriter:
    """Appends to the journal; each `write` returns only when the line is on disk.

    A line cut short by a power failure is taken off the file and kept, in base64, in the BOOT line's `torn`
    (the caller passes `torn_tail` on).
    """

    def __init__(self, folder: Path, now: Callable[[], datetime], *, durable: bool = True) -> None:
        """`durable` False: the folder is thrown away soon, nothing waits for the disk."""
        self._folder, self._durable = folder, durable
        self._now = now
        self._day = ""
        self._file: int | None = None
        self._good_size = 0
        """Bytes of the newest file up to the end of its last good line."""
        self._spoilt = False
        """A failed write could not be taken back yet."""
        folder.mkdir(parents=True, exist_ok=True)
        self.hold_day = False
        """Set while the clock is known to lie: no file is begun for a day that is not."""
        self.torn_tail = b""
        self.last: Line | None = None
        self._recover()

    def write(self, kind: Kind, /, **data: Any) -> Line:
        """Append one line. Raises Refused("disk.full"/"disk.unwritable") if it is not safely on disk."""
        moment = self._now()
        entry = {"v": VERSION, "seq": self.last.seq + 1 if self.last else 1, "at": format_time(moment),
                 "kind": str(kind), "data": json.loads(canonical(data))}
        linked = link(entry, self.last.hash if self.last else GENESIS)
        self._append(self._file_day(moment), canonical(linked) + b"\n")
        self.last = _line(linked)
        return self.last

    def close(self) -> None:
        if self._file is not None:
            os.close(self._file)
            self._file = None

    def _file_day(self, moment: datetime) -> str:
        # A clock set back must not make the chain run through an older file: stay in the newest one.
        if self.hold_day and self._day:
            return self._day
        return max(moment.date().isoformat(), self._day)

    def _append(self, day: str, raw: bytes) -> None:
        path = self._folder / f"{day}.jsonl"
        try:
            self._take_back()
            if day != self._day or self._file is None:
                self.close()
                self._file = self._open(day)
                self._good_size = os.fstat(self._file).st_size
                sync_folder(self._folder)
                self._day = day
            self._spoilt = True
            try:
                _write_all(self._file, raw)
                if self._durable:
                    os.fsync(self._file)
            except OSError as error:
                if error.errno not in _FULL:
                    self._let_go()  # the disk may have been pulled out, and come back as another one
                self._take_back()
                raise
            self._good_size += len(raw)
            self._spoilt = False
        except OSError as error:
            raise unwritable(path, error) from error

    def _open(self, day: str) -> int:
        path = self._folder / f"{day}.jsonl"
        return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_APPEND | getattr(os, "O_BINARY", 0), 0o644)

    def _let_go(self) -> None:
        with contextlib.suppress(OSError):
            self.close()
        self._file = None

    def _take_back(self) -> None:
        """Cut off what a failed write left behind the last good line."""
        if not self._spoilt:
            return
        if self._file is None:
            self._file = self._open(self._day)
        size = os.fstat(self._file).st_size
        if size > self._good_size:
            os.ftruncate(self._file, self._good_size)
        self._good_size, self._spoilt = min(size, self._good_size), False

    def _recover(self) -> None:
        """Continue from the last whole line; set a torn tail aside.

        A last line that cannot be read must not keep the station silent: it is left where it is, counted, and
        linked past, so that `verifier.walk` shows the place for ever.
        """
        unreadable = 0
        for path in reversed(journal_files(self._folder)):
            data = path.read_bytes()
            whole = data.rfind(b"\n") + 1
            if whole < len(data) and not self._day:
                self.torn_tail = data[whole:whole + _TORN_KEPT]
                os.truncate(path, whole)
            self._day = self._day or path.stem
            for raw in reversed(data[:whole].split(b"\n")[:-1]):
                found = _readable(raw)
                if found is not None:
                    self.last = replace(found, seq=found.seq + unreadable)
                    return
                unreadable += 1


def journal_files(folder: Path) -> list[Path]:
    """The journal's files in order of day."""
    return sorted(folder.glob("????-??-??.jsonl"))


def read_journal(path: Path) -> Iterator[Line]:
    """The readable lines of one file; unreadable ones are left to `verifier.walk`."""
    for raw in path.read_bytes().split(b"\n"):
        line = _readable(raw)
        if line is not None:
            yield line


def line_from(body: dict[str, Any]) -> Line | None:
    """A parsed line as data; None when it is not one. Raises NewerFormat for an intact line of a newer program."""
    try:
        return _line(body)
    except NewerFormat:
        if intact(body):
            raise
        return None
    except (ValueError, KeyError, TypeError, OverflowError):
        return None


def _readable(raw: bytes) -> Line | None:
    try:
        return line_from(json.loads(raw))
    except (ValueError, RecursionError):
        return None


def _line(body: dict[str, Any]) -> Line:
    if body["v"] != VERSION:
        raise NewerFormat("the journal", body["v"], VERSION)
    return Line(int(body["seq"]), parse_time(body["at"]), Kind(body["kind"]), dict(body["data"]), str(body["hash"]))


def _write_all(handle: int, raw: bytes) -> None:
    view = memoryview(raw)
    while view:
        written = os.write(handle, view)
        if written <= 0:
            raise OSError(errno.ENOSPC, "the disk takes no more")
        view = view[written:]
