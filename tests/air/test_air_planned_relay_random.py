"""Sessions with relays on bad days: late, broken into, killed. RELAY_DAYS=N for more of them."""

from __future__ import annotations

import os
import random
from dataclasses import dataclass, replace
from datetime import timedelta

import pytest
from air_station import DAY, Station, moment
from test_air_break_in import order, ready
from test_air_planned_relay import Listener, rows
from test_air_relay_plan import Telephone, relay_event

from broadcaster.air.simulate import VirtualAir
from broadcaster.asrun.model import Outcome
from broadcaster.base.clock import VirtualClock
from broadcaster.base.errors import Refused
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import journal_files
from broadcaster.protocol.rundown import RundownEvent
from broadcaster.protocol.verifier import verify

DAYS = int(os.environ.get("RELAY_DAYS", "5"))
OVER = moment("05:05")
FRAME = 1 / RATE


@dataclass
class Slots:
    """Where relays stand, as Unix seconds."""

    spans: list[tuple[float, float]]

    def hold(self, begin: float, end: float) -> bool:
        return any(first - FRAME <= begin and end <= last + FRAME for first, last in self.spans)


def session(station: Station, draw: random.Random) -> tuple[list[RundownEvent], Slots]:
    """Own items, then a relay, three times over; items may be too many for their stretch."""
    events: list[RundownEvent] = []
    spans = []
    at = moment("05:00")
    for number in range(3):
        begins, room = at, draw.choice([12, 25, 40])
        for place in range(draw.randrange(4)):
            length = draw.choice([3.0, 8.0, 15.0])
            name, cut = f"e{number}{place}", station.cut(length, seed=10 * number + place + 1)
            events.append(station.event(name, cut, begins, hard=not events))
            begins += timedelta(seconds=length)
        starts, seconds = at + timedelta(seconds=room), draw.choice([10.0, 20.0, 35.0])
        events.append(replace(relay_event(station, starts, seconds), id=f"tiep{number}"))
        spans.append((starts.timestamp(), starts.timestamp() + seconds))
        at = starts + timedelta(seconds=seconds)
    return events, Slots(spans)


def live_through(station: Station, clock: VirtualClock, draw: random.Random) -> list[Listener]:
    """Play, with a mishap every now and then."""
    ears = []
    while clock.now() < OVER:
        air = VirtualAir(station.home, clock, open_relay=Telephone())
        ears.append(Listener(air))
        killed = False
        while clock.now() < OVER and not killed:
            air.run_until(min(OVER, clock.now() + timedelta(seconds=draw.uniform(5, 60))), ears[-1])
            mishap = draw.choice(["none", "none", "break_in", "kill"])
            if mishap == "break_in":
                try:
                    order(air)
                except Refused:
                    continue  # one is on the air already
            killed = mishap == "kill"
        if killed:
            air.crash()
            clock.advance(draw.choice([0.5, 5, 30]))
        else:
            air.close()
    return ears


@pytest.mark.parametrize("seed", range(DAYS))
def test_a_relay_sounds_in_its_slot_alone(station: Station, seed: int) -> None:
    draw = random.Random(seed)
    ready(station)
    events, slots = session(station, draw)
    station.publish([station.session(events, moment("05:04:50"), starts=moment("05:00"))])
    clock = VirtualClock(moment("04:59:30") + timedelta(seconds=draw.choice([0, 0, 60, 100])))
    ears = live_through(station, clock, draw)
    for ear in ears:
        for begin, end in ear.relayed:
            assert slots.hold(begin, end), (begin, end)
    found = rows(station, clock)
    planned = {event.id for event in events}
    assert planned <= set(found)
    assert not [name for name in planned if found[name].outcome is Outcome.PENDING]
    assert not list(verify(journal_files(station.home.asrun)))
    assert {row.day for row in found.values()} == {str(DAY)}
