"""One word of the text: how it is read, how else it could be, and for whom that shall hold."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QRadioButton,
    QWidget,
)

from broadcaster.gui.icons import pixmap
from broadcaster.gui.readings.model import LEXICON, Spot, choices, kind_words
from broadcaster.gui.theme import TONES
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button, primary_button
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row

_WIDTH = 400
_MOST_CHOICES = 5
_LONGEST = 300


class ReadingPopup(QFrame):
    """Lies over the page below the word. It takes the keyboard only when asked: who types goes on typing."""

    here_chosen = Signal(object, str)
    """Spot, words: in this text only."""
    station_chosen = Signal(object, str)
    """Spot, words: from now on in every text."""
    forget_chosen = Signal(object)
    """Spot: its word leaves the lexicon."""
    listen_asked = Signal(str)
    closed = Signal(bool)
    """True: the keyboard was in here."""

    def __init__(self, page: QWidget) -> None:
        super().__init__(page)
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH)
        self.setAccessibleName(self.tr("Choose a reading"))
        self.spot: Spot | None = None
        self._page = page
        self._radios: list[QRadioButton] = []
        self._group = QButtonGroup(self)
        shadow = QGraphicsDropShadowEffect(self)
        shadow.setBlurRadius(24)
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)
        self._build()
        self.hide()

    def show_spot(self, spot: Spot, under: QRect, *, locked: bool) -> None:
        """`under`: the word's place, as the page counts. `locked`: the text cannot be changed."""
        self.spot = spot
        item = spot.heard
        self.written.set_text(item.written)
        self.kind.setText(kind_words(item.kind))
        self.risky.setVisible(item.risky)
        self._offer(choices(item)[:_MOST_CHOICES])
        self.own.clear()
        self.here.setEnabled(not locked)
        self.forget.setVisible(item.kind == LEXICON)
        self.note.setText(self._note(item.written, locked))
        self.setAccessibleDescription(self.tr("“{written}” is read as “{spoken}”").format(
            written=item.written, spoken=item.spoken))
        self._place(under)
        self.show()
        self.raise_()

    def take_keyboard(self) -> None:
        """From here on the arrow keys choose."""
        checked = self._group.checkedButton() or self.own
        checked.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def words(self) -> str:
        """What is chosen; empty while an own reading is not written."""
        if self._own_radio.isChecked():
            return self.own.text().strip()
        checked = self._group.checkedButton()
        return str(checked.property("words")) if checked else ""

    def close_up(self) -> None:
        """Away, by Esc, by the button, or because something else is done."""
        if self.isVisible():
            held = self.holds_focus()
            self.spot = None
            self.hide()
            self.closed.emit(held)

    def holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self or self.isAncestorOf(focus))

    def event(self, event: QEvent) -> bool:
        """Esc is the window's key; while this has the keyboard it is meant for this."""
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) \
                and event.key() == Qt.Key.Key_Escape:
            event.accept()
            return True
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.close_up()
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            everywhere = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            (self._station if everywhere or not self.here.isEnabled() else self._here)()
        else:
            super().keyPressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Who goes to the field for an own reading has chosen it."""
        if watched is self.own and event.type() == QEvent.Type.FocusIn:
            self._own_radio.setChecked(True)
        return super().eventFilter(watched, event)

    def _build(self) -> None:
        self.written = ElidedLabel("", "strong")
        self.kind = label("", "faint")
        self.close_button = icon_button("x", self.tr("Close (Esc)"), self.close_up)
        head = row(self.written, self.kind, self.close_button, spacing=8)
        head.setStretch(0, 1)
        warning = QLabel()
        warning.setPixmap(pixmap("triangle-alert", 16, TONES["wait"][1]))
        self.risky = QWidget()
        line = row(warning, label(self.tr("The voice may read this wrongly."), "soft"), None, spacing=6)
        line.setContentsMargins(0, 0, 0, 0)
        self.risky.setLayout(line)
        self._choices = column(spacing=2)
        self._own_radio = QRadioButton(self.tr("Another reading:"))
        self._own_radio.setAccessibleName(self._own_radio.text())
        self.own = text_field("", self.tr("write it as it is spoken"), _LONGEST)
        self.own.setAccessibleName(self.tr("Your own reading"))
        self.own.installEventFilter(self)
        self.own.textChanged.connect(lambda _: self._ready())
        self._group.addButton(self._own_radio)
        self._group.buttonToggled.connect(lambda *_: self._ready())
        self.note = label("", "faint", wrap=True)
        box = column(head, self.risky, self._choices, self._own_radio, self.own, spacing=8)
        box.addLayout(self._buttons())
        box.addLayout(row(None, self.forget))
        box.addWidget(self.note)
        box.setContentsMargins(16, 12, 12, 12)
        self.setLayout(box)

    def _buttons(self) -> QHBoxLayout:
        self.listen = icon_button("headphones", self.tr("Listen"), lambda: self.listen_asked.emit(self.words()))
        self.forget = flat_button(self.tr("Take out of the lexicon"), "", self._forget)
        self.here = button(self.tr("Only here"), "", self._here)
        self.here.setToolTip(self.tr("Writes the spoken words into this text (Enter)"))
        self.station = primary_button(self.tr("For the whole station"), "", self._station)
        self.station.setToolTip(self.tr("Writes them into the station's lexicon (Ctrl+Enter)"))
        line = row(self.listen, None, self.here, self.station, spacing=8)
        line.setContentsMargins(0, 4, 0, 0)
        return line

    def _offer(self, wanted: list[str]) -> None:
        for radio in self._radios:
            self._group.removeButton(radio)
            self._choices.removeWidget(radio)
            radio.hide()
            radio.deleteLater()
        self._radios = [self._radio(words) for words in wanted]
        first = self._radios[0] if self._radios else self._own_radio
        first.setChecked(True)

    def _radio(self, words: str) -> QRadioButton:
        result = QRadioButton(self)
        shown = result.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, _WIDTH - 70)
        result.setText(shown.replace("&", "&&"))
        result.setToolTip(words if shown != words else "")
        result.setAccessibleName(words)
        result.setProperty("words", words)
        self._group.addButton(result)
        self._choices.addWidget(result)
        return result

    def _ready(self) -> None:
        some = bool(self.words())
        self.listen.setEnabled(some)
        self.station.setEnabled(some)

    def _note(self, written: str, locked: bool) -> str:
        if locked:
            return self.tr("This text is locked: the reading can only be taught to the whole station.")
        if not any(sign.isalpha() for sign in written):
            return self.tr("For the whole station: “{written}” is then read so in every text.").format(written=written)
        return self.tr("“Only here” changes the words of this text. “For the whole station” is remembered.")

    def _here(self) -> None:
        if self.spot is not None and self.words() and self.here.isEnabled():
            self.here_chosen.emit(self.spot, self.words())

    def _station(self) -> None:
        if self.spot is not None and self.words():
            self.station_chosen.emit(self.spot, self.words())

    def _forget(self) -> None:
        if self.spot is not None:
            self.forget_chosen.emit(self.spot)

    def _place(self, under: QRect) -> None:
        """Below the word, above it where there is no room below; always whole inside the page."""
        self.ensurePolished()
        layout = self.layout()
        if layout is not None:
            layout.activate()
        size = self.sizeHint()
        height = layout.heightForWidth(_WIDTH) if layout is not None and layout.hasHeightForWidth() else size.height()
        room = self._page.rect().adjusted(6, 6, -6, -6)
        left = min(max(room.left(), under.left() - 20), room.right() - _WIDTH)
        top = under.bottom() + 6
        if top + height > room.bottom():
            above = under.top() - height - 6
            top = above if above >= room.top() else max(room.top(), room.bottom() - height)
        self.resize(_WIDTH, height)
        self.move(QPoint(left, top))
