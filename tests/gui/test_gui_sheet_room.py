"""Dialogs on a small screen: at 150 % on 1366x768 there are 911x512 for a dialog and its frame."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QLineEdit, QPushButton

from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form
from broadcaster.gui.widgets.layout import label, row


def tall(qtbot: Any, lines: int) -> tuple[Sheet, QPushButton, list[QLineEdit]]:
    sheet = Sheet(None, "Thiết lập đài")
    qtbot.addWidget(sheet)
    sheet.body.addWidget(label("Ai phụ trách đài này?", "title", wrap=True))
    sheet.body.addLayout(row(label("Bước"), None, label("1/3")))
    form, fields = Form(), [QLineEdit() for _ in range(lines)]
    for number, field in enumerate(fields):
        form.add(f"Dòng {number}", field)
    sheet.body.addWidget(form)
    sheet.note = Banner()  # type: ignore[attr-defined]
    sheet.body.addWidget(sheet.note)  # type: ignore[attr-defined]
    sheet.body.addStretch(1)
    done = QPushButton("Tiếp tục")
    sheet.buttons(done)
    fields[0].setFocus()
    return sheet, done, fields


def in_sight(sheet: Sheet, part: QPushButton) -> bool:
    room = sheet.screen().availableGeometry()
    foot = part.mapToGlobal(QPoint(0, part.height()))
    return sheet.height() < room.height() and foot.y() <= room.bottom() and sheet.y() >= room.top()


def test_a_dialog_too_tall_scrolls_and_keeps_its_buttons(qtbot: Any) -> None:
    sheet, done, fields = tall(qtbot, 40)
    sheet.show()
    qtbot.waitUntil(lambda: in_sight(sheet, done))
    assert sheet.focusWidget() is fields[0]
    fields[-2].setFocus()
    qtbot.keyClick(fields[-2], Qt.Key.Key_Tab)  # the area follows
    qtbot.waitUntil(lambda: not fields[-1].visibleRegion().isEmpty())
    assert not done.visibleRegion().isEmpty()


def test_one_that_grows_while_it_is_open_keeps_them_too(qtbot: Any) -> None:
    sheet, done, _ = tall(qtbot, 5)
    sheet.show()
    qtbot.waitUntil(lambda: in_sight(sheet, done))
    before = sheet.body.count()
    sheet.note.show_text("Một câu dài. " * 400)  # type: ignore[attr-defined]
    qtbot.waitUntil(lambda: sheet.body.count() < before)
    qtbot.waitUntil(lambda: in_sight(sheet, done))


@pytest.mark.parametrize("lines", [1, 6])
def test_one_that_has_room_is_left_alone(qtbot: Any, lines: int) -> None:
    sheet, done, _ = tall(qtbot, lines)
    before = sheet.body.count()
    sheet.show()
    qtbot.waitUntil(lambda: in_sight(sheet, done))
    assert sheet.body.count() == before


def test_enter_presses_the_button_with_the_ring(qtbot: Any) -> None:
    sheet, done, _ = tall(qtbot, 1)
    done.setDefault(True)
    pressed: list[str] = []
    done.clicked.connect(lambda: pressed.append("done"))
    other = button("Làm phiếu khôi phục", "", lambda: pressed.append("other"))
    sheet.body.insertWidget(0, other)
    sheet.show()
    other.setFocus()
    qtbot.keyClick(other, Qt.Key.Key_Return)
    sheet.findChild(QLineEdit).setFocus()
    qtbot.keyClick(sheet.findChild(QLineEdit), Qt.Key.Key_Return)
    assert pressed == ["other", "done"]
