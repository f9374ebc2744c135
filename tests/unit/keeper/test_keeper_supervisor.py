"""The player is always there: real child processes, really killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from broadcaster.base.clock import SystemClock, VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.keeper import children, supervisor
from broadcaster.keeper.supervisor import DELAYS, Supervisor

STAND_IN = [sys.executable, str(Path(__file__).with_name("player_stand_in.py"))]


def command(home: StationHome) -> list[str]:
    return [*STAND_IN, str(home.root), "broadcaster", "air"]


def until(watch: Supervisor, true: Callable[[], bool], seconds: float = 40) -> None:
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        watch.tick()
        time.sleep(0.05)


@pytest.fixture
def watch(home: StationHome, monkeypatch: pytest.MonkeyPatch) -> Iterator[Supervisor]:
    monkeypatch.setattr(supervisor, "PING_EVERY", 0.1)
    monkeypatch.setattr(supervisor, "HUNG_AFTER", 0.4)
    watch = Supervisor(home, SystemClock(), command(home))
    yield watch
    watch.stop()


def answers(watch: Supervisor) -> Callable[[], bool]:
    return lambda: bool(watch.status()["answers"])


def test_a_killed_player_is_started_again(watch: Supervisor) -> None:
    until(watch, answers(watch))
    first = watch.pid
    assert first is not None
    os.kill(first, signal.SIGKILL)
    until(watch, lambda: watch.pid not in {None, first} and bool(watch.status()["answers"]))
    assert watch.status()["deaths"] == 1
    assert watch.alarms() == ()


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGSTOP")
def test_a_player_that_hangs_is_ended_and_started_again(watch: Supervisor) -> None:
    until(watch, answers(watch))
    first = watch.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    until(watch, lambda: watch.pid not in {None, first} and bool(watch.status()["answers"]))
    assert not children.alive(first)


def test_a_running_player_is_adopted_not_doubled(home: StationHome, watch: Supervisor) -> None:
    """T-07: the station plays on when the keeper is started again."""
    until(watch, answers(watch))
    first = watch.pid
    watch.let_go()
    second = Supervisor(home, SystemClock(), command(home))
    second.tick()
    assert second.pid == first
    assert second.status()["starts"] == 0
    assert first is not None
    os.kill(first, signal.SIGKILL)
    if sys.platform != "win32":
        os.waitpid(first, 0)
    until(second, lambda: second.pid not in {None, first} and bool(second.status()["answers"]))
    second.stop()


def test_stopping_ends_the_player_politely(home: StationHome, watch: Supervisor) -> None:
    until(watch, answers(watch))
    pid = watch.pid
    watch.stop()
    assert pid is not None
    assert not children.alive(pid)
    assert not (home.run / "air.json").exists(), "it was asked, not killed"


def test_a_player_that_always_dies_is_tried_less_often_and_said_aloud(home: StationHome, clock: VirtualClock) -> None:
    words = [sys.executable, "-c", "import sys; sys.exit('no sound card at all')"]
    watch = Supervisor(home, clock, words)
    watch.tick()
    for n, delay in enumerate([*DELAYS, DELAYS[-1]], start=1):
        assert watch.status()["starts"] == n
        while watch.status()["deaths"] < n:
            time.sleep(0.02)
            watch.tick()
        assert watch.status()["safe_mode"] == (n >= 3)
        if delay:
            clock.advance(delay - 0.1)
            watch.tick()
            assert watch.pid is None
            clock.advance(0.1)
            watch.tick()
    watch.stop()
    (alarm,) = watch.alarms()
    assert (alarm.code, alarm.facts["detail"]) == ("air_unstable", "no sound card at all")
    clock.advance(600)
    assert watch.alarms() == ()


def test_a_program_that_cannot_be_started_is_no_crash(home: StationHome, clock: VirtualClock) -> None:
    watch = Supervisor(home, clock, [str(home.root / "nothing")])
    watch.tick()
    assert watch.pid is None
    assert watch.status()["deaths"] == 1


def test_a_stranger_with_the_old_number_is_left_alone(home: StationHome, clock: VirtualClock) -> None:
    """After a reboot run/air.json may name a process id that now belongs to someone else."""
    stranger = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
    try:
        body = {"port": 1, "token": "x", "pid": stranger.pid, "protocol": 1}
        (home.run / "air.json").write_text(json.dumps(body), encoding="utf-8")
        watch = Supervisor(home, clock, command(home))
        watch.tick()
        assert watch.pid not in {None, stranger.pid}
        watch.stop(patience=4)
        assert stranger.poll() is None
    finally:
        stranger.kill()
        stranger.wait()


def test_a_broken_address_file_is_no_obstacle(home: StationHome, watch: Supervisor) -> None:
    (home.run / "air.json").write_text("{", encoding="utf-8")
    until(watch, answers(watch))
