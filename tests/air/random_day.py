"""A random day with random faults in virtual time, and what was really heard of it.

Every sound that may air is one constant positive level, every sound that may not is negative: one look at a
sample tells which of the two it is, through any gain or fade.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from air_station import DAY, Station, moment

from broadcaster.air import orders
from broadcaster.air.meter import Block
from broadcaster.air.outputs.wav import BLOCK, WavSink
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.sink import Render, Swap
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import CutRef, Overrun, PlannedSession, RundownEvent

STARTS = ("04:28:30", "04:30:00", "04:33:00", "05:00:00.4", "05:02:30", "12:00:00", "17:00:00", "17:05:00", "20:56:30",
          "20:59:00", "23:59:00")
LATENCY = 0.4


class LateSink(WavSink):
    """As a real device: what is handed over is heard LATENCY later, unless it is thrown away before."""

    latency = LATENCY

    def __init__(self, clock: VirtualClock, path: Path | None = None) -> None:
        super().__init__(clock, path)
        self.timeline.base += LATENCY
        self.dropped: list[tuple[int, int]] = []

    def heard(self) -> int:
        return max(0, self._head - round(LATENCY * RATE))

    def drop(self, swap: Swap | None = None) -> int:
        known = self.dropped[-1][1] if self.dropped else 0
        heard = self.heard()
        self.dropped.append((max(known, heard), self._head))
        if swap is not None:
            swap(heard)
        return heard

    def lose(self) -> None:
        self.drop()
        self.ok, self.problem = False, "lost"

    def regain(self) -> None:
        self.ok, self.problem = True, ""

    def step(self, render: Render, count: int = BLOCK) -> None:
        super().step(render, count)

    def _follow(self) -> None:
        self._clock.advance(self.timeline.base - LATENCY + self._head / RATE - self._clock.monotonic())


@dataclass
class Heard:
    """Stretches of sound: first frame, number of frames, wall time of the first, lowest sample."""

    stretches: list[tuple[int, int, float, float]] = field(default_factory=list)

    def hear(self, sink: LateSink, first: int, block: Block) -> None:
        sounding = np.flatnonzero(block[:, 0])
        if len(sounding):
            begin, count = int(sounding[0]), int(sounding[-1] - sounding[0]) + 1
            self.stretches.append((first + begin, count, sink.timeline.wall_of(first + begin), float(block.min())))


@dataclass
class RandomDay:
    """Plans, faults and restarts drawn from one seed. `calm`: no fault that may rightly make a hole."""

    station: Station
    rng: random.Random
    calm: bool = False
    clock: VirtualClock = field(init=False)
    parts: list[tuple[Heard, LateSink]] = field(default_factory=list)
    cuts_off: int = 0
    """How often the power failed."""
    told: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.clock = VirtualClock(moment("04:20") + timedelta(milliseconds=self.rng.randrange(1000)))

    def plan(self) -> list[PlannedSession]:
        starts = sorted(self.rng.sample(STARTS, self.rng.randint(3, 5)))
        return [self._session(f"s{index}", moment(text)) for index, text in enumerate(starts)]

    def live(self, until: datetime) -> None:
        """Play the day, with something happening every now and then."""
        air = self._start()
        while self.clock.now() < until:
            wake = air.conductor.next_wakeup()
            quiet_until = self.clock.now() + timedelta(seconds=self.rng.expovariate(1 / 12))
            air.run_until(min(until, quiet_until if wake is None else max(wake, quiet_until)), self._listener(air))
            if self.clock.now() < until and (wake is None or self.rng.random() < 0.2):
                air = self._happen(air)
        air.run_until(until, self._listener(air))
        air.close()

    def _listener(self, air: VirtualAir):  # type: ignore[no-untyped-def]
        heard, sink = self.parts[-1]
        return lambda zone, first, block: heard.hear(sink, first, block)

    def _start(self) -> VirtualAir:
        air = VirtualAir(self.station.home, self.clock)
        self.parts.append((Heard(), air.sink))  # type: ignore[arg-type]
        return air

    def _happen(self, air: VirtualAir) -> VirtualAir:
        calm = ["skip", "reload", "step", "nothing"]
        kind = self.rng.choice(calm if self.calm else [*calm, "crash", "restart", "stop", "resume", "device", "leap"])
        self.told.append(f"{self.clock.now():%H:%M:%S.%f} {kind}")
        if kind == "crash":
            self.cuts_off += 1
            air.sink.drop()
            air.crash()
            self.clock.advance(self.rng.choice([0.5, 4, 70, 1500]))
            return self._start()
        if kind == "restart":
            air.sink.drop()
            air.close()
            self.clock.advance(self.rng.choice([0.5, 4, 70]))
            return self._start()
        self._trouble(air, kind)
        return air

    def _trouble(self, air: VirtualAir, kind: str) -> None:
        conductor = air.conductor
        if kind == "stop":
            orders.stop_all(conductor, {}, "Cán bộ truyền thanh")
        elif kind == "resume":
            orders.resume(conductor, {}, "Cán bộ truyền thanh")
        elif kind == "reload":
            orders.reload(conductor, {}, "")
        elif kind == "skip":
            try:
                orders.skip(conductor, {}, "Cán bộ truyền thanh")
            except Refused:
                return
        elif kind == "device":
            air.sink.lose()  # type: ignore[attr-defined]
            air.run_until(self.clock.now() + timedelta(seconds=self.rng.choice([1, 20, 300])), self._listener(air))
            air.sink.regain()  # type: ignore[attr-defined]
        elif kind == "step":
            self.clock.step_wall(self.rng.choice([-40.0, -3.0, -0.2, 0.2, 3.0]))
        elif kind == "leap":
            away = self.rng.choice([3000.0, 86400.0 * 4000])
            self.clock.step_wall(away)
            air.run_until(self.clock.now() + timedelta(seconds=2), self._listener(air))
            self.clock.step_wall(-away)
            air.run_until(self.clock.now() + timedelta(seconds=2), self._listener(air))
            orders.resume(conductor, {}, "Cán bộ truyền thanh")

    def _session(self, name: str, starts: datetime) -> PlannedSession:
        events: list[RundownEvent] = []
        begins = starts
        for index in range(self.rng.randint(2, 9)):
            events.append(self._event(f"{name}-{index}", begins, first=index == 0))
            begins += timedelta(seconds=events[-1].cut.frames / RATE)
        ends = starts + timedelta(seconds=self.rng.uniform(20, 300))
        return self.station.session(events, ends, name)

    def _event(self, name: str, begins: datetime, *, first: bool) -> RundownEvent:
        good = self.rng.random() < 0.75
        cut = self._cut(self.rng.uniform(0.3, 40), good=good)
        more: dict[str, object] = {"overrun": self.rng.choice(list(Overrun)), "late": self.rng.choice([5.0, 900.0])}
        if not good:
            self._spoil(cut, more)
        hard = first or (not self.calm and self.rng.random() < 0.2)
        return self.station.event(name, cut, begins, hard=hard, **more)  # type: ignore[arg-type]

    def _spoil(self, cut: CutRef, more: dict[str, object]) -> None:
        way = self.rng.randrange(4)
        if way == 0:
            more["approval"] = self.station.approve(cut, valid_until="2026-11-20")
        elif way == 1:
            other = CutRef("0" * 64, 1)
            more["approval"] = self.station.approve(other)
        elif way == 2:
            self.station.home.audio(cut.sha256).unlink()
        else:
            path = self.station.home.audio(cut.sha256)
            raw = bytearray(path.read_bytes())
            raw[len(raw) // 2] ^= 1
            path.write_bytes(raw)

    def _cut(self, seconds: float, *, good: bool) -> CutRef:
        # The number of the cut is in its first samples, so that no two are one file.
        samples = np.full(round(seconds * RATE), 8000 if good else -8000, np.int16)
        samples[:64] += len(self.station.samples) * (1 if good else -1)
        return self.station.put(samples)


def plan_of(day: RandomDay) -> list[PlannedSession]:
    """Draw and publish a plan."""
    sessions = day.plan()
    day.station.publish(sessions, day=DAY)
    return sessions
