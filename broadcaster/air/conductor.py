"""The player's mind: stepped by tick(), the same in real and in virtual time.

It minds what all zones share — clock, plan, settings, journal, orders — and steps a line for each zone. It
never touches samples.
"""

from __future__ import annotations

import logging
import os
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any

from broadcaster import __version__
from broadcaster.air.alarms import Alarms
from broadcaster.air.clockguard import ClockGuard
from broadcaster.air.coming import ComingWatch, Planned, next_look
from broadcaster.air.deliveries import FolderZone
from broadcaster.air.desk import Desk, OpenFile
from broadcaster.air.history import read_history
from broadcaster.air.insert_maker import OpenInput
from broadcaster.air.inserts import Inserts
from broadcaster.air.judge import Judge, OpenRelay
from broadcaster.air.line import Line, Outlet
from broadcaster.air.outputs.folder import FolderDelivery
from broadcaster.air.plan import PlanBook, Rejected
from broadcaster.air.recorder import recover
from broadcaster.air.relay_share import RelayShare
from broadcaster.air.scribe import Scribe
from broadcaster.air.session_run import SessionRun
from broadcaster.air.timeline import read_skew
from broadcaster.base import ballast
from broadcaster.base.clock import STATION_ZONE, Clock, format_time, unix
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, load_settings
from broadcaster.protocol.journal import JournalWriter, Kind, Reason
from broadcaster.protocol.restored import ACTION as RESTORED
from broadcaster.protocol.restored import forget, read_restored

log = logging.getLogger(__name__)

_POLL_SECONDS = 1.0
_NOTABLE_STEP = 10.0


@dataclass(frozen=True)
class Parts:
    """What a conductor is given."""

    home: StationHome
    clock: Clock
    key: bytes
    journal: JournalWriter
    outlets: tuple[Outlet, ...]
    """One for each zone that sounds; at least one."""
    executor: Executor
    open_file: OpenFile
    open_relay: OpenRelay
    open_input: OpenInput
    machine_up_since: datetime | None = None
    """When the machine itself started, if known: tells a power cut from a dead program."""
    deliveries: tuple[tuple[str, FolderDelivery], ...] = ()
    """Zones whose sessions are put into a folder."""
    safe: bool = False
    """The keeper has seen too many deaths: nothing runs that a broadcast can do without."""


