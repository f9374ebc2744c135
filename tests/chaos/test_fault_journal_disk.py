"""The disk under the journal goes away and comes back: what had to wait is written, and the chain holds."""

from __future__ import annotations

import os
from pathlib import Path

from air_station import Station, moment

from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.protocol.journal import Kind, journal_files
from broadcaster.protocol.seal import make_key
from broadcaster.protocol.verifier import GENESIS, verify


def test_stick_pulled_out_and_back_in_mid_item_loses_no_line(home: StationHome, clock: VirtualClock) -> None:
    """Every handle into a stick that was pulled out is dead for ever, also when it is back."""
    station = Station(home, make_key(home))
    station.publish([station.session(station.chain(moment("05:00"), [20.0, 5.0]), moment("05:10"))])
    air = VirtualAir(home, clock)
    air.run_until(moment("05:00:05"))
    handle = air.journal._file
    assert handle is not None
    folder, away = home.asrun, home.asrun.with_name("away")
    dead = os.open(os.devnull, os.O_RDONLY)
    os.dup2(dead, handle)  # what is written there fails from now on, as on a device that is gone
    os.close(dead)
    folder.rename(away)
    air.run_until(moment("05:00:12"))
    assert "journal_refused" in [alarm.code for alarm in air.conductor.alarms.all()]
    assert not Path(folder).exists(), "and it is not made anew somewhere else"
    away.rename(folder)
    air.run_until(moment("05:01"))
    assert "journal_refused" not in [alarm.code for alarm in air.conductor.alarms.all()]
    air.close()
    assert {name: line.data["reason"] for name, line in station.told(Kind.END).items()} == {"e1": "", "e2": ""}
    assert [line for line in station.journal() if "noted_at" in line.data], "what had to wait says when it was"
    assert not list(verify(journal_files(folder), GENESIS))
