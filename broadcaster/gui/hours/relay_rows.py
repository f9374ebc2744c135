"""The relays of a session: which programme, when, how long."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta

from PySide6.QtCore import QCoreApplication

from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.hours.rows import Line, Rows
from broadcaster.gui.widgets.form import choice, number_field
from broadcaster.schedule.model import RelaySlot

_USUAL_MINUTES = 15


class RelayLine(Line[RelaySlot]):
    """Thời sự VOV1 · 06:00 sáng · 15 phút."""

    def __init__(self, slot: RelaySlot, sources: Mapping[str, str], changed: object) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        names = dict(sources) | ({} if slot.source in sources else {slot.source: slot.source})
        self.source = choice(list(names.items()), slot.source)
        self.source.setAccessibleName(translate("Hours", "Programme taken over"))
        self.starts = ClockField(slot.starts)
        self.starts.setAccessibleName(translate("Hours", "Start of the relay"))
        self.minutes = number_field(slot.minutes, 1, 720, translate("Hours", " min"))
        self.minutes.setAccessibleName(translate("Hours", "Length of the relay"))
        self.minutes.setMinimumHeight(36)
        self.minutes.setFixedWidth(104)
        self.source.setMinimumHeight(36)
        self.source.setMinimumContentsLength(5)
        self.setFocusProxy(self.source)
        self.box.addWidget(self.source, 1)
        self.box.addWidget(self.starts)
        self.box.addWidget(self.minutes)
        self.source.currentIndexChanged.connect(changed)
        self.starts.changed.connect(changed)
        self.minutes.valueChanged.connect(changed)

    def value(self) -> RelaySlot:
        return RelaySlot(str(self.source.currentData()), self.starts.value(), self.minutes.value())


def relay_rows(sources: Mapping[str, str], after: object) -> Rows[RelaySlot]:
    """`after()`: the time a new relay begins at; `sources`: id -> name."""
    translate = QCoreApplication.translate
    assert callable(after)

    def fresh() -> RelaySlot:
        taken = [slot for slot in rows.values() if slot.starts >= after()]
        last = max(taken, key=lambda slot: slot.starts, default=None)
        starts = later(last.starts, last.minutes) if last else after()
        return RelaySlot(next(iter(sources), ""), starts, _USUAL_MINUTES)

    rows: Rows[RelaySlot] = Rows(
        translate("Hours", "None.") if sources else
        translate("Hours", "None. Programmes to take over are entered and approved on the schedule page first."),
        translate("Hours", "Add a relay"), translate("Hours", "Remove this relay"),
        lambda slot: RelayLine(slot, sources, lambda *_: rows.changed.emit()), fresh)
    return rows


def later(moment: time, minutes: int) -> time:
    return (datetime(2027, 1, 1, moment.hour, moment.minute) + timedelta(minutes=minutes)).time()  # noqa: DTZ001
