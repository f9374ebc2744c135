"""A damaged ledger of approvals: told on the approvals page, made anew by whoever may."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from gui_steps import APPROVER, PIN, settle
from page_station import answer, page_of

from broadcaster.gui.main_window import MainWindow
from broadcaster.gui.pin_dialog import PinDialog
from broadcaster.gui.widgets.reason import ReasonDialog
from broadcaster.library.model import CartKind
from broadcaster.wiring import App


def test_a_damaged_ledger_is_told_and_made_anew(qtbot: Any, open_window: Callable[[], MainWindow],
                                                station: App) -> None:
    bulletin = station.bulletins.new("Họp thôn", "Mời bà con đến họp thôn.", CartKind.NOTICE, "Cán bộ")
    station.bulletins.voice(bulletin.id)
    station.approvals.submit(f"bulletin:{bulletin.id}", "Cán bộ")
    station.approvals.approve(f"bulletin:{bulletin.id}", station.accounts.by_name(APPROVER))
    window = open_window()
    window.go("approvals")
    settle(qtbot)
    page = page_of(window, "approvals")
    assert not page.ledger.isVisible()
    raw = station.home.approvals.read_bytes()
    station.home.approvals.write_bytes(raw[:40] + b"?" + raw[41:])
    page.on_shown()
    settle(qtbot)
    assert page.ledger.isVisible()
    assert "Sổ duyệt bị hỏng" in page.ledger.banner.text()

    def sign(dialog: PinDialog) -> None:
        dialog.who.setCurrentIndex(dialog.who.findData(APPROVER))
        dialog.pin.setText(PIN)
        dialog.sign.click()

    def why(dialog: ReasonDialog) -> None:
        dialog.field.setText("Mất điện làm hỏng đĩa")
        answer(qtbot, PinDialog, sign)
        dialog.yes.click()

    answer(qtbot, ReasonDialog, why)
    page.ledger.mend.click()
    settle(qtbot)
    assert not page.ledger.isVisible()
    assert station.approval_book.trouble() == ""
    told = next(act for act in station.accounts.audit("ledger") if act.action == "approval.rebuild")
    assert (told.person, told.detail["reason"]) == (APPROVER, "Mất điện làm hỏng đĩa")
