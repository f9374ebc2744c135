"""A live input: microphone or line, through PortAudio.

Bound by its exact name; if that is not there, there is silence and `problem` says why. It never starts PortAudio anew,
because that would break the outputs: an input that PortAudio already knows is opened again by itself (seen with a
PulseAudio server killed and started again), one that was plugged in later is found once the output side has done so.

When an input vanishes, PulseAudio moves its stream to another one, perhaps to what the loudspeakers play, and tells
neither ALSA nor PortAudio. The server itself is asked, and such an input counts as lost.
"""

from __future__ import annotations

import contextlib
import logging
import threading
from collections import deque
from typing import Any

import numpy as np

from broadcaster.air import portaudio
from broadcaster.air.inputring import InputRing
from broadcaster.air.meter import Block, decibels
from broadcaster.air.soundwatch import SoundWatch
from broadcaster.base.clock import Clock
from broadcaster.base.frames import RATE
from broadcaster.base.pulse import pulse_watch
from broadcaster.protocol.messages import SILENT_DB

log = logging.getLogger(__name__)

BLOCK = 480
LATENCY = 0.05
STALL_SECONDS = 1.5
RETRY_SECONDS = 0.5
_LOOK = 0.1
_LEVEL_BLOCKS = 10
_BIND_SECONDS = 0.3
_FIRST_PICTURE_SECONDS = 0.5


