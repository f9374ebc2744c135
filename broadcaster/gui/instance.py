"""One window per station home: a second start raises the first window and leaves."""

from __future__ import annotations

import hashlib

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from broadcaster.base.paths import StationHome


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
        if not self._lock.tryLock(0):
            self._call_first()
            return False
        QLocalServer.removeServer(self._name)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._on_call)
        self._server.listen(self._name)
        return True

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
