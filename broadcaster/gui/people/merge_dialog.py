"""Sáp nhập: which stations became which one, from which day, and which loudspeakers were whose."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QLineEdit, QPushButton, QVBoxLayout, QWidget

from broadcaster.base.settings import ZoneSection
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.people.actions import save_zones
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import caption_label, label, row, scrolled
from broadcaster.gui.widgets.times import DateField
from broadcaster.units.model import OWN, SUPERIOR, Unit
from broadcaster.units.service import UnitService
from broadcaster.wiring import App

_NEW = "*"
_LEVEL, _OLD_LEVEL = "commune", "former_commune"


@dataclass(frozen=True)
class _Row:
    """One former station."""

    place: QWidget
    name: QLineEdit
    zone: QComboBox
    away: QPushButton


class MergeDialog(Sheet):
    """Ends accepted with `own_name` and the names of the zones that were made for it."""

    def __init__(self, parent: QWidget | None, app: App, by: str, units: Sequence[Unit]) -> None:
        title = QCoreApplication.translate("MergeDialog", "Merger")
        super().__init__(parent, title, 700)
        self._app, self._by, self._units = app, by, units
        self.new_zones: list[str] = []
        self.rows: list[_Row] = []
        own = next((item for item in units if item.role == OWN), None)
        self.form = Form(label_width=150)
        self.own = text_field(own.name if own else app.settings.station.commune, limit=200)
        self.day = DateField(app.clock.now().date())
        self.form.add(self.tr("The new unit"), self.own)
        self.form.add(self.tr("From which day"), self.day, self.tr("The former stations end the day before."))
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(self.tr(
            "Several former stations became one. Each keeps its loudspeakers as a zone, and its old logbooks can be "
            "taken in afterwards."), "soft", wrap=True))
        self.body.addWidget(self.form)
        self.body.addWidget(caption_label(self.tr("Former stations and their loudspeakers")))
        place = QWidget()
        self._list = QVBoxLayout(place)
        self._list.setContentsMargins(0, 0, 0, 0)
        self._list.addStretch(1)
        area = scrolled(place)
        area.setMinimumHeight(150)
        self.body.addWidget(area, 1)
        self.add_button = button(self.tr("One more former station"), "plus", lambda: self._add(focus=True))
        self.body.addLayout(row(self.add_button, None))
        self.summary = Banner("", "info", "info")
        self.body.addWidget(self.summary)
        self.save = primary_button(self.tr("Enter the merger"), "check", self._save)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        for _ in range(2):
            self._add()
        self.own.textChanged.connect(lambda _: self._preview())
        self.day.dateChanged.connect(lambda _: self._preview())
        self._preview()

    @property
    def own_name(self) -> str:
        return self.own.text().strip()

    def former(self) -> list[tuple[str, str]]:
        """(name, zone) of each station entered; a new zone is called as its station."""
        found = [(each.name.text().strip(), str(each.zone.currentData())) for each in self.rows]
        return [(name, name if zone == _NEW else zone) for name, zone in found if name]

    def _add(self, *, focus: bool = False) -> None:
        place = QWidget()
        number = len(self.rows) + 1
        name = text_field("", self.tr("Name of a former commune"), 120)
        name.setAccessibleName(self.tr("Former station {number}").format(number=number))
        zones = [zone.name for zone in self._app.settings.zones]
        zone = choice([(_NEW, self.tr("a new zone of this name")), *((each, each) for each in zones),
                       ("", self.tr("no zone"))], _NEW)
        zone.setAccessibleName(self.tr("Zone of former station {number}").format(number=number))
        zone.setMinimumWidth(230)
        away = icon_button("x", self.tr("Leave this station out"), lambda: self._drop(place))
        line = row(name, zone, away)
        line.setContentsMargins(0, 0, 6, 0)
        line.setStretch(0, 1)
        place.setLayout(line)
        self.rows.append(_Row(place, name, zone, away))
        self._list.insertWidget(self._list.count() - 1, place)
        name.textChanged.connect(lambda _: self._preview())
        zone.currentIndexChanged.connect(lambda _: self._preview())
        if focus:
            name.setFocus()

    def _drop(self, place: QWidget) -> None:
        self.rows = [each for each in self.rows if each.place is not place]
        place.hide()
        place.deleteLater()
        self._preview()

    def _preview(self) -> None:
        """What will be entered, in one sentence."""
        names = [name for name, _ in self.former()]
        if not names or not self.own_name:
            self.summary.show_text(self.tr("Write the name of the new unit and of each former station."), "wait",
                                   "info")
        else:
            self.summary.show_text(self.tr(
                "From {day}: {names} → {own}. New zones: {zones}.").format(
                    day=f"{self.day.value():%d/%m/%Y}", names=", ".join(names), own=self.own_name,
                    zones=", ".join(self._zones_to_make()) or self.tr("none")), "info", "info")
        self.save.setEnabled(bool(names and self.own_name))

    def _zones_to_make(self) -> list[str]:
        known = {zone.name for zone in self._app.settings.zones}
        return list(dict.fromkeys(zone for _, zone in self.former() if zone and zone not in known))

    def _save(self) -> None:
        self.save.setEnabled(False)
        own, former, zones = self._own_unit(), self._former_units(), self._zones_to_make()
        day, app, by = self.day.value(), self._app, self._by

        def work() -> None:
            units = app.units
            if zones:
                # The zones come first: a unit may only name one that is there.
                settings = save_zones(app, [ZoneSection(name) for name in zones], by)
                units = UnitService(app.database, settings, app.clock)
            units.merge(own, former, day, by)

        def done(_: None) -> None:
            self.new_zones = zones
            self.accept()

        Op(work).on_success(done).on_failure(self._failed).start(self)

    def _failed(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.summary.show_text(explain(error).text, "bad")

    def _own_unit(self) -> Unit:
        own = next((item for item in self._units if item.role == OWN), None)
        return replace(own, name=self.own_name) if own else Unit("", self.own_name, _LEVEL)

    def _former_units(self) -> list[Unit]:
        """A station that is entered already is the same one, whatever was meant by it before."""
        known = {item.name.casefold(): item for item in self._units if item.role not in {OWN, SUPERIOR}}
        return [replace(known.get(name.casefold()) or Unit("", name, _OLD_LEVEL), zone=zone)
                for name, zone in self.former()]
