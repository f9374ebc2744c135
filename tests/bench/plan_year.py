"""How long planning takes: 200 campaigns, a year, on a real station home. Run by hand; prints a table."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "schedule"))

from schedule_station import SATURDAY, Station, sound

from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome


def main() -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder))
        home.create()
        station = Station(home, VirtualClock(datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE)))
        station.put_furniture()
        for n in range(200):
            first = SATURDAY + timedelta(days=n)
            station.schedule.add_campaign(station.put(sound(str(n))), 2, first, first + timedelta(days=20))
        measure("a year planned", lambda: station.schedule.plan_days(SATURDAY, 365))
        measure("16 days published, all new", lambda: station.schedule.publish_days(SATURDAY, 16))
        measure("16 days published, nothing new", lambda: station.schedule.publish_days(SATURDAY, 16))
        station.close()


def measure(label: str, act: Callable[[], object]) -> None:
    begun = perf_counter()
    act()
    print(f"{label:<32} {perf_counter() - begun:6.3f} s")


if __name__ == "__main__":
    main()
