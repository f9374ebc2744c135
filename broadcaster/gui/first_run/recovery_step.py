"""Step: the sheet for the day a PIN is forgotten, and whether whoever uses the window signs in."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QCheckBox

from broadcaster.accounts.model import Right
from broadcaster.gui.errors import explain
from broadcaster.gui.first_run.model import RECOVERY
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.ops import Op
from broadcaster.gui.people.actions import ask_place, make_sheet, open_file, save_sign_in
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import label, row, rule

_LOCK_MINUTES = 10


class RecoveryStep(Step):
    """Eight one-time codes on paper; without them nobody can let a forgetful person in again."""

    name = RECOVERY

    def build(self) -> None:
        self.nobody = Banner()
        self.sheet_button = button(self.tr("Make the recovery sheet (PDF)…"), "printer", self._make)
        self.sheet_state = Banner()
        self.sign_in = QCheckBox(self.tr("Whoever uses this window signs in first; it locks after 10 minutes"))
        self.sign_in.setAccessibleName(self.sign_in.text())
        note = label(self.tr("For a computer that others can reach. Otherwise everybody may look, and each act is "
                             "signed with a PIN. Both can be changed later under People."), "faint", wrap=True)
        self.body.addWidget(self.nobody)
        self.body.addLayout(row(self.sheet_button, None))
        self.body.addWidget(self.sheet_state)
        self.body.addWidget(rule())
        self.body.addLayout(row(self.sign_in, None))
        self.body.addWidget(note)
        self.body.addStretch(1)
        self._read = False

    def short(self) -> str:
        return self.tr("Recovery sheet")

    def heading(self) -> tuple[str, str]:
        return (self.tr("For the day a PIN is forgotten"),
                self.tr("Print eight one-time codes, seal them in an envelope and lock it away. Without them nobody "
                        "can let you in again when you forget your PIN."))

    def enter(self) -> None:
        somebody = bool(self.run.app.accounts.people())
        self.sheet_button.setEnabled(somebody)
        self.sign_in.setEnabled(somebody)
        self.nobody.show_text("" if somebody else self.tr(
            "Nobody is entered yet: go back to “People” first, or leave this for later."), "info", "info")
        if not self._read:
            self._read = True
            self.sign_in.setChecked(self.run.settings().people.sign_in)
        if somebody:
            self.sheet_button.setFocus()

    def finish(self, then: Callable[[], object]) -> None:
        wanted, before = self.sign_in.isChecked(), self.run.settings().people
        if wanted == before.sign_in:
            then()
            return
        by = self.run.signer(self.tr("Whether people sign in at this window."), Right.PEOPLE)
        if by is None:
            return
        app = self.run.app

        def work() -> None:
            save_sign_in(app, on=wanted, minutes=before.lock_minutes or _LOCK_MINUTES, by=by)
            self.run.touched = True

        self.do(work, lambda _: then())

    def _make(self) -> None:
        by = self.run.signer(self.tr("A new recovery sheet; an older one holds no more."), Right.PEOPLE)
        path = ask_place(self) if by is not None else None
        if path is None or by is None:
            return
        app = self.run.app
        self.sheet_button.setEnabled(False)
        Op(lambda: make_sheet(app, path, by), lane="slow").on_success(lambda _: self._made(path)).on_failure(
            self._not_made).start(self)

    def _made(self, path: Path) -> None:
        self.sheet_button.setEnabled(True)
        words = self.tr("The sheet is saved. Print it, seal it, then delete the file {name}.")
        self.sheet_state.show_text(words.format(name=path.name), "good", "circle-check")
        open_file(path)

    def _not_made(self, error: Exception) -> None:
        self.sheet_button.setEnabled(True)
        self.sheet_state.show_text(explain(error).text, "bad", "circle-alert")
