"""Suspend and resume: the machine is kept awake, and sleep that comes all the same is told from a clock set ahead."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import time
from datetime import datetime, timedelta
from pathlib import Path

import pytest

from broadcaster.air.clockguard import ClockGuard, Jump, explain
from broadcaster.air.wakelock import NEAR, WakeLock
from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock, unix

NOW = datetime(2026, 11, 21, 4, 50, tzinfo=STATION_ZONE)


@pytest.fixture
def inhibitor(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A systemd-inhibit for machines without one: it notes what it was asked, then runs the command as the real one."""
    asked, program = tmp_path / "asked", tmp_path / "systemd-inhibit"
    program.write_text(f'#!/bin/sh\necho "$$ $@" >> "{asked}"\nfor last; do :; done\n"$last"\necho gone >> "{asked}"\n')
    program.chmod(program.stat().st_mode | stat.S_IXUSR)
    monkeypatch.setenv("PATH", str(tmp_path), prepend=os.pathsep)
    return asked


def told(path: Path) -> list[str]:
    return path.read_text().splitlines() if path.exists() else []


def wait_for_words(path: Path, count: int) -> list[str]:
    end = time.monotonic() + 10
    while len(told(path)) < count:
        assert time.monotonic() < end, told(path)
        time.sleep(0.02)
    return told(path)


needs_sh = pytest.mark.skipif(not sys.platform.startswith("linux"), reason="systemd-inhibit is Linux's")


@needs_sh
def test_kept_awake_while_a_session_is_near_or_running(inhibitor: Path) -> None:
    lock = WakeLock()
    lock.keep(NOW + NEAR + timedelta(minutes=1), NOW, busy=False)
    assert (lock.held, told(inhibitor)) == (False, [])
    lock.keep(NOW + timedelta(minutes=10), NOW, busy=False)
    lock.keep(None, NOW, busy=True)
    (words,) = wait_for_words(inhibitor, 1)
    assert lock.held
    assert "--what=sleep:idle" in words
    assert "05:00" in words
    lock.keep(None, NOW, busy=False)
    assert not lock.held
    assert told(inhibitor)[1:] == ["gone"]
    lock.keep(None, NOW, busy=True)
    lock.release()
    assert told(inhibitor)[2:3] != [], "and it can be held again"


@needs_sh
def test_kill_9_lets_the_machine_sleep_again(inhibitor: Path) -> None:
    code = "import time; from broadcaster.air.wakelock import WakeLock; WakeLock().hold('x'); time.sleep(60)"
    with subprocess.Popen([sys.executable, "-c", code]) as player:
        wait_for_words(inhibitor, 1)
        player.kill()
    assert wait_for_words(inhibitor, 2)[1] == "gone"


@needs_sh
def test_a_lock_that_went_away_is_asked_for_again(inhibitor: Path) -> None:
    lock = WakeLock()
    lock.keep(None, NOW, busy=True)
    (words,) = wait_for_words(inhibitor, 1)
    os.kill(int(words.split()[0]), signal.SIGKILL)
    end = time.monotonic() + 10
    while lock.held:
        assert time.monotonic() < end
        time.sleep(0.02)
    for minutes in (1, 5, 10):
        lock.keep(None, NOW + timedelta(minutes=minutes), busy=True)
    assert len([line for line in told(inhibitor) if "--what" in line]) == 1, "not every minute"
    lock.keep(None, NOW + timedelta(minutes=11), busy=True)
    wait_for_words(inhibitor, 2)
    assert lock.held
    lock.release()


def test_a_system_without_such_a_lock_is_no_fault(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    broken = tmp_path / "systemd-inhibit"
    for content in (None, "#!/no/such/interpreter\n"):
        if content is not None:
            broken.write_text(content)
            broken.chmod(0o755)
        lock = WakeLock()
        lock.hold("x")
        assert not lock.held
        lock.release()


@pytest.mark.parametrize(("step", "slept", "counts", "expected"), [
    (0.0, 0.0, False, Jump()),
    (7200.0, 7200.0, False, Jump(slept=7200.0)),
    (7201.2, 7200.0, False, Jump(slept=7200.0)),
    (7200.0, 0.0, False, Jump(moved=7200.0)),
    (-3600.0, 0.0, False, Jump(moved=-3600.0)),
    (10_800.0, 7200.0, False, Jump(slept=7200.0, moved=3600.0)),
    (0.0, 7200.0, True, Jump(slept=7200.0)),
    (3600.0, 7200.0, True, Jump(slept=7200.0, moved=3600.0)),
    (0.3, 0.2, False, Jump()),
], ids=str)
def test_slept_is_told_from_set(step: float, slept: float, counts: bool, expected: Jump) -> None:
    assert explain(step, slept, steady_counts_sleep=counts) == expected


def test_the_guard_sees_sleep_and_a_step_in_their_turn() -> None:
    clock, guard = VirtualClock(NOW), ClockGuard(None)

    def look() -> Jump:
        return guard.jump(unix(clock.now()) - clock.monotonic(), clock.suspended())

    assert not look()
    clock.advance(60)
    assert not look()
    clock.suspend(5400)
    assert look() == Jump(slept=5400)
    clock.step_wall(-3600)
    assert look() == Jump(moved=-3600)
    assert not look()


def test_the_systems_own_count_never_runs_by_itself() -> None:
    clock = SystemClock()
    before = clock.suspended()
    clock.sleep(0.05)
    assert abs(clock.suspended() - before) < 0.5
