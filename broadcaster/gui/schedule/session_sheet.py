"""A session held on one day alone: its name, hours and zones, read back before it is kept."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime, time, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.base.clock import at
from broadcaster.base.settings import ZoneSection
from broadcaster.gui.i18n import day_text
from broadcaster.gui.on_air.order_form import ZonePicker
from broadcaster.gui.schedule.hours import hour_words
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, number_field, text_field
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.times import TimeField
from broadcaster.schedule.model import ALL

_USUAL = 15


class SessionSheet(Sheet):
    """Accepted with `values()`; nothing is stored here."""

    def __init__(self, parent: QWidget | None, day: date, zones: Sequence[ZoneSection]) -> None:
        title = QCoreApplication.translate("SessionSheet", "A session on this day alone")
        super().__init__(parent, title, 520)
        self._day = day
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(label(day_text(day), "soft"))
        self.form = Form(label_width=110)
        self.name = text_field(self.tr("Special session"), limit=60)
        self.starts = TimeField(time(10))
        self.minutes = number_field(_USUAL, 1, 24 * 60, self.tr(" minutes"), 5)
        self.zones = ZonePicker([zone.name for zone in zones])
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("Starts"), self.starts)
        self.form.add(self.tr("Lasts"), self.minutes)
        if len(zones) > 1:
            self.form.add(self.tr("Zones"), self.zones)
        self.body.addWidget(self.form)
        self.words = Banner("", "accent", "clock")
        self.body.addWidget(self.words)
        self.save = primary_button(self.tr("Hold this session"), "check", self._accept)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.starts.timeChanged.connect(lambda _: self._say())
        self.minutes.valueChanged.connect(lambda _: self._say())
        self._say()
        self.name.selectAll()

    def values(self) -> tuple[str, time, int, tuple[str, ...]]:
        """Name, start, minutes, zones."""
        return self.name.text().strip(), self.starts.value(), self.minutes.value(), tuple(self.zones.chosen()) or (ALL,)

    def _say(self) -> None:
        starts = self.starts.value()
        begins: datetime = at(self._day, starts.hour * 3600 + starts.minute * 60)
        ends = begins + timedelta(minutes=self.minutes.value())
        self.words.show_text(self.tr("It begins at {start} ({start_words}) and ends at {end} ({end_words}) at the "
                                     "latest. Campaigns fill it by themselves.").format(
            start=f"{begins:%H:%M}", start_words=hour_words(begins.time()), end=f"{ends:%H:%M}",
            end_words=hour_words(ends.time())), "accent", "clock")

    def _accept(self) -> None:
        if self.name.text().strip():
            self.accept()
        else:
            self.form.wrong(self.name, self.tr("Give the session a name."))
