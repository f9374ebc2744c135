"""The sound device, through PortAudio's callback.

One stream a device, opened once and never closed: silence is frames too, so the first sample of an item meets an
open line. Several zones may have channels of it (port.py). The device is bound by name; if it is not there the zone
stays silent and says so, because sound on the wrong output is worse. A stream that the sound server has moved to
another output is stopped at once and counts as lost (pulse.py).

PortAudio sees new devices only when it is started anew, and that interrupts every stream of the process. So: with no
healthy stream beside it, a lost device starts it anew before each attempt. With one, it is first looked for in the
known list; if it is not there, a child process looks whether a new list would have it, and only then is PortAudio
started anew. The healthy ones are asked to close (release), open again within a tick or two and hand over again what
nobody had heard: 80–120 ms of silence for them at a null sink, and not a frame lost. Windows counts its oldest kind of
outputs (MME) anew with every plug, so there the child looks before anything is opened from the known list.
"""

from __future__ import annotations

import contextlib
import logging
import sys
import threading
from typing import Any

from broadcaster.air import portaudio, windows_sound
from broadcaster.air.outputs.binding import Binding, alike
from broadcaster.air.outputs.opening import Opened, open_stream, shut
from broadcaster.air.outputs.port import Port, lay
from broadcaster.air.outputs.probe import Probe, outputs_now, outputs_of
from broadcaster.air.sink import Render, Swap
from broadcaster.air.timeline import DacTracker, Timeline
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE

log = logging.getLogger(__name__)

STALL_SECONDS = 2.0
RETRY_SECONDS = 0.5
_SETTLE = 5
"""Callbacks to see before the timeline is believed."""
_BURST_SECONDS = 0.06
"""After a start the whole buffer is asked for at once, by a server that does not yet know when it will sound
(1–19 ms off at a null sink): better times come later, and these are forgotten then."""
_START_SECONDS = 0.04
_UNSURE = round(0.002 * RATE)
"""How far the timeline may run ahead of the truth: rather hear 2 ms twice than lose them."""


