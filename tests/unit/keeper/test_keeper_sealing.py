"""The keeper seals a day soon after it is over, and nothing by a clock nobody believes."""

from __future__ import annotations

from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.keeper.jobs import Jobs
from broadcaster.protocol.journal import JournalWriter, Kind


def codes(jobs: Jobs) -> set[str]:
    return {alarm["code"] for alarm in jobs.health()["alarms"]}


def write(home: StationHome, clock: VirtualClock) -> None:
    pen = JournalWriter(home.asrun, clock.now)
    pen.write(Kind.BOOT)
    pen.close()


def test_a_day_is_sealed_when_it_is_over(home: StationHome, clock: VirtualClock) -> None:
    jobs = Jobs(home, clock)
    write(home, clock)
    assert jobs.seal() == 0
    clock.advance(86_400)
    assert (jobs.seal(), jobs.seal()) == (1, 0)
    assert len(list(home.seals.glob("*.json"))) == 1
    assert "seal_failed" not in codes(jobs)
    jobs.close()


def test_nothing_is_over_by_a_clock_that_lies(home: StationHome, clock: VirtualClock) -> None:
    jobs = Jobs(home, clock)
    write(home, clock)
    clock.step_wall(20 * 365 * 86_400)
    assert jobs.seal() == 0
    assert not list(home.seals.glob("*.json"))
    assert "clock_invalid" in codes(jobs)
    jobs.close()


def test_what_keeps_a_day_from_being_sealed_is_said_until_it_is_over(home: StationHome, clock: VirtualClock) -> None:
    jobs = Jobs(home, clock)
    write(home, clock)
    clock.advance(86_400)
    home.signing_key.write_text("no key", encoding="ascii")
    assert jobs.seal() == 0
    assert "seal_failed" in codes(jobs)
    home.signing_key.unlink()
    assert jobs.seal() == 1
    assert "seal_failed" not in codes(jobs)
    jobs.close()
