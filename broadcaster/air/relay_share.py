"""One call to another station for all zones: they hear the same moment of it, and a sound input is opened once."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

import numpy as np

from broadcaster.air.meter import Block
from broadcaster.air.sources import Fanout, Source
from broadcaster.protocol.rundown import Relay

_TOLD = frozenset({"received_seconds", "lost_seconds", "reconnects", "state", "problem", "level_db"})
"""What a part says of the source it shares."""


class RelayShare:
    """Opens a relay with its first part, closes it with its last."""

    def __init__(self, open_relay: Callable[[Relay], Source]) -> None:
        self._open_relay = open_relay
        self._lock = threading.Lock()
        self._calls: dict[str, _Call] = {}

    def __call__(self, relay: Relay) -> Source:
        """A part of it, for one zone. Raises what opening raises."""
        key = relay.digest()
        with self._lock:
            call = self._calls.get(key)
            if call is None or call.source.ended:
                call = self._calls[key] = _Call(self._open_relay(relay))
            call.parts += 1
            return _Part(call, lambda: self._leave(key, call))

    def _leave(self, key: str, call: _Call) -> None:
        with self._lock:
            call.parts -= 1
            if call.parts:
                return
            if self._calls.get(key) is call:
                del self._calls[key]
        call.source.close()


class _Call:
    def __init__(self, source: Source) -> None:
        self.source = source
        self.fanout = Fanout(source)
        self.parts = 0
        self.heard = False
        """Somebody has begun to listen: whoever comes now joins in the middle."""


class _Part:
    """Zones that begin together hear the same from its first sample on, whichever card asks first."""

    def __init__(self, call: _Call, leave: Callable[[], None]) -> None:
        self._call, self._leave = call, leave
        self._reader = None if call.heard else call.fanout.reader()
        self._closed = False

    @property
    def ended(self) -> bool:
        return self._closed or (self._call.fanout.ended if self._reader is None else self._reader.ended)

    def read(self, count: int) -> Block:
        if self._closed:
            return np.zeros((0, 1), np.float32)
        self._call.heard = True
        self._reader = self._reader or self._call.fanout.reader()
        return self._reader.read(count)

    def close(self) -> None:
        if self._closed:
            return
        self._closed = True
        if self._reader is not None:
            self._reader.close()
        self._leave()

    def __getattr__(self, name: str) -> Any:
        if name in _TOLD:
            return getattr(self._call.source, name)
        raise AttributeError(name)
