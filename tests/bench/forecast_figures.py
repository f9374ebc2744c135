"""How long thirty days take to play ahead: two sessions of half an hour, forty campaigns. Run by hand.

    .venv/bin/python tests/bench/forecast_figures.py [DAYS] [--profile]
"""

from __future__ import annotations

import cProfile
import pstats
import sys
import tempfile
from pathlib import Path
from time import perf_counter, process_time

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "unit" / "forecast"))

from forecast_station import Station

from broadcaster.base.paths import StationHome
from broadcaster.forecast.model import Forecast
from broadcaster.forecast.service import forecast

CAMPAIGNS = 40
_LENGTHS = (25, 40, 60, 90, 120)


def main() -> None:
    days = next((int(word) for word in sys.argv[1:] if word.isdigit()), 30)
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "home")
        home.create()
        station = Station(home, Path(folder))
        station.furniture()
        station.sessions("05:00", "17:00", minutes=30)
        for n in range(CAMPAIGNS):
            station.campaign(station.approved(f"Bài {n}", _LENGTHS[n % len(_LENGTHS)]), times=1 + n % 2)
        for label, faults in (("calm", []), ("power cut, clock, missing file",
                                             ["power:05:10+8m@2", "clock:-1h@3", "missing:Bài 7@4"])):
            measure(label, station, days, faults)
        station.close()


def measure(label: str, station: Station, days: int, faults: list[str]) -> None:
    profile = cProfile.Profile()
    wall, cpu = perf_counter(), process_time()
    if "--profile" in sys.argv:
        told = profile.runcall(forecast, station.app, days, None, faults)
        pstats.Stats(profile).sort_stats("cumulative").print_stats(45)
    else:
        told = forecast(station.app, days, None, faults)
    print(f"{label:<34} {days} days  {perf_counter() - wall:6.2f} s  (CPU {process_time() - cpu:6.2f} s)  "
          f"{airings(told)} airings, {len(told.findings)} findings")


def airings(told: Forecast) -> int:
    return sum(len(day.airings) for day in told.days)


if __name__ == "__main__":
    main()
