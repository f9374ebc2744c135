"""The settings' part for this computer's window: its theme, shown as small pictures, and its size. Not station data."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QCursor, QFontMetrics, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QSizePolicy, QWidget

from broadcaster.gui.appearance import SCALES, THEMES, remember, scale_of, theme_of
from broadcaster.gui.icons import pixmap
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors, sizes, space, text_font
from broadcaster.gui.theme_sets import SETS
from broadcaster.gui.theme_tokens import Colors
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import Card, label, row, show_if

_TILE = QSize(112, 104)
_PICTURE = 72


class AppearanceCard(Card):
    """A theme shows at once; a size when the window is opened next."""

    def __init__(self, shell: Shell) -> None:
        super().__init__(self.tr("Appearance"))
        self._shell = shell
        self._group = QButtonGroup(self)
        self.tiles: dict[str, ThemeTile] = {}
        words = theme_words()
        pictures = QWidget()
        pictures.setObjectName("plain")
        tiles = FlowLayout(pictures, space.small)
        for theme in THEMES:
            self.tiles[theme] = tile = ThemeTile(theme, words[theme])
            tile.clicked.connect(lambda _=False, theme=theme: self._choose(theme))
            self._group.addButton(tile)
            tiles.addWidget(tile)
        self.tiles[theme_of(shell.memory)].setChecked(True)
        self.form = Form(label_width=168)
        self.scale = choice([(str(percent), f"{percent} %") for percent in SCALES], str(scale_of(shell.memory)))
        self._open_scale = scale_of(shell.memory)
        self.scale.activated.connect(lambda _: self._resize())
        self.form.add(self.tr("Size of everything"), self.scale)
        self.later = label(self.tr("The new size shows when the window is opened next. The broadcast goes "
                                   "on meanwhile."), "soft", wrap=True)
        self.again = button(self.tr("Open the window anew"), "refresh-cw", shell.reopen)
        self.add(pictures, self.form, self.later, row(self.again, None),
                 label(self.tr("For this computer only; saved at once."), "faint", wrap=True))
        for part in (self.later, self.again):
            show_if(part, False)

    def _choose(self, theme: str) -> None:
        shell = self._shell
        if not shell.dress(theme):
            self.tiles[theme_of(shell.memory)].setChecked(True)

    def _resize(self) -> None:
        wanted = int(self.scale.currentData())
        remember(self._shell.memory, scale=wanted)
        for part in (self.later, self.again):
            show_if(part, wanted != self._open_scale)


def theme_words() -> dict[str, str]:
    """What each theme is called."""
    translate = QCoreApplication.translate
    return {"system": translate("AppearanceCard", "As the computer"), "light": translate("AppearanceCard", "Light"),
            "dark": translate("AppearanceCard", "Dark"), "contrast": translate("AppearanceCard", "High contrast")}


class ThemeTile(QAbstractButton):
    """A small window in the colours of one theme; the computer's own choice half light, half dark."""

    def __init__(self, theme: str, words: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(words)
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        words = QFontMetrics(text_font(sizes.small)).horizontalAdvance(self.text())
        return QSize(max(_TILE.width(), words + space.hair), _TILE.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, 1.5, self.width() - 3, _PICTURE)
        names = ("light", "dark") if self._theme == "system" else (self._theme,)
        for number, name in enumerate(names):
            painter.save()
            part = QRectF(box.left() + number * box.width() / len(names), box.top(), box.width() / len(names),
                          box.height())
            painter.setClipRect(part)
            _paint_window(painter, box, SETS[name])
            painter.restore()
        chosen = self.isChecked()
        pen = QColor(colors.focus if chosen or self.hasFocus() else colors.field_line)
        painter.setPen(QPen(pen, 3 if chosen else 2 if self.hasFocus() else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 8, 8)
        if chosen:
            self._paint_mark(painter, box)
        painter.setFont(text_font(sizes.small))
        painter.setPen(QColor(colors.ink if self.isEnabled() else colors.off_ink))
        words = QRectF(0, _PICTURE + 6, self.width(), self.height() - _PICTURE - 6)
        painter.drawText(words, Qt.AlignmentFlag.AlignCenter, self.text())
        painter.end()

    def _paint_mark(self, painter: QPainter, box: QRectF) -> None:
        """A tick too: the thicker border alone says little."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.accent_fill))
        painter.drawEllipse(QRectF(box.right() - 26, box.bottom() - 26, 20, 20))
        painter.drawPixmap(int(box.right()) - 22, int(box.bottom()) - 22, pixmap("check", 12, colors.on_accent))


def _paint_window(painter: QPainter, box: QRectF, look: Colors) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(box, 8, 8)
    painter.setClipPath(shape, Qt.ClipOperation.IntersectClip)
    painter.fillRect(box, QColor(look.ground))
    painter.fillRect(QRectF(box.left(), box.top(), 26, box.height()), QColor(look.side))
    painter.fillRect(QRectF(box.left() + 4, box.top() + 10, 18, 7), QColor(look.accent_fill))
    for line in range(3):
        painter.fillRect(QRectF(box.left() + 5, box.top() + 24 + line * 11, 13, 3), QColor(look.side_text))
    card = QRectF(box.left() + 33, box.top() + 9, box.width() - 41, box.height() - 18)
    painter.setPen(QPen(QColor(look.line), 1))
    painter.setBrush(QColor(look.card))
    painter.drawRoundedRect(card, 3, 3)
    for top, width, color in ((8, 0.62, look.ink), (17, 0.8, look.soft), (24, 0.5, look.soft)):
        painter.fillRect(QRectF(card.left() + 7, card.top() + top, (card.width() - 14) * width, 3), QColor(color))
    painter.fillRect(QRectF(card.left() + 7, card.bottom() - 16, 26, 9), QColor(look.accent_fill))
    painter.fillRect(QRectF(card.left() + 38, card.bottom() - 16, 18, 9), QColor(look.danger_fill))
