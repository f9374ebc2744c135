"""Where a PulseAudio server really plays our streams.

When a sink vanishes, PulseAudio moves its streams to another one and tells neither ALSA nor PortAudio: the callbacks
go on, and the village hears another village's programme. So we ask the server itself, through libpulse: which sink
each stream of this process is connected to, and how many channels that sink has (through ALSA every PulseAudio device
seems to have 32). PipeWire's PulseAudio service answers the same questions. Without libpulse or a server nothing is
known and nothing is claimed.

All calls into libpulse but the one that wakes it are made on one thread with a loop of its own: it aborts the process
when it is misused.
"""

from __future__ import annotations

import atexit
import ctypes
import logging
import os
import sys
import threading
from collections.abc import Callable
from ctypes import POINTER, Structure, c_char_p, c_int, c_uint8, c_uint32, c_void_p
from dataclasses import dataclass, field
from typing import Any

log = logging.getLogger(__name__)

_RETRY_SECONDS = 0.5
_READY, _FAILED = 4, 5
_NO_AUTOSPAWN = 1
_END_SECONDS = 2.0
_SINKS_AND_STREAMS = 1 | 4 | 8


class _Samples(Structure):
    _fields_ = (("format", c_int), ("rate", c_uint32), ("channels", c_uint8))


class _Map(Structure):
    _fields_ = (("channels", c_uint8), ("places", c_int * 32))


class _SinkInfo(Structure):
    _fields_ = (("name", c_char_p), ("index", c_uint32), ("description", c_char_p), ("samples", _Samples),
                ("map", _Map))


class _ClientInfo(Structure):
    _fields_ = (("index", c_uint32), ("name", c_char_p), ("owner_module", c_uint32), ("driver", c_char_p),
                ("proplist", c_void_p))


class _InputInfo(Structure):
    """A stream into a sink, or, laid out alike, one out of a source."""

    _fields_ = (("index", c_uint32), ("name", c_char_p), ("owner_module", c_uint32), ("client", c_uint32),
                ("sink", c_uint32), ("samples", _Samples), ("map", _Map))


_ON_SINK = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_SinkInfo), c_int, c_void_p)
_ON_CLIENT = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_ClientInfo), c_int, c_void_p)
_ON_INPUT = ctypes.CFUNCTYPE(None, c_void_p, POINTER(_InputInfo), c_int, c_void_p)
_ON_EVENT = ctypes.CFUNCTYPE(None, c_void_p, c_int, c_uint32, c_void_p)


@dataclass(frozen=True)
class Sink:
    """A sound output of the server."""

    index: int
    name: str
    places: tuple[int, ...]
    """What each of its channels is (front left, rear right …), as the server counts them."""
    words: str = ""
    """As a person knows it."""


@dataclass(frozen=True)
class Stream:
    """A stream of this process."""

    sink: int
    places: tuple[int, ...]
    """A channel goes to the sink's channel of the same place; where there is none, it is mixed into others."""


@dataclass(frozen=True)
class Picture:
    """What the server said last."""

    sinks: dict[int, Sink]
    streams: dict[int, Stream]
    captures: dict[int, int] = field(default_factory=dict)
    """The source each recording stream of this process hears, by the stream's number."""


