"""The buttons an operator needs without thinking: stop, break in, speak, relay, skip. Stop is the largest."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QWidget

from broadcaster.gui.icons import spaced
from broadcaster.gui.theme import colors, sizes
from broadcaster.gui.widgets.buttons import button, danger_button, flat_button, primary_button
from broadcaster.gui.widgets.layout import Card, label
from broadcaster.protocol.messages import Status

_BIG = "font-size: {pixels}px; min-height: {height}px;"


class ControlCard(Card):
    """`acts` maps stop, resume, break_in, live, relay, skip, wall, keys to what is done."""

    def __init__(self, acts: dict[str, Callable[[], object]]) -> None:
        super().__init__()
        self.setAccessibleName(self.tr("Control"))
        self.stop = danger_button(self.tr("STOP ALL"), "", acts["stop"])
        self.stop.setIcon(spaced("square", colors.on_danger, filled=True))
        self.stop.setToolTip(self.tr("Silences the loudspeakers at once. Ctrl+Shift+S, from every page"))
        self.resume = primary_button(self.tr("Go on broadcasting"), "play", acts["resume"])
        for big in (self.stop, self.resume):
            big.setIconSize(QSize(24, 18))
        self.break_in = button(self.tr("EMERGENCY  F9"), "", acts["break_in"])
        self.break_in.setObjectName("alarm")
        self.break_in.setIcon(spaced("siren", colors.red))
        self.break_in.setIconSize(QSize(24, 18))
        self.break_in.setToolTip(self.tr("Opens the prepared messages. Nothing sounds before you hold the key. "
                                         "F9, from every page"))
        self.live = button(self.tr("Speak live  F7"), "mic", acts["live"])
        self.live.setToolTip(self.tr("Speak to the loudspeakers through a microphone. F7"))
        self.relay = button(self.tr("Relay  F8"), "radio-tower", acts["relay"])
        self.relay.setToolTip(self.tr("Take over another station's programme. F8"))
        self.skip = button(self.tr("Skip this item…"), "skip-forward", acts["skip"])
        self.hint = label("", "faint", wrap=True)
        self.wall = flat_button(self.tr("Wall display  F11"), "monitor", acts["wall"])
        self.keys = flat_button(self.tr("Keys  Ctrl+F1"), "keyboard", acts["keys"])
        self._narrow: bool | None = None
        self.body.setSpacing(8)
        self.add(self.stop, self.resume, self.hint, self.break_in, self.live, self.relay, self.skip)
        self.body.addStretch(1)
        self.add(self.wall, self.keys)
        self.set_narrow(False)
        way = [self.stop, self.resume, self.break_in, self.live, self.relay, self.skip, self.wall, self.keys]
        for before, after in pairwise(way):
            QWidget.setTabOrder(before, after)

    def set_narrow(self, narrow: bool) -> None:
        """Smaller letters where the screen is small; STOP ALL stays the largest."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        for big in (self.stop, self.resume):
            big.setStyleSheet(_BIG.format(pixels=sizes.large if narrow else sizes.title, height=56 if narrow else 72))
        self.break_in.setStyleSheet(_BIG.format(pixels=sizes.body if narrow else sizes.heading, height=44))
        self.hint.setHidden(narrow)

    def show_status(self, status: Status | None) -> None:
        """STOP ALL stays pressable even when nobody answers: then it says what to do by hand."""
        stopped = status is not None and status.state == "stopped"
        _set_visible(self.stop, not stopped)
        _set_visible(self.resume, stopped)
        inserted = status is not None and status.insert is not None and status.insert.state == "on_air"
        self.skip.setEnabled(status is not None and status.on_air is not None and not stopped)
        self.live.setEnabled(status is not None and not stopped and not inserted)
        self.relay.setEnabled(status is not None and not stopped and not inserted)
        self._show_hint(status, stopped)

    def _show_hint(self, status: Status | None, stopped: bool) -> None:
        if status is None:
            hint = self.tr("The playing process does not answer. Emergency messages can still be ordered.")
        elif stopped:
            hint = self.tr("Nothing sounds until you go on; the missed items are logged with the reason “operator”.")
        else:
            hint = self.tr("STOP ALL silences the loudspeakers at once, without asking.")
        if self.hint.text() != hint:
            self.hint.setText(hint)


def _set_visible(widget: QWidget, shown: bool) -> None:
    if widget.isHidden() == shown:
        widget.setVisible(shown)
