"""The page of the guide: text in the running theme, pictures as wide as there is room, words found without accents."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QEvent, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QColor, QImage, QImageReader, QResizeEvent, QTextCursor, QTextDocument, QWheelEvent
from PySide6.QtWidgets import QTextBrowser, QTextEdit, QWidget

from broadcaster.base.vietnamese import fold, nfc
from broadcaster.gui.help.book import guide_path, guide_text
from broadcaster.gui.help.markdown import Look, part_text, pictures, to_html
from broadcaster.gui.theme import colors, sizes, text_font

STEPS = (0.8, 0.9, 1.0, 1.15, 1.3, 1.5, 1.75, 2.0)
_WIDEST_PICTURE, _EDGE = 900, 56
_ARRANGE_MS = 120
_MOST_MARKS = 300
_ON_PAPER, _PAPER_LETTERS = 600, 14


class Reader(QTextBrowser):
    """`went(guide, anchor)` when a link leads somewhere; `picture_wanted(file)` when a picture was clicked."""

    went = Signal(str, str)
    picture_wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.document().setDocumentMargin(22)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)  # the width stays as it is
        self.anchorClicked.connect(self._follow)
        self.guide = ""
        self._step = STEPS.index(1.0)
        self._width = 0
        self._pictures: dict[tuple[str, int], QImage] = {}
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(_ARRANGE_MS)
        self._later.timeout.connect(self._arrange)

    # What is shown

    def open(self, guide: str, anchor: str = "") -> None:
        """A guide at one of its parts; the beginning without one. Raises Refused("install.incomplete")."""
        if guide != self.guide:
            self.guide = guide
            self._draw()
        if anchor:
            self.scrollToAnchor(anchor)
        else:
            self.verticalScrollBar().setValue(0)

    def zoom(self, by: int) -> None:
        """Larger (1), smaller (-1), as it was (0)."""
        self._step = STEPS.index(1.0) if by == 0 else min(max(self._step + by, 0), len(STEPS) - 1)
        self._redraw()

    @property
    def step(self) -> int:
        """How large, to be remembered."""
        return self._step

    def set_step(self, step: int) -> None:
        self._step = min(max(step, 0), len(STEPS) - 1)
        self._redraw()

    def mark(self, words: str) -> int:
        """Show where these words stand, accents or not; returns how often."""
        wanted = fold(nfc(words)).strip()
        found: list[QTextEdit.ExtraSelection] = []
        if len(wanted) > 1:
            text = _folded(self.document().toPlainText())
            at = text.find(wanted)
            while at >= 0 and len(found) < _MOST_MARKS:
                found.append(self._marked(at, len(wanted)))
                at = text.find(wanted, at + len(wanted))
        self.setExtraSelections(found)
        return len(found)

    def best_mark(self) -> int:
        """The first marked place in a heading, else the first one."""
        for number, marked in enumerate(self.extraSelections()):
            if marked.cursor.blockFormat().headingLevel():
                return number
        return 0

    def forget_marks(self) -> None:
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)
        self.setExtraSelections([])

    def go_to_mark(self, number: int) -> None:
        """Bring one of the marked places into sight."""
        marks = self.extraSelections()
        if marks:
            cursor = QTextCursor(marks[number % len(marks)].cursor)
            self.setTextCursor(cursor)
            self.ensureCursorVisible()
            box = self.cursorRect(cursor)
            self.verticalScrollBar().setValue(self.verticalScrollBar().value() + box.top() - self.height() // 3)

    # Qt

    def loadResource(self, kind: int, name: QUrl | str) -> Any:
        """Pictures in the size they are drawn in: Qt scales roughly."""
        if QTextDocument.ResourceType(kind) is not QTextDocument.ResourceType.ImageResource:
            return None
        return self._picture(name if isinstance(name, str) else name.toString())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._later.start()

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
            return
        super().wheelEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and self.guide:
            self._redraw()

    # The rest

    def _room(self) -> int:
        return max(240, min(_WIDEST_PICTURE, self.viewport().width() - _EDGE))

    def _arrange(self) -> None:
        if self.guide and self._room() != self._width:
            self._redraw()

    def _redraw(self) -> None:
        """The same place stays in sight."""
        if not self.guide:
            return
        place = self.cursorForPosition(self.viewport().rect().topLeft()).position()
        at_top = self.verticalScrollBar().value() == 0
        self._draw()
        if not at_top:
            block = self.document().findBlock(place)
            top = self.document().documentLayout().blockBoundingRect(block).top()
            self.verticalScrollBar().setValue(round(top))

    def _draw(self) -> None:
        self._width = self._room()
        self.setFont(text_font(round(sizes.body * STEPS[self._step])))
        self.document().setDefaultFont(self.font())
        look = Look(ink=colors.ink, soft=colors.soft, accent=colors.accent, line=colors.line, raised=colors.raised,
                    card=colors.card, picture_size=self._size)
        self.setHtml(to_html(guide_text(self.guide), look))

    def _size(self, name: str) -> tuple[int, int]:
        """As wide as the page, but never larger than it is; only its head is read."""
        whole = QImageReader(str(guide_path(self.guide).parent / name)).size()
        width = min(self._width, max(1, whole.width()))
        return width, round(width * whole.height() / max(1, whole.width()))

    def _picture(self, name: str) -> QImage:
        key = name, self._width
        if key not in self._pictures:
            whole = QImage(str(guide_path(self.guide).parent / name))
            ratio = self.devicePixelRatioF()
            if not whole.isNull():
                whole = whole.scaledToWidth(round(self._size(name)[0] * ratio),
                                            Qt.TransformationMode.SmoothTransformation)
                whole.setDevicePixelRatio(ratio)
            self._pictures[key] = whole
        return self._pictures[key]

    def _marked(self, at: int, length: int) -> QTextEdit.ExtraSelection:
        cursor = QTextCursor(self.document())
        cursor.setPosition(at)
        cursor.setPosition(at + length, QTextCursor.MoveMode.KeepAnchor)
        marked = QTextEdit.ExtraSelection()
        marked.cursor = cursor
        marked.format.setBackground(QColor(colors.accent_soft))
        marked.format.setForeground(QColor(colors.ink))
        return marked

    def _follow(self, link: QUrl) -> None:
        text = QUrl.fromPercentEncoding(link.toEncoded())
        if text.startswith("picture:"):
            self.picture_wanted.emit(text.removeprefix("picture:"))
            return
        guide, _, anchor = text.partition("#")
        self.went.emit(guide or self.guide, anchor)




def on_paper(guide: str, anchor: str) -> QTextDocument:
    """A part in the colours of paper, whatever theme is on; without an anchor the whole guide."""
    text, document = part_text(guide_text(guide), anchor), QTextDocument()
    sizes_of: dict[str, tuple[int, int]] = {}
    for name in pictures(text):
        image = QImage(str(guide_path(guide).parent / name))
        document.addResource(QTextDocument.ResourceType.ImageResource, QUrl(name), image)
        width = min(_ON_PAPER, max(1, image.width()))
        sizes_of[name] = width, round(width * image.height() / max(1, image.width()))
    paper = Look(ink=colors.paper_ink, soft=colors.paper_ink, accent=colors.paper_ink, line=colors.paper_line,
                 raised=colors.paper, card=colors.paper, picture_size=sizes_of.__getitem__)
    document.setDefaultFont(text_font(_PAPER_LETTERS))
    document.setHtml(to_html(text, paper))
    return document


def _folded(text: str) -> str:
    """Without accents and as long as before, so that places stay places."""
    return "".join(plain if len(plain := fold(letter)) == 1 else letter for letter in text)
