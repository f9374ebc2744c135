"""What "speak" and "relay" have in common: minutes that must be said, where, who, one button, errors inside."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from broadcaster.base.clock import parse_time
from broadcaster.gui.errors import explain
from broadcaster.gui.on_air.order_form import Choices, WhoField, ZonePicker, zone_names
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import sizes
from broadcaster.gui.widgets.buttons import button, danger_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, number_field
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.gui.widgets.sheet_room import bring_into_sight, grow
from broadcaster.protocol.rundown import QuietHours

_PRESETS = (5, 10, 15, 30)


class TimedSheet(Sheet):
    """Subclasses add their fields to `form`, and say `words()` and what is `wrong_with()` them."""

    command = ""

    def __init__(self, parent: QWidget | None, shell: Shell, quiet: QuietHours, title: str, action: str) -> None:
        super().__init__(parent, "", 600)
        self.setWindowTitle(title)
        self.shell = shell
        self.quiet = quiet
        self.body.setContentsMargins(22, 16, 22, 16)
        self.body.setSpacing(10)
        self.body.addWidget(label(title, "title"))
        self.form = Form(label_width=130)
        self.body.addWidget(self.form)
        self.wrong = label("", "wrong", wrap=True)
        self.go = danger_button(action, "", self.send)
        self.go.setShortcut("Ctrl+Return")
        self.go.setStyleSheet(f"font-size: {sizes.heading}px; min-height: 34px;")
        self.go.setToolTip(self.tr("Ctrl+Enter"))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, self.fit)

    def fit(self) -> None:
        """As high as the fields need at this width; adjustSize would ask for a narrower, higher sheet."""
        grow(self, self.body)

    def words(self) -> dict[str, Any]:
        """The command's own words."""
        raise NotImplementedError

    def wrong_with(self) -> str:
        """Why it cannot be ordered now."""
        return ""

    def before_sending(self) -> None:
        """Let go of what the player needs."""

    def remember(self) -> None:
        """Keep the choices for the next time, once they were taken."""

    def refused(self, error: Exception) -> None:
        """Say it here, where it can be put right."""
        self.go.setEnabled(True)
        self.say(explain(error).text)

    def say(self, text: str) -> None:
        """A complaint above the button."""
        self.wrong.setText(text)
        self.wrong.setVisible(bool(text))
        if text:
            QTimer.singleShot(0, self, lambda: bring_into_sight(self.body, self.wrong))

    def add_common(self, minutes: int, at_most: str) -> None:
        """The last fields of the form: minutes, where, who."""
        most = self.shell.app.settings.audio.max_session_minutes
        self.minutes = number_field(min(minutes, most), 1, most, self.tr(" minutes"))
        self.presets = Choices([(str(number), str(number)) for number in _PRESETS], self._take_preset)
        for part in self.presets.parts.values():
            part.setAccessibleName(part.text() + self.tr(" minutes"))
        self.presets.choose(str(minutes))
        self.minutes.valueChanged.connect(lambda number: self.presets.choose(str(number)))
        self.form.add(self.tr("Ends after"), _beside(self.minutes, self.presets.widget), at_most)
        self.minutes.setAccessibleName(self.tr("Ends after"))
        names = zone_names(self.shell)
        self.zones = ZonePicker(names)
        if len(names) > 1:
            self.form.add(self.tr("Where"), self.zones)
        self.who = WhoField(self.shell)
        self.form.add(self.tr("Ordered by"), self.who)

    def finish(self) -> None:
        """The row of buttons, below everything a subclass added."""
        self.body.addWidget(self.wrong)
        self.wrong.hide()
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.go)

    def send(self) -> None:
        """Order it; the sheet closes when the player has said yes."""
        problem = self.wrong_with()
        self.say(problem)
        if problem:
            return
        self.go.setEnabled(False)
        self.who.remember()
        self.before_sending()
        common = {"minutes": self.minutes.value(), "zones": self.zones.chosen(),
                  "by": self.who.name() or self.tr("someone at the window")}
        self.shell.air.command(self.command, **self.words(), **common).on_success(
            self._taken).on_failure(self.refused).start(self)

    def _taken(self, answer: dict[str, Any]) -> None:
        self.remember()
        self.accept()
        if ends := str(answer.get("ends_at", "")):
            self.shell.notify(self.tr("It ends by itself at {time}.").format(time=f"{parse_time(ends):%H:%M:%S}"))

    def _take_preset(self) -> None:
        self.minutes.setValue(int(self.presets.value()))


def _beside(*parts: QWidget) -> QWidget:
    """Fields in one row of the form."""
    box = QWidget()
    box.setObjectName("plain")
    line = row(*parts)
    line.setContentsMargins(0, 0, 0, 0)
    line.setStretch(len(parts) - 1, 1)
    box.setLayout(line)
    return box


def below(*parts: QWidget) -> QWidget:
    """Fields one below the other in one place of the form."""
    box = QWidget()
    box.setObjectName("plain")
    stack = column(*parts, spacing=4)
    stack.setContentsMargins(0, 0, 0, 0)
    box.setLayout(stack)
    return box
