"""Plans nobody's planner made, sealed with the station's own key: what must not sound does not, the rest goes on."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from typing import Any

import numpy as np
import pytest
from air_station import DAY, Station, moment
from test_air_relay_plan import RELAY, Telephone, relay_event

from broadcaster.air.meter import Block
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.rundown import (
    Overrun,
    PlannedSession,
    QuietHours,
    Relay,
    Rundown,
    RundownEvent,
    to_json,
)
from broadcaster.protocol.seal import seal

Body = dict[str, Any]


def publish(station: Station, sessions: list[PlannedSession], twist: Callable[[Body], None] | None = None,
            revision: int = 1, quiet: QuietHours | None = None) -> None:
    """Sealed with the station's key, whatever it says."""
    body = to_json(Rundown("x1", "Xã Mẫu", DAY, revision, moment("00:00") - timedelta(hours=6),
                           quiet or QuietHours("21:00", "04:30"), tuple(sessions)))
    if twist:
        twist(body)
    path = station.home.rundowns / f"{DAY}.r{revision}.json"
    path.write_text(json.dumps({**body, "seal": seal(body, station.key)}), encoding="utf-8")


def one(station: Station, seconds: float = 5.0, **changes: Any) -> PlannedSession:
    """05:00:00 to 05:00:20."""
    event = station.event("a", station.cut(seconds), moment("05:00"), hard=True)
    return station.session([replace(event, **changes)], moment("05:00:20"), "một", starts=moment("05:00"))


def relayed(station: Station, seconds: float, **changes: Any) -> PlannedSession:
    event = replace(relay_event(station, moment("05:00"), seconds), **changes)
    return station.session([event], moment("05:00:20"), "một", starts=moment("05:00"))


def beside(station: Station) -> PlannedSession:
    """The session after it: one second at 05:00:30."""
    event = station.event("ok", station.cut(1.0, seed=77), moment("05:00:30"), hard=True)
    return station.session([event], moment("05:00:50"), "bên cạnh")


def sounding(station: Station, starts: str = "04:59:30", until: str = "05:00:45",
             phone: Telephone | None = None) -> list[tuple[float, float]]:
    """Stretches in which anything sounds, in seconds after 05:00."""
    air = VirtualAir(station.home, VirtualClock(moment(starts)), open_relay=phone or Telephone())
    heard: list[tuple[float, float]] = []

    def ear(zone: str, first: int, block: Block) -> None:
        loud = np.flatnonzero(np.abs(block[:, 0]) > 1e-4)
        if len(loud):
            begin, end = (air.sink.timeline.wall_of(first + int(edge)) - moment("05:00").timestamp()
                          for edge in (loud[0], loud[-1]))
            if heard and begin - heard[-1][1] < 0.05:
                begin, _ = heard.pop()
            heard.append((round(begin, 2), round(end, 2)))

    air.run_until(moment(until), ear)
    air.close()
    return heard


NEXT = (30.0, 31.0)
CASES: dict[str, tuple[Callable[[Station], PlannedSession], list[tuple[float, float]]]] = {
    "before its session": (lambda s: one(s, starts_at=moment("04:59:45")), [(0.0, 5.0), NEXT]),
    "after the hard end": (lambda s: one(s, starts_at=moment("05:00:22")), [NEXT]),
    "beyond the hard end": (lambda s: one(s, 60.0, overrun=Overrun.FINISH), [(0.0, 20.0), NEXT]),
    "ends before it begins": (lambda s: replace(one(s), hard_end=moment("04:00")), [NEXT]),
    "a relay beyond the hard end": (lambda s: relayed(s, 600.0), [(0.0, 20.0), NEXT]),
    "a relay of another address": (lambda s: relayed(s, 9.0, relay=Relay("stream", "http://la.example/")), [NEXT]),
    "a relay on an item's approval": (lambda s: one(s, relay=RELAY), [NEXT]),
    "a relay nobody approved": (lambda s: relayed(s, 9.0, approval=s.approve(s.cut(1.0, 3))), [NEXT]),
}


