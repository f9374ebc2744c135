"""The clock set back, ahead, to 1970, ten years on; another time zone in the system; a machine that slept."""

from __future__ import annotations

import json
import time
from datetime import timedelta
from pathlib import Path

import pytest
from air_station import Station, moment

from broadcaster.air.simulate import VirtualAir, simulate
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.seal import make_key
from broadcaster.protocol.verifier import GENESIS, verify

FAULTS = {"set back": (-3600.0, "behind_journal", {""}), "to 1970": (-1_795_000_000.0, "implausible", {""}),
          "ten years on": (10 * 366 * 86_400.0, "far_ahead", {""})}


@pytest.fixture
def station(home: StationHome) -> Station:
    return Station(home, make_key(home))


def two_sessions(station: Station) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [20.0, 5.0]), moment("05:10"), "a"),
                     station.session(station.chain(moment("05:20"), [5.0], "f"), moment("05:30"), "b")])


def alarms(air: VirtualAir) -> list[str]:
    return [alarm.code for alarm in air.conductor.alarms.all()]


@pytest.mark.parametrize("fault", list(FAULTS))
def test_clock_that_lies_is_said_and_nothing_new_begins(station: Station, clock: VirtualClock, fault: str) -> None:
    """In mid-item: what sounds goes on (unless its session is over by then), what follows waits for a believable
    clock, and nothing airs twice."""
    step, problem, reasons = FAULTS[fault]
    two_sessions(station)
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    clock.step_wall(step)
    air.run_until(clock.now() + timedelta(seconds=12))
    assert "clock_invalid" in alarms(air)
    assert [line.data["problem"] for line in station.journal(Kind.CLOCK) if "problem" in line.data] == [problem]
    assert station.told(Kind.END)["e1"].data["reason"] in reasons
    clock.step_wall(-step)
    air.run_until(moment("05:31"))
    assert "clock_invalid" not in alarms(air)
    assert [path.stem for path in journal_files(station.home.asrun)] == ["2026-11-21"], "no file for a day that is not"
    air.close()
    assert [line.data["event_id"] for line in station.journal(Kind.START)].count("e1") == 1
    assert station.told(Kind.END)["f1"].data["reason"] == "", "the next session knows nothing of it"
    assert set(station.told(Kind.END)) | set(station.told(Kind.MISSED)) == {"e1", "e2", "f1"}
    assert not list(verify(journal_files(station.home.asrun), GENESIS))


def test_clock_set_ahead_over_a_session_says_why_it_was_missed(station: Station, clock: VirtualClock) -> None:
    two_sessions(station)
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:55"))
    clock.step_wall(1200)
    air.run_until(moment("05:31"))
    air.close()
    (line,) = [line for line in station.journal(Kind.CLOCK) if "step_seconds" in line.data]
    assert line.data["step_seconds"] == pytest.approx(1200, abs=0.2)
    reasons = {line.data["reason"] for line in station.told(Kind.MISSED).values()}
    assert set(station.told(Kind.MISSED)) == {"e1", "e2"}
    assert reasons <= {"sleep", "clock_invalid"}
    assert station.told(Kind.END)["f1"].data["reason"] == ""


@pytest.mark.skipif(not hasattr(time, "tzset"), reason="the zone of one process cannot be set there")
@pytest.mark.parametrize("zone", ["America/New_York", "Asia/Tokyo", "Pacific/Kiritimati", "nonsense"])
def test_t14_another_time_zone_in_the_system_changes_no_byte(tmp_path: Path, monkeypatch: pytest.MonkeyPatch,
                                                             zone: str) -> None:
    def played(name: str) -> list[tuple[str, str, str]]:
        home = StationHome(tmp_path / name)
        home.create()
        station = Station(home, make_key(home))
        two_sessions(station)
        simulate(home, VirtualClock(moment("04:59")), moment("05:31"))
        return [(str(line.kind), line.at.isoformat(), json.dumps(
            {key: value for key, value in line.data.items() if key not in {"pid", "approval", "approval_id"}}))
                for line in station.journal()]

    try:
        expected = played("at home")
        monkeypatch.setenv("TZ", zone)
        time.tzset()
        assert played("abroad") == expected
    finally:
        monkeypatch.undo()
        time.tzset()


def test_suspend_and_resume_within_an_item_goes_on(station: Station, clock: VirtualClock) -> None:
    """A lid closed for half a minute: nothing is lost, nothing is played faster to catch up."""
    two_sessions(station)
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:10"))
    clock.suspend(30)
    air.run_until(moment("05:02"))
    assert {name: line.data["reason"] for name, line in station.told(Kind.END).items()} == {"e1": "", "e2": ""}
    assert station.journal(Kind.CLOCK), "and the log says that time was lost"
    air.close()


def test_suspend_over_the_rest_of_a_session_is_told_as_sleep(station: Station, clock: VirtualClock) -> None:
    two_sessions(station)
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:58"))
    clock.suspend(15 * 60)
    air.run_until(moment("05:31"))
    air.close()
    assert {name: line.data["reason"] for name, line in station.told(Kind.MISSED).items()} == {
        "e1": "sleep", "e2": "sleep"}
    assert station.told(Kind.END)["f1"].data["reason"] == ""
