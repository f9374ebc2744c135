"""Stations to which anything happens: crashes, power cuts, clock steps, days off, lost plans, damaged lines, two zones.

What the player really did is remembered beside the journal it writes, and held against the airings afterwards.

    cd tests/unit/asrun && ../../../.venv/bin/python random_worlds.py 2000 [SEED]
"""

from __future__ import annotations

import json
import random
import shutil
import sys
import tempfile
import time
import zlib
from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from journal_day import DAY, KEY, event, plan

from broadcaster.asrun.model import Airing, AiringQuery, Outcome
from broadcaster.asrun.service import AsRunService
from broadcaster.base.clock import VirtualClock, at, format_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.db.schema import published_plan
from broadcaster.protocol.journal import JournalWriter, Kind, Reason
from broadcaster.protocol.rundown import PlannedSession, Rundown, RundownEvent, to_json
from broadcaster.protocol.seal import seal

LENGTH = 60
REASONS = [str(reason) for reason in Reason if reason]
WHOLE = {Outcome.AIRED, Outcome.MADE_UP}
Spot = tuple[str, str]
"""Event, zone."""


class World:
    """One station through three days and some after."""

    def __init__(self, folder: Path, template: Path, seed: int) -> None:
        self.dice = random.Random(seed)
        self.home = StationHome(folder)
        self.home.create()
        shutil.copyfile(template, self.home.database)
        self.clock = VirtualClock(at(DAY, 4 * 3600))
        self.database = open_database(self.home.database)
        self.asrun = AsRunService(self.database, self.home, self.clock, KEY)
        self.pen: JournalWriter | None = None
        self.zones = self.dice.choice([[""], ["A", "B"]])
        self.plans: list[Rundown] = []
        self.heard: dict[Spot, list[tuple[int, int]]] = {}
        """Stretches of frames that sounded, as far as the journal can know."""
        self.said: dict[Spot, list[str]] = {}
        self.used: dict[str, Rundown] = {}
        self.open: list[tuple[RundownEvent, str, PlannedSession, Rundown, int]] = []
        self.known: set[str] = set()
        """Events whose outcome was known once."""
        self.steps = 0
        self.damaged = False

    def close(self) -> None:
        if self.pen is not None:
            self.pen.close()
        self.database.close()

    # --- what happens

    def live(self) -> None:
        for number in range(3):
            day = DAY + timedelta(days=number)
            plans = self._publish(day)
            if self.dice.random() < 0.15:
                if self.pen is not None:
                    self._down()
                continue  # nobody switched the computer on
            self._until(at(day, 4 * 3600 + 1800))
            if self.pen is None:
                self._boot()
            for place, session in enumerate(plans[0].sessions):
                self._session(plans[min(place, len(plans) - 1)], session.id)
            if self.pen is not None and self.dice.random() < 0.4:
                self._down()
        self._until(max(self.clock.now(), at(DAY + timedelta(days=3), 0)) + timedelta(hours=self.dice.randrange(30)))
        self._spoil()
        if self.pen is None and self.dice.random() < 0.5:
            self._boot()
        self._until(max(self.clock.now(), at(DAY + timedelta(days=5), 0)))

    def _publish(self, day: date) -> list[Rundown]:
        """One to three revisions; a later one drops an event or brings one."""
        made: list[Rundown] = []
        hours = [5, 11, 17, 23.95][:self.dice.randrange(1, 5)]
        events = [[event(f"{day}.{place}/{number}", hour * 3600 + number * LENGTH, LENGTH, day=day)
                   for number in range(self.dice.randrange(1, 5))] for place, hour in enumerate(hours)]
        for revision in range(1, self.dice.randrange(2, 5)):
            sessions = []
            for place, hour in enumerate(hours):
                if revision > 1 and self.dice.random() < 0.3:
                    number = 10 * revision
                    extra = event(f"{day}.{place}/{number}", hour * 3600 + len(events[place]) * LENGTH, LENGTH, day=day)
                    events[place] = self.dice.choice([events[place][:-1], [*events[place], extra]])
                zones = tuple(zone or "all" for zone in self.zones)
                starts = at(day, hour * 3600)
                sessions.append(PlannedSession(f"{day}.{place}", "Buổi phát", starts, starts + timedelta(minutes=30),
                                               zones, tuple(events[place])))
            rundown = replace(plan(day=day, revision=revision), sessions=tuple(sessions))
            made.append(rundown)
            self._write_plan(rundown)
        self.plans += made
        return made

    def _write_plan(self, rundown: Rundown) -> None:
        """As it is published, without waiting for the disk; with a copy in the database, or that alone."""
        body = to_json(rundown)
        body["seal"] = seal(body, KEY)
        raw, name, copied = json.dumps(body).encode(), rundown.file_name(), self.dice.random() < 0.3
        if copied:
            with self.database.write("published_plan") as c:
                c.execute(published_plan.insert().values(name=name, day=rundown.day.isoformat(),
                                                         body=zlib.compress(raw)))
        if not copied or self.dice.random() < 0.5:
            (self.home.rundowns / name).write_bytes(raw)

    def _session(self, rundown: Rundown, name: str) -> None:
        session = next(each for each in rundown.sessions if each.id == name)
        for planned in session.events:
            self._mishap()
            self._until(planned.starts_at)
            if self.pen is None:
                if self.dice.random() < 0.5:
                    continue  # still down
                self._boot()
            for zone in self.zones:
                if self.pen is not None:
                    self._fate(rundown, session, planned, zone)
            if self.dice.random() < 0.08:
                self.asrun.file()
                self.known |= {row.id for row in self.asrun.airings(AiringQuery())
                               if row.outcome is not Outcome.PENDING}

    def _fate(self, rundown: Rundown, session: PlannedSession, planned: RundownEvent, zone: str) -> None:
        late = self.clock.now() > max(planned.latest_start, planned.starts_at)
        fate = "missed" if late else self.dice.choices(
            ["whole", "broken", "resumed", "crash", "unheard", "missed", "nothing"], [10, 2, 2, 2, 1, 2, 1])[0]
        if fate == "nothing":
            return
        facts = (planned, zone, session, rundown)
        if fate == "missed":
            self._say(Kind.MISSED, *facts, reason=self.dice.choice(REASONS), **self._facts(*facts))
            return
        start = self._start(*facts, 0)
        self.clock.advance(2)
        if fate == "unheard":
            self._down(facts, start)
        elif fate == "crash":
            self._beat(facts, start, self.dice.randrange(LENGTH) * RATE)
            self._down(facts, start)
        elif fate == "whole":
            self._end(facts, start, 0, LENGTH * RATE, "")
        else:
            reached = self.dice.randrange(1, LENGTH - 5) * RATE
            self._end(facts, start, 0, reached, self.dice.choice(REASONS))
            if fate == "resumed":
                offset = self.dice.choice([0, reached])
                again = self._start(*facts, offset, resumed_from=start)
                self._end(facts, again, offset, LENGTH * RATE, "")

    def _mishap(self) -> None:
        what = self.dice.random()
        if what < 0.05 and self.pen is not None:
            self._down()
        elif what < 0.09:
            self._step(self.dice.choice([30, 600, 7200, 86_400]) * self.dice.choice([1, -1]))
        elif what < 0.12 and self.pen is not None:
            self.pen.write(Kind.CLOCK, valid=False, problem="behind_journal")
        elif what < 0.15 and self.pen is not None:
            self._insert()

    def _insert(self) -> None:
        assert self.pen is not None
        name = f"i{self.steps}-{self.dice.randrange(10**6)}"
        facts = {"event_id": f"{name}-1", "session_id": f"insert-{name}", "insert": name, "kind": "khan_cap",
                 "title": "Báo bão", "frames": 5 * RATE, "rundown": "", "day": str(self.clock.now().date())}
        self.pen.write(Kind.BREAK_IN, state="ordered", insert=name, title="Báo bão", by="Cán bộ truyền thanh")
        line = self.pen.write(Kind.START, offset=0, **facts)
        self.clock.advance(5)
        self.pen.write(Kind.END, event_id=facts["event_id"], start_seq=line.seq, frames=5 * RATE, position=5 * RATE,
                       reason="", day=facts["day"])

    def _step(self, seconds: int) -> None:
        self.steps += 1
        self.clock.step_wall(seconds)
        if self.pen is not None:
            self.pen.write(Kind.CLOCK, valid=True, step_seconds=seconds)

    def _down(self, facts: Any = None, start: int = 0) -> None:
        """The player dies; what sounded stays without an end, unless the next start writes one."""
        assert self.pen is not None
        self.pen.close()
        self.pen = None
        self.open = [(*facts, start)] if facts else []

    def _boot(self) -> None:
        self.clock.advance(self.dice.choice([1, 20, 200, 20_000]))
        self.pen = JournalWriter(self.home.asrun, self.clock.now, durable=False)
        before = {"last_line_at": format_time(self.pen.last.at)} if self.pen.last else {}
        self.pen.write(Kind.BOOT, clean=False, **before, **({"down_reason": self.dice.choice(REASONS)}
                                                  if self.dice.random() < 0.5 else {}))
        for planned, zone, _, rundown, start in self.open:
            if self.dice.random() < 0.5:
                known = self.heard.get((planned.id, zone), [])
                reached = known[-1][1] if known else 0
                self.pen.write(Kind.END, event_id=planned.id, day=str(rundown.day), start_seq=start, frames=reached,
                               position=reached, reason="power", estimated=True, **({"zone": zone} if zone else {}))
        self.open = []

    def _spoil(self) -> None:
        """Plans lost or altered, lines damaged."""
        for path in sorted(self.home.rundowns.glob("*.json")):
            if self.dice.random() < 0.1:
                path.unlink() if self.dice.random() < 0.5 else path.write_bytes(b"{")
        if self.dice.random() < 0.3:
            for path in sorted(self.home.asrun.glob("*.jsonl")):
                raw = bytearray(path.read_bytes())
                if raw and self.dice.random() < 0.5:
                    raw[self.dice.randrange(len(raw))] ^= 1 << self.dice.randrange(8)
                    path.write_bytes(bytes(raw))
                    self.damaged = True

    # --- lines

    def _facts(self, planned: RundownEvent, zone: str, session: PlannedSession, rundown: Rundown) -> dict[str, Any]:
        return {"event_id": planned.id, "session_id": session.id, "title": planned.title, "kind": planned.kind,
                "cut": planned.cut.sha256, "frames": planned.cut.frames, "day": str(rundown.day),
                "planned_start": format_time(planned.starts_at), "rundown": rundown.file_name(),
                "session_name": session.name, "zones": list(session.zones), **({"zone": zone} if zone else {})}

    def _say(self, kind: Kind, planned: RundownEvent, zone: str, session: PlannedSession, rundown: Rundown,
             /, **data: Any) -> int:
        assert self.pen is not None
        self.said.setdefault((planned.id, zone), []).append(str(kind))
        if session.id not in self.used or rundown.revision > self.used[session.id].revision:
            self.used[session.id] = rundown
        return self.pen.write(kind, **data).seq

    def _start(self, planned: RundownEvent, zone: str, session: PlannedSession, rundown: Rundown, offset: int,
               **extra: Any) -> int:
        return self._say(Kind.START, planned, zone, session, rundown, offset=offset, **extra,
                         **self._facts(planned, zone, session, rundown))

    def _beat(self, facts: Any, start: int, position: int) -> None:
        assert self.pen is not None
        planned, zone, _, rundown = facts
        self.pen.write(Kind.BEAT, event_id=planned.id, day=str(rundown.day), start_seq=start, position=position,
                       **({"zone": zone} if zone else {}))
        self.heard.setdefault((planned.id, zone), []).append((0, position))

    def _end(self, facts: Any, start: int, offset: int, reached: int, reason: str) -> None:
        assert self.pen is not None
        planned, zone, _, rundown = facts
        began = self.clock.now()
        self.clock.advance(max(0.0, (reached - offset) / RATE - 2))
        self.pen.write(Kind.END, event_id=planned.id, day=str(rundown.day), start_seq=start, frames=reached - offset,
                       position=reached, reason=reason, started_at=format_time(began),
                       ended_at=format_time(self.clock.now()), **({"zone": zone} if zone else {}))
        self.heard.setdefault((planned.id, zone), []).append((offset, reached))

    def _until(self, moment: datetime) -> None:
        self.clock.advance(max(0.0, (moment - self.clock.now()).total_seconds()))

    # --- what must be true afterwards

    def check(self) -> list[str]:
        """What is wrong with the airings; empty: nothing."""
        self.asrun.file()
        rows = self.asrun.airings(AiringQuery())
        # Unless the player said later that it had worked by a revision without it.
        settled = {name for name in self.known if name.partition("/")[0] not in self.used}
        wrong = [f"{name} vanished" for name in settled - {row.id for row in rows}]
        wrong += [*self._shape(rows), *self._truth({row.id: row for row in rows})]
        self.asrun.file()
        if self.asrun.airings(AiringQuery()) != rows:
            wrong.append("filing again changed something")
        for number in range(4):
            self.asrun.reconcile(DAY + timedelta(days=number))
        again = self.asrun.airings(AiringQuery())
        # Where the plan in force was lost since, the next best one stands in for it.
        if again != rows and {row.rundown for row in rows} <= {"", *(each.file_name() for each in self._readable())}:
            wrong.append("reconciling again changed something")
        wrong += [f"{name} vanished again" for name in {row.id for row in rows} - {row.id for row in again}]
        return wrong

    def _shape(self, rows: list[Airing]) -> list[str]:
        wrong = [f"{name} has {count} rows" for name, count in Counter(row.id for row in rows).items() if count > 1]
        for row in rows:
            whole = row.outcome in WHOLE
            if row.outcome is Outcome.PENDING:
                wrong.append(f"{row.id} is pending for ever")
            if row.outcome is not Outcome.UNSCHEDULED and (whole is bool(row.reason)):
                wrong.append(f"{row.id} is {row.outcome} for {row.reason!r}")
            if row.reason and row.reason not in REASONS:
                wrong.append(f"{row.id}: no such reason {row.reason}")
            if row.outcome is Outcome.MISSED and row.aired_frames:
                wrong.append(f"{row.id} is missed with {row.aired_frames} frames")
        planned = {item.id: rundown for rundown in self._readable() for session in rundown.sessions
                   for item in session.events if self._counts(rundown, session, item)}
        there = {row.id: row for row in rows}
        wrong += [f"{name} of {rundown.file_name()} has no row" for name, rundown in planned.items()
                  if name not in there]
        wrong += [f"{name} is on {there[name].day}" for name, rundown in planned.items()
                  if name in there and there[name].day != str(rundown.day)]
        if not self.damaged:
            wrong += [f"{name} was spoken of and has no row" for name, _ in self.said if name not in there]
        return wrong

    def _readable(self) -> list[Rundown]:
        """Plans of which a file or a copy is left, as the log itself finds them."""
        with self.database.read() as c:
            copies = set(c.scalars(published_plan.select().with_only_columns(published_plan.c.name)))
        whole = {path.name for path in self.home.rundowns.glob("*.json") if path.stat().st_size > 10}
        return [rundown for rundown in self.plans if rundown.file_name() in copies | whole]

    def _counts(self, rundown: Rundown, session: PlannedSession, item: RundownEvent) -> bool:
        """Whether the event was to air: of the newest revision, unless the player worked by another."""
        used = self.used.get(session.id)
        readable = [each for each in self._readable() if each.day == rundown.day]
        if used is not None and not self.damaged and used in readable:
            return used is rundown
        # Of a newer one that was lost since, the log may know that the event was dropped.
        newest = max((each for each in self.plans if each.day == rundown.day), key=lambda each: each.revision)
        return not self.damaged and used is None and rundown is newest

    def _truth(self, there: dict[str, Airing]) -> list[str]:
        """In a world whose journal is whole: what sounded is what the row says."""
        wrong = []
        for name in {} if self.damaged else {name for name, _ in self.said}:
            row = there.get(name)
            if row is None:
                continue
            frames = [_covered(self.heard.get((name, zone), [])) for zone in self.zones]
            if row.aired_frames != max(frames):
                wrong.append(f"{name}: {row.aired_frames} frames, {max(frames)} sounded")
            whole = min(frames) >= 0.995 * LENGTH * RATE
            if whole is not (row.outcome in WHOLE):
                wrong.append(f"{name}: {row.outcome} with {frames} of {LENGTH * RATE}")
            if (max(frames) == 0) is not (row.outcome is Outcome.MISSED):
                wrong.append(f"{name}: {row.outcome} with {frames}")
        return wrong


def _covered(stretches: list[tuple[int, int]]) -> int:
    covered, edge = 0, 0
    for begin, end in sorted(stretches):
        covered += max(0, end - max(begin, edge))
        edge = max(edge, end)
    return covered


def run(worlds: int, seed: int, folder: Path, template: Path) -> list[tuple[int, list[str]]]:
    """Seeds of the worlds in which something is wrong, and what."""
    bad = []
    for number in range(seed, seed + worlds):
        world = World(folder / "home", template, number)
        try:
            world.live()
            wrong = world.check()
        finally:
            world.close()
            shutil.rmtree(folder / "home")
        if wrong:
            bad.append((number, wrong))
    return bad


if __name__ == "__main__":
    place = Path(tempfile.mkdtemp())
    first = StationHome(place / "first")
    first.create()
    migrate(first)
    began = time.monotonic()
    found = run(int(sys.argv[1]), int(sys.argv[2]) if len(sys.argv) > 2 else 1, place, first.database)
    print(f"{sys.argv[1]} worlds in {time.monotonic() - began:.0f} s, wrong: {len(found)}")
    for number, wrong in found[:12]:
        print(number, *wrong[:4], sep="\n    ")
    shutil.rmtree(place)
