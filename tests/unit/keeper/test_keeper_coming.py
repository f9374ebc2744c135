"""Whether all that is planned for the coming day would sound: real files, real seals, the real ledger."""

from __future__ import annotations

import hashlib
import json
import os
import threading
import time as clock_time
import wave
from collections.abc import Iterator
from dataclasses import asdict
from datetime import datetime, time, timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from sqlalchemy import insert

from broadcaster.base.clock import STATION_ZONE, SystemClock, VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.db.schema import approval, cart, cut
from broadcaster.keeper.coming import ComingWatch
from broadcaster.keeper.jobs import DAYS_AHEAD, Jobs
from broadcaster.keeper.process import Keeper
from broadcaster.library.model import Removal
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.journal import JournalWriter, Kind, Reason
from broadcaster.protocol.rundown import newest_rundown
from broadcaster.wiring import App, build_app

NOW = "2026-11-01T08:00:00.000+07:00"


def put_item(app: App, name: str, seconds: float = 2.0, valid_until: str = "") -> str:
    """An approved item with a real sound; returns the sound's hash."""
    new = app.home.root / "new.flac"
    samples = np.zeros(int(seconds * RATE), np.int16)  # a long silence is written in no time
    samples[:RATE] = np.random.default_rng(len(name)).integers(-3000, 3000, RATE)
    soundfile.write(new, samples, RATE, subtype="PCM_16")
    return put_sound(app, name, new, int(seconds * RATE), valid_until)


def put_sound(app: App, name: str, file: Path, frames: int, valid_until: str = "") -> str:
    sha256 = hashlib.sha256(file.read_bytes()).hexdigest()
    place = app.home.audio(sha256)
    place.parent.mkdir(parents=True, exist_ok=True)
    file.replace(place)
    granted = Approval(name, f"cart:{name}", "", sha256, "Phó Chủ tịch", NOW, valid_until).sealed(app.key)
    with app.database.write("cart") as c:
        c.execute(insert(cut).values(sha256=sha256, frames=frames, lufs=-18.0, true_peak_db=-3.0, source="import",
                                     waveform=b"", created_at=NOW))
        c.execute(insert(approval).values(**vars(granted)))
        c.execute(insert(cart).values(id=name, kind="thong_bao", title=f"Mục {name}", cut_sha256=sha256, origin="own",
                                      state="approved", approval_id=name, created_at=NOW, updated_at=NOW))
    today = app.clock.now().date()
    app.schedule.add_campaign(name, 2, today, today + timedelta(days=30))
    return sha256


@pytest.fixture
def app(home: StationHome, clock: VirtualClock) -> Iterator[App]:
    made = build_app(home, clock)
    yield made
    made.close()


@pytest.fixture
def jobs(home: StationHome, clock: VirtualClock) -> Iterator[Jobs]:
    jobs = Jobs(home, clock)
    yield jobs
    jobs.close()


def until(clock: VirtualClock, hour: int, minute: int, day: int = 21) -> None:
    then = datetime.combine(clock.now().date().replace(day=day), time(hour, minute), STATION_ZONE)
    clock.advance((then - clock.now()).total_seconds())


def alarms(jobs: Jobs, *codes: str) -> dict[str, dict[str, object]]:
    return {alarm["code"]: alarm["facts"] for alarm in jobs.health()["alarms"]
            if alarm["code"].startswith(("coming_", "next_")) or alarm["code"] in codes}


def test_a_lost_sound_is_said_a_day_ahead_and_ends_with_the_file(app: App, clock: VirtualClock, jobs: Jobs) -> None:
    sha256 = put_item(app, "a")
    put_item(app, "bb")
    jobs.publish()
    assert jobs.verify() == 0
    aside = app.home.audio(sha256).rename(app.home.root / "aside")
    assert jobs.verify() == 2
    assert alarms(jobs)["coming_missing"] == {
        "items": "“Mục a” (Buổi sáng 05:00 21/11), “Mục a” (Buổi chiều 17:00 21/11)", "count": 2}
    aside.rename(app.home.audio(sha256))
    assert jobs.verify() == 0
    assert "coming_missing" not in alarms(jobs)


