"""Two zones on two real outputs: different things at once, amplifiers switched, a microphone, a monitor that hears."""

from __future__ import annotations

import signal
from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import numpy as np
import pytest
from air_pulse import AirProcess, PulseServer, find_sound, wait_for
from air_station import DAY, Station, moment
from test_air_device import soon

from broadcaster.air.alarms import Alarms
from broadcaster.air.checks import ImmediateExecutor
from broadcaster.air.deliveries import FolderZone
from broadcaster.air.desk import Desk
from broadcaster.air.judge import Judge
from broadcaster.air.outputs.folder import FolderDelivery
from broadcaster.air.plan import PlanBook
from broadcaster.air.scribe import Scribe
from broadcaster.air.sources import FlacSource, Silence
from broadcaster.base.clock import VirtualClock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import Settings, ZoneSection, save_settings
from broadcaster.protocol.journal import JournalWriter, Kind
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.rundown import PlannedSession, QuietHours

Play = Callable[..., AirProcess]


def settle(station: Station, starts: datetime, zones: list[ZoneSection]) -> QuietHours:
    """Save the zones, and quiet hours that are elsewhere."""
    quiet = QuietHours(*((starts + timedelta(hours=hours)).strftime("%H:%M") for hours in (11, 12)))
    settings = Settings(zones=tuple(zones))
    save_settings(station.home, replace(
        settings, hours=replace(settings.hours, quiet_from=quiet.start, quiet_to=quiet.end)))
    return quiet


def in_zone(session: PlannedSession, *zones: str) -> PlannedSession:
    return replace(session, zones=zones)


def test_two_zones_side_by_side_switched_heard_and_talked_into(station: Station, pulse: PulseServer, play: Play,
                                                               tmp_path: Path) -> None:
    power = tmp_path / "power"
    with (pulse.folder / "asoundrc").open("a") as file:
        file.write('pcm.hear_a { type pulse device "zone_a.monitor" hint { show on description "hear_a" } }\n')
    starts = soon(5)
    quiet = settle(station, starts, [
        ZoneSection("Thôn 1", output="zone_a", power=f"command:cp /dev/null {power} || rm -f {power}", pre_roll=1.0,
                    post_roll=0.5, monitor="hear_a"),
        ZoneSection("Thôn 2", output="zone_b")])
    one, two = station.chain(starts, [12.0], "a"), station.chain(starts, [6.0, 4.0], "b")
    ends = starts + timedelta(minutes=2)
    station.publish([in_zone(station.session(one, ends, "a"), "Thôn 1"),
                     in_zone(station.session(two, ends, "b"), "Thôn 2")],
                    day=starts.date(), quiet=quiet, created=starts - timedelta(hours=1))
    first, second = pulse.record("zone_a"), pulse.record("zone_b")
    air = play(pulse.env)
    assert wait_for(power.exists, 15), "the amplifier is on before the first sound"
    assert wait_for(lambda: {"a1", "b1"} <= set(station.told(Kind.BEAT)), 15)
    client = LinkClient(station.home)
    client.ask("live_on", minutes=0.04, zones=["Thôn 2"], by="Cán bộ trực", device="hear_a")
    assert wait_for(lambda: "b2" in station.told(Kind.END), 40), (station.home.logs / "stderr").read_text()
    client.close()
    aired = station.told(Kind.END)
    assert aired["a1"].data["reason"] == ""
    heard = find_sound(first.samples(), station.samples[one[0].cut.sha256])
    if not aired["a1"].data["underruns"]:
        assert heard, "the other zone hears nothing of the microphone"
    spoken = [line.data for line in station.journal(Kind.END) if line.data["event_id"].startswith("i")]
    assert spoken[-1]["zone"] == "Thôn 2"
    assert abs(spoken[-1]["frames"] - 2.4 * RATE) < RATE / 2, "the microphone closed by itself"
    assert station.journal(Kind.BREAK_IN)[-1].data["recording"]["frames"] > 1.5 * RATE
    assert np.abs(second.samples()).max() > 0
    assert wait_for(lambda: "a1" in station.told(Kind.VERDICT), 30)
    verdict = station.told(Kind.VERDICT)["a1"].data
    assert (verdict["verdict"], verdict["zone"]) == ("heard", "Thôn 1")
    assert wait_for(lambda: not power.exists(), 10), "and off when nothing sounds any more"
    assert air.end() == 0


def test_kill_9_opens_the_amplifiers_switch(station: Station, pulse: PulseServer, play: Play, tmp_path: Path) -> None:
    power = tmp_path / "power"
    starts = soon(4)
    quiet = settle(station, starts, [
        ZoneSection("Thôn 1", output="zone_a", power=f"command:cp /dev/null {power} || rm -f {power}")])
    events = station.chain(starts, [60.0])
    station.publish([station.session(events, starts + timedelta(minutes=2))], day=starts.date(), quiet=quiet,
                    created=starts - timedelta(hours=1))
    air = play(pulse.env)
    assert wait_for(lambda: power.exists() and bool(station.journal(Kind.BEAT)), 15)
    air.process.send_signal(signal.SIGKILL)
    air.process.wait(10)
    assert wait_for(lambda: not power.exists(), 14), "ten seconds for a successor, then it is off"


def folder_desk(station: Station, clock: VirtualClock) -> Desk:
    alarms = Alarms(clock)
    scribe = Scribe(JournalWriter(station.home.asrun, clock.now), clock, alarms)
    book = PlanBook(station.home, station.key, Settings(), lambda rejected: None)
    book.poll(clock.now())
    judge = Judge(station.home, station.key, ImmediateExecutor(), lambda relay: Silence())
    return Desk(station.home, clock, station.key, Settings(), scribe, alarms, book, judge, FlacSource)


@pytest.mark.parametrize("day", [DAY])
def test_a_session_is_put_into_the_vendors_folder_once(station: Station, tmp_path: Path, day: date) -> None:
    events = station.chain(moment("05:00"), [3.0, 2.0])
    bad = station.event("bad", station.cut(1.0, seed=77), moment("05:00:05"))
    station.home.audio(bad.cut.sha256).write_bytes(b"altered")
    station.publish([in_zone(station.session([*events, bad], moment("05:10")), "Nền tảng")])
    clock = VirtualClock(moment("04:50"))
    desk, delivery = folder_desk(station, clock), FolderDelivery(tmp_path / "out")
    zone = FolderZone(desk, "Nền tảng", delivery, {})
    for _ in range(200):
        zone.look(clock.now())
        if station.journal(Kind.DELIVERED):
            break
        wait_for(lambda: False, 0.05)
    told = station.journal(Kind.DELIVERED)[0].data
    assert (told["events"], told["refused"], told["zone"]) == (["e1", "e2"], {"bad": "file_altered"}, "Nền tảng")
    assert (tmp_path / "out" / told["name"]).stat().st_size > 50_000
    zone.look(clock.now())
    wait_for(lambda: False, 0.3)
    zone.look(clock.now())
    assert len(station.journal(Kind.DELIVERED)) == 1
    delivery.close()
    desk.scribe.close()