class PulseWatch:
    """Keeps `picture` true, and tells `listeners` (on its own thread) from which sinks streams of ours were moved."""

    def __init__(self) -> None:
        self.picture: Picture | None = None
        """None while no server answers."""
        self.listeners: list[Callable[[set[int]], None]] = []
        self.capture_listeners: list[Callable[[set[int]], None]] = []
        """Told from which sources recording streams of ours were moved."""
        self._homes: dict[int, int] = {}
        """The sink each living stream of ours was first seen on."""
        self._changed = threading.Condition()
        self._call = threading.Event()
        self._failures = 0
        """Connections that ended or did not come about."""
        self._ending = False
        self._loop: int | None = None
        self._loop_gate = threading.Lock()
        """Held while the loop is woken or freed."""
        self._thread: threading.Thread | None = None
        self._pulse = _library()
        self._sinks: dict[int, Sink] = {}
        self._ours: set[int] = set()
        self._inputs: dict[int, tuple[int, Stream]] = {}
        self._captures: dict[int, tuple[int, int]] = {}
        self._sources: dict[int, int] = {}
        self._dirty = False
        self._awaited = 0
        self._keep = (_ON_SINK(self._on_sink), _ON_CLIENT(self._on_client), _ON_INPUT(self._on_input),
                      _ON_EVENT(self._on_event), _ON_INPUT(self._on_capture))
        if self._pulse is not None:
            self._thread = threading.Thread(target=self._run, name="pulse-watch", daemon=True)
            self._thread.start()

    def look(self, seconds: float) -> Picture | None:
        """The picture; while there is none, the server is called at once, and again if it was just being called."""
        if self._pulse is None:
            return None
        with self._changed:
            enough = self._failures + 2
            self._call.set()
            self._changed.wait_for(lambda: self.picture is not None or self._failures >= enough, seconds)
            return self.picture

    def wait(self, seconds: float) -> None:
        """For the first picture, so that a stream begun after it is seen from its beginning."""
        with self._changed:
            if self._pulse is not None:
                self._changed.wait_for(lambda: self.picture is not None, seconds)

    def new_stream(self, known: set[int], seconds: float) -> int | None:
        """Wait for a stream of ours that is not in `known`; None when none comes, or no server answers."""
        with self._changed:
            self._changed.wait_for(lambda: self.picture is None or self._unknown(known), seconds)
            found = self._unknown(known)
            return found[0] if found else None

    def new_capture(self, known: set[int], seconds: float) -> int | None:
        """Wait for a recording stream of ours that is not in `known`; the source it hears."""
        with self._changed:
            self._changed.wait_for(lambda: self.picture is None or set(self.picture.captures) - known, seconds)
            captures = self.picture.captures if self.picture else {}
            return captures[min(set(captures) - known)] if set(captures) - known else None

    def end(self) -> None:
        """Before the interpreter ends: libpulse would still call into it, and the process would die of that."""
        self._ending = True
        self._call.set()
        with self._loop_gate:
            if self._pulse is not None and self._loop is not None:
                self._pulse.pa_mainloop_wakeup(self._loop)
        if self._thread is not None:
            self._thread.join(_END_SECONDS)

    def _unknown(self, known: set[int]) -> list[int]:
        return sorted(set(self.picture.streams) - known) if self.picture else []

    def _run(self) -> None:
        while not self._ending:
            try:
                self._connection()
            except Exception:
                log.exception("the sound server cannot be watched")
                self._pulse = None
                return
            self._failures += 1
            self._publish(None)
            self._call.wait(_RETRY_SECONDS)
            self._call.clear()

    def _connection(self) -> None:
        """One connection, until it breaks."""
        pulse: Any = self._pulse
        loop = pulse.pa_mainloop_new()
        context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), b"broadcaster")
        self._loop = loop
        try:
            state, subscribed = 0, False
            if pulse.pa_context_connect(context, None, _NO_AUTOSPAWN, None) < 0:
                return
            while state < _FAILED and not self._ending and pulse.pa_mainloop_iterate(loop, 1, None) >= 0:
                state = pulse.pa_context_get_state(context)
                if state == _READY:
                    if not subscribed:
                        self._subscribe(context)
                        subscribed = True
                    self._look(context)
            pulse.pa_context_disconnect(context)
        finally:
            pulse.pa_context_unref(context)
            with self._loop_gate:
                self._loop = None
                pulse.pa_mainloop_free(loop)

    def _subscribe(self, context: int) -> None:
        pulse: Any = self._pulse
        self._dirty, self._awaited = True, 0
        pulse.pa_context_set_subscribe_callback(context, self._keep[3], None)
        _done(pulse, pulse.pa_context_subscribe(context, _SINKS_AND_STREAMS, None, None))

    def _look(self, context: int) -> None:
        """Ask for everything once more, unless an answer is still on its way."""
        if not self._dirty or self._awaited:
            return
        pulse: Any = self._pulse
        self._dirty, self._awaited = False, 4
        self._sinks, self._ours, self._inputs, self._captures = {}, set(), {}, {}
        _done(pulse, pulse.pa_context_get_client_info_list(context, self._keep[1], None))
        _done(pulse, pulse.pa_context_get_sink_info_list(context, self._keep[0], None))
        _done(pulse, pulse.pa_context_get_sink_input_info_list(context, self._keep[2], None))
        _done(pulse, pulse.pa_context_get_source_output_info_list(context, self._keep[4], None))

    def _on_event(self, context: int, kind: int, index: int, data: int) -> None:
        self._dirty = True

    def _on_sink(self, context: int, info: Any, end: int, data: int) -> None:
        if not end:
            it = info.contents
            self._sinks[it.index] = Sink(it.index, (it.name or b"").decode(errors="replace"), _places(it.map),
                                         (it.description or b"").decode(errors="replace"))
        else:
            self._answered()

    def _on_client(self, context: int, info: Any, end: int, data: int) -> None:
        if not end:
            it = info.contents
            process = self._pulse.pa_proplist_gets(it.proplist, b"application.process.id")  # type: ignore[union-attr]
            if process == str(os.getpid()).encode():
                self._ours.add(it.index)
        else:
            self._answered()

    def _on_input(self, context: int, info: Any, end: int, data: int) -> None:
        if not end:
            it = info.contents
            self._inputs[it.index] = (it.client, Stream(it.sink, _places(it.map)))
        else:
            self._answered()

    def _on_capture(self, context: int, info: Any, end: int, data: int) -> None:
        if not end:
            it = info.contents
            self._captures[it.index] = (it.client, it.sink)
        else:
            self._answered()

    def _answered(self) -> None:
        self._awaited -= 1
        if self._awaited == 0:
            self._publish(Picture(
                self._sinks,
                {index: stream for index, (client, stream) in self._inputs.items() if client in self._ours},
                {index: source for index, (client, source) in self._captures.items() if client in self._ours}))

    def _publish(self, picture: Picture | None) -> None:
        with self._changed:
            self.picture = picture
            self._changed.notify_all()
        streams = picture.streams if picture else {}
        self._homes = {index: self._homes.get(index, stream.sink) for index, stream in streams.items()}
        left = {self._homes[index] for index, stream in streams.items() if stream.sink != self._homes[index]}
        for listener in list(self.listeners) if left else []:
            listener(left)
        captures = picture.captures if picture else {}
        self._sources = {index: self._sources.get(index, source) for index, source in captures.items()}
        moved = {self._sources[index] for index, source in captures.items() if source != self._sources[index]}
        for listener in list(self.capture_listeners) if moved else []:
            listener(moved)