@pytest.mark.parametrize("how", ["altered", "torn", "other rate", "no sound"])
def test_a_file_that_cannot_be_heard_is_found_by_reading_it(app: App, jobs: Jobs, how: str) -> None:
    place = app.home.root / "given"
    if how == "other rate":
        soundfile.write(place, np.zeros(8000, np.int16), 8000, subtype="PCM_16", format="FLAC")
        sha256 = put_sound(app, "a", place, RATE)
    elif how == "no sound":
        with wave.open(str(place), "wb") as file:
            file.setparams((1, 2, RATE, 0, "NONE", ""))
        sha256 = put_sound(app, "a", place, RATE)  # the right name, and not a frame of what was planned
    else:
        sha256 = put_item(app, "a")
        raw = bytearray(app.home.audio(sha256).read_bytes())
        app.home.audio(sha256).write_bytes(raw[: len(raw) // 2] if how == "torn" else raw[:-1] + b"x")
    jobs.publish()
    jobs.verify()
    assert set(alarms(jobs)) == {"coming_altered"}
    assert app.home.audio(sha256).exists(), "nothing is taken away"


def test_a_sound_is_read_a_day_ahead_and_ten_minutes_ahead(app: App, clock: VirtualClock, jobs: Jobs) -> None:
    put_item(app, "a")
    jobs.publish()
    watch = ComingWatch(app.home)
    for _ in range(5):
        assert watch.look(clock.now()) == []
    assert watch.read == 2, "once as what comes within a day, once because the morning begins in ten minutes"
    until(clock, 16, 0)
    watch.look(clock.now())
    assert watch.read == 2
    until(clock, 16, 51)
    for _ in range(5):
        watch.look(clock.now())
    assert watch.read == 3


def test_a_bad_disk_is_noticed_ten_minutes_ahead(app: App, clock: VirtualClock) -> None:
    """Bytes change, size and times do not."""
    sha256 = put_item(app, "a")
    Jobs(app.home, clock).publish()
    until(clock, 12, 0)
    watch = ComingWatch(app.home)
    assert watch.look(clock.now()) == []
    _rot(app.home.audio(sha256))
    until(clock, 16, 55)
    assert {fault.reason for fault in watch.look(clock.now())} >= {Reason.FILE_ALTERED}


def _rot(path: Path) -> None:
    before = path.stat()
    raw = bytearray(path.read_bytes())
    raw[len(raw) // 2] ^= 1
    with path.open("r+b") as file:
        file.write(raw)
    os.utime(path, ns=(before.st_atime_ns, before.st_mtime_ns))


def test_what_was_taken_back_before_the_next_plan_is_said(app: App, clock: VirtualClock) -> None:
    """The published file still has it: a keeper that cannot plan must not be silent about it."""
    put_item(app, "a")
    Jobs(app.home, clock).publish()
    watch = ComingWatch(app.home)
    assert watch.look(clock.now()) == []
    app.approvals.withdraw("cart:a", "Phó Chủ tịch", "sai giờ")
    assert {fault.reason for fault in watch.look(clock.now())} == {Reason.NOT_APPROVED}


def test_a_damaged_ledger_lets_nothing_pass(app: App, home: StationHome, clock: VirtualClock) -> None:
    put_item(app, "a")
    app.approvals.withdraw("cart:a", "Phó Chủ tịch", "để có sổ")
    put_item(app, "bb")
    Jobs(home, clock).publish()
    home.approvals.write_bytes(b"{}\n")
    assert {fault.reason for fault in ComingWatch(home).look(clock.now())} == {Reason.NOT_APPROVED}


def test_an_item_that_expires_overnight_is_named_the_evening_before(app: App, clock: VirtualClock, jobs: Jobs) -> None:
    put_item(app, "a", 1200.0)
    put_item(app, "bb", valid_until="2026-11-21")
    until(clock, 15, 0)
    jobs.publish()
    assert alarms(jobs) == {}
    until(clock, 16, 0)
    jobs.publish()
    assert alarms(jobs)["next_expired"] == {"items": "“Mục bb” (22/11)", "count": 1}


def test_what_becomes_empty_at_night_is_said_a_second_time(app: App, clock: VirtualClock, jobs: Jobs) -> None:
    put_item(app, "a", 1200.0)
    until(clock, 18, 0)
    jobs.publish()
    assert "next_empty" not in alarms(jobs)
    app.approvals.withdraw("cart:a", "Phó Chủ tịch", "sai giờ")
    until(clock, 20, 0)
    jobs.publish()
    first = {alarm["code"]: alarm["since"] for alarm in jobs.health()["alarms"]}
    assert first["next_withdrawn"] == first["next_empty"] == "2026-11-21T20:00:00.000+07:00"
    put_item(app, "bb", valid_until="2026-11-22")
    app.approvals.withdraw("cart:bb", "Phó Chủ tịch", "sai ngày")
    until(clock, 21, 0)
    jobs.publish()
    later = {alarm["code"]: alarm["since"] for alarm in jobs.health()["alarms"]}
    assert later["next_withdrawn"] == "2026-11-21T21:00:00.000+07:00", "one more item: said anew"
    assert later["next_empty"] == first["next_empty"], "nothing new: it goes on"
    assert "session_empty" not in later, "each session is named once"


# -- the clock, reboots --

def test_published_again_and_again_it_is_the_same(app: App, home: StationHome, clock: VirtualClock) -> None:
    """By a late job, a second keeper, after a reboot, after the clock went back and forth: no file more."""
    put_item(app, "a")
    until(clock, 8, 0)
    first = Jobs(home, clock)
    assert len(first.publish()) == 1 + DAYS_AHEAD
    first.close()
    for step in (59.0, 3600.0, -1800.0, 0.0):
        clock.step_wall(step)
        again = Jobs(home, clock)
        assert again.publish() == [], f"the clock moved by {step}"
        again.close()


def test_no_instant_comes_from_the_moment_of_publishing(app: App, home: StationHome, clock: VirtualClock) -> None:
    put_item(app, "a")
    clock.advance(61.327)
    Jobs(home, clock).publish()
    path = newest_rundown(home.rundowns, clock.now().date() + timedelta(days=1))
    assert path is not None
    text = path.read_text(encoding="utf-8")
    assert '"starts_at": "2026-11-22T05:00:00.000+07:00"' in text
    assert ".327" not in text.replace(text[text.index('"created_at"'):].partition("\n")[0], "")


def test_ten_years_on_nothing_is_published_planned_or_thrown_away(
        app: App, home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    """A battery that dies may also say 2036; what lies aside for thirty days must not be deleted for that."""
    put_item(app, "a")
    jobs.publish()
    writer = JournalWriter(home.asrun, clock.now)
    writer.write(Kind.BOOT)
    aside = home.root / "audio" / ".removed" / "ab"
    aside.mkdir(parents=True)
    sound, note = aside / "abc.flac", aside / "abc.json"
    sound.write_bytes(b"sound")
    removal = Removal("abc", "Cũ", "cart-x", "retention", "2026-01-01", 2.0, 5, "")
    note.write_text(json.dumps({"at": NOW, "removal": asdict(removal)}), encoding="utf-8")
    assert jobs.tidy() == 0
    assert sound.exists()
    before = sorted(path.name for path in home.rundowns.iterdir())
    clock.step_wall(10 * 366 * 86_400.0)
    assert jobs.publish() == []
    assert jobs.tidy() == 0
    assert jobs.verify() == 0
    assert "clock_invalid" in alarms(jobs, "clock_invalid")
    assert sorted(path.name for path in home.rundowns.iterdir()) == before
    assert sound.exists()
    writer.write(Kind.CLOCK, valid=True, confirmed=True)
    writer.close()
    jobs.publish()
    assert "clock_invalid" not in alarms(jobs, "clock_invalid"), "somebody said that it is so"


def test_without_a_key_there_is_nothing_to_look_at(bare_home: StationHome, clock: VirtualClock) -> None:
    assert Jobs(bare_home, clock).verify() == 0
    assert not bare_home.key.exists(), "it is made by the first opening of the station, never by looking"


def test_the_running_keeper_looks_by_itself(home: StationHome) -> None:
    """By the machine's own clock: some session always begins within a day."""
    app = build_app(home, SystemClock())
    sha256 = put_item(app, "a")
    app.schedule.publish_days(app.clock.now().date(), 2)
    app.close()
    home.audio(sha256).unlink()
    keeper = Keeper(home, SystemClock(), start_air=False, with_air=False)
    running = threading.Thread(target=keeper.run)
    running.start()
    try:
        end = clock_time.monotonic() + 60
        while "coming_missing" not in alarms(keeper._jobs):
            assert clock_time.monotonic() < end
            clock_time.sleep(0.05)
    finally:
        keeper.end()
        running.join(60)
    assert not running.is_alive()
