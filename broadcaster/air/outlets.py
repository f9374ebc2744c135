"""Puts together each zone's way out: mixer, shaping, sentinel, output, amplifier switch."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path

from broadcaster.air.conductor import settings_or_default
from broadcaster.air.line import Outlet
from broadcaster.air.meter import Block
from broadcaster.air.mixer import Mixer
from broadcaster.air.outputs.device import Device
from broadcaster.air.outputs.folder import FolderDelivery
from broadcaster.air.outputs.live_wav import LiveWavSink
from broadcaster.air.outputs.open import folder_of, open_output
from broadcaster.air.power import PowerControl
from broadcaster.air.power_guard import PowerGuard
from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.sentinel.witness import Witness
from broadcaster.air.shaping import Shaper
from broadcaster.air.sink import AudioSink, Render
from broadcaster.air.sources import PrefetchSource, Silence, Source
from broadcaster.base.clock import Clock
from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.settings import NOBODY, ZoneSection
from broadcaster.protocol.rundown import Relay


@dataclass(frozen=True)
class Ways:
    """All ways out of the station."""

    outlets: tuple[Outlet, ...]
    """Of the zones that sound; at least one."""
    deliveries: tuple[tuple[str, FolderDelivery], ...] = ()
    """Of the zones that others play."""
    default: Device | None = None
    """The computer's default output, where a zone uses it."""


def open_ways(home: StationHome, clock: Clock, sink: str, safe: bool, stack: ExitStack) -> Ways:
    """One for each zone of station.toml; one without a name for a station without zones.

    `sink`: "device", or "wav:FILE" to play everything into a file. What has to be closed goes on `stack`.
    Raises Refused("air.sink").
    """
    settings = settings_or_default(home)
    if sink.startswith("wav:") and len(sink) > 4:
        path = Path(sink[4:])
        only = _outlet(ZoneSection(""), clock, lambda render: LiveWavSink(clock, render, path), None, safe, stack)
        return Ways((only,))
    if sink != "device":
        raise Refused("air.sink", f"no such sink: {sink} (device or wav:FILE)", sink=sink)
    folders = [(zone.name, folder) for zone in settings.zones if (folder := folder_of(zone)) is not None]
    sounding = [zone for zone in settings.zones if folder_of(zone) is None]
    devices: dict[str, Device] = {}
    guard = PowerGuard(home)
    stack.callback(guard.close)

    def outlet(zone: ZoneSection) -> Outlet:
        def open_sink(render: Render) -> AudioSink:
            return open_output(zone, settings.audio, clock, render, devices)

        return _outlet(zone, clock, open_sink, guard, safe, stack)

    deliveries = tuple((name, FolderDelivery(folder)) for name, folder in folders)
    for _, delivery in deliveries:
        stack.callback(delivery.close)
    if folders and not sounding:
        # Somebody has to look at the clock; nothing is ever played there.
        return Ways((replace(outlet(ZoneSection("", output=NOBODY)), plays=False),), deliveries)
    return Ways(tuple(map(outlet, sounding or [ZoneSection("")])), deliveries, devices.get(""))


def _outlet(zone: ZoneSection, clock: Clock, open_sink: Callable[[Render], AudioSink], guard: PowerGuard | None,
            safe: bool, stack: ExitStack) -> Outlet:
    shaper = Shaper(replace(zone, horn=False) if safe else zone)

    def render(first: int, count: int) -> Block:
        block = shaper.process(mixer.render(first, count), output.timeline.wall_of(first))
        if sentinel is not None:
            sentinel.reference(first, block)
        return block

    output = open_sink(render)
    sentinel = None if safe else Sentinel(zone, clock, output.timeline)
    mixer = Mixer(lambda wall: output.timeline.frame_at(wall) - shaper.delay)
    power = PowerControl(zone, clock, guard) if zone.power else None
    stack.callback(output.close)
    if power is not None:
        stack.callback(power.close)
    if sentinel is not None:
        stack.callback(sentinel.close)
        sentinel.listen()
    return Outlet(zone, mixer, output, gain_at=shaper.gain_db, power=power,
                  sentinel=Witness(sentinel) if sentinel else None)


def open_relay(home: StationHome, clock: Clock, relay: Relay, safe: bool) -> Source:
    """Another station's programme; in safe mode only what replaces it."""
    fallback = relay.fallback
    opener = None if fallback is None else lambda: PrefetchSource(home.audio(fallback.sha256))
    if safe:
        return opener() if opener is not None else Silence()
    from broadcaster.air.relay import RelaySource  # FFmpeg takes its time to load; few stations relay

    return RelaySource(relay, clock=clock, fallback=opener, on_change=None)
