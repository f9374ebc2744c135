"""Every zone on a line of its own: state, level, what sounds there, output, gain, switch, what is heard."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from PySide6.QtWidgets import QGridLayout, QWidget

from broadcaster.gui.on_air.zone_words import ZoneLine, zone_line
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.layout import ElidedLabel
from broadcaster.gui.widgets.meter import SlimMeter
from broadcaster.protocol.messages import ZoneStatus


class ZoneList(QWidget):
    """Fed ten times a second; rows are made anew only when the zones are others."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(5)
        for column, stretch in ((0, 4), (2, 4), (3, 9)):
            self._grid.setColumnStretch(column, stretch)
        self._rows: dict[str, _Row] = {}

    def show_zones(self, zones: Sequence[ZoneStatus], mute: Collection[str]) -> None:
        """`mute`: names of zones that should sound and do not."""
        names = [zone.name for zone in zones]
        if names != list(self._rows):
            self._make_rows(names)
        for zone in zones:
            self._rows[zone.name].show(zone, zone_line(zone, zone.name in mute))

    def silence(self) -> None:
        """Nothing is known of any zone."""
        for line in self._rows.values():
            line.meter.silence()

    def words(self) -> list[str]:
        """Every line as text, for tests and for readers."""
        return [f"{line.name.whole_text()}: {line.state.text()}: {line.facts.whole_text()}"
                for line in self._rows.values()]

    def meter(self, name: str) -> SlimMeter:
        return self._rows[name].meter

    def _make_rows(self, names: Sequence[str]) -> None:
        for line in self._rows.values():
            line.remove(self._grid)
        self._rows = {name: _Row(name, self._grid, number) for number, name in enumerate(names)}
        self.updateGeometry()


class _Row:
    def __init__(self, name: str, grid: QGridLayout, number: int) -> None:
        self.name = ElidedLabel(name, "strong")
        self.name.setMinimumWidth(64)
        self.state = Badge()
        self.state.setFixedWidth(104)
        self.meter = SlimMeter(name)
        self.facts = ElidedLabel("", "soft")
        self._shown: ZoneLine | None = None
        for column, part in enumerate((self.name, self.state, self.meter, self.facts)):
            part.setFixedHeight(26 if part is self.state else part.sizeHint().height())
            grid.addWidget(part, number, column)

    def show(self, zone: ZoneStatus, line: ZoneLine) -> None:
        self.meter.show_level(max(zone.peak_db, default=-120.0))
        if line != self._shown:
            self._shown = line
            self.state.show_state(line.state, line.tone)
            self.facts.set_text(line.facts)

    def remove(self, grid: QGridLayout) -> None:
        for part in (self.name, self.state, self.meter, self.facts):
            grid.removeWidget(part)
            part.hide()
            part.deleteLater()
