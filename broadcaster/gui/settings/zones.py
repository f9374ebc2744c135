"""The zones of the station: the list, and adding, changing and removing one. Nothing is saved here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent

from broadcaster.base.settings import ZoneSection
from broadcaster.gui.page import Shell
from broadcaster.gui.settings.columns import NARROW
from broadcaster.gui.settings.zone_dialog import ZoneDialog
from broadcaster.gui.settings.zone_model import (
    DEVICE,
    channel_words,
    output_parts,
    output_words,
    power_parts,
    power_words,
    sound_words,
    state_words,
)
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import ROW_HEIGHT, Table
from broadcaster.protocol.messages import Status

_MOST_ROWS = 6
_DETAILS = (2, 3, 4)
"""Columns a narrow window does without: they are in the dialog too."""


class ZonesCard(Card):
    """`zones` is what the person wants; the page saves it with everything else."""

    changed = Signal()

    def __init__(self, shell: Shell) -> None:
        super().__init__(self.tr("Loudspeaker zones and outputs"))
        self._shell = shell
        self.zones: tuple[ZoneSection, ...] = ()
        self._status: Status | None = shell.air.status
        shell.air.status_changed.connect(self._on_status)
        self.table = Table("settings.zones", [
            Column(self.tr("Zone"), lambda zone: zone.name, 0, tip=lambda zone: zone.name),
            Column(self.tr("Output"), output_words, 214, tip=output_words),
            Column(self.tr("Channels"), self._channels, 116),
            Column(self.tr("Sound"), sound_words, 172, tip=sound_words),
            Column(self.tr("Power"), self._power, 164, tip=self._power),
            Column(self.tr("State"), lambda zone: state_words(zone, self._status)[0], 132,
                   tone=lambda zone: state_words(zone, self._status)[1]),
        ])
        self.table.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAsNeeded)
        self.one = ElidedLabel(self.tr("One zone, played on the sound device chosen above."))
        self.why = label(self.tr("Several zones can play different programs, each on its own device, channel, stream "
                                 "or folder, with its own loudness and amplifier switch."), "faint", wrap=True)
        self.add_button = button(self.tr("Add a zone…"), "plus", self._add)
        self.edit_button = button(self.tr("Change…"), "pencil", self._edit)
        self.remove_button = button(self.tr("Remove"), "trash-2", self._remove)
        self.add(self.one, self.why, self.table,
                 row(self.add_button, self.edit_button, self.remove_button, None))
        self.table.picked.connect(lambda _: self._show_buttons())
        self.table.opened.connect(lambda _: self._edit())
        self.show_zones(())

    def show_zones(self, zones: tuple[ZoneSection, ...]) -> None:
        """Show these, as saved or as wanted."""
        self.zones = zones
        self.table.show_rows(zones, key=lambda zone: zone.name)
        self.table.setVisible(bool(zones))
        self.one.setVisible(not zones)
        self.why.setVisible(not zones)
        # Header, rows and a little room: the page scrolls, not a list of three.
        self.table.setFixedHeight(ROW_HEIGHT * (min(len(zones), _MOST_ROWS) + 1) + 4)
        self._show_buttons()
        self.changed.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        for number in _DETAILS:
            self.table.setColumnHidden(number, event.size().width() < NARROW)

    def _channels(self, zone: ZoneSection) -> str:
        return channel_words(zone.channels) if output_parts(zone.output).kind == DEVICE else "–"

    def _power(self, zone: ZoneSection) -> str:
        return power_words(power_parts(zone.power).kind) if zone.power else "–"

    def _show_buttons(self) -> None:
        chosen = self._chosen() is not None
        for control in (self.edit_button, self.remove_button):
            control.setVisible(bool(self.zones))
            control.setEnabled(chosen)

    def _chosen(self) -> ZoneSection | None:
        zone = self.table.current_row()
        return zone if zone in self.zones else None

    def _add(self) -> None:
        zone = self._asked(None)
        if zone:
            self.show_zones((*self.zones, zone))
            self.table.select_id(zone.name)

    def _edit(self) -> None:
        chosen = self._chosen()
        zone = self._asked(chosen) if chosen else None
        if zone:
            self.show_zones(tuple(zone if old is chosen else old for old in self.zones))
            self.table.select_id(zone.name)

    def _remove(self) -> None:
        chosen = self._chosen()
        if chosen:
            self.show_zones(tuple(zone for zone in self.zones if zone is not chosen))
            self._shell.notify(self.tr("“{name}” is removed once you save; “Undo changes” brings it back.").format(
                name=chosen.name))

    def _asked(self, zone: ZoneSection | None) -> ZoneSection | None:
        others = [other for other in self.zones if other is not zone]
        dialog = ZoneDialog(self.window(), self._shell, zone, others)
        answer = dialog.zone() if dialog.exec() else None
        dialog.deleteLater()
        return answer

    def _on_status(self, status: Status | None) -> None:
        before = [state_words(zone, self._status) for zone in self.zones]
        self._status = status
        if before != [state_words(zone, status) for zone in self.zones]:
            self.table.viewport().update()
