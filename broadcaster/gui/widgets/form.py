"""A form: label, field, and a line under the field for what is wrong with it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QComboBox,
    QDoubleSpinBox,
    QGridLayout,
    QLabel,
    QLineEdit,
    QSpinBox,
    QStyle,
    QStyleOptionComboBox,
    QStylePainter,
    QWidget,
)

from broadcaster.gui.widgets.layout import label


class Form(QWidget):
    """Rows of label and field; `wrong(field, text)` marks one and says why, `clear()` takes all marks away."""

    def __init__(self, label_width: int = 190) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(14)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnMinimumWidth(0, label_width)
        self._grid.setColumnStretch(1, 1)
        self._notes: dict[QWidget, tuple[QLabel, str]] = {}
        self._names: dict[QWidget, QLabel] = {}

    def add(self, name: str, field: QWidget, note: str = "", *, top: bool = False) -> QWidget:
        """Add a row; `note` is a quiet explanation below the field. `top`: the name stands beside its first line."""
        line = self._grid.rowCount()
        name_label = label(name, "soft")
        name_label.setWordWrap(True)
        name_label.setBuddy(field)
        field.setAccessibleName(name)
        field.setMinimumHeight(36)
        note_label = label(note, "faint", wrap=True)
        if top:
            name_label.setContentsMargins(0, 8, 0, 0)
        self._grid.addWidget(name_label, line, 0, Qt.AlignmentFlag.AlignTop if top else Qt.AlignmentFlag.AlignVCenter)
        self._grid.addWidget(field, line, 1)
        self._grid.addWidget(note_label, line + 1, 1)
        # Only now: a label without a parent would flash up as a window of its own.
        note_label.setVisible(bool(note))
        self._grid.setRowMinimumHeight(line + 1, 6)
        self._notes[field] = (note_label, note)
        self._names[field] = name_label
        return field

    def set_row_visible(self, field: QWidget, shown: bool) -> None:
        """Show or hide a whole row."""
        for part in (field, self._names[field]):
            part.setVisible(shown)
        note, text = self._notes[field]
        note.setVisible(shown and bool(text))

    def wrong(self, field: QWidget, text: str) -> None:
        """Mark a field and say why, then put the cursor there."""
        self._mark(field, text, True)
        field.setFocus()

    def wrong_quietly(self, field: QWidget, text: str) -> None:
        """Mark a field while somebody is still typing elsewhere: the cursor stays where it is."""
        self._mark(field, text, True)

    def clear(self) -> None:
        for field, (_, note) in self._notes.items():
            self._mark(field, note, False)

    def complaints(self) -> list[str]:
        """The reasons now shown."""
        return [note.text() for note, _ in self._notes.values() if note.objectName() == "wrong"]

    def _mark(self, field: QWidget, text: str, wrong: bool) -> None:
        note, _ = self._notes[field]
        note.setText(text)
        note.setVisible(bool(text))
        note.setObjectName("wrong" if wrong else "faint")
        field.setProperty("wrong", "true" if wrong else "false")
        for widget in (note, field):
            widget.style().unpolish(widget)
            widget.style().polish(widget)


def text_field(text: str = "", hint: str = "", limit: int = 300) -> QLineEdit:
    """One line of text."""
    field = QLineEdit(text)
    field.setPlaceholderText(hint)
    field.setMaxLength(limit)
    return field


class Choice(QComboBox):
    """Words that are too long end in "…" and are whole in the tip; a styled combo box cuts them in mid-letter."""

    _tip = ""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        room = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self)
        whole = option.currentText
        shown = self.fontMetrics().elidedText(whole, Qt.TextElideMode.ElideRight, room.width() - 4)
        option.currentText = shown
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)
        if self.toolTip() == self._tip:  # a tip somebody else gave it stays
            self._tip = whole if shown != whole else ""
            self.setToolTip(self._tip)


def choice(items: list[tuple[str, str]], current: str = "") -> QComboBox:
    """A list of (value, words); read it with currentData()."""
    box = Choice()
    for value, words in items:
        box.addItem(words, value)
    box.setCurrentIndex(max(0, box.findData(current)))
    box.setMaxVisibleItems(14)
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(8)
    calm_wheel(box)
    return box


def number_field(value: int, low: int, high: int, suffix: str = "", step: int = 1) -> QSpinBox:
    """A whole number within limits."""
    box = QSpinBox()
    box.setRange(low, high)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setValue(value)
    calm_wheel(box)
    return box


def decimal_field(value: float, low: float, high: float, suffix: str = "", step: float = 0.1,
                  decimals: int = 1) -> QDoubleSpinBox:
    """A number with a comma."""
    box = QDoubleSpinBox()
    box.setDecimals(decimals)
    box.setRange(low, high)
    box.setSingleStep(step)
    box.setSuffix(suffix)
    box.setValue(value)
    calm_wheel(box)
    return box


class _Calm(QObject):
    """A wheel that scrolls the page must not change the field it happens to pass over."""

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Wheel and isinstance(watched, QWidget) and not watched.hasFocus():
            event.ignore()
            return True
        return False


def calm_wheel(field: QWidget) -> None:
    """The mouse wheel changes the field only while it has the focus."""
    field.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
    field.installEventFilter(_Calm(field))
    if isinstance(field, QAbstractSpinBox):
        # The style sheet's padding does not reach the text of a spin box.
        field.lineEdit().setTextMargins(10, 0, 0, 0)
