"""What the library says about an item, each field saved as soon as it is left."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from broadcaster.gui.library.model import CartRow
from broadcaster.gui.library.optional_date import USUAL_DAYS, OptionalDate
from broadcaster.gui.library.vocabulary import Options, Vocabulary, without_words
from broadcaster.gui.widgets.buttons import button, icon_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import row
from broadcaster.library.model import Cart
from broadcaster.wiring import App

_NAMES = 96


class FieldsCard(QWidget):
    """`edited(cart_id, name, value)` when a person changed a field."""

    edited = Signal(str, str, object)
    directive_asked = Signal()
    directive_opened = Signal()

    def __init__(self, app: App) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app = app
        self._cart: Cart | None = None
        self._vocabulary = Vocabulary()
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._form = Form(label_width=_NAMES)
        self._box.addWidget(self._form)
        self._lines: dict[str, LineField] = {}
        self._choices: dict[str, QComboBox] = {}
        self._ticks: dict[str, TickRow] = {}
        self._dates: dict[str, OptionalDate] = {}
        self._build()

    def use_words(self, vocabulary: Vocabulary) -> None:
        """Categories, languages and zones as the station has them now."""
        if vocabulary == self._vocabulary:
            return
        self._vocabulary = vocabulary
        for name, box in self._choices.items():
            _fill(box, vocabulary.of(name), without_words(name) if name in {"category", "rights"} else None)
        for name, ticks in self._ticks.items():
            ticks.offer(vocabulary.of("zone" if name == "zones" else "daypart"))
            self._form.set_row_visible(ticks, bool(ticks.chips))

    def show_cart(self, shown: CartRow) -> None:
        """A field in which somebody is typing right now keeps what is being typed."""
        before, cart = self._cart, shown.cart
        same = before is not None and before.id == cart.id
        self._cart = cart
        for name, line in self._lines.items():
            if not (same and line.busy):
                line.show_text(str(getattr(cart, name)))
        if not (same and self.note.busy):
            self.note.show_text(cart.note)
        for name, box in self._choices.items():
            _choose(box, str(getattr(cart, name)), self._vocabulary.words(name, str(getattr(cart, name))))
        for name, ticks in self._ticks.items():
            ticks.show_values(getattr(cart, name))
        for name, day in self._dates.items():
            day.show_value(getattr(cart, name))
        self._show_letter(shown)
        self._lock(bool(cart.bulletin_id))
        category = self._choices["category"]
        category.setToolTip(self._vocabulary.hints.get(cart.category, ""))

    def focus_title(self) -> None:
        """F2, Enter."""
        self.title.setFocus()
        self.title.selectAll()

    def _build(self) -> None:
        self.title = self._line("title", self.tr("Title"))
        self.kind = self._choice("kind", self.tr("Kind"))
        self.category = self._choice("category", self.tr("Category"))
        self._letter_row()
        self._date("valid_from", self.tr("May air from"), self.tr("From now on"))
        self._date("valid_until", self.tr("May air until"), self.tr("No end"))
        self._tick("dayparts", self.tr("Time of day"), self.tr("None chosen: any time of day."))
        self._tick("zones", self.tr("Zones"), self.tr("None chosen: all zones."))
        self._choice("rights", self.tr("Rights"))
        self._line("source_note", self.tr("Source"), self.tr("who made it, where it comes from"))
        self._line("artist", self.tr("Artist"))
        self._choice("origin", self.tr("Origin"))
        self._choice("language", self.tr("Language"))
        self.note = NoteField()
        self.note.left.connect(partial(self._tell, "note", self.note.text))
        self._form.add(self.tr("Note"), self.note, top=True)

    def _line(self, name: str, words: str, hint: str = "") -> LineField:
        field = LineField(hint)
        field.left.connect(partial(self._tell, name, field.text))
        self._lines[name] = field
        self._form.add(words, field)
        return field

    def _choice(self, name: str, words: str) -> QComboBox:
        box = choice([])
        box.activated.connect(lambda _: self._tell(name, lambda: str(box.currentData())))
        self._choices[name] = box
        self._form.add(words, box)
        return box

    def _date(self, name: str, words: str, open_words: str) -> None:
        field = OptionalDate(lambda: self._app.clock.now().date(), open_words,
                             USUAL_DAYS if name == "valid_until" else 0)
        field.changed.connect(partial(self._tell, name, field.value))
        self._dates[name] = field
        self._form.add(words, field)

    def _tick(self, name: str, words: str, note: str) -> None:
        ticks = TickRow()
        ticks.changed.connect(partial(self._tell, name, ticks.values))
        self._ticks[name] = ticks
        self._form.add(words, ticks, note, top=True)
        self._form.set_row_visible(ticks, False)

    def _letter_row(self) -> None:
        self.letter = button("", "", self.directive_opened.emit)
        self.choose_letter = icon_button("pencil", self.tr("Choose the letter"), self.directive_asked.emit)
        place = QWidget()
        place.setObjectName("plain")
        line = row(self.letter, self.choose_letter, spacing=4)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 1)
        place.setLayout(line)
        place.setFocusProxy(self.letter)
        self._form.add(self.tr("Directive"), place)

    def _show_letter(self, shown: CartRow) -> None:
        known = bool(shown.cart.directive_id)
        self.letter.setText((shown.number or self.tr("Open the letter")) if known else self.tr("None"))
        self.letter.setEnabled(known)
        self.letter.setToolTip(self.tr("Open the letter") if known else "")
        self.letter.setAccessibleName(self.tr("Directive: {number}").format(number=self.letter.text()))

    def _lock(self, from_bulletin: bool) -> None:
        why = self.tr("Belongs to the bulletin and is changed there.") if from_bulletin else ""
        for part in (self._choices["kind"], self._choices["language"], self._choices["origin"], self.choose_letter):
            part.setEnabled(not from_bulletin)
            if part is not self.choose_letter:
                part.setToolTip(why)

    def _tell(self, name: str, value: Callable[[], object]) -> None:
        if self._cart is not None and value() != getattr(self._cart, name):
            self.edited.emit(self._cart.id, name, value())


class LineField(QLineEdit):
    """`left` when somebody typed and went on; Ctrl+Z is the page's once nothing typed is left to undo."""

    left = Signal()

    def __init__(self, hint: str = "") -> None:
        super().__init__()
        self.setMaxLength(300)
        self.setPlaceholderText(hint)
        self.setMinimumWidth(80)
        self._shown = ""
        self.editingFinished.connect(self._left)

    @property
    def busy(self) -> bool:
        """Somebody is typing in it."""
        return self.hasFocus() and self.text() != self._shown

    def show_text(self, text: str) -> None:
        self._shown = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent) \
                and event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
            return False
        return super().event(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Cancel) and self.text() != self._shown:
            self.setText(self._shown)
            return
        super().keyPressEvent(event)

    def _left(self) -> None:
        if self.text() != self._shown:
            self._shown = self.text()  # Enter and then leaving the field would tell it twice
            self.left.emit()


