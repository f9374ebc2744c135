"""Who changed what: services announce kinds of rows, views listen to kinds, never to each other."""

from __future__ import annotations

import threading
from collections.abc import Callable


class Changes:
    """A list of listeners. A listener is called on the thread that made the change and must return at once."""

    def __init__(self) -> None:
        self._listeners: list[Callable[[frozenset[str]], None]] = []
        self._lock = threading.Lock()

    def subscribe(self, listener: Callable[[frozenset[str]], None]) -> None:
        with self._lock:
            self._listeners.append(listener)

    def announce(self, kinds: frozenset[str]) -> None:
        """Tell everyone that rows of these kinds (table names) are no longer what they were."""
        with self._lock:
            listeners = list(self._listeners)
        for listener in listeners:
            listener(kinds)
