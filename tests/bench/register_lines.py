"""How fast a register of 10,000 letters, each with a bulletin, and 100,000 airings answers; prints one JSON line.

Run: .venv/bin/python tests/bench/register_lines.py [COUNT]
"""

from __future__ import annotations

import json
import random
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

from sqlalchemy import insert, select

from broadcaster.base.clock import SystemClock
from broadcaster.base.paths import StationHome
from broadcaster.db import schema, search
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import migrate
from broadcaster.directives.service import DirectiveService

LETTER = Path(__file__).parent.parent / "data" / "letters" / "seed-001.txt"
STATES = ("draft", "submitted", "approved")


def fill(database: Database, service: DirectiveService, count: int) -> None:
    """Copies of one real letter under other numbers."""
    chance = random.Random(1)
    service.add(LETTER)
    today = SystemClock().now().date()
    with database.write() as c:
        first = dict(c.execute(select(schema.directive)).mappings().one())
        letters = [{**first, "id": f"d{n:06}", "sha256": str(n), "number": f"{n}/STTTT-BCXBTT",
                    "number_key": f"{n}/STTTT-BCXBTT",
                    "report_due": (today + timedelta(days=n % 400 - 200)).isoformat() if n % 5 == 0 else ""}
                   for n in range(count)]
        c.execute(insert(schema.directive), letters)
        for letter in letters:
            search.index(c, "directive", letter["id"], letter["number"], letter["issuer"], letter["subject"])
        c.execute(insert(schema.bulletin), [
            {"id": f"b{n}", "directive_id": f"d{n:06}", "title": "Tin", "kind": "tin", "text": first["text"],
             "points": [], "state": chance.choice(STATES), "author": "", "created_at": "", "updated_at": ""}
            for n in range(count)])
        c.execute(insert(schema.airing), [
            {"id": f"a{n}", "day": "2026-11-20", "session_id": "", "session_name": "", "title": "Tin", "kind": "tin",
             "urgency": "", "planned_start": "", "planned_frames": 1, "outcome": "aired", "cut_sha256": "",
             "directive_id": f"d{chance.randrange(count):06}"} for n in range(count * 10)])


def median_ms(work: Callable[[], object], times: int = 7) -> float:
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return round(statistics.median(taken), 1)


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 10_000
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder))
        home.create()
        migrate(home)
        database = open_database(home.database)
        service = DirectiveService(database, home, SystemClock())
        fill(database, service, count)
        today: date = SystemClock().now().date()
        print(json.dumps({
            "letters": count, "lines_ms": median_ms(service.list),
            "search_few_ms": median_ms(lambda: service.list("1349 stttt")),
            "search_all_ms": median_ms(lambda: service.list("stttt")),
            "one_letter_ms": median_ms(lambda: service.row("d000001")),
            "due_ms": median_ms(lambda: service.reminders.due(today, 7)),
            "links_ms": median_ms(lambda: service.citations("d000001")),
        }))
        database.close()


if __name__ == "__main__":
    main()
