"""The fields that say where a zone's sound goes: a device and its channels, a stream, a folder, or nowhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLineEdit, QWidget

from broadcaster.base.settings import NOBODY
from broadcaster.gui.devices import device_words
from broadcaster.gui.settings.fields import on_change, set_choices, set_value
from broadcaster.gui.settings.zone_model import (
    DEVICE,
    FOLDER,
    ICECAST_PORT,
    STREAM,
    OutputParts,
    channel_words,
    output_parts,
)
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.layout import show_if

_CHANNELS = ("", "1", "2", "1,2", "3", "4", "3,4", "5", "6", "5,6", "7", "8", "7,8")


class OutputFields(QObject):
    """Rows of a zone's form; only those of the chosen kind show."""

    def __init__(self, parent: QWidget, label_width: int) -> None:
        super().__init__(parent)
        self._parent = parent
        self.kind = choice([(DEVICE, self.tr("A sound device of this computer")),
                            (STREAM, self.tr("A stream server (Icecast)")),
                            (FOLDER, self.tr("A folder, for another platform to upload")),
                            (NOBODY, device_words(NOBODY))])
        self.device = choice([])
        self.device.currentTextChanged.connect(self.device.setToolTip)
        self.show_devices([])
        self.channels = choice([(text, channel_words(text)) for text in _CHANNELS])
        self.host, self.mount = text_field(limit=200), text_field(limit=200)
        self.port = number_field(ICECAST_PORT, 1, 65_535)
        self.user, self.password = text_field(limit=100), text_field(limit=100)
        self.password.setEchoMode(QLineEdit.EchoMode.Password)
        self.folder = text_field(limit=500)
        self._folder_row = _with_button(self.folder, self.tr("Choose…"), self._choose_folder)
        self._kinds = Form(label_width)
        self._owned = {owner: Form(label_width) for owner in (DEVICE, STREAM, FOLDER)}
        self.forms = [self._kinds, *self._owned.values()]
        """In the order they are shown."""
        self._fill_forms()
        on_change(self.kind, self.arrange)

    def _fill_forms(self) -> None:
        self._kinds.add(self.tr("Sound goes to"), self.kind)
        device, stream, folder = self._owned.values()
        device.add(self.tr("Device"), self.device)
        device.add(self.tr("Channels"), self.channels,
                   self.tr("Two zones can share one stereo device: one plays on the left, the other on the right."))
        stream.add(self.tr("Server"), self.host)
        stream.add(self.tr("Port of the server"), self.port)
        stream.add(self.tr("Mount point"), self.mount)
        stream.add(self.tr("User"), self.user)
        stream.add(self.tr("Password"), self.password, self.tr("Lies readable in station.toml: use one of its own."))
        folder.add(self.tr("Folder"), self._folder_row,
                   self.tr("Each session is written there as one MP3 file before it begins."))
        self.folder.setAccessibleName(self.tr("Folder"))

    def text(self) -> str:
        """As station.toml has it."""
        return OutputParts(
            str(self.kind.currentData()), str(self.device.currentData() or ""), self.host.text().strip(),
            self.port.value(), self.mount.text().strip(), self.user.text().strip() or "source", self.password.text(),
            self.folder.text().strip()).text

    def channels_text(self) -> str:
        """Channels mean something on a device only."""
        return str(self.channels.currentData() or "") if self.kind.currentData() == DEVICE else ""

    def show_output(self, output: str, channels: str) -> None:
        """Fill the rows."""
        parts = output_parts(output)
        set_value(self.kind, parts.kind)
        set_value(self.device, parts.device)
        set_value(self.channels, channels.replace(" ", ""))
        self.host.setText(parts.host)
        self.port.setValue(parts.port)
        self.mount.setText(parts.mount)
        self.user.setText(parts.user)
        self.password.setText(parts.password)
        self.folder.setText(parts.folder)
        self.arrange()

    def show_devices(self, names: list[str]) -> None:
        """Offer the outputs of this computer."""
        station = (("", self.tr("The station's sound device")),)
        set_choices(self.device, [*station, *((name, name) for name in names)])

    def field_of(self, key: str) -> tuple[QWidget, Form]:
        """Where a complaint about "output" or "channels" belongs."""
        kind = self.kind.currentData()
        if key == "channels":
            return self.channels, self._owned[DEVICE]
        if kind == STREAM:
            empty = [field for field in (self.host, self.mount, self.password) if not field.text().strip()]
            return (empty or [self.host])[0], self._owned[STREAM]
        return (self._folder_row, self._owned[FOLDER]) if kind == FOLDER else (self.device, self._owned[DEVICE])

    def arrange(self) -> None:
        """Show the rows of the chosen kind."""
        for owner, form in self._owned.items():
            show_if(form, owner == self.kind.currentData())

    def _choose_folder(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self._parent, self.tr("Folder for finished sessions"),
                                                  self.folder.text())
        if chosen:
            self.folder.setText(chosen)


def _with_button(field: QLineEdit, words: str, clicked: Callable[[], object]) -> QWidget:
    both = QWidget()
    both.setObjectName("plain")
    box = QHBoxLayout(both)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(8)
    field.setMinimumHeight(36)
    box.addWidget(field, 1)
    box.addWidget(button(words, "folder-open", clicked))
    both.setFocusProxy(field)
    return both
