"""One zone's sentinel: hears what was handed to the output and what its monitor hears, and judges each airing."""

from __future__ import annotations

import logging
import threading
from collections import deque
from concurrent.futures import Future

import numpy as np

from broadcaster.air.meter import Block, decibels
from broadcaster.air.sentinel.airing import Airing, Ears, judge
from broadcaster.air.sentinel.fingerprint import SLOT, Extractor, Mono
from broadcaster.air.sentinel.listener import Listener
from broadcaster.air.sentinel.live import LiveEar
from broadcaster.air.sentinel.verdict import SENT, Verdict
from broadcaster.air.timeline import Timeline
from broadcaster.base.clock import Clock
from broadcaster.base.settings import ZoneSection

log = logging.getLogger(__name__)

LOOK_SECONDS = 0.25
LONGEST_DELAY = 12.0
"""Seconds from leaving the output to being heard, through a stream, an encoder or a vendor's network."""
_BLOCKS = 6_000
_LEVEL_BLOCKS = 4
_MOST_DB = 12.0


class Sentinel:
    """Cheap where sound is handed over (a sum and a queue); all else happens on a thread of its own."""

    def __init__(self, zone: ZoneSection, clock: Clock, timeline: Timeline, *, threaded: bool = True,
                 longest_delay: float = LONGEST_DELAY) -> None:
        """`threaded=False`: nothing happens but when `poll` is called, for virtual time."""
        self._zone, self._clock, self._timeline = zone, clock, timeline
        self._ears = Ears(zone.monitor, round(longest_delay * 48_000 / SLOT))
        self._live = LiveEar(self._ears)
        self._reference = Extractor(self._ears.reference, bands=bool(zone.monitor))
        self._captured = Extractor(self._ears.captured)
        self._given: deque[tuple[int, Mono]] = deque(maxlen=_BLOCKS)
        self._came: deque[tuple[float, Mono]] = deque(maxlen=_BLOCKS)
        self._squares: deque[float] = deque(maxlen=_LEVEL_BLOCKS)
        self._waiting: list[tuple[Airing, Future[Verdict]]] = []
        self._lock = threading.Lock()
        self._listener: Listener | None = None
        self._closing = threading.Event()
        self._thread: threading.Thread | None = None
        if threaded:
            self._thread = threading.Thread(target=self._run, name="sentinel", daemon=True)
            self._thread.start()

    def reference(self, first: int, block: Block) -> None:
        """What was handed to the output, from frame `first` on; called on the audio thread."""
        self._given.append((first, block[:, 0] + block[:, -1]))

    def listen(self) -> None:
        """Open the zone's monitor, if it has one, and keep it open."""
        if self._zone.monitor and self._listener is None:
            self._listener = Listener(self._zone.monitor, self._clock, self.hear)

    def hear(self, steady: float, mono: Mono) -> None:
        """What the monitor heard; its last sample was there at `steady`."""
        self._squares.append(float(np.dot(mono, mono)) / max(1, len(mono)))
        self._came.append((steady, mono))

    @property
    def heard_db(self) -> float | None:
        """Loudness at the monitor now, dBFS; None where nobody listens."""
        squares = list(self._squares)
        if not squares or self.problem:
            return None
        return round(min(decibels(float(np.sqrt(sum(squares) / len(squares)))), _MOST_DB), 1)

    @property
    def problem(self) -> str:
        """Why the monitor is not heard: "", absent, lost, unusable. No fault of the station."""
        return self._listener.problem if self._listener is not None else ""

    @property
    def unheard_for(self) -> float:
        """Seconds for which sound was sent and not heard, told while it still lasts; 0.0 where that is not known."""
        return self._live.unheard_for(self._clock.monotonic())

    def judge(self, airing_id: str, start_frame: int, end_frame: int, *, self_test: bool = False) -> Future[Verdict]:
        """Judge what sounded from `start_frame` to before `end_frame`; its ends must have been heard.

        Done within two seconds when it was heard, within LONGEST_DELAY when not. Callbacks of the future run on the
        sentinel's thread.
        """
        future: Future[Verdict] = Future()
        airing = Airing(airing_id, start_frame, end_frame, self_test, self._clock.monotonic())
        with self._lock:
            self._waiting.append((airing, future))
        return future

    def poll(self) -> None:
        """Take in what came and judge what can be judged."""
        now = self._clock.monotonic()
        self._take_reference()
        # While a device is away its timeline runs on, but nothing sounds that was not handed over.
        sounding = min(self._timeline.frame_now(now), self._reference.end)
        if self._reference.end:
            self._ears.sounding.note(max(0, sounding), self._timeline.base)
        self._take_capture()
        self._live.look(now)
        self._judge_all(now, last=False)

    def close(self) -> None:
        """Stop listening; what still waits is judged with what is there."""
        if self._listener is not None:
            self._listener.close()
        self._closing.set()
        if self._thread is not None:
            self._thread.join(5)
        self._judge_all(self._clock.monotonic(), last=True)

    def _run(self) -> None:
        while not self._closing.wait(LOOK_SECONDS):
            try:
                self.poll()
            except Exception:  # it must never end while the station plays
                log.exception("the sentinel of zone %r stumbled", self._zone.name)

    def _take_reference(self) -> None:
        run: list[Mono] = []
        first = following = 0
        for _ in range(len(self._given)):
            frame, mono = self._given.popleft()
            if run and frame != following:
                self._reference.feed(first, np.concatenate(run) * np.float32(0.5))
                run = []
            if not run:
                first = frame
            run.append(mono)
            following = frame + len(mono)
        if run:
            self._reference.feed(first, np.concatenate(run) * np.float32(0.5))

    def _take_capture(self) -> None:
        ears = self._ears
        for _ in range(len(self._came)):
            steady, mono = self._came.popleft()
            self._captured.feed(ears.count.number(steady, len(mono)), mono)
        if ears.count.count:
            ears.hearing.note(ears.count.count, ears.count.base)

    def _judge_all(self, now: float, *, last: bool) -> None:
        with self._lock:
            waiting = list(self._waiting)
        for entry in waiting:
            airing, future = entry
            try:
                verdict = judge(self._ears, airing, now, last=last)
            except Exception:
                log.exception("airing %s of zone %r could not be judged", airing.id, self._zone.name)
                verdict = Verdict(SENT, source=self._zone.monitor, note="program_error")
            if verdict is None:
                continue
            with self._lock:
                self._waiting.remove(entry)
            log.info("zone %r, airing %s: %s", self._zone.name, airing.id, verdict.facts())
            future.set_result(verdict)
