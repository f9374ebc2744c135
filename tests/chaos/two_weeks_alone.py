"""Two weeks of a player whom everybody left: no resident helper, no database, power cuts, an hour's wrong clock.

What the planner published on the first day is played to the end of the fourteenth, in virtual time. Run by hand with
real lengths: .venv/bin/python tests/chaos/two_weeks_alone.py [MINUTES=40] [SEED=1]. Exit code 1 when an item was
not aired to its end, when one aired twice, or when the journal does not verify.
"""

from __future__ import annotations

import hashlib
import random
import sys
import tempfile
import time
from collections import Counter
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import soundfile
from sqlalchemy import insert

from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import STATION_ZONE, VirtualClock, at
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import approval, cart, cut
from broadcaster.keeper.jobs import Jobs
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import Kind, Line, journal_files, read_journal
from broadcaster.protocol.rundown import Rundown, newest_rundown, read_rundown
from broadcaster.protocol.seal import read_key
from broadcaster.protocol.verifier import GENESIS, verify
from broadcaster.wiring import App, build_app

FIRST = date(2026, 11, 20)
"""Somebody is there for the last time."""
DAYS = 14
REBOOTS = (3, 9)
AHEAD, BEHIND = 6, 11
"""On these days at noon the clock is set an hour ahead, an hour back; a day later it is right again."""


@dataclass
class Alone:
    """A station whose people have gone; `run` plays the two weeks."""

    home: StationHome
    seconds: tuple[float, ...]
    seed: int = 1
    planned: dict[str, Rundown] = field(default_factory=dict)
    """ISO day -> what was published for it."""
    excused: set[tuple[str, str]] = field(default_factory=set)
    """(day, session) in which the power went."""
    problems: list[str] = field(default_factory=list)

    def publish(self, clock: VirtualClock) -> None:
        """The last deed of planner and keeper; then the database is deleted."""
        app = build_app(self.home, clock)
        for number, seconds in enumerate(self.seconds):
            _put(app, f"muc{number}", seconds, self.seed * 100 + number)
        app.close()
        jobs = Jobs(self.home, clock)
        jobs.publish()
        jobs.close()
        for path in self.home.root.glob("station.db*"):
            path.unlink()
        key = read_key(self.home)
        for number in range(1, 1 + DAYS):
            path = newest_rundown(self.home.rundowns, FIRST + timedelta(days=number))
            if path is None:
                self.problems.append(f"nothing is published for day {number}")
                continue
            rundown = read_rundown(path, key)
            self.planned[rundown.day.isoformat()] = rundown

    def run(self) -> None:
        clock = VirtualClock(at(FIRST, 16 * 3600))
        self.publish(clock)
        air = VirtualAir(self.home, clock)
        for number in range(1, 1 + DAYS):
            day = FIRST + timedelta(days=number)
            if number in REBOOTS:
                air = self._power_cut(air, clock, day)
            air.run_until(at(day, 12 * 3600))
            step = {AHEAD: 3600.0, AHEAD + 1: -3600.0, BEHIND: -3600.0, BEHIND + 1: 3600.0}.get(number, 0.0)
            if step:
                clock.step_wall(step)
        air.run_until(at(FIRST + timedelta(days=1 + DAYS), 0))
        air.close()
        self._look()

    def _power_cut(self, air: VirtualAir, clock: VirtualClock, day: date) -> VirtualAir:
        """In the middle of the first item, for a minute and ten seconds."""
        session = self.planned[day.isoformat()].sessions[0]
        first = session.events[0]
        air.run_until(session.starts_at + timedelta(seconds=first.cut.frames / RATE / 2))
        self.excused.add((day.isoformat(), session.id))
        air.crash()
        clock.advance(70)
        return VirtualAir(self.home, clock)

    def lines(self, *kinds: Kind) -> list[Line]:
        return [line for path in journal_files(self.home.asrun) for line in read_journal(path) if line.kind in kinds]

    def _look(self) -> None:
        if list(verify(journal_files(self.home.asrun), GENESIS)):
            self.problems.append("the journal does not verify")
        if self.home.database.exists():
            self.problems.append("somebody made a new database")
        whole: Counter[tuple[str, str]] = Counter()
        reasons: dict[tuple[str, str], list[str]] = {}
        for line in self.lines(Kind.END, Kind.MISSED):
            key = str(line.data["day"]), str(line.data["event_id"])
            reasons.setdefault(key, []).append(str(line.data["reason"]))
            whole[key] += line.kind is Kind.END and not line.data["reason"]
        for day, rundown in self.planned.items():
            for session in rundown.sessions:
                for event in session.events:
                    self._judge((day, event.id), (day, session.id) in self.excused, whole, reasons)

    def _judge(self, key: tuple[str, str], excused: bool, whole: Counter[tuple[str, str]],
               reasons: dict[tuple[str, str], list[str]]) -> None:
        told = reasons.get(key, [])
        if whole[key] > 1:
            self.problems.append(f"{key} aired twice")
        elif not told:
            self.problems.append(f"{key} has no outcome")
        elif whole[key] != 1:  # also what the power cut went through goes on to its end
            self.problems.append(f"{key}: {told}")
        elif len(told) > 1 and not excused:
            self.problems.append(f"{key} has several outcomes: {told}")

    def starts(self) -> list[tuple[datetime, datetime]]:
        """Planned and measured start of each session's first item, by the station's clock."""
        ends = {(str(line.data["day"]), str(line.data["event_id"])): line for line in self.lines(Kind.END)}
        found = []
        for day, rundown in self.planned.items():
            for session in rundown.sessions:
                line = ends.get((day, session.events[0].id))
                if line is not None and (day, session.id) not in self.excused:
                    found.append((session.starts_at, datetime.fromisoformat(str(line.data["started_at"]))))
        return found


