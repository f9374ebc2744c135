"""An hour on the air in real time against a null sink: memory, open files and threads, minute by minute.

Run by hand: .venv/bin/python tests/bench/soak_real.py [MINUTES=60]. Needs PulseAudio and Linux. Exit code 1 when
memory or files grow, the journal does not hold, or something was not aired.
"""

from __future__ import annotations

import os
import sys
import tempfile
import time
from dataclasses import dataclass
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "air"))
sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "chaos"))

import numpy as np
from air_pulse import AirProcess, PulseServer
from air_station import Station
from chaos_ground import journal_problems, publish_now

from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.seal import make_key

ITEM_SECONDS = (20.0, 31.0, 45.0, 12.0, 60.0, 8.0)
WARM_UP_MINUTES = 5
FLAT_MB_PER_HOUR = 2.0


@dataclass(frozen=True)
class Look:
    """The player at one minute."""

    minute: int
    memory_mb: float
    files: int
    threads: int
    cpu_seconds: float


def look(minute: int, pid: int) -> Look:
    place = Path(f"/proc/{pid}")
    fields = (place / "stat").read_text().rsplit(")", 1)[1].split()
    pages = int((place / "statm").read_text().split()[1])
    return Look(minute, pages * os.sysconf("SC_PAGE_SIZE") / 1e6, len(list((place / "fd").iterdir())), int(fields[17]),
                (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK"))


def items_for(minutes: int) -> list[float]:
    lengths: list[float] = []
    while sum(lengths) < minutes * 60 - 30:
        lengths.append(ITEM_SECONDS[len(lengths) % len(ITEM_SECONDS)])
    return lengths


def soak(station: Station, pulse: PulseServer, minutes: int) -> tuple[list[Look], list[str]]:
    lengths = items_for(minutes)
    events = publish_now(station, lengths, seconds=8.0, kinds=len(ITEM_SECONDS))
    air, looks, begun = AirProcess(station.home, pulse.env), [], time.monotonic()
    for minute in range(1, minutes + 1):
        time.sleep(max(0.0, begun + minute * 60 - time.monotonic()))
        if air.process.poll() is not None:
            print(f"the player is gone: exit code {air.process.returncode}, {station.journal()[-1].data}")
            break
        looks.append(look(minute, air.process.pid))
        now = looks[-1]
        print(f"{minute:3d} min  {now.memory_mb:6.1f} MB  {now.files:3d} files  {now.threads:2d} threads  "
              f"{now.cpu_seconds:6.1f} CPU s", flush=True)
    problems = [] if air.end() == 0 else ["the player did not end cleanly"]
    ends = station.told(Kind.END)
    problems += [f"{event.id} was not aired whole" for event in events
                 if event.id not in ends or ends[event.id].data["reason"]]
    underruns = sum(line.data["underruns"] for line in ends.values())
    print(f"items aired               {len(ends)} of {len(events)}, underruns {underruns}")
    return looks, problems + journal_problems(station, events)


def slope(values: list[float]) -> float:
    """Change per hour, by least squares."""
    return float(np.polyfit(range(len(values)), values, 1)[0]) * 60 if len(values) > 2 else 0.0


def main() -> int:
    minutes = int(sys.argv[1]) if len(sys.argv) > 1 else 60
    with tempfile.TemporaryDirectory() as name:
        home = StationHome(Path(name) / "trạm")
        home.create()
        pulse = PulseServer(Path(name) / "pulse")
        pulse.start()
        try:
            looks, problems = soak(Station(home, make_key(home)), pulse, minutes)
        finally:
            pulse.close()
    kept = looks[WARM_UP_MINUTES:] or looks
    growth = slope([each.memory_mb for each in kept])
    first, last = kept[0], kept[-1]
    print(f"memory                    {first.memory_mb:.1f} to {last.memory_mb:.1f} MB, slope {growth:+.2f} an hour")
    print(f"open files                {first.files} to {last.files}, threads {first.threads} to {last.threads}")
    print(f"processor                 {looks[-1].cpu_seconds / len(looks) * 60:.0f} CPU seconds per hour of audio")
    print(f"load average              {os.getloadavg()[0]:.1f}")
    for problem in problems:
        print(problem)
    return 1 if problems or growth > FLAT_MB_PER_HOUR or last.files > first.files + 3 else 0


if __name__ == "__main__":
    raise SystemExit(main())
