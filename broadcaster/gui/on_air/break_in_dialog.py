"""PHÁT KHẨN CẤP: choose a prepared message, hold one key for a second, and it is on the air.

Everything is read from files, so this works with the database broken; when the playing process does not answer, the
order is laid down as a file that it finds as soon as it runs.
"""

from __future__ import annotations

from typing import Any, ClassVar

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.base.errors import BroadcasterError
from broadcaster.gui.errors import explain
from broadcaster.gui.on_air.message_list import MessageList
from broadcaster.gui.on_air.order_form import Choices, QuietConfirm, WhoField, ZonePicker, zone_names
from broadcaster.gui.on_air.orders import PRESETS, Prepared, falls_into_quiet, length_of, prepared, preset_of
from broadcaster.gui.on_air.orders import schedule_words as words_of
from broadcaster.gui.on_air.reasons import Owed, owe
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import number_field
from broadcaster.gui.widgets.hold_button import HoldButton
from broadcaster.gui.widgets.layout import column, label, row, scrolled
from broadcaster.protocol.emergency import MOST_KEYS, MOST_REPEATS
from broadcaster.protocol.emergency_orders import Order, write_order
from broadcaster.protocol.rundown import QuietHours, Urgency

_F9 = int(Qt.Key.Key_F9)
_HOLD_KEYS = {int(Qt.Key.Key_Return), int(Qt.Key.Key_Enter), _F9}
_NO_ANSWER = {"link.down", "link.protocol"}


