"""The fields of a campaign: how often, when, where, in which order."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QPushButton, QWidget

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.campaigns.actions import Proposal, ordered
from broadcaster.gui.campaigns.words import if_missed_choices, part_names, urgency_words
from broadcaster.gui.schedule.weekdays import WeekdayPicker
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import Form, choice, number_field
from broadcaster.gui.widgets.layout import row
from broadcaster.gui.widgets.times import DateField
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.campaign_checks import MOST_A_WEEK, MOST_SPACING, MOST_TIMES, stored_if_missed
from broadcaster.schedule.campaigns.terms import Terms
from broadcaster.schedule.model import Per

_TITLE = 44


class Chips(QWidget):
    """Switches for a few words; none on means all of them."""

    changed = Signal()

    def __init__(self, words: dict[str, str], chosen: Sequence[str]) -> None:
        super().__init__()
        box = FlowLayout(self, 5)
        self.parts: dict[str, QPushButton] = {}
        for key, text in words.items():
            self.parts[key] = chip(text)
            self.parts[key].setChecked(key in chosen)
            self.parts[key].clicked.connect(lambda _: self.changed.emit())
            box.addWidget(self.parts[key])

    def value(self) -> tuple[str, ...]:
        return tuple(key for key, part in self.parts.items() if part.isChecked())

    def set_value(self, chosen: Sequence[str]) -> None:
        for key, part in self.parts.items():
            part.setChecked(key in chosen)


class TermsForm(Form):
    """`terms()` reads the fields; `complaint()` marks what cannot be, and is empty when all can."""

    changed = Signal()

    def __init__(self, proposal: Proposal, zones: Sequence[str]) -> None:
        super().__init__(label_width=108)
        terms = proposal.terms
        self._others = proposal.others
        self.times = number_field(terms.times, 1, MOST_TIMES)
        self.per = choice([(str(Per.DAY), self.tr("times a day")), (str(Per.WEEK), self.tr("times a week"))],
                          str(terms.per))
        self.first, self.last = DateField(terms.first_day), DateField(terms.last_day)
        self.weekdays = WeekdayPicker(terms.weekdays)
        self.dayparts = Chips(part_names(), terms.dayparts)
        self.zones = Chips({zone: zone for zone in zones}, terms.zones)
        self.urgency = choice([(str(item), urgency_words(item)) for item in Urgency], str(terms.urgency))
        self.order = choice([], "")
        self.spacing = number_field(terms.spacing_minutes, 0, MOST_SPACING, self.tr(" minutes"), 15)
        self.spacing.setSpecialValueText(self.tr("no matter how close"))
        self.if_missed = choice(if_missed_choices(proposal.templates, terms.if_missed), str(terms.if_missed))
        self._lay_out(bool(zones))
        self._per_changed()
        self._fill_order()
        self._connect()

    def _lay_out(self, zoned: bool) -> None:
        often = QWidget()
        line = row(self.times, self.per, spacing=8)
        line.setContentsMargins(0, 0, 0, 0)
        often.setLayout(line)
        self.times.setAccessibleName(self.tr("How often"))
        self.per.setAccessibleName(self.tr("Counted by the day or the week"))
        self.times.setMinimumHeight(36)
        self.per.setMinimumHeight(36)
        self.add(self.tr("How often"), often)
        self.add(self.tr("First day"), self.first)
        self.add(self.tr("Last day"), self.last, self.tr("It still airs on this day."))
        self.add(self.tr("Days of the week"), self.weekdays)
        self.add(self.tr("Times of day"), self.dayparts, self.tr("None chosen: at any time of day."))
        if zoned:
            self.add(self.tr("Zones"), self.zones, self.tr("None chosen: in every zone."), top=True)
        self.add(self.tr("Urgency"), self.urgency)
        self.add(self.tr("When room is short"), self.order)
        self.add(self.tr("At least apart"), self.spacing)
        self.add(self.tr("If its time is missed"), self.if_missed,
                 self.tr("After a power cut, a break-in or another failure."))

    def _connect(self) -> None:
        self.per.currentIndexChanged.connect(lambda _: self._per_changed())
        self.urgency.currentIndexChanged.connect(lambda _: self._fill_order())
        for number in (self.times, self.spacing):
            number.valueChanged.connect(lambda _: self.changed.emit())
        for day in (self.first, self.last):
            day.dateChanged.connect(lambda _: self.changed.emit())
        for box in (self.per, self.urgency, self.if_missed):
            box.currentIndexChanged.connect(lambda _: self.changed.emit())
        for chips in (self.weekdays, self.dayparts, self.zones):
            chips.changed.connect(self.changed)

    def terms(self) -> Terms:
        return Terms(
            self.times.value(), self.first.value(), self.last.value(), self.weekdays.value(),
            Urgency(str(self.urgency.currentData())), stored_if_missed(str(self.if_missed.currentData())),
            Per(str(self.per.currentData())), self.spacing.value(), self.dayparts.value(), self.zones.value())

    def set_terms(self, terms: Terms) -> None:
        """Show other terms: a way out that was chosen."""
        with QSignalBlocker(self):
            self.per.setCurrentIndex(self.per.findData(str(terms.per)))
            self.times.setValue(terms.times)
            self.first.set_value(terms.first_day)
            self.last.set_value(terms.last_day)
            self.weekdays.set_value(terms.weekdays)
            self.dayparts.set_value(terms.dayparts)
            self.zones.set_value(terms.zones)
            self.spacing.setValue(terms.spacing_minutes)
        self.changed.emit()

    def before(self) -> list[str]:
        """Ids in order, "" for this one; none while it goes behind all, or stays where it is."""
        return ordered(self._others, self.terms().urgency, str(self.order.currentData() or ""))

    def complaint(self) -> str:
        """What cannot be, marked at its field."""
        self.clear()
        if self.last.value() < self.first.value():
            text = self.tr("The last day lies before the first.")
            self.wrong_quietly(self.last, text)
            return text
        if not self.weekdays.value():
            text = self.tr("Choose at least one day.")
            self.wrong_quietly(self.weekdays, text)
            return text
        return ""

    def _per_changed(self) -> None:
        self.times.setMaximum(MOST_A_WEEK if self.per.currentData() == str(Per.WEEK) else MOST_TIMES)

    def _fill_order(self) -> None:
        """Two of one urgency and room for one: a person says which."""
        urgency = Urgency(str(self.urgency.currentData()))
        same = [item for item in self._others if item.urgency is urgency]
        with QSignalBlocker(self.order):
            self.order.clear()
            self.order.addItem(self.tr("In turn, after those before it"), "")
            for item in same:
                title = self.tr("Goes before “{title}”").format(title=one_line(item.title, _TITLE))
                self.order.addItem(title, item.id)
        self.set_row_visible(self.order, bool(same))
