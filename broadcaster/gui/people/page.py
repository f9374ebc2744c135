"""Người dùng: who may do what, and what they did."""

from __future__ import annotations

from broadcaster.gui.page import Page


class PeoplePage(Page):
    """People."""

    def build(self) -> None:
        self.body.addLayout(self.header(self.tr("People")))
        self.body.addStretch(1)


PAGE = PeoplePage
