"""What the next player knows from the journal alone: killed at any line, an order is neither lost nor done twice."""

from __future__ import annotations

import shutil
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import pytest
from air_station import DAY, Station, moment
from random_day import LateSink
from test_air_break_in import order, parts, ready, start
from test_air_insert_races import closed, told

from broadcaster.air import orders, simulate
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.rundown import Urgency
from broadcaster.protocol.verifier import verify


@pytest.fixture(autouse=True)
def late(monkeypatch: pytest.MonkeyPatch) -> None:
    """A device that queues 0.4 s."""
    monkeypatch.setattr(simulate, "WavSink", LateSink)


def again(station: Station, clock: VirtualClock, seconds: float, until: str) -> None:
    """A new player after so many seconds without one."""
    clock.advance(seconds)
    air = VirtualAir(station.home, clock)
    air.run_until(moment(until))
    air.close()


@pytest.mark.parametrize("then", ["resume", "restart", "drop"])
def test_killed_at_any_line_of_an_emergency(station: Station, clock: VirtualClock, tmp_path: Path, then: str) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [30.0, 6.0])
    before = len(station.journal())
    order(air, then=then, repeats=2)
    air.run_until(moment("05:00:18"))
    died_at = clock.now()
    air.crash()
    whole = (station.home.asrun / f"{DAY.isoformat()}.jsonl").read_bytes().splitlines(keepends=True)
    for count in [number for number in range(before + 1, len(whole) + 1) if b'"BEAT"' not in whole[number - 1]]:
        copy = Station(StationHome(tmp_path / f"kill-{count}"), station.key, station.samples)
        shutil.copytree(station.home.root, copy.home.root)
        (copy.home.asrun / f"{DAY.isoformat()}.jsonl").write_bytes(b"".join(whole[:count]))
        again(copy, VirtualClock(died_at), 3.0, "05:01:30")
        note = f"killed after line {count}: {whole[count - 1].decode()[:200]}"
        closed(copy)
        assert [frames for frames, _ in told(copy, "Bão số 5")].count(4 * RATE) >= 2, note
        sounded = sum(part[1] for part in parts(copy, "e1"))
        if then == "resume":
            assert 30 * RATE - 2 <= sounded <= 30.5 * RATE + 3.0 * RATE, note
        if then == "restart":
            assert parts(copy, "e1")[-1] == (0, 30 * RATE, "") or sounded >= 30 * RATE, note
        if then == "drop":
            assert sounded < 34 * RATE, note
        assert not list(verify(journal_files(copy.home.asrun))), note


def test_a_long_emergency_and_a_crash_do_not_cost_the_item_under_it(station: Station, clock: VirtualClock) -> None:
    ready(station, seconds=100.0)
    events = station.chain(moment("05:00"), [30.0], late=10.0)
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00:05"))
    order(air)
    air.run_until(moment("05:01:35"))
    air.crash()
    again(station, clock, 3.0, "05:05")
    assert sum(part[1] for part in parts(station, "e1")) == 30 * RATE
    closed(station)


def test_each_new_try_of_a_round_has_a_name_of_its_own(station: Station, clock: VirtualClock) -> None:
    ready(station, seconds=20.0)
    air, _ = start(station, clock, "05:00:05", [60.0])
    order(air)
    for _ in range(3):
        air.run_until(clock.now() + timedelta(seconds=8))
        air.crash()
        clock.advance(2.0)
        air = VirtualAir(station.home, clock)
    air.run_until(moment("05:02:30"))
    air.close()
    names = [line.data["event_id"] for line in station.journal(Kind.START) if line.data.get("kind") == "khan_cap"]
    assert len(set(names)) == len(names) == 4
    assert told(station, "Bão số 5")[-1] == (20 * RATE, "")
    closed(station)


