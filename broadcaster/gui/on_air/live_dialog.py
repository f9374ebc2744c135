"""NÓI TRỰC TIẾP: choose a microphone while its level is shown, say how long, open it."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.microphone import Microphone, input_names
from broadcaster.gui.on_air.order_form import QuietConfirm
from broadcaster.gui.on_air.reasons import usual
from broadcaster.gui.on_air.timed_sheet import TimedSheet, below
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.meter import SlimMeter
from broadcaster.gui.widgets.reason import ReasonField, keep_reason, offered_reasons
from broadcaster.protocol.rundown import QuietHours

_DEVICE, _MINUTES, _TALK_OVER = "on_air/microphone", "on_air/live_minutes", "on_air/talk_over"
_QUIET_VOICE_DB, _LOUD_VOICE_DB = -40.0, -3.0


class LiveDialog(TimedSheet):
    """The level shown here is measured in the window; nothing leaves it before the button is pressed."""

    command = "live_on"

    def __init__(self, parent: QWidget | None, shell: Shell, quiet: QuietHours) -> None:
        translate = QCoreApplication.translate
        super().__init__(parent, shell, quiet, translate("LiveDialog", "Speak live"),
                         translate("LiveDialog", "Open the microphone"))
        memory = shell.memory
        self.device: QComboBox = choice([("", self.tr("The computer's default microphone"))])
        self.device.currentIndexChanged.connect(lambda _: self._listen())
        self.meter = SlimMeter(self.tr("Level of the microphone"))
        self.hint = label("", "faint", wrap=True)
        self.hint.setMinimumHeight(2 * self.hint.fontMetrics().height())  # it changes while somebody speaks
        self.form.add(self.tr("Microphone"), below(self.device, self.meter, self.hint))
        self.device.setAccessibleName(self.tr("Microphone"))
        minutes = shell.app.settings.audio.live_minutes
        self.add_common(int(str(memory.value(_MINUTES, minutes))), self.tr("It closes by itself then, at the latest."))
        self.chime = QCheckBox(self.tr("A chime first"))
        self.chime.setChecked(True)
        self.talk_over = QCheckBox(self.tr("What is playing goes on softly underneath"))
        self.talk_over.setChecked(bool(memory.value(_TALK_OVER, False, bool)))
        self.form.add(self.tr("Sound"), below(self.chime, self.talk_over))
        self.confirmed = QuietConfirm(self.tr("I confirm this emergency in quiet &hours"))
        self.confirmed.setVisible(self._is_quiet())
        self.why = ReasonField(offered_reasons(memory, "quiet", usual("quiet")))
        self.why.line.setPlaceholderText(self.tr("Why must it be now? It stands in the airing log."))
        self.why.setVisible(self._is_quiet())
        self.body.addWidget(self.confirmed)
        self.body.addWidget(self.why)
        self.body.addWidget(label(self.tr("What is said is recorded and stands in the airing log."), "faint"))
        self.finish()
        self.microphone = Microphone(self)
        self.microphone.level.connect(self._show_level)
        self.microphone.failed.connect(self._show_failure)
        Op(input_names, lane="slow").on_success(self._show_inputs).on_failure(lambda _: None).start(self)
        self.minutes.setFocus()

    def words(self) -> dict[str, Any]:
        return {"device": str(self.device.currentData() or ""), "chime": self.chime.isChecked(),
                "talk_over": self.talk_over.isChecked(), "confirmed": self.confirmed.isChecked(),
                **({"why": self.why.text()} if self._is_quiet() else {})}

    def wrong_with(self) -> str:
        if self._is_quiet() and not self.confirmed.isChecked():
            return self.tr("It is quiet until {time}: tick the confirmation first.").format(time=self.quiet.end)
        if self._is_quiet() and not self.why.text():
            return self.tr("Write why people are woken now.")
        return ""

    def before_sending(self) -> None:
        # Some inputs can be opened only once.
        self.microphone.stop()
        self.meter.silence()

    def remember(self) -> None:
        memory = self.shell.memory
        keep_reason(memory, "quiet", self.why.text())
        memory.setValue(_DEVICE, self.device.currentData())
        memory.setValue(_MINUTES, self.minutes.value())
        memory.setValue(_TALK_OVER, self.talk_over.isChecked())

    def refused(self, error: Exception) -> None:
        super().refused(error)
        self._listen()

    def done(self, result: int) -> None:
        self.microphone.stop()
        super().done(result)

    def _is_quiet(self) -> bool:
        return self.quiet.covers(self.shell.app.clock.now())

    def _show_inputs(self, names: list[str]) -> None:
        if not self.isVisible() and self.result():
            return
        last = str(self.shell.memory.value(_DEVICE, "") or "")
        self.device.blockSignals(True)
        for name in names:
            self.device.addItem(name, name)
        self.device.setCurrentIndex(max(0, self.device.findData(last)))
        self.device.blockSignals(False)
        if names:
            self._listen()
        else:
            self.hint.setText(self.tr("No microphone was found on this computer. Plug one in and open this again."))

    def _listen(self) -> None:
        self.hint.setText(self.tr("Speak: the bar should reach the upper half of the green."))
        self.microphone.listen(str(self.device.currentData() or ""))

    def _show_level(self, level_db: float) -> None:
        self.meter.show_level(level_db)
        if level_db > _LOUD_VOICE_DB:
            self.hint.setText(self.tr("Too loud: it will be distorted. Turn it down or step back."))
        elif level_db > _QUIET_VOICE_DB:
            self.hint.setText(self.tr("The microphone hears you."))

    def _show_failure(self, error: Exception) -> None:
        self.meter.silence()
        self.hint.setText(explain(error).text)
