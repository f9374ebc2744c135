"""The page's two menus: “More” beside the title, and what the right mouse button or Shift+F10 opens on a row."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication, QPoint
from PySide6.QtWidgets import QMenu, QWidget

from broadcaster.gui.library.bulk_panel import BulkPanel
from broadcaster.gui.library.cart_table import CartTable
from broadcaster.gui.library.detail import CartDetail
from broadcaster.gui.library.editing import Editing


def page_menu(button: QWidget, table: CartTable, editing: Editing, add_folder: Callable[[], object],
              tidy: Callable[[], object]) -> None:
    """A folder to take in, columns, all rows, the last change, the sound store."""
    translate = QCoreApplication.translate
    menu = QMenu(button)
    menu.addAction(translate("LibraryPage", "Add a whole folder or stick…"), add_folder)
    menu.addSeparator()
    table.columns_menu(menu.addMenu(translate("LibraryPage", "Columns")))
    menu.addAction(translate("LibraryPage", "Select all (Ctrl+A)"), table.selectAll)
    undo = menu.addAction(translate("LibraryPage", "Take back the last change (Ctrl+Z)"), editing.take_back)
    undo.setEnabled(editing.steps > 0)
    menu.addSeparator()
    menu.addAction(translate("LibraryPage", "Tidy the sound store…"), tidy)
    menu.exec(button.mapToGlobal(button.rect().bottomLeft()))
    menu.deleteLater()


def row_menu(table: CartTable, place: QPoint, of: CartDetail | BulkPanel | None) -> None:
    """What can be done with the item, or the items, selected."""
    menu = QMenu(table)
    if isinstance(of, CartDetail):
        of.fill_menu(menu, everything=True)
    elif of is not None:
        menu.addAction(of.edit_button.text(), of.edit_button.click)
        for part in of.buttons.values():
            if not part.isHidden():
                menu.addAction(part.text(), part.click)
    if not menu.isEmpty():
        menu.exec(table.viewport().mapToGlobal(place))
    menu.deleteLater()
