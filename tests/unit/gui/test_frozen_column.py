"""The first column of a wide table stays in sight."""

from __future__ import annotations

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QTableView
from pytestqt.qtbot import QtBot

from broadcaster.gui.widgets.frozen_column import FrozenColumn


def _wide_table(qtbot: QtBot) -> tuple[QTableView, FrozenColumn]:
    table = QTableView()
    model = QStandardItemModel(40, 12, table)
    for number in range(40):
        model.setItem(number, 0, QStandardItem(f"Xã Mẫu {number}"))
    table.setModel(model)
    qtbot.addWidget(table)
    frozen = FrozenColumn(table)
    table.resize(500, 300)
    table.show()
    qtbot.wait(1)
    return table, frozen


def test_it_lies_there_only_while_the_table_is_moved_sideways(qtbot: QtBot) -> None:
    table, frozen = _wide_table(qtbot)
    assert not frozen.isVisible()
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    assert frozen.isVisible()
    assert frozen.geometry().left() == table.viewport().geometry().left()
    assert frozen.columnWidth(0) == table.columnWidth(0)
    table.horizontalScrollBar().setValue(0)
    assert not frozen.isVisible()


def test_it_stands_at_the_same_rows_and_the_same_cell(qtbot: QtBot) -> None:
    table, frozen = _wide_table(qtbot)
    table.horizontalScrollBar().setValue(table.horizontalScrollBar().maximum())
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    row = table.rowAt(20)
    qtbot.waitUntil(lambda: frozen.rowAt(20) == row > 0)
    frozen.setCurrentIndex(table.model().index(row, 0))
    assert table.currentIndex().row() == row
