"""Step: where the sound goes, tried with a tone that a person can follow to the amplifier."""

from __future__ import annotations

from collections.abc import Callable

from broadcaster.base.errors import Refused
from broadcaster.base.settings import NOBODY
from broadcaster.gui.devices import device_words
from broadcaster.gui.errors import explain
from broadcaster.gui.first_run import tone
from broadcaster.gui.first_run.model import SOUND
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.on_air.model import valid_quiet
from broadcaster.gui.ops import Op
from broadcaster.gui.preview import PreviewPlayer, output_names
from broadcaster.gui.settings.fields import set_choices, set_value
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.dialogs import confirm
from broadcaster.gui.widgets.form import Form, choice, decimal_field
from broadcaster.gui.widgets.layout import caption_label, row
from broadcaster.gui.widgets.meter import LevelMeter


class SoundStep(Step):
    """Device, test tone with its level, and the silence that wakes the amplifier."""

    name = SOUND

    def build(self) -> None:
        self.player = PreviewPlayer(self)
        self.player.failed.connect(self._failed)
        self.player.position.connect(self._on_position)
        self.player.state_changed.connect(self._on_state)
        self.form = Form(label_width=190)
        self.device = choice([(name, device_words(name)) for name in ("", NOBODY)])
        self.form.add(self.tr("Sound device"), self.device,
                      self.tr("The one whose cable goes to the amplifier or the transmitter."))
        self.lead_in = decimal_field(3, 0, 30, self.tr(" s"), 0.5)
        self.form.add(self.tr("Silence before a session"), self.lead_in,
                      self.tr("Wakes amplifiers and receivers, so that the first words are heard. 3 seconds suit most; "
                              "more when the first word is swallowed."))
        self.play = button(self.tr("Sound the test tone"), "volume-2", self._toggle)
        self.meter = LevelMeter(self.tr("Level of the test tone"))
        self.again = flat_button(self.tr("Look for devices again"), "refresh-cw", self._look)
        self.heard = button(self.tr("I hear it"), "check", self._heard)
        self.not_heard = button(self.tr("I hear nothing"), "circle-help", self._not_heard)
        self.answer, self.none = Banner(), Banner()
        self.body.addWidget(self.form)
        self.body.addWidget(self.none)
        self.body.addLayout(row(self.play, self.heard, self.not_heard, None, self.again))
        self.body.addWidget(caption_label(self.tr("Level of the test tone")))
        self.body.addWidget(self.meter)
        self.body.addWidget(self.answer)
        self.body.addStretch(1)
        self.device.currentIndexChanged.connect(lambda _: self._device_changed())
        self._read = False
        self._show_asked(False)

    def short(self) -> str:
        return self.tr("Loudspeakers")

    def heading(self) -> tuple[str, str]:
        return (self.tr("Can the loudspeakers be heard?"),
                self.tr("Choose the sound device, let the tone sound, and turn the amplifier up until it is heard "
                        "well. The tone really goes out: tell people who may be startled."))

    def enter(self) -> None:
        if not self._read:
            self._read = True
            audio = self.run.settings().audio
            self.lead_in.setValue(audio.lead_in)
            self._offer([], audio.device)
        self._look()
        self.device.setFocus()

    def leave(self) -> None:
        self.player.stop()

    def finish(self, then: Callable[[], object]) -> None:
        self.player.stop()
        device, lead_in = str(self.device.currentData() or ""), self.lead_in.value()
        self.do(lambda: self.run.keep("audio", self.run.first, device=device, lead_in=lead_in), lambda _: then())

    def _look(self) -> None:
        wanted = str(self.device.currentData() or "")
        Op(output_names, lane="slow").on_success(lambda names: self._found(names, wanted)).start(self)

    def _found(self, names: list[str], wanted: str) -> None:
        self._offer(names, wanted)
        self.none.show_text("" if names else self.tr(
            "This computer has no sound output now. Plug one in (a USB sound card will do) and look again; everything "
            "else can be set up without it."), "wait")

    def _offer(self, names: list[str], wanted: str) -> None:
        known = dict.fromkeys(["", *names, NOBODY])
        set_choices(self.device, [(name, device_words(name)) for name in known])
        set_value(self.device, wanted)

    def _toggle(self) -> None:
        if self.player.state == "playing":
            self.player.stop()
            return
        device = str(self.device.currentData() or "")
        if device == NOBODY:
            self.answer.show_text(self.tr("This choice plays to nobody: it is only for trying the program."), "wait")
            return
        hours = self.run.settings().hours
        if valid_quiet(hours.quiet_from, hours.quiet_to).covers(self.run.app.clock.now()) and not confirm(
                self, self.tr("It is quiet time now"),
                self.tr("People are asleep. Sound the tone only if the amplifier is off or you listen with "
                        "headphones."),
                self.tr("Sound it all the same")):
            return
        self.answer.show_text("")
        self._sound(device)

    def _on_position(self, seconds: float) -> None:
        level = tone.level_at(seconds)
        self.meter.show_levels((level, level))

    def _on_state(self, state: str) -> None:
        playing = state == "playing"
        self.play.setText(self.tr("Stop the tone") if playing else self.tr("Sound the test tone"))
        self.play.setAccessibleName(self.play.text())
        if not playing:
            self.meter.silence()

    def _show_asked(self, asked: bool) -> None:
        self.heard.setVisible(asked)
        self.not_heard.setVisible(asked)

    def _device_changed(self) -> None:
        self.player.stop()
        self._show_asked(False)

    def _heard(self) -> None:
        self.player.stop()
        self.answer.show_text(self.tr("Good. The station plays on this device."), "good", "circle-check")

    def _not_heard(self) -> None:
        self.answer.show_text("\n".join((
            self.tr("Look in this order; the tone goes on meanwhile:"),
            self.tr("1. Is the amplifier on, and its volume up? Is the right input chosen (AUX, LINE)?"),
            self.tr("2. Does the cable sit in the green socket of the computer, not in the pink one?"),
            self.tr("3. Is the computer's own volume up and not muted (the loudspeaker beside the clock)?"),
            self.tr("4. Choose another device in the list above and sound the tone again."),
            self.tr("5. Plug headphones in instead of the cable: if they sound, look at cable and amplifier."))),
            "wait", "circle-help")
        if self.player.state != "playing":
            self._sound(str(self.device.currentData() or ""))

    def _sound(self, device: str) -> None:
        self.player.device = device
        self.player.play_sound(f"tone:{device}", tone.Tone, start=0.0)
        self._show_asked(True)

    def _failed(self, error: Refused) -> None:
        self._show_asked(False)
        self.answer.show_text(explain(error).text, "bad", "circle-alert")
