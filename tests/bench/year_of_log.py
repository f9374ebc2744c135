"""A year of log, written as the player writes it: the time to file it, and a station home to open the window on.

Run by hand: .venv/bin/python tests/bench/year_of_log.py [DAYS=365] [AIRINGS=40]. Writes DAYS × AIRINGS airings (START,
four BEATs, END), files them, then files once more with nothing new, then after one more airing.
"""

from __future__ import annotations

import os
import sys
import tempfile
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from time import perf_counter

from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock, at, format_time
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import JournalWriter, Kind, journal_files
from broadcaster.wiring import build_app

SECONDS = 10


@dataclass
class YearWriter:
    """Plays nothing; writes what playing would have written, without waiting for the disk at each line."""

    home: StationHome
    clock: VirtualClock
    airings: int = 40

    def write(self, days: int) -> None:
        sync, os.fsync = os.fsync, lambda handle: None
        try:
            for _ in range(days):
                self._day()
        finally:
            os.fsync = sync

    def one_more(self) -> None:
        journal = JournalWriter(self.home.asrun, self.clock.now)
        self._airing(journal, self.clock.now(), 999)
        journal.close()

    def _day(self) -> None:
        journal = JournalWriter(self.home.asrun, self.clock.now)
        today = self.clock.now().date()
        for number in range(self.airings):
            start = at(today, 5 * 3600 + number * 60)
            self.clock.advance((start - self.clock.now()).total_seconds())
            self._airing(journal, start, number)
        journal.close()
        self.clock.advance((at(today + timedelta(days=1), 4 * 3600) - self.clock.now()).total_seconds())

    def _airing(self, journal: JournalWriter, start: datetime, number: int) -> None:
        facts = {"event_id": f"{start.date()}-{number}", "day": start.date().isoformat(), "session_id": "morning"}
        began = format_time(start)
        line = journal.write(
            Kind.START, **facts, session_name="Buổi sáng", title=f"Thông báo số {number}: tuyên truyền phòng chống "
            "sốt xuất huyết", kind="message", cut=f"{number:064x}", frames=SECONDS * RATE, offset=0,
            planned_start=began, starts=began, approval={"id": "a1", "approver": "Phó Chủ tịch", "approved_at": began,
                                                         "text_sha256": "", "self_approved": False},
            directive={"id": "d1", "number": "12/UBND-VX", "subject": "phòng chống dịch", "issuer": "UBND xã Mẫu"},
            campaign="c1", voice="", zones=["Thôn 1"], urgency="thuong", repeat=False, rundown="", gain_db=0.0,
            device="null")
        for seconds in (2, 4, 6, 8):
            self.clock.advance(2)
            journal.write(Kind.BEAT, event_id=facts["event_id"], day=facts["day"], start_seq=line.seq,
                          frames=seconds * RATE, position=seconds * RATE, started_at=began)
        self.clock.advance(2)
        journal.write(Kind.END, **facts, start_seq=line.seq, frames=SECONDS * RATE, position=SECONDS * RATE, reason="",
                      started_at=began, ended_at=format_time(self.clock.now()), peak_db=-6.0, rms_db=-20.0, underruns=0)


def year_behind(days: int) -> datetime:
    """04:00 so many days before today."""
    return at(SystemClock().now().astimezone(STATION_ZONE).date() - timedelta(days=days), 4 * 3600)


def main() -> None:
    days = int(sys.argv[1]) if len(sys.argv) > 1 else 365
    airings = int(sys.argv[2]) if len(sys.argv) > 2 else 40
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder))
        home.create()
        clock = VirtualClock(year_behind(days))
        year = YearWriter(home, clock, airings)
        year.write(days)
        size = sum(path.stat().st_size for path in journal_files(home.asrun)) / 1e6
        app = build_app(home, clock)
        try:
            begun = perf_counter()
            lines = app.asrun.file().new_lines
            whole = perf_counter() - begun
            print(f"{days} days filed              {whole:7.2f} s  {lines} lines, {size:.0f} MB")
            begun = perf_counter()
            app.asrun.file()
            print(f"nothing new                 {perf_counter() - begun:7.3f} s")
            year.one_more()
            begun = perf_counter()
            app.asrun.file()
            print(f"one more airing             {perf_counter() - begun:7.3f} s")
            begun = perf_counter()
            faults = app.asrun.verify()
            print(f"the whole chain verified    {perf_counter() - begun:7.2f} s  {len(faults)} faults")
        finally:
            app.close()
    print(f"load average                {os.getloadavg()[0]:7.1f}")


if __name__ == "__main__":
    main()
