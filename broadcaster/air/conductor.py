"""The player's mind: stepped by tick(), the same in real and in virtual time.

It lets each item begin on its moment or says why not, follows what is heard into the journal, and minds
clock, device and quiet hours. It never touches samples.
"""

from __future__ import annotations

import logging
import os
from base64 import b64encode
from collections.abc import Callable
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from broadcaster import __version__
from broadcaster.air.airlog import AirLog, heard_of
from broadcaster.air.alarms import Alarms
from broadcaster.air.bounds import bind
from broadcaster.air.clockguard import ClockGuard
from broadcaster.air.history import read_history
from broadcaster.air.judge import GRACE, Judge
from broadcaster.air.mixer import Mixer, Voice
from broadcaster.air.plan import PlanBook, Rejected
from broadcaster.air.roster import EXCUSED_SECONDS, Roster
from broadcaster.air.scribe import Scribe
from broadcaster.air.session_run import Item, SessionRun
from broadcaster.air.silence import SilenceWatch
from broadcaster.air.sink import AudioSink
from broadcaster.air.sources import FlacSource, PrefetchSource
from broadcaster.base.clock import Clock, format_time, unix
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, load_settings
from broadcaster.protocol.journal import JournalWriter, Kind, Reason

log = logging.getLogger(__name__)

COMMIT_SECONDS = 3.0
"""How long before its first sample an item's START is written and its voice handed to the mixer."""
CHECK_SECONDS = 10.0
"""How much earlier its file is checked."""
_POLL_SECONDS = 1.0
_RESUME_FADE = 480
_NOTABLE_STEP = 10.0

SourceFactory = Callable[[Path, int], FlacSource | PrefetchSource]


@dataclass(frozen=True)
class Parts:
    """What a conductor is given."""

    home: StationHome
    clock: Clock
    key: bytes
    journal: JournalWriter
    mixer: Mixer
    sink: AudioSink
    executor: Executor
    open_source: SourceFactory
    machine_up_since: datetime | None = None
    """When the machine itself started, if known: tells a power cut from a dead program."""


