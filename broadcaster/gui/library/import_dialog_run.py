"""A run of files at work behind the window: it outlives the dialog that began it."""

from __future__ import annotations

import threading
from contextlib import suppress
from typing import Any

from PySide6.QtCore import QObject, Signal

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.library import import_dialog_words as words
from broadcaster.gui.library.model import Verdict
from broadcaster.gui.ops import Op
from broadcaster.library.importing.model import FileState, ImportFile, ImportRun, Progress
from broadcaster.wiring import App

_at_work: list[ImportRunner] = []


def runners() -> list[ImportRunner]:
    """The runs this window now works on, the oldest first."""
    return list(_at_work)


class ImportRunner(QObject):
    """`start()`, `stop()`; what happens comes as signals on the window's thread."""

    judged = Signal(object)
    """A Verdict."""
    moved = Signal(object)
    """Progress."""
    ended = Signal(object, object)
    """The ImportRun as it stands, or None; what stopped it, or None."""
    _over = Signal(object, object)

    def __init__(self, app: App, run_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self.run_id = run_id
        self.progress: Progress | None = None
        self.running = False
        self._stop = threading.Event()
        self.moved.connect(self._remember)
        self._over.connect(self._end)

    def start(self) -> None:
        """Begin or go on; a run that still works is left alone."""
        if self.running:
            return
        self._stop.clear()
        self.running = True
        _at_work.append(self)
        op = Op(self._work, lane="import", label=self.tr("Sounds are coming in…"))
        # The status line can call any work off: here that means to stop, and to tell how it ended.
        op.cancel = self.stop  # type: ignore[method-assign]
        op.start(self)

    def stop(self) -> None:
        """What is being read now is dropped and waits; what is in stays."""
        self._stop.set()

    def _work(self) -> None:
        run: ImportRun | None = None
        error: Exception | None = None
        try:
            run = self._app.imports.go_on(self.run_id, self._say_moved, self._stop.is_set, self._say_judged)
        except Exception as caught:
            error = caught
        with suppress(RuntimeError):  # the window is gone
            self._over.emit(run, error)

    def _end(self, run: ImportRun | None, error: Exception | None) -> None:
        self.running = False
        if self in _at_work:
            _at_work.remove(self)
        self.ended.emit(run, error)

    def _remember(self, now: Progress) -> None:
        self.progress = now

    def _say_moved(self, now: Progress) -> None:
        with suppress(RuntimeError):
            self.moved.emit(now)

    def _say_judged(self, file: ImportFile) -> None:
        judged = self._judged(file)
        with suppress(RuntimeError):
            self.judged.emit(judged)

    def _judged(self, file: ImportFile) -> Verdict:
        cart: Any = None
        if file.state in {FileState.WARNING, FileState.ACCEPTED}:
            with suppress(BroadcasterError):
                cart = self._app.library.get(file.cart_id)
        return words.verdict(file, cart)


def verdicts_of(app: App, run_id: str) -> list[Verdict]:
    """All files of a run as they stand."""
    files = app.imports.files(run_id)
    telling = [file.cart_id for file in files if file.state in {FileState.WARNING, FileState.ACCEPTED}]
    carts = {cart.id: cart for cart in app.library.rows(telling)}
    return [words.verdict(file, carts.get(file.cart_id)) for file in files]
