"""Duyệt: what waits for an approver."""

from __future__ import annotations

from broadcaster.gui.page import Page


class ApprovalsPage(Page):
    """Approvals."""

    def build(self) -> None:
        self.body.addLayout(self.header(self.tr("Approvals")))
        self.body.addStretch(1)


PAGE = ApprovalsPage
