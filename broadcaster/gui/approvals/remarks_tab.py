"""Remarks and the way so far, on the bulletin desk: what the author reads before going on."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from broadcaster.bulletins.model import Bulletin
from broadcaster.gui.approvals.comments_card import CommentsCard
from broadcaster.gui.approvals.history_view import HistoryView
from broadcaster.gui.bulletins.desk_tab import DeskTab
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.layout import caption_label, column

_LEAST = 270


class RemarksTab(DeskTab):
    """Side by side: what was said, what was done."""

    def build(self) -> None:
        self.remarks = CommentsCard(self.shell)
        self.history = HistoryView()
        self._subject = ""
        split = QSplitter(Qt.Orientation.Horizontal)
        split.setChildrenCollapsible(False)
        for name, part in ((self.tr("Remarks"), self.remarks), (self.tr("History"), self.history)):
            split.addWidget(_captioned(name, part))
        self.history.setMinimumWidth(_LEAST)
        split.setSizes([3 * _LEAST, 2 * _LEAST])
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 10, 0, 0)
        box.addWidget(split)

    def show_bulletin(self, bulletin: Bulletin, locked: bool) -> None:
        subject = self._subject = f"bulletin:{bulletin.id}"
        self.remarks.show_subject(subject)
        Op(partial(self.app.approvals.history, subject)).on_success(
            lambda steps: self.history.show_steps(steps) if subject == self._subject else None).start(self)


def _captioned(name: str, part: CommentsCard | HistoryView) -> QWidget:
    place = QWidget()
    box = column(caption_label(name), part, spacing=0)
    box.setContentsMargins(0, 0, 8, 0)
    box.setStretch(1, 1)
    place.setLayout(box)
    return place


TAB = RemarksTab
