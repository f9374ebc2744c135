"""Taking the schedule out: planned items, sessions or campaigns, as a table, a calendar or for other software."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.exchange import actions
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.times import DateField
from broadcaster.schedule.exchange.service import FORMS, MOST_DAYS
from broadcaster.wiring import App


class ExportDialog(Sheet):
    """Nothing of the station changes."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("ExportDialog", "Take the schedule out")
        super().__init__(parent, title, 560)
        self._app = app
        self._shell = shell
        today = app.clock.now().date()
        self.body.addWidget(label(title, "title"))
        self.what = choice([("plan", self.tr("What is planned, item by item")),
                            ("sessions", self.tr("Sessions and special days")),
                            ("campaigns", self.tr("Campaigns"))], "plan")
        self.form = choice([])
        self.first, self.last = DateField(today), DateField(today + timedelta(days=6))
        self._fields = Form(150)
        self._fields.add(self.tr("What"), self.what)
        self._fields.add(self.tr("As"), self.form)
        self._fields.add(self.tr("From"), self.first)
        self._fields.add(self.tr("To the end of"), self.last)
        self.body.addWidget(self._fields)
        self._hint = label("", "soft", wrap=True)
        self.body.addWidget(self._hint)
        self.save_button = primary_button(self.tr("Save…"), "file-down", self.save)
        self.save_button.setDefault(True)
        self.buttons(button(self.tr("Close"), "", self.reject), self.save_button)
        self.what.currentIndexChanged.connect(self._offer_forms)
        self.form.currentIndexChanged.connect(self._explain)
        self._offer_forms()

    def save(self) -> None:
        """Ask where, then write."""
        self._fields.clear()
        first, last = self.first.value(), self.last.value()
        if last < first:
            self._fields.wrong(self.last, self.tr("The last day lies before the first."))
            return
        if (last - first).days >= MOST_DAYS:
            self._fields.wrong(self.last, self.tr("At most one year at a time."))
            return
        what, form = str(self.what.currentData()), str(self.form.currentData())
        name = f"{self._file_words()[what]} {first:%d-%m-%Y} – {last:%d-%m-%Y}"
        path = actions.ask_target(self, self._shell, name, form)
        if path is None:
            return
        self.save_button.setEnabled(False)
        Op(lambda: actions.write(self._app, what, form, (first, last), path), lane="slow").on_success(
            self._saved).on_failure(self._failed).start(self)

    def _saved(self, path: Path) -> None:
        self._shell.notify(self.tr("Saved: {path}").format(path=path))
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.save_button.setEnabled(True)
        self._shell.error(error)

    def _offer_forms(self) -> None:
        words = actions.form_words()
        self.form.clear()
        for form in FORMS[str(self.what.currentData())]:
            self.form.addItem(words[form], form)
        self._explain()

    def _explain(self) -> None:
        self._hint.setText({
            ("plan", "csv"): self.tr("One line for each item, to read, filter or print in Excel."),
            ("plan", "ics"): self.tr("Every session on its day, with its items: for the calendar of a phone."),
            ("plan", "json"): self.tr("What airs on which days at which hour, for other loudspeaker software."),
            ("sessions", "ics"): self.tr("Sessions as they come back every week, and special days. Another station can "
                                         "take the file over."),
            ("campaigns", "csv"): self.tr("In the columns that can be taken over again, here or at another station."),
        }.get((str(self.what.currentData()), str(self.form.currentData())), ""))

    def _file_words(self) -> dict[str, str]:
        return {"plan": self.tr("Broadcast schedule"), "sessions": self.tr("Sessions"),
                "campaigns": self.tr("Campaigns")}