class Conductor:
    """Call boot() once, then tick() at least every 100 ms, then shut_down()."""

    def __init__(self, parts: Parts) -> None:
        self.home, self.clock, self.mixer, self.sink = parts.home, parts.clock, parts.mixer, parts.sink
        self._parts = parts
        self.settings = _settings_or_default(parts.home)
        self.alarms = Alarms(parts.clock)
        self.history = read_history(parts.home.asrun)
        self.scribe = Scribe(parts.journal, parts.clock, self.alarms)
        self.airlog = AirLog(self.scribe, parts.sink, lambda run, item: self.roster.settle(run, item))
        self.book = PlanBook(parts.home, parts.key, self.settings, self._on_rejected)
        self.roster = Roster(self.book, self.history, self.airlog, parts.clock.now())
        self.judge = Judge(parts.home, parts.key, parts.executor)
        self.guard = ClockGuard(self.history.high_water)
        self.silence = SilenceWatch(self.mixer, self.sink, self.scribe, self.alarms)
        self.clock_problem = ""
        self._device_state = ""
        self._settings_stamp: object = None
        self._next_poll = 0.0
        self._last_seq = 0

    @property
    def runs(self) -> list[SessionRun]:
        return self.roster.runs

    def boot(self) -> None:
        """The first line: who we are, what was torn, what was interrupted."""
        reason = self.roster.down_reason = self._why_down()
        interrupted = [{"event_id": trace.event_id, "start_seq": trace.start_seq, "position": trace.position}
                       for trace in self.history.interrupted()]
        last = self.history.last_at
        self.scribe.write(
            Kind.BOOT, version=__version__, pid=os.getpid(), torn=b64encode(self._parts.journal.torn_tail).decode(),
            interrupted=interrupted, clean=self.history.clean, down_reason=str(reason),
            last_line_at=format_time(last) if last else "")
        self.airlog.close_interrupted(self.history, reason)
        self._watch_clock(self.clock.now())

    def tick(self) -> None:
        """Look at everything once."""
        now = self.clock.now()
        self.sink.poll()
        self._watch_clock(now)
        if self.clock.monotonic() >= self._next_poll:
            self._next_poll = self.clock.monotonic() + _POLL_SECONDS
            self.poll(now)
        self._watch_device()
        wall = unix(now)
        for run in self.runs:
            self.airlog.follow(run, wall)
        if not self.clock_problem and self.roster.arm(now):
            self.alarms.clear("missed")
        for run in self.runs:
            if self.clock_problem:
                run.late = run.late or Reason.CLOCK_INVALID
            else:
                self._advance(run, wall)
            bind(self.mixer, run, self.book.quiet(run.rundown, self.settings), now)
        self.silence.look(self.runs, self.clock.monotonic())
        self.roster.retire()
        if self.scribe.seq != self._last_seq and not self.clock_problem:
            self._last_seq = self.scribe.seq
            self.guard.wrote(now)

    def next_wakeup(self) -> datetime | None:
        """When something may happen next; None: keep ticking, something is going on."""
        return None if self.runs or self.mixer.busy() else self.roster.next_wakeup(self.clock.now())

    def poll(self, now: datetime, *, force: bool = False) -> None:
        """Read what may have changed on disk: settings and rundowns."""
        self.scribe.retry()
        self._reread_settings()
        if self.clock_problem:
            return
        self.book.poll(now, force=force)
        if not self.book.rejected:
            self.alarms.clear("plan_refused")
        if self.book.plan(now.date()) is None:
            self.alarms.raise_("no_plan", day=now.date().isoformat())
        else:
            self.alarms.clear("no_plan")
        self.roster.sweep(now)

    def shut_down(self, by: str) -> None:
        """A clean end: what sounds is ended and said so."""
        heard = self.sink.heard()
        self.mixer.clear()
        for run in self.runs:
            for airing in list(run.airings):
                self.airlog.end(airing, heard_of(airing.voice, heard), Reason.PC_OFF)
        self.scribe.write(Kind.OPERATOR, action="shutdown", by=by)
        self.scribe.close()

    # -- clock, device, settings --

    def _watch_clock(self, now: datetime) -> None:
        step = self.guard.step(self.sink.timeline.measure_skew(self.clock))
        problem = self.guard.problem(now)
        if step:
            self._stepped(step, problem, now)
        if problem and problem != self.clock_problem:
            last = self.guard.high_water
            self.scribe.write(Kind.CLOCK, valid=False, problem=problem, now=format_time(now),
                              last_line_at=format_time(last) if last else "")
            self.alarms.raise_("clock_invalid", problem=problem, now=format_time(now))
            self.roster.blind_reason = Reason.CLOCK_INVALID
        elif self.clock_problem and not problem:
            self.scribe.write(Kind.CLOCK, valid=True, now=format_time(now))
            self.alarms.clear("clock_invalid")
        self.clock_problem = problem

    def _stepped(self, step: float, problem: str, now: datetime) -> None:
        self.scribe.write(Kind.CLOCK, valid=not problem, step_seconds=round(step, 3), now=format_time(now))
        log.warning("the wall clock was moved by %.1f s", step)
        for run in self.runs:
            run.clock_moved(step, unix(now))
        if abs(step) < _NOTABLE_STEP:
            return
        self.roster.blind_reason = Reason.CLOCK_INVALID if step < 0 else Reason.SLEEP
        for run in self.runs:
            run.late = run.late or self.roster.blind_reason

    def _watch_device(self) -> None:
        state = "ok" if self.sink.ok else self.sink.problem
        if state in {"opening", self._device_state}:
            return
        before, self._device_state = self._device_state, state
        if state == "ok":
            self.scribe.write(Kind.DEVICE, state="open", name=self.sink.name, latency=self.sink.latency)
            self.alarms.clear("no_device")
            return
        heard = self.sink.heard()
        name = self.sink.name or self.settings.audio.device
        self.scribe.write(Kind.DEVICE, state=state, name=name)
        self.alarms.raise_("no_device", device=name, problem=state)
        log.error("no sound device (%s): %s; trying on", state, name or "system default")
        if before == "ok":
            self.mixer.clear()
            for run in self.runs:
                self._interrupt(run, heard)

    def _interrupt(self, run: SessionRun, heard: int) -> None:
        """The device is gone: end what sounded, and let it go on from there when the device is back."""
        run.late, now = run.late or Reason.DEVICE_LOST, unix(self.clock.now())
        for airing in list(run.airings):
            item, frames = airing.item, heard_of(airing.voice, heard)
            self.airlog.end(airing, frames, Reason.DEVICE_LOST)
            item.offset += frames
            item.resumed_from = airing.seq
            item.excused_until = now + EXCUSED_SECONDS if frames else 0.0
            self.roster.reopen(run, item)
        run.cursor = min(run.cursor, now)

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
            self.settings = load_settings(self.home)
            self.alarms.clear("settings_broken")
        except BroadcasterError as error:
            # The last good reading stays in force, quiet hours above all.
            self.alarms.raise_("settings_broken", detail=error.text)

    def _on_rejected(self, rejected: Rejected) -> None:
        self.scribe.write(Kind.SEAL, what="rundown", name=rejected.name, problem=rejected.problem,
                          detail=rejected.detail, action="refused")
        self.alarms.raise_("plan_refused", name=rejected.name, problem=rejected.problem)
        log.error("rundown refused: %s", rejected.detail)

    # -- items --

    def _advance(self, run: SessionRun, wall: float) -> None:
        quiet = self.book.quiet(run.rundown, self.settings)
        horizon = wall + COMMIT_SECONDS + self.sink.latency
        for item in run.waiting():
            if item.hard and unix(item.event.starts_at) < wall - GRACE:
                item.hard = False
            due = max(run.due(item), wall)
            if due <= horizon + CHECK_SECONDS:
                self.judge.prepare(item)
            if self._displaced(run, item, due, horizon):
                self.airlog.miss(run, item, run.late or Reason.OVERRUN)
                continue
            if due > horizon:
                return
            verdict = self.judge.verdict(run, item, due, quiet)
            if verdict is Reason.NONE and self._withdrawn(run, item):
                verdict = Reason.NOT_APPROVED
            if verdict is None or (verdict is Reason.NONE and self._held(run)):
                return
            if verdict:
                self._refuse(run, item, verdict)
            else:
                self._commit(run, item, due)

    def _held(self, run: SessionRun) -> bool:
        """Nothing may begin now, though the item could."""
        if not self.sink.ok and self.sink.problem != "opening":
            run.late = run.late or Reason.DEVICE_LOST
        return run.stopped or not self.sink.ok

    def _withdrawn(self, run: SessionRun, item: Item) -> bool:
        """A running session is frozen, but a yes taken back holds at once."""
        newest = self.book.plan(run.rundown.day)
        return newest is not None and item.event.approval.id in newest.rundown.withdrawn

    def _displaced(self, run: SessionRun, item: Item, due: float, horizon: float) -> bool:
        """A hard start is near whose sound is known to be good, and this item would begin after it."""
        for later in run.items[run.items.index(item) + 1:]:
            starts = unix(later.event.starts_at)
            if item.hard or not later.hard or later not in run.waiting() or starts > horizon:
                continue
            self.judge.prepare(later)
            check = later.check
            return due > starts - 1.0 and check is not None and check.done() and not check.result()
        return False

    def _refuse(self, run: SessionRun, item: Item, reason: Reason) -> None:
        if reason is Reason.QUIET_HOURS and not run.told_quiet:
            run.told_quiet = True
            self.scribe.write(Kind.QUIET, day=run.day, session_id=run.session.id, action="refused",
                              title=item.event.title)
        if item.hard:
            run.cursor = max(run.cursor, unix(item.event.starts_at))
        self.airlog.miss(run, item, reason)
        self.alarms.raise_("missed", title=item.event.title, reason=str(reason), session=run.session.name)

    def _commit(self, run: SessionRun, item: Item, due: float) -> None:
        event = item.event
        try:
            source = self._parts.open_source(self.home.audio(event.cut.sha256), item.offset)
        except Refused:
            self._refuse(run, item, Reason.FILE_ALTERED)
            return
        joined = bool(run.airings) and not item.hard
        voice = Voice(source, max(0, min(event.cut.frames, source.frames) - item.offset),
                      gain=1.0 if event.gain_db == 0 else 10 ** (event.gain_db / 20),
                      at=None if joined else due, fade_in=_RESUME_FADE if item.offset else 0)
        self.airlog.start(run, item, voice, due)
        self.mixer.add(voice)

    def _why_down(self) -> Reason:
        last = self.history.last_at
        if self.history.clean or last is None:
            return Reason.PC_OFF
        up = self._parts.machine_up_since
        return Reason.PROGRAM_ERROR if up is not None and up < last else Reason.POWER


def _settings_or_default(home: StationHome) -> Settings:
    try:
        return load_settings(home)
    except BroadcasterError:
        log.exception("station.toml cannot be read; the defaults hold")
        return Settings()
