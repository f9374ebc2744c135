"""The same player in virtual time: a day in seconds, for tests, the demo and the forecast."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from broadcaster.air.checks import ImmediateExecutor
from broadcaster.air.conductor import Conductor, Parts, settings_or_default
from broadcaster.air.insert_maker import OpenInput
from broadcaster.air.judge import OpenRelay
from broadcaster.air.line import Outlet
from broadcaster.air.meter import Block
from broadcaster.air.mixer import Mixer
from broadcaster.air.outputs.wav import Segment, WavSink
from broadcaster.air.sink import Render
from broadcaster.air.sources import FlacSource, Silence, Source
from broadcaster.base.clock import VirtualClock
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ZoneSection
from broadcaster.protocol.journal import JournalWriter
from broadcaster.protocol.seal import read_key

Listener = Callable[[str, int, Block], None]

_TAIL_SECONDS = 2.0
"""Silence recorded after a session, to show that it is silent."""


@dataclass(frozen=True)
class Simulation:
    """What a simulated run left behind, beside the journal in the station home."""

    wav: Path | None
    segments: tuple[Segment, ...]
    """Which stretch of the WAV stands for which wall time."""
    ended_at: datetime


def _silent(_: object) -> Source:
    """In virtual time nobody speaks, and nobody may wait for a network."""
    return Silence()


class VirtualAir:
    """A player whose time only moves when told. Zones play side by side, each into its own file or into the void."""

    def __init__(self, home: StationHome, clock: VirtualClock, wav: Path | None = None,
                 open_relay: OpenRelay = _silent, open_input: OpenInput = _silent, *,
                 machine_up_since: datetime | None = None) -> None:
        home.create()
        self._clock = clock
        zones = settings_or_default(home).zones or (ZoneSection(""),)
        self.outlets = tuple(_outlet(zone, clock, wav if zone is zones[0] else None) for zone in zones)
        self.journal = JournalWriter(home.asrun, clock.now)
        self.conductor = Conductor(Parts(
            home, clock, read_key(home), self.journal, self.outlets, ImmediateExecutor(), FlacSource,
            open_relay=open_relay, open_input=open_input, machine_up_since=machine_up_since))
        self.conductor.boot()
        self._busy_at = -_TAIL_SECONDS

    @property
    def mixer(self) -> Mixer:
        """The first zone's."""
        return self.outlets[0].mixer

    @property
    def sink(self) -> WavSink:
        """The first zone's."""
        sink = self.outlets[0].sink
        assert isinstance(sink, WavSink)
        return sink

    def run_until(self, moment: datetime, listen: Listener | None = None) -> None:
        """Play on until `moment`; idle stretches are leapt over. `listen` gets zone, first frame and each block."""
        while self._clock.now() < moment:
            self.conductor.tick()
            wake = self.conductor.next_wakeup()
            idle = 0.0 if wake is None else (min(wake, moment) - self._clock.now()).total_seconds()
            if wake is None:
                self._busy_at = self._clock.monotonic()
            leaps = idle > 1.0 and self._clock.monotonic() > self._busy_at + _TAIL_SECONDS
            for outlet in self.outlets:
                assert isinstance(outlet.sink, WavSink)
                if leaps:
                    outlet.sink.leap(idle)
                else:
                    outlet.sink.step(_heard_by(outlet, listen))

    def close(self) -> None:
        """End by order, as at the end of a working day."""
        self.conductor.tick()
        self.conductor.shut_down("simulation")
        self._close_sinks()

    def crash(self) -> None:
        """End as a power cut ends it: nothing more is written."""
        for outlet in self.outlets:
            outlet.mixer.clear()
        self.journal.close()
        self._close_sinks()

    def _close_sinks(self) -> None:
        for outlet in self.outlets:
            outlet.sink.close()


def _outlet(zone: ZoneSection, clock: VirtualClock, wav: Path | None) -> Outlet:
    sink = WavSink(clock, wav)
    return Outlet(zone, Mixer(sink.timeline.frame_at), sink)


def _heard_by(outlet: Outlet, listen: Listener | None) -> Render:
    def render(first: int, count: int) -> Block:
        block = outlet.mixer.render(first, count)
        if listen is not None:
            listen(outlet.zone.name, first, block)
        return block

    return render


def simulate(home: StationHome, clock: VirtualClock, until: datetime, wav: Path | None = None) -> Simulation:
    """Play the station's rundowns from clock.now() to `until`, into its journal and a WAV file.

    Raises Refused("key.unreadable") without a station key and Refused("air.unwritable_wav").
    """
    air = VirtualAir(home, clock, wav)
    try:
        air.run_until(until)
    finally:
        air.close()
    return Simulation(wav, tuple(air.sink.segments), clock.now())
