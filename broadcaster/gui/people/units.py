"""Đơn vị: what stands above the station, what it grew out of, whom reports go to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from PySide6.QtGui import QResizeEvent

from broadcaster.accounts.model import Right
from broadcaster.gui.ops import Op
from broadcaster.gui.people.actions import signature
from broadcaster.gui.people.merge_dialog import MergeDialog
from broadcaster.gui.people.section import Section
from broadcaster.gui.people.tray import tray
from broadcaster.gui.people.unit_dialog import UnitDialog
from broadcaster.gui.people.units_model import Line, days_words, level_words, lines, role_tone, role_words
from broadcaster.gui.rights import needs
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table
from broadcaster.units.model import Unit

_NARROW = 880
_LEAST, _MOST = 4, 12


@dataclass(frozen=True)
class WayBack:
    """The tree before the last change and after it, and who signed."""

    before: Sequence[Unit]
    after: Sequence[Unit]
    by: str


class UnitsSection(Section):
    """The tree and what can be done with it; the last change can be taken back."""

    name = "units"
    _ways_back: ClassVar[dict[str, WayBack]] = {}
    """By station: new zones make the page anew, and a merger can still be taken back then."""

    def build(self) -> None:
        self._units: Sequence[Unit] = ()
        self.superior = Banner("", "info", "send")
        self.body.addWidget(self.superior)
        self.body.addWidget(self._card())
        self.body.addStretch(1)

    def on_shown(self, item: str = "") -> None:
        app = self.app
        Op(lambda: (app.units.all(), app.units.superior())).on_success(lambda found: self._show(*found)).start(self)

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"unit", "*"}:
            self.on_shown()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # The tier is the first to go where the name would have no room.
        self.table.setColumnHidden(1, self.width() < _NARROW)

    def _card(self) -> Card:
        self.table = Table("people.units", [
            Column(self.tr("Unit"), lambda line: line.name, 0, tip=lambda line: line.unit.name),
            Column(self.tr("Level"), lambda line: level_words(line.unit.level), 190),
            Column(self.tr("Role"), lambda line: role_words(line.unit.role), 158,
                   tone=lambda line: role_tone(line.unit.role)),
            Column(self.tr("Zone"), lambda line: line.unit.zone, 140, tip=lambda line: line.unit.zone),
            Column(self.tr("Days"), lambda line: days_words(line.unit), 168),
        ], accessible=self.tr("Units"))
        self.table.set_empty("map-pin", self.tr(
            "No unit is entered yet. Enter the commune itself and what stands above it: reports then name whom they "
            "go to. A merged commune also enters the stations it was made of."), self.tr("Add a unit…"), self._add)
        self.table.picked.connect(self._show_buttons)
        self.table.opened.connect(lambda _: self._edit())
        self.add_button = primary_button(self.tr("Add a unit…"), "plus", self._add)
        self.edit_button = button(self.tr("Change…"), "pencil", self._edit)
        self.remove_button = button(self.tr("Remove"), "trash-2", self._remove)
        self.merge_button = needs(button(self.tr("Merger…"), "library", self._merge), Right.PEOPLE)
        self.undo_button = button(self.tr("Undo"), "undo-2", self._take_back)
        self.records_button = button(self.tr("Old logbooks"), "book-open", self._records)
        keys, flow = tray()
        for key in (self.edit_button, self.remove_button, self.merge_button, self.records_button, self.undo_button):
            flow.addWidget(key)
        head = row(label(self.tr("Units above and before this station").upper(), "caption"), None, self.add_button)
        box = Card().add(head, self.table, keys)
        self._show_buttons(None)
        return box

    def _show(self, units: Sequence[Unit], superior: str) -> None:
        self._units = units
        found = lines(units)
        self.table.setColumnHidden(3, not any(item.zone for item in units))
        self.table.show_rows(found)
        rows = min(_MOST, max(_LEAST, len(found)))
        self.table.setFixedHeight(ROW_HEIGHT * (rows + 1) + 4 if found else 250)
        self.add_button.setVisible(bool(found))
        if superior:
            self.superior.show_text(self.tr("Reports go to: {name}.").format(name=superior), "info", "send")
        else:
            self.superior.show_text(self.tr(
                "Nobody is entered whom reports go to. Mark a unit as “gets the reports”, or enter what stands above "
                "the commune."), "wait")
        self._show_buttons(self.table.current_row())

    def _show_buttons(self, line: Line | None) -> None:
        for key in (self.edit_button, self.remove_button, self.records_button):
            key.setEnabled(line is not None)
        self.undo_button.setEnabled(self._station in self._ways_back)

    @property
    def _station(self) -> str:
        return str(self.app.home.root)

    def _current(self) -> Unit | None:
        line: Line | None = self.table.current_row()
        return line.unit if line else None

    def _add(self) -> None:
        self._ask(self.tr("Adding a unit needs a signature."), None)

    def _edit(self) -> None:
        unit = self._current()
        if unit is not None:
            self._ask(self.tr("Changing {name} needs a signature.").format(name=unit.name), unit)

    def _ask(self, purpose: str, unit: Unit | None) -> None:
        allowed, by = signature(self.shell, purpose)
        if not allowed:
            return
        dialog = UnitDialog(self.window(), self.app, by, self._units, unit)
        if dialog.exec() and dialog.saved is not None:
            said = self.tr("{name} is changed.") if unit else self.tr("{name} is entered.")
            self._done(said.format(name=dialog.saved.name), by)
        dialog.deleteLater()

    def _remove(self) -> None:
        unit = self._current()
        if unit is None:
            return
        allowed, by = signature(self.shell, self.tr("Removing {name} needs a signature.").format(name=unit.name))
        if allowed:
            units, unit_id = self.app.units, unit.id
            self._change(lambda: units.remove(unit_id, by), self.tr("{name} was removed.").format(name=unit.name), by)

    def _merge(self) -> None:
        allowed, by = signature(self.shell, self.tr("A merger needs a signature."))
        if not allowed:
            return
        dialog = MergeDialog(self.window(), self.app, by, self._units)
        accepted = dialog.exec()
        own, new_zones = dialog.own_name, dialog.new_zones
        dialog.deleteLater()
        if not accepted:
            return
        said = self.tr("The merger into {name} is entered.").format(name=own)
        if new_zones:
            told = self.tr("New zones: {names}. Set their outputs in Settings.").format(names=", ".join(new_zones))
            self._done(f"{said} {told}", by, then=self.shell.rebuild)
        else:
            self._done(said, by)

    def _records(self) -> None:
        unit = self._current()
        if unit is not None:
            self.shell.go("people", f"records:{unit.id}")

    def _take_back(self) -> None:
        if (way := self._ways_back.pop(self._station, None)) is None:
            return
        back, units = way, self.app.units
        self._change(lambda: units.put_back(back.before, back.after, back.by),
                     self.tr("The units are as they were before."), "", undo=False)

    def _change(self, work: Callable[[], object], said: str, by: str, *, undo: bool = True) -> None:
        Op(work).on_success(lambda _: self._done(said, by, undo=undo)).start(self)

    def _done(self, said: str, by: str, *, undo: bool = True, then: Callable[[], object] | None = None) -> None:
        """Say it, and keep the tree as it was and as it is now for the way back."""
        before, app = list(self._units), self.app

        def look(found: tuple[list[Unit], str]) -> None:
            if undo:
                self._ways_back[self._station] = WayBack(before, found[0], by)
            self.shell.notify(said)
            self._show(*found)
            if then is not None:
                then()

        Op(lambda: (app.units.all(), app.units.superior())).on_success(look).start(self)
