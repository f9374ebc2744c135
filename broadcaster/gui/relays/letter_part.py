"""Beside what a letter asks: its relay, and the button that puts it into the schedule."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from broadcaster.directives.model import AiringProposal
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import label, row, show_if


class LetterRelayPart(QWidget):
    """Hidden for a letter that asks for no relay; `asked(RelayProposal)` when the button is pressed."""

    asked = Signal(object)

    def __init__(self, today: date) -> None:
        super().__init__()
        self._today = today
        self.setObjectName("plain")
        self._proposal: AiringProposal | None = None
        self.put = button(self.tr("Put the relay into the schedule…"), "radio-tower", self._ask)
        self.note = label("", "faint", wrap=True)
        line = row(self.put, self.note)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(1, 1)
        self.setLayout(line)
        self.hide()

    def show_proposal(self, proposal: AiringProposal | None) -> None:
        self._proposal = proposal
        relay = proposal.relay if proposal is not None else None
        show_if(self, relay is not None)
        past = relay is not None and relay.day < self._today
        self.put.setEnabled(not past)
        self.note.setText(self.tr("Its day is over.") if past else "")

    def _ask(self) -> None:
        if self._proposal is not None and self._proposal.relay is not None:
            self.asked.emit(self._proposal.relay)
