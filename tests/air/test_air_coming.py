"""Half a minute before a session the player looks at all that is to sound in it, and says what would not."""

from __future__ import annotations

import threading
from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest
from air_station import DAY, Station, moment

from broadcaster.air.coming import AHEAD_SECONDS, FRESH_SECONDS, ComingWatch
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.protocol.coming import Fault, alarms_of
from broadcaster.protocol.journal import Reason
from broadcaster.protocol.rundown import CutRef, Relay


def coming(air: VirtualAir) -> dict[str, object]:
    return {alarm.code: alarm.facts["items"] for alarm in air.conductor.alarms.all()
            if alarm.code.startswith("coming_")}


def morning(station: Station) -> list[CutRef]:
    events = station.chain(moment("05:00"), [4.0, 3.0, 2.0])
    station.publish([station.session(events, moment("05:10"))])
    return [event.cut for event in events]


def test_what_would_not_sound_is_an_alarm_before_it_is_missed(station: Station, clock: VirtualClock) -> None:
    cuts = morning(station)
    station.home.audio(cuts[1].sha256).unlink()
    station.home.audio(cuts[2].sha256).write_bytes(b"fLaC and no more")
    air = VirtualAir(station.home, clock)
    air.run_until(moment("05:00") - timedelta(seconds=AHEAD_SECONDS + 1))
    assert coming(air) == {}
    air.run_until(moment("04:59:32"))
    assert coming(air) == {"coming_missing": "“Thông báo e2” (Buổi sáng 05:00 21/11)",
                           "coming_altered": "“Thông báo e3” (Buổi sáng 05:00 21/11)"}
    air.run_until(moment("05:01"))
    assert coming(air) == {}, "what was missed is said by the journal from then on"
    air.close()


def test_what_is_mended_ends_its_alarm_and_sounds(station: Station, clock: VirtualClock) -> None:
    cuts = morning(station)
    place = station.home.audio(cuts[1].sha256)
    aside = place.rename(place.with_suffix(".aside"))
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:59:40"))
    assert set(coming(air)) == {"coming_missing"}
    aside.rename(place)
    air.run_until(moment("04:59:45"))
    assert coming(air) == {}
    place.write_bytes(b"in its place")
    air.run_until(moment("04:59:50"))
    assert set(coming(air)) == {"coming_altered"}
    air.close()


def test_an_approval_that_does_not_hold_that_day_is_said(station: Station, clock: VirtualClock) -> None:
    old, foreign = station.cut(2.0, seed=11), station.cut(2.0, seed=12)
    events = [station.event("e1", old, moment("05:00"), hard=True,
                            approval=station.approve(old, valid_until="2026-11-20")),
              station.event("e2", foreign, moment("05:00:02"), approval=station.approve(old))]
    station.publish([station.session(events, moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment("04:59:45"))
    assert set(coming(air)) == {"coming_expired", "coming_not_approved"}
    air.close()


def test_a_relay_is_looked_at_and_not_called(station: Station, clock: VirtualClock) -> None:
    relay = Relay("stream", "http://vov.example/live", station.cut(2.0, seed=13))
    cut = CutRef(relay.digest(), 5 * 48_000)
    events = [station.event("e1", cut, moment("05:00"), hard=True, relay=relay, approval=station.approve(cut))]
    station.publish([station.session(events, moment("05:10"))])
    called: list[float] = []
    air = VirtualAir(station.home, clock, open_relay=lambda _: called.append(0) or pytest.fail("called too early"))
    air.run_until(moment("04:59:45"))
    assert (coming(air), called) == ({}, [])
    assert relay.fallback is not None
    station.home.audio(relay.fallback.sha256).unlink()
    air.run_until(moment("04:59:47"))
    assert set(coming(air)) == {"coming_missing"}
    air.crash()


def test_a_sound_is_read_once_and_one_at_a_time(station: Station, clock: VirtualClock) -> None:
    """Gigabytes are not read through every second, and the judge never waits behind more than one file."""
    morning(station)
    air = VirtualAir(station.home, clock)
    air.conductor.poll(clock.now())
    begun: list[str] = []
    go_on = threading.Event()

    def slow(home: object, sha256: str) -> Reason:
        begun.append(sha256)
        go_on.wait(20)
        return Reason.NONE

    with ThreadPoolExecutor(3) as pool:
        watch = ComingWatch(air.conductor.desk, lambda _, home, sha256: pool.submit(slow, home, sha256))
        clock.advance((moment("04:59:35") - clock.now()).total_seconds())
        for _ in range(3):
            watch.look(clock.now(), air.conductor.book.sessions())
        assert len(begun) == 1
        go_on.set()
    with ThreadPoolExecutor(1) as pool:
        watch._submit = lambda _, home, sha256: pool.submit(slow, home, sha256)
        for _ in range(200):
            watch.look(clock.now(), air.conductor.book.sessions())
            pool.submit(int).result()
    assert len(begun) == 3
    air.crash()


def test_hours_later_it_is_read_again(station: Station, clock: VirtualClock) -> None:
    events = station.chain(moment("05:00"), [2.0])
    again = [station.event("l1", events[0].cut, moment("17:00"), hard=True)]
    station.publish([station.session(events, moment("05:10")), station.session(again, moment("17:10"), "chieu")])
    air = VirtualAir(station.home, clock)
    read: list[str] = []
    submit = air.conductor.coming._submit

    def count(check: object, home: object, sha256: str) -> object:
        read.append(sha256)
        return submit(check, home, sha256)

    air.conductor.coming._submit = count  # type: ignore[assignment]
    air.run_until(moment("05:05"))
    assert len(read) == 1
    air.run_until(moment("16:59:45"))
    assert len(read) == 2
    assert (moment("17:00") - moment("05:00")).total_seconds() > FRESH_SECONDS
    air.close()


def test_an_alarm_names_two_and_counts_all() -> None:
    faults = [Fault(f"Mục {n}", "Buổi sáng", moment("05:00", DAY), Reason.FILE_MISSING) for n in range(5)]
    assert alarms_of([*faults, faults[0]]) == {"coming_missing": {
        "items": "“Mục 0” (Buổi sáng 05:00 21/11), “Mục 1” (Buổi sáng 05:00 21/11) +3", "count": 5}}
    assert alarms_of([Fault("x", "y", moment("05:00"), Reason.PROGRAM_ERROR)]) == {}
