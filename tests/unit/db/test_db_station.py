"""The station's database: migrations up and down, busy, damaged, newer, killed in the middle of writing."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect
from sqlalchemy.exc import IntegrityError, OperationalError

from broadcaster.asrun.model import Outcome
from broadcaster.asrun.store import airings_of
from broadcaster.base.errors import NewerFormat, Refused
from broadcaster.base.paths import StationHome
from broadcaster.db import engine as engine_module
from broadcaster.db import migrate as migrate_module
from broadcaster.db import search
from broadcaster.db.engine import Database, open_database
from broadcaster.db.migrate import HEAD, current_revision, migrate, upgrade
from broadcaster.db.schema import metadata


@pytest.fixture
def home(bare_home: StationHome) -> StationHome:
    """Every database here is made by the test itself."""
    return bare_home


@pytest.fixture
def database(home: StationHome) -> Iterator[Database]:
    migrate(home)
    made = open_database(home.database)
    yield made
    made.close()


_INSERT = "INSERT INTO audit (at, person, action, subject, detail) VALUES ('', '', ?, '', '{}')"


def add_audit(database: Database, word: str) -> None:
    with database.write("audit") as c:
        c.exec_driver_sql(_INSERT, (word,))


def add_both(database: Database, *words: str | None) -> None:
    with database.write("audit") as c:
        for word in words:
            c.exec_driver_sql(_INSERT, (word,))


def audits(database: Database) -> list[str]:
    with database.read() as c:
        return [str(row[0]) for row in c.exec_driver_sql("SELECT action FROM audit ORDER BY id")]


def test_the_head_is_the_newest_file() -> None:
    versions = Path(migrate_module.__file__).parent / "migrations" / "versions"
    assert max(path.name[:4] for path in versions.glob("[0-9]*.py")) == HEAD


def test_the_migrations_make_exactly_the_models(database: Database) -> None:
    with database.engine.connect() as c:
        context = MigrationContext.configure(c, opts={
            "include_object": lambda _object, name, kind, *_: not (kind == "table" and str(name).startswith("search"))})
        assert compare_metadata(context, metadata) == []


def test_up_down_and_up_again(home: StationHome) -> None:
    upgrade(home.database, HEAD)
    upgrade(home.database, "base")
    with closing(sqlite3.connect(home.database)) as raw:
        left = {row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
    assert left <= {"alembic_version", "sqlite_sequence"}
    assert current_revision(home.database) == ""
    upgrade(home.database, HEAD)
    assert current_revision(home.database) == HEAD


def test_a_log_of_the_first_form_is_kept(home: StationHome) -> None:
    """A station that ran before zones: its rows stay, a copy is made first."""
    upgrade(home.database, "0001")
    with closing(sqlite3.connect(home.database)) as raw:
        filled = {"outcome": "aired", "zones": '["all"]', "planned_frames": 1, "aired_frames": 1, "is_repeat": 0,
                  "first_seq": 1, "last_seq": 2, "id": "a", "day": "2026-11-21"}
        names = [row[1] for row in raw.execute("PRAGMA table_info(airing)")]
        raw.execute(f"INSERT INTO airing VALUES ({', '.join('?' * len(names))})",
                    [filled.get(name, "") for name in names])
        raw.commit()
    copy = home.root / "backup" / f"station-before-{HEAD}.db"
    copy.write_bytes(b"a power cut broke this copy off")
    migrate(home)
    assert current_revision(home.database) == HEAD
    assert [path.name for path in copy.parent.iterdir()] == [copy.name]
    assert current_revision(copy) == "0001"
    database = open_database(home.database)
    with database.read() as c:
        (row,) = airings_of(c, "2026-11-21")
    database.close()
    assert (row.id, row.outcome, row.by_zone, row.score, row.insert_id, row.is_relay) == (
        "a", Outcome.AIRED, (), None, "", False)


def test_an_upgrade_that_fails_half_way_leaves_the_old_form_whole(home: StationHome) -> None:
    upgrade(home.database, "0003")
    with closing(sqlite3.connect(home.database)) as raw:
        raw.execute("CREATE TABLE schedule_sheet (id)")  # in the way of the last table but some
        before = sorted(raw.execute("SELECT name, sql FROM sqlite_master"))
    with pytest.raises(OperationalError):
        migrate(home)
    with closing(sqlite3.connect(home.database)) as raw:
        assert sorted(raw.execute("SELECT name, sql FROM sqlite_master")) == before
        raw.execute("DROP TABLE schedule_sheet")
    assert current_revision(home.database) == "0003"
    migrate(home)
    assert current_revision(home.database) == HEAD


def test_two_programs_that_start_at_once_upgrade_once(home: StationHome) -> None:
    upgrade(home.database, "0001")
    code = "import sys; from pathlib import Path; from broadcaster.base.paths import StationHome; " \
           "from broadcaster.db.migrate import migrate; migrate(StationHome(Path(sys.argv[1])))"
    both = [subprocess.Popen([sys.executable, "-c", code, str(home.root)], stderr=subprocess.PIPE) for _ in range(2)]
    assert [(process.communicate()[1], process.returncode) for process in both] == [(b"", 0)] * 2
    assert current_revision(home.database) == HEAD


def test_a_second_start_changes_nothing(home: StationHome) -> None:
    migrate(home)
    before = home.database.read_bytes()
    migrate(home)
    assert home.database.read_bytes() == before


def test_a_newer_database_is_refused_untouched(home: StationHome) -> None:
    migrate(home)
    with closing(sqlite3.connect(home.database)) as raw:
        raw.execute("UPDATE alembic_version SET version_num = '9999'")
        raw.commit()
    with pytest.raises(NewerFormat):
        migrate(home)
    assert current_revision(home.database) == "9999"


@pytest.mark.parametrize("content", [
    b"this is no database, whatever its name says" * 100, b"SQLite format 3\x00" + b"\xff" * 5000])
def test_a_damaged_file_is_refused(home: StationHome, content: bytes) -> None:
    home.database.write_bytes(content)
    with pytest.raises(Refused) as refusal:
        migrate(home)
    assert refusal.value.code == "database.broken"
    assert home.database.read_bytes() == content


def test_a_folder_in_place_of_the_file(home: StationHome) -> None:
    home.database.mkdir()
    with pytest.raises(Refused) as refusal:
        migrate(home)
    assert refusal.value.code == "disk.unwritable"


def test_damage_found_while_working(database: Database, home: StationHome) -> None:
    for number in range(200):
        add_audit(database, f"{number}" * 200)
    database.close()
    data = bytearray(home.database.read_bytes())
    data[4096:] = os.urandom(len(data) - 4096)
    home.database.write_bytes(bytes(data))
    again = open_database(home.database)
    with pytest.raises(Refused) as refusal:
        audits(again)
    assert refusal.value.code == "database.broken"
    again.close()


def test_the_settings_that_make_it_durable(database: Database) -> None:
    with database.read() as c:
        found = {name: c.exec_driver_sql(f"PRAGMA {name}").scalar()
                 for name in ("journal_mode", "synchronous", "foreign_keys")}
    assert found == {"journal_mode": "wal", "synchronous": 2, "foreign_keys": 1}


def test_a_unit_of_work_is_all_or_nothing(database: Database) -> None:
    heard: list[frozenset[str]] = []
    database.changes.subscribe(heard.append)
    add_audit(database, "kept")
    with pytest.raises(IntegrityError):
        add_both(database, "lost", None)
    assert audits(database) == ["kept"]
    assert heard == [frozenset({"audit"})]


def test_a_broken_rule_of_ours_stays_an_error(database: Database) -> None:
    with pytest.raises(IntegrityError), database.write("journal_line") as c:
        c.exec_driver_sql("INSERT INTO journal_line (seq) VALUES (1)")
    add_audit(database, "goes on")


def test_a_database_held_by_another_is_said_to_be_busy(
        home: StationHome, database: Database, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine_module, "_BUSY_SECONDS", 0)
    impatient = open_database(home.database)
    with database.write("audit"), pytest.raises(Refused) as refusal, impatient.write("audit"):
        pass
    assert refusal.value.code == "database.busy"
    assert audits(impatient) == [], "reading goes on beside a writer"
    impatient.close()


def test_searching_without_accents(database: Database) -> None:
    with database.write("cart") as c:
        search.index(c, "cart", "a", "Tiêm chủng mở rộng", "đường làng")
        search.index(c, "directive", "b", "Tiêm chủng")
        for words, found in (("tiem chung", ["a"]), ("duong", ["a"]), ("Đường", ["a"]), ("chu", ["a"]), ("chun xe", []),
                             ("", []), ('"*()-', []), ('tiem" OR "xe', []), ("tie\u0302m", ["a"])):
            assert search.refs_matching(c, "cart", words) == found, words
        search.forget(c, "cart", "a")
        assert search.refs_matching(c, "cart", "tiem") == []


_WRITER = """
import sys
from pathlib import Path
from broadcaster.db.engine import open_database
database = open_database(Path(sys.argv[1]))
number = int(sys.argv[2])
while True:
    number += 1
    with database.write("audit") as c:
        c.exec_driver_sql(
            "INSERT INTO audit (at, person, action, subject, detail) VALUES ('', '', ?, '', '{}')", (str(number),))
    print(number, flush=True)
"""


def test_T28_a_kill_loses_nothing_that_was_acknowledged(home: StationHome, database: Database) -> None:
    acknowledged = 0
    for turn in range(6):
        child = subprocess.Popen([sys.executable, "-c", _WRITER, str(home.database), str(turn * 100_000)],
                                 stdout=subprocess.PIPE, text=True)
        assert child.stdout is not None
        said = [child.stdout.readline()]
        end = time.monotonic() + 0.02 * (turn + 1)
        while time.monotonic() < end:
            said.append(child.stdout.readline())
        os.kill(child.pid, signal.SIGKILL)
        said += child.stdout.read().splitlines()
        child.stdout.close()
        child.wait()
        told = {line.strip() for line in said if line.strip()}
        assert told <= set(audits(database))
        acknowledged += len(told)
    assert acknowledged >= 6
    with database.read() as c:
        assert c.exec_driver_sql("PRAGMA integrity_check").scalar() == "ok"


def test_every_table_has_a_key(database: Database) -> None:
    inspector = inspect(database.engine)
    for name in metadata.tables:
        assert inspector.get_pk_constraint(name)["constrained_columns"], name
