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

    def __init__(self, app: App, run_id: str, parent: QObject) -> None:
        super().__init__(parent)
        self._app = app
        self.run_id = run_id
        self.progress: Progress | None = None
        self._stop = threading.Event()
        self._op: Op[ImportRun] | None = None
        self.moved.connect(self._remember)

    @property
    def running(self) -> bool:
        return self._op is not None and not self._op.finished

    def start(self) -> None:
        """Begin or go on; a run that still works is left alone."""
        if self.running:
            return
        self._stop.clear()
        _at_work.append(self)
        imports, run_id, stopped = self._app.imports, self.run_id, self._stop.is_set
        self._op = Op(lambda: imports.go_on(run_id, self._say_moved, stopped, self._say_judged), lane="import")
        self._op.on_success(lambda run: self._end(run, None)).on_failure(lambda error: self._end(None, error))
        self._op.start(self)

    def stop(self) -> None:
        """What is being read now is dropped and waits; what is in stays."""
        self._stop.set()

    def _end(self, run: ImportRun | None, error: Exception | None) -> None:
        if self in _at_work:
            _at_work.remove(self)
        self.ended.emit(run, error)

    def _remember(self, now: Progress) -> None:
        self.progress = now

    def _say_moved(self, now: Progress) -> None:
        with suppress(RuntimeError):  # the window is gone
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
