"""From the command to a window that can be used, on the demo station, fresh and with a year of log.

Run by hand: .venv/bin/python tests/bench/window_start.py [RUNS=5] [dist/dai-xa/dai-xa]: of the sources, or of a built
program. Needs Xvfb; about two minutes. "Usable" is the line "window shown" in the window's log: the window is on the
screen and the event loop has its first idle turn.
"""

from __future__ import annotations

import os
import re
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from year_of_log import YearWriter, year_behind

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app

PROGRAM = sys.argv[2:3] or [sys.executable, "-m", "broadcaster"]
SHOWN = re.compile(r"^(\S+ \S+) INFO .*window shown", re.M)


@contextmanager
def screen() -> Iterator[str]:
    """An X server of our own on a free display."""
    reading, writing = os.pipe()
    server = subprocess.Popen(["Xvfb", "-displayfd", str(writing), "-screen", "0", "1366x768x24", "-nolisten", "tcp"],
                              pass_fds=[writing], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(writing)
    try:
        with os.fdopen(reading) as number:
            yield f":{number.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


def start_once(home: StationHome, display: str) -> float:
    """Seconds from the spawn to the window's own line in its log."""
    log = home.logs / "window.log"
    log.unlink(missing_ok=True)
    env = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    begun = time.time()
    window = subprocess.Popen([*PROGRAM, "--home", str(home.root), "gui", "--no-keeper"],
                              env=env, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        while time.time() < begun + 60:
            found = SHOWN.search(log.read_text(encoding="utf-8")) if log.exists() else None
            if found:
                return datetime.strptime(found[1], "%Y-%m-%d %H:%M:%S,%f").timestamp() - begun  # noqa: DTZ007
            time.sleep(0.02)
        raise SystemExit("the window did not come up")
    finally:
        window.terminate()
        window.wait()


def measure(label: str, home: StationHome, display: str, runs: int) -> None:
    first = start_once(home, display)
    warm = sorted(start_once(home, display) for _ in range(runs))
    print(f"{label:<24} first {first:.2f} s, then median {statistics.median(warm):.2f}  max {warm[-1]:.2f} s")


def main() -> None:
    runs = int(sys.argv[1]) if len(sys.argv) > 1 else 5
    with tempfile.TemporaryDirectory() as folder, screen() as display:
        fresh, old = StationHome(Path(folder) / "fresh"), StationHome(Path(folder) / "old")
        year = YearWriter(old, VirtualClock(year_behind(365)))
        old.create()
        year.write(360)
        for home in (fresh, old):
            home.settings.unlink(missing_ok=True)
            subprocess.run([sys.executable, "-m", "broadcaster", "--home", str(home.root), "init", "--demo"],
                           check=True, stdout=subprocess.DEVNULL)
        app = build_app(old)
        app.asrun.file()
        app.close()
        print(f"load average at the start {os.getloadavg()[0]:.1f}")
        measure("demo station", fresh, display, runs)
        measure("with a year of log", old, display, runs)
        print(f"load average at the end   {os.getloadavg()[0]:.1f}")


if __name__ == "__main__":
    main()
