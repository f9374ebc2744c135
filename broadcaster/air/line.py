"""One zone's way to the air: its own bus, output, sessions and journal lines, whatever happens to other zones."""

from __future__ import annotations

import logging
import math
from collections.abc import Callable, Sequence
from concurrent.futures import Future
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Protocol

from broadcaster.air.advance import advance, quiet_of, voice_of
from broadcaster.air.airlog import AirLog, heard_of, is_altered
from broadcaster.air.alarms import Raises, ZoneAlarms
from broadcaster.air.bounds import bind
from broadcaster.air.desk import Desk
from broadcaster.air.history import History
from broadcaster.air.mixer import Mixer, Voice
from broadcaster.air.roster import EXCUSED_SECONDS, Roster
from broadcaster.air.scribe import ZoneScribe
from broadcaster.air.sentinel.witness import UNHEARD_SECONDS
from broadcaster.air.session_run import HARDLY, Airing, Item, SessionRun, meant_for
from broadcaster.air.silence import SilenceWatch
from broadcaster.air.sink import AudioSink
from broadcaster.base.clock import format_time, unix
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.frames import frames
from broadcaster.base.settings import ZoneSection
from broadcaster.protocol.journal import Kind, Reason

log = logging.getLogger(__name__)

INTERRUPT_FADE = frames(0.05)
DRIFT_SECONDS = 3600.0


class Power(Protocol):
    """Switches the zone's amplifiers."""

    @property
    def state(self) -> str: ...

    def want(self, next_sound_at: float | None, sounding: bool, now: float) -> None: ...

    def off_now(self, reason: str) -> None: ...

    def finish(self) -> None: ...

    def attach(self, write: Callable[..., object], alarms: Raises) -> None: ...


class Sentinel(Protocol):
    """Compares what was heard with what was sent."""

    @property
    def heard_db(self) -> float | None: ...

    @property
    def unheard_for(self) -> float: ...

    def judge(self, airing: Airing, frames: int) -> Future[dict[str, Any]]: ...


@dataclass(frozen=True)
class Outlet:
    """Where a zone's sound goes."""

    zone: ZoneSection
    mixer: Mixer
    sink: AudioSink
    gain_at: Callable[[float], float] = lambda wall: 0.0
    """The zone's own gain in dB at a wall time."""
    plays: bool = True
    """False: the station has no zone that sounds."""
    power: Power | None = None
    sentinel: Sentinel | None = None


