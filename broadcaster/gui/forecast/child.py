"""The forecast runs in a process of its own: the window stays quick, and it can be stopped at any time."""

from __future__ import annotations

import json
import re
import tempfile
from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtCore import QCoreApplication, QObject, QProcess, QProcessEnvironment, Signal

from broadcaster.base.errors import Refused
from broadcaster.base.paths import StationHome
from broadcaster.base.program import own_command

_STEP = re.compile(r"progress (\d+)/(\d+)")
_PATIENCE_MS = 3_000


class ForecastChild(QObject):
    """One run at a time; `start` again after `done`, `failed` or `cancel`."""

    progressed = Signal(int, int)
    """Days done, days in all."""
    done = Signal(object)
    """The answer (docs/formats.md, "The forecast")."""
    failed = Signal(object)
    """A Refused."""

    def __init__(self, home: StationHome, parent: QObject) -> None:
        super().__init__(parent)
        self._home = home
        self._process: QProcess | None = None
        self._folder: tempfile.TemporaryDirectory[str] | None = None
        self._errors = ""

    @property
    def running(self) -> bool:
        return self._process is not None

    def start(self, first: date, days: int, faults: Sequence[str]) -> None:
        """Begin; whatever ran before is stopped."""
        self.cancel()
        words = ["--home", str(self._home.root), "forecast", "--json", "--progress", "--from", first.isoformat(),
                 "--days", str(days), *(word for fault in faults for word in ("--fault", fault))]
        self._folder = tempfile.TemporaryDirectory(prefix="dai-xa-", ignore_cleanup_errors=True)
        self._errors = ""
        # Of the application, not of ours: a view that goes away must not take a running child down with a crash.
        process = self._process = QProcess(QCoreApplication.instance())
        self.destroyed.connect(process.kill)
        process.setProcessEnvironment(_with_temporary(self._folder.name))
        process.readyReadStandardError.connect(self._read_steps)
        process.finished.connect(lambda code, _: self._finished(process, code))
        process.errorOccurred.connect(lambda error: self._not_started(process, error))
        program, *words = own_command(*words)
        process.start(program, words)
        process.closeWriteChannel()

    def cancel(self) -> None:
        """Stop at once; nothing is told of it, and what it wrote is thrown away."""
        process, self._process = self._process, None
        if process is not None:
            process.blockSignals(True)
            process.kill()
            process.waitForFinished(_PATIENCE_MS)
            process.deleteLater()
        self._tidy()

    def _read_steps(self) -> None:
        if self._process is None:
            return
        text = bytes(self._process.readAllStandardError().data()).decode("utf-8", "replace")
        self._errors += text
        steps = _STEP.findall(text)
        if steps:
            self.progressed.emit(int(steps[-1][0]), int(steps[-1][1]))

    def _finished(self, process: QProcess, code: int) -> None:
        if process is not self._process:
            return
        self._read_steps()
        raw = bytes(process.readAllStandardOutput().data())
        self._process = None
        process.deleteLater()
        self._tidy()
        try:
            answer: Any = json.loads(raw)
        except ValueError:
            answer = None
        if isinstance(answer, dict) and "refused" in answer:
            told = answer["refused"]
            self.failed.emit(Refused(told["code"], told["text"], **told["facts"]))
        elif code or not isinstance(answer, dict):
            lines = [line for line in self._errors.splitlines() if line.strip() and not _STEP.match(line)]
            self.failed.emit(Refused("forecast.broken", "the forecast broke off", detail=lines[-1] if lines else ""))
        else:
            self.done.emit(answer)

    def _not_started(self, process: QProcess, error: QProcess.ProcessError) -> None:
        if process is self._process and error is QProcess.ProcessError.FailedToStart:
            detail = process.errorString()
            self.cancel()
            self.failed.emit(Refused("forecast.broken", "the forecast cannot be started", detail=detail))

    def _tidy(self) -> None:
        if self._folder is not None:
            self._folder.cleanup()
            self._folder = None


def _with_temporary(folder: str) -> QProcessEnvironment:
    """What a stopped run leaves behind lies in a folder of ours."""
    environment = QProcessEnvironment.systemEnvironment()
    for name in ("TMPDIR", "TEMP", "TMP"):
        environment.insert(name, folder)
    return environment
