"""One zone: where its sound goes, how it is shaped, what switches its amplifier, what listens to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QWidget

from broadcaster.base.settings import ZoneSection
from broadcaster.base.zones import LONGEST_ROLL
from broadcaster.gui.devices import device_words, serial_ports
from broadcaster.gui.errors import explain
from broadcaster.gui.microphone import input_names
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Shell
from broadcaster.gui.preview import output_names
from broadcaster.gui.settings import actions
from broadcaster.gui.settings.fields import on_change, set_choices, set_value
from broadcaster.gui.settings.gain_table import GainTable
from broadcaster.gui.settings.horn_trial import HornTrial
from broadcaster.gui.settings.output_fields import OutputFields
from broadcaster.gui.settings.zone_model import COMMAND, PowerParts, complaint, power_parts, power_words
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form, choice, decimal_field, text_field
from broadcaster.gui.widgets.layout import caption_label, column, label, row, rule, scrolled, show_if

_LABELS = 168


class ZoneDialog(Sheet):
    """`zone()` is what the fields say; the dialog accepts only what the player can use."""

    def __init__(self, parent: QWidget | None, shell: Shell, zone: ZoneSection | None,
                 others: Sequence[ZoneSection]) -> None:
        title = QCoreApplication.translate("ZoneDialog", "Loudspeaker zone")
        super().__init__(parent, title, 560)
        self._others = others
        self._output = OutputFields(self, _LABELS)
        self._forms: list[Form] = []
        self._shell = shell
        content = QWidget()
        content.setObjectName("plain")
        parts: list[QWidget] = [*self._name_part(), rule(), *self._sound_part(), rule(), *self._power_part(), rule(),
                                *self._monitor_part()]
        box = column(*parts, None, spacing=10)
        box.setContentsMargins(0, 0, 12, 0)
        content.setLayout(box)
        self._area = scrolled(content)
        self.body.addWidget(label(title, "title"))
        self.body.addWidget(self._area, 1)
        self.save = primary_button(self.tr("Take over"), "check", self._accept)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self.show_zone(zone or ZoneSection(""))
        self._find_devices()
        (self._output.kind if zone else self.name).setFocus()
        room = self.screen().availableGeometry()
        self.resize(min(640, room.width() - 40), min(720, room.height() - 60))

    def zone(self) -> ZoneSection:
        """What the fields now say."""
        return ZoneSection(
            name=" ".join(self.name.text().split()), output=self._output.text(), channels=self._output.channels_text(),
            gain=self.gain.text(), horn=self.horn.isChecked(), wake=str(self.wake.currentData()),
            power=self._power().text, pre_roll=self.pre_roll.value(), post_roll=self.post_roll.value(),
            monitor=str(self.monitor.currentData() or ""))

    def show_zone(self, zone: ZoneSection) -> None:
        """Fill the fields."""
        self.name.setText(zone.name)
        self.name.setCursorPosition(0)
        self._output.show_output(zone.output, zone.channels)
        self.gain.set_text(zone.gain)
        self.horn.setChecked(zone.horn)
        set_value(self.wake, zone.wake)
        power = power_parts(zone.power)
        set_value(self.power, power.kind)
        self.on_order.setText(power.on)
        self.off_order.setText(power.off)
        self.port.setEditText(power.port)
        self.pre_roll.setValue(zone.pre_roll)
        self.post_roll.setValue(zone.post_roll)
        set_value(self.monitor, zone.monitor)
        self._arrange()

    def _name_part(self) -> list[QWidget]:
        form = self._form()
        self.name = text_field(hint=self.tr("Centre of the commune"), limit=80)
        form.add(self.tr("Name of the zone"), self.name)
        return [form, *self._output.forms]

    def _sound_part(self) -> list[QWidget]:
        form = self._form()
        self.horn = QCheckBox(self.tr("Shape the sound for horn loudspeakers"))
        self.horn.setAccessibleName(self.horn.text())
        self.trial = HornTrial(self._shell)
        self.gain = GainTable()
        self.wake = choice([("silence", self.tr("Silence")), ("tone", self.tr("A soft tone"))])
        form.add(self.tr("Horns"), self.horn,
                 self.tr("Cuts the lows that damage a horn's driver, lifts the consonants, evens out loud and soft."))
        form.add(self.tr("Listen"), self.trial, top=True)
        form.add(self.tr("Gain by time of day"), self.gain,
                 self.tr("Each gain holds until the next time; the last one until the first time of the next day."),
                 top=True)
        form.add(self.tr("Before a session"), self.wake,
                 self.tr("What wakes amplifiers and receivers; some receivers open only when they hear a tone."))
        return [caption_label(self.tr("Sound")), form]

    def _power_part(self) -> list[QWidget]:
        form, self._serial, self._commands, self._rolls = (self._form() for _ in range(4))
        kinds = ("", "lcus1", "rts", "dtr", COMMAND)
        self.power = choice([(kind, power_words(kind)) for kind in kinds])
        self.port = QComboBox()
        self.port.setEditable(True)
        self.port.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.on_order, self.off_order = text_field(limit=500), text_field(limit=500)
        self.pre_roll = decimal_field(3, 0, LONGEST_ROLL, self.tr(" s"), 0.5)
        self.post_roll = decimal_field(5, 0, LONGEST_ROLL, self.tr(" s"), 0.5)
        form.add(self.tr("Switched by"), self.power)
        self._serial.add(self.tr("Port"), self.port, self.tr("As the computer names it: COM3, /dev/ttyUSB0."))
        self._commands.add(self.tr("Command to switch on"), self.on_order)
        self._commands.add(self.tr("Command to switch off"), self.off_order)
        self._rolls.add(self.tr("On before the sound"), self.pre_roll)
        self._rolls.add(self.tr("Off after the sound"), self.post_roll,
                        self.tr("STOP ALL and the end of the program switch off at once."))
        self.try_button = button(self.tr("Try: on for 2 seconds"), "power", self._try_power)
        on_change(self.power, self._arrange)
        caption = caption_label(self.tr("Power of the amplifier"))
        self._trial_row = QWidget()
        self._trial_row.setObjectName("plain")
        self.try_note = label("", "faint", wrap=True)
        line = row(self.try_button, self.try_note)
        line.setStretch(1, 1)
        line.setContentsMargins(_LABELS + 14, 0, 0, 0)
        self._trial_row.setLayout(line)
        return [caption, form, self._serial, self._commands, self._trial_row, self._rolls]

    def _monitor_part(self) -> list[QWidget]:
        form = self._form()
        self.monitor = choice([("", self.tr("Nothing listens"))])
        self.monitor.currentTextChanged.connect(self.monitor.setToolTip)
        form.add(self.tr("Input that hears it"), self.monitor,
                 self.tr("A line from the amplifier, a microphone near a loudspeaker, or the computer's own loopback: "
                         "with it the log tells what was really heard."))
        return [caption_label(self.tr("Proof")), form]

    def _form(self) -> Form:
        form = Form(label_width=_LABELS)
        self._forms.append(form)
        return form

    def _power(self) -> PowerParts:
        return PowerParts(str(self.power.currentData() or ""), self.on_order.text().strip(),
                          self.off_order.text().strip(), self.port.currentText().strip())

    def _arrange(self) -> None:
        """Only the fields that mean something now."""
        kind = str(self.power.currentData() or "")
        show_if(self._serial, kind not in {"", COMMAND})
        show_if(self._commands, kind == COMMAND)
        show_if(self._rolls, bool(kind))
        show_if(self._trial_row, bool(kind))
        self.try_note.setText("")

    def _try_power(self) -> None:
        for form in (self._serial, self._commands):
            form.clear()
        zone = ZoneSection("?", power=self._power().text)
        key, words = complaint(zone, ())
        if key:
            field, form = self._field_of(key)
            form.wrong(field, words)
            return
        status = self._shell.air.status
        if status and any(item.power == "on" for item in status.zones):
            self.try_note.setText(self.tr("An amplifier is on for a session. Try again when nothing is on air."))
            return
        self.try_button.setEnabled(False)
        self.try_note.setText(self.tr("The switch is being tried…"))
        home = self._shell.app.home
        Op(lambda: actions.try_power(home, zone.power), lane="slow").on_success(lambda _: self._power_tried()) \
            .on_failure(self._power_failed).start(self)

    def _power_tried(self) -> None:
        self.try_button.setEnabled(True)
        self.try_note.setText(self.tr("Switched on and off again. Did the right amplifier click?"))

    def _power_failed(self, error: Exception) -> None:
        self.try_button.setEnabled(True)
        self.try_note.setText("")
        field, form = self._power_field()
        form.wrong(field, explain(error).text)

    def _accept(self) -> None:
        for form in (*self._forms, *self._output.forms):
            form.clear()
        key, words = complaint(self.zone(), self._others)
        if not key:
            self.trial.stop()
            self.accept()
            return
        field, form = self._field_of(key)
        form.wrong(field, words)
        self._area.ensureWidgetVisible(field)

    def _field_of(self, key: str) -> tuple[QWidget, Form]:
        if key in {"output", "channels"}:
            return self._output.field_of(key)
        if key == "power":
            return self._power_field()
        field = {"gain": self.gain, "wake": self.wake, "pre_roll": self.pre_roll, "post_roll": self.post_roll,
                 "monitor": self.monitor}.get(key, self.name)
        form = next(form for form in self._forms if form.isAncestorOf(field))
        return field, form

    def _power_field(self) -> tuple[QWidget, Form]:
        if self.power.currentData() != COMMAND:
            return self.port, self._serial
        return (self.off_order if self.on_order.text().strip() else self.on_order), self._commands

    def _find_devices(self) -> None:
        Op(output_names, lane="slow").on_success(self._output.show_devices).start(self)
        Op(input_names, lane="slow").on_success(self._show_inputs).start(self)
        Op(serial_ports, lane="slow").on_success(self._show_ports).start(self)

    def _show_inputs(self, names: list[str]) -> None:
        set_choices(self.monitor, [("", self.tr("Nothing listens")), *((name, device_words(name)) for name in names)])

    def _show_ports(self, names: list[str]) -> None:
        written = self.port.currentText()
        self.port.clear()
        self.port.addItems(names)
        self.port.setEditText(written)

    def done(self, result: int) -> None:
        """Nothing sounds on once the dialog is gone."""
        self.trial.stop()
        super().done(result)
