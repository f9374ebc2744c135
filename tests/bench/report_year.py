"""How long the figures and the files of a year take: `.venv/bin/python tests/bench/report_year.py [AIRINGS_A_DAY]`.

A station with that many airings on each of 365 days (41: 14,965) and 1,500 journal lines a day, most of them BEATs.
Seconds of processor time; the machine may do other things meanwhile.
"""

from __future__ import annotations

import random
import resource
import sys
import tempfile
import time
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import insert

from broadcaster.asrun import store
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import VirtualClock, at, format_time
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import journal_line
from broadcaster.reports import periods
from broadcaster.reports.model import ReportQuery
from broadcaster.wiring import App, build_app

FIRST = date(2026, 1, 1)


def airing(chance: random.Random, day: date, number: int) -> Airing:
    start = at(day, 5 * 3600 + 90 * number)
    kind, title = chance.choice(["tin", "bai", "thong_bao"]), f"Nội dung {chance.randrange(2000)}"
    return Airing(
        id=f"{day}-{number}", day=day.isoformat(), session_id=f"{day}.sang", session_name="Buổi sáng", title=title,
        kind=kind, urgency="routine", planned_start=format_time(start), planned_frames=90 * 48000,
        started_at=format_time(start), ended_at=format_time(start + timedelta(seconds=90)), aired_frames=90 * 48000,
        outcome=Outcome.AIRED, reason="", note="", verification="heard", zones=("all",), cut_sha256=title,
        approver="Phó Chủ tịch", approved_at=format_time(start), directive_id="", directive_number="",
        directive_subject="", issuer="", campaign="", voice="vi", is_repeat=chance.random() < 0.5, rundown="",
        first_seq=1, last_seq=2, origin="own", category="y_te")


def fill(app: App, a_day: int) -> None:
    chance = random.Random(7)
    for n in range(365):
        day = FIRST + timedelta(n)
        lines: list[dict[str, Any]] = [
            {"seq": 1500 * n + k + 1, "file": f"{day}.jsonl", "at": format_time(at(day, 5 * 3600 + k)),
             "kind": "DEVICE" if k == 7 else "START" if k % 45 == 0 else "BEAT",
             "data": {"state": "lost", "event_id": "x" * 30}, "hash": "0" * 64} for k in range(1500)]
        with app.database.write("airing") as c:
            store.replace_airings(c, day.isoformat(), [airing(chance, day, number) for number in range(a_day)])
            c.execute(insert(journal_line), lines)


def main() -> None:
    a_day = int(sys.argv[1]) if len(sys.argv) > 1 else 41
    with tempfile.TemporaryDirectory() as folder:
        app = build_app(StationHome(Path(folder)), VirtualClock(at(date(2027, 1, 5), 0)))
        fill(app, a_day)
        for _ in range(3):
            began = time.process_time()
            report = app.reports.compile(ReportQuery(periods.year("2026")))
            print(f"figures of {report.log_rows} airings, {len(report.rows)} contents: "
                  f"{time.process_time() - began:.2f} s")
        for fmt in ("docx", "pdf", "xlsx", "csv"):
            began = time.process_time()
            path = app.reports.write(report, fmt, Path(folder) / f"r.{fmt}")
            print(f"{fmt}: {time.process_time() - began:.2f} s, {path.stat().st_size // 1024} kB")
        print(f"memory at most {resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024} MB")
        app.close()


if __name__ == "__main__":
    main()
