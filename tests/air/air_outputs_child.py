"""A child process with zones on devices: each frame's sample says its number, so a recording says what was heard.

Words: LATENCY DEVICE:CHANNELS … ; a number on stdin drops that zone's queue. Prints a line of JSON ten times a second.
"""

from __future__ import annotations

import json
import sys
import threading
from typing import Any

import numpy as np

from broadcaster.air.meter import Block
from broadcaster.air.outputs.open import open_output
from broadcaster.air.sink import AudioSink
from broadcaster.base.clock import SystemClock
from broadcaster.base.settings import AudioSection, ZoneSection

_orders: list[int] = []


def numbered(first: int, count: int) -> Block:
    """Eight frames have the same value, from 1000 on: good for five seconds."""
    values = ((first + np.arange(count)) // 8 % 31_000 + 1_000).astype(np.float32) / 32_768
    return np.repeat(values[:, None], 2, axis=1)


def say(**words: Any) -> None:
    print(json.dumps(words), flush=True)


def main(latency: float, *zones: str) -> None:
    """Until killed."""
    clock = SystemClock()
    devices: dict[str, Any] = {}
    sinks: list[AudioSink] = []
    for words in zones:
        device, _, channels = words.partition(":")
        sinks.append(open_output(ZoneSection(words, output=device, channels=channels), AudioSection(latency=latency),
                                 clock, numbered, devices))
    lost = [0] * len(sinks)
    was_ok = [False] * len(sinks)
    threading.Thread(target=lambda: [_orders.append(int(line)) for line in sys.stdin], daemon=True).start()
    while True:
        for number, sink in enumerate(sinks):
            sink.poll()
            lost[number] += was_ok[number] and not sink.ok
            was_ok[number] = sink.ok
        say(zones=[{"ok": sink.ok, "problem": sink.problem, "heard": sink.heard(), "underruns": sink.underruns,
                    "lost": lost[number]} for number, sink in enumerate(sinks)])
        while _orders:
            drop(clock, sinks[_orders.pop()])
        clock.sleep(0.05)


def drop(clock: SystemClock, sink: Any) -> None:
    """And say what it took."""
    before, nexts = clock.monotonic(), []
    first = sink.drop(lambda frame: nexts.append(sink._head))
    say(dropped=first, next=nexts[0], seconds=clock.monotonic() - before)


if __name__ == "__main__":
    main(float(sys.argv[1]), *sys.argv[2:])
