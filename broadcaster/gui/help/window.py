"""The guide, offline, in a window of its own: contents, search without accents, back and forward, larger letters."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPixmap, QShortcut
from PySide6.QtPrintSupport import QPrintDialog, QPrinter
from PySide6.QtWidgets import QLabel, QSplitter, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from broadcaster.base.vietnamese import fold, nfc
from broadcaster.gui.help.book import GUIDES, OFFICE, OPERATOR, guide_path, guide_text
from broadcaster.gui.help.markdown import parts
from broadcaster.gui.help.openings import show_keys
from broadcaster.gui.help.reader import Reader, on_paper
from broadcaster.gui.icons import icon
from broadcaster.gui.page import Shell
from broadcaster.gui.tab_order import step
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button, icon_button, redress
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.search import SearchField

_PLACE, _SPLIT, _SIZE = "help/geometry", "help/split", "help/letters"
_LONGEST_WAY, _ROW = 50, 28
_WHERE = Qt.ItemDataRole.UserRole

class GuideWindow(QWidget):
    """Blocks nothing; keeps its place and size. `closed()` when it goes."""

    closed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(None, Qt.WindowType.Window)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setObjectName("ground")
        self.setWindowTitle(self.tr("Guide – Đài Xã"))
        self.setWindowIcon(icon("book-open", colors.accent))
        self._shell, self._memory = shell, shell.memory
        self._way: list[tuple[str, str]] = []
        self._at = -1
        self._mark = 0
        self.reader = Reader()
        self.reader.setAccessibleName(self.tr("Text of the guide"))
        self.reader.went.connect(self.go)
        self.reader.picture_wanted.connect(self._show_picture)
        self._build()
        self._keys()
        self.resize(1040, 720)
        if isinstance(place := self._memory.value(_PLACE), QByteArray):
            self.restoreGeometry(place)
        if isinstance(split := self._memory.value(_SPLIT), QByteArray):
            self._splitter.restoreState(split)
        self.reader.set_step(int(str(self._memory.value(_SIZE, self.reader.step))))

    def come(self, guide: str, anchor: str = "") -> None:
        """To the front, at a part."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.go(guide, anchor)
        self.activateWindow()

    def go(self, guide: str, anchor: str = "") -> None:
        """Open a part; what was open before is one step back."""
        if guide not in GUIDES:
            return
        del self._way[self._at + 1:]
        self._way = [*self._way, (guide, anchor)][-_LONGEST_WAY:]
        self._at = len(self._way) - 1
        self._show()

    def place(self) -> tuple[str, str]:
        """Guide and anchor that are open."""
        return self._way[self._at] if self._way else ("", "")

    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, next) or super().focusNextPrevChild(next)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            redress(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        self._memory.setValue(_PLACE, self.saveGeometry())
        self._memory.setValue(_SPLIT, self._splitter.saveState())
        self._memory.setValue(_SIZE, self.reader.step)
        self.closed.emit()
        super().closeEvent(event)

    # Building

    def _build(self) -> None:
        self.back = icon_button("chevron-left", self.tr("Back (Alt+Left)"), lambda: self._step(-1))
        self.forward = icon_button("chevron-right", self.tr("Forward (Alt+Right)"), lambda: self._step(1))
        self.search = SearchField(self.tr("Search the guide (accents may be left out)…"))
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(lambda: self._next(1))
        self.count = label("", "soft")
        smaller = icon_button("zoom-out", self.tr("Smaller letters (Ctrl+−)"), lambda: self.reader.zoom(-1))
        larger = icon_button("zoom-in", self.tr("Larger letters (Ctrl+plus)"), lambda: self.reader.zoom(1))
        keys = button(self.tr("Keys"), "keyboard", self._show_keys)
        card = button(self.tr("Card for the wall…"), "file-down", self._show_card)
        printing = button(self.tr("Print…"), "printer", self._print)
        top = row(self.back, self.forward, self.search, self.count, smaller, larger, keys, card, printing, spacing=8)
        top.setStretch(2, 1)
        self.contents = QTreeWidget()
        self.contents.setHeaderHidden(True)
        self.contents.setRootIsDecorated(True)
        self.contents.setIndentation(14)
        self.contents.setWordWrap(True)
        self.contents.setAccessibleName(self.tr("Contents"))
        self.contents.setMinimumWidth(220)
        self.contents.itemClicked.connect(lambda item, _: self._choose(item))
        self.contents.itemActivated.connect(lambda item, _: self._choose(item))
        self._items: dict[tuple[str, str], QTreeWidgetItem] = {}
        self._texts: dict[tuple[str, str], str] = {}
        for guide in GUIDES:
            self._list(guide)
        self._splitter = QSplitter(Qt.Orientation.Horizontal)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setHandleWidth(10)
        self._splitter.addWidget(self.contents)
        self._splitter.addWidget(self.reader)
        self._splitter.setStretchFactor(1, 1)
        self._splitter.setSizes([300, 740])
        box = QVBoxLayout(self)
        box.setContentsMargins(14, 12, 14, 14)
        box.setSpacing(10)
        box.addLayout(top)
        box.addWidget(self._splitter, 1)

    def _list(self, guide: str) -> None:
        """The headings of one guide, each below its chapter."""
        text = guide_text(guide)
        found = parts(text)
        words = {OPERATOR: self.tr("For the officer at the station"), OFFICE: self.tr("For the office above")}[guide]
        top = self._entry(None, guide, "", words)
        top.setExpanded(guide == OPERATOR)
        above = {1: top}
        lines = [fold(line) for line in text.splitlines()]
        for number, part in enumerate(found):
            end = found[number + 1].line if number + 1 < len(found) else len(lines)
            self._texts[guide, part.anchor] = " ".join(lines[part.line:end])
            if part.level > 1:
                above = {level: item for level, item in above.items() if level < part.level}
                above[part.level] = self._entry(above[max(above)], guide, part.anchor, part.title)

    def _entry(self, parent: QTreeWidgetItem | None, guide: str, anchor: str, words: str) -> QTreeWidgetItem:
        item = QTreeWidgetItem([words])
        item.setData(0, _WHERE, (guide, anchor))
        item.setToolTip(0, words)
        item.setSizeHint(0, QSize(0, _ROW))
        if parent is None:
            self.contents.addTopLevelItem(item)
        else:
            parent.addChild(item)
        font = item.font(0)
        font.setBold(parent is None)
        item.setFont(0, font)
        self._items[guide, anchor] = item
        return item

    def _keys(self) -> None:
        keys: dict[str, Callable[[], object]] = {
            **Sheet.everywhere, "Ctrl+F": self._focus_search, "Alt+Left": lambda: self._step(-1),
            "Alt+Right": lambda: self._step(1), "Ctrl++": lambda: self.reader.zoom(1),
            "Ctrl+=": lambda: self.reader.zoom(1), "Ctrl+-": lambda: self.reader.zoom(-1),
            "Ctrl+0": lambda: self.reader.zoom(0), "F3": lambda: self._next(1), "Shift+F3": lambda: self._next(-1),
            "Ctrl+P": self._print, "Ctrl+F1": self._show_keys, "Esc": self.close}
        for key, act in keys.items():
            QShortcut(QKeySequence(key), self).activated.connect(act)

    # Showing

    def _show(self) -> None:
        guide, anchor = self.place()
        other = guide != self.reader.guide
        self.reader.open(guide, anchor)
        if other and self.search.text():
            self._mark_words(self.search.text())
        item = self._items.get((guide, anchor))
        if item is not None:
            self.contents.setCurrentItem(item)
            self.contents.scrollToItem(item)
        self.back.setEnabled(self._at > 0)
        self.forward.setEnabled(self._at < len(self._way) - 1)

    def _step(self, by: int) -> None:
        if 0 <= self._at + by < len(self._way):
            self._at += by
            self._show()

    def _choose(self, item: QTreeWidgetItem) -> None:
        where = item.data(0, _WHERE)
        if tuple(where) != self.place():
            self.go(*where)
        else:
            self.reader.open(*where)

    def _search(self, words: str) -> None:
        """Only parts that hold the words stay in the contents."""
        wanted = fold(nfc(words)).strip()
        for where, item in self._items.items():
            item.setHidden(bool(wanted) and wanted not in self._texts.get(where, ""))
        for where, item in self._items.items():
            if wanted and not item.isHidden() and where in self._texts:
                _unhide(item)
        self._mark_words(words)
        if wanted:
            self.reader.go_to_mark(self._mark)

    def _mark_words(self, words: str) -> None:
        self.reader.forget_marks()
        found = self.reader.mark(words)
        self._mark = self.reader.best_mark()
        here = self.tr("{count} found here").format(count=found)
        self.count.setText(here if len(words.strip()) > 1 else "")

    def _next(self, by: int) -> None:
        if self.reader.extraSelections():
            self._mark += by
            self.reader.go_to_mark(self._mark)

    def _focus_search(self) -> None:
        self.search.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.search.selectAll()

    def _show_keys(self) -> None:
        show_keys(self, "", self._shell.app.settings.office.role)

    def _show_card(self) -> None:
        # What makes the paper is loaded by whoever wants it.
        from broadcaster.gui.help.card import show_card
        show_card(self, self._shell)

    def _show_picture(self, name: str) -> None:
        sheet = Sheet(self, self.tr("Picture"))
        picture = QLabel()
        whole = QPixmap(str(guide_path(self.reader.guide).parent / name))
        room = self.screen().availableGeometry().size() * 0.9
        shown = whole.scaled(whole.size().boundedTo(room), Qt.AspectRatioMode.KeepAspectRatio,
                             Qt.TransformationMode.SmoothTransformation)
        picture.setPixmap(shown)
        picture.setAccessibleName(self.tr("Picture"))
        sheet.body.setContentsMargins(8, 8, 8, 8)
        sheet.body.addWidget(picture)
        sheet.exec()
        sheet.deleteLater()

    def _print(self) -> None:
        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        printer.setDocName(self.windowTitle())
        if QPrintDialog(printer, self).exec():
            on_paper(*self.place()).print_(printer)


def _unhide(item: QTreeWidgetItem) -> None:
    """What is found is seen: its chapter opens."""
    above = item.parent()
    while above is not None:
        above.setHidden(False)
        above.setExpanded(True)
        above = above.parent()
