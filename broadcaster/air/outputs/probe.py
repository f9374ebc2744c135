"""Which sound outputs there are now, asked of a child process.

PortAudio knows only what it saw when it was started, and starting it anew interrupts every stream of a process. While
a healthy zone plays, a child looks instead whether it would be of any use.
"""

from __future__ import annotations

import json
import subprocess
import sys
from typing import Any

_SECONDS = 5.0


def outputs_of(sd: Any) -> list[str]:
    """Names of the outputs PortAudio knows, in its order."""
    return [str(item["name"]) for item in sd.query_devices() if item["max_output_channels"] >= 1]


def outputs_now() -> list[str]:
    """What a PortAudio started now would know; empty when that cannot be said."""
    try:
        done = subprocess.run([sys.executable, "-m", "broadcaster.air.outputs.probe"], capture_output=True,
                              stdin=subprocess.DEVNULL, timeout=_SECONDS, check=True)
        return [str(name) for name in json.loads(done.stdout.splitlines()[-1])]
    except (OSError, subprocess.SubprocessError, ValueError, IndexError):
        return []


if __name__ == "__main__":
    import sounddevice

    sys.stdout.write(json.dumps(outputs_of(sounddevice)) + "\n")
