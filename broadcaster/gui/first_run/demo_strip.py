"""The strip over a demo station's window: nobody takes it for the real one, nor its silence for a fault."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from broadcaster.base.settings import NOBODY, Settings
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import show_if


class DemoStrip(Banner):
    """Hidden at a real station."""

    def __init__(self, window: QWidget) -> None:
        super().__init__()
        self.leave = flat_button(self.tr("Close the demo station"), "log-out", window.close)
        self.box.setContentsMargins(16, 3, 10, 3)
        self.box.addWidget(self.leave)

    def show_station(self, demo: bool, settings: Settings) -> None:
        """`settings` say whether it can be heard."""
        outputs = [zone.output or settings.audio.device for zone in settings.zones] or [settings.audio.device]
        silent = all(output == NOBODY for output in outputs)
        words = self.tr("DEMO STATION – to try things out. Nothing comes out of the real loudspeakers.") \
            if silent else self.tr("DEMO STATION – to try things out. It sounds through this computer's loudspeakers!")
        self.show_text(words if demo else "", "wait" if silent else "bad", "circle-play")
        show_if(self, demo)
