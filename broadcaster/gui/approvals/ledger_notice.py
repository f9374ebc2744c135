"""A damaged ledger of approvals, told where approvers look, with the way out of it."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.errors import Refused
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import row, show_if
from broadcaster.gui.widgets.reason import ask_reason


class LedgerNotice(QWidget):
    """Out of sight while all is well."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._shell = shell
        self.banner = Banner("", "bad")
        self.mend = button(self.tr("Make the ledger anew…"), "rotate-ccw", self._mend)
        box = row(self.banner, self.mend)
        box.setContentsMargins(0, 0, 0, 0)
        box.setStretch(0, 1)
        self.setLayout(box)
        self.hide()

    def look(self) -> None:
        """Ask again."""
        Op(self._shell.app.approval_book.trouble).on_success(self._show).on_failure(lambda _: None).start(self)

    def _show(self, fault: str) -> None:
        told = explain(Refused("ledger.broken", "", fault=fault, path="")).text if fault else ""
        self.banner.show_text(told, "bad")
        show_if(self, bool(fault))

    def _mend(self) -> None:
        reason = ask_reason(self.window(), self.tr("Make the ledger anew?"), self.tr(
            "It is made from the station's data. Whatever was ever withdrawn stays withdrawn; look through what is "
            "approved afterwards. The damaged file is kept."), self.tr("Make it anew"))
        person = self._shell.ask_pin(Right.RESTORE, self.tr("Make the ledger of approvals anew.")) if reason else None
        if person is None:
            return
        app = self._shell.app
        Op(lambda: app.approval_book.rebuild(app.database, person.name, reason)).on_success(self._mended).on_failure(
            self._shell.error).start(self)

    def _mended(self, _: object) -> None:
        self._shell.notify(self.tr("The ledger of approvals is whole again."))
        self.look()
