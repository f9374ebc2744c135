"""Faults found by reading: each of them once kept a station silent, or let it sound when it should not."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import numpy as np
import pytest
import soundfile
from air_station import DAY, Station, moment
from test_air_virtual import at_frame

from broadcaster.air import orders
from broadcaster.air.roster import ARM_SECONDS
from broadcaster.air.simulate import VirtualAir, simulate
from broadcaster.asrun.reconcile import reconcile
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import CutRef, read_rundown, write_rundown
from broadcaster.protocol.verifier import link
from broadcaster.schedule.plan.build import LOCK


def whole(station: Station) -> set[str]:
    return {name for name, line in station.told(Kind.END).items() if line.data["reason"] == ""}


@pytest.mark.parametrize("shift", ["04:29:00", "04:29:00.033", "04:29:00.097"])
def test_t24_a_session_may_begin_on_the_very_end_of_the_quiet_hours(station: Station, tmp_path: Path,
                                                                    shift: str) -> None:
    clock = VirtualClock(moment(shift))
    events = station.chain(moment("04:30"), [3.0, 2.0])
    station.publish([station.session(events, moment("04:40"))])
    result = simulate(station.home, clock, moment("04:31"), tmp_path / "out.wav")
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="int16")
    first = at_frame(result.segments, moment("04:30"))
    expected = np.concatenate([station.samples[event.cut.sha256] for event in events])
    assert not samples[:first].any()
    assert np.array_equal(samples[first:first + len(expected), 0], expected)
    assert whole(station) == {"e1", "e2"}


def test_the_plan_is_frozen_before_the_player_takes_it() -> None:
    # The player looks at the folder every second; publishing many days takes its time too.
    assert LOCK.total_seconds() >= ARM_SECONDS + 10


@pytest.mark.parametrize("data", [
    {"event_id": "e1", "day": "2026-11-21", "offset": None}, {"event_id": "e1", "day": "2026-11-21", "offset": "x"},
    {"event_id": "e1", "day": "2026-11-21", "offset": float("1e999")}])
def test_a_senseless_line_does_not_keep_the_station_silent(station: Station, clock: VirtualClock,
                                                           data: dict[str, object]) -> None:
    """Its own hash may even be right: the chain has no key."""
    station.publish([station.session(station.chain(moment("05:00"), [3.0]), moment("05:10"))])
    simulate(station.home, clock, moment("04:51"))
    path = journal_files(station.home.asrun)[-1]
    last = json.loads(path.read_bytes().splitlines()[-1])
    body = {"v": 1, "seq": last["seq"] + 1, "at": last["at"], "kind": "START", "data": data}
    try:
        raw = json.dumps(link(body, last["hash"]))
    except ValueError:
        raw = json.dumps({**body, "prev": last["hash"], "hash": "0" * 64})
    path.write_text(path.read_text() + raw + "\n")
    simulate(station.home, clock, moment("05:01"))
    assert whole(station) == {"e1"}


@pytest.mark.parametrize("field", [{"seq": float("1e999")}, {"at": "0001-01-01T00:00:00+14:00"}])
def test_an_impossible_number_or_time_in_the_journal(station: Station, clock: VirtualClock,
                                                     field: dict[str, object]) -> None:
    station.publish([station.session(station.chain(moment("05:00"), [3.0]), moment("05:10"))])
    simulate(station.home, clock, moment("04:51"))
    path = journal_files(station.home.asrun)[-1]
    last = json.loads(path.read_bytes().splitlines()[-1])
    path.write_text(path.read_text() + json.dumps({**last, **field}) + "\n")
    simulate(station.home, clock, moment("05:01"))
    assert whole(station) == {"e1"}


@pytest.mark.parametrize("step", [-45.0, -7.0, 20.0])
def test_t12_a_small_step_of_the_clock_makes_no_hole(station: Station, clock: VirtualClock, tmp_path: Path,
                                                     step: float) -> None:
    """What follows joins what sounds, whatever the hands of the clock do."""
    events = station.chain(moment("05:00"), [20.0, 20.0, 20.0])
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock, tmp_path / "out.wav")
    air.run_until(moment("05:00:10"))
    clock.step_wall(step)
    air.run_until(moment("05:03"))
    air.close()
    samples, _ = soundfile.read(tmp_path / "out.wav", dtype="int16")
    sounding = np.flatnonzero(samples[:, 0])
    assert sounding[-1] - sounding[0] < (60 + 1) * RATE
    assert whole(station) == {"e1", "e2", "e3"}


def test_t12_a_clock_gone_mad_for_a_moment_costs_no_item(station: Station, clock: VirtualClock) -> None:
    """Ten years ahead and back within seconds: what waits is judged by a believable clock only."""
    events = station.chain(moment("05:00"), [10.0, 10.0, 10.0])
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:59:55"))
    clock.step_wall(10 * 365 * 86400.0)
    air.run_until(clock.now() + timedelta(seconds=1))
    clock.step_wall(-10 * 365 * 86400.0)
    air.run_until(moment("05:02"))
    air.close()
    assert whole(station) == {"e1", "e2", "e3"}
    assert not station.journal(Kind.MISSED)


def test_a_rundown_that_cannot_be_read_just_now_is_read_again(station: Station, clock: VirtualClock,
                                                              monkeypatch: pytest.MonkeyPatch) -> None:
    """A virus scanner may hold a new file for a moment: the older revision must not win for the whole day."""
    station.publish([station.session(station.chain(moment("05:00"), [2.0], "old"), moment("05:10"))])
    newer = station.publish([station.session(station.chain(moment("05:00"), [2.0], "new"), moment("05:10"))], 2)
    real, held = Path.read_bytes, [newer]

    def read_bytes(path: Path) -> bytes:
        if path in held:
            raise PermissionError(13, "in use by another process")
        return real(path)

    monkeypatch.setattr(Path, "read_bytes", read_bytes)
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:50:03"))
    assert [alarm.code for alarm in air.conductor.alarms.all()] == ["plan_refused"]
    held.clear()
    air.run_until(moment("05:01"))
    air.close()
    assert whole(station) == {"new1"}


def test_stop_all_holds_even_when_it_cannot_be_written_down(station: Station, clock: VirtualClock) -> None:
    """A name that is no text must not leave the loudspeakers on."""
    station.publish([station.session(station.chain(moment("05:00"), [10.0, 10.0]), moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:03"))
    with pytest.raises(UnicodeEncodeError):
        orders.stop_all(air.conductor, {}, "\ud800")
    air.run_until(moment("05:00:30"))
    assert not air.mixer.busy()
    assert [line.data["event_id"] for line in station.journal(Kind.START)] == ["e1"]
    air.close()


def test_a_device_long_gone_is_no_short_interruption(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [60.0, 5.0], late=900)
    station.publish([station.session(events, moment("06:00"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:20"))
    air.sink.ok, air.sink.problem = False, "lost"
    air.run_until(moment("05:30"))
    air.sink.ok, air.sink.problem = True, ""
    air.run_until(moment("05:35"))
    air.close()
    assert [line.data["event_id"] for line in station.journal(Kind.START)] == ["e1"]
    assert {name: line.data["reason"] for name, line in station.told(Kind.MISSED).items()} == {"e2": "device_lost"}


def test_a_broken_write_is_taken_back_before_the_next(station: Station, clock: VirtualClock,
                                                      monkeypatch: pytest.MonkeyPatch) -> None:
    """When even taking it back fails at first, the half line must not grow into the next one."""
    air = VirtualAir(station.home, clock)
    real_sync, real_cut = os.fsync, os.ftruncate

    def fail(*_: object) -> None:
        raise OSError(5, "Input/output error")

    monkeypatch.setattr(os, "fsync", fail)
    monkeypatch.setattr(os, "ftruncate", fail)
    air.conductor.scribe.write(Kind.OPERATOR, action="lost")
    monkeypatch.setattr(os, "fsync", real_sync)
    monkeypatch.setattr(os, "ftruncate", real_cut)
    clock.advance(2)
    air.conductor.scribe.retry()
    air.close()
    told = [line.data.get("action") for line in station.journal(Kind.OPERATOR)]
    assert told == ["lost", "shutdown"]
    raw = journal_files(station.home.asrun)[0].read_bytes().splitlines()
    assert len(raw) == len({json.loads(line)["seq"] for line in raw})
    assert DAY.isoformat() in journal_files(station.home.asrun)[0].name


def test_t11_a_silent_item_is_said_to_be_silent_in_the_log(station: Station, clock: VirtualClock) -> None:
    """From the meter through the journal into the airing log."""
    quiet, loud = station.put(np.zeros(15 * RATE, np.int16)), station.cut(3.0)
    events = [station.event("quiet", quiet, moment("05:00"), hard=True),
              station.event("loud", loud, moment("05:00:15"))]
    station.publish([station.session(events, moment("05:10"))])
    simulate(station.home, clock, moment("05:12"))
    rundown = read_rundown(station.home.rundowns / "2026-11-21.r1.json", station.key)
    rows = reconcile(DAY, [rundown], station.journal(), clock.now())
    assert {row.id: row.verification for row in rows} == {"quiet": "silent", "loud": "sent"}


def test_t37_what_is_withdrawn_does_not_air_even_in_a_running_session(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [10.0, 10.0, 10.0, 10.0])
    events[2] = station.event("e3", events[2].cut, events[2].starts_at,
                              approval=station.approve(events[2].cut, id="a3"))
    session = station.session(events, moment("05:10"))
    station.publish([session])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    plan = read_rundown(station.home.rundowns / "2026-11-21.r1.json", station.key)
    write_rundown(station.home, replace(plan, revision=2, withdrawn=("a3",)), station.key)
    air.run_until(moment("05:00:08"))
    air.crash()
    again = VirtualAir(station.home, clock)
    again.run_until(moment("05:02"))
    again.close()
    assert whole(station) == {"e1", "e2", "e4"}
    assert {name: line.data["reason"] for name, line in station.told(Kind.MISSED).items()} == {"e3": "not_approved"}


def test_a_cut_no_file_can_be_named_after_is_missing(station: Station, clock: VirtualClock) -> None:
    good = station.cut(2.0)
    bad = CutRef("\0" * 64, 48_000)
    events = [station.event("bad", bad, moment("05:00"), hard=True), station.event("good", good, moment("05:00:01"))]
    station.publish([station.session(events, moment("05:10"))])
    simulate(station.home, clock, moment("05:01"))
    assert whole(station) == {"good"}
    assert station.told(Kind.MISSED)["bad"].data["reason"] == "file_missing"
