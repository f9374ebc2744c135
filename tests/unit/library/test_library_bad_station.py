"""A locked database, a full disk, an older database put back: every act is refused in words or done whole."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from station_acts import ACTS, APPROVER, NOW, WRITER, Ready, prepare, ready
from station_consistency import consistency

from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.db import engine
from broadcaster.keeper.jobs import Jobs
from broadcaster.library.model import State
from broadcaster.protocol.journal import JournalWriter, Kind

QUICK = ("shape", "remove", "approve", "withdraw", "take in")
posix = pytest.mark.skipif(sys.platform == "win32", reason="limits as Linux has them")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("station") / "made"
    prepare(folder)
    return folder


@pytest.fixture
def station(made: Path, tmp_path: Path) -> Iterator[Ready]:
    shutil.copytree(made, tmp_path / "made")
    opened = ready(tmp_path / "made")
    yield opened
    opened.app.close()


def test_a_locked_database_refuses_every_act_and_loses_nothing(made: Path, tmp_path: Path,
                                                             monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "_BUSY_SECONDS", 0)
    shutil.copytree(made, tmp_path / "made")
    station = ready(tmp_path / "made")
    try:
        acts = {name: act for name, act in ACTS.items() if name not in {"slip", "trail", "settings", "sheet"}}
        with closing(sqlite3.connect(station.app.home.database, isolation_level=None)) as other:
            other.execute("BEGIN IMMEDIATE")
            for name, act in acts.items():
                with pytest.raises(Refused) as refusal:
                    act(station)
                assert refusal.value.code == "database.busy", name
            other.execute("ROLLBACK")
        assert consistency(station.app.home, strays=True) == []
        for act in acts.values():
            act(station)
    finally:
        station.app.close()
    assert consistency(station.app.home) == []


def told(station: Ready, name: str) -> str:
    try:
        ACTS[name](station)
    except Refused as refusal:
        return refusal.code
    return "done"


@contextmanager
def no_file_longer_than(size: int) -> Iterator[None]:
    """Python ignores the signal, so that writes fail as on a full disk, only with another number."""
    import resource

    before = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, before[1]))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, before)


@posix
@pytest.mark.parametrize("size", [700, 40_000])
def test_what_does_not_fit_on_the_disk_is_refused_whole(station: Ready, size: int) -> None:
    for name in QUICK:
        with no_file_longer_than(size):
            assert told(station, name) in {"done", "disk.full", "disk.unwritable"}, name
        assert consistency(station.app.home, strays=True) == [], name
        ACTS[name](station)
        assert consistency(station.app.home, strays=True) == [], name


@posix
def test_a_commit_that_fails_leaves_no_line_in_the_ledger(station: Ready, monkeypatch: pytest.MonkeyPatch) -> None:
    app = station.app
    before = app.home.approvals.read_bytes()

    def full(*_: object) -> None:
        raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))

    app.database.before_commit.append(full)  # type: ignore[arg-type]
    with pytest.raises(OSError, match="No space"):
        ACTS["withdraw"](station)
    app.database.before_commit.remove(full)  # type: ignore[arg-type]
    assert app.home.approvals.read_bytes() == before
    assert app.library.get(station.cart("tin 3")).state is State.APPROVED
    assert app.trail.verify() == []
    ACTS["withdraw"](station)
    assert consistency(app.home, strays=True) == []


def put_back(home: StationHome, database: bytes) -> None:
    for path in home.root.glob("station.db*"):
        path.unlink()
    home.database.write_bytes(database)


def snapshot(station: Ready) -> bytes:
    station.app.database.close()
    with closing(sqlite3.connect(station.app.home.database)) as connection:
        connection.execute("pragma wal_checkpoint(truncate)")
    return station.app.home.database.read_bytes()


def test_an_older_database_is_told_and_nothing_is_deleted(station: Ready, tmp_path: Path) -> None:
    app, home = station.app, station.app.home
    for stray in app.strays.found():
        app.strays.take_in(stray.sha256, WRITER)
    assert (app.strays.look(), app.strays.found(), app.strays.missing()) == (None, [], [])
    journal = JournalWriter(home.asrun, lambda: NOW)
    journal.write(Kind.BOOT, pid=1)
    app.asrun.file()
    older = snapshot(station)
    for name in ("import", "shape", "approve", "remove"):
        ACTS[name](station)
    journal.write(Kind.SILENCE, seconds=2)
    journal.close()
    app.asrun.file()
    app.close()
    files = {path.stem for path in (home.root / "audio").rglob("*.flac")}
    put_back(home, older)
    jobs = Jobs(home, VirtualClock(NOW))
    try:
        jobs.tidy()
        assert jobs.file() == 1, "the journal is filed again from where the older database ends"
        alarms = {alarm["code"]: alarm["facts"] for alarm in jobs.health()["alarms"]}
    finally:
        jobs.close()
    assert "journal_faults" not in alarms
    assert alarms["database_older"] == {"until": "09:00 (21/11/2026)", "sounds": 3, "approvals": 1}
    assert {path.stem for path in (home.root / "audio").rglob("*.flac")} == files, "nothing was deleted"
    with ready_again(tmp_path) as again:
        strays = again.app.strays.found()
        assert len(strays) == 3
        assert again.app.strays.older() is not None
        cart = again.app.strays.take_in(strays[0].sha256, APPROVER)
        assert (cart.state, cart.author) == (State.DRAFT, APPROVER)
        with pytest.raises(Refused, match="no unknown sound"):
            again.app.strays.take_in(strays[0].sha256, APPROVER)
        ACTS["import"](again)
        again.app.strays.seen(APPROVER, "đã xem")
        assert again.app.strays.look() is None, "told once, not again"
        ACTS["approve"](again)
        assert again.app.strays.look() is None
    assert consistency(home, strays=True) == []


@contextmanager
def ready_again(tmp_path: Path) -> Iterator[Ready]:
    opened = ready(tmp_path / "made")
    try:
        yield opened
    finally:
        opened.app.close()


def test_older_files_beside_a_newer_database_are_told(station: Ready) -> None:
    app = station.app
    cut = app.library.get(station.cart("tin 3")).cut.sha256
    app.home.audio(cut).unlink()
    jobs = Jobs(app.home, VirtualClock(NOW))
    try:
        jobs.tidy()
        alarms = {alarm["code"]: alarm["facts"] for alarm in jobs.health()["alarms"]}
        assert alarms["sounds_missing"] == {"count": 1, "title": "tin 3"}
        app.library.replace_audio(station.cart("tin 3"), station.sources / "3.wav", WRITER)
        jobs.tidy()
        assert "sounds_missing" not in {alarm["code"] for alarm in jobs.health()["alarms"]}
    finally:
        jobs.close()


def test_a_damaged_unknown_sound_is_not_taken_in(station: Ready) -> None:
    (stray,) = station.app.strays.found()
    path = station.app.home.audio(stray.sha256)
    path.write_bytes(path.read_bytes()[:-100])
    with pytest.raises(Refused) as refusal:
        station.app.strays.take_in(stray.sha256, WRITER)
    assert refusal.value.code == "stray.altered"
    assert path.exists()


def test_what_the_database_needs_again_comes_back_before_it_is_deleted(station: Ready, tmp_path: Path) -> None:
    app = station.app
    older = snapshot(station)
    ACTS["remove"](station)
    gone = [removal.sha256 for removal in app.retention.removed()]
    app.close()
    put_back(app.home, older)
    with closing(sqlite3.connect(app.home.database)) as connection:  # as it was before the item went out of use
        connection.execute("update cart set state = 'draft' where title = 'cũ 0'")
        connection.commit()
    with ready_again(tmp_path) as again:
        again.app.retention.sweep()
        here = again.app.library.get(again.cart("cũ 0")).cut.sha256
        assert here in gone
        assert again.app.home.audio(here).exists()
        assert [removal.sha256 for removal in again.app.retention.removed()] == [sha for sha in gone if sha != here]
