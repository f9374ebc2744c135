"""How fast a day answers to hands: previews while dragging, storing, copying a week. Run by hand; prints a table."""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "schedule"))

from schedule_station import KEY, NOW, SATURDAY, Station, run_of, sound

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.schedule import store
from broadcaster.schedule.days import edits
from broadcaster.schedule.days.edits import Spot
from broadcaster.schedule.days.service import DayService

TIMES = 20


def main() -> None:
    for at_once in (20, 200):
        with tempfile.TemporaryDirectory() as folder:
            home = StationHome(Path(folder))
            home.create()
            station = Station(home, VirtualClock(datetime(2026, 11, 20, 19, 0, tzinfo=STATION_ZONE)))
            station.put_furniture()
            for n in range(200):
                item = sound(f"{n:04d}", 30)
                station.put(item)
                first = SATURDAY + timedelta(days=0 if n < at_once else 20 + n)
                with station.database.write("campaign") as c:
                    store.insert_campaign(c, run_of(item, 2, first, first + timedelta(days=19)).campaign, "", NOW)
            hands(station, at_once)
            station.close()


def hands(station: Station, at_once: int) -> None:
    days = DayService(station.database, station.home, station.settings, station.clock, KEY, station.schedule)
    state = days.state(SATURDAY)
    one, other = state.plan.programme
    moved = edits.moved(state, Spot(one, 0), state, Spot(other, 3))
    print(f"200 campaigns, {at_once} at once, {sum(map(len, state.plan.programme.values()))} airings on the day")
    measure("  a preview while dragging", lambda: days.preview(SATURDAY, moved))
    measure("  a day looked at anew", lambda: days.state(SATURDAY))
    measure("  a move stored and taken back", lambda: days.save(days.save(moved, "")))
    monday = SATURDAY + timedelta(days=2)
    measure("  a week copied and cleared", lambda: (days.copy_week(monday, monday + timedelta(days=7)),
                                                    days.clear_week(monday + timedelta(days=7))), 3)


def measure(label: str, act: Callable[[], object], times: int = TIMES) -> None:
    wall, spent = [], []
    for _ in range(times):
        begun, cpu = perf_counter(), process_time()
        act()
        wall.append(perf_counter() - begun)
        spent.append(process_time() - cpu)
    print(f"{label:<32} {statistics.median(wall) * 1000:7.1f} ms, {statistics.median(spent) * 1000:7.1f} of processor "
          f"(median of {times})")


if __name__ == "__main__":
    main()
