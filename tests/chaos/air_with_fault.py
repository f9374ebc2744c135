"""The real `broadcaster` with one part of it broken: `air_with_fault.py FAULT air --home …`.

decoder: the second cut's decoder thread dies after a second of sound. checker: the third cut's check breaks off.
opener: the thread that opens the sound device dies at its first try. output: the thread that takes the sound dies
a second after its first sound. tick: the player's own loop fails for two seconds.
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import Any


class Broken(Exception):
    """No part of the program expects it."""


def decoder() -> None:
    from broadcaster.air import sources

    real, reads = sources.FlacSource.read, {}

    def read(self: Any, count: int) -> Any:
        reads.setdefault(id(self), len(reads))
        self.turns = getattr(self, "turns", 0) + 1
        if reads[id(self)] == 1 and self.turns > 2:
            raise Broken("decoder")
        return real(self, count)

    sources.FlacSource.read = read  # type: ignore[method-assign]


def checker() -> None:
    from broadcaster.air import checks

    real, seen = checks.sha256_of, []

    def sha256_of(path: Any) -> str:
        seen.append(path)
        if len(set(seen)) == 3:
            raise Broken("checker")
        return real(path)

    checks.sha256_of = sha256_of  # type: ignore[attr-defined]


def opener() -> None:
    import sounddevice

    real, tries = sounddevice.query_devices, []

    def query_devices(*args: Any, **more: Any) -> Any:
        tries.append(1)
        if len(tries) == 1:
            raise SystemExit("opener")
        return real(*args, **more)

    sounddevice.query_devices = query_devices


def output() -> None:
    from broadcaster.air.outputs import live_wav

    real, begun = live_wav.to_pcm, []

    def to_pcm(block: Any) -> Any:
        if block.any() and not begun:
            begun.append(time.monotonic())
        if begun and time.monotonic() > begun[0] + 1.0:
            raise Broken("output")
        return real(block)

    live_wav.to_pcm = to_pcm  # type: ignore[attr-defined]


def tick() -> None:
    from broadcaster.air import conductor

    real, born = conductor.Conductor.tick, time.monotonic()

    def broken(self: Any) -> None:
        if 6.5 < time.monotonic() - born < 8.5:
            raise Broken("tick")
        real(self)

    conductor.Conductor.tick = broken  # type: ignore[method-assign]


FAULTS: dict[str, Callable[[], None]] = {each.__name__: each for each in (decoder, checker, opener, output, tick)}

if __name__ == "__main__":
    for fault in sys.argv[1].split(","):
        FAULTS[fault]()
    from broadcaster.cli.main import main

    raise SystemExit(main(sys.argv[2:]))
