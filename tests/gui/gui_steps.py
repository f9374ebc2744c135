"""What gui tests do again and again."""

from __future__ import annotations

from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from broadcaster.gui.ops import desk

OPERATOR, APPROVER = "Cán bộ truyền thanh", "Phó Chủ tịch"
PIN = "2580"


def settle(qtbot: QtBot) -> None:
    """Wait until no Op runs and nothing is queued."""
    qtbot.waitUntil(lambda: desk().idle, timeout=20_000)
    QApplication.processEvents()


def type_vi(widget: QWidget, text: str) -> None:
    """Type as Unikey and IBus do; qtbot.keyClicks aborts the process on Vietnamese letters."""
    event = QInputMethodEvent()
    event.setCommitString(text)
    QApplication.sendEvent(widget, event)
