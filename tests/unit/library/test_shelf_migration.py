"""A library that is older than versions and the wider search."""

from __future__ import annotations

import sqlite3
from contextlib import closing

import pytest

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings
from broadcaster.base.vietnamese import fold
from broadcaster.db import search
from broadcaster.db.engine import open_database
from broadcaster.db.migrate import migrate, upgrade
from broadcaster.library.service import LibraryService

_ROWS = {
    "directive": {"id": "d1", "number": "1349/STTTT", "subject": "Phòng cháy rừng", "fields": "{}",
                  "asks_report": 0, "scanned": 0},
    "bulletin": {"id": "b1", "title": "Bản tin", "text": "Kính thưa bà con", "points": "[]", "rate": 130,
                 "directive_id": "d1", "production": "{}", "produced_with": "{}"},
    "cut": {"sha256": "a" * 64, "frames": 48_000, "lufs": -18.0, "true_peak_db": -2.0, "waveform": b"\0"},
    "cart": {"id": "c1", "kind": "tin", "title": "Đàn lợn", "cut_sha256": "a" * 64, "state": "draft",
             "directive_id": "d1", "bulletin_id": "b1", "approval_id": None},
}


@pytest.fixture
def home(bare_home: StationHome) -> StationHome:
    """Every database here is made by the test itself."""
    return bare_home


def fill(raw: sqlite3.Connection) -> None:
    """Every column that was not named is an empty text, or nothing where it points elsewhere."""
    for table, values in _ROWS.items():
        columns = [(row[1], row[2]) for row in raw.execute(f"PRAGMA table_info({table})")]
        full = {name: values.get(name, None if name == "cut_sha256" else "") for name, _ in columns}
        raw.execute(f"INSERT INTO {table} ({', '.join(full)}) VALUES ({', '.join('?' * len(full))})",
                    list(full.values()))
    for kind, ref, body in (("cart", "c1", "Đàn lợn"), ("directive", "d1", "Phòng cháy rừng")):
        raw.execute("INSERT INTO search (kind, ref, body) VALUES (?, ?, ?)", (kind, ref, fold(body)))
    raw.commit()


def test_items_are_found_by_more_after_the_upgrade(home: StationHome, clock: VirtualClock) -> None:
    upgrade(home.database, "0003")
    with closing(sqlite3.connect(home.database)) as raw:
        fill(raw)
    migrate(home)
    database = open_database(home.database)
    shelf = LibraryService(database, home, Settings(), clock)
    for words in ("dan lon", "kinh thua", "1349", "chay rung", "đàn bà"):
        assert shelf.ids(words) == (["c1"]), words
    assert [(item.number, item.why) for item in shelf.versions("c1")] == [(1, "import")]
    with database.read() as c:
        assert search.refs_matching(c, "directive", "chay") == ["d1"]
    database.close()


def test_the_way_back_keeps_the_words(home: StationHome) -> None:
    upgrade(home.database, "0003")
    with closing(sqlite3.connect(home.database)) as raw:
        fill(raw)
    migrate(home)
    upgrade(home.database, "0003")
    with closing(sqlite3.connect(home.database)) as raw:
        found = raw.execute("SELECT kind, ref FROM search WHERE search MATCH 'rung' ORDER BY kind").fetchall()
    assert found == [("cart", "c1"), ("directive", "d1")]
