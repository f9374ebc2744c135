"""The backup of the night: made and tried while nothing is near, made up when the computer was off."""

from __future__ import annotations

import contextlib
import logging
import os
import sys
import threading
from collections.abc import Callable, Sequence
from datetime import datetime, timedelta
from typing import Any

from broadcaster.base.clock import Clock, parse_time
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import clock_time
from broadcaster.care.backup.model import Drill
from broadcaster.care.backup.service import BackupService, Line
from broadcaster.protocol.restored import read_restored

log = logging.getLogger(__name__)

NEAR = timedelta(minutes=10)
"""Before a session begins the disk is the player's."""
OLD_DAYS = 3
SETTLE = 120.0
"""After the start: what was left lying is filed and sealed first."""
AGAIN = 1800.0
"""Seconds until a backup that failed is tried again."""
LOOK = 600.0
"""Between two looks at the place: a disk may sleep."""
FULL_EVERY = timedelta(days=7)
_LONGEST_SESSION = timedelta(hours=12)
_PLACE = {"backup.place_missing", "backup.place_lost"}

Raise = Callable[..., None]
Clear = Callable[[str], None]
Sessions = Callable[[], Sequence[dict[str, Any]]]
"""Today's and tomorrow's: `starts_at`, `limit` in seconds."""


class _PutOff(Exception):
    """A session is near, or the keeper ends: what was stored so far is used the next time."""


