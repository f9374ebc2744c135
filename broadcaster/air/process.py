"""The playing process: one loop that ticks the conductor; the sound itself runs on the device's thread."""

from __future__ import annotations

import contextlib
import gc
import logging
import os
import signal
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from types import FrameType

from broadcaster.air.capture import CaptureSource
from broadcaster.air.checks import background
from broadcaster.air.conductor import Conductor, Parts, settings_or_default
from broadcaster.air.control import Control
from broadcaster.air.line import Outlet
from broadcaster.air.meter import Block
from broadcaster.air.mixer import Mixer
from broadcaster.air.outputs.device import DeviceSink
from broadcaster.air.outputs.live_wav import LiveWavSink
from broadcaster.air.shaping import Shaper
from broadcaster.air.sink import AudioSink, Render
from broadcaster.air.sources import PrefetchSource, Source
from broadcaster.air.statusboard import status_of
from broadcaster.base.clock import Clock, SystemClock
from broadcaster.base.errors import Refused
from broadcaster.base.lock import ProcessLock
from broadcaster.base.paths import StationHome, unwritable
from broadcaster.base.settings import NOBODY, AudioSection, ZoneSection
from broadcaster.protocol.journal import JournalWriter
from broadcaster.protocol.messages import STATUS_SECONDS
from broadcaster.protocol.rundown import Relay
from broadcaster.protocol.seal import read_key

log = logging.getLogger("air")

TICK_SECONDS = 0.05


class Ending:
    """Set by SIGTERM or Ctrl+C: the loop ends at its next turn."""

    def __init__(self) -> None:
        self.by = ""
        for name in ("SIGTERM", "SIGINT", "SIGBREAK"):
            if hasattr(signal, name):
                signal.signal(getattr(signal, name), self._on_signal)

    def _on_signal(self, number: int, frame: FrameType | None) -> None:
        self.by = signal.Signals(number).name


def run_air(home: StationHome, sink: str = "device") -> int:
    """Play until told to end. `sink`: "device" or "wav:FILE" (real time, into a file).

    Raises Refused: process.running, air.sink, key.unreadable; NewerFormat for a newer journal.
    """
    clock = SystemClock()
    home.create()
    lock = ProcessLock(home, "air")
    try:
        key = read_key(home)
        outlets = _outlets(home, clock, sink)
        executor = background()
        conductor = Conductor(Parts(
            home, clock, key, _journal(home, clock), outlets, executor, PrefetchSource,
            open_relay=lambda relay: _relay(home, clock, relay),
            open_input=lambda device: CaptureSource(device, clock=clock), machine_up_since=machine_started(clock)))
        ending = Ending()
        _claim_priority()
        conductor.boot()
        _loop(conductor, Control(home, conductor), ending)
        for outlet in outlets:
            outlet.sink.close()
        executor.shutdown(wait=False, cancel_futures=True)
    finally:
        lock.release()
    return 0


def machine_started(clock: Clock) -> datetime | None:
    """When the machine was switched on, where the steady clock counts from there (Linux, Windows)."""
    if not sys.platform.startswith(("linux", "win")):
        return None
    return clock.now() - timedelta(seconds=clock.monotonic())


def _loop(conductor: Conductor, control: Control, ending: Ending) -> None:
    clock = conductor.clock
    gc.collect()
    gc.freeze()
    gc.disable()
    show_at = collect_at = 0.0
    while not (ending.by or control.shutdown_by):
        try:
            conductor.tick()
            if clock.monotonic() >= show_at:
                show_at = clock.monotonic() + STATUS_SECONDS - 0.01
                control.show(status_of(conductor))
        except Exception:  # a fault in one tick must not silence the station
            log.exception("tick failed")
        now = clock.monotonic()
        if now >= collect_at and not conductor.runs:
            collect_at = now + 60
            gc.collect()
        control.serve(TICK_SECONDS)
    conductor.shut_down(ending.by or control.shutdown_by)
    control.close()


def _journal(home: StationHome, clock: Clock) -> JournalWriter:
    try:
        return JournalWriter(home.asrun, clock.now)
    except OSError as error:
        raise unwritable(home.asrun, error) from error


def _outlets(home: StationHome, clock: Clock, sink: str) -> tuple[Outlet, ...]:
    """One for each zone of station.toml; one without a name for a station without zones."""
    settings = settings_or_default(home)
    if sink.startswith("wav:") and len(sink) > 4:
        return (_outlet(ZoneSection(""), lambda render: LiveWavSink(clock, render, Path(sink[4:]))),)
    if sink != "device":
        raise Refused("air.sink", f"no such sink: {sink} (device or wav:FILE)", sink=sink)
    zones = settings.zones or (ZoneSection(""),)
    return tuple(_outlet(zone, lambda render, zone=zone: _sink(zone, settings.audio, clock, render)) for zone in zones)


def _outlet(zone: ZoneSection, open_sink: Callable[[Render], AudioSink]) -> Outlet:
    shaper = Shaper(zone)

    def render(first: int, count: int) -> Block:
        return shaper.process(mixer.render(first, count), output.timeline.wall_of(first))

    output = open_sink(render)
    mixer = Mixer(lambda wall: output.timeline.frame_at(wall) - shaper.delay)
    return Outlet(zone, mixer, output, gain_at=shaper.gain_db)


def _sink(zone: ZoneSection, audio: AudioSection, clock: Clock, render: Render) -> AudioSink:
    device = zone.output or audio.device
    return LiveWavSink(clock, render, None) if device == NOBODY else DeviceSink(clock, render, device, audio.latency)


def _relay(home: StationHome, clock: Clock, relay: Relay) -> Source:
    from broadcaster.air.relay import RelaySource  # FFmpeg takes its time to load; few stations relay

    fallback = relay.fallback
    return RelaySource(relay, clock=clock, fallback=None if fallback is None else (
        lambda: PrefetchSource(home.audio(fallback.sha256))), on_change=None)


def _claim_priority() -> None:
    """Sound first, if the system lets us; it plays without, too."""
    with contextlib.suppress(OSError, AttributeError):
        if sys.platform == "win32":
            import ctypes
            kernel = ctypes.windll.kernel32
            kernel.SetPriorityClass(kernel.GetCurrentProcess(), 0x80)  # HIGH_PRIORITY_CLASS
        else:
            os.nice(-10)
