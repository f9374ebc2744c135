"""A planned relay: only the approved one, for its time, never into the night; and what it says of itself afterwards."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta

import numpy as np
import pytest
from air_icecast import IcecastServer, encode_mp3, tone
from air_pulse import AirProcess, PulseServer, wait_for
from air_station import Station, moment
from test_air_device import soon

from broadcaster.air.meter import Block
from broadcaster.air.simulate import VirtualAir
from broadcaster.base.clock import VirtualClock, parse_time
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection, load_settings, save_settings
from broadcaster.protocol.journal import Kind
from broadcaster.protocol.link import LinkClient
from broadcaster.protocol.rundown import CutRef, QuietHours, Relay, RundownEvent

RELAY = Relay("stream", "http://127.0.0.1:1/tinh")
LEVEL = 0.5


@dataclass
class Heard:
    """A relay in virtual time: constant sound, and a count of what became of it."""

    relay: Relay
    received_seconds: float = 100.0
    lost_seconds: float = 1.26
    reconnects: int = 2
    ended: bool = False

    def read(self, count: int) -> Block:
        return np.full((0 if self.ended else count, 1), LEVEL, np.float32)

    def close(self) -> None:
        self.ended = True


@dataclass
class Telephone:
    """Calls relays, remembers each."""

    received: float = 100.0
    calls: list[Heard] = field(default_factory=list)

    def __call__(self, relay: Relay) -> Heard:
        self.calls.append(Heard(relay, received_seconds=self.received))
        return self.calls[-1]


def relay_event(station: Station, starts: datetime, seconds: float, relay: Relay = RELAY,
                **more: object) -> RundownEvent:
    cut = CutRef(relay.digest(), round(seconds * RATE))
    return replace(station.event("tiep", cut, starts, hard=True, **more), relay=relay)  # type: ignore[arg-type]


def play_day(station: Station, clock: VirtualClock, phone: Telephone, until: str) -> list[float]:
    """Moments (wall) at which the relay was heard."""
    air = VirtualAir(station.home, clock, open_relay=phone)
    sounding: list[float] = []

    def hear(zone: str, first: int, block: Block) -> None:
        loud = np.flatnonzero(block[:, 0] == np.float32(LEVEL))
        if len(loud):
            sounding.extend(air.sink.timeline.wall_of(first + int(edge)) for edge in (loud[0], loud[-1]))

    air.run_until(moment(until), hear)
    air.close()
    return sounding


def test_a_relay_sounds_for_its_time_and_is_closed(station: Station, clock: VirtualClock) -> None:
    phone = Telephone()
    follows = station.event("e2", station.cut(2.0, seed=5), moment("05:00:30"))
    station.publish([station.session([relay_event(station, moment("05:00"), 30.0), follows], moment("05:10"))])
    sounding = play_day(station, clock, phone, "05:01")
    assert min(sounding) == pytest.approx(moment("05:00").timestamp(), abs=0.001)
    assert max(sounding) < moment("05:00:30").timestamp() + 0.001, "never past its end"
    end = station.told(Kind.END)["tiep"].data
    assert (end["frames"], end["reason"]) == (30 * RATE, "")
    assert (end["received_seconds"], end["lost_seconds"], end["reconnects"]) == (100.0, 1.3, 2)
    assert station.told(Kind.START)["tiep"].data["relay"] == RELAY.address
    assert station.told(Kind.END)["e2"].data["frames"] == 2 * RATE
    assert [call.ended for call in phone.calls] == [True]


def test_of_a_relay_from_which_nothing_came_the_log_says_so(station: Station, clock: VirtualClock) -> None:
    station.publish([station.session([relay_event(station, moment("05:00"), 10.0)], moment("05:10"))])
    play_day(station, clock, Telephone(received=0.0), "05:01")
    assert station.told(Kind.END)["tiep"].data["reason"] == "relay_lost"


@pytest.mark.parametrize("change", ["address", "fallback", "approval", "expired", "no_fallback_file"])
def test_another_relay_than_the_approved_one_is_not_even_called(station: Station, clock: VirtualClock,
                                                                change: str) -> None:
    phone, fallback = Telephone(), station.cut(3.0, seed=7)
    relay = replace(RELAY, fallback=fallback)
    event = relay_event(station, moment("05:00"), 10.0, relay)
    if change == "address":
        event = replace(event, relay=replace(relay, address="http://127.0.0.1:1/khac"))
    elif change == "fallback":
        event = replace(event, relay=replace(relay, fallback=station.cut(3.0, seed=8)))
    elif change == "approval":
        event = replace(event, approval=station.approve(CutRef(RELAY.digest(), 1)))
    elif change == "expired":
        event = replace(event, approval=station.approve(event.cut, valid_until="2026-11-20"))
    else:
        station.home.audio(fallback.sha256).unlink()
    station.publish([station.session([event], moment("05:10"))])
    assert not play_day(station, clock, phone, "05:01")
    reason = station.told(Kind.MISSED)["tiep"].data["reason"]
    assert reason == {"approval": "not_approved", "expired": "expired", "no_fallback_file": "file_missing"}.get(
        change, "file_altered")
    if change == "no_fallback_file":
        assert all(call.ended for call in phone.calls), "who was called in vain is let go"
    else:
        assert not phone.calls


def test_a_relay_ends_with_the_session_and_at_the_quiet_hours(station: Station) -> None:
    station.publish([station.session([relay_event(station, moment("05:00"), 60.0)], moment("05:00:20"))])
    sounding = play_day(station, VirtualClock(moment("04:59:55")), Telephone(), "05:02")
    assert max(sounding, default=0.0) < moment("05:00:20").timestamp()


def test_a_relay_does_not_reach_into_the_night(station: Station) -> None:
    station.publish([station.session([relay_event(station, moment("20:59:30"), 120.0)], moment("22:00"))])
    sounding = play_day(station, VirtualClock(moment("20:59")), Telephone(), "21:02")
    assert sounding
    assert max(sounding) < moment("21:00").timestamp()
    assert station.told(Kind.END)["tiep"].data["reason"] == "quiet_hours"


def test_a_kind_nobody_knows_is_missed_and_the_next_item_follows(station: Station, clock: VirtualClock) -> None:
    def nobody(relay: Relay) -> Heard:
        raise RuntimeError(relay.kind)

    follows = station.event("e2", station.cut(2.0, seed=5), moment("05:00:30"))
    station.publish([station.session([relay_event(station, moment("05:00"), 30.0), follows], moment("05:10"))])
    air = VirtualAir(station.home, clock, open_relay=nobody)
    air.run_until(moment("05:01"))
    air.close()
    assert station.told(Kind.MISSED)["tiep"].data["reason"] == "relay_lost"
    assert station.told(Kind.END)["e2"].data["frames"] == 2 * RATE


def test_a_relay_is_called_again_after_a_crash_and_ends_in_time(station: Station, clock: VirtualClock) -> None:
    phone = Telephone()
    station.publish([station.session([relay_event(station, moment("05:00"), 30.0)], moment("05:10"))])
    air = VirtualAir(station.home, clock, open_relay=phone)
    air.run_until(moment("05:00:11"))
    air.crash()
    clock.advance(2)
    play_day(station, clock, phone, "05:02")
    first, second = station.journal(Kind.END)
    assert len(phone.calls) == 2
    assert first.data["frames"] == 10 * RATE, "as far as the last line knows"
    assert second.data["frames"] == pytest.approx(17 * RATE, abs=RATE / 10)
    assert parse_time(second.data["ended_at"]) == moment("05:00:30"), "when the other station's programme is over"
    assert second.data["reason"] == "power"


Play = Callable[..., AirProcess]


def test_a_real_relay_is_lost_replaced_and_back(station: Station, pulse: PulseServer, icecast: IcecastServer,
                                                play: Play) -> None:
    sound = encode_mp3(icecast.folder / "tinh.mp3", tone(440.0))
    starts = soon(4)
    quiet = QuietHours(*((starts + timedelta(hours=hours)).strftime("%H:%M") for hours in (11, 12)))
    settings = load_settings(station.home)
    save_settings(station.home, replace(
        settings, zones=(ZoneSection("Thôn 1", output="zone_a"),),
        hours=replace(settings.hours, quiet_from=quiet.start, quiet_to=quiet.end)))
    fallback = station.put((tone(1500.0, 4.0) * 32767).astype(np.int16))
    relay = Relay("stream", icecast.url(), fallback)
    station.publish([station.session([relay_event(station, starts, 60.0, relay)], starts + timedelta(minutes=2))],
                    day=starts.date(), quiet=quiet, created=starts - timedelta(hours=1))
    source = icecast.source(sound)
    recorder = pulse.record("zone_a")
    air = play(pulse.env)

    def heard(hertz: float) -> bool:
        """Whether the last 0.3 s are this tone."""
        last = recorder.samples()[-RATE * 3 // 10:].astype(np.float64)
        if len(last) < RATE // 4:
            return False
        spectrum = np.abs(np.fft.rfft(last * np.hanning(len(last))))
        peak = float(np.fft.rfftfreq(len(last), 1 / RATE)[int(spectrum.argmax())])
        return bool(spectrum.max() > 1e5 and abs(peak - hertz) < 20)

    assert wait_for(lambda: heard(440.0), 20), "the relay itself"
    source.kill()
    assert wait_for(lambda: heard(1500.0), 16), "what replaces it"
    icecast.source(sound)
    assert wait_for(lambda: heard(440.0), 12), "and back"
    client = LinkClient(station.home)
    client.ask("skip", by="Cán bộ trực", event_id="tiep")
    client.close()
    assert wait_for(lambda: "tiep" in station.told(Kind.END), 10)
    end = station.told(Kind.END)["tiep"].data
    assert (end["reason"], end["reconnects"] >= 1) == ("operator", True)
    assert 0 < end["lost_seconds"] < end["frames"] / RATE
    assert end["received_seconds"] > 4
    assert air.end() == 0
