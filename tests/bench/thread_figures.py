"""From the station's morning to the office's table: what each step of the way costs, with 100 packages of one station.

Run by hand: .venv/bin/python tests/bench/thread_figures.py. Milliseconds; twelve of the days really aired.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "journeys"))

from test_journey_upward import BY, office_at
from thread_station import DAY, Thread, testified

from broadcaster.protocol.journal import JournalWriter, Kind

PACKAGES, AIRED = 100, 12


def took(work: Callable[[], object]) -> float:
    began = perf_counter()
    work()
    return (perf_counter() - began) * 1000


def made(station: Thread) -> list[float]:
    """Milliseconds of each package."""
    clock, packages = station.ground.clock, station.app.packages
    times = [took(packages.make)]
    for number in range(1, PACKAGES):
        day = DAY + timedelta(days=number)
        if number <= AIRED:
            station.app.schedule.publish_days(day, 1)
            station.play(22, day)
            station.morning(day)
            times.append(took(packages.make))
        else:
            clock.advance(86_400)
            pen = JournalWriter(station.home.asrun, clock.now, durable=False)
            pen.write(Kind.BOOT, version="0.1.0", clean=True)
            pen.close()
            times.append(took(lambda: packages.make(last=clock.now().date())))
    return times


def main() -> None:
    with tempfile.TemporaryDirectory() as name:
        station = testified(Path(name) / "trạm")
        times = made(station)
        print(f"package make        median {statistics.median(times):.0f}, of aired days "
              f"{statistics.median(times[1:AIRED + 1]):.0f}")
        print(f"morning page        median {statistics.median(took(station.app.morning.look) for _ in range(5)):.0f}")
        files, taken, merged = sorted(station.home.outbox.glob("*.dxgoi")), [], []
        for number in range(3):
            above = office_at(Path(name) / f"sở {number}", station.ground.clock, Path(name))
            taken.append(took(lambda: above.office.take(files)))  # noqa: B023
            merged.append(took(lambda: above.office.trust("xa-mau", station.app.identity.fingerprint, BY)))  # noqa: B023
            assert above.office.station("xa-mau").number == PACKAGES
            above.close()
        print(f"take of {PACKAGES}, waiting  median {statistics.median(taken):.0f}; merged once trusted "
              f"{statistics.median(merged):.0f}")
        print(f"load average        {os.getloadavg()[0]:.1f}")
        station.app.close()


if __name__ == "__main__":
    main()
