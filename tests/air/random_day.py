"""A random day with random faults in virtual time, and what was really heard of it.

Every sound that may air is one constant positive level, every sound that may not is negative: one look at a
sample tells which of the two it is, through any gain or fade. Messages that break in and the microphone have levels
of their own, so low that any two programmes at once would be louder than one may be.
"""

from __future__ import annotations

import random
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from air_station import DAY, Station, moment

from broadcaster.air import orders
from broadcaster.air.inserts import Inserts
from broadcaster.air.meter import Block
from broadcaster.air.outputs.wav import BLOCK, WavSink
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.sink import Render, Swap
from broadcaster.air.sources import Silence
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.settings import Settings, ZoneSection, save_settings
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.rundown import CutRef, Overrun, PlannedSession, RundownEvent, Urgency

STARTS = ("04:28:30", "04:30:00", "04:33:00", "05:00:00.4", "05:02:30", "12:00:00", "17:00:00", "17:05:00", "20:56:30",
          "20:59:00", "23:59:00")
LATENCY = 0.4
ZONES = ("Thôn 1", "Thôn 2")
PROGRAMME, MESSAGE, VOICE = 8000, 3000, 300
LOUDEST = (PROGRAMME + VOICE + 200) / 32768
BY = "Cán bộ truyền thanh"


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
    """Stretches of sound in one zone: first frame, number of frames, wall time of the first, lowest sample, highest."""

    zone: str
    stretches: list[tuple[int, int, float, float, float]] = field(default_factory=list)

    def hear(self, sink: LateSink, first: int, block: Block) -> None:
        sounding = np.flatnonzero(block[:, 0])
        if len(sounding):
            begin, count = int(sounding[0]), int(sounding[-1] - sounding[0]) + 1
            self.stretches.append((first + begin, count, sink.timeline.wall_of(first + begin), float(block.min()),
                                   float(block.max())))


class Voice:
    """A microphone or a relay: one level, until it is closed."""

    ended = False

    def read(self, count: int) -> Block:
        return np.full((0 if self.ended else count, 1), VOICE / 32768, np.float32)

    def close(self) -> None:
        self.ended = True


