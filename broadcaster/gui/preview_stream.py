"""The stream a preview sounds through: opened by name, another device in its place when that one is gone."""

from __future__ import annotations

import contextlib
import logging
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from broadcaster.base.errors import Refused
from broadcaster.gui.devices import PORTAUDIO, look_again
from broadcaster.gui.listening import Choice, Output, choose, listening, outputs_of

if TYPE_CHECKING:
    from broadcaster.gui.sounds import Block

log = logging.getLogger(__name__)

_LATENCY = 0.15
"""Seconds queued ahead: little enough that pausing and changing over are heard at once."""
_SOFT_START = 0.005
"""Seconds from nothing to full, so that beginning in the middle of a word does not click."""


class Speaker:
    """A running stream; `write` waits until there is room. Raises Refused("preview.no_device")."""

    def __init__(self, rate: int, channels: int, device: str | None = None) -> None:
        try:
            import sounddevice
        except OSError as error:
            raise Refused("preview.no_device", f"no sound library: {error}") from error
        self._sd: Any = sounddevice
        self._rate, self._channels = rate, channels
        self._wanted = listening().wanted if device is None else device
        self._trial = device is not None
        self._failed: list[str] = []
        self._gain = 0.0
        self._stream = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        with contextlib.suppress(self._sd.PortAudioError):
            self._stream.stop()  # what is queued is still heard, unless hush() came first
        with PORTAUDIO, contextlib.suppress(self._sd.PortAudioError):
            self._stream.close()

    @property
    def latency(self) -> float:
        """Seconds from `write` to the ear."""
        return float(self._stream.latency)

    def hush(self) -> None:
        """Drop what is queued."""
        with contextlib.suppress(self._sd.PortAudioError):
            self._stream.abort()

    def write(self, block: Block) -> None:
        """Sound, at the volume chosen now; on another device when this one has gone."""
        data = self._levelled(block)
        try:
            self._stream.write(data)
        except self._sd.PortAudioError as error:
            log.warning("the preview device has gone: %s", error)
            self.hush()
            with PORTAUDIO, contextlib.suppress(self._sd.PortAudioError):
                self._stream.close()
            self._stream = self._open()
            with contextlib.suppress(self._sd.PortAudioError):
                self._stream.write(data)

    def _levelled(self, block: Block) -> Block:
        import numpy

        volume = listening().volume
        if volume == self._gain == 1.0:
            return block
        steps = min(len(block), max(1, round(self._rate * _SOFT_START)))
        gain = numpy.full(len(block), volume, dtype=numpy.float32)
        gain[:steps] = numpy.linspace(self._gain, volume, steps, dtype=numpy.float32)
        self._gain = volume
        levelled: Block = block * gain[:, None]
        return levelled

    def _open(self) -> Any:
        with PORTAUDIO:
            for attempt in range(2):
                if attempt or self._choice().why == "preview.device_gone":
                    look_again(self._sd)  # it may have been plugged in since
                while (choice := self._choice()).output is not None:
                    stream = self._try(choice.output)
                    if stream is not None:
                        listening().say(choice, self._wanted)
                        return stream
                    self._failed.append(choice.output.name)
                if not attempt:
                    self._failed.clear()
        raise Refused("preview.no_device", "no sound output here", name=self._wanted)

    def _choice(self) -> Choice:
        outputs = [each for each in outputs_of(self._sd) if each.name not in self._failed]
        return choose(outputs, self._wanted, frozenset() if self._trial else listening().air)

    def _try(self, output: Output) -> Any:
        try:
            stream = self._sd.OutputStream(samplerate=self._rate, channels=self._channels, dtype="float32",
                                           device=output.number, latency=_LATENCY)
            stream.start()
        except self._sd.PortAudioError as error:
            log.warning("cannot listen on %s: %s", output.name, error)
            return None
        return stream