_watch: PulseWatch | None = None
_making = threading.Lock()


def pulse_watch() -> PulseWatch:
    """The process's one watch."""
    global _watch
    with _making:
        if _watch is None:
            _watch = PulseWatch()
            atexit.register(_watch.end)
        return _watch


def _places(channel_map: Any) -> tuple[int, ...]:
    return tuple(channel_map.places[:channel_map.channels])


def _done(pulse: Any, operation: int | None) -> None:
    if operation:
        pulse.pa_operation_unref(operation)


def _library() -> ctypes.CDLL | None:
    """libpulse with the types of what is used, or None."""
    if not sys.platform.startswith("linux"):
        return None
    try:
        pulse = ctypes.CDLL("libpulse.so.0")
    except OSError:
        return None
    pointer = c_void_p
    types: dict[str, tuple[Any, tuple[Any, ...]]] = {
        "pa_mainloop_new": (pointer, ()), "pa_mainloop_get_api": (pointer, (pointer,)),
        "pa_mainloop_iterate": (c_int, (pointer, c_int, pointer)), "pa_mainloop_free": (None, (pointer,)),
        "pa_mainloop_wakeup": (None, (pointer,)),
        "pa_context_new": (pointer, (pointer, c_char_p)),
        "pa_context_connect": (c_int, (pointer, c_char_p, c_int, pointer)),
        "pa_context_get_state": (c_int, (pointer,)), "pa_context_disconnect": (None, (pointer,)),
        "pa_context_unref": (None, (pointer,)),
        "pa_context_set_subscribe_callback": (None, (pointer, _ON_EVENT, pointer)),
        "pa_context_subscribe": (pointer, (pointer, c_int, pointer, pointer)),
        "pa_context_get_client_info_list": (pointer, (pointer, _ON_CLIENT, pointer)),
        "pa_context_get_sink_info_list": (pointer, (pointer, _ON_SINK, pointer)),
        "pa_context_get_sink_input_info_list": (pointer, (pointer, _ON_INPUT, pointer)),
        "pa_context_get_source_output_info_list": (pointer, (pointer, _ON_INPUT, pointer)),
        "pa_operation_unref": (None, (pointer,)), "pa_proplist_gets": (c_char_p, (pointer, c_char_p))}
    for name, (result, arguments) in types.items():
        function = getattr(pulse, name)
        function.restype, function.argtypes = result, arguments
    return pulse
