"""What is about to be saved, read back in whole sentences; beside it what would be asked about."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QDialog, QFrame, QSizePolicy, QVBoxLayout

from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.layout import caption_label, label
from broadcaster.gui.widgets.sheet_room import grow


class ReadBack(QFrame):
    """A calm panel; it changes with every field."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("readback")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        box.addWidget(caption_label(self.tr("What will happen")))
        self.words = label("")
        self.words.setWordWrap(True)
        self.words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.words.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.doubts = Banner("", "wait")
        box.addWidget(self.doubts)
        box.addWidget(self.words)
        box.addStretch(1)
        self.setMinimumWidth(236)

    def show_sentences(self, sentences: Sequence[str]) -> None:
        self.words.setText("\n\n".join(sentences))
        self.words.setAccessibleName(" ".join(sentences))

    def show_doubts(self, sentences: Sequence[str]) -> None:
        self.doubts.show_text("\n".join(sentences), "wait")


def grow_to(dialog: QDialog, body: QBoxLayout) -> None:
    """As high as its lines need now; never lower, or the dialog would jump under the mouse."""
    before = dialog.height()
    grow(dialog, body)
    if dialog.height() < before:
        dialog.resize(dialog.width(), before)
