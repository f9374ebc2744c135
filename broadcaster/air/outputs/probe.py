"""Which sound outputs there are now, asked of a child process.

PortAudio knows only what it saw when it was started, and starting it anew interrupts every stream of a process. While
a healthy zone plays, a child looks instead whether it would be of any use. It costs some tenths of a second of a
processor, so it looks often only while something has just changed, where that can be seen.
"""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from broadcaster.base.program import NO_WINDOW, own_command

OFTEN_SECONDS = 2.0
SELDOM_SECONDS = 30.0
_UNREST_SECONDS = 10.0
"""After a plugging, the system takes its time to let us at the card."""
_SECONDS = 5.0


class Probe:
    """When to look, for one device that is missed."""

    def __init__(self) -> None:
        self._seen: object = None
        self._changed_at = self._looked_at = -SELDOM_SECONDS

    def due(self, now: float) -> bool:
        """Whether to look now (seconds of a steady clock)."""
        seen = surroundings()
        if seen != self._seen:
            self._seen, self._changed_at = seen, now
        restless = seen is None or now - self._changed_at < _UNREST_SECONDS
        if now - self._looked_at < (OFTEN_SECONDS if restless else SELDOM_SECONDS):
            return False
        self._looked_at = now
        return True


def surroundings() -> object:
    """What PortAudio's list is made from: ALSA's cards and its settings; None where that cannot be seen."""
    if not sys.platform.startswith("linux"):
        return None
    settings = (Path(os.environ.get("ALSA_CONFIG_PATH", "/")), Path.home() / ".asoundrc", Path("/etc/asound.conf"))
    seen: list[object] = []
    for place in settings:
        with contextlib.suppress(OSError):
            seen.append(place.stat().st_mtime_ns)
    with contextlib.suppress(OSError):
        seen.append(Path("/proc/asound/pcm").read_text())
    return seen


def outputs_of(sd: Any) -> list[str]:
    """Names of the outputs PortAudio knows, in its order."""
    return [str(item["name"]) for item in sd.query_devices() if item["max_output_channels"] >= 1]


def outputs_now() -> list[str]:
    """What a PortAudio started now would know; empty when that cannot be said."""
    try:
        done = subprocess.run(own_command("sound-outputs"), capture_output=True, stdin=subprocess.DEVNULL,
                              timeout=_SECONDS, check=True, creationflags=NO_WINDOW)
        return [str(name) for name in json.loads(done.stdout.splitlines()[-1])]
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return []

