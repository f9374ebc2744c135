"""Why the sound of an item is exchanged: asked before its approval ends."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons

_KIND = "sound"


def why_again(parent: QWidget, memory: QSettings, title: str, text: str, action: str) -> str:
    """Empty when the person turned away."""
    translate = QCoreApplication.translate
    usual = [translate("WhyAgain", "The sound is bad"), translate("WhyAgain", "A mistake in the words"),
             translate("WhyAgain", "The earlier one was right"), translate("WhyAgain", "Too long")]
    reason = ask_reason(parent, title, text, action, offered=offered_reasons(memory, _KIND, usual))
    keep_reason(memory, _KIND, reason)
    return reason
