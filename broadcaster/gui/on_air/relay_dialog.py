"""TIẾP SÓNG: another station's programme from an address, a line input or a file, for a time that must be said."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QFileDialog, QWidget

from broadcaster.gui.microphone import input_names
from broadcaster.gui.on_air.order_form import Choices
from broadcaster.gui.on_air.timed_sheet import TimedSheet
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import calm_wheel, choice, text_field
from broadcaster.gui.widgets.layout import row
from broadcaster.library.importing.files import SOUND_SUFFIXES
from broadcaster.protocol.rundown import QuietHours

_LAST = "on_air/relays"
_KEPT = 8


class RelayDialog(TimedSheet):
    """The addresses used last are offered again."""

    command = "relay_on"

    def __init__(self, parent: QWidget | None, shell: Shell, quiet: QuietHours) -> None:
        translate = QCoreApplication.translate
        super().__init__(parent, shell, quiet, translate("RelayDialog", "Relay"),
                         translate("RelayDialog", "Begin the relay"))
        self._last = last_relays(shell)
        self.kind = Choices([("stream", self.tr("Address on the network")), ("line", self.tr("Line input")),
                             ("file", self.tr("Sound file"))], self._show_kind)
        self.form.add(self.tr("From"), self.kind.widget)
        self.address = QComboBox()
        self.address.setEditable(True)
        self.address.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.address.addItems([entry["address"] for entry in self._last if entry["kind"] == "stream"])
        if (line := self.address.lineEdit()) is not None:
            line.setPlaceholderText("http://…")
            line.setMaxLength(500)
        calm_wheel(self.address)
        self.line = choice([])
        self.file = text_field(limit=1000)
        self.form.add(self.tr("Address"), self.address, self.tr("As the other station gave it: http:// or https://"))
        self.form.add(self.tr("Input"), self.line, self.tr("Where the receiver is plugged in"))
        box = QWidget()
        box.setObjectName("plain")
        self.choose = button(self.tr("Choose…"), "folder-open", self._choose_file)
        fields = row(self.file, self.choose)
        fields.setContentsMargins(0, 0, 0, 0)
        box.setLayout(fields)
        self._file_row = self.form.add(self.tr("File"), box)
        self.file.setAccessibleName(self.tr("File"))
        first: dict[str, Any] = self._last[0] if self._last else {"kind": "stream", "minutes": 30}
        self.add_common(int(first["minutes"]), self.tr(
            "It ends then, even when the other station goes on. A source that is lost is sought again by itself."))
        self.finish()
        self.kind.choose(first["kind"])
        self._show_kind()
        Op(input_names, lane="slow").on_success(self._show_inputs).on_failure(lambda _: None).start(self)
        self.address.setFocus()

    def words(self) -> dict[str, Any]:
        return {"kind": self.kind.value(), "address": self._address()}

    def wrong_with(self) -> str:
        if self.quiet.covers(self.shell.app.clock.now()):
            return self.tr("It is quiet until {time}: nothing is relayed now.").format(time=self.quiet.end)
        address, kind = self._address(), self.kind.value()
        if kind == "stream" and not address.lower().startswith(("http://", "https://")):
            return self.tr("Type the address of the programme: http://… or https://…")
        if kind == "line" and not address:
            return self.tr("No line input was found on this computer. Plug the receiver in and open this again.")
        if kind == "file" and not Path(address).is_file():
            return self.tr("Choose a sound file.")
        return ""

    def remember(self) -> None:
        entry = {"kind": self.kind.value(), "address": self._address(), "minutes": self.minutes.value()}
        others = [one for one in self._last if (one["kind"], one["address"]) != (entry["kind"], entry["address"])]
        self.shell.memory.setValue(_LAST, json.dumps([entry, *others][:_KEPT], ensure_ascii=False))

    def _address(self) -> str:
        kind = self.kind.value()
        if kind == "line":
            return str(self.line.currentData() or "")
        if kind == "file":
            return self.file.text().strip()
        typed = self.address.currentText().strip()
        return f"http://{typed}" if typed and "://" not in typed and "." in typed else typed

    def _show_kind(self) -> None:
        kind = self.kind.value()
        for name, field in (("stream", self.address), ("line", self.line), ("file", self._file_row)):
            self.form.set_row_visible(field, kind == name)
        self.say("")
        if self.isVisible():
            self.fit()

    def _show_inputs(self, names: list[str]) -> None:
        for name in names:
            self.line.addItem(name, name)
        used = next((entry["address"] for entry in self._last if entry["kind"] == "line"), "")
        self.line.setCurrentIndex(max(0, self.line.findData(used)))

    def _choose_file(self) -> None:
        sounds = " ".join(f"*{suffix}" for suffix in sorted(SOUND_SUFFIXES))
        kinds = "{sounds} ({patterns})".format(sounds=self.tr("Sound files"), patterns=sounds)
        name, _ = QFileDialog.getOpenFileName(self, self.tr("Choose a sound file"), self.file.text(), kinds)
        if name:
            self.file.setText(name)


def last_relays(shell: Shell) -> list[dict[str, Any]]:
    """Newest first; what cannot be read is forgotten."""
    try:
        entries = json.loads(str(shell.memory.value(_LAST, "[]")))
        return [{"kind": str(entry["kind"]), "address": str(entry["address"]), "minutes": int(entry["minutes"])}
                for entry in entries][:_KEPT]
    except (ValueError, TypeError, KeyError):
        return []
