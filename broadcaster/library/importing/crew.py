"""Several hands for one run: a thread each, which asks its own reading process and waits for it."""

from __future__ import annotations

import os
import threading
from collections import deque
from collections.abc import Callable, Sequence

from broadcaster.library.importing.model import ImportFile
from broadcaster.library.importing.reader import Reader

MOST_HANDS = 4
_LOOK_SECONDS = 0.2


def hands_for(files: int) -> int:
    """One per core, at most four, no more than there is work."""
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return max(1, min(cores, MOST_HANDS, files))


class Crew:
    """Works through files; the first fault that concerns all of them ends the work for everybody."""

    def __init__(self, readers: Callable[[int, Callable[[], bool]], Reader],
                 do: Callable[[Reader, ImportFile], None]) -> None:
        self._readers = readers
        self._do = do
        self._over = threading.Event()
        self._fault: Exception | None = None
        self._lock = threading.Lock()
        self._waiting: deque[ImportFile] = deque()

    def work(self, files: Sequence[ImportFile], hands: int, cancelled: Callable[[], bool],
             look: Callable[[], object]) -> None:
        """Return when all is done or `cancelled()`; `look()` is called a few times a second on this thread."""
        self._waiting.extend(files)

        def over() -> bool:
            return self._over.is_set() or cancelled()

        threads = [threading.Thread(target=self._hand, args=(number, over), name=f"import-{number}", daemon=True)
                   for number in range(hands)]
        for thread in threads:
            thread.start()
        try:
            while alive := [thread for thread in threads if thread.is_alive()]:
                alive[0].join(_LOOK_SECONDS)
                look()
        finally:
            self._over.set()
            for thread in threads:
                thread.join()
        if self._fault is not None:
            raise self._fault

    def _hand(self, number: int, over: Callable[[], bool]) -> None:
        reader = self._readers(number, over)
        try:
            while not over() and (file := self._next()) is not None:
                self._do(reader, file)
        except Exception as fault:
            with self._lock:
                self._fault = self._fault or fault
            self._over.set()
        finally:
            reader.end()

    def _next(self) -> ImportFile | None:
        with self._lock:
            return self._waiting.popleft() if self._waiting else None