class Device:
    """One output, opened in the background, re-opened whenever it is lost."""

    def __init__(self, clock: Clock, wanted: str = "", latency: float = 0.4) -> None:
        self.timeline = Timeline()
        self.latency = latency
        self.underruns = 0
        self.name = wanted
        self.problem = "opening"
        self.ports: list[Port] = []
        self._clock, self._wanted = clock, wanted
        self._tracker = DacTracker(self.timeline)
        self._gate = threading.RLock()
        """Held while the stream is stopped, started, taken or given; never while something is opened."""
        self._stream: Any = None
        self._turn = 0
        """Number of the stream that may ask for sound; an older one gets silence."""
        self._binding = Binding(wanted)
        self._head = 0
        self._callbacks = 0
        self._started_at = self._last_callback = 0.0
        self._finished = False
        self._retry_at = 0.0
        self._probe = Probe()
        self._opener: threading.Thread | None = None
        self._closing = False
        self.timeline.measure_skew(clock)
        portaudio.join(self)
        self._binding.listen(self._on_moved)

    def port(self, render: Render, channels: tuple[int, ...] = ()) -> Port:
        """A place for a zone on `channels` (counted from 1; empty: all). To be asked for before the first poll()."""
        port = Port(self, render, channels)
        port.forget(self._head)
        self.ports.append(port)
        return port

    @property
    def ready(self) -> bool:
        """A stream is open."""
        return self._stream is not None

    @property
    def ok(self) -> bool:
        return self._stream is not None and not self.problem

    def output_now(self) -> str:
        """What the computer's default output really is now; empty where nobody can say, or one was named."""
        if self._wanted or self._stream is None:
            return ""
        return self._binding.output_now() or windows_sound.default_output()

    def heard(self) -> int:
        """In the device's own frames: those below this one have left."""
        steady = self._clock.monotonic() if self.ok else self._last_callback
        return max(0, min(self._head, self.timeline.frame_now(steady)))

    def _surely_heard(self) -> int:
        return max(0, self.heard() - _UNSURE)

    def drop(self, port: Port, swap: Swap | None = None) -> int:
        """Throw away what is queued, for `port`; the others are handed what they lost once more.

        Measured at a null sink: the new sound follows the old without a hole, within the server's own quantum
        (0–20 ms) at any latency. The frame returned is the first not sure to have left; up to one quantum more may
        have. An ALSA card without a server fills its buffer with silence first (up to `latency`).
        """
        with self._gate:
            stream = self._stream
            if stream is not None:
                with contextlib.suppress(Exception):
                    stream.abort()
            frame = self._surely_heard()
            first = port.give_up(frame, self._head)
            for other in self.ports:
                if other is not port:
                    other.rewind(frame, self._head)
            if swap is not None:
                swap(first)
            if stream is not None and not self._binding.moved:
                self._start_again(stream)
        return first

    def drift_ms(self) -> float:
        return self._tracker.drift_ms()

    def poll(self) -> None:
        now = self._clock.monotonic()
        if self._opener is not None:
            if self._opener.is_alive():
                return
            self._opener = None
        if self._stream is None:
            if now >= self._retry_at and not self._closing:
                self._opener = threading.Thread(target=self._open, name="open-device", daemon=True)
                self._opener.start()
            return
        if self._finished or self._binding.moved or now - self._last_callback > STALL_SECONDS:
            self._lose("lost")
        elif self._callbacks >= _SETTLE and self._tracker.update():
            self.problem = ""

    def rebuild(self) -> None:
        """Close and open again, whatever it claims."""
        if self._stream is not None:
            self._lose("lost")

    def close_port(self, port: Port) -> None:
        """The last one to go closes the device."""
        with self._gate, contextlib.suppress(ValueError):
            self.ports.remove(port)
        if not self.ports:
            self.close()

    def close(self) -> None:
        self._closing = True
        if self._opener is not None:
            self._opener.join(3)
        self._binding.let_go()
        if self._opener is not None and self._opener.is_alive():
            return  # a driver does not answer, and it has the library: nobody waits for it
        portaudio.leave(self)
        with contextlib.suppress(OSError), portaudio.library():
            shut(self._take_stream())

    def release(self) -> None:
        """PortAudio is about to be started anew: close, keep what nobody heard, and open again at the next poll."""
        with self._gate:
            stream = self._stream
            if stream is None:
                return
            with contextlib.suppress(Exception):
                stream.abort()
            frame = self._surely_heard()
            self._take_stream()
            for port in self.ports:
                port.rewind(frame, self._head)
            self.problem, self._retry_at = "opening", 0.0
        shut(stream)

    # -- losing and starting --

    def _lose(self, problem: str) -> None:
        """The stream is let go by the next attempt to open: a dead server may keep us waiting."""
        with self._gate:
            self.problem = problem
            stream = self._take_stream()
            for port in self.ports:
                port.forget(self._head)
        self._opener = threading.Thread(target=self._open, args=(stream,), name="open-device", daemon=True)
        self._opener.start()

    def _take_stream(self) -> Any:
        stream, self._stream = self._stream, None
        self._turn += 1
        return stream

    def _begin(self, *, offsets: bool) -> None:
        """A stream starts (again): what was known of its times is void; `offsets`: of its clock, too."""
        self._tracker.reset(offsets=offsets)
        self._callbacks = 0
        self._finished = False
        self._started_at = self._last_callback = self._clock.monotonic()

    def _start_again(self, stream: Any) -> None:
        self._begin(offsets=False)
        try:
            stream.start()
        except Exception:
            log.exception("the device did not start again")
            self._lose("lost")
            return
        until = self._clock.monotonic() + _START_SECONDS
        while self._callbacks < _SETTLE and self._clock.monotonic() < until:
            self._clock.sleep(0.001)
        if self._callbacks < _SETTLE or not self._tracker.update():
            self.problem = self.problem or "opening"

    # -- opening, on a thread of its own --

    def _open(self, dead: Any = None) -> None:
        try:
            with portaudio.library():
                shut(dead)
                alone = not portaudio.others_ready(self)
                if alone:
                    portaudio.restart()
                    self._opened()
            if not alone:
                self._open_beside()
        except Exception as error:  # PortAudio has many ways to fail; each of them means: try again
            log.warning("cannot open the sound device: %s", error)
            self.problem = "unusable"
        if self._stream is None:
            with self._gate:
                for port in self.ports:
                    port.forget(self._head)
            self._retry_at = self._clock.monotonic() + RETRY_SECONDS

    def _open_beside(self) -> None:
        """Open without disturbing the healthy ones, as far as that will do."""
        if sys.platform == "win32":
            self._look_further()
        if self._stream is None and not self._opened():
            self._look_further()

    def _opened(self) -> bool:
        self._turn += 1
        turn = self._turn

        def callback(out: Any, count: int, times: Any, flags: Any) -> None:
            self._callback(turn, out, count, times, flags)

        with portaudio.library() as sd:
            opened = open_stream(sd, self._binding, self.latency, [port.channels for port in self.ports],
                                 callback, lambda: self._on_finished(turn))
            if opened is None:
                self.problem = "absent"
                return False
            self.name = opened.name
            self._take_up(opened)
        return True

    def _take_up(self, opened: Opened) -> None:
        """Let the stream ask for sound: from its start on, so that no silence is queued before it."""
        with self._gate:
            with contextlib.suppress(Exception):
                opened.stream.abort()
            for port in self.ports:
                port.fits = opened.has(port.channels)
                port.settle(self._head)  # a stream given up in mid-callback may have left them a block apart
            self._begin(offsets=True)
            self.problem = self.problem or "opening"
            self._stream = opened.stream
            try:
                opened.stream.start()
            except Exception:
                shut(self._take_stream())
                raise

    def _look_further(self) -> None:
        """It is not in the list PortAudio made when it was started, or does not open from it: would a new list help?"""
        if not self._probe.due(self._clock.monotonic()):
            return
        there = outputs_now()
        with portaudio.library() as sd:
            if there != outputs_of(sd) and (not self._wanted or any(alike(name, self._wanted) for name in there)):
                log.warning("starting PortAudio anew for %s", self._wanted or "the default output")
                portaudio.restart()
                self._opened()

    # -- on other threads --

    def _on_moved(self) -> None:
        with self._gate:
            if self._stream is not None:
                with contextlib.suppress(Exception):
                    self._stream.abort()
        log.error("the sound server moved %s to another output; stopped", self.name)

    def _callback(self, turn: int, out: Any, count: int, times: Any, flags: Any) -> None:
        out[:] = 0
        if self._stream is None or turn != self._turn or self._binding.moved:
            return
        steady = self._clock.monotonic()
        first, width = self._head, out.shape[1]
        if flags.output_underflow and self._callbacks:
            self._ran_dry()
        if self._last_callback - self._started_at < _BURST_SECONDS <= steady - self._started_at:
            self._tracker.reset(offsets=False)
        self._tracker.observe(steady, times.currentTime, times.outputBufferDacTime, first)
        for port in self.ports:
            block = port.take(count)
            if port.fits:
                lay(out, block, port.channels if width > 1 else (1,))
        self._head = first + count
        self._callbacks += 1
        self._last_callback = steady

    def _ran_dry(self) -> None:
        self.underruns += 1
        for port in self.ports:
            port.underruns = self.underruns
        self._tracker.reset(offsets=False)

    def _on_finished(self, turn: int) -> None:
        if turn == self._turn and self._stream is not None:
            self._finished = True


def output_names() -> list[str]:
    """The outputs a person may choose from; empty without PortAudio or without devices."""
    try:
        with portaudio.library() as sd:
            return list(dict.fromkeys(outputs_of(sd)))
    except OSError:
        return []
