"""One special period: what holds on which days, then read back with what it changes before it is saved."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox, QPushButton, QStackedWidget, QWidget

from broadcaster.base.errors import Refused
from broadcaster.gui.calendar import actions
from broadcaster.gui.calendar.period_review import ReviewView
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.library.model import kind_words
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import Form, choice, text_field
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.gui.widgets.sheet_room import bring_into_sight, grow
from broadcaster.gui.widgets.times import DateField
from broadcaster.schedule.calendar.lunar import lunar_of
from broadcaster.schedule.calendar.period_checks import grounds_needed
from broadcaster.schedule.calendar.service import DayChange, ReadBack
from broadcaster.schedule.model import Period, SessionTemplate
from broadcaster.wiring import App

_MUSIC = ("nhac", "nhac_cat", "nhac_hieu", "loi_xuong", "loi_chao")
"""Kinds offered to be left out; others a period names already are offered too."""


class Chips(QWidget):
    """Several of some things."""

    def __init__(self, items: Sequence[tuple[str, str]], chosen: Sequence[str]) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = FlowLayout(self, spacing=6)
        self.parts: dict[str, QPushButton] = {}
        for key, words in items:
            part = chip(words.replace("&", "&&"))
            part.setChecked(key in chosen)
            self.parts[key] = part
            box.addWidget(part)

    def chosen(self) -> tuple[str, ...]:
        return tuple(key for key, part in self.parts.items() if part.isChecked())

    def choose(self, keys: Sequence[str]) -> None:
        for key, part in self.parts.items():
            part.setChecked(key in keys)


class PeriodDialog(Sheet):
    """Two steps: say it, then read it back. `saved` is the stored period once accepted."""

    def __init__(self, parent: QWidget | None, app: App, period: Period, offer: actions.Offer, by: str,
                 note: str = "") -> None:
        """`note`: what to look at before a proposed holiday is taken over."""
        title = QCoreApplication.translate("PeriodDialog", "Special day: {name}").format(name=period.name) \
            if period.id else QCoreApplication.translate("PeriodDialog", "A new special day")
        super().__init__(parent, title, 720)
        self._app = app
        self._period = period
        self._offer = offer
        self._kinds = {kind.key: kind for kind in offer.kinds}
        self._by = by
        self.saved: Period | None = None
        self._asked = 0
        self.heading = label(title, "title", wrap=True)
        self.body.addWidget(self.heading)
        self.steps = QStackedWidget()
        self.review = ReviewView()
        self.wrong = Banner("", "bad", "circle-alert")
        self.steps.addWidget(self._form_step(note))
        self.steps.addWidget(self.review)
        self.body.addWidget(self.steps, 1)
        self.body.addWidget(self.wrong)
        self.back = button(self.tr("Back"), "chevron-left", self._again)
        self.next = primary_button(self.tr("Read it back…"), "eye", self.read_back)
        self.save = primary_button(self.tr("Save"), "save", self._save)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.back, self.next, self.save)
        self._step(0)

    # The form

    def _form_step(self, note: str) -> QWidget:
        period = self._period
        self.form = Form(label_width=130)
        self.kind = choice([(kind.key, kind.words) for kind in self._kinds.values()], period.kind)
        self.kind.currentIndexChanged.connect(lambda _: self._kind_chosen())
        self.hint = label(self._kinds[period.kind].hint if period.kind in self._kinds else "", "faint", wrap=True)
        self.name = text_field(period.name, limit=120)
        self.first, self.last = DateField(period.first_day), DateField(period.last_day)
        self.length = label("", "soft", wrap=True)
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self._days_chosen())
        extra = [kind for kind in period.without if kind not in _MUSIC]
        self.without = Chips([(kind, kind_words(kind)) for kind in (*_MUSIC, *extra)], period.without)
        templates = self._offer.templates
        self.held = choice(self._held_choices(templates), "as_always" if period.sessions is None else "these")
        self.held.currentIndexChanged.connect(lambda _: self._held_chosen())
        usual = [item.id for item in templates if item.weekdays]
        self.sessions = Chips([(item.id, f"{item.name} {item.starts:%H:%M}") for item in templates],
                              usual if period.sessions is None else period.sessions)
        self.profile = self._profile_field(period.profile)
        self.number = text_field(period.directive_number, self.tr("12/TB-UBND"), limit=80)
        self.reason = text_field(period.reason, limit=300)
        self._lay_out()
        self._days_chosen()
        self._held_chosen()
        content = QWidget()
        content.setObjectName("plain")
        box = column(*([Banner(note, "wait")] if note else []), self.form)
        box.setContentsMargins(0, 0, 0, 0)
        box.addStretch(1)
        content.setLayout(box)
        return content

    def _lay_out(self) -> None:
        form = self.form
        form.add(self.tr("Kind"), self.kind)
        form.add("", self.hint)
        form.add(self.tr("Name"), self.name)
        days = QWidget()
        days.setObjectName("plain")
        to = label(self.tr("to the end of"), "soft")
        line = row(self.first, to, self.last, None)
        line.setContentsMargins(0, 0, 0, 0)
        days.setLayout(line)
        self.days = days
        form.add(self.tr("From"), days)
        for field, words in ((self.first, self.tr("First day")), (self.last, self.tr("Last day"))):
            field.setAccessibleName(words)
            field.setMinimumSize(160, 36)
        form.add("", self.length)
        for part in (self.hint, self.length):
            part.setMinimumHeight(0)
        form.add(self.tr("Not aired"), self.without, top=True)
        form.add(self.tr("Sessions"), self.held)
        form.add("", self.sessions)
        form.add(self.tr("Rules"), self.profile)
        form.add(self.tr("Letter number"), self.number)
        form.add(self.tr("Reason"), self.reason, self.tr(
            "Number and reason are needed when something is left out, or other sessions or rules hold."))

    def _held_choices(self, templates: Sequence[SessionTemplate]) -> list[tuple[str, str]]:
        items = [("as_always", self.tr("As on other days"))]
        return [*items, ("these", self.tr("Only those chosen below"))] if templates else items

    def _profile_field(self, current: str) -> QComboBox:
        items = [("", self.tr("The station's own rules"))]
        items += [(profile.id, profile.name) for profile in self._offer.profiles]
        if current and current not in dict(items):
            items.append((current, current))
        return choice(items, current)

    def _kind_chosen(self) -> None:
        """What is usual for this kind, unless a person wrote something else."""
        kind = self._kinds[str(self.kind.currentData())]
        if self.name.text().strip() in {"", *(item.words for item in self._kinds.values())}:
            self.name.setText(kind.words)
        self.hint.setText(kind.hint)
        self.without.choose(kind.without)
        if not self._period.id:
            self.last.set_value(self.first.value() + timedelta(kind.days - 1))

    def _days_chosen(self) -> None:
        first, last = self.first.value(), self.last.value()
        count = (last - first).days + 1
        if count < 1:
            self.length.setText(self.tr("The last day is before the first."))
            return
        words = self.tr("{count} days: {first} to {last}").format(
            count=count, first=weekday_text(first), last=weekday_text(last)) if count > 1 else \
            self.tr("1 day: {first}").format(first=weekday_text(first))
        try:
            lunar = self.tr("lunar {first} – {last}").format(first=lunar_of(first).short, last=lunar_of(last).short)
        except Refused:
            lunar = ""
        self.length.setText(" · ".join(filter(None, (words, lunar))))

    def _held_chosen(self) -> None:
        self.form.set_row_visible(self.sessions, self.held.currentData() == "these")
        if self.isVisible():
            grow(self, self.body)

    def period(self) -> Period:
        """As the form says it now."""
        chosen = self.sessions.chosen() if self.held.currentData() == "these" else None
        return replace(self._period, kind=str(self.kind.currentData()), name=self.name.text(),
                       first_day=self.first.value(), last_day=self.last.value(), reason=self.reason.text(),
                       directive_number=self.number.text(), profile=str(self.profile.currentData() or ""),
                       sessions=chosen, without=self.without.chosen())

    # Reading back and saving

    def read_back(self) -> None:
        """Ask the planner what it would do, then show it."""
        self.form.clear()
        self.wrong.show_text("", "bad", "circle-alert")
        period = self.period()
        if not self._complete(period):
            return
        self._asked += 1
        asked, app = self._asked, self._app
        self.next.setEnabled(False)
        op = Op(lambda: actions.look(app, period)).on_failure(self._refused)
        op.on_success(lambda found: self._reviewed(*found) if asked == self._asked else None).start(self)

    def _complete(self, period: Period) -> bool:
        field: QWidget = self.name
        words = ""
        if not period.name.strip():
            words = self.tr("Give it a name.")
        elif period.last_day < period.first_day:
            field, words = self.days, self.tr("The last day is before the first.")
        elif grounds_needed(period) and not period.directive_number.strip():
            field, words = self.number, self.tr("Write the number of the letter that orders it.")
        elif grounds_needed(period) and not period.reason.strip():
            field, words = self.reason, self.tr("Write the reason: it goes into the record.")
        if words:
            self.form.wrong(field, words)
            grow(self, self.body)
            bring_into_sight(self.body, field)
        return not words

    def _reviewed(self, said: ReadBack, changes: Sequence[DayChange]) -> None:
        self.next.setEnabled(True)
        self.review.show_review(said, changes)
        self._step(1)

    def _again(self) -> None:
        self.wrong.show_text("", "bad", "circle-alert")
        self._step(0)

    def _step(self, number: int) -> None:
        self.steps.setCurrentIndex(number)
        for part, shown in ((self.next, number == 0), (self.back, number == 1), (self.save, number == 1)):
            part.setVisible(shown)
        (self.save if number else self.next).setDefault(True)
        (self.save if number else self.name).setFocus()
        if self.isVisible():
            grow(self, self.body)
            bring_into_sight(self.body, self.heading)

    def _save(self) -> None:
        app, by, period = self._app, self._by, self.period()
        self.save.setEnabled(False)
        Op(lambda: actions.save_period(app, period, by)).on_success(self._done).on_failure(self._refused).start(self)

    def _done(self, saved: Period) -> None:
        self.saved = saved
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.next.setEnabled(True)
        self.save.setEnabled(True)
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")
