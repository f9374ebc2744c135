"""A month on the air in virtual time, by one player that is never let off: random faults, flat memory, a true journal.

Run by hand: .venv/bin/python tests/bench/soak_virtual.py [DAYS=30] [SEED=1] [RESTARTS=0]. Some minutes. Exit code 1
when the journal does not verify, an event has no outcome or two, or the memory grows. With RESTARTS=1 crashes and
restarts are among the faults; the player that dies is then another one in the same process, so that its memory tells
less.
"""

from __future__ import annotations

import gc
import os
import random
import sys
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "air"))

from air_station import DAY, Station, moment

from broadcaster.air import orders
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal
from broadcaster.protocol.rundown import CutRef, PlannedSession
from broadcaster.protocol.seal import make_key
from broadcaster.protocol.verifier import GENESIS, verify

STARTS = ("05:00:00", "11:30:00", "17:00:00")
LENGTHS = (8.0, 20.0, 31.7, 45.0, 60.0, 75.3)
WARM_UP_DAYS = 3
FLAT_MB_PER_DAY = 0.25
"""A month of this would still be less than ten megabytes."""
BY = "Cán bộ truyền thanh"


@dataclass
class Soak:
    """One station's month."""

    station: Station
    rng: random.Random
    restarts: bool = True
    clock: VirtualClock = field(init=False)
    cuts: list[CutRef] = field(init=False)
    faults: Counter[str] = field(default_factory=Counter)
    memory: list[float] = field(default_factory=list)
    """Resident MB at the end of each day."""
    planned: dict[str, set[str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.clock = VirtualClock(moment("04:00"))
        self.cuts = [self.station.cut(seconds, seed=number) for number, seconds in enumerate(LENGTHS)]
        self.station.samples.clear()

    def live(self, days: int) -> None:
        air = VirtualAir(self.station.home, self.clock)
        for number in range(days):
            day = DAY + timedelta(days=number)
            self._publish(day)
            air = self._day(air, day)
            gc.collect()
            self.memory.append(resident_mb())
        air.close()

    def _publish(self, day: date) -> None:
        sessions = [self._session(f"s{number}", moment(text, day)) for number, text in enumerate(STARTS)]
        self.planned[day.isoformat()] = {event.id for session in sessions for event in session.events}
        self.station.publish(sessions, day=day)

    def _session(self, name: str, starts: datetime) -> PlannedSession:
        events, begins = [], starts
        for number in range(self.rng.randint(4, 10)):
            cut = self.rng.choice(self.cuts)
            if self.rng.random() < 0.04:  # a file that is not there
                cut = CutRef(f"{self.rng.getrandbits(256):064x}", cut.frames)
            events.append(self.station.event(f"{name}-{number}", cut, begins, hard=number == 0))
            begins += timedelta(seconds=cut.frames / RATE)
        return self.station.session(events, begins + timedelta(minutes=5), name)

    def _day(self, air: VirtualAir, day: date) -> VirtualAir:
        end = moment("04:00", day + timedelta(days=1))
        for text in STARTS:
            air.run_until(moment(text, day))
            for _ in range(self.rng.randint(0, 3)):
                air.run_until(self.clock.now() + timedelta(seconds=self.rng.expovariate(1 / 60)))
                air = self._happen(air)
        air.run_until(end)
        return air

    def _happen(self, air: VirtualAir) -> VirtualAir:
        ends = ["crash", "restart"] if self.restarts else []
        fault = self.rng.choice([*ends, "stop", "skip", "device", "step", "leap", "sleep", "reload"])
        self.faults[fault] += 1
        if fault in {"crash", "restart"}:
            if fault == "crash":
                air.crash()
            else:
                air.close()
            self.clock.advance(self.rng.choice([0.5, 4.0, 70.0]))
            return VirtualAir(self.station.home, self.clock)
        if fault == "sleep":
            self.clock.suspend(self.rng.choice([5.0, 60.0, 1800.0]))
        elif fault == "step":
            self.clock.step_wall(self.rng.choice([-40.0, -3.0, 0.7, 3.0]))
        elif fault == "leap":
            self._leap(air)
        elif fault == "device":
            air.sink.ok, air.sink.problem = False, "lost"
            air.run_until(self.clock.now() + timedelta(seconds=self.rng.choice([1, 20, 200])))
            air.sink.ok, air.sink.problem = True, ""
        else:
            self._order(air, fault)
        return air

    def _leap(self, air: VirtualAir) -> None:
        away = self.rng.choice([-86_400.0 * 300, 86_400.0 * 4000])
        self.clock.step_wall(away)
        air.run_until(self.clock.now() + timedelta(seconds=5))
        self.clock.step_wall(-away)
        air.run_until(self.clock.now() + timedelta(seconds=2))
        self._order(air, "resume")

    def _order(self, air: VirtualAir, name: str) -> None:
        names = {"stop": "stop_all"}
        try:
            orders.ORDERS[names.get(name, name)](air.conductor, {}, BY)
        except Refused:
            return
        if name == "stop" and self.rng.random() < 0.7:
            air.run_until(self.clock.now() + timedelta(seconds=self.rng.uniform(1, 60)))
            self._order(air, "resume")

    def problems(self) -> list[str]:
        """Where the journal breaks its word."""
        files = journal_files(self.station.home.asrun)
        found = [f"{fault.file}:{fault.line} {fault.problem}" for fault in verify(files, GENESIS)]
        return found + list(outcome_problems(self.planned, (line for path in files for line in read_journal(path))))

    def slope(self) -> float:
        """MB a day, by least squares, the first days left out."""
        import numpy as np
        kept = self.memory[WARM_UP_DAYS:]
        return float(np.polyfit(range(len(kept)), kept, 1)[0]) if len(kept) > 2 else 0.0


def outcome_problems(planned: dict[str, set[str]], lines: Iterator[Line]) -> Iterator[str]:
    """Each planned event ends in exactly one way: it sounded, wholly or in parts, or one line says why not."""
    sounded: Counter[tuple[str, str]] = Counter()
    missed: Counter[tuple[str, str]] = Counter()
    open_starts: set[int] = set()
    for line in lines:
        key = (str(line.data.get("day")), str(line.data.get("event_id")))
        if line.kind is Kind.START:
            open_starts.add(line.seq)
        elif line.kind is Kind.END:
            open_starts.discard(line.data["start_seq"])
            sounded[key] += line.data["frames"]
        elif line.kind is Kind.MISSED:
            missed[key] += 1
    yield from (f"START {seq} was never ended" for seq in sorted(open_starts))
    for day, names in planned.items():
        for name in sorted(names):
            count = (1 if sounded[day, name] else 0) + missed[day, name]
            if count != 1:
                yield f"{day} {name}: {sounded[day, name]} frames sounded, {missed[day, name]} times missed"


def resident_mb() -> float:
    try:
        return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6
    except (OSError, AttributeError):
        return 0.0


def main() -> int:
    days, seed, restarts = (int(sys.argv[place]) if len(sys.argv) > place else known
                            for place, known in ((1, 30), (2, 1), (3, 0)))
    begun = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        home = StationHome(Path(name) / "trạm")
        home.create()
        soak = Soak(Station(home, make_key(home)), random.Random(seed), bool(restarts))
        soak.live(days)
        problems = soak.problems()
        lines = sum(1 for path in journal_files(home.asrun) for _ in read_journal(path))
    print(f"days in virtual time      {days}, in {time.monotonic() - begun:.0f} s")
    print(f"events planned            {sum(map(len, soak.planned.values()))}")
    print(f"journal lines             {lines}")
    print(f"faults                    {dict(sorted(soak.faults.items()))}")
    print(f"journal or outcome wrong  {len(problems)}")
    print(f"memory, MB                {soak.memory[0]:.1f} after a day, {soak.memory[-1]:.1f} at the end, "
          f"slope {soak.slope():+.3f} a day")
    for problem in problems[:40]:
        print(problem)
    return 1 if problems or soak.slope() > FLAT_MB_PER_DAY else 0


if __name__ == "__main__":
    raise SystemExit(main())
