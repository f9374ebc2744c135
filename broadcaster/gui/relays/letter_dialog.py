"""“Thêm vào lịch”: the programme a letter asks to relay, put on its day; the hour is asked for, never guessed."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from PySide6.QtCore import QTimer
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.model import Person, Right
from broadcaster.directives.model import RelayProposal
from broadcaster.gui.errors import explain
from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.publishing import publish
from broadcaster.gui.relays.model import state_words
from broadcaster.gui.relays.source_dialog import SourceDialog
from broadcaster.gui.schedule import beyond
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field
from broadcaster.gui.widgets.layout import label, row, show_if
from broadcaster.gui.widgets.sheet_room import grow
from broadcaster.gui.widgets.times import DateField
from broadcaster.schedule.model import RelaySlot
from broadcaster.schedule.relays.model import RelayStanding, RelayState
from broadcaster.schedule.relays.offer import RelayOffer, offer, usual_start
from broadcaster.schedule.words import day_words, time_words
from broadcaster.wiring import App

_USUAL_MINUTES, _MOST_MINUTES = 60, 720
_CALM_MS = 200


class LetterRelayDialog(Sheet):
    """Ends accepted once stored; `day` is then the day it was put on."""

    def __init__(self, parent: QWidget | None, app: App, shell: Shell, asked: RelayProposal) -> None:
        super().__init__(parent, "", 640)
        self._app, self._shell, self._asked = app, shell, asked
        self._hour_known, self._number = bool(asked.time), 0
        self.offered: RelayOffer | None = None
        self.setWindowTitle(self.tr("Put the relay into the schedule"))
        self.body.setSpacing(10)
        self.body.addWidget(label(self.tr("Put the relay into the schedule"), "title", wrap=True))
        if asked.programme:
            quoted = self.tr("The letter: “{words}”").format(words=asked.programme)
            self.body.addWidget(label(quoted, "soft", wrap=True))
        self._build_form()
        self.state = Banner("", "wait", "shield-check")
        self.body.addWidget(self.state)
        self.words = label("", "strong", wrap=True)
        self.wrong = label("", "wrong", wrap=True)
        for part in (self.words, self.wrong):
            part.hide()
            self.body.addWidget(part)
        self.body.addStretch(1)
        self.save = primary_button(self.tr("Put it into the schedule"), "calendar-plus", self._save)
        self.save.setDefault(True)
        self.save.setEnabled(False)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self._look)
        self._load()
        self.starts.setFocus()

    @property
    def day(self) -> date:
        return self.when.value()

    def _build_form(self) -> None:
        self.form = Form(label_width=130)
        self.when = DateField(self._asked.day)
        hour = time.fromisoformat(self._asked.time) if self._asked.time else usual_start(self._asked.part_of_day)
        self.starts = ClockField(hour)
        self.minutes = number_field(_USUAL_MINUTES, 1, _MOST_MINUTES, self.tr(" minutes"))
        self.source = choice([])
        self.new_source = button(self.tr("New…"), "plus", self._new_source)
        box = QWidget()
        box.setObjectName("plain")
        line = row(self.source, self.new_source)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(0, 1)
        box.setLayout(line)
        self.form.add(self.tr("Day"), self.when)
        self.form.add(self.tr("Begins at"), self.starts, "" if self._hour_known else self.tr(
            "The letter does not say the hour. Ask for it, then enter it here."))
        self.form.add(self.tr("Length"), self.minutes)
        self.form.add(self.tr("Programme"), box)
        self.source.setAccessibleName(self.tr("Programme"))
        self.body.addWidget(self.form)
        self.when.dateChanged.connect(lambda _: self._changed())
        self.starts.changed.connect(self._hour_entered)
        self.minutes.valueChanged.connect(lambda _: self._changed())
        self.source.currentIndexChanged.connect(lambda _: self._changed())

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: grow(self, self.body))

    def _load(self, select: str = "") -> None:
        Op(self._app.relays.standings).on_success(lambda items: self._show_sources(items, select)).on_failure(
            self._refused).start(self)

    def _show_sources(self, items: list[RelayStanding], select: str) -> None:
        self.source.blockSignals(True)
        self.source.clear()
        for item in items:
            self.source.addItem(f"{item.source.name} · {state_words(item)}", item)
        approved = (place for place, item in enumerate(items) if item.state is RelayState.APPROVED)
        at = next((place for place, item in enumerate(items) if item.id == select), next(approved, 0))
        self.source.setCurrentIndex(at if items else -1)
        self.source.blockSignals(False)
        self._changed()

    def _standing(self) -> RelayStanding | None:
        item = self.source.currentData()
        return item if isinstance(item, RelayStanding) else None

    def _hour_entered(self) -> None:
        self._hour_known = True
        self._changed()

    def _changed(self) -> None:
        self.save.setEnabled(False)
        self.offered = None
        item = self._standing()
        if item is None:
            self.state.show_text(self.tr("No programme is entered yet: press “New…” and enter where its sound comes "
                                         "from."), "wait", "radio-tower")
        elif item.state is not RelayState.APPROVED:
            self.state.show_text(self.tr("“{name}” is not approved for now. It can be put into the schedule, but it "
                                         "airs only once it is approved.").format(name=item.source.name))
        else:
            self.state.show_text("")
        self._timer.start(_CALM_MS)

    def _look(self) -> None:
        """What would come of it, in a sentence."""
        self._number += 1
        number, item = self._number, self._standing()
        self.words.setText("")
        self.wrong.setText("")
        if item is None or not self._hour_known:
            self._fit()
            return
        app, day = self._app, self.day
        slot = RelaySlot(item.id, self.starts.value(), self.minutes.value())
        Op(lambda: offer(app.days.state(day), slot, self._title(item))).on_success(
            lambda found: self._show(found) if number == self._number else None).on_failure(
                lambda error: self._refused(error) if number == self._number else None).start(self)

    def _title(self, item: RelayStanding) -> str:
        return (self._asked.programme or item.source.name)[:80]

    def _show(self, found: RelayOffer) -> None:
        self.offered = found
        place = self.tr("in “{session}”").format(session=found.session) if found.session else \
            self.tr("as a session of its own")
        text = self.tr("{day}, from {starts} to {ends}, {place}.").format(
            day=day_words(self.day), starts=time_words(self.starts.value()), ends=time_words(found.ends_at),
            place=place)
        if found.longer_until is not None:
            text += " " + self.tr("The session is held longer for it, until {ends}.").format(
                ends=f"{found.longer_until:%H:%M}")
        self.words.setText(text[:1].upper() + text[1:])
        self.save.setEnabled(True)
        self._fit()

    def _refused(self, error: Exception) -> None:
        self.wrong.setText(explain(error).text)
        self._fit()

    def _fit(self) -> None:
        for part in (self.words, self.wrong):
            show_if(part, bool(part.text()))
        if self.isVisible():
            grow(self, self.body)

    def _new_source(self) -> None:
        person = self._shell.ask_pin(Right.WRITE, self.tr("Enter a programme of another station."))
        if person is None:
            return
        dialog = SourceDialog(self, self._app, person.name)
        saved = dialog.saved if dialog.exec() == SourceDialog.DialogCode.Accepted else None
        dialog.deleteLater()
        if saved is not None:
            self._load(saved.id)

    def _save(self) -> None:
        person = self._shell.ask_pin(Right.WRITE, self.tr("Put a relay into the schedule.")) if self.offered else None
        if person is not None:
            self._store(person, "", 3)

    def _store(self, person: Person, reason: str, tries: int) -> None:
        found, app = self.offered, self._app
        if found is None:
            return
        self.save.setEnabled(False)

        def work() -> None:
            app.days.save(found.edits, person.name, reason)
            publish(app)

        def failed(error: Exception) -> None:
            self.save.setEnabled(True)
            if tries <= 1 or not beyond.asked(app, self._shell, self, error, person,
                                              lambda why: self._store(person, why or reason, tries - 1)):
                self._refused(error)

        Op(work).on_success(self._done).on_failure(failed).start(self)

    def _done(self, _: Any) -> None:
        self._shell.air.command("reload").on_failure(lambda _: None).start(self._shell.air)
        self._shell.notify(self.tr("The relay is in the schedule of {day}.").format(day=f"{self.day:%d/%m/%Y}"))
        self.accept()
