"""Bringing a backup back: choose one, type the phrase if it is encrypted, read what would be lost, do it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QDialog, QFileDialog, QWidget

from broadcaster.base.clock import SystemClock, parse_time
from broadcaster.base.paths import StationHome
from broadcaster.gui.backup import actions, words
from broadcaster.gui.backup.actions import OnDisk
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog, Sheet, confirm
from broadcaster.gui.widgets.form import text_field
from broadcaster.gui.widgets.layout import label, row, show_if
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table

_WIDTH, _ROWS = 860, 7


def open_restore(parent: QWidget | None, home: StationHome, by: str = "",
                 let_go: Callable[[], None] = lambda: None) -> bool:
    """Whether a backup was brought back: then the station must be opened anew. Works where no station opens any more.

    `let_go` closes what this program holds open of the station that is there.
    """
    dialog = RestoreDialog(parent, home, by, let_go)
    dialog.look()
    dialog.exec()
    done = dialog.restored
    dialog.deleteLater()
    return done


class RestoreDialog(Sheet):
    """Player and helper end for it; the station of before is moved aside, never deleted."""

    def __init__(self, parent: QWidget | None, home: StationHome, by: str, let_go: Callable[[], None]) -> None:
        super().__init__(parent, self.tr("Bring a backup back"), _WIDTH)
        self._home, self._by, self._let_go = home, by, let_go
        self.restored = False
        self._now = SystemClock().now()
        self.table = Table("backup.restore", [
            Column(self.tr("Made"), lambda each: words.date_words(each.line, self._now), 170),
            Column(self.tr("Station"), lambda each: each.line.backup.station_name, 0),
            Column(self.tr("Size"), lambda each: words.sizes(each.line)[0], 100, right=True, digits=True),
            Column(self.tr("Encrypted"), lambda each: words.kind_words(each.line), 90),
            Column(self.tr("State"), lambda each: words.state_of(each.line)[0], 180,
                   lambda each: words.state_of(each.line)[1]),
        ], accessible=self.tr("Backups that were found"))
        self.table.setFixedHeight(ROW_HEIGHT * (_ROWS + 1))
        self.table.set_empty("usb", self.tr("No backup was found. Plug in the stick, or choose the folder."))
        self.table.picked.connect(self._picked)
        self.again = button(self.tr("Look again"), "refresh-cw", self.look)
        self.folder = button(self.tr("Choose the folder…"), "folder-open", self._ask_folder)
        self.phrase = text_field("", self.tr("Eight groups of five digits"))
        self.phrase.setAccessibleName(self.tr("Phrase from the printed sheet"))
        self._phrase_name = label(self.tr("This backup is encrypted. Type the phrase from the printed sheet:"),
                                  "strong")
        self.told = Banner()
        self.go_on = primary_button(self.tr("Bring it back…"), "rotate-ccw", self._go_on)
        self.body.addWidget(label(self.tr("Bring a backup back"), "title"))
        self.body.addWidget(label(self.tr(
            "The station is put back as it was when the backup was made. What stands on this computer now is moved "
            "aside whole and not deleted. The broadcast stops meanwhile."), wrap=True))
        self.body.addWidget(self.table)
        self.body.addLayout(row(self.again, self.folder, None))
        for part in (self._phrase_name, self.phrase, self.told):
            self.body.addWidget(part)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.go_on)
        self._picked(None)

    def look(self) -> None:
        """On all sticks and where the settings say."""
        home = self._home
        self._search(lambda: actions.found_in(home, actions.likely_folders(home)))

    def _search(self, ask: Callable[[], list[OnDisk]]) -> None:
        self.again.setEnabled(False)
        Op(ask, lane="backup").on_success(self._show).on_failure(self._failed).start(self)

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder or stick with backups"), str(Path.home()))
        if folder:
            home = self._home
            self._search(lambda: actions.found_in(home, [Path(folder)]))

    def _show(self, found: list[OnDisk]) -> None:
        self.again.setEnabled(True)
        self.table.show_rows(found)
        if found:
            self.table.select_id(found[0].id)
        else:
            self._picked(None)

    def _picked(self, chosen: OnDisk | None) -> None:
        backup = chosen.line.backup if chosen else None
        encrypted = backup is not None and backup.encrypted
        show_if(self._phrase_name, encrypted)
        show_if(self.phrase, encrypted)
        self.go_on.setEnabled(chosen is not None)
        self.told.show_text(self._said(chosen) if chosen else "", "bad")

    def _said(self, chosen: OnDisk) -> str:
        """What speaks against bringing this one back."""
        strange = self.tr(
            "This backup was not made by the station on this computer: its key is another one. Bring it back only if "
            "you know where it comes from; with it come its people and their PINs.") if chosen.strange else ""
        # How new the one and the other are cannot be set against each other then.
        return strange or (self._lost(chosen) if chosen.present.newer_in else "")

    def _lost(self, chosen: OnDisk) -> str:
        at = chosen.present.newest_at
        when = f"{parse_time(at):%H:%M %d/%m/%Y}" if at else "?"
        made = words.made_at(chosen.line)
        return self.tr("The station on this computer is newer: its last entry is of {when}. What came after the backup "
                       "of {made} will not be in the restored station.").format(
            when=when, made=f"{made:%H:%M %d/%m/%Y}" if made else "?")

    def _go_on(self) -> None:
        chosen = self.table.current_row()
        if chosen is None:
            return
        text = self._said(chosen) or self.tr(
            "The station becomes as it was at {made}.").format(made=words.date_words(chosen.line, self._now))
        if chosen.present.there:
            text += "\n\n" + self.tr("The station that is here now is moved aside, into a folder beside it.")
        if not confirm(self, self.tr("Bring this backup back?"), text, self.tr("Bring it back"),
                       danger=bool(chosen.present.newer_in) or chosen.strange):
            return
        home, by, let_go, phrase = self._home, self._by, self._let_go, self.phrase.text()
        newer = bool(chosen.present.newer_in)
        ProgressDialog(self, self.tr("The station is brought back")).run(
            lambda step: actions.restore(home, chosen, phrase, by, newer, step, let_go), self._done, self._failed,
            lane="backup")

    def _done(self, aside: Path | None) -> None:
        self.restored = True
        text = self.tr("The station is back. Before it sounds, say under Care of this computer, Backups that the old "
                       "computer is switched off.")
        if aside is not None:
            text += "\n\n" + self.tr("What was here before lies in {folder}.").format(folder=aside)
        told = Sheet(self, self.tr("The station is back"))
        told.body.addWidget(label(self.tr("The station is back"), "title"))
        told.body.addWidget(label(text, wrap=True))
        told.buttons(primary_button(self.tr("Open the station"), "check", told.accept))
        told.exec()
        told.deleteLater()
        self.done(QDialog.DialogCode.Accepted)

    def _failed(self, error: Exception) -> None:
        self.again.setEnabled(True)
        self.told.show_text(explain(error).text, "bad", "octagon-x")
