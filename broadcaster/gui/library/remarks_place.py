"""Remarks about an item: the approvers' card, made when somebody first looks at it."""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.approvals.comments_card import CommentsCard
from broadcaster.gui.page import Shell

_LEAST = 320


class RemarksPlace(QWidget):
    """`show_subject` costs nothing while the remarks are out of sight."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shell = shell
        self._subject = ""
        self.card: CommentsCard | None = None
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)

    def show_subject(self, subject: str) -> None:
        """What the remarks are about, as the approvals name it."""
        self._subject = subject
        if self.isVisible():
            self._show()

    def showEvent(self, event: object) -> None:
        self._show()

    def _show(self) -> None:
        if self.card is None:
            self.card = CommentsCard(self._shell)
            self.card.setMinimumHeight(_LEAST)
            self._box.addWidget(self.card)
        self.card.show_subject(self._subject)
