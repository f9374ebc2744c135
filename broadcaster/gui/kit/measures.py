"""The measures of a channel: how long a message, how wide a board, which size of paper."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QLabel, QWidget

from broadcaster.bulletins.kit.wording import Options
from broadcaster.gui.widgets.form import choice, number_field
from broadcaster.gui.widgets.layout import label

_SPIN = 148
_WIDTHS = (16, 24, 32, 40, 48, 64, 96)


class Measures(QWidget):
    """`changed(values)` when a person chose another measure; they hold for the whole station."""

    changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._filling = False
        box = QHBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(8)
        self.accents = QCheckBox(self.tr("With accents"))
        self.segments = number_field(1, 1, 20, self.tr(" messages at most"))
        self.segments.setAccessibleName(self.tr("Messages at most"))
        self.characters = choice([(str(width), self.tr("{count} characters a line").format(count=width))
                                  for width in _WIDTHS])
        self.characters.setAccessibleName(self.tr("Characters a line"))
        self.characters.setMinimumContentsLength(9)
        self.seconds = number_field(5, 1, 120, self.tr(" seconds a line"))
        self.seconds.setAccessibleName(self.tr("Seconds a line"))
        self.uppercase = QCheckBox(self.tr("Capitals"))
        self.page = choice([("A5", self.tr("Paper A5")), ("A4", self.tr("Paper A4"))])
        self.page.setAccessibleName(self.tr("Paper"))
        self._of: dict[str, tuple[QWidget, ...]] = {
            "sms": (self.accents, self.segments), "led": (self.characters, self.seconds, self.uppercase),
            "leaflet": (self.page,), "poster": (self.page,)}
        self._all: tuple[QWidget, ...] = (self.accents, self.segments, self.characters, self.seconds, self.uppercase,
                                          self.page)
        self._channel = ""
        self._options = Options()
        for part in self._all:
            box.addWidget(part)
        for spin in (self.segments, self.seconds):
            spin.setFixedWidth(_SPIN)
        self._spring: QLabel = label("")
        box.addWidget(self._spring, 1)
        self._listen()

    def show_options(self, channel: str, options: Options, enabled: bool) -> None:
        """Those of one channel; the row goes away where there is nothing to measure."""
        self._filling = True
        self._channel, self._options = channel, options
        for part in self._all:
            part.setVisible(part in self._of.get(channel, ()))
            part.setEnabled(enabled)
        self.accents.setChecked(options.sms_accents)
        self.segments.setValue(options.sms_segments)
        if self.characters.findData(str(options.led_characters)) < 0:
            width = options.led_characters
            self.characters.addItem(self.tr("{count} characters a line").format(count=width), str(width))
        self.characters.setCurrentIndex(self.characters.findData(str(options.led_characters)))
        self.seconds.setValue(options.led_seconds)
        self.uppercase.setChecked(options.led_uppercase)
        size = options.leaflet_page if channel == "leaflet" else options.poster_page
        self.page.setCurrentIndex(self.page.findData(size))
        self.setVisible(channel in self._of)
        self._filling = False

    def _listen(self) -> None:
        self.accents.toggled.connect(lambda on: self._tell(sms_accents=on))
        self.segments.valueChanged.connect(lambda value: self._tell(
            **{"sms_segments_accents" if self._options.sms_accents else "sms_segments_plain": value}))
        self.characters.activated.connect(lambda _: self._tell(led_characters=int(self.characters.currentData())))
        self.seconds.valueChanged.connect(lambda value: self._tell(led_seconds=value))
        self.uppercase.toggled.connect(lambda on: self._tell(led_uppercase=on))
        self.page.activated.connect(lambda _: self._tell(**{f"{self._channel}_page": str(self.page.currentData())}))

    def _tell(self, **values: object) -> None:
        if not self._filling:
            self.changed.emit(values)
