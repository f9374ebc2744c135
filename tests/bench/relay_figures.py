"""Figures of a relay against a real Icecast: first sound, lost and back, silent and back, frozen, and what it costs.

Run by hand: .venv/bin/python tests/bench/relay_figures.py [rounds]. Needs Icecast; about two minutes a round.
"""

from __future__ import annotations

import contextlib
import logging
import resource
import statistics
import sys
import tempfile
import threading
import time
from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

import numpy as np

sys.path.insert(0, str(Path(__file__).resolve().parent.parent / "air"))

from air_icecast import IcecastServer, encode_mp3, tone
from air_pulse import wait_for

from broadcaster.air.meter import Block
from broadcaster.air.relay import RelaySource
from broadcaster.base.clock import SystemClock
from broadcaster.base.frames import RATE
from broadcaster.protocol.rundown import Relay

BLOCK = 960
LOW, HIGH = 400.0, 1000.0


class Low:
    """The fallback."""

    ended = False
    _at = 0

    def read(self, count: int) -> Block:
        times = (self._at + np.arange(count)) / RATE
        self._at += count
        return (0.25 * np.sin(2 * np.pi * LOW * times)).astype(np.float32)[:, None]

    def close(self) -> None:
        self.ended = True


class Ear:
    """Reads as the air does, twenty milliseconds at a time, and notes what sounds: relay, fallback or nothing."""

    def __init__(self, source: RelaySource) -> None:
        self.hears = ""
        self.slowest = 0.0
        self._source, self._over = source, threading.Event()
        self._thread = threading.Thread(target=self._listen)
        self._thread.start()

    def _listen(self) -> None:
        began, blocks, run = time.monotonic(), 0, ("", 0)
        while not self._over.is_set():
            before = time.monotonic()
            block = self._source.read(BLOCK)
            self.slowest = max(self.slowest, time.monotonic() - before)
            name = self._name(block)
            run = (name, run[1] + 1) if name == run[0] else (name, 1)
            if run[1] >= 3:
                self.hears = name
            blocks += 1
            time.sleep(max(0.0, began + blocks * BLOCK / RATE - time.monotonic()))

    def _name(self, block: Block) -> str:
        if np.abs(block).max(initial=0) < 1e-3:
            return "nothing"
        turn = -2j * np.pi / RATE * np.arange(len(block))
        low, high = (abs(np.exp(turn * hertz) @ block[:, 0]) for hertz in (LOW, HIGH))
        return "fallback" if low > high else "relay"

    def until(self, name: str, seconds: float = 40.0) -> float:
        """How long until it is heard."""
        began = time.monotonic()
        if not wait_for(lambda: self.hears == name, seconds):
            raise SystemExit(f"{name} was not heard within {seconds} s; {self.hears} was")
        return time.monotonic() - began

    def close(self) -> None:
        self._over.set()
        self._thread.join()


def measure(folder: Path, note: Callable[[str, float], None]) -> None:
    """One round."""
    loud, quiet = encode_mp3(folder / "loud.mp3", tone(HIGH)), encode_mp3(folder / "quiet.mp3", tone(amplitude=0.0))
    with IcecastServer(source_timeout=60) as server:
        station = server.source(loud)
        time.sleep(6)
        before, began = resource.getrusage(resource.RUSAGE_SELF), time.monotonic()
        source = RelaySource(Relay("stream", server.url()), clock=SystemClock(), fallback=Low)
        ear = Ear(source)
        with contextlib.closing(source), contextlib.closing(ear):
            note("asked for → first sound", ear.until("relay"))
            time.sleep(4)
            station.kill()
            note("source killed → silence (what was in hand)", ear.until("nothing"))
            note("… → fallback", ear.until("fallback"))
            station = server.source(loud)
            note("source back → relay", ear.until("relay"))
            station.play(quiet)
            note("source silent → silence heard", ear.until("nothing"))
            note("silence heard → fallback", ear.until("fallback"))
            station.play(loud)
            note("source sounds again → relay", ear.until("relay"))
            station.freeze()
            note("source frozen → silence", ear.until("nothing"))
            note("… → fallback", ear.until("fallback"))
            station.thaw()
            note("source thawed → relay", ear.until("relay"))
            server.kill()
            ear.until("nothing")
            server.start()
            server.source(loud)
            note("server killed, then back → relay", ear.until("relay"))
            after = resource.getrusage(resource.RUSAGE_SELF)
            spent = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
            note("processor, %", 100 * spent / (time.monotonic() - began))
            note("slowest read, ms", 1000 * ear.slowest)


def main(rounds: int) -> None:
    """Print the medians, in seconds unless said."""
    logging.disable(logging.CRITICAL)
    found: dict[str, list[float]] = defaultdict(list)
    seen: dict[str, int] = {}

    def note(name: str, value: float) -> None:
        seen[name] = seen.get(name, 0) + 1
        found[name if seen[name] == 1 else f"{name} ({seen[name]})"].append(value)

    for _ in range(rounds):
        seen.clear()
        with tempfile.TemporaryDirectory() as folder:
            measure(Path(folder), note)
    for name, values in found.items():
        print(f"{name:48} {statistics.median(values):7.2f}   {min(values):.2f}-{max(values):.2f}")
    print(f"rounds: {rounds}; load average: {Path('/proc/loadavg').read_text().split()[0]}")


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 1)
