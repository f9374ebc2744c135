"""kill -9 of the real player, again and again, while a session plays into a file in real time.

Run by hand: .venv/bin/python tests/chaos/kill_air.py [KILLS=200] [STATIONS=8] [SEED=1]. About 5 s a kill and station;
the stations run side by side. Exit code 1 when anything acknowledged was lost, anything false was claimed, or a session
did not go on in its place.
"""

from __future__ import annotations

import os
import random
import statistics
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from itertools import pairwise
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1] / "air"))

from air_pulse import wait_for
from air_station import Station
from chaos_ground import (
    Life,
    false_claims,
    journal_problems,
    lost_lines,
    near_midnight,
    order_problems,
    publish_now,
    whole_lines,
)

from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.rundown import RundownEvent
from broadcaster.protocol.seal import make_key

FIRST_LIFE = 5.0
"""The first player has to wait for the session."""
PATIENCE = 20.0
"""No player may take longer to sound, on however busy a machine."""


@dataclass
class Outcome:
    """What a run of kills came to."""

    kills: int = 0
    lines: int = 0
    problems: list[str] = field(default_factory=list)
    silences: list[float] = field(default_factory=list)
    """Seconds from each kill to the next sound in the file, the new player's start included."""
    too_short: list[float] = field(default_factory=list)
    """Lives that were ended before they had sounded: how long they were."""


def kill_again_and_again(station: Station, folder: Path, kills: int, seed: int, shortest: float = 0.2,
                         longest: float = 6.0) -> Outcome:
    """Lives of random length; the last one plays its item to the end."""
    chance = random.Random(seed)
    events = publish_now(station, [chance.uniform(1.0, 9.0) for _ in range(kills * 4 + 8)], seconds=3.5)
    outcome, lives = Outcome(), []
    for number in range(kills + 1):
        life = Life.begin(station, folder / f"life{number}.wav", dict(os.environ))
        lives.append(life)
        length = FIRST_LIFE if number == 0 else 3.0 if number == kills else 0
        life.live(length + chance.uniform(shortest, longest))
        seen = whole_lines(station.home.asrun)
        if number < kills:
            life.kill()
            outcome.kills += 1
        else:
            pid = life.air.process.pid
            wait_for(lambda: station.journal(Kind.BOOT)[-1].data["pid"] == pid, PATIENCE)  # noqa: B023
            outcome.problems += [] if life.air.end() == 0 else ["the last player did not end cleanly"]
        outcome.problems += lost_lines(seen, whole_lines(station.home.asrun))
    _judge(station, events, lives, outcome)
    return outcome


def _judge(station: Station, events: list[RundownEvent], lives: list[Life], outcome: Outcome) -> None:
    outcome.problems += journal_problems(station, events) + order_problems(station, events)
    outcome.problems += false_claims(station, lives)
    outcome.problems += [f"{line.data['event_id']} was given up: {line.data['reason']}"
                         for line in station.journal(Kind.MISSED)]
    for before, life in pairwise(lives):
        if life.sounded is not None:
            outcome.silences.append(life.sounded - before.died)
        elif life.died:
            outcome.too_short.append(life.died - life.born)
    outcome.lines = len(station.journal())


def one_station(folder: Path, kills: int, seed: int) -> Outcome:
    home = StationHome(folder / "trạm")
    home.create()
    return kill_again_and_again(Station(home, make_key(home)), folder, kills, seed)


def together(outcomes: list[Outcome]) -> Outcome:
    whole = Outcome()
    for outcome in outcomes:
        whole.kills += outcome.kills
        whole.lines += outcome.lines
        whole.problems += outcome.problems
        whole.silences += outcome.silences
        whole.too_short += outcome.too_short
    return whole


def main() -> int:
    kills, stations, seed = (int(sys.argv[place]) if len(sys.argv) > place else known
                             for place, known in ((1, 200), (2, 8), (3, 1)))
    if near_midnight():
        print("too near to midnight at the station; try again later")
        return 2
    stations = min(stations, kills)
    shares = [kills // stations + (number < kills % stations) for number in range(stations)]
    with tempfile.TemporaryDirectory() as name, ThreadPoolExecutor(stations) as pool:
        folders = [Path(name) / f"station{number}" for number in range(stations)]
        running = [pool.submit(one_station, folder, share, seed + number)
                   for number, (folder, share) in enumerate(zip(folders, shares, strict=True))]
        outcome = together([each.result() for each in running])
    silences = sorted(outcome.silences) or [float("nan")]
    print(f"kills                     {outcome.kills} at {stations} stations side by side")
    print(f"journal lines             {outcome.lines}")
    print(f"lost, false or misplaced  {len(outcome.problems)}")
    print(f"kill to sound, s          median {statistics.median(silences):.2f}  p95 "
          f"{silences[int(len(silences) * 0.95)]:.2f}  max {silences[-1]:.2f}  ({len(outcome.silences)} measured)")
    print(f"killed before any sound   {len(outcome.too_short)}, at the latest after "
          f"{max(outcome.too_short, default=0):.1f} s")
    print(f"load average              {os.getloadavg()[0]:.1f}")
    for problem in outcome.problems:
        print(problem)
    return 1 if outcome.problems or max([*silences, *outcome.too_short]) > PATIENCE else 0


if __name__ == "__main__":
    raise SystemExit(main())
