"""For whoever does not see or does not point: messages a screen reader says by itself, and menus without a mouse."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QContextMenuEvent
from PySide6.QtWidgets import QApplication, QWidget


class _Voice(QObject):
    said = Signal(str, bool)
    """The words, and whether they interrupt what is being read."""


voice = _Voice()
"""Whoever wants to know what was announced listens here."""


def context_menu() -> None:
    """What Shift+F10 asks for. Windows asks by itself; on Linux Qt knows the menu key alone, which many boards lack."""
    focused = QApplication.focusWidget()
    if focused is None:
        return
    place = focused.inputMethodQuery(Qt.InputMethodQuery.ImCursorRectangle).center()
    reason = QContextMenuEvent.Reason.Keyboard
    QApplication.sendEvent(focused, QContextMenuEvent(reason, place, focused.mapToGlobal(place)))


def announce(source: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say this now; `urgent` interrupts. The window says it: `source` may be out of sight."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(source.window(), words)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QAccessible.updateAccessibility(event)
    voice.said.emit(words, urgent)
