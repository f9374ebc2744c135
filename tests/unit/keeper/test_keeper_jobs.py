"""The keeper's jobs and the keeper itself, on a real station home."""

from __future__ import annotations

import hashlib
import json
import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta

import pytest
from sqlalchemy import insert

from broadcaster.accounts.model import Person, Role
from broadcaster.base.clock import SystemClock, VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import Settings, changed, save_settings
from broadcaster.db.schema import approval, cart, cut
from broadcaster.keeper.jobs import DAYS_AHEAD, Jobs
from broadcaster.protocol.approval import Approval
from broadcaster.protocol.emergency import EmergencyMessage, write_message
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.rundown import CutRef, newest_rundown, read_rundown
from broadcaster.protocol.seal import read_key
from broadcaster.schedule.sessions.templates import write_template
from broadcaster.wiring import App, build_app

NOW = "2026-11-01T08:00:00.000+07:00"


@pytest.fixture
def jobs(home: StationHome, clock: VirtualClock) -> Iterator[Jobs]:
    jobs = Jobs(home, clock)
    yield jobs
    jobs.close()


def put_approved(app: App, name: str = "a") -> str:
    """An approved item of a minute."""
    sha256 = hashlib.sha256(name.encode()).hexdigest()
    granted = Approval(name, f"cart:{name}", "", sha256, "Phó Chủ tịch", NOW).sealed(app.key)
    with app.database.write("cart") as c:
        c.execute(insert(cut).values(sha256=sha256, frames=60 * 48_000, lufs=-18.0, true_peak_db=-3.0, source="import",
                                     waveform=b"", created_at=NOW))
        c.execute(insert(approval).values(**vars(granted)))
        c.execute(insert(cart).values(id=name, kind="thong_bao", title="Thông báo", cut_sha256=sha256, state="approved",
                                      origin="own", approval_id=name, created_at=NOW, updated_at=NOW))
    return name


def fill(home: StationHome, clock: SystemClock | VirtualClock) -> None:
    app = build_app(home, clock)
    today = clock.now().date()
    app.schedule.add_campaign(put_approved(app), 2, today, today + timedelta(days=60))
    sound = home.audio(hashlib.sha256(b"a").hexdigest())
    sound.parent.mkdir(parents=True, exist_ok=True)
    sound.write_bytes(b"")  # it is there; what it holds is the player's to judge
    app.close()


def codes(jobs: Jobs) -> set[str]:
    return {alarm["code"] for alarm in jobs.health()["alarms"]}


