"""The hours of the sessions: what holds now, and other hours for one of them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.on_air.order_form import ZonePicker
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.schedule import actions
from broadcaster.gui.schedule.model import weekdays_words
from broadcaster.gui.schedule.weekdays import WeekdayPicker
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, number_field
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.times import TimeField
from broadcaster.schedule.model import ALL, SessionTemplate, unusual_start
from broadcaster.wiring import App


class SessionsDialog(Sheet):
    """The list; "Change hours…" needs a signature. `changed` tells whether anything was saved."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell) -> None:
        title = QCoreApplication.translate("SessionsDialog", "Hours of the sessions")
        super().__init__(parent, title, 640)
        self._app = app
        self._shell = shell
        self.changed = False
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr("Every session is held at these hours until they are changed. A session that "
                                          "has begun is not touched."), "soft", wrap=True))
        self.edit_button = primary_button(self.tr("Change hours…"), "pencil", self.edit)
        self.edit_button.setEnabled(False)
        self.table = Table("schedule.sessions", [
            Column(self.tr("Session"), lambda item: item.name, 0),
            Column(self.tr("Starts"), lambda item: f"{item.starts:%H:%M}", 88, digits=True),
            Column(self.tr("At most"), self._minutes, 104),
            Column(self.tr("Days"), self._days, 150 if app.settings.zones else 250),
            *([Column(self.tr("Zones"), self._zones, 150)] if app.settings.zones else []),
        ], accessible=title)
        self.table.setMinimumHeight(180)
        self.table.picked.connect(lambda item: self.edit_button.setEnabled(item is not None))
        self.table.opened.connect(lambda _: self.edit())
        self.body.addWidget(self.table)
        self.buttons(self.edit_button, button(self.tr("Close"), "", self.reject))
        self._read()

    def edit(self) -> None:
        """Other hours for the chosen session."""
        template = self.table.current_row()
        if template is None:
            return
        person = actions.writer(self._shell, self.tr("Change the hours of “{name}”.").format(name=template.name))
        if person is None:
            return
        dialog = HoursDialog(self, self._app, template, person.name, self._shell.memory)
        if dialog.exec() == HoursDialog.DialogCode.Accepted:
            self.changed = True
            self._shell.air.command("reload").on_failure(lambda _: None).start(self)
            self._read()
        dialog.deleteLater()

    def _read(self) -> None:
        Op(self._app.schedule.templates).on_success(self._show).on_failure(self._failed).start(self)

    def _show(self, templates: Sequence[SessionTemplate]) -> None:
        self.table.show_rows(templates)
        if templates and self.table.current_row() is None:
            self.table.selectRow(0)

    def _failed(self, error: Exception) -> None:
        self.reject()
        self._shell.error(error)

    def _minutes(self, template: SessionTemplate) -> str:
        return self.tr("{count} minutes").format(count=template.minutes)

    def _days(self, template: SessionTemplate) -> str:
        return weekdays_words(template.weekdays) or self.tr("every day")

    def _zones(self, template: SessionTemplate) -> str:
        return self.tr("all zones") if ALL in template.zones else ", ".join(template.zones)


class HoursDialog(Sheet):
    """Start, length and days of one session, and for which zones it is where there are several."""

    def __init__(self, parent: QWidget | None, app: App, template: SessionTemplate, by: str,
                 memory: QSettings | None = None) -> None:
        """`memory`: where the reasons given last are kept."""
        title = QCoreApplication.translate("SessionsDialog", "Hours of “{name}”").format(name=template.name)
        super().__init__(parent, title, 580)
        self._app = app
        self._memory = memory or QSettings()
        self._template = template
        self._by = by
        self.body.addWidget(label(title, "title", wrap=True))
        self.form = Form(label_width=130)
        self.starts = TimeField(template.starts)
        self.minutes = number_field(template.minutes, 1, 1440, self.tr(" minutes"))
        self.weekdays = WeekdayPicker(template.weekdays)
        self.form.add(self.tr("Starts"), self.starts, self.tr("On the 24-hour clock: five in the afternoon is 17:00."))
        self.form.add(self.tr("At most"), self.minutes)
        self.form.add(self.tr("Days of the week"), self.weekdays)
        self.zones = ZonePicker([zone.name for zone in app.settings.zones])
        for name in template.zones:
            if name in self.zones.zones:
                self.zones.zones[name].click()
        if len(self.zones.zones) > 1:
            self.form.add(self.tr("Zones"), self.zones, self.tr("Sessions on different zones may run side by side."))
        self.body.addWidget(self.form)
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.wrong)
        self.save = primary_button(self.tr("Save"), "save", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.starts.setFocus()

    def _save(self) -> None:
        self.form.clear()
        self.wrong.show_text("", "bad", "circle-alert")
        starts, minutes, weekdays = self.starts.value(), self.minutes.value(), self.weekdays.value()
        if not weekdays:
            self.form.wrong(self.weekdays, self.tr("Choose at least one day."))
            return
        unusual = unusual_start(starts) and starts != self._template.starts
        reason = self._why(starts) if unusual else ""
        if unusual and not reason:
            return
        app, template, by = self._app, self._template, self._by
        if len(self.zones.zones) > 1:
            template = replace(template, zones=tuple(self.zones.chosen()) or (ALL,))
        self.save.setEnabled(False)
        Op(lambda: actions.save_template(app, template, starts, minutes, weekdays, by, reason)) \
            .on_success(lambda _: self.accept()).on_failure(self._refused).start(self)

    def _why(self, starts: time) -> str:
        """Empty when it was not meant: 5:00 may be 17:00."""
        memory = self._memory
        reason = ask_reason(
            self, self.tr("Really at {time}?").format(time=f"{starts:%H:%M}"),
            self.tr("“{name}” would sound over the loudspeakers at {time}, when many people are asleep or at rest.")
            .format(name=self._template.name, time=f"{starts:%H:%M}"),
            self.tr("Yes, at {time}").format(time=f"{starts:%H:%M}"),
            offered=offered_reasons(memory, "hours", [
                self.tr("The villagers agreed"), self.tr("Order of the People's Committee"),
                self.tr("Seasonal farm work")]))
        keep_reason(memory, "hours", reason)
        return reason

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")
