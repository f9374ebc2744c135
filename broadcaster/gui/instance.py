"""One window per station home: a second start raises the first window and leaves."""

from __future__ import annotations

import hashlib
import logging

from PySide6.QtCore import QLockFile, QObject, QSysInfo, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from broadcaster.base.paths import StationHome

log = logging.getLogger(__name__)


class SingleInstance(QObject):
    """Holds run/window.lock while the window lives; `raised` when someone tried to open another."""

    raised = Signal()

    def __init__(self, home: StationHome) -> None:
        super().__init__()
        home.run.mkdir(parents=True, exist_ok=True)
        self._name = "dai-xa-" + hashlib.sha256(str(home.root.resolve()).encode()).hexdigest()[:16]
        self._lock = QLockFile(str(home.run / "window.lock"))
        # A lock is never too old; one whose process died is taken over by itself.
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None

    def claim(self) -> bool:
        """True: we are the one. False: the other window was asked to come forward."""
        if not self._lock.tryLock(0) and not self._take_from_elsewhere():
            self._call_first()
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(self._name)
        return True

    def _take_from_elsewhere(self) -> bool:
        """A lock that names another computer: the home was moved after a power cut, or is open there, too. Nobody
        there can be asked to come forward; the keeper says so if both are at work (keeper/shared_home.py)."""
        pid, host, _ = self._lock.getLockInfo()
        if host in {"", QSysInfo.machineHostName()}:
            return False
        log.warning("the window's lock is of process %s on %s: taken over", pid, host)
        return self._lock.removeStaleLockFile() and self._lock.tryLock(0)

    def release(self) -> None:
        if self._server:
            self._server.close()
        self._lock.unlock()

    def _call_first(self) -> None:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if socket.waitForConnected(1000):
            socket.write(b"raise\n")
            socket.waitForBytesWritten(1000)
            socket.disconnectFromServer()

    def _on_call(self) -> None:
        assert self._server is not None
        while call := self._server.nextPendingConnection():
            call.disconnected.connect(call.deleteLater)
            self.raised.emit()
