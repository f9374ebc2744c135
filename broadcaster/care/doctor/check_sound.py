"""Sound out and in: device, server, rights, volume."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from pathlib import Path

from broadcaster.base.paths import StationHome, write_atomic
from broadcaster.base.settings import NOBODY
from broadcaster.care.doctor.model import Case, Finding, Remedy, doubt, wrong
from broadcaster.care.doctor.sound_probe import DUMMY, Sink, Sound
from broadcaster.reports.risks import ask_player

LOW_VOLUME = 0.3
_MEMORY = "default_output.json"


def sound(case: Case) -> Iterator[Finding]:
    """Whether what the station plays can be heard at all."""
    if case.settings.office.role == "office":
        return  # nobody listens here
    wanted = _devices(case)
    if not wanted:
        if NOBODY in _texts(case) and not case.home.demo_note.exists():
            yield doubt("nobody", "the station is set to play to nobody (audio.device is “null”)", "settings")
        return
    found = case.probes.sound()
    trouble = list(_no_sound(found))
    yield from trouble
    if trouble:
        return
    for name in sorted(wanted - {""}):
        if not any(_alike(name, output) for output in found.outputs):
            yield wrong("device_missing", f"the chosen sound device is not there: {name}", "settings", device=name)
    if "" in wanted:
        yield from _default(case, found)
    yield from _volume(case, found)


def inputs(case: Case) -> Iterator[Finding]:
    """What listens along with the zones (microphone, line-in) is there."""
    wanted = {zone.monitor: zone.name for zone in case.settings.zones if zone.monitor}
    if not wanted:
        return
    found = case.probes.sound()
    if found.hung or found.library:
        return  # told by `sound`
    for name, zone in wanted.items():
        if not any(_alike(name, known) for known in found.inputs):
            yield wrong("input_missing", f"the input that listens to zone {zone} is not there: {name}", "settings",
                        device=name, zone=zone)


def accept_default(home: StationHome, default: str) -> None:
    """From now on this is the right default output; the player reads it within seconds. Raises Refused: disk.*."""
    write_atomic(_memory(home), json.dumps({"name": default}, ensure_ascii=False).encode())


def _texts(case: Case) -> set[str]:
    zones = case.settings.zones
    return {zone.output or case.settings.audio.device for zone in zones} if zones else {case.settings.audio.device}


def _devices(case: Case) -> set[str]:
    """Names of sound devices the station plays on; "" is the system's default."""
    return {text for text in _texts(case) if text != NOBODY and not re.match(r"(icecast|folder):", text)}


def _no_sound(found: Sound) -> Iterator[Finding]:
    real = [sink for sink in found.sinks if not sink.name.startswith(DUMMY)]
    if found.hung:
        yield wrong("sound_hangs", "the sound system does not answer")
    elif found.library:
        yield wrong("sound_library", f"the sound library cannot be used: {found.library}", detail=found.library)
    elif found.denied and not found.server:
        yield wrong("sound_denied", "there is a sound card, but this user may not use it and no sound server runs")
    elif (found.server and not real) or not found.outputs:
        yield wrong("no_sound_device", "this computer has no sound output", "settings")


def _default(case: Case, found: Sound) -> Iterator[Finding]:
    """The system chooses; when it chooses another than the player first played on, loudspeakers may be silent."""
    now = _words(found.default, found.sinks)
    try:
        before = str(json.loads(_memory(case.home).read_bytes())["name"])
    except (OSError, ValueError, KeyError, TypeError):
        return  # the player has not played on it yet
    if now and not _alike(before, now):
        yield doubt("default_changed", f"the system now plays on {now}; it was {before}", "settings",
                    remedy=Remedy.DEVICE_RIGHT, before=before, now=now)


def _volume(case: Case, found: Sound) -> Iterator[Finding]:
    sink = _used(case, found)
    if sink is None:
        return
    name = sink.description or sink.name
    if sink.muted or sink.volume < 0.005:
        yield wrong("muted", f"the sound output is muted: {name}", device=name)
    elif sink.volume < LOW_VOLUME:
        yield doubt("volume_low", f"the sound output is turned down to {sink.volume:.0%}: {name}", device=name,
                    percent=round(sink.volume * 100))


def _used(case: Case, found: Sound) -> Sink | None:
    """The output the player's stream is on; without a player, the default one where it is the one wanted."""
    player = ask_player(case.home)
    name = found.playing.get(str(player.pid), "") if player is not None else ""
    if not name and _devices(case) <= {"", "default", "pulse"}:
        name = found.default
    by_name = {sink.name: sink for sink in found.sinks}
    return by_name.get(name) or (found.sinks[0] if len(found.sinks) == 1 and name == found.default else None)


def _words(name: str, sinks: tuple[Sink, ...]) -> str:
    """As the player names it in its file: by its description, where no other has the same."""
    said = [sink.description for sink in sinks]
    own = next((sink.description for sink in sinks if sink.name == name), "")
    if not any(sink.name == name for sink in sinks):
        return name
    return own if own and said.count(own) == 1 else f"{own} ({name})".strip()


def _alike(name: str, other: str) -> bool:
    """The same, but for the number of an ALSA card; Windows' oldest interface cuts names at 31 letters."""
    plain, plain_other = (re.sub(r"\(hw:[0-9]+,", "(hw:", each) for each in (name, other))
    return plain == plain_other or (len(plain_other) >= 31 and plain.startswith(plain_other))


def _memory(home: StationHome) -> Path:
    return home.run / _MEMORY
