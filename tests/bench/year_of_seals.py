"""A busy year of journal, sealed in one go and verified with the file that is shipped.

    .venv/bin/python tests/bench/year_of_seals.py [DAYS]
"""

from __future__ import annotations

import resource
import shutil
import sys
import tempfile
import time
from datetime import datetime
from pathlib import Path

from broadcaster.asrun.identity import Identity
from broadcaster.asrun.seals import SealService
from broadcaster.base.clock import STATION_ZONE, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.protocol import verifier
from broadcaster.protocol.journal import JournalWriter, Kind

ITEMS, BEATS = 40, 60
WHEN = "2026-11-20T16:00:00.000+07:00"
FACTS = {
    "title": "Bản tin tuyên truyền phòng, chống đuối nước trẻ em dịp hè", "session_name": "Buổi sáng", "kind": "tin",
    "cut": "ab" * 32, "campaign": "c1", "voice": "vi", "urgency": "routine", "repeat": False, "zones": ["all"],
    "approval": {"id": "a" * 20, "approver": "Phó Chủ tịch", "approved_at": WHEN, "text_sha256": "cd" * 32},
    "directive": {"id": "d1", "number": "1349/STTTT-BCXBTT", "subject": "Tuyên truyền phòng, chống đuối nước",
                  "issuer": "Sở Thông tin và Truyền thông"},
    "frames": 2_880_000, "offset": 0, "planned_start": WHEN, "rundown": "2026-01-01.r1.json"}


def write(folder: Path, clock: VirtualClock, days: int) -> int:
    """`days` of journal as a busy station writes it; returns how many lines."""
    pen = JournalWriter(folder, clock.now, durable=False)
    for _ in range(days):
        day = str(clock.now().date())
        pen.write(Kind.BOOT, version="1", pid=1)
        for number in range(ITEMS):
            about = {"event_id": f"{day}.sang/{number}", "day": day}
            start = pen.write(Kind.START, session_id=f"{day}.sang", **about, **FACTS).seq
            for beat in range(BEATS):
                clock.advance(2)
                pen.write(Kind.BEAT, **about, start_seq=start, frames=beat * 96_000, position=beat * 96_000,
                          started_at=WHEN)
            pen.write(Kind.END, **about, session_id=f"{day}.sang", start_seq=start, frames=2_880_000, reason="",
                      position=2_880_000, started_at=WHEN, ended_at=WHEN, peak_db=-3.1, rms_db=-18.2, underruns=0)
        clock.advance(24 * 3600 - ITEMS * BEATS * 2)
    pen.close()
    return days * (1 + ITEMS * (BEATS + 2))


def main(days: int, folder: Path) -> None:
    home = StationHome(folder)
    home.create()
    migrate(home)
    clock = VirtualClock(datetime(2026, 1, 1, 4, 0, tzinfo=STATION_ZONE))
    lines = write(home.asrun, clock, days)
    size = sum(path.stat().st_size for path in home.asrun.iterdir()) / 1e6
    database = open_database(home.database)
    began, wall = time.process_time(), time.monotonic()
    made = SealService(database, home, Settings(), clock, Identity(home)).make()
    print(f"{lines} lines, {size:.0f} MB: {len(made)} days sealed in {time.process_time() - began:.1f} s of processor, "
          f"{time.monotonic() - wall:.1f} s")
    database.close()
    began, wall = time.process_time(), time.monotonic()
    code = verifier.main([str(home.root)])
    used = time.process_time() - began
    print(f"verified ({code}) in {used:.1f} s of processor, {time.monotonic() - wall:.1f} s: {size / used:.1f} MB/s, "
          f"{lines / used:.0f} lines/s; {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB of memory")


if __name__ == "__main__":
    place = Path(tempfile.mkdtemp())
    try:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 365, place)
    finally:
        shutil.rmtree(place)
