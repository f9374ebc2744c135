"""Editors for the fields of a letter: one small widget per kind of value, all with the same two signals."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QVBoxLayout, QWidget

from broadcaster.directives.model import Field
from broadcaster.gui.directives.model import Spec, choices, field_words, iso_day, unsure
from broadcaster.gui.directives.words import day_words
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button
from broadcaster.gui.widgets.form import calm_wheel, choice, text_field
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.times import DateField

_LINE = 24


class TextBox(QPlainTextEdit):
    """Some lines of text, as high as its text needs; Tab leaves it."""

    edited = Signal()

    def __init__(self, least_lines: int = 1) -> None:
        super().__init__()
        self._least = least_lines
        self.setTabChangesFocus(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(lambda _: self._fit())
        self._fit()

    def focusOutEvent(self, event: Any) -> None:
        super().focusOutEvent(event)
        self.edited.emit()

    def resizeEvent(self, event: Any) -> None:
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        # A plain text document measures its height in lines.
        lines = max(self._least, min(6, round(self.document().size().height())))
        self.setFixedHeight(lines * _LINE + 22)


class OptionalDate(QWidget):
    """A date, or none: a button sets it, a cross takes it away."""

    edited = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._value = ""
        self._today = today
        self.field = DateField(today)
        self.clear_button = icon_button("x", self.tr("Take the date away"), lambda: self._set_by_hand(""))
        self.set_button = button(self.tr("Set a date"), "calendar-plus",
                                 lambda: self._set_by_hand(self._today.isoformat()))
        self.words = label("", "soft")
        box = row(self.field, self.clear_button, self.words, self.set_button, None, spacing=8)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self.field.editingFinished.connect(self._changed)
        self.field.calendarWidget().clicked.connect(lambda _: self._changed())
        self.show_value("")

    def setAccessibleName(self, name: str) -> None:
        super().setAccessibleName(name)
        self.field.setAccessibleName(name)
        self.set_button.setAccessibleName(f"{name}: {self.set_button.text()}")
        self.clear_button.setAccessibleName(f"{name}: {self.clear_button.toolTip()}")

    def value(self) -> str | None:
        return self._value or None

    def show_value(self, text: str) -> None:
        """An ISO day; a month or a year alone is shown in words until a whole date is set."""
        self._value = text
        day = iso_day(text)
        if day is not None:
            self.field.blockSignals(True)
            self.field.set_value(day)
            self.field.blockSignals(False)
        for part in (self.field, self.clear_button):
            part.setVisible(day is not None)
        self.words.setText(day_words(text) if text else self.tr("not given"))
        self.words.setVisible(day is None)
        self.set_button.setVisible(day is None)

    def _changed(self) -> None:
        if not self.field.isHidden() and self.field.value().isoformat() != self._value:
            self._value = self.field.value().isoformat()
            self.edited.emit()

    def _set_by_hand(self, text: str) -> None:
        self.show_value(text)
        (self.field if text else self.set_button).setFocus()
        self.edited.emit()


class FieldRow(QWidget):
    """Name, editor and, where the reading is doubtful, an amber "look here"."""

    edited = Signal(str, object)
    """name, new value: the person has finished with it and it differs."""
    entered = Signal(str)
    confirmed = Signal(str)
    """The person has looked, and what was read is right."""

    def __init__(self, spec: Spec, today: date) -> None:
        super().__init__()
        self.spec = spec
        self._shown: Any = None
        self.editor = self._make(today)
        name = field_words(spec.name)
        self.editor.setAccessibleName(name)
        self.badge = Badge("", "wait")
        self.right_button = flat_button(self.tr("It is right"), "check", lambda: self.confirmed.emit(spec.name))
        self.right_button.setAccessibleName(self.tr("{field}: it is right").format(field=name))
        self.right_button.hide()
        box = QVBoxLayout(self)
        box.setContentsMargins(6, 2, 6, 4)
        box.setSpacing(3)
        box.addLayout(row(label(name, "soft"), self.badge, None, self.right_button, spacing=10))
        box.addWidget(self.editor)
        for part in (self.editor, *self.editor.findChildren(QWidget)):
            part.installEventFilter(self)

    def show_field(self, field: Field | None, *, fresh: bool = True) -> None:
        """Fill the editor without announcing it; unless `fresh`, one that shows this value already is left alone,
        for somebody may be typing in it."""
        value = field.value if field else None
        if fresh or value != self._shown:
            self._put(value)
        self._shown = value
        doubtful = unsure(field)
        self.badge.show_state(self.tr("please check") if doubtful else "", "wait")
        self.right_button.setVisible(doubtful)
        self.setObjectName("unsure" if doubtful else "plain")
        self.setStyleSheet(f"#unsure {{ border-left: 3px solid {colors.wait_mark}; }}" if doubtful else "")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground, doubtful)

    def value(self) -> Any:
        """What the editor says now."""
        editor = self.editor
        if isinstance(editor, OptionalDate):
            return editor.value()
        if isinstance(editor, TextBox):
            lines = [" ".join(line.split()) for line in editor.toPlainText().splitlines() if line.strip()]
            return lines if self.spec.kind == "list" else " ".join(lines) or None
        if isinstance(editor, QComboBox):
            return editor.currentData() or None
        if isinstance(editor, QCheckBox):
            return editor.isChecked()
        if isinstance(editor, QSpinBox):
            return editor.value() or None
        return " ".join(editor.text().split()) or None if isinstance(editor, QLineEdit) else None

    def commit(self) -> None:
        """Announce the value if it differs from what was shown."""
        value = self.value()
        before = self._shown if self._shown is not None else [] if self.spec.kind == "list" else None
        if value != before and not (before is None and value is False):
            self._shown = value
            self.edited.emit(self.spec.name, value)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.spec.name)
        return False

    def _make(self, today: date) -> QWidget:
        kind = self.spec.kind
        if kind == "date":
            dates = OptionalDate(today)
            dates.edited.connect(self.commit)
            return dates
        if kind in {"long", "list"}:
            box = TextBox()
            if kind == "list":
                box.setPlaceholderText(self.tr("one on each line"))
            box.edited.connect(self.commit)
            return box
        if kind == "choice":
            combo = choice(choices(self.spec.name))
            combo.activated.connect(lambda _: self.commit())
            return combo
        if kind == "yes":
            tick = QCheckBox(self.tr("The office asks for a report"))
            tick.clicked.connect(lambda _: self.commit())
            return tick
        return self._make_line(kind)

    def _make_line(self, kind: str) -> QWidget:
        if kind == "count":
            spin = QSpinBox()
            spin.setRange(0, 999)
            spin.setSpecialValueText(self.tr("not given"))
            calm_wheel(spin)
            spin.editingFinished.connect(self.commit)
            return spin
        line = text_field(limit=1000)
        line.editingFinished.connect(self.commit)
        return line

    def _put(self, value: Any) -> None:
        editor = self.editor
        if isinstance(editor, OptionalDate):
            editor.show_value(str(value or ""))
        elif isinstance(editor, TextBox):
            text = "\n".join(map(str, value or ())) if self.spec.kind == "list" else str(value or "")
            if editor.toPlainText() != text:
                editor.setPlainText(text)
        elif isinstance(editor, QComboBox):
            editor.setCurrentIndex(max(0, editor.findData(str(value or ""))))
        elif isinstance(editor, QCheckBox):
            editor.setChecked(bool(value))
        elif isinstance(editor, QSpinBox):
            editor.setValue(int(value or 0))
        elif isinstance(editor, QLineEdit):
            editor.setText(str(value or ""))
            editor.setCursorPosition(0)
