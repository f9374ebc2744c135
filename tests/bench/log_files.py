"""The airing log as csv and xlsx beside csv.writer and XlsxWriter's constant-memory mode, in one run.

Run by hand: .venv/bin/python tests/bench/log_files.py [ROWS=1000000] [RUNS=3]. Each writer is a process of its own and
reads the same database; processor seconds, memory and the ratio of the medians are printed. `peers` writes with the
very same columns and values. XlsxWriter takes four minutes of a processor for a million rows.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

from broadcaster.asrun.log_store import select_log
from broadcaster.asrun.model import AiringQuery
from broadcaster.base.paths import StationHome
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.reports.log_files import write_csv, write_xlsx
from broadcaster.reports.writers.log_rows import LogTexts, log_columns, log_heads

A_DAY = 140
BLANK = {"urgency": "routine", "planned_frames": 90 * 48_000, "reason": "", "note": "", "cut_sha256": "0" * 64,
         "approver": "Phó Chủ tịch", "directive_id": "", "directive_subject": "", "issuer": "", "campaign": "",
         "voice": "vi", "is_repeat": 0, "rundown": "", "first_seq": 1, "last_seq": 2, "by_zone": "[]", "insert_id": "",
         "ordered_by": "", "confirmed": 0, "recording": "", "is_relay": 0, "self_approved": 0, "second_approver": "",
         "language": "vi", "category": ""}


def rows(count: int) -> Iterator[dict[str, Any]]:
    """Years of a busy station: 3,000 titles, 400 letters, one airing in 25 missed."""
    dice, first = random.Random(7), date(2006, 1, 1)
    titles = [f"Thông báo số {n}: tuyên truyền phòng, chống sốt xuất huyết trên địa bàn" for n in range(3_000)]
    for number in range(count):
        day, place = first + timedelta(days=number // A_DAY), number % A_DAY
        begin = 5 * 3600 + place * 60 + dice.random()
        missed = dice.random() < 0.04
        sounded = {"started_at": "" if missed else stamp(day, begin),
                   "ended_at": "" if missed else stamp(day, begin + 50),
                   "aired_frames": 0 if missed else dice.randrange(40 * 48_000, 90 * 48_000),
                   "outcome": "missed" if missed else "aired", "reason": dice.choice(("power", "pc_off")) * missed,
                   "verification": "" if missed else "heard", "score": None if missed else dice.random()}
        yield {**BLANK, **sounded, "id": f"{day}.e{place}", "day": day.isoformat(), "session_id": f"{day}.s",
               "session_name": dice.choice(("Buổi sáng", "Buổi chiều")), "title": dice.choice(titles),
               "kind": dice.choice(("tin", "bai", "thong_bao")), "planned_start": stamp(day, 5 * 3600 + place * 60),
               "zones": json.dumps(dice.choice((["all"], ["Thôn 1"], ["Thôn 1", "Thôn 2"]))),
               "approved_at": stamp(day - timedelta(days=1), 16 * 3600), "origin": dice.choice(("own", "superior")),
               "directive_number": f"{dice.randrange(400)}/UBND-VX"}


def stamp(day: date, second: float) -> str:
    whole = int(second)
    return f"{day}T{whole // 3600:02}:{whole // 60 % 60:02}:{second % 60:06.3f}+07:00"


def fill(home: StationHome, count: int) -> None:
    home.create()
    migrate(home)
    database = open_database(home.database)
    raw = database.engine.raw_connection()
    cursor = raw.cursor()
    names = list(next(rows(1)))
    marks = ",".join("?" * len(names))
    cursor.execute("PRAGMA synchronous=OFF")
    cursor.execute("BEGIN")
    cursor.executemany(f"INSERT INTO airing ({','.join(names)}) VALUES ({marks})",
                       (tuple(row.values()) for row in rows(count)))
    cursor.execute("COMMIT")
    cursor.close()
    raw.close()
    database.close()


def peer_csv(path: Path, pieces: Any) -> int:
    """The same columns through csv.writer, texts made as quickly as ours."""
    texts, count = LogTexts(), 0
    with path.open("w", encoding="utf-8-sig", newline="") as out:
        writer = csv.writer(out)
        writer.writerow(log_heads())
        for piece in pieces:
            for stored in piece:
                count += 1
                writer.writerow((count, *texts.row(stored)))
    return count


def peer_xlsx(path: Path, pieces: Any) -> int:
    """The same columns and values through XlsxWriter's constant-memory mode."""
    import xlsxwriter

    book = xlsxwriter.Workbook(str(path), {"constant_memory": True, "strings_to_formulas": False,
                                           "strings_to_urls": False, "strings_to_numbers": False})
    sheet, texts, count = book.add_worksheet("Nhật ký"), LogTexts(), 0
    forms = {"day": book.add_format({"num_format": "dd/mm/yyyy"}),
             "moment": book.add_format({"num_format": "hh:mm:ss"}),
             "tenth": book.add_format({"num_format": "#,##0.0"}), "whole": book.add_format({"num_format": "#,##0"}),
             "text": book.add_format()}
    looks = [forms[column.form] for column in log_columns()]
    for place, head in enumerate(log_heads()):
        sheet.write_string(0, place, head)
    sheet.freeze_panes(1, 0)
    for piece in pieces:
        for stored in piece:
            count += 1
            day, session, start, end, *rest = texts.row(stored)
            values = (count, datetime.fromisoformat(day), session, moment(start), moment(end), *rest)
            for place, value in enumerate(values):
                if isinstance(value, datetime):
                    sheet.write_datetime(count, place, value, looks[place])
                elif isinstance(value, str):
                    sheet.write_string(count, place, value, looks[place])
                elif value is not None:
                    sheet.write_number(count, place, value, looks[place])
    book.close()
    return count


def moment(text: str) -> datetime | None:
    return datetime.fromisoformat(text[:23]) if text else None


WRITERS = {"csv": write_csv, "csv.writer": peer_csv, "xlsx": write_xlsx, "XlsxWriter": peer_xlsx}


def child(name: str, base: Path) -> None:
    """One writer: prints rows, processor seconds, MB of memory, MB of file."""
    database = open_database(base)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "log"
        began = time.process_time()
        with database.read() as c:
            count = WRITERS[name](path, select_log(c, AiringQuery()))
        print(json.dumps({"rows": count, "cpu": time.process_time() - began, "file": path.stat().st_size / 1e6,
                          "memory": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}))
    database.close()


def main() -> None:
    count, runs = int((sys.argv[1:2] or ["1000000"])[0]), int((sys.argv[2:3] or ["3"])[0])
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder))
        fill(home, count)
        seconds = {}
        for name in WRITERS:
            found = [json.loads(subprocess.run(
                [sys.executable, __file__, "child", name, str(home.database)], check=True, capture_output=True,
                text=True).stdout) for _ in range(runs)]
            seconds[name] = statistics.median(item["cpu"] for item in found)
            print(f"{name:<11} {seconds[name]:7.2f} s CPU, {found[0]['rows'] / seconds[name]:9,.0f} rows/s, memory "
                  f"{max(item['memory'] for item in found):.0f} MB, file {found[0]['file']:.0f} MB", flush=True)
        print(f"csv {seconds['csv.writer'] / seconds['csv']:.1f} x as fast as csv.writer, "
              f"xlsx {seconds['XlsxWriter'] / seconds['xlsx']:.1f} x as fast as XlsxWriter")


if __name__ == "__main__":
    if sys.argv[1:2] == ["child"]:
        child(sys.argv[2], Path(sys.argv[3]))
    else:
        main()
