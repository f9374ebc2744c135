"""Để sẵn làm tin khẩn cấp: an approved item gets a key and its habits, so that one key press can air it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QWidget

from broadcaster.gui.on_air.order_form import Choices
from broadcaster.gui.on_air.orders import PRESETS, preset_of
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, number_field
from broadcaster.gui.widgets.layout import label
from broadcaster.library.model import Cart
from broadcaster.protocol.emergency import MOST_KEYS, MOST_REPEATS, EmergencyMessage
from broadcaster.protocol.rundown import Urgency


@dataclass(frozen=True)
class Habits:
    """How the message is to lie on the shelf; `take_off`: no longer."""

    slug: str
    key: int
    repeats: int
    every_minutes: int
    for_minutes: int
    chime: bool
    urgency: Urgency
    take_off: bool = False


class EmergencyDialog(Sheet):
    """Ends accepted with `habits`. `known`: the message this item is already, if it is one."""

    def __init__(self, parent: QWidget | None, cart: Cart, shelf: Sequence[EmergencyMessage],
                 known: EmergencyMessage | None) -> None:
        title = QCoreApplication.translate("EmergencyDialog", "Keep ready for emergencies")
        super().__init__(parent, title, 580)
        self._known = known
        self._take_off = False
        self.body.addWidget(label(title, "title"))
        words = label(self.tr("“{title}” can then be aired within a second: F9, its key, Enter held for a second.")
                      .format(title=cart.title), wrap=True)
        words.setMinimumWidth(500)
        self.body.addWidget(words)
        self._fields(shelf)
        self.yes = primary_button(self.tr("Keep ready"), "siren", self.accept)
        self.yes.setDefault(True)
        buttons: list[QWidget] = [button(self.tr("Cancel"), "", self.reject), self.yes]
        if known:
            buttons.insert(0, button(self.tr("Take it off"), "archive", self._remove))
        self.buttons(*buttons)

    @property
    def habits(self) -> Habits:
        """What was chosen."""
        every, lasting = PRESETS.get(self.often.value(), (0, 0))
        if self._known and self.often.value() == "own":
            every, lasting = self._known.every_minutes, self._known.for_minutes
        return Habits(self._known.slug if self._known else "", int(self.key.currentData()), self.repeats.value(), every,
                      lasting, self.chime.isChecked(), Urgency(self.urgency.value()), self._take_off)

    def _fields(self, shelf: Sequence[EmergencyMessage]) -> None:
        known = self._known
        taken = {message.key: message.title for message in shelf if message.key and message is not known}
        free = [number for number in range(1, MOST_KEYS + 1) if number not in taken]
        self.key = choice([("0", self.tr("none")), *((str(number), str(number)) for number in free)],
                          str(known.key if known else (free or [0])[0]))
        self.often = Choices([("once", self.tr("Once")), ("half_hour", self.tr("Every 30 min for 6 h")),
                              ("two_hours", self.tr("Every 2 h for 24 h")), ("own", self.tr("As before"))])
        self.often.parts["own"].setVisible(known is not None and not preset_of(known))
        self.often.choose((preset_of(known) or "own") if known else "once")
        self.repeats = number_field(known.repeats if known else 1, 1, MOST_REPEATS, self.tr(" times in a row"))
        self.urgency = Choices([(str(Urgency.EMERGENCY), self.tr("Emergency: breaks in at once")),
                                (str(Urgency.PRIORITY), self.tr("Priority: after the item on air"))])
        if known:
            self.urgency.choose(str(known.urgency))
        self.chime = QCheckBox(self.tr("A chime before it"))
        self.chime.setChecked(known is None or known.chime is not None)
        form = Form(label_width=120)
        form.add(self.tr("Key"), self.key)
        form.add(self.tr("Level"), self.urgency.widget)
        form.add(self.tr("How often"), self.often.widget, self.tr("Can be chosen anew each time it is aired."))
        form.add(self.tr("Each time"), self.repeats)
        form.add(self.tr("Sound"), self.chime)
        self.body.addWidget(form)

    def _remove(self) -> None:
        self._take_off = True
        self.accept()
