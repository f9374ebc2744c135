"""Stands where a page could not be built."""

from __future__ import annotations

from PySide6.QtCore import Qt

from broadcaster.gui.page import Page
from broadcaster.gui.widgets.layout import label


class Missing(Page):
    """One sentence instead of a page."""

    def build(self) -> None:
        self.body.addStretch(1)
        words = label(self.tr("This page is not available in this version."), "soft")
        words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.body.addWidget(words)
        self.body.addStretch(1)