@pytest.mark.parametrize("name", CASES)
def test_only_what_may_sound_does_and_the_next_session_is_whole(station: Station, name: str) -> None:
    make, wanted = CASES[name]
    publish(station, [make(station), beside(station)])
    phone = Telephone()
    assert sounding(station, phone=phone) == [pytest.approx(stretch, abs=0.02) for stretch in wanted]
    assert bool(phone.calls) == (name == "a relay beyond the hard end"), "nobody is called whom nobody approved"


def test_two_sessions_at_once_on_one_line_do_not_sound_together(station: Station) -> None:
    first = one(station)
    other = station.event("b", station.cut(5.0, seed=4), moment("05:00"), hard=True)
    publish(station, [first, station.session([other], moment("05:00:20"), "hai"), beside(station)])
    assert sounding(station) == [pytest.approx((0.0, 10.0), abs=0.02), pytest.approx(NEXT, abs=0.02)]


def test_the_stations_own_quiet_hours_hold_over_a_plan_that_knows_none(station: Station) -> None:
    long = station.event("a", station.cut(30.0), moment("20:59:50"), hard=True)
    later = station.event("b", station.cut(3.0, seed=2), moment("21:00:40"), hard=True)
    publish(station, [station.session([long, later], moment("21:10"))], quiet=QuietHours("00:00", "00:00"))
    stretches = sounding(station, "20:59:20", "21:01:30")
    night = moment("21:00").timestamp() - moment("05:00").timestamp()
    assert stretches
    assert max(end for _, end in stretches) <= night + 0.01
    assert [line.data["reason"] for line in station.journal(Kind.MISSED)] == ["quiet_hours"]


def event_of(body: Body) -> Body:
    event: Body = body["sessions"][0]["events"][0]
    return event


LIES: dict[str, Callable[[Body], None]] = {
    "gain": lambda body: event_of(body).update(gain_db="x"),
    "frames": lambda body: event_of(body)["cut"].update(frames=None),
    "half a frame": lambda body: event_of(body)["cut"].update(frames=1.5),
    "lead-in": lambda body: body["sessions"][0].update(lead_in_seconds="3"),
    "quiet hours": lambda body: body.update(quiet={"start": "21:00", "end": None}),
    "valid until": lambda body: event_of(body)["approval"].update(valid_until=5),
    "hard": lambda body: event_of(body).update(hard="no"),
    "id": lambda body: event_of(body).update(id=None),
    "zones": lambda body: body["sessions"][0].update(zones="all"),
    "withdrawn": lambda body: body.update(withdrawn="a1"),
    "no zone of time": lambda body: event_of(body).update(starts_at="2026-11-21T05:00:00"),
}


@pytest.mark.parametrize("name", LIES)
def test_a_plan_of_the_wrong_kind_is_refused_and_the_one_before_it_airs(station: Station, name: str) -> None:
    """It would have stopped the player in the middle of the day, again and again."""
    publish(station, [beside(station)])
    publish(station, [one(station), beside(station)], LIES[name], revision=2)
    assert sounding(station) == [pytest.approx(NEXT, abs=0.02)]


def test_every_event_of_a_good_plan_is_read_as_it_was_written(station: Station) -> None:
    events: list[RundownEvent] = station.chain(moment("05:00"), [1.0, 1.0], gain_db=-3)
    publish(station, [station.session(events, moment("05:00:20"))])
    assert sounding(station) == [pytest.approx((0.0, 2.0), abs=0.02)]


@pytest.mark.parametrize("kind", ["folder", "pipe", "endless", "nowhere"])
def test_what_is_no_file_under_a_plans_name_holds_nobody_up(station: Station, kind: str) -> None:
    publish(station, [beside(station)])
    path = station.home.rundowns / f"{DAY}.r2.json"
    if kind == "folder":
        path.mkdir()
    elif kind == "pipe":
        if not hasattr(os, "mkfifo"):
            pytest.skip("no pipes with a name here")
        os.mkfifo(path)
    else:
        path.symlink_to("/dev/zero" if kind == "endless" else "/nowhere")
    assert sounding(station) == [pytest.approx(NEXT, abs=0.02)]
