"""The sound device, through PortAudio's callback.

The stream is opened once and never closed: silence is frames too, so the first sample of an item meets an
open line. The device is bound by name; if it is not there the station stays silent and says so, because
sound on the wrong output is worse. When callbacks stop, PortAudio is torn down and started again, until the
device is back.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from types import ModuleType
from typing import Any

from broadcaster.air.sink import Render, Swap
from broadcaster.air.timeline import DacTracker, Timeline
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE

log = logging.getLogger(__name__)

BLOCK = 960
STALL_SECONDS = 2.0
RETRY_SECONDS = 0.5
_SETTLE = 5
"""Callbacks to see before the timeline is believed."""


class DeviceSink:
    """One output, opened in the background, re-opened whenever it is lost."""

    def __init__(self, clock: Clock, render: Render, wanted: str = "", latency: float = 0.4) -> None:
        self.timeline = Timeline()
        self.latency = latency
        self.underruns = 0
        self.name = wanted
        self.problem = "opening"
        self._clock, self._render, self._wanted = clock, render, wanted
        self._tracker = DacTracker(self.timeline)
        self._stream: Any = None
        self._sd: ModuleType | None = None
        self._head = 0
        self._callbacks = 0
        self._last_callback = 0.0
        self._finished = False
        self._retry_at = 0.0
        self._opener: threading.Thread | None = None
        self._closing = False
        self.timeline.measure_skew(clock)

    @property
    def ok(self) -> bool:
        return self._stream is not None and not self.problem

    def heard(self) -> int:
        steady = self._clock.monotonic() if self.ok else self._last_callback
        return max(0, min(self._head, self.timeline.frame_now(steady)))

    def drop(self, swap: Swap | None = None) -> int:
        heard = self.heard()
        stream = self._stream
        if stream is not None:
            with contextlib.suppress(Exception):
                stream.abort()
        if swap is not None:
            swap(heard)
        if stream is not None:
            self._begin()
            try:
                stream.start()
            except Exception:
                log.exception("the device did not start again")
                self._lose("lost")
        return heard

    def drift_ms(self) -> float:
        return self._tracker.drift_ms()

    def poll(self) -> None:
        now = self._clock.monotonic()
        if self._opener is not None:
            if self._opener.is_alive():
                return
            self._opener = None
            self._retry_at = now + RETRY_SECONDS
        if self._stream is None:
            if now >= self._retry_at and not self._closing:
                self._opener = threading.Thread(target=self._open, name="open-device", daemon=True)
                self._opener.start()
            return
        if self._finished or now - self._last_callback > STALL_SECONDS:
            self._lose("lost")
        elif self._callbacks >= _SETTLE and self._tracker.update():
            self.problem = ""

    def close(self) -> None:
        self._closing = True
        if self._opener is not None:
            self._opener.join(3)
        self._drop_stream()

    def _lose(self, problem: str) -> None:
        self.problem = problem
        self._drop_stream()
        self._retry_at = self._clock.monotonic()

    def _drop_stream(self) -> None:
        stream, self._stream = self._stream, None
        if stream is not None:
            with contextlib.suppress(Exception):
                stream.abort()
            with contextlib.suppress(Exception):
                stream.close()

    def _begin(self) -> None:
        """A stream starts (again): what was known of its times is void."""
        self._tracker.reset()
        self._callbacks = 0
        self._finished = False
        self._last_callback = self._clock.monotonic()
        self.problem = self.problem or "opening"

    def _open(self) -> None:
        try:
            sd = self._library()
            index = find_output(sd, self._wanted)
            if index is None:
                self.problem = "absent"
                return
            self._begin()
            stream = sd.OutputStream(
                samplerate=RATE, blocksize=BLOCK, device=index, channels=2, dtype="float32", latency=self.latency,
                callback=self._callback, finished_callback=self._on_finished)
            self.name = str(sd.query_devices(index)["name"])
            stream.start()
            self._stream = stream
        except Exception as error:  # PortAudio has many ways to fail; each of them means: try again
            log.warning("cannot open the sound device: %s", error)
            self.problem = "unusable"

    def _library(self) -> ModuleType:
        """PortAudio knows only the devices it saw when it started: start it anew before each attempt."""
        import sounddevice as sd  # raises OSError where PortAudio is not installed

        if self._sd is not None:
            with contextlib.suppress(Exception):
                sd._terminate()
            sd._initialize()
        self._sd = sd
        return sd  # type: ignore[no-any-return]

    def _callback(self, out: Any, count: int, times: Any, flags: Any) -> None:
        steady = self._clock.monotonic()
        first = self._head
        if flags.output_underflow and self._callbacks:
            self.underruns += 1
            self._tracker.reset(offsets=False)
        self._tracker.observe(steady, times.currentTime, times.outputBufferDacTime, first)
        out[:] = self._render(first, count)
        self._head = first + count
        self._callbacks += 1
        self._last_callback = steady

    def _on_finished(self) -> None:
        self._finished = True


def find_output(sd: Any, wanted: str) -> int | None:
    """The index, now, of the output called `wanted`; of the default output when nothing is wanted."""
    devices = [item for item in sd.query_devices() if item["max_output_channels"] >= 1]
    if not wanted:
        default = sd.default.device[1]
        known = {item["index"] for item in devices}
        return default if default in known else None
    exact = [item["index"] for item in devices if item["name"] == wanted]
    if exact:
        return int(exact[0])
    # MME cuts names at 31 characters.
    cut = [item["index"] for item in devices if len(item["name"]) >= 31 and wanted.startswith(item["name"])]
    return int(cut[0]) if cut else None


def output_names() -> list[str]:
    """The outputs a person may choose from; empty without PortAudio or without devices."""
    try:
        import sounddevice as sd
    except OSError:
        return []
    return list(dict.fromkeys(str(item["name"]) for item in sd.query_devices() if item["max_output_channels"] >= 1))
