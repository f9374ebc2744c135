"""The program bus: voices one after the other, each starting on its frame, joined to the sample.

Pure arithmetic on frames: it knows neither device nor clock, only `locate`, which says on which frame a
wall time falls. One voice sounds at any time, and over it, when somebody talks over it, one more. At 0 dB,
outside fades and below the clip guard, samples pass through unchanged.
"""

from __future__ import annotations

import logging
import threading
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass, field

import numpy as np

from broadcaster.air.meter import Block, Meter
from broadcaster.air.sources import SamplesSource, Source
from broadcaster.base.frames import RATE

log = logging.getLogger(__name__)

GUARD = 10 ** (-1 / 20)
"""Nothing leaves above −1 dBFS; cuts are made to stay below, so this only catches mistakes."""
SKIP_FADE = 7_200
DUCK_FADE = 9_600
_TAPE = 3 * RATE
"""Frames kept after they were rendered: more than any device queues."""
_JITTER = 2_400
"""A voice that would overrun its stop by no more than this (50 ms: drift) is trimmed, not faded."""
_TRIM_FADE = 240


@dataclass(eq=False)
class Voice:
    """One sound on its way through the bus. The conductor sets the first part, the mixer the second."""

    source: Source
    length: int
    """Frames to play."""
    gain: float = 1.0
    at: float | None = None
    """Wall time of its first frame; None: on the very next frame after the voice before it."""
    fade_in: int = 0
    stop_at: float | None = None
    """Wall time after which it may not sound."""
    stop_fade: int = 0
    """Frames of fade before `stop_at`."""

    start: int | None = None
    played: int = 0
    starved: int = 0
    failed: bool = False
    """Its source raised: nothing more is asked of it."""
    end: int | None = None
    limit: int | None = None
    peak: float = 0.0
    squares: float = 0.0
    """Sum over frames of the mean square of the channels."""
    _fade: int = field(default=0, repr=False)

    @property
    def spent(self) -> bool:
        """Nothing more will come of it."""
        return self.played >= self.length or self.failed or self.source.ended


