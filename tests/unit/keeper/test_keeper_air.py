"""The real keeper and the real player, ended in every way."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator

import pytest

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.keeper import children
from broadcaster.protocol.journal import Kind, journal_files, read_journal
from broadcaster.protocol.link import LinkClient

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="ends processes by signals")


def start(home: StationHome, *words: str) -> subprocess.Popen[bytes]:
    return subprocess.Popen([sys.executable, "-m", "broadcaster", "keeper", "--home", str(home.root), *words],
                            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)


def answering(home: StationHome, process: str, other_than: int | None = None) -> int | None:
    """The id of the process that answers now."""
    try:
        with contextlib.closing(LinkClient(home, process)) as client:
            client.ask("ping")
        pid = int(json.loads((home.run / f"{process}.json").read_bytes())["pid"])
    except (Refused, OSError, ValueError):
        return None
    return pid if pid != other_than else None


def wait_for(what: Callable[[], int | None], seconds: float = 60) -> int:
    end = time.monotonic() + seconds
    while (found := what()) is None:
        assert time.monotonic() < end, "it did not happen in time"
        time.sleep(0.1)
    return found


def gone(pid: int) -> int | None:
    return None if children.alive(pid) else pid


@pytest.fixture
def leftovers(home: StationHome) -> Iterator[None]:
    """Whatever a failing test leaves behind is ended by its id."""
    yield
    with contextlib.suppress(OSError, ValueError):
        pid = int(json.loads((home.run / "air.json").read_bytes())["pid"])
        if children.is_ours(pid):
            os.kill(pid, signal.SIGKILL)


@pytest.mark.usefixtures("leftovers")
def test_the_player_outlives_the_keeper_and_is_raised_from_the_dead(home: StationHome) -> None:
    keeper = start(home)
    try:
        first = wait_for(lambda: answering(home, "air"))
        os.kill(first, signal.SIGKILL)
        second = wait_for(lambda: answering(home, "air", other_than=first))
        keeper.terminate()
        assert keeper.wait(60) == 0
        assert answering(home, "air") == second, "the keeper's end does not end the player"

        keeper = start(home)
        wait_for(lambda: answering(home, "keeper"))
        client = LinkClient(home, "keeper", timeout=30)
        end = time.monotonic() + 60
        while (status := client.ask("status")["status"]["air"])["pid"] != second:
            assert time.monotonic() < end
            time.sleep(0.1)
        assert status["starts"] == 0, "it was adopted, not doubled"
        client.ask("shutdown")
        client.close()
        assert keeper.wait(60) == 0
        wait_for(lambda: gone(second))
    finally:
        keeper.kill()
        keeper.wait()
    boots = [line for path in journal_files(home.asrun) for line in read_journal(path) if line.kind is Kind.BOOT]
    assert len(boots) == 2


@pytest.mark.usefixtures("leftovers")
def test_with_air_both_end_together(home: StationHome) -> None:
    keeper = start(home, "--with-air")
    try:
        player = wait_for(lambda: answering(home, "air"))
        keeper.terminate()
        assert keeper.wait(60) == 0
        wait_for(lambda: gone(player))
    finally:
        keeper.kill()
        keeper.wait()
