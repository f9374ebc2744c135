"""The keeper's nightly backup: when it is made, when it waits, what it says."""

from __future__ import annotations

import shutil
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest

from broadcaster.base.clock import VirtualClock, format_time
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.care.backup.service import BackupService
from broadcaster.keeper import backing_up
from broadcaster.keeper.alarms import HeldAlarms
from broadcaster.keeper.backing_up import AGAIN, LOOK, SETTLE, BackingUp
from broadcaster.keeper.process import _may_play
from broadcaster.protocol.restored import Restored, confirm, write_restored
from broadcaster.protocol.seal import make_key


class Night:
    """A station whose keeper looks when it is told to."""

    def __init__(self, home: StationHome, clock: VirtualClock, stick: Path) -> None:
        self.home, self.clock, self.stick = home, clock, stick
        stick.mkdir()
        save_settings(home, changed(Settings(), "backup", to=str(stick)))
        make_key(home)
        self.alarms = HeldAlarms(clock)
        self.sessions: list[dict[str, Any]] = []
        self.service = BackupService(home, clock)
        self.job = BackingUp(home, clock, self.alarms.raise_, self.alarms.clear, lambda: self.sessions)
        clock.sleep(SETTLE)

    def codes(self) -> list[str]:
        return [alarm.code for alarm in self.alarms.all()]

    def to(self, hour: int, minute: int = 0) -> None:
        """Later, at this time of day."""
        now = self.clock.now()
        then = now.replace(hour=hour, minute=minute, second=0, microsecond=0)
        self.clock.sleep((then - now + timedelta(days=int(then <= now))).total_seconds())


@pytest.fixture
def night(home: StationHome, clock: VirtualClock, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Night:
    monkeypatch.setattr(backing_up, "_step_back", lambda: None)  # or it waits for every other test of the machine
    return Night(home, clock, tmp_path / "usb")


def test_made_and_tried_each_night_and_made_up(night: Night) -> None:
    night.service.choose(str(night.stick))
    assert night.job.look(), "a station without any backup gets one at once"
    assert night.service.list()[0].drill is not None
    assert not night.job.look()
    night.to(22, 59)
    assert not night.job.look()
    night.to(23, 1)
    assert night.job.look()
    night.to(6)
    night.to(5)  # the computer was off for a night
    assert night.job.look()
    assert [line.drill.good for line in night.service.list() if line.drill] == [True] * len(night.service.list())
    assert night.codes() == []


def test_a_clock_that_begins_in_2000_makes_one_a_night(night: Night) -> None:
    night.service.choose(str(night.stick))
    assert night.job.look()
    night.clock.step_wall(-26 * 365 * 86_400)
    begun = night.clock.monotonic()
    assert night.job.look(), "by this clock there is none yet"
    while night.clock.monotonic() < begun + 3600:
        night.clock.sleep(LOOK / 2)
        assert not night.job.look()
    assert len(night.service.list()) == 2


def test_full_trial_on_sundays(night: Night) -> None:
    night.service.choose(str(night.stick))
    full = []
    for days in (0, 0, 0, 5):
        night.clock.sleep(days * 86_400)
        night.to(23, 1)
        night.job.look()
        line = night.service.newest()
        assert line is not None
        assert line.drill is not None
        full.append(line.drill.full)
    assert full == [True, True, False, True], "the first ever on a Saturday, then each Sunday"


def test_waits_while_a_session_is_near_and_breaks_off_for_it(night: Night) -> None:
    night.service.choose(str(night.stick))
    start = night.clock.now() + timedelta(minutes=9)
    night.sessions = [{"starts_at": format_time(start), "limit": 1800.0}]
    assert not night.job.look()
    night.sessions = [{"starts_at": format_time(start + timedelta(minutes=2)), "limit": 1800.0}]
    calls = iter([False, False, True])
    night.job._near = lambda: next(calls, True)  # type: ignore[method-assign]
    assert not night.job.look()
    assert night.service.place().names() == []
    assert night.codes() == []


def test_missing_stick_is_said_and_used_when_it_comes(night: Night) -> None:
    night.service.choose(str(night.stick))
    shutil.move(night.stick, night.stick.with_name("away"))
    night.stick.mkdir()  # what stays of a mount point
    assert not night.job.look()
    assert night.codes() == ["backup_place_missing"]
    assert not any(night.stick.iterdir()), "nothing is written into an empty mount point"
    night.stick.rmdir()
    shutil.move(night.stick.with_name("away"), night.stick)
    night.clock.sleep(AGAIN)
    assert night.job.look()
    assert night.codes() == []


def test_old_failed_and_bad_backups_are_said(night: Night) -> None:
    night.service.choose(str(night.stick))
    night.job.look()
    night.home.database.write_bytes(b"not a database")
    night.to(23, 1)
    assert not night.job.look()
    assert night.codes() == ["backup_failed"]
    night.clock.sleep(3 * 86_400)
    night.job.look()
    assert set(night.codes()) == {"backup_failed", "backup_old"}


def test_restored_station_waits_for_a_person(night: Night) -> None:
    assert _may_play(night.home)
    write_restored(night.home, Restored("2026-11-20T230000", "2026-11-20T23:00:00+07:00"))
    assert not _may_play(night.home)
    night.job.look()
    assert "restored_waits" in night.codes()
    confirm(night.home, "Cán bộ truyền thanh", format_time(night.clock.now()))
    assert _may_play(night.home)
    night.job.look()
    assert "restored_waits" not in night.codes()