@dataclass
class RandomDay:
    """Plans, faults, orders and restarts drawn from one seed. `calm`: no fault that may rightly make a hole."""

    station: Station
    rng: random.Random
    calm: bool = False
    zones: tuple[str, ...] = ("",)
    clock: VirtualClock = field(init=False)
    parts: list[tuple[Heard, LateSink]] = field(default_factory=list)
    cuts_off: int = 0
    """How often the power failed."""
    told: list[str] = field(default_factory=list)
    _cuts: int = 0

    def __post_init__(self) -> None:
        self.clock = VirtualClock(moment("04:20") + timedelta(milliseconds=self.rng.randrange(1000)))

    def plan(self) -> list[PlannedSession]:
        starts = sorted(self.rng.sample(STARTS, self.rng.randint(3, 5)))
        sessions = [self._session(f"s{index}", moment(text)) for index, text in enumerate(starts)]
        if self.calm:
            return sessions
        return [replace(session, events=tuple(self._made_up(event, sessions[index + 1:]) for event in session.events))
                for index, session in enumerate(sessions)]

    def _made_up(self, event: RundownEvent, later: list[PlannedSession]) -> RundownEvent:
        return replace(event, make_up=self.rng.choice(later).id) if later and self.rng.random() < 0.3 else event

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
        ears = {heard.zone: (heard, sink) for heard, sink in self.parts[-len(air.outlets):]}

        def listen(zone: str, first: int, block: Block) -> None:
            heard, sink = ears[zone]
            heard.hear(sink, first, block)

        return listen

    def _start(self) -> VirtualAir:
        air = VirtualAir(self.station.home, self.clock, open_relay=lambda relay: Voice(),
                         open_input=lambda device: Voice() if device else Silence())
        self.parts += [(Heard(outlet.zone.name), outlet.sink) for outlet in air.outlets]  # type: ignore[misc]
        return air

    def _happen(self, air: VirtualAir) -> VirtualAir:
        calm = ["skip", "reload", "step", "nothing"]
        faults = ["crash", "restart", "stop", "resume", "device", "leap"]
        kind = self.rng.choice(calm if self.calm else calm + faults + ["insert"] * 6)
        self.told.append(f"{self.clock.now():%H:%M:%S.%f} {kind}")
        if kind == "crash":
            self.cuts_off += 1
            drop_all(air)
            air.crash()
            self.clock.advance(self.rng.choice([0.5, 4, 70, 1500]))
            return self._start()
        if kind == "restart":
            drop_all(air)
            air.close()
            self.clock.advance(self.rng.choice([0.5, 4, 70]))
            return self._start()
        self._trouble(air, kind)
        return air

    def _trouble(self, air: VirtualAir, kind: str) -> None:
        conductor = air.conductor
        if kind == "insert":
            self._insert(air)
        elif kind == "stop":
            orders.stop_all(conductor, {}, BY)
        elif kind == "resume":
            orders.resume(conductor, {}, BY)
        elif kind == "reload":
            orders.reload(conductor, {}, "")
        elif kind == "skip":
            try:
                orders.skip(conductor, {}, BY)
            except Refused:
                return
        elif kind == "device":
            sink: LateSink = self.rng.choice(air.outlets).sink  # type: ignore[assignment]
            sink.lose()
            for _ in range(self.rng.choice([1, 3])):
                air.run_until(self.clock.now() + timedelta(seconds=self.rng.choice([1, 20, 100])), self._listener(air))
                if self.rng.random() < 0.5 and not self.calm:
                    self._insert(air)
            sink.regain()
        elif kind == "step":
            self.clock.step_wall(self.rng.choice([-40.0, -3.0, -0.2, 0.2, 3.0]))
        elif kind == "leap" and not conductor.inserts.open:
            away = self.rng.choice([3000.0, 86400.0 * 4000])
            self.clock.step_wall(away)
            air.run_until(self.clock.now() + timedelta(seconds=2), self._listener(air))
            self.clock.step_wall(-away)
            air.run_until(self.clock.now() + timedelta(seconds=2), self._listener(air))
            orders.resume(conductor, {}, BY)

    def _insert(self, air: VirtualAir) -> None:
        command, words = self._order(air.conductor.inserts)
        if self.clock.now() > moment("23:30") and "for_minutes" in words:
            return
        try:
            orders.ORDERS[command](air.conductor, words, BY)
            self.told[-1] += f" {command} {words}"
        except Refused as refusal:
            self.told[-1] += f" {command} refused: {refusal.code}"

    def _order(self, inserts: Inserts) -> tuple[str, dict[str, object]]:
        draw = self.rng
        zones = draw.choice([[], *([zone] for zone in self.zones)]) if len(self.zones) > 1 else []
        words: dict[str, object] = {"zones": zones, "confirmed": draw.random() < 0.5}
        command = draw.choice(["break_in"] * 5 + ["live_on", "live_on", "relay_on", "end"])
        if command == "end":
            return draw.choice(["end_break_in", "live_off", "relay_off"]), {}
        if command == "break_in":
            words |= {"message": draw.choice(["bao", "bao", "lu", "tin"]), "repeats": draw.randint(1, 3),
                      "then": draw.choice(["resume", "restart", "drop"])}
            return command, words | ({"every_minutes": 2, "for_minutes": draw.choice([2, 6])}
                                     if draw.random() < 0.3 else {})
        words["minutes"] = draw.choice([0.1, 0.5, 2])
        if command == "relay_on":
            return command, words | {"address": "http://127.0.0.1:1/x"}
        over, chime = draw.random() < 0.5, draw.random() < 0.3
        return command, words | {"talk_over": over, "device": "" if over else "mic", "chime": chime and not over}

    def _session(self, name: str, starts: datetime) -> PlannedSession:
        events: list[RundownEvent] = []
        begins = starts
        for index in range(self.rng.randint(2, 9)):
            events.append(self._event(f"{name}-{index}", begins, first=index == 0))
            begins += timedelta(seconds=events[-1].cut.frames / RATE)
        ends = starts + timedelta(seconds=self.rng.uniform(20, 300))
        session = self.station.session(events, ends, name)
        some = self.rng.choice([("all",), *((zone,) for zone in self.zones)]) if len(self.zones) > 1 else ("all",)
        return replace(session, zones=some)

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
        return self._level(seconds, PROGRAMME if good else -PROGRAMME)

    def _level(self, seconds: float, level: int) -> CutRef:
        self._cuts += 1
        samples = np.full(round(seconds * RATE), level, np.int16)
        samples[:64] += self._cuts % 100 * (1 if level > 0 else -1)
        samples[64:128] += self._cuts // 100 * (1 if level > 0 else -1)
        return self.station.put(samples)

    def shelf(self) -> None:
        """Messages that are ready to break in."""
        chime = self._level(0.5, MESSAGE)
        for slug, urgency in (("bao", Urgency.EMERGENCY), ("lu", Urgency.EMERGENCY), ("tin", Urgency.PRIORITY)):
            cut = self._level(self.rng.uniform(2, 8), MESSAGE)
            write_message(self.station.home, EmergencyMessage(
                slug, slug, cut, self.station.approve(cut), urgency, chime if slug != "lu" else None), self.station.key)


def plan_of(day: RandomDay) -> list[PlannedSession]:
    """Draw and publish a plan."""
    if len(day.zones) > 1:
        save_settings(day.station.home, Settings(zones=tuple(map(ZoneSection, day.zones))))
    day.shelf()
    sessions = day.plan()
    day.station.publish(sessions, day=DAY)
    return sessions


def drop_all(air: VirtualAir) -> None:
    """What the devices have queued is lost."""
    for outlet in air.outlets:
        outlet.sink.drop()
