"""The player is always there: real child processes, really killed."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from broadcaster.base.clock import SystemClock, VirtualClock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.keeper import children, supervisor, watchdog
from broadcaster.keeper.comeback import DELAYS, SAFE_STAY
from broadcaster.keeper.supervisor import Supervisor
from broadcaster.protocol.seal import make_key

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
    monkeypatch.setattr(supervisor, "LOOK_EVERY", 0.1)
    monkeypatch.setattr(watchdog, "HUNG_AFTER", 0.4)
    monkeypatch.setattr("broadcaster.keeper.airlink.PATIENCE", 0.3)
    monkeypatch.setattr("broadcaster.keeper.airlink.SIGN_LASTS", 0.5)
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


def rule(home: StationHome, **words: object) -> None:
    (home.run / "stand_in.tmp").write_text(json.dumps(words), encoding="utf-8")
    (home.run / "stand_in.tmp").replace(home.run / "stand_in.json")


def asked(home: StationHome) -> list[str]:
    return (home.run / "asked.txt").read_text(encoding="utf-8").split()


def test_a_player_that_hangs_is_ended_and_started_again(home: StationHome, watch: Supervisor) -> None:
    until(watch, answers(watch))
    first = watch.pid
    assert first is not None
    rule(home, hang=True)
    until(watch, lambda: watch.pid != first)
    rule(home)
    until(watch, lambda: watch.pid is not None and bool(watch.status()["answers"]))
    assert not children.alive(first)


@pytest.mark.skipif(sys.platform == "win32", reason="needs SIGSTOP")
def test_a_player_stopped_by_a_signal_is_woken_not_killed(watch: Supervisor) -> None:
    until(watch, answers(watch))
    first = watch.pid
    assert first is not None
    os.kill(first, signal.SIGSTOP)
    until(watch, lambda: not watch.status()["answers"])
    until(watch, answers(watch))
    assert (watch.pid, watch.status()["deaths"]) == (first, 0)


def test_a_player_that_only_leaves_traces_is_left_alone(home: StationHome, watch: Supervisor) -> None:
    """Its socket is dead, its ticks are not: whoever killed it would silence a station that plays."""
    until(watch, answers(watch))
    first = watch.pid
    rule(home, hang=True)
    end = time.monotonic() + 2
    while time.monotonic() < end:
        (home.run / "air.alive").touch()
        watch.tick()
        time.sleep(0.02)
    assert (watch.pid, watch.status()["deaths"]) == (first, 0)
    assert [alarm.code for alarm in watch.alarms()] == ["air_unreachable"]
    rule(home)


def test_sound_that_stands_still_is_rebuilt_before_anything_harder(home: StationHome, watch: Supervisor,
                                                                   monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watchdog, "REBUILD_PATIENCE", 1.0)
    until(watch, answers(watch))
    first = watch.pid
    rule(home, tick_age=0.1, outputs=[{"zone": "", "ok": True, "age": 9.0, "sounding": True}])
    until(watch, lambda: watch.pid != first)
    orders = [word for word in asked(home) if word != "ping"]
    assert orders == ["reload", "rebuild_audio"]
    rule(home)
    until(watch, answers(watch))


def test_a_home_pulled_out_is_not_made_anew(home: StationHome, watch: Supervisor) -> None:
    """On a stick: the player that still sounds is left alone, and none is started into an empty folder."""
    make_key(home)
    until(watch, answers(watch))
    first = watch.pid
    assert first is not None
    away = home.root.with_name("away")
    home.root.rename(away)
    for _ in range(20):
        watch.tick()
        time.sleep(0.02)
    assert watch.pid == first
    os.kill(first, signal.SIGTERM)
    end = time.monotonic() + 10
    while watch.pid is not None and time.monotonic() < end:
        watch.tick()
        time.sleep(0.02)
    for _ in range(20):
        watch.tick()
    assert (watch.pid, home.root.exists()) == (None, False)
    away.rename(home.root)
    until(watch, answers(watch))


def test_a_full_disk_does_not_keep_the_player_from_being_started(home: StationHome, clock: VirtualClock) -> None:
    home.logs.rmdir()
    home.logs.write_text("no folder: nothing can be opened in it", encoding="utf-8")
    watch = Supervisor(home, clock, command(home))
    watch.tick()
    assert watch.pid is not None
    watch.stop(patience=0.4)


def test_safe_mode_is_entered_after_three_deaths_and_left_when_nothing_is_near(home: StationHome,
                                                                               clock: VirtualClock) -> None:
    watch = Supervisor(home, clock, command(home))

    def step(true: Callable[[], bool], seconds: float = 0.0) -> None:
        end = time.monotonic() + 90
        while not true():
            assert time.monotonic() < end
            clock.advance(seconds)
            watch.tick()
            time.sleep(0.02)

    for death in (1, 2, 3):
        step(lambda: watch.pid is not None, 0.5)
        assert watch.status()["safe_mode"] is False
        os.kill(watch.pid or 0, signal.SIGKILL)
        step(lambda death=death: watch.status()["deaths"] == death)  # type: ignore[misc]
    step(lambda: watch.pid is not None and bool(watch.status()["answers"]), 0.5)
    assert watch.status()["safe_mode"] is True
    (alarm,) = watch.alarms()
    assert (alarm.code, alarm.facts["safe_mode"], alarm.facts["deaths"]) == ("air_unstable", True, 3)

    soon = {"starts_at": format_time(clock.now() + timedelta(seconds=SAFE_STAY + 200))}
    rule(home, status={"state": "idle", "upcoming": [soon]})
    first, seen = watch.pid, len(asked(home))
    clock.advance(SAFE_STAY)
    step(lambda: len(asked(home)) > seen + 1, 0.5)
    assert "shutdown" not in asked(home), "a session is near: what works is not touched"
    rule(home, status={"state": "idle", "upcoming": []})
    step(lambda: watch.pid not in {None, first} and not watch.status()["safe_mode"], 0.5)
    assert watch.alarms() == ()
    watch.stop()


def test_a_running_player_is_adopted_not_doubled(home: StationHome, watch: Supervisor) -> None:
    """The station plays on when the keeper is started again."""
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
