"""A month of one station as a package: how large, how long to make, check and read. By hand:

    .venv/bin/python tests/bench/package_figures.py [DAYS]
"""

from __future__ import annotations

import resource
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from typing import TypeVar

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "aggregation"))

from package_station import DAY, PackageStation

from broadcaster.aggregation.opened import open_package
from broadcaster.base.paths import StationHome

Made = TypeVar("Made")
ITEMS = 40
BEATS = 90
"""Of 2 s: 40 items of three minutes, two hours a day."""


def timed(words: str, act: Callable[[], Made]) -> tuple[Made, float]:
    begun = time.process_time()
    made = act()
    taken = time.process_time() - begun
    print(f"{words:<44} {taken:8.3f} CPU s")
    return made, taken


def main() -> None:
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "station")
        home.create()
        station = PackageStation(home)
        for number in range(days):
            station.air(DAY + timedelta(days=number), ITEMS, 1, beats=BEATS)
        timed("filed and reconciled", station.app.asrun.file)
        timed("sealed", station.app.seals.make)
        path, _ = timed(f"package of {days} days made", station.app.packages.make)
        size = path.stat().st_size
        print(f"{'size':<44} {size / 1e6:8.2f} MB, {size / days / 1e3:.0f} kB a day")
        opened, taken = timed("opened: everything checked", lambda: open_package(path, station.clock.now()))
        lines = opened.manifest.last_seq
        unpacked = sum(entry.size for entry in opened.manifest.entries)
        print(f"{'':<44} {lines} journal lines, {unpacked / 1e6:.1f} MB: {lines / taken:,.0f} lines/s, "
              f"{unpacked / 1e6 / taken:.0f} MB/s")
        timed("airings read", lambda: sum(1 for _ in opened.airings()))
        opened.close()
        station.air(DAY + timedelta(days=days), ITEMS, 1, beats=BEATS)
        station.app.seals.make()
        daily = station.app.packages.make()
        _, taken = timed(f"opened: one day, {daily.stat().st_size / 1e3:.0f} kB, 20 times", lambda: [
            open_package(daily, station.clock.now()).close() for _ in range(20)])
        print(f"{'':<44} {20 / taken:8.1f} packages a second on one core")
        station.close()
    print(f"{'peak memory':<44} {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024:8.0f} MB")


if __name__ == "__main__":
    main()
