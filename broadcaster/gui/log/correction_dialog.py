"""Saying what really became of an airing: beside the log, under a name, and again taken back in the same way."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person
from broadcaster.asrun.model import Airing, Correction, Outcome
from broadcaster.base.clock import parse_time
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.log.model import outcome_words, planned_text, reason_of, reason_words
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import writer
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.reason import ReasonField, keep_reason, offered_reasons
from broadcaster.gui.widgets.sheet_room import grow
from broadcaster.protocol.journal import Reason

_KEPT = "correction"
_PLANNED = (Outcome.AIRED, Outcome.PARTIAL, Outcome.MISSED, Outcome.MADE_UP)
_UNPLANNED = (Outcome.PARTIAL, Outcome.MISSED)
_REASONED = (Outcome.MISSED, Outcome.PARTIAL)


class CorrectionDialog(Sheet):
    """Closes once the correction is stored; `made` then holds it."""

    def __init__(self, parent: QWidget | None, shell: Shell, airing: Airing) -> None:
        super().__init__(parent, QCoreApplication.translate("CorrectionDialog", "Note or correction"), 640)
        self._shell, self._airing = shell, airing
        self.made: Correction | None = None
        self.body.addWidget(label(airing.title, "title", wrap=True))
        said = self.tr("{time} · the computer noted: {outcome}").format(
            time=planned_text(airing, True), outcome=" – ".join(filter(None, (
                outcome_words(airing.outcome), reason_of(airing)))))
        self.body.addWidget(label(said, "soft", wrap=True))
        self.history = label("", wrap=True)
        self.history.hide()
        self.body.addWidget(self.history)
        self._make_form()
        self.body.addWidget(label(self.tr(
            "The log itself stays as it is: this stands beside it under your name, and reports count it."),
            "faint", wrap=True))
        self.save = primary_button(self.tr("Sign and write down"), "pencil", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self._show_reason()
        self.note.line.setFocus()
        app = shell.app
        Op(lambda: app.corrections.of(airing.id)).on_success(self._show_history).start(self)

    def _make_form(self) -> None:
        airing = self._airing
        as_noted = self.tr("as the computer noted (takes the correction back)") if airing.corrected else \
            self.tr("as the computer noted")
        outcomes = [("", as_noted)]
        outcomes += [(str(item), outcome_words(item)) for item in (_PLANNED if airing.planned else _UNPLANNED)]
        # Whoever only adds a word to a correction must not take it back by the way.
        self.outcome = choice(outcomes, str(airing.counted.outcome) if airing.corrected else "")
        self.outcome.currentIndexChanged.connect(lambda _: self._show_reason())
        reasons = [("", self.tr("choose…")), *((str(item), reason_words(item)) for item in Reason if item)]
        self.reason = choice(reasons, airing.counted.reason)
        self.note = ReasonField(offered_reasons(self._shell.memory, _KEPT, _usual()))
        self.note.line.setAccessibleName(self.tr("What happened"))
        self.form = Form(label_width=130)
        self.form.add(self.tr("What became of it"), self.outcome)
        self.form.add(self.tr("Reason"), self.reason)
        self.form.add(self.tr("What happened"), self.note, top=True)
        self.body.addWidget(self.form)

    def _show_reason(self) -> None:
        self.form.set_row_visible(self.reason, self.outcome.currentData() in {str(item) for item in _REASONED})

    def _show_history(self, told: Sequence[Correction]) -> None:
        self.history.setText("\n".join(correction_words(each) for each in told[-4:]))
        self.history.setVisible(bool(told))
        grow(self, self.body)

    def _save(self) -> None:
        self.form.clear()
        outcome = str(self.outcome.currentData())
        reason = str(self.reason.currentData()) if self.reason.isVisibleTo(self) else ""
        if self.reason.isVisibleTo(self) and not reason:
            self._wrong(self.reason, self.tr("Choose the reason."))
        elif not self.note.text():
            self._wrong(self.note, self.tr("Write in a few words what happened: it goes into the record."))
        elif (person := writer(self._shell, self.tr("Correction of “{title}” in the airing log").format(
                title=self._airing.title))) is not None:
            self._store(person, outcome, reason, self.note.text())

    def _wrong(self, field: QWidget, text: str) -> None:
        self.form.wrong(field, text)
        grow(self, self.body)

    def _store(self, person: Person, outcome: str, reason: str, note: str) -> None:
        app, airing = self._shell.app, self._airing
        self.save.setEnabled(False)

        def stored(made: Correction) -> None:
            keep_reason(self._shell.memory, _KEPT, note)
            self.made = made
            self.accept()

        def failed(error: Exception) -> None:
            self.save.setEnabled(True)
            self._shell.error(error)

        Op(lambda: app.corrections.add(airing.id, outcome or None, reason, note, person.name)).on_success(
            stored).on_failure(failed).start(self)


def correct(shell: Shell, parent: QWidget, airing: Airing, done: Callable[[], object]) -> None:
    """Ask for a correction of one row; `done` once it is stored."""
    dialog = CorrectionDialog(parent.window(), shell, airing)
    dialog.exec()
    made = dialog.made
    dialog.deleteLater()
    if made is not None:
        shell.notify(QCoreApplication.translate("CorrectionDialog", "Written down beside “{title}”.").format(
            title=airing.title))
        done()


def correction_words(told: Correction) -> str:
    """21/11/2026 06:10 Cán bộ truyền thanh: phát một phần – mất điện – “…”."""
    what = outcome_words(told.outcome) if told.outcome is not None else ""
    if not told.changes:
        what = QCoreApplication.translate("CorrectionDialog", "as the computer noted")
    said = " – ".join(filter(None, (what, reason_words(told.reason), f"“{told.note}”")))
    return f"{moment_text(parse_time(told.at))} {told.by}: {said}"


def _usual() -> list[str]:
    translate = QCoreApplication.translate
    return [translate("CorrectionDialog", "Power cut in the whole commune"),
            translate("CorrectionDialog", "Loudspeakers were off"),
            translate("CorrectionDialog", "Aired with the spare equipment"),
            translate("CorrectionDialog", "Checked at the place")]
