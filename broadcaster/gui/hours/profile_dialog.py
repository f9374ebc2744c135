"""The rules for sessions: choose, edit, share them; see what goes beyond, and take back the reasons why it may."""

from __future__ import annotations

from collections.abc import Callable
from datetime import time
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QCoreApplication, QStandardPaths
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QMenu, QWidget

from broadcaster.base.errors import Refused
from broadcaster.gui.errors import explain
from broadcaster.gui.hours import actions
from broadcaster.gui.hours.clock_field import clock_text
from broadcaster.gui.hours.model import Look, minutes_text
from broadcaster.gui.hours.overrides_dialog import OverridesDialog
from broadcaster.gui.hours.profile_detail import ProfileDetail
from broadcaster.gui.hours.profile_editor import ProfileEditor
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish, writer
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet, confirm
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.gui.widgets.table import Table
from broadcaster.schedule.model import RuleOverride, RuleProfile
from broadcaster.schedule.rules.profiles import KnownProfile
from broadcaster.wiring import App

T = TypeVar("T")


class ProfileDialog(Sheet):
    """`changed`: something was saved; `chosen`: other rules hold, the station must be opened anew."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("ProfileDialog", "Rules for sessions")
        super().__init__(parent, title, 880)
        self._app, self._shell = app, shell
        self.changed = self.chosen = False
        self._undo: list[Callable[[], object]] = []
        self._look: Look | None = None
        self.overrides: OverridesDialog | None = None
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr("What the province or the city allows. Quiet hours hold whatever the rules "
                                          "say."), "soft", wrap=True))
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addWidget(self._list(title), 6)
        self.detail = ProfileDetail()
        halves.addWidget(self.detail, 5)
        self.body.addLayout(halves, 1)
        self.overrides_button = button(self.tr("May go beyond the rules ({count})…"), "history", self.open_overrides)
        self.overrides_button.hide()
        self._buttons()
        self._read()

    def use(self) -> None:
        """Let the chosen rules hold, and offer the sessions they propose."""
        known = self._picked()
        person = self._signed(self.tr("The rules “{name}” hold from now on."))
        if known is None or person is None:
            return
        app, before = self._app, self._look.profile.id if self._look else ""

        def done(profile: RuleProfile) -> None:
            self._undo.append(lambda: app.rules.choose(before, person))
            self._chosen_now(profile, person)
        self._do(lambda: app.rules.choose(known.id, person), done)

    def edit(self) -> None:
        """Other figures in the chosen rules; a shipped file stays behind the station's own."""
        known = self._picked()
        if known is not None:
            self._edit(known.profile, self.tr("Change the rules “{name}”."))

    def copy(self) -> None:
        """Rules of the station's own, beginning with these."""
        known = self._picked()
        if known is not None:
            self._edit(known.profile, self.tr("New rules like “{name}”."), copy=True)

    def remove(self) -> None:
        """Take the station's own file away."""
        known = self._picked()
        person = self._signed(self.tr("The station's own form of “{name}” goes."))
        if known is None or person is None:
            return
        app = self._app
        self._do(lambda: app.rules.remove_profile(known.id, person), lambda _: self._after(
            known.id, None if known.fault else lambda: app.rules.save_profile(known.profile, person)))

    def open_overrides(self) -> None:
        """The reasons in force; each can be taken back."""
        if self._look is not None:
            self.overrides = OverridesDialog(self, self._look, self._revoke)
            self.overrides.exec()
            self.overrides.deleteLater()
            self.overrides = None

    def export(self) -> None:
        """A file for another station."""
        known = self._picked()
        if known is None:
            return
        chosen, _ = QFileDialog.getSaveFileName(self, self.tr("Where do the rules go?"),
                                                str(_documents() / f"{known.id}.toml"), "TOML (*.toml)")
        if chosen:
            path = Path(chosen)
            target = path if path.suffix.lower() == ".toml" else path.with_name(f"{path.name}.toml")
            app = self._app
            self._do(lambda: app.rules.export_profile(known.id, target),
                     lambda path: self.detail.say(self.tr("Saved as {name}.").format(name=path.name), "good"))

    def bring(self) -> None:
        """Another station's file; every word of it is checked first."""
        chosen, _ = QFileDialog.getOpenFileName(self, self.tr("Which rules?"), str(_documents()), "TOML (*.toml)")
        person = self._signed(self.tr("Take over rules from a file.")) if chosen else None
        if person is not None:
            self._bring(Path(chosen), person)

    def take_back(self) -> None:
        """The last change made here."""
        if self._undo:
            self._do(self._undo.pop(), lambda _: self._after())

    def _bring(self, source: Path, by: str, *, instead: bool = False) -> None:
        app = self._app

        def failed(error: Exception) -> None:
            if isinstance(error, Refused) and error.code == "rules.exists" and confirm(
                    self, self.tr("Replace “{name}”?").format(name=error.facts["name"]),
                    self.tr("The station has rules of its own by that name. The file takes their place."),
                    self.tr("Replace them")):
                self._bring(source, by, instead=True)
            elif not (isinstance(error, Refused) and error.code == "rules.exists"):
                self.detail.say(explain(error).text)

        self._do(lambda: app.rules.import_profile(source, by, instead=instead),
                 lambda profile: self._after(
                     profile.id, None if instead else lambda: app.rules.remove_profile(profile.id, by)), failed)

    def _list(self, title: str) -> Table:
        self.table = Table("hours.profiles", [
            Column(self.tr("Rules"), lambda item: item.profile.name, 0, tip=lambda item: item.profile.name),
            Column(self.tr("State"), self._state, 112, tone=lambda item: self._tone(item)),
        ], accessible=title)
        self.table.setMinimumHeight(190)
        self.table.picked.connect(lambda _: self.detail.say(""))
        self.table.picked.connect(lambda _: self._show_picked())
        self.table.opened.connect(lambda _: self.edit())
        return self.table

    def _buttons(self) -> None:
        self.use_button = primary_button(self.tr("Use these rules"), "check", self.use)
        self.edit_button = button(self.tr("Edit…"), "pencil", self.edit)
        self.more_button = button(self.tr("More"), "ellipsis")
        menu = QMenu(self.more_button)
        self.copy_action = menu.addAction(self.tr("Copy…"), lambda: self.copy())
        self.remove_action = menu.addAction("", lambda: self.remove())
        menu.addSeparator()
        self.export_action = menu.addAction(self.tr("Export…"), lambda: self.export())
        menu.addAction(self.tr("Import…"), lambda: self.bring())
        self.more_button.setMenu(menu)
        self.undo_button = button(self.tr("Undo"), "undo-2", self.take_back)
        self.undo_button.setToolTip("Ctrl+Z")
        self.undo_button.hide()
        QShortcut(QKeySequence(QKeySequence.StandardKey.Undo), self).activated.connect(self.take_back)
        self.body.addLayout(row(self.edit_button, self.more_button, self.overrides_button, self.undo_button, None,
                                self.use_button, button(self.tr("Close"), "", self.accept)))

    def _edit(self, profile: RuleProfile, purpose: str, *, copy: bool = False) -> None:
        person = self._signed(purpose)
        if person is None:
            return
        taken = {item.id for item in self._look.profiles} if self._look else set()
        own = {item.id for item in self._look.profiles if item.own} if self._look else set()
        dialog = ProfileEditor(self, self._app, profile, person, taken if copy else None)
        if dialog.exec() == ProfileEditor.DialogCode.Accepted:
            app, saved = self._app, dialog.saved_id
            self._after(saved, lambda: app.rules.save_profile(profile, person) if saved in own
                        else app.rules.remove_profile(saved, person))
        dialog.deleteLater()

    def _chosen_now(self, profile: RuleProfile, by: str) -> None:
        self.chosen = True
        now = self._look.templates if self._look else ()
        wanted = self._app.rules.proposal(profile)
        if wanted and {(item.starts, item.minutes, item.weekdays) for item in wanted} != {
                (item.starts, item.minutes, item.weekdays) for item in now}:
            lines = [f"{item.name}: {clock_text(item.starts)}, {minutes_text(item.minutes)}" for item in wanted]
            if confirm(self, self.tr("Hold the sessions these rules propose?"),
                       self.tr("They take the place of the present ones:") + "\n" + "\n".join(lines),
                       self.tr("Hold them")):
                self._take(profile, by, actions.early_or_late(wanted))
                return
        self._after(profile.id)

    def _take(self, profile: RuleProfile, by: str, unusual: list[time]) -> None:
        reason = ""
        if unusual:
            reason = ask_reason(self, self.tr("Really at these hours?"),
                                self.tr("A session would sound when many people are asleep or at rest."),
                                self.tr("Yes, with this reason"))
        app = self._app

        def done(before: actions.Before) -> None:
            self._after(profile.id, actions.undone(app, before, by))
        self._do(lambda: actions.take_sessions(app, profile, by, reason), done)

    def _revoke(self, item: RuleOverride) -> None:
        person = self._signed(self.tr("The rule holds again."))
        if person is None:
            return
        app = self._app

        def work() -> RuleOverride:
            old = app.rules.revoke(item.id, person)
            publish(app)
            return old
        self._do(work, lambda old: self._after(undo=lambda: app.rules.restore(old, person)))

    def _signed(self, purpose: str) -> str | None:
        known = self._picked()
        person = writer(self._shell, purpose.format(name=known.profile.name if known else ""))
        return person.name if person else None

    def _do(self, work: Callable[[], T], done: Callable[[T], object],
            failed: Callable[[Exception], object] | None = None) -> None:
        self.detail.say("")
        Op(work).on_success(done).on_failure(failed or (lambda error: self.detail.say(explain(error).text))).start(self)

    def _after(self, profile_id: str = "", undo: Callable[[], object] | None = None) -> None:
        self.changed = True
        if undo is not None:
            self._undo.append(undo)
        self._read(profile_id)

    def _read(self, profile_id: str = "") -> None:
        app = self._app

        def show(look: Look) -> None:
            self._look = look
            self.table.show_rows(look.profiles)
            if profile_id or self.table.current_row() is None:
                self.table.select_id(profile_id or look.profile.id)
            self.overrides_button.setText(self.tr("May go beyond the rules ({count})…").format(
                count=len(look.overrides)))
            self.overrides_button.setVisible(bool(look.overrides))
            if self.overrides is not None:
                self.overrides.show_rows(look)
            self._show_picked()
        Op(lambda: actions.look(app)).on_success(show).on_failure(
            lambda error: self.detail.say(explain(error).text)).start(self)

    def _picked(self) -> KnownProfile | None:
        found = self.table.current_row()
        return found if isinstance(found, KnownProfile) else None

    def _show_picked(self) -> None:
        known, look = self._picked(), self._look
        ready = known is not None and known.fault is None
        for part in (self.edit_button, self.copy_action, self.export_action):
            part.setEnabled(ready)
        self.use_button.setEnabled(ready and known is not None and look is not None and known.id != look.profile.id)
        self.remove_action.setVisible(known is not None and known.own)
        self.undo_button.setVisible(bool(self._undo))
        if known is None or look is None:
            return
        self.remove_action.setText(self.tr("Back to the shipped ones") if known.shipped else self.tr("Remove"))
        self.detail.show_profile(known, self._app.rules.findings(known.profile, look.templates) if ready else ())

    def _state(self, known: KnownProfile) -> str:
        if known.fault is not None:
            return self.tr("damaged")
        if self._look is not None and known.id == self._look.profile.id:
            return self.tr("in force")
        return self.tr("our own") if known.own else ""

    def _tone(self, known: KnownProfile) -> str:
        if known.fault is not None:
            return "bad"
        return "good" if self._look is not None and known.id == self._look.profile.id else "plain"


def open_rules(parent: QWidget, app: App, shell: Shell) -> bool:
    """Show the dialog; whether the station must be opened anew, because other rules hold or their figures changed."""
    dialog = ProfileDialog(parent, app, shell)
    dialog.exec()
    changed = dialog.changed
    dialog.deleteLater()
    return changed


def _documents() -> Path:
    return Path(QStandardPaths.writableLocation(QStandardPaths.StandardLocation.DocumentsLocation))