class BreakInDialog(Sheet):
    """Held keys alone begin anything: opening it, choosing and typing never sound.

    `by_key`: F9 opened it, and must be let go before it can be held.
    """

    own_keys: ClassVar[frozenset[str]] = frozenset({"F9"})

    def __init__(self, parent: QWidget | None, shell: Shell, quiet: QuietHours, *, by_key: bool = False) -> None:
        super().__init__(parent, "", 760)
        self.setWindowTitle(self.tr("Emergency message"))
        self._shell = shell
        self._quiet = quiet
        self._sending = False
        self.owed: Owed | None = None
        """The reason for what was just aired in quiet hours: nothing waited for it."""
        self.body.setContentsMargins(22, 16, 22, 16)
        self.body.setSpacing(8)
        self.body.addWidget(label(self.tr("Emergency message"), "title"))
        now = shell.app.clock.now()
        self.messages = prepared(shell.app.home, shell.app.key, now)
        if not self.messages:
            self._build_empty()
            return
        self._build()
        if by_key:
            self.hold.keys.spoil(_F9)
        if (application := QCoreApplication.instance()) is not None:
            application.installEventFilter(self)

    def order(self) -> Order | None:
        """What would be sent now."""
        entry = self.list.chosen()
        if entry is None:
            return None
        every, lasting = self._times(entry)
        return Order(entry.message.slug, self.who.name() or self._nobody(), self.confirmed.isChecked(),
                     self.repeats.value(), every, lasting, self.then.value(), tuple(self.zones.chosen()))

    def problem(self) -> str:
        """Why it cannot be aired now."""
        entry = self.list.chosen()
        if entry is None:
            return ""
        if entry.problem:
            return self.tr("“{title}” cannot be aired: {why}.").format(title=entry.message.title, why=entry.problem)
        if not self._quiet.covers(self._shell.app.clock.now()):
            return ""
        if entry.message.urgency is not Urgency.EMERGENCY:
            return self.tr("It is quiet until {time}: a priority message may not be aired now.").format(
                time=self._quiet.end)
        if not self.confirmed.isChecked():
            return self.tr("It is quiet until {time}: tick the confirmation above first.").format(time=self._quiet.end)
        return ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if int(event.key()) not in _HOLD_KEYS:
            super().keyPressEvent(event)
        elif self.messages:
            self.hold.keys.press(int(event.key()), event.isAutoRepeat())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # Releases are looked for everywhere: that of the F9 which opened this may still go to the window behind it.
        if event.type() == QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and self.messages:
            self.hold.keys.release(int(event.key()), event.isAutoRepeat())
        return False

    def _build_empty(self) -> None:
        self.body.addWidget(label(self.tr("No message is prepared yet."), "strong"))
        words = label(self.tr(
            "A prepared message is on the air within a second, even when the database is damaged. To prepare one: open "
            "the library, choose an approved item, press “More” beside it and then “Keep ready for emergencies…”.\n\n"
            "If something must be said right now: close this and press F7 to speak through the microphone."), wrap=True)
        words.setMinimumWidth(560)
        self.body.addWidget(words)
        self.library = primary_button(self.tr("Open the library"), "music", self._open_library)
        self.buttons(button(self.tr("Close"), "", self.reject), self.library)

    def _build(self) -> None:
        self.list = MessageList()
        self.list.setMinimumSize(300, 140)
        options = QWidget()
        self._options = QVBoxLayout(options)
        self._options.setContentsMargins(0, 0, 6, 0)
        self._options.setSpacing(6)
        self._fields()
        area = scrolled(options)
        area.setMinimumWidth(360)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        middle = row(self.list, area, spacing=16)
        middle.setStretch(0, 6)
        middle.setStretch(1, 5)
        self.body.addLayout(middle, 1)
        self._foot()
        self.list.show_messages(self.messages)
        self.list.currentItemChanged.connect(lambda *_: self._show_choice())
        for key in range(1, MOST_KEYS + 1):
            QShortcut(QKeySequence(str(key)), self).activated.connect(lambda key=key: self.list.choose_key(key))
        self._show_choice()
        self.list.setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(980, room.width() - 30), min(600, room.height() - 50))

    def _fields(self) -> None:
        self.often = Choices([("once", self.tr("Once")), ("half_hour", self.tr("Every 30 min for 6 h")),
                              ("two_hours", self.tr("Every 2 h for 24 h")), ("own", "")], self._refresh)
        self.repeats = number_field(1, 1, MOST_REPEATS, self.tr(" times in a row"))
        self.repeats.setAccessibleName(self.tr("Readings in one round"))
        self.then = Choices([("resume", self.tr("Go on where it stopped")),
                             ("restart", self.tr("Begin the item again")),
                             ("drop", self.tr("Drop the rest of the session"))])
        names = zone_names(self._shell)
        self.zones = ZonePicker(names)
        self.who = WhoField(self._shell)
        for caption, field in ((self.tr("How often"), self.often.widget), (self.tr("Each time"), self.repeats),
                               (self.tr("What it interrupts"), self.then.widget), (self.tr("Where"), self.zones),
                               (self.tr("Ordered by"), self.who)):
            if field is self.zones and len(names) < 2:
                continue
            self._options.addLayout(column(label(caption, "soft"), field, spacing=3))
        self._options.addStretch(1)

    def _foot(self) -> None:
        self.wrong = label("", "wrong", wrap=True)
        self.hold = HoldButton("")
        self.hold.held.connect(self._send)
        self.cancel = button(self.tr("Cancel  Esc"), "", self.reject)
        self.cancel.setFixedHeight(self.hold.height())
        words = label(self.tr("1–9 or the arrows choose. Hold Enter, F9 or the red button for one second: it is on the "
                              "air. Let go earlier and nothing happens."), "soft", wrap=True)
        self.confirmed = QuietConfirm(self.tr("I confirm this emergency in quiet &hours"))
        self.confirmed.toggled.connect(lambda _: self._refresh())
        self.repeats.valueChanged.connect(lambda _: self._refresh())
        self.later = label("", "faint", wrap=True)
        for part in (words, self.confirmed, self.later, self.wrong):
            self.body.addWidget(part)
        line = row(self.hold, self.cancel)
        line.setStretch(0, 1)
        self.body.addLayout(line)

    def _show_choice(self) -> None:
        """The chosen message brings its own habits along."""
        entry = self.list.chosen()
        if entry is None:
            return
        own = preset_of(entry.message)
        self.often.parts["own"].setVisible(not own)
        self.often.parts["own"].setText(self.tr("As prepared: {words}").format(words=words_of(entry.message)))
        self.often.choose(own or "own")
        self.repeats.setValue(entry.message.repeats)
        self._refresh()

    def _refresh(self) -> None:
        entry = self.list.chosen()
        if entry is None:
            return
        now = self._shell.app.clock.now()
        later = falls_into_quiet(now, *self._times(entry), self._quiet,
                                 length_of(entry.message, self.repeats.value()))
        emergency = entry.message.urgency is Urgency.EMERGENCY
        self.confirmed.setVisible(later and emergency)
        left_out = later and emergency and not self._quiet.covers(now)
        self.later.setText(self.tr("Rounds between {start} and {end} are left out unless you tick this.").format(
            start=self._quiet.start, end=self._quiet.end))
        self.later.setVisible(left_out)
        problem = self.problem()
        self.wrong.setText(problem)
        self.wrong.setVisible(bool(problem))
        self.hold.setEnabled(not problem and not self._sending)
        words = self.tr("SENDING…") if self._sending else self.tr("HOLD TO AIR IT")
        self.hold.setText(words)
        self.hold.setAccessibleName(f"{words}: {entry.message.title}")

    def _times(self, entry: Prepared) -> tuple[int, int]:
        own = (entry.message.every_minutes, entry.message.for_minutes)
        return PRESETS.get(self.often.value(), own)

    def _nobody(self) -> str:
        return self.tr("someone at the window")

    def _send(self) -> None:
        order = self.order()
        if order is None or self._sending or self.problem():
            return
        self._sending = True
        self._refresh()
        self.who.remember()
        self._shell.air.command("break_in", **order.words()).on_success(
            lambda answer: self._sent(answer, order.confirmed)).on_failure(
            lambda error: self._refused(error, order)).start(self)

    def _sent(self, answer: dict[str, Any], confirmed: bool) -> None:
        entry = self.list.chosen()
        if entry and confirmed:
            self._owe(str(answer.get("insert") or entry.message.slug), entry.message.title)
        self.accept()
        if entry:
            self._shell.notify(self.tr("Emergency message ordered: {title}").format(title=entry.message.title))

    def _refused(self, error: Exception, order: Order) -> None:
        self._sending = False
        try:
            if isinstance(error, BroadcasterError) and error.code in _NO_ANSWER:
                write_order(self._shell.app.home, order, self._shell.app.clock.now())
                if order.confirmed and (entry := self.list.chosen()):
                    self._owe(order.slug, entry.message.title)
                self.accept()
                self._shell.notify(self.tr("The playing process does not answer. The order lies ready for it and is "
                                           "carried out as soon as it runs."))
                return
        except BroadcasterError as second:
            error = second
        self._refresh()
        self.wrong.setText(explain(error).text)
        self.wrong.show()

    def _owe(self, about: str, title: str) -> None:
        self.owed = owe(self._shell, about, title, "quiet", self._shell.app.clock.now().date())

    def _open_library(self) -> None:
        self.reject()
        self._shell.go("library")
