"""A child process with a live input, read as the air reads it: twenty milliseconds at a time, by the machine's clock.

Words: DEVICE RAW_FILE. Prints a line of JSON ten times a second. "output NAME" and "restart" may be said to it.
"""

from __future__ import annotations

import json
import sys
import threading
from pathlib import Path
from typing import Any

import numpy as np

from broadcaster.air import portaudio
from broadcaster.air.capture import CaptureSource, input_names
from broadcaster.base.clock import SystemClock
from broadcaster.base.frames import RATE


class Output:
    """A stream that is open all the time, as a zone's is."""

    def __init__(self, name: str) -> None:
        self.name, self.frames = name, 0
        self._stream: Any = None
        portaudio.join(self)
        self.open()

    def open(self) -> None:
        with portaudio.library() as sd:
            index = next(item["index"] for item in sd.query_devices() if item["name"] == self.name)
            self._stream = sd.OutputStream(samplerate=RATE, blocksize=960, device=index, channels=2, dtype="float32",
                                           latency=0.4, callback=self._render)
            self._stream.start()

    def release(self) -> None:
        self._stream.close()

    def _render(self, out: Any, count: int, *_: object) -> None:
        out[:] = 0
        self.frames += count


def main(device: str, path: Path) -> None:
    """Until killed or until stdin ends."""
    clock = SystemClock()
    source = CaptureSource(device, clock=clock)
    outputs: list[Output] = []
    over = threading.Event()

    def obey() -> None:
        for line in sys.stdin:
            word, _, rest = line.strip().partition(" ")
            if word == "output":
                outputs.append(Output(rest))
            elif word == "restart":
                portaudio.restart()
                for output in outputs:
                    output.open()
        over.set()

    threading.Thread(target=obey, daemon=True).start()
    began, blocks = clock.monotonic(), 0
    with path.open("wb", buffering=0) as file:
        while not over.is_set():
            file.write(np.rint(source.read(960) * 32768).clip(-32768, 32767).astype("<i2").tobytes())
            blocks += 1
            if blocks % 5 == 0:
                print(json.dumps({
                    "at": clock.monotonic(), "problem": source.problem, "ready": source.ready, "name": source.name,
                    "level": source.level_db, "sounding": source.sounding_for(), "silent": source.silent_for(),
                    "received": source.received, "reopened": source.reopened, "inserted": source._ring.inserted,
                    "dropped": source._ring.dropped, "held": source._ring._held, "names": input_names()[:8],
                    "output": sum(output.frames for output in outputs)}), flush=True)
            clock.sleep(began + blocks * 960 / RATE - clock.monotonic())
    source.close()


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
