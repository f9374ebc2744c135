"""`package make` killed at any moment, again and again: no number twice, no package lost, no line left out. By hand:

    .venv/bin/python tests/chaos/package_killed.py [COUNT] [SEED] [SECONDS]

Each is killed within SECONDS of its beginning; about half should come through.
"""

from __future__ import annotations

import random
import subprocess
import sys
import tempfile
import time
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "aggregation"))

from package_station import PackageStation

from broadcaster.aggregation.opened import open_package
from broadcaster.base.clock import SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import delivery
from broadcaster.protocol.verifier import GENESIS

_MAKE = """
import sys, time
from pathlib import Path
from broadcaster.base.paths import StationHome
from broadcaster.wiring import build_app
app = build_app(StationHome(Path(sys.argv[1])))
print("ready", flush=True)
app.packages.make()
"""


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 40
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "station")
        home.create()
        station = PackageStation(home, SystemClock().now().date() - timedelta(days=count + 2))
        killed, usual = 0, float(sys.argv[3]) if len(sys.argv) > 3 else 1.0
        for _ in range(count):
            station.air(station.clock.now().date())
            killed += _killed(home, dice.uniform(0, usual))
        try:
            station.app.packages.make()
        except Refused as error:
            print("last:", error.text)
        wrong = _wrong(station)
        station.close()
    print(f"{count} packages asked for, {killed} killed on the way; {wrong or 'all of it holds'}")
    return 1 if wrong else 0


def _killed(home: StationHome, after: float) -> bool:
    with subprocess.Popen([sys.executable, "-c", _MAKE, str(home.root)], stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as child:
        assert child.stdout is not None
        child.stdout.readline()
        time.sleep(after)
        done = child.poll() is not None
        child.kill()
        child.communicate()
        if done and child.returncode:
            print("a make failed by itself")
    return not done


def _wrong(station: PackageStation) -> str:
    """Every package of the queue is there and goes on from the one before; together they hold the whole journal."""
    with station.app.database.read() as c:
        rows = list(c.execute(delivery.select().order_by(delivery.c.number)))
    previous, head, lines, days = GENESIS, GENESIS, b"", set()
    for number, row in enumerate(rows, start=1):
        with open_package(station.home.outbox / row.package, SystemClock().now()) as opened:
            manifest = opened.manifest
            if (row.number, manifest.number, row.sha256) != (number, number, opened.sha256) or \
                    (manifest.previous, manifest.prev_head) != (previous, head):
                return f"package {number} does not go on from the one before"
            previous, head = opened.sha256, manifest.head
            lines += b"".join(raw for _, raw in opened.journal())
            days.update(manifest.days)
    whole = b"".join(path.read_bytes() for path in sorted(station.home.asrun.glob("*.jsonl")))
    left = [path.name for path in station.home.outbox.iterdir() if path.name.startswith(".")]
    if lines != whole:
        return "journal lines are missing"
    return f"left lying: {left}" if left else ""


if __name__ == "__main__":
    sys.exit(main())
