"""F1 on the library page: its keys."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QGridLayout, QWidget

from broadcaster.gui.theme import digit_font, sizes
from broadcaster.gui.widgets.buttons import primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label


def keys() -> list[tuple[str, str]]:
    """Key and what it does."""
    translate = QCoreApplication.translate
    return [
        ("↑ ↓", translate("Library", "another item; who is listening hears that one next")),
        ("Space", translate("Library", "listen, pause")),
        ("Enter / F2", translate("Library", "change the title and the other fields")),
        ("Ctrl+F", translate("Library", "search")),
        ("Ctrl+A, Shift+↑ ↓", translate("Library", "select all, or several, to change them together")),
        ("Delete", translate("Library", "withdraw, with a reason")),
        ("Ctrl+Z", translate("Library", "take the last change back; several times: those before it")),
        ("Shift+F10", translate("Library", "everything that can be done with the item")),
        ("Ctrl+O", translate("Library", "add sound files")),
    ]


class LibraryKeys(Sheet):
    """A list to read once and to find again."""

    def __init__(self, parent: QWidget | None) -> None:
        super().__init__(parent, "", 640)
        self.setWindowTitle(self.tr("Keys"))
        self.body.addWidget(label(self.tr("Keys"), "title"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(20)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(1, 1)
        for number, (key, words) in enumerate(keys()):
            name = label(key, "strong")
            name.setFont(digit_font(sizes.body, 600))
            text = label(words)
            text.setWordWrap(True)
            text.setMinimumWidth(440)
            grid.addWidget(name, number, 0)
            grid.addWidget(text, number, 1)
        self.body.addLayout(grid)
        self.buttons(primary_button(self.tr("Close"), "", self.accept))


def show_keys(parent: QWidget) -> None:
    """Until it is closed."""
    dialog = LibraryKeys(parent)
    dialog.exec()
    dialog.deleteLater()
