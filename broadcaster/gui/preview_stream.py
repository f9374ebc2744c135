"""The stream a preview sounds through: opened by name, another device in its place when that one is gone."""

from __future__ import annotations

import contextlib
import logging
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self

from broadcaster.base.errors import Refused
from broadcaster.base.pulse import pulse_watch
from broadcaster.gui.devices import PORTAUDIO, look_again
from broadcaster.gui.listening import Choice, Output, choose, listening, outputs_of

if TYPE_CHECKING:
    from broadcaster.gui.sounds import Block

log = logging.getLogger(__name__)

_LATENCY = 0.15
"""Seconds queued ahead: little enough that pausing and changing over are heard at once."""
_WATCH_SECONDS = 0.2
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
        self._sink: int | None = None
        self._moved = False
        self._output: Output | None = None
        self._stream = self._open()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None,
                 trace: TracebackType | None) -> None:
        self._unwatch()
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
            if self._moved:
                raise self._sd.PortAudioError("the sound server has moved the stream to another device")
            self._stream.write(data)
        except self._sd.PortAudioError as error:
            log.warning("the preview device has gone: %s", error)
            self._change_device()
            with contextlib.suppress(self._sd.PortAudioError):
                self._stream.write(data)

    def _change_device(self) -> None:
        self._unwatch()
        self.hush()
        with PORTAUDIO, contextlib.suppress(self._sd.PortAudioError):
            self._stream.close()
        if self._output is not None:
            self._failed.append(self._output.name)
        self._stream = self._open()

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
                    if self._output is not None and choice.on_air:
                        # Next time it is told beforehand; in the middle of a sound nobody expects it outside.
                        raise Refused("preview.device_lost", f"{self._wanted} has gone", name=self._output.name)
                    stream = self._try(choice.output)
                    if stream is not None:
                        self._output = choice.output
                        listening().say(choice, self._wanted)
                        return stream
                    self._failed.append(choice.output.name)
                if not attempt and self._output is None:
                    self._failed.clear()
        raise Refused("preview.no_device", "no sound output here", name=self._wanted)

    def _choice(self) -> Choice:
        outputs = [each for each in outputs_of(self._sd) if each.name not in self._failed]
        return choose(outputs, self._wanted, frozenset() if self._trial else listening().air)

    def _try(self, output: Output) -> Any:
        try:
            stream = self._sd.OutputStream(samplerate=self._rate, channels=self._channels, dtype="float32",
                                           device=output.number, latency=_LATENCY)
            self._watch(output, stream)
        except self._sd.PortAudioError as error:
            log.warning("cannot listen on %s: %s", output.name, error)
            return None
        return stream

    def _watch(self, output: Output, stream: Any) -> None:
        """Start the stream and see where the sound server plays it: when a device goes, it moves streams silently."""
        self._sink, self._moved = None, False
        watch = pulse_watch()
        before = watch.look(_WATCH_SECONDS)
        stream.start()
        if before is None or output.is_alias:  # the system may move its default as it likes
            return
        index, picture = watch.new_stream(set(before.streams), _WATCH_SECONDS), watch.picture
        if index is not None and picture is not None and index in picture.streams:
            self._sink = picture.streams[index].sink
            watch.listeners.append(self._look)

    def _unwatch(self) -> None:
        if self._look in (listeners := pulse_watch().listeners):
            listeners.remove(self._look)

    def _look(self, left: set[int]) -> None:
        if self._sink in left:
            self._moved = True