def test_rounds_go_on_after_an_hour_without_power_and_over_midnight(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air = VirtualAir(station.home, VirtualClock(moment("22:30")))
    clock = air._clock
    air.run_until(moment("22:30:02"))
    order(air, confirmed=True, every_minutes=30, for_minutes=180, then="restart")
    air.run_until(moment("22:31"))
    air.crash()
    clock.advance(3600)
    later = VirtualAir(station.home, clock)
    later.run_until(moment("23:59:59") + timedelta(hours=2))
    later.close()
    begun = [line.at.strftime("%H:%M") for line in station.journal(Kind.START) if line.data["kind"] == "khan_cap"]
    assert begun == ["22:30", "23:31", "00:00", "00:30", "01:00", "01:30"]
    closed(station)


def test_rounds_of_an_unconfirmed_order_keep_out_of_the_night(station: Station, clock: VirtualClock) -> None:
    ready(station, seconds=40.0)
    air = VirtualAir(station.home, VirtualClock(moment("19:59:40")))
    air.run_until(moment("19:59:42"))
    order(air, every_minutes=30, for_minutes=240)
    air.run_until(moment("23:59:59"))
    air.close()
    begun = [line.at.strftime("%H:%M:%S") for line in station.journal(Kind.START) if line.data["kind"] == "khan_cap"]
    assert begun == ["19:59:42", "20:29:42"], "the one that would reach into the night is left out, too"
    assert all(line.data["reason"] == "" for line in station.journal(Kind.END))
    assert station.journal(Kind.QUIET)
    closed(station)


def test_rounds_ordered_by_a_right_clock_survive_one_that_lies(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [5.0])
    order(air, every_minutes=30, for_minutes=60)
    air.run_until(moment("05:00:07"))
    air.crash()
    clock.step_wall(-86400.0 * 365 * 20)
    clock.advance(2)
    later = VirtualAir(station.home, clock)
    later.run_until(clock.now() + timedelta(seconds=30))
    clock.step_wall(86400.0 * 365 * 20)
    later.run_until(moment("06:10"))
    later.close()
    begun = [line.at.strftime("%H:%M") for line in station.journal(Kind.START) if line.data["kind"] == "khan_cap"]
    assert begun[-2:] == ["05:30", "06:00"]
    closed(station)


def made_up_day(station: Station, **more: Any) -> None:
    first = [replace(event, make_up="hai") for event in station.chain(moment("05:00"), [8.0, 8.0], "m")]
    then = station.session(station.chain(moment("05:02"), [6.0], "n"), moment("05:10"), "hai")
    station.publish([station.session(first, moment("05:02"), "mot"), then])


def test_what_was_missed_to_the_last_second_is_made_up_in_the_next_session(station: Station,
                                                                           clock: VirtualClock) -> None:
    made_up_day(station)
    clock.advance(540)
    air = VirtualAir(station.home, clock)
    air.sink.lose()  # type: ignore[attr-defined]
    air.run_until(moment("05:01:59"))
    air.sink.regain()  # type: ignore[attr-defined]
    air.run_until(moment("05:03"))
    air.close()
    made_up = {line.data["event_id"]: line.data.get("made_up_from") for line in station.journal(Kind.START)}
    assert made_up == {"n1": None, "m1": "mot", "m2": "mot"}
    closed(station)


@pytest.mark.parametrize("at", ["05:02:05", "05:02:06.2", "05:02:10", "05:02:14.1", "05:02:18"])
def test_a_crash_while_something_is_made_up(station: Station, clock: VirtualClock, at: str) -> None:
    made_up_day(station)
    air = VirtualAir(station.home, VirtualClock(moment("05:01:55")))
    clock = air._clock
    air.run_until(moment(at))
    air.sink.drop()
    air.crash()
    again(station, clock, 2.0, "05:04")
    for name, seconds in (("n1", 6), ("m1", 8), ("m2", 8)):
        reached = max(first + frames for first, frames, _ in parts(station, name))
        assert reached == seconds * RATE, name
        assert sum(frames for _, frames, _ in parts(station, name)) <= seconds * RATE + 2.6 * RATE
    assert len(station.journal(Kind.MISSED)) == 2
    closed(station)


def test_missed_in_both_sessions_is_said_once_of_each(station: Station, clock: VirtualClock) -> None:
    made_up_day(station)
    station.home.audio(next(iter(station.samples))).unlink()
    air = VirtualAir(station.home, VirtualClock(moment("05:01:55")))
    clock = air._clock
    air.run_until(moment("05:02:16"))
    air.crash()
    again(station, clock, 2.0, "05:04")
    missed = [(line.data["event_id"], line.data.get("made_up_from")) for line in station.journal(Kind.MISSED)]
    assert sorted(missed, key=str) == [("m1", "mot"), ("m1", None), ("m2", None)]
    closed(station)


def test_missed_twice_is_not_made_up_a_third_time(station: Station, clock: VirtualClock) -> None:
    made_up_day(station)
    air = VirtualAir(station.home, VirtualClock(moment("05:20")))
    air.run_until(moment("05:30"))
    air.close()
    assert {line.data["event_id"] for line in station.journal(Kind.MISSED)} == {"m1", "m2", "n1"}
    assert not station.journal(Kind.START)


def test_a_priority_message_after_a_crash_waits_for_its_turn_again(station: Station, clock: VirtualClock) -> None:
    ready(station, urgency=Urgency.PRIORITY)
    air, _ = start(station, clock, "05:00:05", [20.0, 5.0])
    order(air)
    air.run_until(moment("05:00:08"))
    air.crash()
    again(station, clock, 1.0, "05:02")
    assert told(station, "Bão số 5")[-1] == (4 * RATE, "")
    closed(station)


def test_stop_all_holds_through_a_crash_while_an_emergency_was_on(station: Station, clock: VirtualClock) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [60.0])
    order(air, every_minutes=2, for_minutes=4)
    air.run_until(moment("05:00:06"))
    orders.stop_all(air.conductor, {}, "Cán bộ trực")
    air.crash()
    count = len(station.journal(Kind.START))
    again(station, clock, 1.0, "05:09")
    assert len(station.journal(Kind.START)) == count
    closed(station)


@pytest.mark.parametrize("command", ["stop_all", "end_break_in"])
def test_killed_at_any_line_of_its_end_it_stays_ended(station: Station, clock: VirtualClock, tmp_path: Path,
                                                      command: str) -> None:
    ready(station)
    air, _ = start(station, clock, "05:00:05", [30.0])
    order(air, repeats=2, every_minutes=2, for_minutes=2)
    air.run_until(moment("05:00:08"))
    before = len(station.journal())
    orders.ORDERS[command](air.conductor, {}, "Cán bộ trực")
    died_at = clock.now()
    air.crash()
    whole = (station.home.asrun / f"{DAY.isoformat()}.jsonl").read_bytes().splitlines(keepends=True)
    assert len(whole) > before + 2
    for count in range(before + 1, len(whole) + 1):
        copy = Station(StationHome(tmp_path / f"kill-{count}"), station.key, station.samples)
        shutil.copytree(station.home.root, copy.home.root)
        (copy.home.asrun / f"{DAY.isoformat()}.jsonl").write_bytes(b"".join(whole[:count]))
        begun = len([line for line in copy.journal(Kind.START) if line.data.get("insert")])
        again(copy, VirtualClock(died_at), 3.0, "05:03")
        assert len([line for line in copy.journal(Kind.START) if line.data.get("insert")]) == begun, count
        closed(copy)
