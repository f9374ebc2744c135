"""Backups: how old the last one is and whether it is good, where they go, one now, and bringing one back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QMenu, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.errors import BroadcasterError
from broadcaster.base.settings import clock_time
from broadcaster.care.backup.model import Backup, Drill
from broadcaster.care.backup.service import BackupService, Line
from broadcaster.gui.backup import actions, words
from broadcaster.gui.backup.phrase_dialog import PhraseDialog
from broadcaster.gui.backup.restore_dialog import open_restore
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import Shades, space
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.form import number_field
from broadcaster.gui.widgets.layout import Card, ElidedLabel, column, label, row, scrolled, show_if
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table
from broadcaster.gui.widgets.times import TimeField
from broadcaster.wiring import App

_LAMPS = {"good": "circle-check", "wait": "triangle-alert", "bad": "octagon-x"}
_INK = Shades(good="good_mark", wait="wait_mark", bad="bad_mark")
_LAMP = 44
_ROWS_SEEN = 11


class BackupTab(QWidget):
    """Reads the place anew whenever it is shown."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.app, self.shell = app, shell
        self.service = BackupService(app.home, app.clock)
        self.seen: actions.Look | None = None
        self._build()

    def on_shown(self) -> None:
        self.look()

    def look(self) -> None:
        """Ask the place; a stick that does not answer keeps only its own lane waiting."""
        service = self.service
        Op(lambda: actions.look(service), lane="backup").on_success(self._show).start(self)

    def _build(self) -> None:
        content = QWidget()
        inner = column(self._head(), self._place_card(), self._list_card(), None, spacing=space.medium)
        inner.setContentsMargins(0, 0, space.small, 0)
        content.setLayout(inner)
        outer = column(scrolled(content))
        outer.setContentsMargins(0, space.medium, 0, 0)
        self.setLayout(outer)

    def _head(self) -> Card:
        self._lamp = QLabel()
        self._lamp.setFixedSize(_LAMP, _LAMP)
        self._sentence = label(self.tr("Looking for backups…"), "title", wrap=True)
        self._under = label("", "soft", wrap=True)
        self.make_button = primary_button(self.tr("Back up now"), "save", self.make)
        self.drill_button = button(self.tr("Try a restore"), "circle-check", self.drill)
        self.restore_button = button(self.tr("Restore…"), "rotate-ccw", self.restore)
        head = row(self._lamp, column(self._sentence, self._under, spacing=space.hair), spacing=space.large)
        head.setStretch(1, 1)
        head.setAlignment(self._lamp, Qt.AlignmentFlag.AlignTop)
        self.waits = Banner()
        self.confirm_button = button(self.tr("The old computer is off, let this one play"), "circle-play", self.confirm)
        self.small = Banner()
        self.accept_button = button(self.tr("That is right so"), "check", self.accept)
        for banner, act in ((self.waits, self.confirm_button), (self.small, self.accept_button)):
            banner.box.addWidget(act)
        card = Card()
        card.add(self.waits, head, self.small, row(self.restore_button, None, self.drill_button, self.make_button))
        return card

    def _place_card(self) -> Card:
        self._place = ElidedLabel("", "strong")
        self.choose_button = button(self.tr("Choose another place…"), "hard-drive", self._offer_places)
        self.warning = Banner()
        self.at = TimeField(clock_time(self.service.settings().backup.at, "backup.at"))
        self.at.setAccessibleName(self.tr("Time of the nightly backup"))
        self.days = number_field(7, 1, 366, self.tr(" days"))
        self.days.setAccessibleName(self.tr("Days kept"))
        self.weeks = number_field(4, 0, 104, self.tr(" weeks"))
        self.weeks.setAccessibleName(self.tr("Weeks kept"))
        self.save_button = button(self.tr("Save"), "check", self._save_rhythm)
        for field in (self.at.timeChanged, self.days.valueChanged, self.weeks.valueChanged):
            field.connect(self._rhythm_changed)
        self._encrypted = label("", "soft", wrap=True)
        self.encrypt_button = button(self.tr("Encrypt…"), "lock", self._encrypt)
        self.open_button = button(self.tr("Encrypt no more"), "lock-open", self._decrypt)
        place = row(self._place, self.choose_button)
        place.setStretch(0, 1)
        rhythm = row(label(self.tr("Every night at"), "soft"), self.at, label(self.tr("keep the last"), "soft"),
                     self.days, label(self.tr("and before them"), "soft"), self.weeks, self.save_button, None)
        locked = row(self._encrypted, self.open_button, self.encrypt_button)
        locked.setStretch(0, 1)
        card = Card(self.tr("Where and when"))
        card.add(place, self.warning, rhythm, locked)
        return card

    def _list_card(self) -> Card:
        now = self.app.clock.now
        self.table = Table("backup.list", [
            Column(self.tr("Made"), lambda line: words.date_words(line, now()), 190),
            Column(self.tr("Age"), lambda line: words.age_words(line, now()), 150),
            Column(self.tr("Size"), lambda line: words.sizes(line)[0], 110, right=True, digits=True),
            Column(self.tr("New in it"), lambda line: words.sizes(line)[1], 110, right=True, digits=True),
            Column(self.tr("Encrypted"), words.kind_words, 100),
            Column(self.tr("State"), lambda line: words.state_of(line)[0], 0, lambda line: words.state_of(line)[1],
                   tip=_problem),
        ], accessible=self.tr("Backups that are kept"))
        self.table.set_empty("hard-drive", self.tr("No backup is there yet."), self.tr("Back up now"), self.make)
        card = Card(self.tr("Backups that are kept"))
        card.add(self.table)
        return card

    def _show(self, seen: actions.Look) -> None:
        self.seen = seen
        now = self.app.clock.now()
        newest = next((line for line in seen.lines if line.backup), None)
        said, under, lamp = words.headline(newest, now)
        self._sentence.setText(said if seen.where.there else self.tr("The backup disk is not plugged in"))
        self._under.setText(under if seen.where.there else "")
        self._lamp.setPixmap(pixmap(_LAMPS[lamp], _LAMP, _INK[lamp]))
        self._place.set_text(words.place_words(seen.where))
        self.warning.show_text(words.warning(seen.where, seen.elsewhere))
        self.drill_button.setEnabled(newest is not None)
        self._show_banners(newest, now)
        self._show_settings()
        self.table.show_rows(seen.lines, lambda line: line.name)
        rows = max(4, min(len(seen.lines), _ROWS_SEEN)) + 1
        self.table.setFixedHeight(ROW_HEIGHT * rows + 6)

    def _show_banners(self, newest: Line | None, now: datetime) -> None:
        assert self.seen is not None
        self.waits.show_text(self.tr(
            "This station was brought back from a backup. Nothing sounds before you say that the old computer is "
            "switched off: two computers would play over each other and make two different logs.")
            if self.seen.waits else "", "bad", "octagon-x")
        small = newest is not None and newest.backup is not None and newest.backup.small and not newest.accepted
        self.small.show_text(self.tr(
            "The last backup is much smaller than the one before. Look whether sounds or days of the log are missing. "
            "No older backup is deleted until you have said that it is right.") if small else "")

    def _show_settings(self) -> None:
        assert self.seen is not None
        settings = self.seen.settings
        for field, value in ((self.days, settings.keep_days), (self.weeks, settings.keep_weeks)):
            field.setValue(value)
        self.at.set_value(clock_time(settings.at, "backup.at"))
        show_if(self.save_button, False)
        self._encrypted.setText(
            self.tr("New backups are encrypted: only the printed sheet opens them on another computer.")
            if settings.encrypted else
            self.tr("Backups can be read by anybody who holds the stick: letters, voices, keys of the station."))
        self.encrypt_button.setText(self.tr("Print another sheet…") if settings.encrypted
                                    else self.tr("Encrypt…"))
        show_if(self.open_button, settings.encrypted)

    def make(self) -> None:
        """One now, tried at once."""
        service = self.service
        ProgressDialog(self, self.tr("Backing up; the broadcast goes on")).run(
            partial(actions.make, service), self._made, self._failed, lane="backup")

    def drill(self) -> None:
        """The chosen backup, or the newest: every byte."""
        line = self.table.current_row()
        service, name = self.service, line.name if line and line.backup else ""
        ProgressDialog(self, self.tr("The backup is brought back into a temporary folder and opened")).run(
            lambda step: service.drill(name, told=actions.told(step)), self._drilled, self._failed, lane="backup")

    def restore(self) -> None:
        """In a dialog of its own; the station is opened anew afterwards."""
        name = actions.may_restore(self.shell, self.tr("Bring a backup back"))
        if name is not None and open_restore(self.window(), self.app.home, by=name, let_go=self.app.close):
            self.shell.rebuild()

    def confirm(self) -> None:
        """The old computer is off."""
        name = actions.may_restore(self.shell, self.tr("The old computer is off, this one may play"))
        if name is not None:
            self._do(lambda: self.service.confirm(name),
                     self.tr("This computer plays from now on. Choose its sound device under Settings."))

    def accept(self) -> None:
        """From now on older backups are let go of again."""
        if self.seen is None or not self.seen.lines:
            return
        newest, who = self.seen.lines[0].name, actions.may_restore(self.shell, self.tr("That is right so"))
        if who is not None:
            self._do(lambda: self.service.accept(newest, who))

    def _made(self, done: tuple[Backup, Drill]) -> None:
        self.shell.notify(self.tr("The backup is made and tried: it is good.") if done[1].good else
                          self.tr("The backup is made, but its trial failed."))
        self.look()

    def _drilled(self, drill: Drill) -> None:
        if drill.good:
            self.shell.notify(self.tr("The backup is good: the station opened from it."))
        self.look()

    def _failed(self, error: Exception) -> None:
        self.shell.error(error)
        self.look()

    def _offer_places(self) -> None:
        if not self.shell.allows(Right.SETTINGS):
            self.shell.refuse(Right.SETTINGS)
            return
        Op(actions.sticks, lane="backup").on_success(self._show_places).start(self)

    def _show_places(self, sticks: list[tuple[str, str]]) -> None:
        menu = QMenu(self)
        for name, folder in sticks:
            menu.addAction(f"{name}  ({folder})", partial(self._choose, folder))
        if sticks:
            menu.addSeparator()
        menu.addAction(self.tr("Another folder…"), self._ask_folder)
        menu.addAction(self.tr("On this computer only"), partial(self._choose, ""))
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(self.choose_button.mapToGlobal(self.choose_button.rect().bottomLeft()))

    def _ask_folder(self) -> None:
        folder = QFileDialog.getExistingDirectory(self, self.tr("Folder for backups, on another disk"),
                                                  str(Path.home()))
        if folder:
            self._choose(folder)

    def _choose(self, folder: str) -> None:
        # All of the station goes there every night, keys and letters too: no place for whoever passes by to choose.
        service, who = self.service, actions.may_restore(self.shell, self.tr("Another place for the backups"))
        if who is None:
            return
        Op(lambda: service.choose(folder, who), lane="backup").on_success(lambda _: self.look()).start(self)

    def _rhythm_changed(self) -> None:
        settings = self.seen.settings if self.seen else None
        now = (f"{self.at.value():%H:%M}", self.days.value(), self.weeks.value())
        show_if(self.save_button, settings is not None and now != (
            settings.at, settings.keep_days, settings.keep_weeks))

    def _save_rhythm(self) -> None:
        if not self.shell.allows(Right.SETTINGS):
            self.shell.refuse(Right.SETTINGS)
            return
        self._do(lambda: self.service.rhythm(self._who(), at=f"{self.at.value():%H:%M}", keep_days=self.days.value(),
                                      keep_weeks=self.weeks.value()))

    def _encrypt(self) -> None:
        name = actions.may_restore(self.shell, self.tr("Encrypt backups and print the sheet"))
        if name is None:
            return
        dialog = PhraseDialog(self.window(), self.service, name, self.app.clock.now())
        dialog.exec()
        dialog.deleteLater()
        self.look()

    def _decrypt(self) -> None:
        if not self.shell.confirm(self.tr("Encrypt no more?"),
                                  self.tr("New backups can then be read by anybody who holds the stick. Older "
                                          "encrypted ones still need the printed sheet."), self.tr("Encrypt no more")):
            return
        name = actions.may_restore(self.shell, self.tr("Encrypt backups no more"))
        if name is not None:
            self._do(lambda: self.service.decrypt(name))

    def _do(self, act: Callable[[], object], done: str = "") -> None:
        """A short act on the station's own files, and its refusal in words."""
        try:
            act()
        except BroadcasterError as error:
            self.shell.error(error)
        else:
            if done:
                self.shell.notify(done)
        self.look()

    def _who(self) -> str:
        return self.shell.signed_in.name if self.shell.signed_in else ""


def _problem(line: Line) -> str:
    if line.problem is not None:
        return line.problem.text
    return "\n".join(line.drill.problems + line.drill.notes) if line.drill else ""


TAB = BackupTab
