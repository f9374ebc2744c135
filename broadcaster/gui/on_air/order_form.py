"""The fields every order out of the plan has: where, who, and the confirmation in quiet hours."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QButtonGroup, QCheckBox, QComboBox, QPushButton, QWidget

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.on_air.actions import WHO_KEY
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import calm_wheel

_LONGEST = 28
"""Letters of a zone's name on its button."""


class ZonePicker(QWidget):
    """Toàn xã, or some of the zones. Hidden at a station that has only one."""

    def __init__(self, zones: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = FlowLayout(self, spacing=6)
        self.all = chip(self.tr("All zones"))
        self.all.setChecked(True)
        self.all.clicked.connect(lambda: self._choose_all())
        self.zones: dict[str, QPushButton] = {}
        box.addWidget(self.all)
        for name in zones:
            part = chip(one_line(name, _LONGEST).replace("&", "&&"))
            part.setToolTip(name)
            part.setAccessibleName(name)
            part.clicked.connect(lambda: self._chosen_some())
            self.zones[name] = part
            box.addWidget(part)
        self.setVisible(len(zones) > 1)

    def chosen(self) -> list[str]:
        """Names; none means everywhere."""
        if self.all.isChecked():
            return []
        return [name for name, part in self.zones.items() if part.isChecked()]

    def _choose_all(self) -> None:
        self.all.setChecked(True)
        for part in self.zones.values():
            part.setChecked(False)

    def _chosen_some(self) -> None:
        picked = [part for part in self.zones.values() if part.isChecked()]
        everything = not picked or len(picked) == len(self.zones)
        self.all.setChecked(everything)
        if everything:
            self._choose_all()


class WhoField(QComboBox):
    """Whose name the journal keeps. It may be typed: an order must not wait for the list of people."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        if (line := self.lineEdit()) is not None:
            line.setMaxLength(80)
            line.setPlaceholderText(self.tr("Name of whoever orders it"))
        self.setAccessibleName(self.tr("Who"))
        calm_wheel(self)
        last = str(shell.memory.value(WHO_KEY, ""))
        self.setEditText(last)
        app = shell.app
        Op(lambda: [person.name for person in app.accounts.people() if person.active]).on_success(
            self._show).on_failure(lambda _: None).start(self)

    def name(self) -> str:
        return self.currentText().strip()

    def remember(self) -> None:
        """The next order begins with this name."""
        self._shell.memory.setValue(WHO_KEY, self.name())

    def _show(self, names: list[str]) -> None:
        typed = self.currentText()
        self.clear()
        self.addItems(names)
        self.setEditText(typed or (names[0] if names else ""))


class QuietConfirm(QCheckBox):
    """Shown in quiet hours alone: without the tick nothing may sound then."""

    def __init__(self, text: str) -> None:
        super().__init__(text)
        self.setAccessibleName(text)
        self.setStyleSheet(f"QCheckBox {{ background: {colors.wait_ground}; border-radius: 7px; padding: 8px;"
                           " font-weight: 600; }")
        self.hide()


class Choices:
    """A row of chips of which one is on; `value()` is what stands for it."""

    def __init__(self, items: Sequence[tuple[str, str]], changed: Callable[[], object] | None = None) -> None:
        self.widget = QWidget()
        self.widget.setObjectName("plain")
        box = FlowLayout(self.widget, spacing=6)
        self._group = QButtonGroup(self.widget)
        self.parts: dict[str, QPushButton] = {}
        for value, words in items:
            part = chip(words)
            part.setProperty("value", value)
            self._group.addButton(part)
            self.parts[value] = part
            box.addWidget(part)
        if items:
            self.parts[items[0][0]].setChecked(True)
        if changed:
            self._group.buttonClicked.connect(lambda _: changed())

    def value(self) -> str:
        part = self._group.checkedButton()
        return str(part.property("value")) if part else ""

    def choose(self, value: str) -> None:
        if value in self.parts:
            self.parts[value].setChecked(True)


def zone_names(shell: Shell) -> list[str]:
    """The station's zones as configured; the player's own list would be empty while it is away."""
    return [zone.name for zone in shell.app.settings.zones]
