"""What sound there is on this computer, asked in a child process: a sound server that hangs must not hang us.

PortAudio tells the outputs and inputs; on Linux `pactl` (PulseAudio and PipeWire) tells volume and mute, on Windows
the Core Audio interfaces do.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from broadcaster.base.program import NO_WINDOW, own_command

_SECONDS = 12.0
_ANSWER_SECONDS = 3.0
DUMMY = "auto_null"
"""The sink PulseAudio and PipeWire make up where there is no sound card."""


@dataclass(frozen=True)
class Sink:
    """An output of the sound server."""

    name: str
    volume: float
    """1 is 100 %."""
    muted: bool
    description: str = ""


@dataclass(frozen=True)
class Sound:
    """All that is known; empty where nobody can say."""

    outputs: tuple[str, ...] = ()
    inputs: tuple[str, ...] = ()
    default: str = ""
    """The output the system would take."""
    server: bool = False
    """A sound server answers."""
    sinks: tuple[Sink, ...] = ()
    playing: dict[str, str] = field(default_factory=dict)
    """Process id → the sink its stream is on."""
    cards: bool = False
    """The system has a sound card, whether or not we are let at it."""
    denied: bool = False
    """There is a card, and we may not use it."""
    library: str = ""
    """Why PortAudio cannot be used; empty when it can."""
    hung: bool = False


def look_from_outside() -> Sound:
    """Start the child and wait for it, but not for ever."""
    try:
        done = subprocess.run(own_command("doctor", "--sound"), capture_output=True, stdin=subprocess.DEVNULL,
                              timeout=_SECONDS, check=True, creationflags=NO_WINDOW)
        return from_json(json.loads(done.stdout.splitlines()[-1]))
    except subprocess.TimeoutExpired:
        return Sound(hung=True)
    except (OSError, subprocess.SubprocessError, ValueError, IndexError, TypeError, KeyError) as error:
        return Sound(library=type(error).__name__)


def to_json(sound: Sound) -> dict[str, Any]:
    return asdict(sound)


def from_json(body: dict[str, Any]) -> Sound:
    """Raises TypeError or KeyError for anything else."""
    body["sinks"] = tuple(Sink(**each) for each in body["sinks"])
    return Sound(**{**body, "outputs": tuple(body["outputs"]), "inputs": tuple(body["inputs"])})


def look() -> Sound:
    """In the child."""
    outputs, inputs, default, library = _portaudio()
    if sys.platform == "win32":
        return Sound(outputs, inputs, default, server=True, sinks=_windows_sinks(), cards=bool(outputs),
                     library=library)
    info = _said("pactl", "info")
    found = re.search(r"^Default Sink:\s*(\S+)", info, re.MULTILINE)
    cards, denied = _devices(Path("/dev/snd"))
    sinks = _said("pactl", "list", "sinks")
    return Sound(outputs, inputs, found.group(1) if found else default, bool(info), sinks_of(sinks),
                 streams_of(_said("pactl", "list", "sink-inputs"), sinks), cards, denied, library)


def sinks_of(told: str) -> tuple[Sink, ...]:
    """From `pactl list sinks` in English."""
    return tuple(sink for sink, _ in _numbered(told))


def streams_of(told: str, sinks: str) -> dict[str, str]:
    """From `pactl list sink-inputs` and `pactl list sinks`: which process plays to which sink."""
    numbers = {number: sink.name for sink, number in _numbered(sinks)}
    found = {}
    for block in re.split(r"^Sink Input #", told, flags=re.MULTILINE)[1:]:
        process = re.search(r'application\.process\.id = "(\d+)"', block)
        sink = re.search(r"^\s*Sink: (\d+)", block, re.MULTILINE)
        if process and sink and sink.group(1) in numbers:
            found[process.group(1)] = numbers[sink.group(1)]
    return found


def _numbered(told: str) -> list[tuple[Sink, str]]:
    found = []
    for block in re.split(r"^Sink #", told, flags=re.MULTILINE)[1:]:
        name = re.search(r"^\s*Name: (.+)$", block, re.MULTILINE)
        mute = re.search(r"^\s*Mute: (\w+)", block, re.MULTILINE)
        volumes = re.search(r"^\s*Volume:(.+)$", block, re.MULTILINE)
        shares = [int(share) / 100 for share in re.findall(r"(\d+)%", volumes.group(1))] if volumes else []
        words = re.search(r"^\s*Description: (.+)$", block, re.MULTILINE)
        if name and mute:
            found.append((Sink(name.group(1).strip(), max(shares, default=1.0), mute.group(1) == "yes",
                               words.group(1).strip() if words else ""), block.split("\n", 1)[0].strip()))
    return found


def _portaudio() -> tuple[tuple[str, ...], tuple[str, ...], str, str]:
    try:
        import sounddevice as sd

        devices = list(sd.query_devices())
    except Exception as error:  # no library, no server, or one that answers nonsense
        return (), (), "", f"{type(error).__name__}: {error}"[:200]
    try:
        default = str(sd.query_devices(kind="output")["name"])
    except Exception:  # there is none
        default = ""
    return (tuple(str(item["name"]) for item in devices if item["max_output_channels"] > 0),
            tuple(str(item["name"]) for item in devices if item["max_input_channels"] > 0), default, "")


def _devices(folder: Path) -> tuple[bool, bool]:
    """Whether ALSA has a card that plays, and whether it is closed to us."""
    try:
        cards = [path for path in folder.iterdir() if path.name.startswith("pcm") and path.name.endswith("p")]
    except OSError:
        return False, False
    return bool(cards), bool(cards) and not any(os.access(path, os.R_OK | os.W_OK) for path in cards)


def _windows_sinks() -> tuple[Sink, ...]:
    """Volume and mute of the default output. Written for Windows, not tried there."""
    try:
        from broadcaster.care.doctor.windows_volume import default_output

        return (default_output(),)
    except Exception:  # no comtypes, no output, or no service
        return ()


def _said(*words: str) -> str:
    try:
        done = subprocess.run(words, capture_output=True, stdin=subprocess.DEVNULL, timeout=_ANSWER_SECONDS,
                              check=False, env={**os.environ, "LC_ALL": "C"}, creationflags=NO_WINDOW)
    except (OSError, subprocess.SubprocessError):
        return ""
    return done.stdout.decode("utf-8", "replace") if done.returncode == 0 else ""
