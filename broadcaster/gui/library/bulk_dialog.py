"""“Sửa 12 mục…”: one value for many items; a field that is not ticked stays as it is in each."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QWidget

from broadcaster.gui.i18n import number_text
from broadcaster.gui.library.fields_card import TickRow
from broadcaster.gui.library.optional_date import USUAL_DAYS, OptionalDate
from broadcaster.gui.library.vocabulary import Vocabulary, without_words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import choice, text_field
from broadcaster.gui.widgets.layout import label, scrolled
from broadcaster.wiring import App

_FRAME = 90
_LEAST = 160


class BulkDialog(Sheet):
    """Ends accepted with `values()`: names of fields and what they shall be in all items."""

    def __init__(self, parent: QWidget | None, app: App, count: int, vocabulary: Vocabulary) -> None:
        title = QCoreApplication.translate("BulkDialog", "Change {count} items").format(count=number_text(count))
        super().__init__(parent, title, 620)
        self._app = app
        self.ticks: dict[str, QCheckBox] = {}
        self.fields: dict[str, QWidget] = {}
        self._read: dict[str, Callable[[], object]] = {}
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr(
            "Tick what is to change. Everything else stays as it is in each item. Ctrl+Z takes all of it back."),
            "soft", wrap=True))
        place = QWidget()
        self._grid = QGridLayout(place)
        self._grid.setContentsMargins(0, 0, 8, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        self._build(vocabulary)
        area = scrolled(place)
        self.body.addWidget(area, 1)
        self.yes = primary_button(self.tr("Change"), "check", self.accept)
        self.yes.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.yes)
        others = self.sizeHint().height() - area.sizeHint().height()
        room = self.screen().availableGeometry().height() - _FRAME - others
        area.setMinimumHeight(max(_LEAST, min(place.sizeHint().height() + 24, room)))
        self._show_ready()

    def values(self) -> dict[str, object]:
        """Only what is ticked."""
        return {name: self._read[name]() for name, tick in self.ticks.items() if tick.isChecked()}

    def _build(self, vocabulary: Vocabulary) -> None:
        self._choice("kind", self.tr("Kind"), vocabulary)
        self._choice("category", self.tr("Category"), vocabulary)
        self._date("valid_from", self.tr("May air from"), self.tr("From now on"))
        self._date("valid_until", self.tr("May air until"), self.tr("No end"))
        self._chips("dayparts", self.tr("Time of day"), vocabulary, "daypart")
        self._chips("zones", self.tr("Zones"), vocabulary, "zone")
        self._choice("rights", self.tr("Rights"), vocabulary)
        self._text("source_note", self.tr("Source"))
        self._text("artist", self.tr("Artist"))
        self._choice("origin", self.tr("Origin"), vocabulary)
        self._choice("language", self.tr("Language"), vocabulary)
        self._text("note", self.tr("Note"))

    def _choice(self, name: str, words: str, vocabulary: Vocabulary) -> None:
        without = [("", without_words(name))] if name in {"category", "rights"} else []
        box: QComboBox = choice([*without, *vocabulary.of(name)])
        box.activated.connect(lambda _: self.ticks[name].setChecked(True))
        self._add(name, words, box, lambda: str(box.currentData()))

    def _text(self, name: str, words: str) -> None:
        field: QLineEdit = text_field()
        field.textEdited.connect(lambda _: self.ticks[name].setChecked(True))
        self._add(name, words, field, field.text)

    def _date(self, name: str, words: str, open_words: str) -> None:
        field = OptionalDate(lambda: self._app.clock.now().date(), open_words,
                             USUAL_DAYS if name == "valid_until" else 0)
        field.changed.connect(lambda: self.ticks[name].setChecked(True))
        self._add(name, words, field, field.value)

    def _chips(self, name: str, words: str, vocabulary: Vocabulary, options: str) -> None:
        if not vocabulary.of(options):
            return
        field = TickRow()
        field.offer(vocabulary.of(options))
        field.changed.connect(lambda: self.ticks[name].setChecked(True))
        self._add(name, words, field, field.values)

    def _add(self, name: str, words: str, field: QWidget, read: Callable[[], object]) -> None:
        tick = QCheckBox(words)
        tick.setAccessibleName(self.tr("Change: {field}").format(field=words))
        tick.toggled.connect(partial(self._ticked, name))
        field.setAccessibleName(words)
        field.setMinimumHeight(36)
        line = self._grid.rowCount()
        self._grid.addWidget(tick, line, 0)
        self._grid.addWidget(field, line, 1)
        self.ticks[name], self.fields[name], self._read[name] = tick, field, read

    def _ticked(self, name: str, on: bool) -> None:
        if on and not self.fields[name].hasFocus():
            self.fields[name].setFocus()
        self._show_ready()

    def _show_ready(self) -> None:
        self.yes.setEnabled(any(tick.isChecked() for tick in self.ticks.values()))
