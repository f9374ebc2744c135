"""Where the window plays what is only listened to: the field in the settings, and a trial of the device chosen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QWidget

from broadcaster.base.paths import shipped
from broadcaster.base.settings import Settings
from broadcaster.gui.listening import devices_of_air, same_name
from broadcaster.gui.preview import PreviewPlayer
from broadcaster.gui.settings.fields import set_choices
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import Form, choice

PREVIEW_DEVICE = "library.preview_device"
"""The setting, by its name in station.toml."""


class ListeningField(QObject):
    """`box` holds the device; `add_to(form)` puts it and the trial's button into a form as `row`."""

    def __init__(self, parent: QWidget, failed: Callable[[Exception], object]) -> None:
        super().__init__(parent)
        self.box: QComboBox = choice([("", self.tr("The computer's default"))])
        self.trial = button(self.tr("Try"), "headphones", self._try)
        self.trial.setToolTip(self.tr("A chime on this device, now"))
        self.player = PreviewPlayer(self)
        self.player.failed.connect(failed)
        self.player.state_changed.connect(self._show_state)

    def add_to(self, form: Form) -> None:
        self.row = both = QWidget()
        both.setObjectName("plain")
        line = QHBoxLayout(both)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(8)
        line.addWidget(self.box, 1)
        line.addWidget(self.trial)
        self.box.setMinimumHeight(36)
        name = self.tr("Listening in the window")
        form.add(name, both, self.tr(
            "Headphones or the computer's own loudspeaker: what is only listened to is not heard in the village."))
        self.box.setAccessibleName(name)
        both.setFocusProxy(self.box)

    def show_devices(self, names: list[str]) -> None:
        """Offer the outputs of this computer."""
        set_choices(self.box, [("", self.tr("The computer's default")), *((name, name) for name in names)])

    def complaint(self, settings: Settings) -> str:
        """Why this device cannot be the one; empty when it can."""
        wanted = settings.library.preview_device
        if wanted and any(same_name(wanted, name) for name in devices_of_air(settings)):
            return self.tr("The station itself plays on this device: what is listened to would be heard outside. "
                           "Choose another, or the computer's default.")
        return ""

    def _try(self) -> None:
        if self.player.state == "playing":
            self.player.stop()
            return
        self.player.device = str(self.box.currentData() or "")
        self.player.play(shipped("resources", "audio", "chuong.flac"))

    def _show_state(self, state: str) -> None:
        self.trial.setText(self.tr("Stop") if state == "playing" else self.tr("Try"))
