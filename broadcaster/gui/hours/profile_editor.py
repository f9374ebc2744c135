"""The figures of one rule profile."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import time

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.hours.model import fresh_id
from broadcaster.gui.hours.read_back import grow_to
from broadcaster.gui.hours.relay_rows import later
from broadcaster.gui.hours.rows import Line, Rows
from broadcaster.gui.ops import Op
from broadcaster.gui.publishing import publish
from broadcaster.gui.schedule.weekdays import WeekdayPicker
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, decimal_field, number_field, text_field
from broadcaster.gui.widgets.layout import column, label
from broadcaster.schedule.model import Loudness, RuleProfile
from broadcaster.schedule.rules.profiles import QUIETEST_DB
from broadcaster.wiring import App


class LoudnessLine(Line[Loudness]):
    """04:30 sáng – 06:00 sáng · −6 dB."""

    def __init__(self, part: Loudness, changed: object) -> None:
        super().__init__()
        translate = QCoreApplication.translate
        self.starts = ClockField(time.fromisoformat(part.starts))
        self.starts.setAccessibleName(translate("Hours", "From"))
        self.ends = ClockField(time.fromisoformat(part.ends))
        self.ends.setAccessibleName(translate("Hours", "Until"))
        self.gain = decimal_field(part.gain_db, QUIETEST_DB, 0, translate("Hours", " dB"), 0.5)
        self.gain.setAccessibleName(translate("Hours", "How much softer"))
        self.gain.setMinimumHeight(36)
        self.gain.setMinimumWidth(112)
        self.setFocusProxy(self.starts)
        self.box.addWidget(self.starts)
        self.box.addWidget(label("–", "soft"))
        self.box.addWidget(self.ends)
        self.box.addWidget(self.gain, 1)
        for signal in (self.starts.changed, self.ends.changed, self.gain.valueChanged):
            signal.connect(changed)

    def value(self) -> Loudness:
        return Loudness(f"{self.starts.value():%H:%M}", f"{self.ends.value():%H:%M}", self.gain.value())


class ProfileEditor(Sheet):
    """Ends accepted with `saved_id`. `taken`: ids that are there, when these are to be new rules like the given."""

    def __init__(self, parent: QWidget | None, app: App, profile: RuleProfile, by: str,
                 taken: Collection[str] | None = None) -> None:
        translate = QCoreApplication.translate
        title = translate("ProfileEditor", "Rules “{name}”").format(name=profile.name) if taken is None \
            else translate("ProfileEditor", "New rules")
        super().__init__(parent, title, 800)
        self._app, self._profile, self._by, self._taken = app, profile, by, taken
        self.saved_id = profile.id
        self.body.addWidget(label(title, "title", wrap=True))
        self.form = Form(label_width=168)
        self._fields()
        self.body.addLayout(column(self.form, None), 1)
        self.wrong = Banner("", "bad", "circle-alert")
        self.body.addWidget(self.wrong)
        self.save = primary_button(self.tr("Save"), "save", self._save)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.name.setFocus()

    def value(self) -> RuleProfile:
        """What the fields say."""
        return replace(
            self._profile, name=" ".join(self.name.text().split()), session_minutes=self.minutes.value(),
            sessions_a_day=self.sessions.value(), weekdays=self.weekdays.value(), default_times=self.routine.value(),
            priority_times=self.priority.value(), thin_percent=self.thin.value(), volume=self.volume.values())

    def _fields(self) -> None:
        profile = self._profile
        name = profile.name if self._taken is None else self.tr("{name} – our own").format(name=profile.name)
        self.name = text_field(name[:120], limit=120)
        self.minutes = number_field(profile.session_minutes, 1, 1440, self.tr(" minutes"))
        self.sessions = number_field(profile.sessions_a_day, 1, 24)
        self.weekdays = WeekdayPicker(profile.weekdays)
        self.routine = number_field(profile.default_times, 1, 24, self.tr(" times a day"))
        self.priority = number_field(profile.priority_times, 1, 24, self.tr(" times a day"))
        self.thin = number_field(profile.thin_percent, 0, 100, " %")
        self.volume: Rows[Loudness] = Rows(
            self.tr("The same all day."), self.tr("Add softer hours"), self.tr("Remove these hours"),
            lambda part: LoudnessLine(part, lambda *_: self.volume.changed.emit()), self._fresh)
        self.volume.set_values(profile.volume)
        self.form.add(self.tr("Name"), self.name)
        self.form.add(self.tr("Longest session"), self.minutes, self.tr("Relays included."))
        self.form.add(self.tr("Sessions a day"), self.sessions)
        self.form.add(self.tr("Days"), self.weekdays)
        self.form.add(self.tr("An item airs"), self.routine, self.tr("Where its letter names no figure."))
        self.form.add(self.tr("An item of priority"), self.priority)
        self.form.add(self.tr("Remind below"), self.thin, self.tr("A session filled less than this is pointed out."))
        self.form.add(self.tr("Volume"), self.volume, top=True)
        self.volume.setMinimumHeight(0)
        self.volume.changed.connect(lambda: grow_to(self, self.body) if self.isVisible() else None)

    def _fresh(self) -> Loudness:
        """The usual wish first: softer before the village is up."""
        parts = self.volume.values()
        if not parts:
            return Loudness("04:30", "06:00", -6.0)
        starts = max(part.ends for part in parts)
        return Loudness(starts, f"{later(time.fromisoformat(starts), 60):%H:%M}", -6.0)

    def _save(self) -> None:
        self.form.clear()
        self.wrong.show_text("", "bad", "circle-alert")
        wanted = self.value()
        if not wanted.name:
            self.form.wrong(self.name, self.tr("Give the rules a name."))
            return
        if not wanted.weekdays:
            self.form.wrong(self.weekdays, self.tr("Choose at least one day."))
            return
        if self._taken is not None:
            wanted = replace(wanted, id=fresh_id(wanted.name, self._taken))
        app, by = self._app, self._by

        def work() -> RuleProfile:
            saved = app.rules.save_profile(wanted, by)
            publish(app)
            return saved
        self.save.setEnabled(False)
        Op(work).on_success(self._saved).on_failure(self._refused).start(self)

    def _saved(self, profile: RuleProfile) -> None:
        self.saved_id = profile.id
        self.accept()

    def _refused(self, error: Exception) -> None:
        self.save.setEnabled(True)
        self.wrong.show_text(explain(error).text, "bad", "circle-alert")
