"""A real package damaged at random: each time refused, or the same in meaning. By hand:

    .venv/bin/python tests/chaos/mutated_packages.py [COUNT] [SEED]
"""

from __future__ import annotations

import random
import sys
import tempfile
from collections import Counter
from datetime import timedelta
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "aggregation"))

from package_station import DAY, PackageStation
from test_package_hostile import damaged, everything

from broadcaster.aggregation.opened import open_package
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.paths import StationHome


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 2_000
    dice = random.Random(int(sys.argv[2]) if len(sys.argv) > 2 else 1)
    ends: Counter[str] = Counter()
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder) / "station")
        home.create()
        station = PackageStation(home)
        for number in range(3):
            station.air(DAY + timedelta(days=number), 6, 2)
        station.app.seals.make()
        path = station.app.packages.make()
        now = station.clock.now()
        with open_package(path, now) as opened:
            meant = everything(opened)
        good, spoilt = path.read_bytes(), Path(folder) / "x.dxgoi"
        for _ in range(count):
            spoilt.write_bytes(damaged(good, dice))
            try:
                with open_package(spoilt, now) as opened:
                    ends["the same" if everything(opened) == meant else "MERGED WRONGLY"] += 1
            except BroadcasterError as error:
                ends[error.code] += 1
        station.close()
    for end, times in ends.most_common():
        print(f"{end:<24} {times}")
    return 1 if ends["MERGED WRONGLY"] else 0


if __name__ == "__main__":
    sys.exit(main())