class Mixer:
    """Renders blocks on the audio thread; takes orders from the conductor's."""

    def __init__(self, locate: Callable[[float], int]) -> None:
        self._locate = locate
        self._lock = threading.Lock()
        self._queue: deque[Voice] = deque()
        self._current: Voice | None = None
        self._over: Voice | None = None
        self._ducked, self._duck_to = 1.0, 1.0
        self._tape: deque[tuple[int, Block]] = deque()
        self.meter = Meter()
        self.clipped = 0
        self.head = 0

    def add(self, voice: Voice) -> None:
        """Queue a voice behind all others."""
        with self._lock:
            self._queue.append(voice)

    def stop_by(self, voice: Voice, at: float | None, fade: int) -> None:
        """Bound a voice by a wall time; ignored once its fade has begun."""
        with self._lock:
            if voice.limit is None:
                voice.stop_at, voice.stop_fade = at, fade

    def current(self) -> Voice | None:
        """What sounds."""
        return self._current

    def skip(self, voice: Voice | None = None) -> Voice | None:
        """End what sounds (if it is `voice`), with a short fade; the next follows at once."""
        with self._lock:
            current = self._current
            if current is None or voice not in {None, current}:
                return None
            if current.limit is None:
                current.limit, current._fade = self.head + SKIP_FADE, SKIP_FADE
            return current

    def clear(self) -> None:
        """Silence at once."""
        with self._lock:
            self._empty(self._waiting() + self._overs())
            self._current = self._over = None
            self._ducked = 1.0

    def interrupt(self, heard: int, fade: int, *voices: Voice) -> None:
        """The device has thrown away all from frame `heard` on: fade out what it took, then go on with `voices`.

        What sounded and waited is gone; `fade` frames of it are rendered again, so that it does not end in a click.
        """
        with self._lock:
            tail = self._taped(heard, fade)
            self._empty(self._waiting() + self._overs())
            self._current = self._over = None
            self._ducked = 1.0
            if len(tail):
                ramp = np.linspace(1, 0, len(tail), endpoint=False, dtype=np.float32)
                self._queue.append(Voice(SamplesSource(tail * ramp[:, None]), len(tail)))
            self._queue.extend(voices)

    def withdraw(self) -> None:
        """Take back what waits and has not begun."""
        with self._lock:
            self._empty(list(self._queue))

    def talk_over(self, voice: Voice, gain: float) -> None:
        """Let a voice sound over the programme, which goes on underneath at `gain`."""
        with self._lock:
            for before in self._overs():
                self._finish(before, self.head)
            self._over, self._duck_to = voice, gain

    def hush(self) -> None:
        """End what talks over the programme, with a short fade."""
        with self._lock:
            if self._over is not None and self._over.limit is None:
                self._over.limit, self._over._fade = self.head + SKIP_FADE, SKIP_FADE

    def busy(self) -> bool:
        with self._lock:
            return self._current is not None or bool(self._queue) or self._over is not None

    def render(self, first: int, count: int) -> Block:
        """The `count` frames from `first` on."""
        out = np.zeros((count, 2), np.float32)
        with self._lock:
            sounding = self._fill(out, first)
            sounding = self._lay_over(out, first) or sounding
            self.head = first + count
            self._tape.append((first, out))
            while self._tape[0][0] < first - _TAPE:
                self._tape.popleft()
        if sounding and max(out.max(), -out.min()) > GUARD:
            self.clipped += int(np.count_nonzero(np.abs(out) > GUARD))
            np.clip(out, -GUARD, GUARD, out=out)
        self.meter.add(first, out, sounding)
        return out

    def _fill(self, out: Block, first: int) -> bool:
        position, end, sounding = first, first + len(out), False
        while position < end:
            voice = self._current
            if voice is None:
                begun = self._next(position, end)
                if begun is None:
                    break
                position = begun
                continue
            stop = min(end, self._stop_of(voice))
            if position < stop:
                given = self._mix(voice, out[position - first:stop - first], position)
                sounding = sounding or given > 0
                position = position + given if voice.spent else stop
            if voice.spent or position >= self._stop_of(voice):
                self._finish(voice, position)
                self._current = None
        return sounding

    def _lay_over(self, out: Block, first: int) -> bool:
        """Duck the programme and add the voice that talks over it."""
        voice = self._over
        goal = self._duck_to if voice is not None else 1.0
        if self._ducked != goal or goal != 1.0:
            way = np.arange(1, len(out) + 1) / DUCK_FADE
            down = goal < self._ducked
            gains = np.maximum(self._ducked - way, goal) if down else np.minimum(self._ducked + way, goal)
            out *= gains.astype(np.float32)[:, None]
            self._ducked = float(gains[-1])
        if voice is None:
            return False
        voice.start = first if voice.start is None else voice.start
        end = min(first + len(out), self._stop_of(voice))
        layer = np.zeros((max(0, end - first), 2), np.float32)
        given = self._mix(voice, layer, first) if len(layer) else 0
        out[:len(layer)] += layer
        if voice.spent or end < first + len(out):
            self._finish(voice, max(first, end))
            self._over = None
        return given > 0

    def _taped(self, first: int, count: int) -> Block:
        """What was rendered from frame `first` on, at most `count` frames."""
        parts = [block[max(0, first - begin):first + count - begin] for begin, block in self._tape
                 if begin + len(block) > first and begin < first + count]
        return np.concatenate(parts) if parts else np.zeros((0, 2), np.float32)

    def _waiting(self) -> list[Voice]:
        return ([self._current] if self._current else []) + list(self._queue)

    def _overs(self) -> list[Voice]:
        return [self._over] if self._over else []

    def _empty(self, voices: list[Voice]) -> None:
        self._queue.clear()
        for voice in voices:
            self._finish(voice, self.head)

    def _next(self, position: int, end: int) -> int | None:
        """Begin the next voice if it begins before `end`; the frame it begins on."""
        if not self._queue:
            return None
        voice = self._queue[0]
        start = position if voice.at is None else max(position, self._locate(voice.at))
        if start >= end:
            return None
        self._queue.popleft()
        voice.start = start
        self._current = voice
        return start

    def _stop_of(self, voice: Voice) -> int:
        """The frame it must be silent from; once its fade has begun it may only come nearer, as the clock is set."""
        assert voice.start is not None
        natural = voice.start + voice.length + voice.starved
        if voice.stop_at is not None:
            limit = self._locate(voice.stop_at)
            if voice.limit is not None:
                return min(natural, voice.limit, max(limit, voice.start))
            over = natural - limit
            fade = voice.stop_fade if over > _JITTER else min(voice.stop_fade, _TRIM_FADE)
            if over > 0 and self.head + (1 << 13) >= limit - fade:
                voice.limit, voice._fade = max(limit, voice.start), fade
            if over > 0:
                return max(limit, voice.start)
        return natural if voice.limit is None else min(natural, voice.limit)

    def _mix(self, voice: Voice, out: Block, position: int) -> int:
        """Add the voice's next samples; how many there were."""
        block = read_from(voice, min(len(out), voice.length - voice.played))
        given = len(block)
        if given:
            block = self._shaped(voice, block, position)
            out[:given] = block
            voice.peak = max(voice.peak, float(block.max()), float(-block.min()))
            voice.squares += float(np.vdot(block, block)) / block.shape[1]
        voice.played += given
        if given < len(out) and not voice.spent:
            voice.starved += len(out) - given
        return given

    def _shaped(self, voice: Voice, block: Block, position: int) -> Block:
        assert voice.start is not None
        if voice.gain != 1.0:
            block = block * np.float32(voice.gain)
        if voice.played < voice.fade_in:
            ramp = (voice.played + np.arange(len(block))) / voice.fade_in
            block = block * np.minimum(ramp, 1.0).astype(np.float32)[:, None]
        if voice.limit is not None and voice._fade and position + len(block) > voice.limit - voice._fade:
            ramp = (voice.limit - position - np.arange(len(block))) / voice._fade
            block = block * np.clip(ramp, 0.0, 1.0).astype(np.float32)[:, None]
        return block

    def _finish(self, voice: Voice, position: int) -> None:
        voice.end = position
        try:
            voice.source.close()
        except Exception:  # on the audio thread: one source's fault is not the others'
            log.exception("a source could not be closed")


def read_from(voice: Voice, count: int) -> Block:
    """From its source; one that fails has ended."""
    if not voice.failed:
        try:
            block = voice.source.read(count)
            if len(block) <= count:
                return block
            log.error("a source gave %d frames where %d were asked for", len(block), count)
        except Exception:
            log.exception("a source failed")
        voice.failed = True
    return np.zeros((0, 1), np.float32)
