"""The sound server killed and started again, again and again, in the middle of one long item.

Run by hand: .venv/bin/python tests/chaos/kill_sound_server.py [TIMES=20] [SEED=1]. Needs PulseAudio; about 8 s each.
Each time: the cut is logged as device_lost, sound is back soon, and the parts together are the whole item.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
import time
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "air"))

from air_pulse import AirProcess, PulseServer, Recorder, wait_for
from air_station import Station
from chaos_ground import journal_problems, lost_lines, near_midnight, order_problems, publish_now, whole_lines

from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.seal import make_key


def until_sound(recorder: Recorder, seconds: float = 20.0) -> float:
    """Seconds until the recording holds anything but silence."""
    begun = time.monotonic()
    wait_for(lambda: bool(recorder.samples().any()), seconds)
    return time.monotonic() - begun


def kill_and_start(station: Station, pulse: PulseServer, times: int, seed: int) -> tuple[list[float], list[str]]:
    chance = random.Random(seed)
    events = publish_now(station, [8.0 * times + 10, 1.0])
    air = AirProcess(station.home, pulse.env)
    silences, problems = [], []
    for number in range(1, times + 1):
        wait_for(lambda: len({line.data["start_seq"] for line in station.journal(Kind.BEAT)}) == number, 25)  # noqa: B023
        time.sleep(chance.uniform(0.0, 2.5))
        seen = whole_lines(station.home.asrun)
        pulse.kill()
        time.sleep(chance.uniform(0.0, 2.0))
        pulse.start()
        silences.append(until_sound(pulse.record()))
        problems += lost_lines(seen, whole_lines(station.home.asrun))
    wait_for(lambda: "e2" in station.told(Kind.END), 8.0 * times + 30)
    problems += [] if air.end() == 0 else ["the player did not end cleanly"]
    problems += journal_problems(station, events) + order_problems(station, events)
    reasons = [line.data["reason"] for line in station.journal(Kind.END)]
    problems += [] if reasons == ["device_lost"] * times + ["", ""] else [f"ends: {reasons}"]
    parts = sum(line.data["frames"] for line in station.journal(Kind.END) if line.data["event_id"] == "e1")
    problems += [] if parts == events[0].cut.frames else ["the parts are not the whole"]
    return silences, problems


def main() -> int:
    times = int(sys.argv[1]) if len(sys.argv) > 1 else 20
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    if near_midnight():
        print("too near to midnight at the station; try again later")
        return 2
    with tempfile.TemporaryDirectory() as name:
        home = StationHome(Path(name) / "trạm")
        home.create()
        pulse = PulseServer(Path(name) / "pulse")
        pulse.start()
        try:
            silences, problems = kill_and_start(Station(home, make_key(home)), pulse, times, seed)
        finally:
            pulse.close()
    print(f"sound servers killed      {times}")
    print(f"server up to sound, s     median {statistics.median(silences):.2f}  max {max(silences):.2f}")
    print(f"lost, false or misplaced  {len(problems)}")
    print(f"load average              {os.getloadavg()[0]:.1f}")
    for problem in problems:
        print(problem)
    return 1 if problems else 0


if __name__ == "__main__":
    raise SystemExit(main())
