"""What the morning page costs on a station with a year of log, of which one airing in fifty was corrected.

Run by hand: .venv/bin/python tests/bench/morning_look.py [DAYS=365]. Medians of five, in milliseconds.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

from year_of_log import YearWriter

from broadcaster.accounts.model import Role
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app


def median(work: Callable[[], object]) -> float:
    """Milliseconds."""
    times = []
    for _ in range(5):
        began = perf_counter()
        work()
        times.append((perf_counter() - began) * 1000)
    return statistics.median(times)


def main(days: int) -> None:
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "home")
        home.create()
        clock = VirtualClock(datetime(2026, 1, 1, 4, tzinfo=STATION_ZONE))
        YearWriter(home, clock).write(days)
        app = build_app(home, clock)
        app.asrun.file()
        officer = app.accounts.add("Cán bộ truyền thanh", "", Role.OPERATOR, "1357")
        rows = app.asrun.airings(AiringQuery())
        for row in rows[::50]:
            app.corrections.add(row.id, "missed", "power", "Mất điện", officer.name)
        yesterday = clock.now().date() - timedelta(days=1)
        print(f"rows {len(rows)}, corrected {len(app.corrections.list())}")
        print(f"the whole log with its corrections {median(lambda: app.asrun.airings(AiringQuery())):.0f}")
        print(f"its sums {median(lambda: app.asrun.summary(AiringQuery())):.0f}")
        print(f"one day {median(lambda: app.morning.day(yesterday)):.1f}")
        print(f"31 days, unsigned {median(lambda: app.signatures.unsigned(yesterday)):.0f}")
        for back in range(1, 31):
            app.signatures.sign_day(clock.now().date() - timedelta(days=back), officer)
        print(f"31 days, signed {median(lambda: app.signatures.unsigned(yesterday)):.0f}")
        print(f"the morning {median(app.morning.look):.0f}")
        app.close()


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 365)
