"""The days played ahead: keeper, player and faults in the order of the true time."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import partial

from broadcaster.air.dry import DryRelay, DryShelf
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.sources import Source
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.forecast.faults import meant
from broadcaster.forecast.model import Fault, Trouble
from broadcaster.forecast.scratch import OnceChecked, ScratchHome
from broadcaster.protocol.journal import Line, journal_files, read_journal
from broadcaster.protocol.rundown import Relay, Rundown, write_rundown

AHEAD_DAYS = 14
"""How many days the keeper publishes, the one at hand among them."""
FINE_SECONDS = 6
"""So long before a power cut the player is looked at twice a second: its last BEAT tells how far it came."""
_VANISH_SECONDS = 5.0
"""A missing file is gone so long before its start: after its first check, before it is taken."""
_FALLBACK_AFTER = 10 * RATE
"""Frames of silence after which a relay's fallback sounds."""

_OPEN = 1 << 62

Progress = Callable[[date, int, int], None]
"""(day that is done, how many are done, how many there are)."""


@dataclass
class Wrong:
    """While the station's clock was wrong: which journal lines were written by it, and by how much it was off."""

    after_seq: int
    seconds: float
    until_seq: int = _OPEN


@dataclass
class Played:
    """What the run left behind."""

    lines: list[Line]
    wrong: list[Wrong]
    ended_at: datetime
    """By the true time."""
    published: set[date] = field(default_factory=set)

    def off(self, seq: int) -> float:
        """Seconds by which the clock was wrong when that line was written."""
        return sum(each.seconds for each in self.wrong if each.after_seq < seq <= each.until_seq)


class Run:
    """Plays `plans` (one a day, without gaps) from `begins_at` to the last midnight; call play() once."""

    def __init__(self, home: ScratchHome, key: bytes, plans: Sequence[Rundown], begins_at: datetime,
                 faults: Sequence[Fault], progress: Progress = lambda day, done, of: None) -> None:
        self._home, self._key, self._plans = home, key, list(plans)
        self._begins_at, self._faults, self._progress = begins_at, faults, progress
        self._clock = VirtualClock(begins_at)
        self._shelf, self._checks = DryShelf(), OnceChecked()
        self._wrong: list[Wrong] = []
        self._published: set[date] = set()
        self._relays: Trouble | None = None
        self._up_since = begins_at
        self._air = self._boot()

    def play(self) -> Played:
        """Step from one thing to the next."""
        self._lay_ready(self._plans[0].day - timedelta(days=1))  # as the keeper did the day before
        self._publish(self._plans[0].day)
        for moment, act in sorted(self._acts(), key=lambda each: each[0]):
            self._live_until(moment)
            act()
        ended_at = self._true_now()
        self._air.close()
        lines = [line for path in journal_files(self._home.asrun) for line in read_journal(path)]
        return Played(sorted(lines, key=lambda line: line.seq), self._wrong, ended_at, self._published)

    def _acts(self) -> list[tuple[datetime, Callable[[], None]]]:
        acts: list[tuple[datetime, Callable[[], None]]] = []
        for number, plan in enumerate(self._plans, start=1):
            acts.append((midnight(plan.day + timedelta(days=1)), partial(self._day_over, plan.day, number)))
        for fault in self._faults:
            acts += self._acts_of(fault)
        return [(moment, act) for moment, act in acts if moment > self._begins_at]

    def _acts_of(self, fault: Fault) -> list[tuple[datetime, Callable[[], None]]]:
        if fault.kind is Trouble.POWER:
            small = [moment_of(fault) - timedelta(seconds=n / 2) for n in range(1, 2 * FINE_SECONDS)]
            return [(moment_of(fault), partial(self._power_cut, fault.seconds)), *((each, _look) for each in small)]
        if fault.kind is Trouble.CLOCK:
            return [(moment_of(fault), partial(self._set_clock, fault.seconds))]
        if fault.kind is Trouble.MISSING:
            return [(event.starts_at - timedelta(seconds=_VANISH_SECONDS),
                     partial(self._home.gone.add, event.cut.sha256)) for event in meant(fault, self._plans)]
        if fault.kind in {Trouble.RELAY_LOST, Trouble.RELAY_SILENT}:
            return [(max(midnight(fault.day), self._begins_at + timedelta(seconds=1)),
                     partial(setattr, self, "_relays", fault.kind))]
        return []

    def _day_over(self, day: date, number: int) -> None:
        """What a fault did to this day is put right; the keeper publishes."""
        self._relays = None
        self._home.gone.clear()
        for each in [each for each in self._wrong if each.until_seq == _OPEN]:
            self._clock.step_wall(-each.seconds)
            each.until_seq = self._seq()
        if number < len(self._plans):
            self._publish(day + timedelta(days=1))
        self._progress(day, number, len(self._plans))

    def _publish(self, day: date) -> None:
        """As the keeper does at the beginning of `day`."""
        if not any(fault.kind is Trouble.KEEPER and fault.day <= day for fault in self._faults):
            self._lay_ready(day)

    def _lay_ready(self, day: date) -> None:
        """The plans of the next days, each once."""
        for plan in self._plans:
            if day <= plan.day < day + timedelta(days=AHEAD_DAYS) and plan.day not in self._published:
                self._published.add(plan.day)
                write_rundown(self._home, plan, self._key)

    def _power_cut(self, seconds: float) -> None:
        """The moment itself was reached in small steps: the journal's last BEAT tells how far it came."""
        self._air.crash()
        self._clock.advance(seconds)
        self._up_since = self._clock.now()
        self._air = self._boot()

    def _set_clock(self, seconds: float) -> None:
        self._wrong.append(Wrong(self._seq(), seconds))
        self._clock.step_wall(seconds)

    def _seq(self) -> int:
        last = self._air.journal.last
        return last.seq if last else 0

    def _boot(self) -> VirtualAir:
        return VirtualAir(self._home, self._clock, open_relay=self._relay, machine_up_since=self._up_since, dry=True,
                          open_file=self._shelf.open, executor=self._checks)

    def _relay(self, relay: Relay) -> Source:
        lost, fallback = self._relays is Trouble.RELAY_LOST, relay.fallback is not None
        if self._relays is None:
            return DryRelay()
        return DryRelay(lost=lost, silent_frames=_FALLBACK_AFTER if fallback else _OPEN)

    def _live_until(self, moment: datetime) -> None:
        """Up to a true time, whatever the clock says."""
        left = (moment - self._true_now()).total_seconds()
        if left > 0:
            self._air.run_until(self._clock.now() + timedelta(seconds=left))

    def _true_now(self) -> datetime:
        return self._begins_at + timedelta(seconds=self._clock.monotonic())


def _look() -> None:
    """Nothing happens; but the player was looked at."""


def midnight(day: date) -> datetime:
    """The beginning of a day at the station."""
    return datetime.combine(day, time(), STATION_ZONE)


def moment_of(fault: Fault) -> datetime:
    """The true time of a fault that has one."""
    return datetime.combine(fault.day, fault.at or time(), STATION_ZONE)
