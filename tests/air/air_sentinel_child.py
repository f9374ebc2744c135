"""Plays a sound on one device while a sentinel listens on another; run by the test with PulseAudio's settings.

Words: FILE.npy OUTPUT MONITOR FIRST-LAST… (seconds of the sound, judged one after the other). Says "sounding" when the
first sample is heard, then one JSON line per stretch.
"""

from __future__ import annotations

import json
import sys
import time
from concurrent.futures import Future
from typing import Any

import numpy as np

from broadcaster.air.sentinel.sentinel import Sentinel
from broadcaster.air.sentinel.verdict import Verdict
from broadcaster.air.timeline import DacTracker, Timeline
from broadcaster.base.clock import SystemClock
from broadcaster.base.frames import RATE
from broadcaster.base.settings import ZoneSection

BEGIN = 2 * RATE


class Player:
    """The smallest thing that plays and knows when."""

    def __init__(self, sound: np.ndarray, output: str, monitor: str) -> None:
        import sounddevice

        self.clock, self.timeline, self.head = SystemClock(), Timeline(), 0
        self.bus = np.concatenate((np.zeros(BEGIN, np.float32), sound))
        self.tracker = DacTracker(self.timeline)
        self.sentinel = Sentinel(ZoneSection("a", monitor=monitor), self.clock, self.timeline, longest_delay=1.5)
        self.sentinel.listen()
        self.stream = sounddevice.OutputStream(samplerate=RATE, blocksize=960, device=output, channels=2,
                                               dtype="float32", latency=0.3, callback=self._callback)
        self.stream.start()

    def heard(self) -> int:
        self.tracker.update()
        return self.timeline.frame_now(self.clock.monotonic())

    def _callback(self, out: Any, count: int, times: Any, flags: Any) -> None:
        self.tracker.observe(self.clock.monotonic(), times.currentTime, times.outputBufferDacTime, self.head)
        out[:] = 0
        part = self.bus[self.head:self.head + count]
        out[:len(part)] = part[:, None]
        self.sentinel.reference(self.head, out.copy())
        self.head += count


def main(path: str, output: str, monitor: str, *stretches: str) -> None:
    player = Player(np.load(path), output, monitor)
    judged: list[Future[Verdict]] = []
    said = 0
    waiting = [tuple(BEGIN + round(float(word) * RATE) for word in stretch.split("-")) for stretch in stretches]
    until = time.monotonic() + 60
    while said <= len(stretches) and time.monotonic() < until:
        time.sleep(0.05)
        heard = player.heard()
        if not said and heard >= BEGIN:
            print("sounding", flush=True)
            said = 1
        if said and waiting and heard > waiting[0][1]:
            judged.append(player.sentinel.judge("e1", *waiting.pop(0)))
        if said and len(judged) >= said and judged[said - 1].done():
            print(json.dumps(judged[said - 1].result().facts() | {"live": player.sentinel.heard_db}), flush=True)
            said += 1
    player.stream.abort()
    player.stream.close()
    player.sentinel.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