def _put(app: App, name: str, seconds: float, seed: int) -> None:
    """An approved item with a real sound, twice a day for a month."""
    new = app.home.root / "new.flac"
    noise = np.random.default_rng(seed).integers(-3000, 3000, int(seconds * RATE)).astype(np.int16)
    soundfile.write(new, noise, RATE, subtype="PCM_16")
    sha256, now = hashlib.sha256(new.read_bytes()).hexdigest(), datetime(2026, 11, 1, 8, tzinfo=STATION_ZONE)
    app.home.audio(sha256).parent.mkdir(parents=True, exist_ok=True)
    new.replace(app.home.audio(sha256))
    granted = Approval(name, f"cart:{name}", "", sha256, "Phó Chủ tịch", now.isoformat()).sealed(app.key)
    with app.database.write("cart") as c:
        c.execute(insert(cut).values(sha256=sha256, frames=len(noise), lufs=-18.0, true_peak_db=-3.0, source="import",
                                     waveform=b"", created_at=now.isoformat()))
        c.execute(insert(approval).values(**vars(granted)))
        c.execute(insert(cart).values(
            id=name, kind="thong_bao", title=f"Mục {name}", cut_sha256=sha256, state="approved", origin="own",
            approval_id=name, created_at=now.isoformat(), updated_at=now.isoformat()))
    app.schedule.add_campaign(name, 2, FIRST, FIRST + timedelta(days=30))


def main(minutes: float = 40.0, seed: float = 1.0) -> int:
    """`minutes` of sound in each session."""
    rng, begun = random.Random(int(seed)), time.perf_counter()
    seconds: list[float] = []
    while sum(seconds) < minutes * 60:
        seconds.append(rng.uniform(40, 300))
    with tempfile.TemporaryDirectory() as folder:
        alone = Alone(StationHome(Path(folder)), tuple(seconds), int(seed))
        alone.run()
        count = sum(len(session.events) for rundown in alone.planned.values() for session in rundown.sessions)
        worst = max((abs((started - planned).total_seconds()) for planned, started in alone.starts()), default=0.0)
    print(f"{DAYS} days, {count} airings, worst start {worst * 1000:.1f} ms, "
          f"{time.perf_counter() - begun:.0f} s; {len(alone.problems)} problems")
    print("\n".join(alone.problems[:20]))
    return 1 if alone.problems else 0


if __name__ == "__main__":
    sys.exit(main(*map(float, sys.argv[1:])))
