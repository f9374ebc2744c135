"""Reading and filling a form's fields, whatever their kind."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QWidget

from broadcaster.base.settings import clock_time
from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.widgets.times import TimeField


def value_of(field: QWidget) -> object:
    """What the field now says, as station.toml writes it."""
    if isinstance(field, QLineEdit):
        return " ".join(field.text().split())
    if isinstance(field, QCheckBox):
        return field.isChecked()
    if isinstance(field, QComboBox):
        return str(field.currentData() or "")
    if isinstance(field, TimeField | ClockField):
        return f"{field.value():%H:%M}"
    return field.value()  # type: ignore[attr-defined]


def set_value(field: QWidget, value: object) -> None:
    """Show a value; a list gets it as one more choice when it has none like it."""
    if isinstance(field, QLineEdit):
        field.setText(str(value))
    elif isinstance(field, QCheckBox):
        field.setChecked(bool(value))
    elif isinstance(field, QComboBox):
        if field.findData(value) < 0:
            field.addItem(str(value), value)
        field.setCurrentIndex(field.findData(value))
    elif isinstance(field, TimeField | ClockField):
        field.set_value(clock_time(str(value), ""))
    else:
        field.setValue(value)  # type: ignore[attr-defined]


def set_choices(field: QComboBox, items: list[tuple[str, str]]) -> None:
    """Offer these (value, words) instead, but keep what is chosen, even when it is not there now (a device that is
    unplugged)."""
    chosen = str(field.currentData() or "")
    if chosen and chosen not in dict(items):
        absent = QCoreApplication.translate("Settings", "{name} (not found now)").format(name=chosen)
        items = [*items, (chosen, absent)]
    field.blockSignals(True)
    field.clear()
    for value, words in items:
        field.addItem(words, value)
    field.setCurrentIndex(max(0, field.findData(chosen)))
    field.blockSignals(False)


def on_change(field: QWidget, then: Callable[[], object]) -> None:
    """Call `then()` whenever the field says something else."""
    for signal in ("textChanged", "valueChanged", "timeChanged", "currentIndexChanged", "toggled", "changed"):
        if hasattr(field, signal):
            getattr(field, signal).connect(lambda *_: then())
            return
