"""A session with a relay in it: own items fitted around it, joined late, broken into, silent, withdrawn."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import datetime

import numpy as np
import pytest
from air_station import DAY, Station, moment
from test_air_break_in import order, ready
from test_air_relay_plan import LEVEL, RELAY, Heard, Telephone, relay_event

from broadcaster.air.meter import Block
from broadcaster.air.simulate import VirtualAir
from broadcaster.air.sources import Silence, Source
from broadcaster.asrun.model import Airing, Outcome
from broadcaster.asrun.reconcile import reconcile
from broadcaster.asrun.totals import totals
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection, load_settings, save_settings
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.rundown import CutRef, PlannedSession, Relay, Rundown, read_rundown, write_rundown

FRAME = 1 / RATE


@dataclass
class Listener:
    """Wall times of the first and last sample of each stretch in which the relay sounds, and own items."""

    air: VirtualAir
    relayed: list[tuple[float, float]] = field(default_factory=list)
    own: list[tuple[float, float]] = field(default_factory=list)

    def __call__(self, zone: str, first: int, block: Block) -> None:
        # The relay is a constant, faded or not; own items are noise.
        for mask, stretches in ((block[:, 0] == np.float32(LEVEL), self.relayed), (block[:, 0] < 0, self.own)):
            edges = np.flatnonzero(mask)
            if not len(edges):
                continue
            begin, end = (self.air.sink.timeline.wall_of(first + int(edge)) for edge in (edges[0], edges[-1]))
            if stretches and begin - stretches[-1][1] < 0.05:
                stretches[-1] = (stretches[-1][0], end)
            else:
                stretches.append((begin, end))


def play(station: Station, clock: VirtualClock, until: str, phone: Telephone | None = None) -> Listener:
    air = VirtualAir(station.home, clock, open_relay=phone or Telephone())
    ear = Listener(air)
    air.run_until(moment(until), ear)
    air.close()
    return ear


def around(station: Station, *, filler: float = 9.0, late: float = 900, relay: Relay = RELAY) -> PlannedSession:
    """05:00 an own item of 20 s and filler; 05:00:25 a relay of 30 s; 05:00:55 two own items of 5 s."""
    given = station.approve(CutRef(relay.digest(), 1), id="a-relay", subject="relay:tinh")
    first, fills = station.chain(moment("05:00"), [20.0, filler], late=late)
    after = station.chain(moment("05:00:55"), [5.0, 5.0], prefix="f")
    return station.session([first, replace(fills, kind="nhac"), relay_event(station, moment("05:00:25"), 30.0, relay,
                                                                           approval=given),
                            replace(after[0], hard=False), after[1]], moment("05:05"))


def rows(station: Station, clock: VirtualClock) -> dict[str, Airing]:
    plans: list[Rundown] = [read_rundown(path, station.key) for path in sorted(station.home.rundowns.glob("*.json"))]
    return {row.id: row for row in reconcile(DAY, plans, station.journal(), clock.now())}


def at(text: str) -> float:
    return moment(text).timestamp()


def test_own_items_stand_around_a_relay_on_their_samples(station: Station, clock: VirtualClock) -> None:
    station.publish([around(station)])
    ear = play(station, clock, "05:02")
    assert len(ear.relayed) == 1, "one unbroken stretch"
    begin, end = ear.relayed[0]
    assert begin == pytest.approx(at("05:00:25"), abs=FRAME)
    assert end == pytest.approx(at("05:00:55"), abs=2 * FRAME)
    assert [round(stretch[0] - at("05:00"), 3) for stretch in ear.own] == [0.0, 55.0], "no gap between own items"
    assert ear.own[0][1] <= begin
    assert ear.own[-1][1] == pytest.approx(at("05:01:05"), abs=0.001)
    found = rows(station, clock)
    assert {name: (row.outcome, row.aired_frames // RATE) for name, row in found.items()} == {
        "e1": (Outcome.AIRED, 20), "e2": (Outcome.PARTIAL, 5), "tiep": (Outcome.AIRED, 30), "f1": (Outcome.AIRED, 5),
        "f2": (Outcome.AIRED, 5)}
    assert found["e2"].reason == "preempted"
    assert [row.id for row in found.values() if row.is_relay] == ["tiep"]
    sums = totals(list(found.values()))
    assert (sums.relay_seconds, sums.seconds) == (pytest.approx(30.0), pytest.approx(60.0, abs=0.1)), "music apart"


def test_a_stretch_that_is_not_filled_is_silent_until_the_relay(station: Station, clock: VirtualClock) -> None:
    station.publish([around(station, filler=2.0)])
    ear = play(station, clock, "05:02")
    assert ear.own[0][1] == pytest.approx(at("05:00:22"), abs=0.001)
    assert ear.relayed[0][0] == pytest.approx(at("05:00:25"), abs=FRAME)


def test_switched_on_during_a_relay_the_station_joins_it_and_lets_it_end_in_time(station: Station) -> None:
    station.publish([around(station)])
    clock = VirtualClock(moment("05:00:40"))
    ear = play(station, clock, "05:02")
    begin, end = ear.relayed[0]
    assert at("05:00:40") <= begin < at("05:00:44"), "before own items that were late already"
    assert end < at("05:00:55") + FRAME
    assert ear.own[0][0] == pytest.approx(at("05:00:55"), abs=0.05)
    found = rows(station, clock)
    assert (found["tiep"].outcome, found["tiep"].reason) == (Outcome.PARTIAL, "pc_off")
    assert 10 < found["tiep"].aired_frames / RATE <= 15
    assert {found[name].outcome for name in ("f1", "f2")} == {Outcome.AIRED}


def test_switched_on_after_it_the_relay_is_missed_and_the_rest_airs(station: Station) -> None:
    station.publish([around(station)])
    clock = VirtualClock(moment("05:00:58"))
    ear = play(station, clock, "05:03")
    assert not ear.relayed
    found = rows(station, clock)
    assert (found["tiep"].outcome, found["tiep"].reason) == (Outcome.MISSED, "pc_off")
    assert {found[name].outcome for name in ("e1", "f1", "f2")} == {Outcome.AIRED}


def test_after_an_emergency_the_relay_is_where_it_is_by_then(station: Station, clock: VirtualClock) -> None:
    ready(station)  # 1 s chime, 4 s words
    station.publish([around(station)])
    air = VirtualAir(station.home, clock, open_relay=Telephone())
    ear = Listener(air)
    air.run_until(moment("05:00:35"), ear)
    order(air)
    air.run_until(moment("05:02"), ear)
    air.close()
    assert ear.relayed[-1][1] < at("05:00:55") + FRAME
    assert len(ear.relayed) == 2
    found = rows(station, clock)
    assert (found["tiep"].outcome, found["tiep"].reason) == (Outcome.PARTIAL, "preempted")
    assert found["f2"].outcome is Outcome.AIRED
    assert parse_time(station.told(Kind.END)["f2"].data["ended_at"]).timestamp() == pytest.approx(
        at("05:01:05"), abs=0.1), "own items are as punctual as without the emergency"


def test_killed_in_the_relay_it_goes_on_and_what_follows_is_on_time(station: Station, clock: VirtualClock) -> None:
    station.publish([around(station)])
    phone = Telephone()
    air = VirtualAir(station.home, clock, open_relay=phone)
    air.run_until(moment("05:00:36"))
    air.crash()
    clock.advance(3)
    ear = play(station, clock, "05:02", phone)
    assert at("05:00:39") < ear.relayed[0][0] < at("05:00:43")
    assert ear.relayed[0][1] < at("05:00:55") + FRAME
    assert ear.own[0][0] == pytest.approx(at("05:00:55"), abs=0.05)
    found = rows(station, clock)
    assert found["tiep"].outcome is Outcome.PARTIAL
    assert found["tiep"].note == "resumed"
    assert {found[name].outcome for name in ("e1", "f1", "f2")} == {Outcome.AIRED}


class Nobody(Silence):
    """A relay that never gave a sample."""

    received_seconds, lost_seconds, reconnects = 0.0, 30.0, 9


@pytest.mark.parametrize("source", [Silence, Nobody])
def test_a_relay_that_says_nothing_takes_its_time_and_no_more(station: Station, clock: VirtualClock,
                                                              source: type[Silence]) -> None:
    def call(relay: Relay) -> Source:
        return source()

    station.publish([around(station)])
    air = VirtualAir(station.home, clock, open_relay=call)
    ear = Listener(air)
    air.run_until(moment("05:02"), ear)
    air.close()
    assert not ear.relayed
    assert ear.own[-1][0] == pytest.approx(at("05:00:55"), abs=0.001)
    found = rows(station, clock)
    assert found["tiep"].aired_frames == 30 * RATE
    # Nothing ever came: that is no airing, whatever the clock says.
    assert found["tiep"].reason == ("relay_lost" if source is Nobody else "")
    assert {found[name].outcome for name in ("e1", "f1", "f2")} == {Outcome.AIRED}


def test_withdrawn_while_the_session_runs_it_is_not_called(station: Station, clock: VirtualClock) -> None:
    phone, session = Telephone(), around(station)
    station.publish([session])
    air = VirtualAir(station.home, clock, open_relay=phone)
    air.run_until(moment("05:00:05"))
    plan = read_rundown(station.home.rundowns / f"{DAY}.r1.json", station.key)
    write_rundown(station.home, replace(plan, revision=2, sessions=(), withdrawn=("a-relay",)), station.key)
    ear = Listener(air)
    air.run_until(moment("05:02"), ear)
    air.close()
    assert not ear.relayed
    assert station.told(Kind.MISSED)["tiep"].data["reason"] == "not_approved"
    assert station.told(Kind.END)["f1"].data["reason"] == "", "own items go on"


class Counting(Heard):
    """Every sample is another, so that two zones can be compared."""

    at = 0

    def read(self, count: int) -> Block:
        self.at += count
        return (np.arange(self.at - count, self.at, dtype=np.float32) / 2 ** 21)[:, None]


@pytest.mark.parametrize("kind", ["stream", "line"])
def test_all_zones_hear_one_call_at_the_same_moment(station: Station, clock: VirtualClock, kind: str) -> None:
    settings = load_settings(station.home)
    save_settings(station.home, replace(settings, zones=(ZoneSection("Thôn 1"), ZoneSection("Thôn 2"))))
    calls: list[Counting] = []
    heard: dict[str, dict[int, Block]] = {"Thôn 1": {}, "Thôn 2": {}}

    def call(relay: Relay) -> Source:
        calls.append(Counting(relay))
        return calls[-1]

    station.publish([station.session([relay_event(station, moment("05:00"), 10.0, Relay(kind, "x"))], moment("05:05"))])
    air = VirtualAir(station.home, clock, open_relay=call)
    air.run_until(moment("05:01"), lambda zone, first, block: heard[zone].update({first: block.copy()}))
    air.close()
    assert len(calls) == 1
    assert calls[0].ended, "closed with the last that heard it"
    one, two = heard.values()
    loud = [first for first, block in one.items() if block.any()]
    assert len(loud) * len(one[loud[0]]) >= 9 * RATE
    assert all(np.array_equal(one[first], two[first]) for first in loud)
    ends = [line.data for line in station.journal(Kind.END)]
    assert [(end["zone"], end["frames"]) for end in ends] == [("Thôn 1", 10 * RATE), ("Thôn 2", 10 * RATE)]
    assert {end["received_seconds"] for end in ends} == {100.0}


@pytest.mark.parametrize(("starts", "seconds"), [("04:29:50", 40.0), ("20:59:40", 40.0)])
def test_nothing_of_it_sounds_in_the_quiet_hours(station: Station, starts: str, seconds: float) -> None:
    event = relay_event(station, moment(starts), seconds)
    station.publish([station.session([event], moment("21:30" if starts > "12" else "04:45"))])
    begins: datetime = moment(starts)
    clock = VirtualClock(begins.replace(second=0))
    ear = play(station, clock, "21:02" if starts > "12" else "04:32")
    for begin, end in ear.relayed:
        assert begin >= at("04:30") - FRAME
        assert end < at("21:00") + FRAME
    reason = rows(station, clock)["tiep"].reason
    assert reason == "quiet_hours"
