"""What was handed out for the letter of this bulletin, and what the letter still waits for."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.bulletins.model import HandOut
from broadcaster.gui.directives.actions import on_duty
from broadcaster.gui.i18n import number_text
from broadcaster.gui.kit import actions
from broadcaster.gui.kit.hand_out_dialog import HandOutDialog
from broadcaster.gui.kit.model import Kit, asked_words, channel_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.wiring import App


class HandOutsPanel(QWidget):
    """`changed(kit)` after something was recorded or taken back."""

    changed = Signal(object)

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self._app = app
        self._shell = shell
        self._bulletin = ""
        self._removed = ""
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.add_button = primary_button(self.tr("Record…"), "plus", self.record)
        heading = label(self.tr("Handed out, posted"), "strong")
        box.addLayout(row(heading, None, self.add_button))
        self.asked = label("", "soft", wrap=True)
        box.addWidget(self.asked)
        self.table = Table("kit.hand_outs", [
            Column(self.tr("Day"), lambda item: f"{item.day:%d/%m/%Y}", 122, digits=True),
            Column(self.tr("Way"), lambda item: channel_words(item.channel), 124),
            Column(self.tr("Place"), lambda item: item.place, 0, tip=_whole),
            Column(self.tr("Count"), lambda item: number_text(item.count), 92, right=True, digits=True),
        ], accessible=self.tr("What was handed out"))
        self.table.set_empty("clipboard-list", self.tr(
            "Nothing recorded yet. Leaflets given out and notices posted belong into the report too."),
            self.tr("Record…"), self.record)
        self.table.picked.connect(self._picked)
        box.addWidget(self.table, 1)
        self.photo_button = button(self.tr("Photo"), "eye", self._show_photo)
        self.remove_button = button(self.tr("Take back"), "trash-2", self._remove)
        self.undo_button = flat_button(self.tr("Undo: put it back"), "undo-2", self._restore)
        box.addLayout(row(self.undo_button, None, self.photo_button, self.remove_button))
        self._picked(None)
        self.undo_button.hide()

    def show_kit(self, kit: Kit) -> None:
        if kit.bulletin.id != self._bulletin:
            self._removed = ""
        self._bulletin = kit.bulletin.id
        self.asked.setText(asked_words(kit.asked))
        self.asked.setVisible(bool(kit.asked))
        self.table.show_rows(kit.hand_outs)
        self.undo_button.setVisible(bool(self._removed))
        self._picked(self.table.current_row())

    def record(self, channel: str = "leaflet") -> None:
        """Ask, then store; what is wrong is said in the dialog, with everything typed still there."""
        dialog = HandOutDialog(self.window(), actions.today(self._app), on_duty(self._app), channel)
        bulletin = self._bulletin

        def store() -> None:
            Op(partial(actions.record, self._app, bulletin, dialog.values())).on_success(stored).on_failure(
                again).start(self)

        def again(error: Exception) -> None:
            dialog.refuse(error)
            dialog.open()

        def stored(result: tuple[HandOut, Kit]) -> None:
            dialog.deleteLater()
            self._removed = ""
            self.changed.emit(result[1])
            self._shell.notify(self.tr("Recorded: {channel}, {count}, {place}.").format(
                channel=channel_words(result[0].channel), count=number_text(result[0].count), place=result[0].place))

        dialog.accepted.connect(store)
        dialog.rejected.connect(dialog.deleteLater)
        dialog.open()

    def _picked(self, item: HandOut | None) -> None:
        self.remove_button.setEnabled(item is not None)
        self.photo_button.setEnabled(item is not None and bool(item.photo_sha256))

    def _remove(self) -> None:
        item: HandOut | None = self.table.current_row()
        if item is not None:
            self._removed = item.id
            Op(partial(actions.remove, self._app, self._bulletin, item.id)).on_success(self.changed.emit).start(self)

    def _restore(self) -> None:
        item, self._removed = self._removed, ""
        Op(partial(actions.restore, self._app, self._bulletin, item)).on_success(self.changed.emit).start(self)

    def _show_photo(self) -> None:
        item: HandOut | None = self.table.current_row()
        path: Path | None = self._app.hand_outs.photo(item) if item else None
        if path is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))


def _whole(item: HandOut) -> str:
    return "\n".join(part for part in (item.place, item.by, item.note) if part)