class Conductor:
    """Call boot() once, then tick() at least every 100 ms, then shut_down()."""

    def __init__(self, parts: Parts) -> None:
        self.home, self.clock, self.safe, self._parts = parts.home, parts.clock, parts.safe, parts
        self.alarms = Alarms(parts.clock)
        self.scribe = Scribe(parts.journal, parts.clock, self.alarms, lambda: ballast.let_go(parts.home))
        settings = settings_or_default(parts.home)
        self.book = PlanBook(parts.home, parts.key, settings, self._on_rejected)
        judge = Judge(parts.home, parts.key, parts.executor, RelayShare(parts.open_relay))
        self.desk = Desk(parts.home, parts.clock, parts.key, settings, self.scribe, self.alarms, self.book, judge,
                         parts.open_file)
        self.history = read_history(parts.home.asrun)
        self.lines = tuple(Line(self.desk, outlet, read_history(parts.home.asrun, outlet.zone.name))
                           for outlet in parts.outlets)
        self.folders = [FolderZone(self.desk, zone, delivery, self.history.delivered)
                        for zone, delivery in parts.deliveries]
        self.coming = ComingWatch(self.desk, parts.executor.submit)
        self.inserts = Inserts(self.desk, self.lines, parts.open_relay, parts.open_input)
        if self.history.held_until is not None:
            self.desk.held_until = unix(self.history.held_until)
        self.guard = ClockGuard(self.history.high_water)
        self.clock_problem = ""
        self._unbelieved = 0.0
        """Steps of the wall clock that were not followed, because it is known to lie since."""
        self._settings_stamp: object = None
        self._next_poll = 0.0
        self._last_seq = 0

    @property
    def last_verdict(self) -> dict[str, Any]:
        """The newest of all lines' verdicts, as in the journal."""
        return max((line.verdict for line in self.lines), key=lambda verdict: str(verdict.get("at", "")), default={})

    @property
    def runs(self) -> list[SessionRun]:
        """What is on its way on any line."""
        return [run for line in self.lines for run in line.runs]

    def boot(self) -> None:
        """The first line: who we are, what was torn, what was interrupted."""
        interrupted = [{"event_id": trace.event_id, "start_seq": trace.start_seq, "position": trace.position}
                       for line in self.lines for trace in line.history.interrupted()]
        last = self.history.last_at
        self._parts.journal.hold_day = bool(self.guard.problem(self.clock.now()))
        reason = Reason.LOG_LOST if self._note_restored() else self._why_down()
        self.scribe.write(
            Kind.BOOT, version=__version__, pid=os.getpid(), torn=b64encode(self._parts.journal.torn_tail).decode(),
            interrupted=interrupted, clean=self.history.clean, down_reason=str(reason), safe=self.safe,
            last_line_at=format_time(last) if last else "")
        for line in self.lines:
            line.boot(reason)
        self._watch_clock(self.clock.now())
        self._parts.executor.submit(recover, self.home.recordings)
        self.inserts.take_up(self.history, reason)

    def tick(self) -> None:
        """Look at everything once."""
        self._watch_clock(self.clock.now())
        now = self._believable_now()
        turns = [partial(self.inserts.tick, now), *(partial(line.tick, now, self.clock_problem) for line in self.lines)]
        if self.clock.monotonic() >= self._next_poll:
            self._next_poll = self.clock.monotonic() + _POLL_SECONDS
            turns.insert(0, partial(self.poll, now))
        faults = [fault for turn in turns if (fault := _fault_of(turn)) is not None]
        if self.scribe.seq != self._last_seq and not self.clock_problem:
            self._last_seq = self.scribe.seq
            self.guard.wrote(now)
        if faults:
            raise faults[0]

    def next_session(self) -> datetime | None:
        """When the next session begins."""
        now = self.clock.now()
        return min((session.starts_at for line in self.lines for _, session in line.roster.ahead(now)), default=None)

    def next_wakeup(self) -> datetime | None:
        """When something may happen next; None: keep ticking, something is going on."""
        if not all(line.idle() for line in self.lines):
            return None
        now = self.clock.now()
        wakeups = [line.roster.next_wakeup(now) for line in self.lines]
        sight = next_look(now, self._to_play())
        return min([*wakeups, *self.inserts.wakeups(), *([sight] if sight else [])])

    def poll(self, now: datetime, *, force: bool = False) -> None:
        """Read what may have changed on disk: settings, rundowns and dropped orders."""
        self.scribe.retry()
        self._reread_settings()
        self.inserts.read_orders(now)
        if self.clock_problem:
            return
        self.book.poll(now, force=force)
        if not self.book.rejected:
            self.alarms.clear("plan_refused")
        if self.book.plan(now.date()) is None:
            self.alarms.raise_("no_plan", day=now.date().isoformat())
        else:
            self.alarms.clear("no_plan")
        for line in self.lines:
            line.roster.sweep(now)
        self.coming.look(now, self._to_play())
        for folder in self.folders:
            folder.look(now)

    def _to_play(self) -> list[Planned]:
        """The sessions some line plays, each once."""
        return [each for each in self.book.sessions() if any(line.serves(each[1].zones) for line in self.lines)]

    def rebuild_audio(self, by: str) -> None:
        """No sound moves where there should be some: open every output anew."""
        for line in self.lines:
            line.sink.rebuild()
        self.scribe.write(Kind.OPERATOR, action="rebuild_audio", by=by)

    def shut_down(self, by: str) -> None:
        """A clean end: what sounds is ended and said so."""
        for line in self.lines:
            line.shut_down(Reason.PC_OFF)
        self.inserts.shut_down()
        self.scribe.write(Kind.OPERATOR, action="shutdown", by=by)
        self.scribe.close()

    # -- clock and settings --

    def _watch_clock(self, now: datetime) -> None:
        skew = read_skew(self.clock)
        jump = self.guard.jump(skew, self.clock.suspended())
        problem = self.guard.problem(now)
        self._parts.journal.hold_day = bool(problem)
        if not problem:
            for line in self.lines:
                line.sink.timeline.skew = skew
        if jump.slept:
            self._slept(jump.slept, now)
        if jump.moved:
            self._stepped(jump.moved, problem, now)
        if self._unbelieved and not problem:
            self._follow_steps(now)  # also when a person has confirmed the clock
        if problem and problem != self.clock_problem:
            last = self.guard.high_water
            self.scribe.write(Kind.CLOCK, valid=False, problem=problem, now=format_time(now),
                              last_line_at=format_time(last) if last else "")
            self.alarms.raise_("clock_invalid", problem=problem, now=format_time(now))
            for line in self.lines:
                line.roster.blind_reason = Reason.CLOCK_INVALID
        elif self.clock_problem and not problem:
            self.scribe.write(Kind.CLOCK, valid=True, now=format_time(now))
            self.alarms.clear("clock_invalid")
        self.clock_problem = problem

    def _believable_now(self) -> datetime:
        """The wall time; by the steady clock while the wall clock lies."""
        if not self.clock_problem:
            return self.clock.now()
        return datetime.fromtimestamp(self.clock.monotonic() + self.lines[0].sink.timeline.skew, STATION_ZONE)

    def _slept(self, seconds: float, now: datetime) -> None:
        """The machine was asleep, though nobody may have wanted it: what sounded ended when it fell asleep."""
        self.scribe.write(Kind.CLOCK, valid=True, slept_seconds=round(seconds, 1), now=format_time(now))
        self.alarms.raise_("slept", seconds=round(seconds))
        log.warning("the machine slept for %.0f s", seconds)
        for line in self.lines:
            line.slept(seconds)

    def _stepped(self, step: float, problem: str, now: datetime) -> None:
        self.scribe.write(Kind.CLOCK, valid=not problem, step_seconds=round(step, 3), now=format_time(now))
        log.warning("the wall clock was moved by %.1f s", step)
        self._unbelieved += step  # while it lies, what sounds goes on by the steady clock

    def _follow_steps(self, now: datetime) -> None:
        step, self._unbelieved = self._unbelieved, 0.0
        blind = Reason.CLOCK_INVALID if abs(step) >= _NOTABLE_STEP else Reason.NONE
        for line in self.lines:
            line.clock_moved(step, now, blind)
        self.inserts.clock_moved(step, now)

    def _reread_settings(self) -> None:
        try:
            stat = self.home.settings.stat()
            stamp: object = (stat.st_mtime_ns, stat.st_size)
        except OSError:
            stamp = None
        if stamp == self._settings_stamp:
            return
        self._settings_stamp = stamp
        try:
            self.desk.settings = load_settings(self.home)
            self.alarms.clear("settings_broken")
        except BroadcasterError as error:
            # The last good reading stays in force, quiet hours above all.
            self.alarms.raise_("settings_broken", detail=error.text)

    def _on_rejected(self, rejected: Rejected) -> None:
        self.scribe.write(Kind.SEAL, what="rundown", name=rejected.name, problem=rejected.problem,
                          detail=rejected.detail, action="refused")
        self.alarms.raise_("plan_refused", name=rejected.name, problem=rejected.problem)
        log.error("rundown refused: %s", rejected.detail)

    def _note_restored(self) -> bool:
        """Whether the station was brought back from a backup: said in the log before anything else, once."""
        restored = read_restored(self.home)
        if restored is None:
            return False
        said = self.scribe.write(
            Kind.OPERATOR, action=RESTORED, by=restored.confirmed_by, confirmed_at=restored.confirmed_at,
            backup=restored.backup, made_at=restored.made_at, restored_at=restored.restored_at, line=restored.seq)
        if said:
            forget(self.home)
        return True

    def _why_down(self) -> Reason:
        last = self.history.last_at
        if self.history.clean or last is None:
            return Reason.PC_OFF
        up = self._parts.machine_up_since
        return Reason.PROGRAM_ERROR if up is not None and up < last else Reason.POWER


def _fault_of(turn: Callable[[], object]) -> Exception | None:
    """One zone's fault must not silence the others: all get their turn before it is raised."""
    try:
        turn()
    except Exception as fault:  # raised by the caller, who logs it
        return fault
    return None


def settings_or_default(home: StationHome) -> Settings:
    """What station.toml says; the defaults while it cannot be read (the conductor raises the alarm)."""
    try:
        return load_settings(home)
    except BroadcasterError:
        log.exception("station.toml cannot be read; the defaults hold")
        return Settings()
