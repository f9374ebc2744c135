"""Homes of every earlier form of the database, each made by the program of its time, are taken over whole.

tests/data/homes/NNNN.tar.xz: a demo station without its sounds, as `tools/old_homes.py` freezes it.
"""

from __future__ import annotations

import shutil
import sqlite3
import subprocess
import sys
import tarfile
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db.migrate import HEAD, current_revision, migrate, upgrade
from broadcaster.protocol.journal import journal_files
from broadcaster.wiring import build_app

HOMES = sorted((Path(__file__).parents[2] / "data" / "homes").glob("*.tar.xz"))
GROWS = {"audit", "alembic_version"}
"""Tables the first opening itself may write to."""


def thawed(archive: Path, folder: Path) -> StationHome:
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    home = StationHome(folder / "home")
    home.create()
    return home


def rows(database: Path) -> dict[str, int]:
    """How many rows each table of ours has."""
    with closing(sqlite3.connect(database)) as raw:
        names = [row[0] for row in raw.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        return {name: raw.execute(f'SELECT count(*) FROM "{name}"').fetchone()[0] for name in names
                if not name.startswith(("search", "sqlite_"))}


def test_there_is_one_of_every_form() -> None:
    assert [path.name[:4] for path in HOMES] == [f"{number:04}" for number in range(1, int(HEAD))]


@pytest.mark.parametrize("archive", HOMES, ids=lambda path: path.name[:4])
def test_an_old_home_is_taken_over_whole(archive: Path, tmp_path: Path) -> None:
    home = thawed(archive, tmp_path)
    before = rows(home.database)
    assert current_revision(home.database) == archive.name[:4]
    assert sum(before.values()) > 20, "a station with something in it"
    app = build_app(home)
    try:
        after = rows(home.database)
        assert (current_revision(home.database), {name: count for name, count in before.items() if name not in GROWS
                                                  and after.get(name, -1) < count}) == (HEAD, {})
        with closing(sqlite3.connect(home.database)) as raw:
            assert raw.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            assert raw.execute("PRAGMA foreign_key_check").fetchall() == []
        copy = home.root / "backup" / f"station-before-{HEAD}.db"
        assert (current_revision(copy), rows(copy)) == (archive.name[:4], before)
        people, items = app.accounts.people(active_only=False), app.library.find("")
        assert people
        assert items
        assert app.asrun.file().faults == ()
        assert journal_files(home.asrun)
    finally:
        app.close()


KILLED = """
import os, signal, sys
from pathlib import Path
from sqlalchemy import event
from sqlalchemy.engine import Engine
from broadcaster.base.paths import StationHome
from broadcaster.db import migrate
import alembic.command, alembic.config, broadcaster.db.engine

left = [0]

@event.listens_for(Engine, "before_cursor_execute")
def count(*_):
    if left[0] == 0:
        os.kill(os.getpid(), signal.SIGKILL)
    left[0] -= 1

for home, number in zip(sys.argv[1::2], map(int, sys.argv[2::2])):
    child = os.fork()
    if not child:
        left[0] = number
        migrate.migrate(StationHome(Path(home)))
        os._exit(0)
    print(os.waitpid(child, 0)[1])
"""


@pytest.mark.skipif(sys.platform == "win32", reason="forks")
def test_killed_in_the_middle_it_stays_as_it_was(tmp_path: Path) -> None:
    """kill -9 at many a statement of the way from the first form: the old one whole, the next start ends it."""
    first = thawed(HOMES[0], tmp_path)
    before = rows(first.database)
    numbers = (4, 9, 20, 40, 70, 110)
    words: list[str] = []
    for number in numbers:
        place = StationHome(tmp_path / str(number))
        place.create()
        shutil.copyfile(first.database, place.database)
        words += [str(place.root), str(number)]
    done = subprocess.run([sys.executable, "-c", KILLED, *words], stdout=subprocess.PIPE, text=True, timeout=100,
                          check=True)
    assert done.stdout.split() == ["9"] * len(numbers)
    for number in numbers:
        path = StationHome(tmp_path / str(number)).database
        assert (current_revision(path), rows(path)) == ("0001", before)
    last = StationHome(tmp_path / str(numbers[-1]))
    build_app(last).close()
    assert current_revision(last.database) == HEAD


@pytest.mark.skipif(sys.platform == "win32", reason="needs a limit of file sizes")
@pytest.mark.parametrize("work", [migrate, lambda home: upgrade(home.database, HEAD)], ids=["no copy", "no new form"])
def test_a_disk_without_room_changes_nothing(tmp_path: Path, work: Callable[[StationHome], None]) -> None:
    import resource

    home = thawed(HOMES[0], tmp_path)
    before = rows(home.database)
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (60_000, hard))
    try:
        with pytest.raises(Refused) as refused:
            work(home)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert refused.value.code in {"disk.full", "disk.unwritable"}
    assert (current_revision(home.database), rows(home.database)) == ("0001", before)
    migrate(home)
    assert current_revision(home.database) == HEAD