class CaptureSource:
    """48 kHz mono from the input called `device` ("" = the default one), silence while there is none.

    `problem`: "" (fine, or just begun), "absent" (no such input), "lost" (was there), "unusable" (does not open).
    """

    block = BLOCK
    wanted_latency = LATENCY

    def __init__(self, device: str = "", *, clock: Clock) -> None:
        self.name = device
        self.problem = ""
        self.reopened = 0
        self._wanted, self._clock = device, clock
        self._ring = InputRing()
        self._watch = SoundWatch()
        self._peaks: deque[float] = deque(maxlen=_LEVEL_BLOCKS)
        self._stream: Any = None
        self._sounding = False
        """Callbacks come."""
        self._last_callback = 0.0
        self._finished = False
        self._pulse = pulse_watch()
        self._heard: int | None = None
        """The source, as the sound server counts; None: not known, then any stream that is moved may be ours.
        Not the stream's own number: ALSA begins two, one after the other."""
        self._closed = False
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._keep_open, name="capture", daemon=True)
        self._thread.start()

    @property
    def ended(self) -> bool:
        return self._closed

    @property
    def ready(self) -> bool:
        """Samples are coming in."""
        return self._sounding

    @property
    def received(self) -> int:
        """Frames that came in so far."""
        return self._ring.received

    @property
    def level_db(self) -> float:
        """Peak of the last 0.1 s, dBFS."""
        peaks = list(self._peaks)
        return decibels(max(peaks)) if peaks and self._sounding else SILENT_DB

    def sounding_for(self) -> float:
        """Seconds of unbroken sound, as received."""
        return self._watch.sounding_for if self._sounding else 0.0

    def silent_for(self) -> float:
        """Seconds since there was sound; a lost input is silent from its last sample on."""
        gone = 0.0 if self._sounding else max(0.0, self._clock.monotonic() - self._last_callback)
        return self._watch.silent_for + gone

    def read(self, count: int) -> Block:
        if self._closed:
            return np.zeros((0, 1), np.float32)
        return self._ring.take(count)

    def close(self) -> None:
        """At once, from any thread; the stream is let go in the background."""
        self._closed = True
        self._closing.set()

    def release(self) -> None:
        """PortAudio is about to be started anew: close, and open again afterwards."""
        stream, self._stream = self._stream, None
        self._sounding = False
        if stream is not None:
            with contextlib.suppress(Exception):
                stream.abort()
            with contextlib.suppress(Exception):
                stream.close()
            self._ring.clear()

    def _keep_open(self) -> None:
        portaudio.join(self)
        self._pulse.capture_listeners.append(self._on_moved)
        self._pulse.wait(_FIRST_PICTURE_SECONDS)
        self._last_callback = self._clock.monotonic()
        retry_at = self._last_callback
        while not self._closing.is_set():
            now = self._clock.monotonic()
            if self._stream is None and now >= retry_at:
                self._open()
                retry_at = self._clock.monotonic() + RETRY_SECONDS
            elif self._stream is not None and (self._finished or now - self._last_callback > STALL_SECONDS):
                self.problem = "lost"
                with contextlib.suppress(OSError), portaudio.library():
                    self.release()
                retry_at = now
            self._closing.wait(_LOOK)
        with contextlib.suppress(OSError), portaudio.library():
            self.release()
        self._pulse.capture_listeners.remove(self._on_moved)
        portaudio.leave(self)

    def _open(self) -> None:
        try:
            with portaudio.library() as sd:
                index = find_input(sd, self._wanted)
                if index is None:
                    self.problem = "lost" if self.problem == "lost" else "absent"
                    return
                self._start(sd, index)
        except Exception as error:  # PortAudio has many ways to fail; each of them means: try again
            if not self.problem:
                log.warning("cannot open the sound input: %s", error)
            self.problem = self.problem or "unusable"

    def _start(self, sd: Any, index: int) -> None:
        """Mono, or the mean of two channels where the card has no less."""
        self._finished = False
        for channels in (1, 2):
            try:
                stream = sd.InputStream(
                    samplerate=RATE, blocksize=self.block, device=index, channels=channels, dtype="float32",
                    latency=self.wanted_latency, callback=self._callback, finished_callback=self._on_finished)
                break
            except sd.PortAudioError:
                if channels == 2:
                    raise
        self._last_callback = self._clock.monotonic()
        picture = self._pulse.picture
        try:
            stream.start()
        except Exception:
            with contextlib.suppress(Exception):
                stream.close()
            raise
        self.name = str(sd.query_devices(index)["name"])
        self._stream = stream
        self._heard = self._pulse.new_capture(set(picture.captures), _BIND_SECONDS) if picture else None

    def _callback(self, data: Any, count: int, times: Any, flags: Any) -> None:
        if self._finished:
            return
        block = data.copy() if data.shape[1] == 1 else data.mean(axis=1, dtype=np.float32)[:, None]
        self._last_callback = self._clock.monotonic()
        self._peaks.append(float(np.abs(block).max()))
        self._watch.add(block)
        self._ring.put(block)
        if not self._sounding:
            self.reopened += 1 if self.problem else 0
            self._sounding, self.problem = True, ""

    def _on_moved(self, moved: set[int]) -> None:
        mine = self._heard is None or self._heard in moved
        if mine and self._stream is not None and not self._finished:
            log.error("the sound server moved %s to another input; stopped", self.name)
            self._on_finished()

    def _on_finished(self) -> None:
        self._finished = True
        self._sounding = False


def find_input(sd: Any, wanted: str) -> int | None:
    """The index, now, of the input called `wanted`; of the default input when nothing is wanted."""
    devices = [item for item in sd.query_devices() if item["max_input_channels"] >= 1]
    if not wanted:
        default = sd.default.device[0]
        return default if default in {item["index"] for item in devices} else None
    exact = [item["index"] for item in devices if item["name"] == wanted]
    if exact:
        return int(exact[0])
    # MME cuts names at 31 characters.
    cut = [item["index"] for item in devices if len(item["name"]) >= 31 and wanted.startswith(item["name"])]
    return int(cut[0]) if cut else None


def input_names() -> list[str]:
    """The inputs a person may choose from; empty without PortAudio or without devices."""
    try:
        with portaudio.library() as sd:
            return list(dict.fromkeys(str(item["name"]) for item in sd.query_devices()
                                      if item["max_input_channels"] >= 1))
    except OSError:
        return []
