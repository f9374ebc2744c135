"""Listening to a source for some seconds, off the air: a level, then a sentence."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.relays.model import trial_words
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import label, row
from broadcaster.gui.widgets.meter import SlimMeter
from broadcaster.protocol.rundown import Relay
from broadcaster.schedule.relays.model import RelayStanding, RelayTrial
from broadcaster.wiring import App


class TrialStrip(QWidget):
    """Hidden until `listen`; one source at a time."""

    changed = Signal()
    """There is something else to see in it."""

    def __init__(self, app: App) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app = app
        self._op: Op[RelayTrial] | None = None
        self.of = ""
        """Id of the source that is or was listened to."""
        self.words = label("")
        self.meter = SlimMeter(self.tr("Level of the programme"))
        self.stop_button = flat_button(self.tr("Stop"), "square", self.stop)
        self.result = Banner("", "plain", "headphones")
        self._live = QWidget()
        self._live.setObjectName("plain")
        line = row(self.words, self.meter, self.stop_button)
        line.setContentsMargins(0, 0, 0, 0)
        line.setStretch(1, 1)
        self._live.setLayout(line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.addWidget(self._live)
        box.addWidget(self.result)
        self.hide()

    @property
    def listening(self) -> bool:
        return self._op is not None

    def listen(self, item: RelayStanding) -> None:
        """Begin; what was tried before is given up."""
        self.of = item.id
        self.try_out(item.source.relay, item.source.name)

    def try_out(self, relay: Relay, name: str) -> None:
        """The same for what is not entered yet."""
        self.stop()
        self.words.setText(self.tr("Trying “{name}”…").format(name=name))
        self.meter.silence()
        self.result.show_text("")
        self._live.show()
        self.show()
        self.changed.emit()
        relays = self._app.relays

        def work(step: Step) -> RelayTrial:
            return relays.try_out(relay, level=lambda db: step(round(db), 0), cancelled=lambda: step.cancelled)

        self._op = Op(work, lane="slow").on_progress(lambda db, *_: self.meter.show_level(db))
        self._op.on_success(self._show).on_failure(self._failed).start(self)

    def stop(self) -> None:
        """Nothing is heard any more, nothing is said of it."""
        if self._op is not None:
            self._op.cancel()
            self._op = None
        self.hide()

    def _show(self, found: RelayTrial) -> None:
        self._op = None
        self._live.hide()
        words, tone = trial_words(found)
        self.result.show_text(words, tone, "circle-check" if tone == "good" else "circle-alert")
        self.changed.emit()

    def _failed(self, error: Exception) -> None:
        self._op = None
        self._live.hide()
        self.result.show_text(explain(error).text, "bad", "circle-alert")
