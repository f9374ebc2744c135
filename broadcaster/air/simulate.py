"""The same player in virtual time: a day in seconds, for tests, the demo and the forecast."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Executor
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from broadcaster.air.advance import COMMIT_SECONDS
from broadcaster.air.checks import ImmediateExecutor
from broadcaster.air.conductor import Conductor, Parts, settings_or_default
from broadcaster.air.desk import OpenFile
from broadcaster.air.dry import DryMixer
from broadcaster.air.insert_maker import OpenInput
from broadcaster.air.judge import OpenRelay
from broadcaster.air.line import Outlet
from broadcaster.air.meter import Block
from broadcaster.air.mixer import Mixer
from broadcaster.air.outputs.wav import BLOCK, Segment, WavSink
from broadcaster.air.roster import ARM_SECONDS
from broadcaster.air.sink import Render
from broadcaster.air.sources import FlacSource, Silence, Source
from broadcaster.base.clock import VirtualClock, unix
from broadcaster.base.frames import RATE
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import ZoneSection
from broadcaster.protocol.journal import JournalWriter
from broadcaster.protocol.seal import read_key

Listener = Callable[[str, int, Block], None]

_TAIL_SECONDS = 2.0
"""Silence recorded after a session, to show that it is silent."""

STRIDE_SECONDS = 60.0
"""The longest step of a dry run while something sounds."""
_WARY_SECONDS = 1.0
"""The same while the clock lies or what should sound is silent: when that is over, or told, cannot be foreseen."""


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
    """A player whose time only moves when told. Zones play side by side, each into its own file or into the void.

    A `dry` one mixes no samples and strides over the time in which nothing can begin or end: every start and end stays
    on its sample, of the journal's BEAT lines only some are written, and nothing waits for the disk.
    """

    def __init__(self, home: StationHome, clock: VirtualClock, wav: Path | None = None,
                 open_relay: OpenRelay = _silent, open_input: OpenInput = _silent, *,
                 machine_up_since: datetime | None = None, dry: bool = False, open_file: OpenFile = FlacSource,
                 executor: Executor | None = None) -> None:
        home.create()
        self._clock, self._dry = clock, dry
        zones = settings_or_default(home).zones or (ZoneSection(""),)
        self.outlets = tuple(_outlet(zone, clock, wav if zone is zones[0] else None, dry) for zone in zones)
        self.journal = JournalWriter(home.asrun, clock.now, durable=not dry)
        self.conductor = Conductor(Parts(
            home, clock, read_key(home), self.journal, self.outlets, executor or ImmediateExecutor(), open_file,
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
            count = self._stride(moment) if self._dry and not leaps else BLOCK
            for outlet in self.outlets:
                assert isinstance(outlet.sink, WavSink)
                if leaps:
                    outlet.sink.leap(idle)
                else:
                    outlet.sink.step(_heard_by(outlet, listen), count)

    def _stride(self, moment: datetime) -> int:
        """Frames of whole blocks in which no look at the player would find anything to do but a BEAT."""
        now = unix(self._clock.now())
        wary = self.conductor.clock_problem or any(outlet.mixer.silent for outlet in self.outlets
                                                   if isinstance(outlet.mixer, DryMixer))
        longest = _WARY_SECONDS if wary else STRIDE_SECONDS
        idle = min([unix(moment), now + longest, *self._next_looks(now)]) - now
        return BLOCK * max(1, int(idle * RATE / BLOCK))

    def _next_looks(self, now: float) -> Iterator[float]:
        """Wall times, the past ones too, from which on a look may find something to do."""
        for line in self.conductor.lines:
            lead = COMMIT_SECONDS + line.sink.latency
            for _, session in line.roster.ahead(self._clock.now()):
                yield unix(session.starts_at) - ARM_SECONDS
            for run in line.runs:
                early = lead + (run.session.lead_in_seconds if line.zone.wake == "tone" else 0.0)
                yield from (max(now, run.due(item)) - early for item in run.waiting())
                yield from (airing.expected_end() for airing in run.airings)
                yield from (airing.due for airing in run.airings if airing.started is None)
                yield run.end()

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


def _outlet(zone: ZoneSection, clock: VirtualClock, wav: Path | None, dry: bool) -> Outlet:
    sink = WavSink(clock, wav)
    return Outlet(zone, (DryMixer if dry else Mixer)(sink.timeline.frame_at), sink)


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
