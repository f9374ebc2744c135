"""A station of one: whoever approves what they wrote themselves says why, once the PIN has told who it is."""

from __future__ import annotations

from collections.abc import Collection

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.accounts.model import Person
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons

_KIND = "own_work"


def own_reason(shell: Shell, person: Person, authors: Collection[str], parent: QWidget | None = None) -> str | None:
    """Empty when nothing needs saying; None when the person turned away. `authors`: folded names."""
    if person.name.casefold() not in authors or not shell.app.settings.approval.single_person:
        return ""
    translate = QCoreApplication.translate
    usual = [translate("OwnWork", "One person alone at the station"), translate("OwnWork", "The approver is away"),
             translate("OwnWork", "Urgent, cannot wait for another approver")]
    reason = ask_reason(
        parent or QApplication.activeWindow(), translate("OwnWork", "You approve your own work"),
        translate("OwnWork", "Nobody else looked at it. The reason stands in the history, in the airing log and on the "
                  "approval slip."), translate("OwnWork", "Approve"),
        offered=offered_reasons(shell.memory, _KIND, usual))
    keep_reason(shell.memory, _KIND, reason)
    return reason or None
