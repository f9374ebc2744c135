"""Which output a zone's words mean."""

from __future__ import annotations

from pathlib import Path

from broadcaster.air.outputs.device import Device
from broadcaster.air.outputs.live_wav import LiveWavSink
from broadcaster.air.outputs.stream import StreamSink
from broadcaster.air.sink import AudioSink, Render
from broadcaster.base.clock import Clock
from broadcaster.base.settings import NOBODY, AudioSection, ZoneSection
from broadcaster.base.zones import channels, check_output

FOLDER = "folder:"


def open_output(zone: ZoneSection, audio: AudioSection, clock: Clock, render: Render,
                devices: dict[str, Device]) -> AudioSink:
    """The zone's sink; zones on one device share it through `devices` (by its name), so open all before the first poll.

    Raises Refused("settings.value", name="zones.…") for words that mean nothing. A folder's zone gets a sink that
    nobody hears (see folder_of).
    """
    text = zone.output or audio.device
    check_output(text)
    places = channels(zone.channels)
    if text == NOBODY or zone.output.startswith(FOLDER):
        return LiveWavSink(clock, render, None)
    if text.startswith("icecast:"):
        return StreamSink(clock, render, text, 1 if len(places) == 1 else 2)
    if text not in devices:
        devices[text] = Device(clock, text, audio.latency)
    return devices[text].port(render, places)


def folder_of(zone: ZoneSection) -> Path | None:
    """Where the zone's sessions are delivered as files; None: it sounds."""
    if not zone.output.startswith(FOLDER):
        return None
    return Path(zone.output.removeprefix(FOLDER).strip()).expanduser()
