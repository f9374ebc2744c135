"""The one door for work that may take time: it runs off the window's thread and comes back to it.

    Op(lambda: app.library.find(words)).on_success(self._show).start(self)

Two lanes, one thread each: "data" (default) for the database, "slow" for voicing, importing and exporting, so that
lists keep filling while a bulletin is being read. Work on one lane runs in the order it was started. When the
owner widget is gone by then, the result is dropped. A failure nobody handles goes to the window's error bar.
"""

from __future__ import annotations

import itertools
import logging
import queue
import threading
from collections.abc import Callable
from typing import Any, Generic, TypeVar

import shiboken6
from PySide6.QtCore import QObject, Qt, QTimer, Signal

from broadcaster.gui.garbage import Collector

log = logging.getLogger(__name__)
T = TypeVar("T")

BUSY_AFTER_MS = 1000


class Cancelled(Exception):
    """The operator called the work off."""


class Step:
    """Handed to work that reports progress: `step(done, total, text)`; raises Cancelled once called off."""

    def __init__(self, op: Op[Any]) -> None:
        self._op = op

    @property
    def cancelled(self) -> bool:
        return self._op.cancelled or desk().over

    def __call__(self, done: int, total: int = 0, text: str = "") -> None:
        if self.cancelled:
            raise Cancelled
        desk().progressed.emit(self._op, done, total, text)


class Op(Generic[T]):
    """One piece of work and what happens after it. Callbacks run on the window's thread."""

    _numbers = itertools.count(1)

    def __init__(self, work: Callable[..., T], *, lane: str = "data", label: str = "") -> None:
        self.work = work
        self.lane = lane
        self.label = label
        self.number = next(self._numbers)
        self.cancelled = False
        self.finished = False
        self.owner: QObject | None = None
        self.success: Callable[[T], object] | None = None
        self.failure: Callable[[Exception], object] | None = None
        self.progress: Callable[[int, int, str], object] | None = None

    def on_success(self, then: Callable[[T], object]) -> Op[T]:
        """`then(result)`, only if the owner still lives and nobody cancelled."""
        self.success = then
        return self

    def on_failure(self, then: Callable[[Exception], object]) -> Op[T]:
        """`then(error)` instead of the error bar."""
        self.failure = then
        return self

    def on_progress(self, then: Callable[[int, int, str], object]) -> Op[T]:
        """`then(done, total, text)`; the work is then called with a Step."""
        self.progress = then
        return self

    def start(self, owner: QObject) -> Op[T]:
        """Put the work on its lane and return at once."""
        self.owner = owner
        desk().enqueue(self)
        return self

    def cancel(self) -> None:
        """Drop the result; work that takes a Step ends at its next step."""
        self.cancelled = True
        desk().busy_changed.emit(self, False)

    @property
    def wanted(self) -> bool:
        """Somebody still waits for it."""
        return not self.cancelled and self.owner is not None and shiboken6.isValid(self.owner)


class Desk(QObject):
    """Lives on the window's thread; owns the lanes."""

    finished = Signal(object, object, object)
    progressed = Signal(object, int, int, str)
    failed = Signal(object, object)
    """owner, error: nobody handled it."""
    busy_changed = Signal(object, bool)
    """op, busy: work has taken longer than a second, or has ended after that."""

    def __init__(self) -> None:
        super().__init__()
        self._collector = Collector(self)
        self._lanes: dict[str, queue.SimpleQueue[Op[Any] | None]] = {}
        self.over = False
        self._pending = 0
        self.finished.connect(self._on_finished, Qt.ConnectionType.QueuedConnection)
        self.progressed.connect(self._on_progressed, Qt.ConnectionType.QueuedConnection)

    def enqueue(self, op: Op[Any]) -> None:
        if op.lane not in self._lanes:
            self._lanes[op.lane] = queue.SimpleQueue()
            threading.Thread(target=self._run, args=(self._lanes[op.lane],), name=f"op-{op.lane}", daemon=True).start()
        self._pending += 1
        QTimer.singleShot(BUSY_AFTER_MS, self, lambda: self._show_busy(op))
        self._lanes[op.lane].put(op)

    def close(self) -> None:
        """The window's loop has ended: what still runs has nobody to tell, and this object is about to go."""
        self.over = True

    @property
    def idle(self) -> bool:
        """Nothing runs and nothing waits."""
        return self._pending == 0

    def _run(self, lane: queue.SimpleQueue[Op[Any] | None]) -> None:
        while (op := lane.get()) is not None:
            result: Any = None
            error: Exception | None = None
            if op.wanted:
                try:
                    result = op.work(Step(op)) if op.progress else op.work()
                except Exception as caught:
                    error = caught
            if self.over:
                return
            self.finished.emit(op, result, error)

    def _on_finished(self, op: Op[Any], result: Any, error: Exception | None) -> None:
        self._pending -= 1
        op.finished = True
        self.busy_changed.emit(op, False)
        if not op.wanted or isinstance(error, Cancelled):
            return
        if error is None:
            if op.success:
                op.success(result)
        elif op.failure:
            op.failure(error)
        else:
            self.failed.emit(op.owner, error)

    def _on_progressed(self, op: Op[Any], done: int, total: int, text: str) -> None:
        if op.wanted and op.progress:
            op.progress(done, total, text)

    def _show_busy(self, op: Op[Any]) -> None:
        if op.wanted and not op.finished:
            self.busy_changed.emit(op, True)


_desk: Desk | None = None


def desk() -> Desk:
    """The desk of this process, made on the first call (on the window's thread)."""
    global _desk
    if _desk is None:
        _desk = Desk()
    return _desk
