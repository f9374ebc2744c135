"""The cards below the list of people: recovery sheet, signing in, rights in plain words."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QCheckBox, QGridLayout, QLabel

from broadcaster.accounts.model import RIGHTS, RecoverySheet, Role
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.people.actions import ask_place, make_sheet, open_file, save_sign_in, signature
from broadcaster.gui.people.model import right_lines, sheet_words, short_role
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.form import number_field
from broadcaster.gui.widgets.layout import Card, label, row, rule
from broadcaster.wiring import App

_COLUMNS = (Role.VIEWER, Role.OPERATOR, Role.APPROVER, Role.ADMIN)


class RecoveryCard(Card):
    """Whether there is a sheet, and a new one."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__(QCoreApplication.translate("RecoveryCard", "Recovery sheet"))
        self._app = app
        self._shell = shell
        self._printed = False
        self.state = Banner()
        self.print_button = button(self.tr("Make the sheet…"), "printer", self._print)
        self.add(label(self.tr("Eight codes on paper, in a sealed envelope: each gives one person a new PIN when two "
                               "colleagues cannot sign for them."), "soft", wrap=True),
                 self.state, row(self.print_button, None))
        self._show(RecoverySheet())

    def reload(self) -> None:
        """Read it again."""
        Op(self._app.recovery.sheet).on_success(self._show).start(self)

    def _show(self, sheet: RecoverySheet) -> None:
        self._printed = bool(sheet.printed_at)
        words, tone = sheet_words(sheet)
        self.state.show_text(words, tone, "circle-check" if tone == "good" else "triangle-alert")
        self.print_button.setText(self.tr("Make a new sheet…") if self._printed else self.tr("Make the sheet…"))
        self.print_button.setAccessibleName(self.print_button.text())

    def _print(self) -> None:
        if self._printed and not self._shell.confirm(
                self.tr("Make a new recovery sheet?"),
                self.tr("The codes of the old sheet hold no more. Destroy it when the new one is printed."),
                self.tr("Make a new sheet")):
            return
        allowed, by = signature(self._shell, self.tr("The recovery sheet opens every name here: it needs a "
                                                     "signature."))
        path = ask_place(self.window()) if allowed else None
        if path is not None:
            app = self._app
            Op(lambda: make_sheet(app, path, by), lane="slow", label=self.tr("The sheet is being made…")).on_success(
                lambda _: self._made(path)).start(self)

    def _made(self, path: Path) -> None:
        self._shell.notify(self.tr("The sheet is saved. Print it, put it into an envelope, then delete the file "
                                   "{name}.").format(name=path.name))
        open_file(path)
        self.reload()


class SignInSettings(Card):
    """[people] of station.toml."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__(QCoreApplication.translate("SignInSettings", "Signing in"))
        self._app = app
        self._shell = shell
        self.on = QCheckBox(self.tr("Whoever uses this window signs in first"))
        self.on.setAccessibleName(self.on.text())
        self.minutes = number_field(10, 0, 720, self.tr(" min"))
        self.minutes.setAccessibleName(self.tr("Lock after"))
        self.minutes.setSpecialValueText(self.tr("never"))
        self.note = label("", "faint", wrap=True)
        self.save = primary_button(self.tr("Save"), "save", self._save)
        self.add(self.on, row(label(self.tr("Lock without key or mouse after"), "soft"), self.minutes, None), self.note,
                 row(self.save, None))
        settings = app.settings.people
        self.on.setChecked(settings.sign_in)
        self.minutes.setValue(settings.lock_minutes)
        self.on.toggled.connect(lambda _: self._changed())
        self.minutes.valueChanged.connect(lambda _: self._changed())
        self._changed()

    def unsaved(self) -> str:
        return self.tr("signing in") if self._dirty() else ""

    def _dirty(self) -> bool:
        settings = self._app.settings.people
        return (self.on.isChecked(), self.minutes.value()) != (settings.sign_in, settings.lock_minutes)

    def _changed(self) -> None:
        self.save.setEnabled(self._dirty())
        self.minutes.setEnabled(self.on.isChecked())
        self.note.setText(self.tr(
            "The window locks; the broadcast, STOP ALL and the emergency key do not. It does not lock while somebody "
            "records or speaks live.") if self.on.isChecked() else self.tr(
            "As it is now everybody may look, and each act is signed with a PIN."))

    def _save(self) -> None:
        allowed, by = signature(self._shell, self.tr("Changing how people sign in needs a signature."))
        if not allowed:
            return
        app, on, minutes = self._app, self.on.isChecked(), self.minutes.value()
        self.save.setEnabled(False)
        Op(lambda: save_sign_in(app, on=on, minutes=minutes, by=by)).on_success(self._saved).on_failure(
            self._failed).start(self)

    def _saved(self, _: None) -> None:
        self._shell.notify(self.tr("The settings are saved."))
        self._shell.rebuild()

    def _failed(self, error: Exception) -> None:
        self._changed()
        self._shell.error(error)


class RightsCard(Card):
    """The one table of rights, in plain words."""

    def __init__(self) -> None:
        super().__init__(QCoreApplication.translate("RightsCard", "Who may do what"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(8)
        grid.setVerticalSpacing(7)
        grid.setColumnStretch(0, 1)
        for place, role in enumerate(_COLUMNS, start=1):
            grid.addWidget(label(short_role(role), "faint"), 0, place, Qt.AlignmentFlag.AlignHCenter)
        for line, (right, words) in enumerate(right_lines()):
            grid.addWidget(rule(), 2 * line + 1, 0, 1, len(_COLUMNS) + 1)
            grid.addWidget(label(words, wrap=True), 2 * line + 2, 0)
            for place, role in enumerate(_COLUMNS, start=1):
                grid.addWidget(_mark(right in RIGHTS[role], f"{short_role(role)}: {words}"), 2 * line + 2, place,
                               Qt.AlignmentFlag.AlignCenter)
        self.add(grid, label(self.tr("Where there is no administrator, those who approve stand in. STOP ALL and the "
                                     "prepared emergency messages are open to everybody. Nobody approves what they "
                                     "wrote, unless the station is set to one person."), "faint", wrap=True))


def _mark(yes: bool, words: str) -> QLabel:
    mark = label("" if yes else "–", "faint")
    if yes:
        mark.setPixmap(pixmap("check", 18, colors.good_ink))
    mark.setAccessibleName(words if yes else "–")
    return mark
