"""A day of the soak (tests/bench/soak_virtual.py is the month): faults, one outcome each, a journal that holds."""

from __future__ import annotations

import os
import random
import sys
from pathlib import Path

from air_station import Station

from broadcaster.base.paths import StationHome
from broadcaster.protocol.seal import make_key

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "bench"))

from soak_virtual import Soak


def test_t18_a_day_of_faults_leaves_one_outcome_each(home: StationHome) -> None:
    seed = int(os.environ.get("BROADCASTER_RANDOM_SEED", "1"))
    soak = Soak(Station(home, make_key(home)), random.Random(seed))
    soak.live(1)
    assert soak.problems() == [], f"seed {seed}: {dict(soak.faults)}"
    assert sum(map(len, soak.planned.values())) >= 12