def test_two_weeks_are_published_ahead_and_only_once(home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    fill(home, clock)
    assert len(jobs.publish()) == 1 + DAYS_AHEAD
    assert jobs.publish() == []
    clock.advance(86_400)
    # Nothing aired on the first day (no player here), so the second day's first airing is no repeat after all.
    assert jobs.publish() == ["2026-11-22.r2.json", "2026-12-07.r1.json"]
    assert "session_empty" not in codes(jobs)
    assert [item["seconds"] for item in jobs.health()["sessions"]] == [60.0] * 4


def test_an_empty_session_of_tomorrow_is_an_alarm_today(clock: VirtualClock, jobs: Jobs) -> None:
    """Emptiness is seen before it is heard."""
    jobs.publish()
    (alarm,) = [alarm for alarm in jobs.health()["alarms"] if alarm["code"] == "session_empty"]
    assert "2026-11-22/morning" in alarm["facts"]["sessions"]


def test_a_week_nobody_approved_is_an_alarm_and_so_is_what_came_later(
        home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    save_settings(home, changed(Settings(), "approval", weekly_sheet=True))
    fill(home, clock)
    assert jobs.publish() == []
    assert "session_empty" not in codes(jobs)
    (alarm,) = [alarm for alarm in jobs.health()["alarms"] if alarm["code"] == "sheet_missing"]
    assert alarm["facts"] == {"first": "16/11", "last": "22/11/2026"}
    app = build_app(home, clock)
    today = clock.now().date()
    for day in (today, today + timedelta(days=2)):
        app.sheets.submit(day, "Cán bộ truyền thanh")
        app.sheets.approve(day, Person("p", "Phó Chủ tịch", "", Role.APPROVER))
    assert len(jobs.publish()) == 9
    assert not {"sheet_missing", "sheet_behind"} & codes(jobs)
    made = app.schedule.campaigns()[0]
    app.schedule.add_campaign(made.cart.id, 1, today, today + timedelta(days=9))
    jobs.publish()
    assert "sheet_behind" in codes(jobs)
    app.close()


def test_a_withdrawn_message_leaves_the_emergency_shelf(home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    app = build_app(home, clock)
    approved = app.approvals.current(put_approved(app))
    assert approved is not None
    write_message(home, EmergencyMessage("bao", "Bão", CutRef(approved.audio_sha256, 48_000), approved), app.key)
    jobs.publish()
    assert [message.slug for message in app.emergency.messages()] == ["bao"]
    app.approvals.withdraw("cart:a", "Phó Chủ tịch", "hết bão")
    jobs.publish()
    assert app.emergency.messages() == []
    app.close()


def test_changed_settings_are_taken_over(home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    fill(home, clock)
    jobs.publish()
    save_settings(home, changed(Settings(), "hours", quiet_from="16:00"))
    assert len(jobs.publish()) == 1 + DAYS_AHEAD
    path = newest_rundown(home.rundowns, clock.now().date())
    assert path is not None
    rundown = read_rundown(path, read_key(home))
    assert [session.id for session in rundown.sessions] == ["2026-11-21/morning"]


def test_a_broken_session_file_is_an_alarm_and_ends_with_its_repair(home: StationHome, jobs: Jobs) -> None:
    path = home.root / "schedules" / "x.toml"
    path.parent.mkdir()
    path.write_text("id = \n", encoding="utf-8")
    assert jobs.publish() == []
    assert "publish_failed" in codes(jobs)
    path.unlink()
    jobs.publish()
    assert "publish_failed" not in codes(jobs)


def test_a_session_file_that_was_good_once_holds_while_it_is_broken(home: StationHome, clock: VirtualClock,
                                                                    jobs: Jobs) -> None:
    fill(home, clock)
    app = build_app(home, clock)
    write_template(home, replace(app.schedule.templates()[0], name="Buổi sớm", minutes=40))
    app.close()
    jobs.publish()
    files = sorted((home.root / "schedules").glob("*.toml"))
    files[0].write_bytes(b"id = \x00\xff")
    assert jobs.publish() == []
    assert "plan_unreadable" in codes(jobs)
    assert "publish_failed" not in codes(jobs)
    newest = newest_rundown(home.rundowns, clock.now().date())
    assert newest is not None
    assert len(read_rundown(newest, read_key(home)).sessions) == 2
    files[0].unlink()
    jobs.publish()
    assert "plan_unreadable" not in codes(jobs)


def test_a_journal_that_holds_together_again_ends_its_alarm(home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    writer = JournalWriter(home.asrun, clock.now)
    writer.write(Kind.BOOT)
    writer.close()
    (path,) = home.asrun.glob("*.jsonl")
    whole = path.read_bytes()
    path.write_bytes(whole.replace(b"BOOT", b"BEAT"))
    for _ in range(2):
        jobs.file()
        assert "journal_faults" in codes(jobs), "as long as it is so"
    path.write_bytes(whole)
    jobs.file()
    assert "journal_faults" not in codes(jobs)


@pytest.mark.parametrize("seconds", [-60 * 365.25 * 86_400 + 0.0, -2 * 86_400.0])
def test_a_clock_set_back_publishes_nothing(home: StationHome, clock: VirtualClock, jobs: Jobs, seconds: float) -> None:
    """Neither 1966 nor the day before yesterday."""
    fill(home, clock)
    (home.asrun / "2026-11-21.jsonl").write_bytes(b"")
    clock.step_wall(seconds)
    assert jobs.publish() == []
    assert "clock_invalid" in codes(jobs)
    clock.step_wall(-seconds)
    assert jobs.publish()
    assert "clock_invalid" not in codes(jobs)


def test_a_moment_in_2037_does_not_stop_the_publishing_for_years(home: StationHome, clock: VirtualClock,
                                                                 jobs: Jobs) -> None:
    """The player wrote while the clock was mad, and knew it; or it did not, and an operator put it right."""
    fill(home, clock)
    writer = JournalWriter(home.asrun, clock.now)
    writer.write(Kind.BOOT)
    clock.step_wall(11 * 366 * 86_400.0)
    writer.write(Kind.CLOCK, valid=False, problem="far_ahead")
    clock.step_wall(-11 * 366 * 86_400.0)
    writer.write(Kind.CLOCK, valid=True)
    assert (home.asrun / "2037-11-29.jsonl").exists(), "the file's name tells nothing any more"
    assert jobs.publish()
    clock.step_wall(40 * 86_400.0)
    writer.write(Kind.OPERATOR, action="resume")
    clock.step_wall(-40 * 86_400.0)
    jobs.publish()
    assert "clock_invalid" in codes(jobs)
    writer.write(Kind.CLOCK, valid=True, confirmed=True)
    writer.close()
    jobs.publish()
    assert "clock_invalid" not in codes(jobs)


def test_a_damaged_database_does_not_end_the_keeper(home: StationHome, jobs: Jobs) -> None:
    home.database.write_bytes(b"no database at all" * 100)
    assert jobs.publish() == []
    assert jobs.file() == 0
    assert {"publish_failed", "filing_failed"} <= codes(jobs)


def run_keeper(home: StationHome, *words: str) -> subprocess.Popen[str]:
    return subprocess.Popen([sys.executable, "-m", "broadcaster", "keeper", "--home", str(home.root), *words],
                            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def connect(home: StationHome, process: subprocess.Popen[str]) -> LinkClient:
    end = time.monotonic() + 60
    while True:
        try:
            return LinkClient(home, "keeper", timeout=30)
        except Refused:
            assert time.monotonic() < end
            assert process.poll() is None, process.communicate()
            time.sleep(0.1)


def test_the_keeper_publishes_answers_and_ends(home: StationHome) -> None:
    clock = SystemClock()
    fill(home, clock)
    process = run_keeper(home, "--no-air")
    try:
        client = connect(home, process)
        client.ask("publish")
        tomorrow = newest_rundown(home.rundowns, clock.now().date() + timedelta(days=1))
        assert tomorrow is not None
        status = client.ask("status")["status"]
        assert status["pid"] == process.pid
        assert json.loads((home.run / "keeper.status.json").read_bytes())["sessions"]
        second = run_keeper(home, "--no-air")
        _, errors = second.communicate(timeout=60)
        assert second.returncode == 1
        assert errors.strip().splitlines() == [f"broadcaster: keeper already runs for {home.root}"]
        with pytest.raises(Refused) as caught:
            client.ask("dance")
        assert caught.value.code == "link.command"
        client.ask("shutdown")
        client.close()
        _, errors = process.communicate(timeout=60)
        assert (process.returncode, errors) == (0, "")
        assert not (home.run / "keeper.json").exists()
    finally:
        process.kill()
        process.communicate()


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM is not sent there")
def test_sigterm_ends_the_keeper_and_its_lock(home: StationHome) -> None:
    process = run_keeper(home, "--no-air")
    try:
        connect(home, process).close()
        process.terminate()
        process.communicate(timeout=60)
        assert process.returncode == 0
        again = run_keeper(home, "--no-air")
        connect(home, again).close()
        again.terminate()
        again.communicate(timeout=60)
    finally:
        process.kill()
        process.communicate()


def test_the_lock_is_let_go_by_death(home: StationHome) -> None:
    process = run_keeper(home, "--no-air")
    connect(home, process).close()
    process.kill()
    process.communicate()
    again = run_keeper(home, "--no-air")
    try:
        end = time.monotonic() + 60
        while json.loads((home.run / "keeper.json").read_bytes())["pid"] != again.pid:
            assert again.poll() is None
            assert time.monotonic() < end
            time.sleep(0.1)
    finally:
        again.kill()
        again.communicate()




def test_a_report_that_is_overdue_is_an_alarm_until_it_is_made(
        home: StationHome, clock: VirtualClock, jobs: Jobs) -> None:
    app = build_app(home, clock)
    try:
        letter = app.directives.add_text("Kính gửi: Đài truyền thanh xã.\nĐề nghị phát 2 lần/ngày.", "a").directive
        yesterday = clock.now().date() - timedelta(days=1)
        app.directives.correct(letter.id, "report_due", yesterday.isoformat(), "")
        jobs.publish()
        (alarm,) = [alarm for alarm in jobs.health()["alarms"] if alarm["code"] == "report_overdue"]
        assert alarm["facts"]["count"] == 1
        app.directives.work.mark_reported(letter.id, "Cán bộ truyền thanh", "", clock.now().date())
        jobs.publish()
        assert "report_overdue" not in codes(jobs)
    finally:
        app.close()
