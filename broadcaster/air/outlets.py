"""Puts together each zone's way out: mixer, shaping, sentinel, output, amplifier switch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import replace
from functools import partial
from pathlib import Path

from broadcaster.air.conductor import settings_or_default
from broadcaster.air.line import Outlet
from broadcaster.air.meter import Block
from broadcaster.air.mixer import Mixer
from broadcaster.air.outputs.device import DeviceSink
from broadcaster.air.outputs.live_wav import LiveWavSink
from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.sentinel.witness import Witness
from broadcaster.air.shaping import Shaper
from broadcaster.air.sink import AudioSink, Render
from broadcaster.air.sources import PrefetchSource, Silence, Source
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import NOBODY, AudioSection, ZoneSection
from broadcaster.protocol.rundown import Relay


def open_outlets(home: StationHome, clock: Clock, sink: str, safe: bool, stack: ExitStack) -> tuple[Outlet, ...]:
    """One for each zone of station.toml; one without a name for a station without zones.

    `sink`: "device", or "wav:FILE" to play everything into a file. What has to be closed goes on `stack`.
    """
    settings = settings_or_default(home)
    if sink.startswith("wav:") and len(sink) > 4:
        path = Path(sink[4:])
        return (_outlet(ZoneSection(""), clock, lambda render: LiveWavSink(clock, render, path), safe, stack),)
    if sink != "device":
        raise Refused("air.sink", f"no such sink: {sink} (device or wav:FILE)", sink=sink)
    return tuple(_outlet(zone, clock, partial(_sink, zone, settings.audio, clock), safe, stack)
                 for zone in settings.zones or (ZoneSection(""),))


def _outlet(zone: ZoneSection, clock: Clock, open_sink: Callable[[Render], AudioSink], safe: bool,
            stack: ExitStack) -> Outlet:
    shaper = Shaper(replace(zone, horn=False) if safe else zone)

    def render(first: int, count: int) -> Block:
        block = shaper.process(mixer.render(first, count), output.timeline.wall_of(first))
        if sentinel is not None:
            sentinel.reference(first, block)
        return block

    output = open_sink(render)
    sentinel = None if safe else Sentinel(zone, clock, output.timeline)
    mixer = Mixer(lambda wall: output.timeline.frame_at(wall) - shaper.delay)
    stack.callback(output.close)
    if sentinel is not None:
        stack.callback(sentinel.close)
        sentinel.listen()
    return Outlet(zone, mixer, output, gain_at=shaper.gain_db, sentinel=Witness(sentinel) if sentinel else None)


def _sink(zone: ZoneSection, audio: AudioSection, clock: Clock, render: Render) -> AudioSink:
    device = zone.output or audio.device
    return LiveWavSink(clock, render, None) if device == NOBODY else DeviceSink(clock, render, device, audio.latency)


def open_relay(home: StationHome, clock: Clock, relay: Relay, safe: bool) -> Source:
    """Another station's programme; in safe mode only what replaces it."""
    fallback = relay.fallback
    opener = None if fallback is None else lambda: PrefetchSource(home.audio(fallback.sha256))
    if safe:
        return opener() if opener is not None else Silence()
    from broadcaster.air.relay import RelaySource  # FFmpeg takes its time to load; few stations relay

    return RelaySource(relay, clock=clock, fallback=opener, on_change=None)
