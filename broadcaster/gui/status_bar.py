"""The line at the foot: is the playing process alive, is there room, does the clock hold, does the journal grow."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import suppress

from PySide6.QtCore import QTimer
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QSizePolicy, QWidget

from broadcaster.base.paths import StationHome
from broadcaster.gui.access import announce
from broadcaster.gui.devices import device_words, plays_to_nobody
from broadcaster.gui.i18n import number_text
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import ElidedLabel, label, row, show_if
from broadcaster.protocol.messages import Status

LOW_BYTES = 2_000_000_000
_DISK_MS = 60_000
_GRACE_MS = 20_000


_ROOMY = 1_000


class StatusBar(QFrame):
    """Facts only, each with its own words; red only for what needs a person."""

    def __init__(self, home: StationHome) -> None:
        super().__init__()
        self.setObjectName("status")
        self._home = home
        self._lamp = QLabel()
        self._air = label("")
        self._disk = label("")
        self._drift = label("")
        self._journal = label("")
        self._insert = label("")
        self._insert.setStyleSheet(f"color: {colors.red}; font-weight: 700;")
        self._busy = label("")
        self._cancel: QPushButton = flat_button(self.tr("Cancel"), "x", self._call_off)
        self._cancel.hide()
        self._op: Op | None = None
        self._who = ElidedLabel()
        self._who.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._acts: tuple[Callable[[], object], Callable[[], object]] = (lambda: None, lambda: None)
        self.lock_button = flat_button(self.tr("Lock"), "lock", lambda: self._acts[0]())
        self.lock_button.setToolTip(self.tr("Locks this window; the broadcast goes on. Ctrl+Shift+L"))
        self.change_button = flat_button(self.tr("Change person"), "users", lambda: self._acts[1]())
        box = row(self._lamp, self._air, self._disk, self._drift, self._journal, self._insert, None,
                  self._busy, self._cancel, self._who, self.lock_button, self.change_button, spacing=8)
        box.insertSpacing(2, 14)
        box.insertSpacing(4, 14)
        box.insertSpacing(6, 14)
        box.setContentsMargins(12, 2, 12, 2)
        self.setLayout(box)
        self.setFixedHeight(34)
        self.show_person("", *self._acts)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.look_at_disk)
        self._timer.start(_DISK_MS)
        self._state = ""
        self._grace = True
        QTimer.singleShot(_GRACE_MS, self, self._end_grace)
        self.show_status(None)
        self.look_at_disk()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        # On a small screen the two figures nobody acts on give way: names and buttons keep their letters.
        for part in (self._drift, self._journal):
            show_if(part, self.width() >= _ROOMY)

    def add(self, part: QWidget) -> None:
        """At the right end."""
        box = self.layout()
        assert box is not None
        box.addWidget(part)

    def words(self) -> str:
        """Everything that is shown."""
        return " · ".join(part.text() for part in (self._air, self._disk, self._drift, self._journal, self._insert)
                          if part.text())

    def show_player(self, plays: bool) -> None:
        """An office above stations has no loudspeaker."""
        for part in (self._lamp, self._air):
            show_if(part, plays)

    def show_person(self, name: str, lock: Callable[[], object], change: Callable[[], object]) -> None:
        """Who is signed in; nothing shows where nobody signs in."""
        self._acts = (lock, change)
        self._who.set_text(name)
        self._who.setFixedWidth(min(240, self._who.fontMetrics().horizontalAdvance(name) + 16))
        for part in (self._who, self.lock_button, self.change_button):
            show_if(part, bool(name))

    def show_status(self, status: Status | None) -> None:
        """Called ten times a second: only what changed is touched."""
        state = status.state if status else "starting" if self._grace else "down"
        self._grace = self._grace and status is None
        words, color = {
            "starting": (self.tr("Playing process: starting"), colors.faint),
            "down": (self.tr("Playing process: not running"), colors.red),
            "no_device": (self.tr("Playing process: no sound device"), colors.red),
            "stopped": (self.tr("Playing process: stopped by hand"), colors.wait_mark),
            "on_air": (self.tr("Playing process: on air"), colors.good_mark),
        }.get(state, (self.tr("Playing process: ready"), colors.good_mark))
        trial = status is not None and plays_to_nobody(status.device)
        if trial and state in {"idle", "armed", "on_air"}:
            words, color = f"{words} · {device_words(status.device if status else '')}", colors.info_mark
        if words != self._state:
            # Silence is what must not be missed; that a song begins need not interrupt anybody.
            announce(self, words, urgent=state in {"down", "no_device", "stopped"} and bool(self._state))
            self._state = words
            self._air.setText(words)
            self._lamp.setPixmap(pixmap("circle", 12, color, filled=True))
        drift = ""
        if status:
            drift = self.tr("Clock off by {seconds} s").format(seconds=number_text(abs(status.drift_ms) / 1000, 2))
        _set(self._drift, drift)
        _set(self._journal, self.tr("Journal: line {number}").format(number=number_text(status.journal_seq))
             if status and status.journal_seq else "")

        insert = self._insert_words(status)
        if insert != self._insert.text():
            announce(self, insert, urgent=True)
        _set(self._insert, insert)

    def _insert_words(self, status: Status | None) -> str:
        """Seen from every page: an open microphone must never be forgotten."""
        insert = status.insert if status else None
        if insert is None:
            return ""
        if insert.kind == "break_in" and insert.state == "waiting":
            return self.tr("Emergency: next round waits")
        words = {"live": self.tr("The microphone is open (F10 closes it)"),
                 "relay": self.tr("A relay is on (F10 ends it)"),
                 "next": self.tr("An item was put into the session")}
        return words.get(insert.kind, self.tr("Emergency on air (F10 ends it)"))

    def _end_grace(self) -> None:
        if self._grace:
            self._grace = False
            self.show_status(None)

    def look_at_disk(self) -> None:
        """Free room where the station lies."""
        with suppress(OSError):
            free = shutil.disk_usage(self._home.root).free
            text = self.tr("Disk: {size} GB free").format(size=number_text(free / 1e9, 1 if free < 10e9 else 0))
            self._disk.setText(text)
            self._disk.setStyleSheet(f"color: {colors.red}; font-weight: 600;" if free < LOW_BYTES else "")

    def show_busy(self, op: Op, busy: bool) -> None:
        """An Op takes more than a second, or has ended."""
        if busy:
            self._op = op
            self._busy.setText(op.label or self.tr("Working…"))
            self._cancel.show()
        elif op is self._op:
            self._op = None
            self._busy.setText("")
            self._cancel.hide()

    def _call_off(self) -> None:
        if self._op:
            self._op.cancel()


def _set(target: QLabel, text: str) -> None:
    if target.text() != text:
        target.setText(text)
