"""Jobs by APScheduler, without its traps: no lost late runs, no flood after a clock jump."""

from __future__ import annotations

import threading
from datetime import datetime, timedelta

from broadcaster.base.clock import STATION_ZONE
from broadcaster.keeper.process import make_scheduler, run_now
from broadcaster.keeper.rhythm import Rhythm

NOW = datetime(2026, 11, 21, 5, tzinfo=STATION_ZONE)


def test_the_first_run_is_at_once_then_every_so_often() -> None:
    rhythm = Rhythm(5)
    assert rhythm.get_next_fire_time(None, NOW) == NOW
    assert rhythm.get_next_fire_time(NOW, NOW + timedelta(seconds=1)) == NOW + timedelta(seconds=6)


def test_ten_years_of_missed_runs_are_one() -> None:
    """The clock set ten years ahead must not fill the memory."""
    scheduler = make_scheduler(lambda job, detail: None)
    scheduler.start(paused=True)
    try:
        job = scheduler.add_job(print, Rhythm(5))
        job.modify(next_run_time=NOW)
        assert job._get_run_times(NOW.replace(year=2036)) == [NOW]
    finally:
        scheduler.shutdown()


def test_a_job_late_by_an_hour_still_runs() -> None:
    """The library's default drops what is a second late."""
    ran = threading.Event()
    scheduler = make_scheduler(lambda job, detail: None)
    scheduler.start(paused=True)
    job = scheduler.add_job(ran.set, Rhythm(3600))
    job.modify(next_run_time=datetime.now(STATION_ZONE) - timedelta(hours=1))
    scheduler.resume()
    try:
        assert ran.wait(30)
    finally:
        scheduler.shutdown()


def test_after_a_clock_set_back_jobs_run_at_once() -> None:
    """Their next time, a year from now, would be waited for."""
    ran = threading.Event()
    scheduler = make_scheduler(lambda job, detail: None)
    scheduler.start()
    try:
        job = scheduler.add_job(ran.set, Rhythm(3600), next_run_time=datetime.now(STATION_ZONE) + timedelta(days=365))
        assert not ran.is_set()
        run_now(scheduler)
        assert ran.wait(30)
        assert job.id
    finally:
        scheduler.shutdown()


def test_a_failing_job_is_said_aloud_and_comes_again() -> None:
    told = threading.Event()
    runs = []
    scheduler = make_scheduler(lambda job, detail: told.set())

    def fail() -> None:
        runs.append(1)
        raise ValueError("broken")

    scheduler.add_job(fail, Rhythm(0.05))
    scheduler.start()
    try:
        assert told.wait(30)
        told.clear()
        assert told.wait(30)
    finally:
        scheduler.shutdown()
    assert len(runs) >= 2
