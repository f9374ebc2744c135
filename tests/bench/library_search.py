"""How fast a library of 50,000 items answers; prints one JSON line.

Run: .venv/bin/python tests/bench/library_search.py [COUNT]
"""

from __future__ import annotations

import json
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np

from broadcaster.base.clock import SystemClock, format_time
from broadcaster.base.ids import new_id
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import fold
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate
from broadcaster.library.model import CartKind
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


def fill(database: object, count: int) -> None:
    """Rows only: search never opens a sound."""
    random = np.random.default_rng(1)
    at = format_time(SystemClock().now())
    kinds = [kind.value for kind in CartKind]
    with database.write("cart") as connection:  # type: ignore[attr-defined]
        for number in range(count):
            title = " ".join(random.choice(WORDS, 7)) + f" {number}"
            cart_id, sha = new_id(), f"{number:064x}"
            connection.exec_driver_sql(
                "INSERT INTO cut VALUES (?, 960000, -18.0, -2.0, 'import', 'a.mp3', '', ?, ?)", (sha, bytes(1000), at))
            connection.exec_driver_sql(
                "INSERT INTO cart (id, kind, title, cut_sha256, state, origin, language, category, author,"
                " returned_reason, valid_from, valid_until, created_at, updated_at)"
                " VALUES (?, ?, ?, ?, 'approved', 'own', 'vi', '', '', '', '', '', ?, ?)",
                (cart_id, kinds[number % len(kinds)], title, sha, at, at))
            connection.exec_driver_sql("INSERT INTO search (kind, ref, body) VALUES ('cart', ?, ?)",
                                       (cart_id, fold(title)))


def measure(library: LibraryService, count: int) -> dict[str, object]:
    keys = {words: best(lambda words=words: library.rows(library.ids(words)[:100])) for words in TYPED}  # type: ignore[misc]
    page = library.ids()[count // 2:count // 2 + 100]
    cart = library.rows(page[:1])[0]
    return {
        "items": count,
        "first_page_ms": best(lambda: library.rows(library.ids()[:100])),
        "count_ms": best(library.count),
        "keystroke_ms_worst": max(keys.values()),
        "keystroke_ms": keys,
        "page_of_100_ms": best(lambda: library.rows(page)),
        "rename_ms": best(lambda: library.rename(cart.id, cart.title)),
    }


def best(act: Callable[[], object], times: int = 5) -> float:
    """Median milliseconds."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        act()
        taken.append((time.perf_counter() - start) * 1000)
    return round(sorted(taken)[len(taken) // 2], 1)


if __name__ == "__main__":
    main()
