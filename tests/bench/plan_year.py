"""How long planning takes: 200 campaigns, a year, on a real station home. Run by hand; prints a table."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "schedule"))

from schedule_station import SATURDAY, Station, sound

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed


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
        with_sheets(station)
        measure("16 days published, all new", lambda: station.schedule.publish_days(SATURDAY, 16))
        measure("16 days published, nothing new", lambda: station.schedule.publish_days(SATURDAY, 16))
        station.close()


def with_sheets(station: Station) -> None:
    """The same year with an approved sheet for each week, one of them read again and compared with the plan."""
    bound = Station(station.home, station.clock, changed(Settings(), "approval", weekly_sheet=True))
    boss = Person("p", "Phó Chủ tịch", "", Role.APPROVER)
    for week in range(31):  # as long as there are campaigns
        bound.sheets.submit(SATURDAY + timedelta(days=7 * week), "Cán bộ truyền thanh")
        bound.sheets.approve(SATURDAY + timedelta(days=7 * week), boss)
    measure("a year planned by its sheets", lambda: bound.schedule.plan_days(SATURDAY, 365))
    measure("a week's sheet looked at", lambda: bound.sheets.look(SATURDAY + timedelta(days=7)))
    bound.close()


def measure(label: str, act: Callable[[], object]) -> None:
    begun, busy = perf_counter(), process_time()
    act()
    print(f"{label:<32} {perf_counter() - begun:6.3f} s,  {process_time() - busy:6.3f} of processor", flush=True)


if __name__ == "__main__":
    main()
