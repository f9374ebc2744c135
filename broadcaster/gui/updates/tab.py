"""Updates: which version runs, a newer one from a stick, how that went, and the way back."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFileDialog, QProgressBar, QVBoxLayout, QWidget

from broadcaster import __version__
from broadcaster.accounts.model import Right
from broadcaster.base.errors import BroadcasterError, Refused
from broadcaster.care.updates.model import OVER, SUFFIX, Record, Step
from broadcaster.care.updates.service import Updates
from broadcaster.care.updates.sticks import Found
from broadcaster.gui.errors import explain
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import Shades, space
from broadcaster.gui.updates import actions, words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, column, label, row, scrolled, show_if
from broadcaster.wiring import App

_LOOK_MS = 700
_TONES = Shades(good="good_mark", wait="wait_mark", bad="bad_mark")
_SIGNS = {"good": "circle-check", "wait": "rotate-ccw", "bad": "octagon-x"}


class UpdatesTab(QWidget):
    """`updates`: None where the program runs from its sources; then only the version is shown."""

    def __init__(self, app: App, shell: Shell, updates: Updates | None = None) -> None:
        super().__init__()
        self.app, self.shell = app, shell
        self.updates = updates or actions.updates_of(app)
        self.found: list[Found] = []
        self._busy = False
        self._build()
        self._timer = QTimer(self)
        self._timer.timeout.connect(self._show_record)

    def on_shown(self) -> None:
        self._show_record()
        if self.updates is not None and not self._busy:
            self.look()
            self._timer.start(_LOOK_MS)

    def look(self) -> None:
        """See what the sticks hold."""
        updates = self.updates
        if updates is not None:
            self.empty.setText(self.tr("Looking at the sticks…"))
            Op(lambda: actions.look(updates), lane="sticks").on_success(self._show_found).start(self)

    # -- building --

    def _build(self) -> None:
        inner = QWidget()
        inner.setObjectName("ground")
        box = QVBoxLayout(inner)
        box.setContentsMargins(0, space.medium, space.small, 0)
        box.setSpacing(space.medium)
        box.addWidget(self._version_card())
        self._news_card = self._sticks_card()
        box.addWidget(self._news_card)
        box.addStretch(1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(scrolled(inner))
        show_if(self._news_card, self.updates is not None)

    def _version_card(self) -> Card:
        card = Card(self.tr("The version in use"))
        place = self.updates.place if self.updates else None
        self.version = label(self.tr("Version {version}").format(version=__version__), "title")
        where = self.tr("In the folder {folder}").format(folder=place.root) if place else self.tr(
            "This program runs from its sources and is updated with them, not from a stick.")
        self.back = button(self.tr("Back to version {version}…"), "undo-2", self._go_back)
        head = row(column(self.version, label(where, "soft", wrap=True), spacing=space.hair), self.back)
        head.setStretch(0, 1)
        card.add(head)
        self.sign = label("")
        self.result = label("", wrap=True)
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setAccessibleName(self.tr("Update"))
        line = row(self.sign, self.result, spacing=space.small)
        line.setStretch(1, 1)
        card.add(line, self.bar)
        return card

    def _sticks_card(self) -> Card:
        card = Card(self.tr("A newer version"))
        self.again = button(self.tr("Look at the sticks again"), "usb", self.look)
        self.choose = button(self.tr("Choose a file…"), "folder-open", self._choose)
        self.empty = label("", "soft", wrap=True)
        self.list = QVBoxLayout()
        self.list.setSpacing(space.medium)
        card.add(label(self.tr("Plug in the stick with the update file ({ending}). The old version stays on this "
                               "computer; the station goes on broadcasting while the new one is copied and tried, and "
                               "is away for less than a minute when it is put in use.").format(ending=SUFFIX),
                       "soft", wrap=True), self.empty, self.list, row(self.again, self.choose, None))
        return card

    # -- what is there --

    def _show_found(self, found: list[Found]) -> None:
        self.found = found
        while (item := self.list.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        for each in found:
            self.list.addWidget(self._offer(each))
        self.empty.setText("" if found else self.tr("No update file was found on a stick."))
        show_if(self.empty, not found)

    def _offer(self, found: Found) -> QWidget:
        card = Card()
        if found.manifest is None:
            problem = explain(found.error).text if found.error else ""
            card.add(label(found.path.name, "strong"), label(problem, "soft", wrap=True))
            return card
        name = self.tr("Version {version}").format(version=found.manifest.version)
        news = [label(f"• {line}", wrap=True) for line in found.manifest.news[:12]]
        now = primary_button(self.tr("Update now…"), "download", partial(self._update, found, "now"))
        night = button(self.tr("Tonight"), "moon", partial(self._update, found, "tonight"))
        for each in (now, night):
            each.setEnabled(not self._busy)
        place = ElidedLabel(str(found.path), "faint")
        head = row(column(label(name, "strong"), place, spacing=space.hair), night, now)
        head.setStretch(0, 1)
        card.add(head, *news)
        return card

    def _show_record(self) -> None:
        updates = self.updates
        record = updates.record() if updates else None
        before = updates.place.previous if updates else ""
        over = record is None or record.step in OVER
        tone, text = words.result(record) if record and over else ("", words.progress(record) if record else "")
        self.result.setText(text)
        if tone:
            self.sign.setPixmap(pixmap(_SIGNS[tone], 20, _TONES[tone]))
        show_if(self.sign, bool(tone))
        show_if(self.result, bool(text))
        working = not over and record is not None and (self._busy or record.step is not Step.READY)
        show_if(self.bar, working)
        if record is not None and working:
            self.bar.setRange(0, 100 if record.step is Step.UNPACKING else 0)
            self.bar.setValue(round(record.part * 100))
        self.back.setText(self.tr("Back to version {version}…").format(version=before))
        show_if(self.back, bool(before) and over and record is not None and record.step is Step.DONE)

    # -- acts --

    def _choose(self) -> None:
        updates = self.updates
        path, _ = QFileDialog.getOpenFileName(self, self.tr("Choose the update file"), "", f"*{SUFFIX}")
        if path and updates is not None:
            chosen = Path(path)
            Op(lambda: actions.check(updates, chosen), lane="sticks").on_success(
                lambda found: self._show_found([found])).start(self)

    def _update(self, found: Found, when: str) -> None:
        updates = self.updates
        if updates is None or found.manifest is None:
            return
        now = self.tr("The new version is copied and tried first; meanwhile everything goes on. Then this window "
                      "closes, the station is away for less than a minute, and the window opens again. If the new "
                      "version does not come up, the old one is taken back by itself.")
        night = self.tr("The new version is copied and tried now. It is put in use after 21:30 tonight, when no "
                        "session is near. Leave the computer on, and the stick can be pulled out once this is done.")
        title = self.tr("Update to version {version}?").format(version=found.manifest.version)
        if not self.shell.confirm(title, now if when == "now" else night, self.tr("Update")):
            return
        if (by := self._signed(title)) is not None:
            self._set_busy(True)
            Op(lambda: actions.stage(updates, found, when, by), lane="slow").on_success(self._staged).on_failure(
                self._failed).start(self)

    def _staged(self, record: Record) -> None:
        self._set_busy(False)
        if record.when == "now" and self.updates is not None:
            actions.carry_out(self.app, self.updates, self.window())

    def _go_back(self) -> None:
        updates = self.updates
        if updates is None:
            return
        title = self.tr("Back to version {version}?").format(version=updates.place.previous)
        if self.shell.confirm(title, self.tr(
                "The station is away for less than a minute. The airing log stays whole. This window closes; "
                "open it again afterwards."), self.tr("Go back to it"), danger=True) and (
                    by := self._signed(title)) is not None:
            self._roll_back(updates, by, sure=False)

    def _roll_back(self, updates: Updates, by: str, *, sure: bool) -> None:
        def failed(error: Exception) -> None:
            self._set_busy(False)
            if not isinstance(error, BroadcasterError) or error.code != "update.rollback_would_lose":
                self.shell.error(error)
            elif self._may_lose(explain(error).text):
                self._roll_back(updates, by, sure=True)

        self._set_busy(True)
        Op(lambda: updates.roll_back(even_if_newer=sure, window_closes=True, by=by), lane="slow").on_success(
            lambda _: actions.leave(self.window())).on_failure(failed).start(self)

    def _may_lose(self, what: str) -> bool:
        kept = self.tr("The newer database is kept in the folder “backup”, but the old version does not show it.")
        return self.shell.confirm(self.tr("Go back all the same?"), f"{what} {kept}",
                                  self.tr("Go back all the same"), danger=True)

    def _signed(self, purpose: str) -> str | None:
        """Who signs for another version, always with the PIN; None: turned away. Where nobody is entered, nobody can.
        """
        if not self.app.accounts.people():
            return ""
        person = self.shell.ask_pin(Right.RESTORE, purpose)
        return person.name if person else None

    def _failed(self, error: Exception) -> None:
        self._set_busy(False)
        self._show_record()
        self.shell.error(error if isinstance(error, BroadcasterError) else Refused("update.failed", str(error),
                                                                                  detail=str(error)))

    def _set_busy(self, busy: bool) -> None:
        self._busy = busy
        for each in (self.again, self.choose, self.back):
            each.setEnabled(not busy)
        self._show_found(self.found)


TAB = UpdatesTab
