"""What a screen reader is told of its own accord: states that matter and messages that come by themselves."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent
from PySide6.QtWidgets import QWidget


class _Voice(QObject):
    said = Signal(str, bool)
    """The words, and whether they interrupt what is being read."""


voice = _Voice()
"""Whoever wants to know what was announced listens here."""


def announce(source: QWidget, words: str, *, urgent: bool = False) -> None:
    """Let a screen reader say this now; `urgent` interrupts. The window says it: `source` may be out of sight."""
    if not words:
        return
    event = QAccessibleAnnouncementEvent(source.window(), words)
    manner = QAccessible.AnnouncementPoliteness
    event.setPoliteness(manner.Assertive if urgent else manner.Polite)
    QAccessible.updateAccessibility(event)
    voice.said.emit(words, urgent)