class NoteField(QPlainTextEdit):
    """A few lines; `left` when the focus goes elsewhere."""

    left = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setTabChangesFocus(True)
        self.setFixedHeight(76)
        self._shown = ""

    def text(self) -> str:
        return self.toPlainText()

    @property
    def busy(self) -> bool:
        """Somebody is typing in it."""
        return self.hasFocus() and self.text() != self._shown

    def show_text(self, text: str) -> None:
        self._shown = text
        if self.text() != text:
            self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if self.text() != self._shown:
            self._shown = self.text()
            self.left.emit()


class TickRow(QWidget):
    """Chips, any of which may be on; none means no limit."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._flow = FlowLayout(self, 6)
        self.chips: dict[str, QPushButton] = {}
        self._unknown: tuple[str, ...] = ()

    def offer(self, options: Options) -> None:
        """What can be ticked."""
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self.chips = {}
        for value, words in options:
            self.chips[value] = chip(words)
            self.chips[value].clicked.connect(lambda _: self.changed.emit())
            self._flow.addWidget(self.chips[value])

    def values(self) -> tuple[str, ...]:
        """Those that are on, and any a chip is no longer known for: they are not lost by ticking another."""
        return (*(value for value, part in self.chips.items() if part.isChecked()), *self._unknown)

    def show_values(self, values: tuple[str, ...]) -> None:
        self._unknown = tuple(value for value in values if value not in self.chips)
        for value, part in self.chips.items():
            part.setChecked(value in values)


def _fill(box: QComboBox, options: Options, without: str | None) -> None:
    box.clear()
    if without is not None:
        box.addItem(without, "")
    for value, words in options:
        box.addItem(words, value)


def _choose(box: QComboBox, value: str, words: str) -> None:
    """A value no list knows any more is added, so that looking at an item never changes it."""
    if box.findData(value) < 0:
        box.addItem(words or value, value)
    box.setCurrentIndex(box.findData(value))
