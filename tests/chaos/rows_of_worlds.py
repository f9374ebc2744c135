"""What a station reconciles out of thousands of odd journals is never refused as not resting on them. By hand:

    .venv/bin/python tests/chaos/rows_of_worlds.py [COUNT] [SEED]
"""

from __future__ import annotations

import shutil
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "unit" / "asrun"))

from random_worlds import World

from broadcaster.aggregation.journal_check import JournalCheck
from broadcaster.aggregation.rows_check import RowsCheck
from broadcaster.asrun.model import AiringQuery
from broadcaster.asrun.store import select_airings
from broadcaster.base.paths import StationHome
from broadcaster.db.migrate import migrate
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.verifier import GENESIS


def refused(world: World) -> list[str]:
    """Rows of a station that lived, and why the office would not take them."""
    world.live()
    world.check()
    journal = JournalCheck(GENESIS, 0)
    for path in journal_files(world.home.asrun):
        with path.open("rb") as file:
            for _ in journal.follow(path.name, file):
                pass
    with world.database.read() as c:
        airings = list(select_airings(c, AiringQuery()))
    rows = RowsCheck(journal, 1, journal.seq, {row.day for row in airings}, "9999-12-31")
    wrong = []
    for row in airings:
        try:
            rows.check(row)
        except ValueError as error:
            wrong.append(f"{row.id} {row.outcome} {row.aired_frames}: {error}")
    try:
        rows.finish()
    except ValueError as error:
        if not journal.damaged:
            wrong.append(str(error))
    return wrong


def main() -> int:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 200
    seed = int(sys.argv[2]) if len(sys.argv) > 2 else 1
    place, bad = Path(tempfile.mkdtemp()), 0
    first = StationHome(place / "first")
    first.create()
    migrate(first)
    for number in range(seed, seed + count):
        world = World(place / "home", first.database, number)
        try:
            wrong = refused(world)
        finally:
            world.close()
            shutil.rmtree(place / "home")
        bad += bool(wrong)
        for each in wrong[:3]:
            print(number, each)
    shutil.rmtree(place)
    print(f"{count} stations, {bad} with rows an office would refuse")
    return 1 if bad else 0


if __name__ == "__main__":
    sys.exit(main())
