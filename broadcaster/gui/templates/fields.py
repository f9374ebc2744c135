"""One field for one line of the wording: text, several ways to say it, a number, a yes or no."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QPlainTextEdit, QSpinBox, QWidget

from broadcaster.bulletins.template_file import Line, Value
from broadcaster.gui.templates.model import FLAGS, LISTS, NUMBERS
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.form import choice, number_field, text_field
from broadcaster.gui.widgets.layout import row

_ROWS = 3


class LineField(QWidget):
    """`value()` is None when the shipped words (or, in a kind, those of every kind) are used."""

    changed = Signal()

    def __init__(self, line: Line, general: Value | None, name: str) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.line = line
        self._shipped = line.shipped if line.shipped is not None else general
        self.field = self._make()
        self.field.setAccessibleName(name)
        self.back = icon_button("undo-2", self.tr("Back to the words of the program"), self.reset)
        self.back.setAccessibleName(self.tr("Back to the words of the program: {line}").format(line=name))
        box = row(self.field, self.back, spacing=4)
        box.setStretch(0, 1)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
        self.show_value(line.own)

    def value(self) -> Value | None:
        """The station's own words; None: those of the program."""
        if isinstance(self.field, QLineEdit):
            text = " ".join(self.field.text().split())
            return text if text and text != self._shipped else None
        if isinstance(self.field, QPlainTextEdit):
            ways = [" ".join(way.split()) for way in self.field.toPlainText().split("\n") if way.strip()]
            return ways if ways and ways != self._shipped else None
        if isinstance(self.field, QSpinBox):
            return self.field.value() if self.field.value() != self._shipped else None
        assert isinstance(self.field, QComboBox)
        chosen = self.field.currentData() == "yes"
        return chosen if chosen != self._shipped else None

    def show_value(self, own: Value | None) -> None:
        """The station's words, or those of the program."""
        value = self._shipped if own is None else own
        if isinstance(self.field, QLineEdit):
            self.field.setText(str(value))
            self.field.setCursorPosition(0)
        elif isinstance(self.field, QPlainTextEdit):
            self.field.setPlainText("\n".join(value if isinstance(value, list) else [str(value)]))
        elif isinstance(self.field, QSpinBox):
            self.field.setValue(value if isinstance(value, int) else 0)
        else:
            self.field.setCurrentIndex(0 if value else 1)
        self._mark()

    def reset(self) -> None:
        """Use the words of the program again."""
        self.show_value(None)
        self.field.setFocus()

    def _make(self) -> QLineEdit | QPlainTextEdit | QSpinBox | QComboBox:
        name = self.line.name
        if name in LISTS:
            ways = QPlainTextEdit()
            ways.setTabChangesFocus(True)
            ways.setFixedHeight(ways.fontMetrics().lineSpacing() * _ROWS + 22)
            ways.textChanged.connect(self._touched)
            return ways
        if name in NUMBERS:
            number = number_field(3, 0, 9)
            number.valueChanged.connect(self._touched)
            return number
        if name in FLAGS:
            translate = QCoreApplication.translate
            flag = choice([("yes", translate("Templates", "Yes")), ("no", translate("Templates", "No"))])
            flag.currentIndexChanged.connect(self._touched)
            return flag
        field = text_field(limit=400)
        field.textChanged.connect(self._touched)
        return field

    def _touched(self) -> None:
        if hasattr(self, "back"):
            self._mark()
            self.changed.emit()

    def _mark(self) -> None:
        if isinstance(self.field, QLineEdit):
            self.field.setToolTip(self.field.text())
        self.back.setEnabled(self.value() is not None)
