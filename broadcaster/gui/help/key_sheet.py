"""Every key on one sheet, the present page's first; printed, it hangs beside the screen."""

from __future__ import annotations

from html import escape

from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QGridLayout, QLabel, QScrollArea, QWidget

from broadcaster.base.vietnamese import fold, nfc
from broadcaster.gui.help.key_list import Keys, key_list
from broadcaster.gui.theme import colors, digit_font, sizes, text_font
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled
from broadcaster.gui.widgets.search import SearchField

_WIDE, _HIGH, _KEY = 720, 640, 210


def show_key_sheet(above: QWidget | None, place: str = "", role: str = "station") -> None:
    """Until it is closed. `place`: the page whose keys come right after those of everywhere."""
    sheet = KeySheet(above, place, role)
    sheet.exec()
    sheet.deleteLater()


class KeySheet(Sheet):
    """A list to look something up in, also by what a key does."""

    def __init__(self, parent: QWidget | None, place: str = "", role: str = "station") -> None:
        super().__init__(parent, "", _WIDE)
        self.setWindowTitle(self.tr("Keys"))
        self.keys = sorted(key_list(role), key=lambda keys: (keys.place != place, keys.place != ""))
        self.search = SearchField(self.tr("Search keys and what they do…"))
        self.search.searched.connect(self._narrow)
        head = row(label(self.tr("Keys"), "title"), self.search, spacing=16)
        head.setStretch(1, 1)
        self.body.addLayout(head)
        self._rows: list[tuple[Card, QLabel, QLabel, str]] = []
        inner = QWidget()
        inner.setLayout(column(*(self._card(keys) for keys in self.keys), None, spacing=12))
        self.area: QScrollArea = scrolled(inner)
        self.area.setAccessibleName(self.tr("Keys"))
        self.body.addWidget(self.area, 1)
        close = primary_button(self.tr("Close"), "", self.accept)
        self.buttons(button(self.tr("Print…"), "printer", self._print), close)
        self.resize(_WIDE, _HIGH)
        close.setFocus()

    def _card(self, keys: Keys) -> Card:
        card = Card(keys.words)
        grid = QGridLayout()
        grid.setHorizontalSpacing(18)
        grid.setVerticalSpacing(5)
        grid.setColumnStretch(1, 1)
        for number, (names, words) in enumerate(keys.rows):
            name = label(names, "strong")
            name.setFont(digit_font(sizes.body, 600))
            name.setWordWrap(True)
            name.setFixedWidth(_KEY)
            text = label(words)
            text.setWordWrap(True)
            text.setAccessibleName(f"{names}: {words}")
            grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(text, number, 1)
            self._rows.append((card, name, text, fold(f"{keys.words} {names} {words}")))
        card.add(grid)
        return card

    def _narrow(self, words: str) -> None:
        wanted = fold(nfc(words)).strip()
        seen = set()
        for card, name, text, known in self._rows:
            shown = wanted in known
            name.setVisible(shown)
            text.setVisible(shown)
            if shown:
                seen.add(card)
        for card, *_ in self._rows:
            card.setVisible(card in seen)

    def html(self) -> str:
        """What is printed: one page."""
        parts = [f"<h2>{escape(self.tr('Keys'))}</h2>"]
        for keys in self.keys:
            rows = "".join(f"<tr><td width='38%'><b>{escape(names)}</b></td><td>{escape(words)}</td></tr>"
                           for names, words in keys.rows)
            parts.append(f"<p><b>{escape(keys.words)}</b></p><table width='100%' cellpadding='2'>{rows}</table>")
        return "".join(parts)

    def _print(self) -> None:
        # On air wants this sheet at once; printing is loaded when somebody prints.
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        if QPrintDialog(printer, self).exec():
            document = QTextDocument(self)
            document.setDefaultFont(text_font(sizes.caption))
            document.setDefaultStyleSheet(f"body {{ color: {colors.paper_ink}; }}")
            document.setHtml(f"<body>{self.html()}</body>")
            document.print_(printer)