class Line:
    """Stepped by the conductor; answers its orders."""

    def __init__(self, desk: Desk, outlet: Outlet, history: History) -> None:
        self.desk, self.zone = desk, outlet.zone
        self.mixer, self.sink = outlet.mixer, outlet.sink
        self._outlet = outlet
        self.scribe = ZoneScribe(desk.scribe, self.name)
        self.alarms = ZoneAlarms(desk.alarms, self.name)
        self.history = history
        self.airlog = AirLog(self.scribe, self.sink, lambda run, item: self.roster.settle(run, item), self._judge)
        self.roster = Roster(desk, history, self.airlog, self.name if outlet.plays else None)
        self.silence = SilenceWatch(self.mixer, self.sink, self.scribe, self.alarms)
        self.inserts: list[SessionRun] = []
        self.verdict: dict[str, Any] = {}
        """The last one, as in the journal."""
        self._judging: list[tuple[Airing, Future[dict[str, Any]]]] = []
        self._device_state = ""
        self._drift_at = desk.clock.monotonic() + DRIFT_SECONDS
        if outlet.power is not None:
            outlet.power.attach(self.scribe.write, self.alarms)

    @property
    def name(self) -> str:
        return self.zone.name

    @property
    def runs(self) -> list[SessionRun]:
        """Everything on its way: first what was put in between, then the sessions of the plan."""
        return self.inserts + self.roster.runs

    def boot(self, reason: Reason) -> None:
        """Say of what the last player left open how far it came."""
        self.roster.down_reason = reason
        self.airlog.close_interrupted(self.history, reason)

    def tick(self, now: datetime, clock_problem: str) -> None:
        """Look at everything once."""
        self.sink.poll()
        self._watch_device()
        wall = unix(now)
        for run in self.runs:
            self.airlog.follow(run, wall)
        self._take_back()
        if not clock_problem and self.roster.arm(now):
            self.alarms.clear("missed")
        for run in self.runs:
            if clock_problem and not run.insert:
                run.late = run.late or Reason.CLOCK_INVALID
            else:
                advance(self, run, wall)
            bind(self.mixer, run, quiet_of(self, run), now)
        self.silence.look(self.runs, self.desk.clock.monotonic())
        self._note_drift(self.desk.clock.monotonic())
        self.roster.retire()
        self.inserts = [run for run in self.inserts if not run.over()]
        self._note_verdicts(now)
        self._watch_hearing()
        if self._outlet.power is not None:
            sounding = any(airing.voice.start is not None for run in self.runs for airing in run.airings)
            self._outlet.power.want(self._next_sound_at(now), sounding, wall)

    def idle(self) -> bool:
        return not self.runs and not self.mixer.busy() and not self._judging

    def held(self) -> bool:
        """An operator has stopped it."""
        return unix(self.desk.clock.now()) < self.desk.held_until or any(run.stopped for run in self.runs)

    def gain_db(self) -> float:
        """The zone's own gain now."""
        return self._outlet.gain_at(unix(self.desk.clock.now()))

    def power_state(self) -> str:
        return self._outlet.power.state if self._outlet.power is not None else ""

    def power_off(self, why: str) -> None:
        """Open the amplifiers' switch at once."""
        if self._outlet.power is not None:
            self._outlet.power.off_now(why)

    def heard_db(self) -> float | None:
        return self._outlet.sentinel.heard_db if self._outlet.sentinel is not None else None

    def serves(self, zones: Sequence[str]) -> bool:
        """Whether something for `zones` is for this line."""
        return self._outlet.plays and meant_for(self.name, zones)

    def shut_down(self, reason: Reason) -> None:
        """What sounds is ended and said so."""
        heard = self.sink.heard()
        self.mixer.clear()
        for run in self.runs:
            for airing in list(run.airings):
                self.airlog.end(airing, heard_of(airing.voice, heard), reason)
        if self._outlet.power is not None:
            self._outlet.power.finish()

    def clock_moved(self, step: float, now: datetime, blind: Reason) -> None:
        """The wall clock was set; `blind` (or NONE): why a session may have passed meanwhile."""
        for run in self.runs:
            run.clock_moved(step, unix(now))
            run.late = run.late or blind
        self.roster.blind_reason = blind or self.roster.blind_reason

    def slept(self, seconds: float) -> None:
        """The machine was asleep so long: nothing sounded meanwhile, whatever the device had queued."""
        heard = self.sink.heard()
        self.mixer.clear()
        for run in self.runs:
            self._interrupt(run, heard, Reason.SLEEP, max(0.0, EXCUSED_SECONDS - seconds))
        self.roster.blind_reason = Reason.SLEEP

    # -- what a person puts in between --

    def cut_in(self, run: SessionRun, then: str) -> None:
        """Break in with `run` at once; `then`: resume, restart or drop what sounded."""
        self.inserts.append(run)
        if not self.sink.ok:
            self._preempt(self.sink.heard(), then, spare=run)
            self.mixer.clear()
            return
        first = self._first_of(run)
        if first is None:
            return  # nothing of it can be heard: nothing makes way for it
        now, (item, voice) = unix(self.desk.clock.now()), first
        airing = self.airlog.start(run, item, voice, now)
        heard = self.sink.drop(lambda frame: self.mixer.interrupt(frame, INTERRUPT_FADE, voice))
        self._preempt(heard, then, spare=run)
        airing.due = now

    def busy_for(self) -> float:
        """Seconds until what sounds or was promised to the mixer will be over."""
        free = [run.free_from() for run in self.roster.runs if run.airings]
        return max(0.0, max(free, default=0.0) - unix(self.desk.clock.now()))

    def _first_of(self, run: SessionRun) -> tuple[Item, Voice] | None:
        """The first item that can be decoded: a bad chime must not cost the message."""
        for item in run.waiting():
            try:
                return item, voice_of(self, run, item, None)
            except (BroadcasterError, OSError):
                log.exception("%s cannot be played", item.event.title)
                self.airlog.miss(run, item, Reason.FILE_ALTERED)
        return None

    def queue_up(self, run: SessionRun) -> None:
        """Put `run` after the item that sounds; what was to follow it waits."""
        self.inserts.append(run)
        heard = self.sink.heard()
        self.mixer.withdraw()
        for other in self.roster.runs:
            for airing in [each for each in other.airings if each.voice.start is None]:
                self._end_early(airing, heard, "resume")

    def talk_over(self, run: SessionRun) -> None:
        """Let `run`'s one item sound over the programme."""
        run.over_programme = True
        self.inserts.append(run)
        advance(self, run, unix(self.desk.clock.now()))

    def end_insert(self, run: SessionRun, reason: Reason) -> None:
        """Take `run` off the air at once, with a short fade."""
        if run not in self.inserts:
            return
        if run.over_programme:
            self.mixer.hush()
            for airing in list(run.airings):
                airing.forced = reason
        elif run.airings:
            self._take_off(run, reason)
        for item in run.waiting():
            self.airlog.miss(run, item, reason)

    def _take_off(self, run: SessionRun, reason: Reason) -> None:
        """End what `run` has with the mixer; what only waits there is taken back without touching what sounds."""
        heard = self.sink.heard()
        self.mixer.withdraw()
        begun = any(airing.voice.start is not None for airing in run.airings)
        if begun:
            heard = self.sink.drop(lambda frame: self.mixer.interrupt(frame, INTERRUPT_FADE))
        for airing in list(run.airings):
            self.airlog.end(airing, heard_of(airing.voice, heard), reason)
        for other in self.roster.runs:
            for airing in [each for each in other.airings if begun or each.voice.start is None]:
                self._end_early(airing, heard, "resume")

    def _take_back(self) -> None:
        """What waits at the mixer, and whose approval ended meanwhile, does not begin; a relay that sounds ends."""
        for airing in [each for run in self.runs for each in run.airings if each.item.event.relay is not None]:
            sounding = airing.voice.start is not None and not airing.forced
            if sounding and self._is_ended(airing) and self.mixer.skip(airing.voice):
                airing.forced = Reason.NOT_APPROVED
        promised = [airing for run in self.runs for airing in run.airings if airing.voice.start is None]
        if not any(self._is_ended(airing) for airing in promised):
            return
        heard = self.sink.heard()
        self.mixer.withdraw()
        for airing in [each for each in promised if each.voice.start is None]:
            run, item = airing.run, airing.item
            if not self._is_ended(airing):
                self._end_early(airing, heard, "resume")
                continue
            self.airlog.end(airing, 0, Reason.NOT_APPROVED)
            self.alarms.raise_("missed", title=item.event.title, reason=str(Reason.NOT_APPROVED),
                               session=run.session.name)

    def _is_ended(self, airing: Airing) -> bool:
        return self.desk.judge.permits.ended(airing.item.event.approval)

    def _preempt(self, heard: int, then: str, spare: SessionRun) -> None:
        for run in [run for run in self.runs if run is not spare]:
            sounded = any(item.heard for item in run.items) or any(
                heard_of(airing.voice, heard) for airing in run.airings)
            for airing in list(run.airings):
                if not run.insert:
                    self._end_early(airing, heard, then)
                else:
                    self.airlog.end(airing, heard_of(airing.voice, heard), Reason.PREEMPTED)
            run.late = run.late or Reason.PREEMPTED
            if run.insert or (then == "drop" and sounded):
                for item in run.waiting():
                    self.airlog.miss(run, item, Reason.PREEMPTED)

    def _end_early(self, airing: Airing, heard: int, then: str) -> None:
        """End an airing that may go on later."""
        run, item, count = airing.run, airing.item, heard_of(airing.voice, heard)
        then = then if count else "resume"
        self.airlog.end(airing, count, Reason.PREEMPTED, then=then)
        if then == "drop":
            return
        item.offset = 0 if then == "restart" else item.offset + count
        if item.remaining <= HARDLY:
            return
        item.resumed_from = airing.seq if count else item.resumed_from
        item.excused_until = math.inf
        self.roster.reopen(run, item)

    # -- device --

    def _note_drift(self, steady: float) -> None:
        """Once an hour: how far the card's clock has run from the machine's since it was opened."""
        if not self.sink.ok:
            self._drift_at = steady + DRIFT_SECONDS
        elif steady >= self._drift_at:
            self._drift_at = steady + DRIFT_SECONDS
            self.scribe.write(Kind.CLOCK, drift_ms=round(self.sink.drift_ms(), 3), device=self.sink.name,
                              underruns=self.sink.underruns)

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
        name = self.sink.name or self.zone.output or self.desk.settings.audio.device
        self.scribe.write(Kind.DEVICE, state=state, name=name)
        self.alarms.raise_("no_device", device=name, problem=state)
        log.error("no sound device (%s): %s; trying on", state, name or "system default")
        if before == "ok":
            self.mixer.clear()
            for run in self.runs:
                self._interrupt(run, heard, Reason.DEVICE_LOST)

    def _interrupt(self, run: SessionRun, heard: int, reason: Reason, excused: float = EXCUSED_SECONDS) -> None:
        """End what sounded against everybody's will, and let it go on from there when that is possible."""
        run.late, now = run.late or reason, unix(self.desk.clock.now())
        for airing in list(run.airings):
            item, count = airing.item, heard_of(airing.voice, heard)
            self.airlog.end(airing, count, reason)
            item.offset += count
            if item.remaining <= HARDLY:
                continue
            item.resumed_from = airing.seq
            item.excused_until = now + excused if count else 0.0
            self.roster.reopen(run, item)
        run.cursor = min(run.cursor, now)

    # -- what comes of an airing --

    def _judge(self, airing: Airing, count: int) -> None:
        """The sentinel looks at what has just ended."""
        if is_altered(airing.voice):
            self.alarms.raise_("missed", title=airing.item.event.title, reason=str(Reason.FILE_ALTERED),
                               session=airing.run.session.name)
        if self._outlet.sentinel is not None and count:
            self._judging.append((airing, self._outlet.sentinel.judge(airing, count)))

    def _note_verdicts(self, now: datetime) -> None:
        for airing, future in [each for each in self._judging if each[1].done()]:
            self._judging.remove((airing, future))
            if future.exception() is not None:
                log.error("the sentinel failed", exc_info=future.exception())
                continue
            self.verdict = {"day": airing.run.day, "event_id": airing.item.event.id, "start_seq": airing.seq,
                            **future.result()}
            self.scribe.write(Kind.VERDICT, **self.verdict)
            self.verdict |= {"at": format_time(now), "zone": self.name, "title": airing.item.event.title}

    def _watch_hearing(self) -> None:
        """Do not wait for the end of a long item to say that nobody hears it."""
        sentinel = self._outlet.sentinel
        if sentinel is not None and sentinel.unheard_for >= UNHEARD_SECONDS:
            self.alarms.raise_("unheard", seconds=round(sentinel.unheard_for))
        else:
            self.alarms.clear("unheard")

    def _next_sound_at(self, now: datetime) -> float | None:
        """When this line will sound next, as far as is known; what stands still does not count."""
        running = [max(run.due(item), unix(now)) for run in self.runs if not run.stopped for item in run.waiting()[:1]]
        running += [airing.due for run in self.runs for airing in run.airings if airing.voice.start is None]
        ahead = [unix(session.starts_at) for _, session in self.roster.ahead(now)[:1]]
        return min(running + ahead, default=None)