class BackingUp:
    """`look()` again and again, beside the other jobs: a backup may take long."""

    def __init__(self, home: StationHome, clock: Clock, raise_alarm: Raise, clear_alarm: Clear,
                 sessions: Sessions) -> None:
        self._home, self._clock = home, clock
        self._raise_alarm, self._clear_alarm = raise_alarm, clear_alarm
        self._sessions = sessions
        self._service = BackupService(home, clock)
        self._over = threading.Event()
        self._begun = clock.monotonic()
        self._not_before = clock.monotonic() + SETTLE
        self._looked_at = -LOOK
        self._newest: Line | None = None

    def look(self) -> bool:
        """One round; whether a backup was made."""
        self._tell_restored()
        if self._clock.monotonic() < self._not_before or self._near() or self._over.is_set():
            return False
        made = False
        try:
            made = self._round()
            self._clear_alarm("backup_failed")
            self._clear_alarm("backup_place_missing")
        except _PutOff:
            log.info("the backup is put off")
        except BroadcasterError as error:
            if error.code != "process.running":  # somebody does it by hand
                self._tell_failed(error)
        self._tell_age()
        return made

    def stop(self) -> None:
        """What is being written is broken off; a broken-off backup is none."""
        self._over.set()

    def _round(self) -> bool:
        """A thread of its own, as its low priority cannot be taken back everywhere."""
        if self._clock.monotonic() - self._looked_at >= LOOK:
            self._newest = self._last_made()
            self._looked_at = self._clock.monotonic()
        due = self._due()
        if not due and (self._newest is None or self._newest.drill is not None):
            return False
        failed: list[Exception] = []

        def work() -> None:
            _step_back()
            try:
                self._make() if due else self._try(self._newest)
            except Exception as error:  # raised again below, in the job's own thread
                failed.append(error)

        thread = threading.Thread(target=work, name="backup")
        thread.start()
        thread.join()
        self._looked_at = -LOOK
        if failed:
            self._not_before = self._clock.monotonic() + (60.0 if isinstance(failed[0], _PutOff) else AGAIN)
            raise failed[0]
        return due

    def _last_made(self) -> Line | None:
        """The newest one that is not of a clock that ran ahead, or else a station whose clock begins in 2000 at every
        start would make one a minute."""
        ahead = self._clock.now() + timedelta(days=1)
        return next((line for line in self._service.list() if line.backup and parse_time(line.backup.made_at) <= ahead),
                    None)

    def _make(self) -> None:
        made = self._service.make(self._go_on, by_itself=True)
        log.info("backup %s: %d files, %d MB new", made.name, made.files, made.new_bytes >> 20)
        self._newest = next((line for line in self._service.list() if line.name == made.name), None)
        self._try(self._newest)

    def _try(self, line: Line | None) -> None:
        if line is None:
            return
        drill = self._service.drill(line.name, full=self._full_due(), told=self._go_on)
        log.log(logging.INFO if drill.good else logging.ERROR, "backup %s tried: %s", line.name,
                "; ".join(drill.problems) or "good")

    def _full_due(self) -> bool:
        """Once a week every byte is read back."""
        now = self._clock.now()
        full = [parse_time(line.drill.at) for line in self._service.list() if line.drill and line.drill.full]
        return not full or (now.weekday() == 6 and max(full).date() < now.date()) or now - max(full) >= FULL_EVERY

    def _due(self) -> bool:
        """Whether the newest one was made before the last moment at which one was to be made."""
        now, settings = self._clock.now(), self._service.settings().backup
        wanted = clock_time(settings.at, "backup.at")
        moment = now.replace(hour=wanted.hour, minute=wanted.minute, second=0, microsecond=0)
        if moment > now:
            moment -= timedelta(days=1)
        made = _made_at(self._newest)
        return made is None or made < moment

    def _near(self) -> bool:
        now = self._clock.now()
        for session in self._sessions():
            with contextlib.suppress(KeyError, ValueError, TypeError):
                start = parse_time(str(session["starts_at"]))
                end = start + min(timedelta(seconds=float(session["limit"])), _LONGEST_SESSION)
                if start - NEAR <= now <= end:
                    return True
        return False

    def _go_on(self, done: int, total: int, text: str) -> None:
        if self._over.is_set() or self._near():
            raise _PutOff

    def _tell_failed(self, error: BroadcasterError) -> None:
        self._not_before = self._clock.monotonic() + (LOOK if error.code in _PLACE else AGAIN)
        if error.code in _PLACE:
            self._raise_alarm("backup_place_missing", path=str(error.facts.get("path", "")))
            self._clear_alarm("backup_failed")
        else:
            self._raise_alarm("backup_failed", code=error.code, detail=error.text)

    def _tell_age(self) -> None:
        newest, made = self._newest, _made_at(self._newest)
        days = (self._clock.now() - made).days if made else 0
        self._hold("backup_old", days >= OLD_DAYS, days=days)
        small = bool(newest and newest.backup and newest.backup.small and not newest.accepted)
        self._hold("backup_small", small, day=f"{made:%d/%m/%Y}" if made else "")
        drill: Drill | None = newest.drill if newest else None
        bad = drill is not None and not drill.good
        self._hold("drill_failed", bad, day=f"{made:%d/%m/%Y}" if made else "",
                   detail=drill.problems[0] if drill and drill.problems else "")

    def _tell_restored(self) -> None:
        restored = read_restored(self._home)
        waits = restored is not None and restored.waits
        self._hold("restored_waits", waits, made=_day_of(restored.made_at) if restored else "")

    def _hold(self, code: str, holds: bool, /, **facts: Any) -> None:
        if holds:
            self._raise_alarm(code, **facts)
        else:
            self._clear_alarm(code)


def _made_at(line: Line | None) -> datetime | None:
    return parse_time(line.backup.made_at) if line and line.backup else None


def _day_of(text: str) -> str:
    try:
        return f"{parse_time(text):%H:%M %d/%m/%Y}"
    except ValueError:
        return "?"


def _step_back() -> None:
    """This thread alone: processor and disk go to whoever else wants them."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes
            kernel = ctypes.windll.kernel32
            kernel.SetThreadPriority(kernel.GetCurrentThread(), 0x10000)  # THREAD_MODE_BACKGROUND_BEGIN
        elif sys.platform == "linux":
            import ctypes
            os.setpriority(os.PRIO_PROCESS, threading.get_native_id(), 15)
            # ioprio_set(this thread, best effort, lowest): Python has no call for it. 251 on x86-64, 30 on ARM.
            number = {"x86_64": 251, "aarch64": 30}.get(os.uname().machine)
            if number:
                ctypes.CDLL(None).syscall(number, 1, 0, 2 << 13 | 7)
