"""One session: name, hours, days, season, zones, relays; it reads itself back while it is being changed."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSettings
from PySide6.QtWidgets import QHBoxLayout, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.hours import actions
from broadcaster.gui.hours.clock_field import ClockField, clock_text
from broadcaster.gui.hours.model import finding_words, fresh_id
from broadcaster.gui.hours.read_back import ReadBack, grow_to
from broadcaster.gui.hours.relay_rows import relay_rows
from broadcaster.gui.hours.season_field import SeasonField
from broadcaster.gui.on_air.order_form import ZonePicker
from broadcaster.gui.ops import Op
from broadcaster.gui.schedule.weekdays import WeekdayPicker
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field, text_field
from broadcaster.gui.widgets.layout import column, label
from broadcaster.gui.widgets.reason import ask_reason, keep_reason, offered_reasons
from broadcaster.schedule.model import ALL, SessionTemplate
from broadcaster.schedule.rules.findings import Finding
from broadcaster.schedule.words import sentences_of_template
from broadcaster.wiring import App

_FILLERS = ("", "nhac", "nhac_cat")
_WIDTH = 1000
"""Where the screen has room for it: names of programmes are long."""


class HoursDialog(Sheet):
    """A session without an id is a new one. Ends accepted with `before`, the way back."""

    def __init__(self, parent: QWidget | None, app: App, template: SessionTemplate, by: str,
                 memory: QSettings | None = None) -> None:
        """`memory`: where the reasons given last are kept."""
        translate = QCoreApplication.translate
        title = translate("HoursDialog", "Hours of “{name}”").format(name=template.name) if template.id \
            else translate("HoursDialog", "A new session")
        super().__init__(parent, title, 860)
        self._app, self._template, self._by = app, template, by
        self._memory = memory or QSettings()
        self.before: actions.Before | None = None
        self._relays = actions.relays(app)
        self.body.addWidget(label(title, "title", wrap=True))
        self.form = Form(label_width=104)
        self._fields()
        self.read_back = ReadBack()
        halves = QHBoxLayout()
        halves.setSpacing(20)
        halves.addLayout(column(self.form, None), 2)
        halves.addWidget(self.read_back, 1)
        self.body.addLayout(halves, 1)
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.wrong)
        self.save = primary_button(self.tr("Save"), "save", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self._connect()
        self._changed()
        self.resize(_WIDTH, self.sizeHint().height())
        (self.starts if template.id else self.name).setFocus()

    def value(self) -> SessionTemplate:
        """What the fields say."""
        first, last = self.season.value()
        zones = tuple(self.zones.chosen()) or (ALL,) if len(self.zones.zones) > 1 else self._template.zones
        return replace(
            self._template, name=" ".join(self.name.text().split()), starts=self.starts.value(),
            minutes=self.minutes.value(), weekdays=self.weekdays.value(), season_from=first, season_to=last,
            zones=zones, relays=self.relays.values(), filler=str(self.filler.currentData()))

    def _fields(self) -> None:
        template = self._template
        self.name = text_field(template.name, self.tr("Evening session"), 120)
        self.starts = ClockField(template.starts)
        self.minutes = number_field(template.minutes, 1, 1440, self.tr(" minutes"))
        self.weekdays = WeekdayPicker(template.weekdays)
        self.season = SeasonField(template.season_from, template.season_to)
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("Starts"), self.starts, self.tr("On the 24-hour clock: five in the afternoon is 17:00."))
        self.form.add(self.tr("At most"), self.minutes)
        self.form.add(self.tr("Days"), self.weekdays, self.tr("No day: only in a special period that names it."))
        self.form.add(self.tr("Season"), self.season)
        self.zones = ZonePicker([zone.name for zone in self._app.settings.zones])
        for name in template.zones:
            if name in self.zones.zones:
                self.zones.zones[name].click()
        if len(self.zones.zones) > 1:
            self.form.add(self.tr("Zones"), self.zones, self.tr("Sessions on different zones may run side by side."))
        self.relays = relay_rows(self._relays.names, self.starts.value)
        self.relays.set_values(template.relays)
        self.relays.add_button.setEnabled(bool(self._relays.names))
        self.form.add(self.tr("Relays"), self.relays, top=True)
        self.relays.setMinimumHeight(0)
        fillers = dict.fromkeys([*_FILLERS, template.filler])
        self.filler = choice([(kind, self._filler_words(kind)) for kind in fillers], template.filler)
        self.form.add(self.tr("Before a relay"), self.filler)

    def _connect(self) -> None:
        for signal in (self.name.textChanged, self.starts.changed, self.minutes.valueChanged, self.weekdays.changed,
                       self.season.changed, self.relays.changed, self.filler.currentIndexChanged):
            signal.connect(lambda *_: self._changed())
        for part in (self.zones.all, *self.zones.zones.values()):
            part.clicked.connect(lambda *_: self._changed())

    def _filler_words(self, kind: str) -> str:
        words = {"": self.tr("what is left is silence"), "nhac": self.tr("music fills what is left"),
                 "nhac_cat": self.tr("the bridge fills what is left")}
        return words.get(kind, kind)

    def _changed(self) -> None:
        """Read it back; the rules are looked at too, because what goes beyond them is asked about."""
        wanted = self.value()
        self.form.set_row_visible(self.filler, bool(wanted.relays))
        named = replace(wanted, name=wanted.name or self.tr("The session"))
        self.read_back.show_sentences(sentences_of_template(named, self._relays.names))
        if self.isVisible():
            grow_to(self, self.body)
        Op(lambda: actions.doubts(self._app, self._with_id(named))).on_success(self._show_doubts).on_failure(
            lambda _: None).start(self)

    def _show_doubts(self, found: tuple[Finding, ...]) -> None:
        self.read_back.show_doubts([*(finding_words(item) for item in found), *self._relays.doubts(self.value())])
        if self.isVisible():
            grow_to(self, self.body)

    def _with_id(self, template: SessionTemplate) -> SessionTemplate:
        if template.id:
            return template
        taken = {item.id for item in self._app.schedule.held()}
        return replace(template, id=fresh_id(template.name, taken))

    def _save(self) -> None:
        self.form.clear()
        self.wrong.show_text("", "bad", "circle-alert")
        wanted = self.value()
        if not wanted.name:
            self.form.wrong(self.name, self.tr("Give the session a name."))
            return
        self.save.setEnabled(False)
        wanted = self._with_id(wanted)
        app = self._app
        Op(lambda: (actions.needs_reason(app, wanted), actions.doubts(app, wanted))).on_success(
            lambda found: self._asked(wanted, *found)).on_failure(self._refused).start(self)

    def _asked(self, wanted: SessionTemplate, unusual: bool, found: tuple[Finding, ...]) -> None:
        """One question for everything that needs a reason."""
        reason = self._why(wanted, unusual, found) if unusual or found else ""
        if (unusual or found) and not reason:
            self.save.setEnabled(True)
            return
        app, by = self._app, self._by
        Op(lambda: actions.save(app, wanted, by, reason, found)).on_success(self._saved).on_failure(
            self._refused).start(self)

    def _why(self, wanted: SessionTemplate, unusual: bool, found: tuple[Finding, ...]) -> str:
        """Empty when it was not meant: 5:00 may be 17:00."""
        time = clock_text(wanted.starts)
        title, yes, words = self.tr("Beyond the rules?"), self.tr("Yes, with this reason"), []
        if unusual:
            title, yes = self.tr("Really at {time}?").format(time=time), self.tr("Yes, at {time}").format(time=time)
            words.append(self.tr(
                "“{name}” would sound over the loudspeakers at {time}, when many people are asleep or at rest.").format(
                    name=wanted.name, time=time))
        words += [finding_words(item) for item in found]
        if found:
            words.append(self.tr("With a reason it is held as you want it; quiet hours hold all the same."))
        reason = ask_reason(self, title, "\n\n".join(words), yes, offered=offered_reasons(self._memory, "hours", [
            self.tr("The villagers agreed"), self.tr("Order of the People's Committee"),
            self.tr("Seasonal farm work")]))
        keep_reason(self._memory, "hours", reason)
        return reason

    def _saved(self, before: actions.Before) -> None:
        self.before = before
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")
