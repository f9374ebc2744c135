"""How fast a library of 50,000 items answers; prints one JSON line.

Run: .venv/bin/python tests/bench/library_search.py [COUNT]
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
from sqlalchemy import Connection, insert

from broadcaster.base.clock import STATION_ZONE, SystemClock, format_time
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import sort_key
from broadcaster.db import schema, search
from broadcaster.db.engine import Database, open_database
from broadcaster.db.item_words import category_token
from broadcaster.db.migrate import migrate
from broadcaster.library.categories import categories
from broadcaster.library.model import SORTS, CartKind, Filter
from broadcaster.library.service import LibraryService

WORDS = """phòng chống dịch bệnh bão lũ tiêm chủng an toàn giao thông thông báo bầu cử thu gom rác nước sạch nông thôn
mới bảo hiểm y tế chuyển đổi số cháy rừng tuyên truyền người dân hội phụ nữ thanh niên học sinh vệ sinh""".split()  # noqa: SIM905
TYPED = ("t", "th", "tho", "thong", "thong b", "thong bao", "phong chay", "bao hiem y te", "dich", "dịch bệnh", "zzz")


def main() -> None:
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 50_000
    with tempfile.TemporaryDirectory() as folder:
        home = StationHome(Path(folder))
        home.create()
        migrate(home)
        database = open_database(home.database)
        try:
            fill(database, count)
            library = LibraryService(database, home, Settings(), SystemClock())
            print(json.dumps(measure(library, count), ensure_ascii=False))
        finally:
            database.close()


def fill(database: Database, count: int) -> None:
    """Rows only: search never opens a sound. Every fifth item is about 150 words long, as a bulletin is."""
    random = np.random.default_rng(1)
    start = datetime(2020, 1, 1, tzinfo=STATION_ZONE)
    kinds, classes = [kind.value for kind in CartKind], [item.key for item in categories(StationHome(Path("nowhere")))]
    cuts: list[dict[str, object]] = []
    carts: list[dict[str, object]] = []
    versions: list[dict[str, object]] = []
    with database.write("cart") as c:
        for number in range(count):
            title = " ".join(random.choice(WORDS, 7)) + f" {number}"
            text = " ".join(random.choice(WORDS, 150)) if number % 5 == 0 else ""
            at = format_time(start + timedelta(hours=int(random.integers(0, 50_000))))
            category, cart_id, sha = classes[number % len(classes)], new_id(), f"{number:064x}"
            checks = {"warnings": ["clipped"] if number % 9 == 0 else [], "source_lufs": -14.0, "codec": "mp3"}
            cuts.append({"sha256": sha, "frames": int(random.integers(48_000, 48_000_000)),
                         "lufs": -18 - number % 7 / 10, "true_peak_db": -2.0, "source": "import",
                         "original_name": "a.mp3", "waveform": bytes(1000), "checks": checks, "created_at": at})
            carts.append({"id": cart_id, "kind": kinds[number % len(kinds)], "title": title, "cut_sha256": sha,
                          "state": "approved", "origin": "own", "category": category, "rights": "own",
                          "created_at": at, "updated_at": at, "valid_until": "2027-01-01" if number % 3 == 0 else "",
                          "dayparts": ["morning"] if number % 4 == 0 else []})
            versions.append({"cart_id": cart_id, "number": 1, "cut_sha256": sha, "title": title, "at": at,
                             "why": "import"})
            search.index(c, "cart", cart_id, title, text, category_token(category), sort=sort_key(title))
        for table, rows in ((schema.cut, cuts), (schema.cart, carts), (schema.cart_version, versions)):
            c.execute(insert(table), rows)
        _air(c, count)


def _air(c: Connection, count: int) -> None:
    """200,000 airings, some years of a station's log, of every second item."""
    rows = [{"id": f"a{n}", "day": f"2026-{n % 12 + 1:02}-{n % 28 + 1:02}", "session_id": "", "session_name": "Sáng",
             "title": "Tin", "kind": "tin", "urgency": "", "planned_start": "", "planned_frames": 1,
             "outcome": "aired", "cut_sha256": f"{2 * n % count:064x}"} for n in range(4 * count)]
    for start in range(0, len(rows), 5000):
        c.execute(insert(schema.airing), rows[start:start + 5000])


FILTERS = {
    "one kind": Filter(kinds=(CartKind.NEWS,)), "one category": Filter(categories=("y_te",)),
    "for the morning": Filter(dayparts=("morning",)), "never aired": Filter(never_aired=True),
    "with warnings": Filter(has_warnings=True), "expired": Filter(expired=True),
    **{f"by {sort}": Filter(sort=sort, descending=False) for sort in SORTS},
    "typed t, by title": Filter("t", sort="title", descending=False),
}


def measure(library: LibraryService, count: int) -> dict[str, object]:
    keys = {words: best(lambda words=words: library.rows(library.ids(words)[:100])) for words in TYPED}  # type: ignore[misc]
    page = library.ids()[count // 2:count // 2 + 100]
    cart = library.rows(page[:1])[0]
    many = library.ids()[:1000]
    return {
        "items": count,
        "first_page_ms": best(lambda: library.rows(library.ids()[:100])),
        "count_ms": best(library.count),
        "keystroke_ms_worst": max(keys.values()),
        "keystroke_cpu_ms": {words: cpu(lambda words=words: library.rows(library.ids(words)[:100]))  # type: ignore[misc]
                             for words in TYPED},
        "first_page_cpu_ms": cpu(lambda: library.rows(library.ids()[:100])),
        "keystroke_ms": keys,
        "filter_ms": {name: best(lambda asked=asked: library.rows(library.ids(asked)[:100]))  # type: ignore[misc]
                      for name, asked in FILTERS.items()},
        "page_of_100_ms": best(lambda: library.rows(page)),
        "rename_ms": best(lambda: library.rename(cart.id, cart.title + " x")),
        "edit_1000_ms": best(lambda: library.undo(library.edit(many, {"artist": "Ban"})), 1),
    }


def cpu(act: Callable[[], object]) -> float:
    """Median milliseconds of this process alone: what a busy machine adds is left out."""
    return best(act, clock=time.process_time)


def best(act: Callable[[], object], times: int = 5, clock: Callable[[], float] = time.perf_counter) -> float:
    """Median milliseconds."""
    taken = []
    for _ in range(times):
        start = clock()
        act()
        taken.append((clock() - start) * 1000)
    return round(sorted(taken)[len(taken) // 2], 1)


if __name__ == "__main__":
    main()
