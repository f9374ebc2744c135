"""The silence alarm in virtual time: dead air is told, a quiet passage is not."""

from __future__ import annotations

import numpy as np
from air_station import Station, moment

from broadcaster.air.simulate import VirtualAir
from broadcaster.air.statusboard import status_of
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.protocol.journal import Kind


def alarms_after(station: Station, clock: VirtualClock, quiet_peak: float, until: str = "05:00:22") -> list[str]:
    """Of a cut that is loud for 10 s, quiet for 20 s and loud again."""
    samples = np.random.default_rng(1).uniform(-0.2, 0.2, 40 * RATE)
    samples[10 * RATE:30 * RATE] *= quiet_peak / 0.2
    event = station.event("e1", station.put((samples * 32768).astype(np.int16)), moment("05:00"), hard=True)
    station.publish([station.session([event], moment("05:10"))])
    air = VirtualAir(station.home, clock)
    air.run_until(moment(until))
    codes = [alarm.code for alarm in status_of(air.conductor).alarms]
    air.close()
    return codes


def test_a_quiet_passage_is_no_silence(station: Station, clock: VirtualClock) -> None:
    """-67 dBFS rms: below what counts as sound, but it is what the recording holds."""
    assert alarms_after(station, clock, 0.0008, "05:00:45") == []
    assert station.journal(Kind.SILENCE) == []


def test_an_empty_passage_is_silence_within_twelve_seconds(station: Station, clock: VirtualClock) -> None:
    assert alarms_after(station, clock, 0.0) == ["silence"]
