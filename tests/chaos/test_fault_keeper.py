"""What may befall the keeper: a broken or locked database, a full disk, a station on a stick that is pulled out."""

from __future__ import annotations

import contextlib
import sqlite3
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from air_pulse import wait_for
from chaos_keeper import Keepers, alarms, ask

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.keeper.jobs import Jobs
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.seal import make_key

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")


def test_a_broken_database_does_not_stop_the_player(home: StationHome) -> None:
    home.database.write_bytes(b"no database at all" * 100)
    with Keepers(home) as keepers:
        keepers.begin()
        assert wait_for(lambda: bool(ask(home, "air")), 30)
        assert wait_for(lambda: "publish_failed" in alarms(home, "keeper"), 20)
        assert keepers.lives()


def test_a_locked_database_hides_neither_health_nor_player(home: StationHome, clock: VirtualClock) -> None:
    """Another program holds the database for long: whoever asks how the station is gets an answer at once."""
    jobs = Jobs(home, clock, watch=lambda: {"pid": 7})
    jobs.publish()
    with contextlib.closing(sqlite3.connect(home.database)) as other:
        other.execute("BEGIN EXCLUSIVE")
        waiting = threading.Thread(target=jobs.publish)
        waiting.start()
        time.sleep(0.3)
        before = time.monotonic()
        assert jobs.health()["air"] == {"pid": 7}
        assert time.monotonic() - before < 2, "it did not wait for the database"
        assert waiting.is_alive()
        other.rollback()
        waiting.join(30)
    jobs.close()


@pytest.fixture
def stick(home: StationHome) -> Iterator[Path]:
    """The station home on a file system of 3 MB of its own."""
    done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=3m", "none", str(home.root)], capture_output=True)
    if done.returncode:
        pytest.skip("a small file system cannot be mounted here (needs root)")
    home.create()
    yield home.root
    subprocess.run(["umount", "--lazy", str(home.root)], check=True)


def fill(path: Path) -> None:
    with path.open("wb", buffering=0) as file, contextlib.suppress(OSError):
        while True:
            file.write(b"x" * 512)


@pytest.mark.slow
def test_a_full_disk_stops_neither_keeper_nor_player(home: StationHome, stick: Path) -> None:
    make_key(home)
    filler = stick / "filler"
    fill(filler)
    with Keepers(home) as keepers:
        keepers.begin()
        assert wait_for(lambda: (home.run / "air.lock").exists(), 30), "the player was started all the same"
        wait_for(lambda: not keepers.lives(), 2.0)
        assert keepers.lives()
        filler.unlink()
        assert wait_for(lambda: bool(ask(home, "air")), 30), "it can be reached as soon as there is room"
        assert wait_for(lambda: keepers.status().get("air", {}).get("pid") == keepers.player(), 20)
        assert keepers.status()["air"]["deaths"] == 0


@pytest.mark.slow
def test_a_stick_pulled_out_is_not_made_anew_and_goes_on_when_it_is_back(home: StationHome) -> None:
    with Keepers(home) as keepers:
        keepers.begin()
        assert wait_for(lambda: bool(ask(home, "air")) and "published_at" in keepers.status(), 40)
        player, away = keepers.player(), home.root.with_name("away")
        with contextlib.closing(LinkClient(home, "keeper", timeout=20)) as client:
            home.root.rename(away)
            assert client.ask("publish")["written"] == []
            assert client.ask("file")["new_lines"] == 0
            assert "home_lost" in [alarm["code"] for alarm in client.ask("status")["status"]["alarms"]]
            wait_for(lambda: home.root.exists(), 1.0)
            assert not home.root.exists(), sorted(home.root.rglob("*"))
            away.rename(home.root)
            assert "home_lost" not in [alarm["code"] for alarm in client.ask("status")["status"]["alarms"]]
            client.ask("publish")
        assert wait_for(lambda: bool(ask(home, "air")), 20)
        assert keepers.player() == player, "what played was left alone"
        assert "publish_failed" not in alarms(home, "keeper")
