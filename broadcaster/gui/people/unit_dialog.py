"""Adding a unit or changing one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.library.optional_date import OptionalDate
from broadcaster.gui.ops import Op
from broadcaster.gui.people.units_model import possible_parents
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import label
from broadcaster.units.model import FORMER, OWN, SUPERIOR, Unit
from broadcaster.units.service import levels
from broadcaster.wiring import App


class UnitDialog(Sheet):
    """Ends accepted with `saved`."""

    def __init__(self, parent: QWidget | None, app: App, by: str, units: Sequence[Unit],
                 unit: Unit | None = None) -> None:
        translate = QCoreApplication.translate
        title = translate("UnitDialog", "Change a unit") if unit else translate("UnitDialog", "Add a unit")
        super().__init__(parent, title, 600)
        self._app, self._by = app, by
        self._unit = unit or Unit("", "", "commune")
        self.saved: Unit | None = None
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(self._fields(units))
        self.body.addStretch(1)
        self.save = primary_button(self.tr("Save"), "check", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.name.setFocus()

    def _fields(self, units: Sequence[Unit]) -> Form:
        unit = self._unit
        self.form = Form(label_width=130)
        self.name = text_field(unit.name, self.tr("Xã Mẫu"), 200)
        self.level = choice([(level.key, level.words) for level in levels()], unit.level)
        self.above = choice([("", self.tr("(nothing entered)")),
                             *((line.id, line.name) for line in possible_parents(units, unit.id))], unit.parent_id)
        self.role = choice([("", self.tr("none")), (OWN, self.tr("this station's own unit")),
                            (SUPERIOR, self.tr("gets the reports")), (FORMER, self.tr("merged into this one"))],
                           unit.role)
        zones = [zone.name for zone in self._app.settings.zones]
        self.zone = choice([("", self.tr("(none)")), *((name, name) for name in zones)], unit.zone)
        today = self._app.clock.now
        self.since = OptionalDate(lambda: today().date(), self.tr("not said"))
        self.until = OptionalDate(lambda: today().date(), self.tr("exists today"))
        self.since.show_value(unit.since)
        self.until.show_value(unit.until)
        self.note = text_field(unit.note, limit=300)
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("Level"), self.level)
        self.form.add(self.tr("Stands below"), self.above)
        self.form.add(self.tr("Role"), self.role,
                      self.tr("Only one unit is the station's own, and only one gets the reports."))
        self.form.add(self.tr("Zone"), self.zone,
                      self.tr("The loudspeakers of a former station, as a zone of this one."))
        self.form.add(self.tr("First day"), self.since)
        self.form.add(self.tr("Last day"), self.until)
        self.form.add(self.tr("Note"), self.note)
        return self.form

    def _save(self) -> None:
        self.form.clear()
        if not self.name.text().strip():
            self.form.wrong(self.name, self.tr("Write the unit's name."))
            return
        wanted = replace(
            self._unit, name=self.name.text(), level=str(self.level.currentData()),
            parent_id=str(self.above.currentData()), role=str(self.role.currentData()),
            zone=str(self.zone.currentData()), since=self.since.value(), until=self.until.value(),
            note=self.note.text())
        self.save.setEnabled(False)
        units, by = self._app.units, self._by
        Op(lambda: units.save(wanted, by)).on_success(self._saved).on_failure(self._failed).start(self)

    def _saved(self, unit: Unit) -> None:
        self.saved = unit
        self.accept()

    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        code = error.code if isinstance(error, BroadcasterError) else ""
        field = {"unit.parent": self.above, "unit.zone": self.zone, "unit.level": self.level,
                 "unit.date": self.until}.get(code, self.name)
        self.form.wrong(field, explain(error).text)
