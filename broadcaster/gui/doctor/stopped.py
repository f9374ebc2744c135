"""At the next start, once: that a part of the program had ended by itself, when, and that nothing was lost."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QLabel, QWidget

from broadcaster.base import crashes
from broadcaster.base.crashes import Crash
from broadcaster.gui.doctor import actions
from broadcaster.gui.icons import pixmap
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors, space
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label, row

_NEWS = timedelta(days=30)
_PICTURE = 32


def tell_stops(shell: Shell, above: QWidget) -> StoppedSheet | None:
    """Show what has not been told yet; told once, whatever the person does with it."""
    home, now = shell.app.home, shell.app.clock.now()
    found = [crash for crash in crashes.untold(home) if now - crash.at < _NEWS]
    crashes.mark_told(home)
    if not found:
        return None
    sheet = StoppedSheet(shell, above, found)
    sheet.show()
    return sheet


class StoppedSheet(Sheet):
    """Blocks nothing."""

    def __init__(self, shell: Shell, above: QWidget, found: Sequence[Crash]) -> None:
        title = QCoreApplication.translate("StoppedSheet", "A part of the program had stopped by itself")
        super().__init__(above, title, 560)
        self.setModal(False)
        self._shell = shell
        picture = QLabel()
        picture.setPixmap(pixmap("info", _PICTURE, colors.info_mark))
        heading = label(title, "title", wrap=True)
        line = row(picture, heading, spacing=space.medium)
        line.setStretch(1, 1)
        self.body.addLayout(line)
        self.words = label(self._what(found), wrap=True)
        self.words.setMinimumWidth(480)
        self.body.addWidget(self.words)
        self.body.addWidget(label(self.tr(
            "It was started again. What was saved is whole, and the log of what aired goes on by itself. If it happens "
            "again, write the file for whoever helps you: it holds no names, titles or telephone numbers."), "soft",
            wrap=True))
        self.report = button(self.tr("Write the file for support…"), "life-buoy", self._report)
        look = button(self.tr("Check this computer"), "stethoscope", self._look)
        close = primary_button(self.tr("Close"), "", self.accept)
        self.buttons(self.report, look, close)
        close.setDefault(True)
        close.setFocus()

    def _what(self, found: Sequence[Crash]) -> str:
        lines = [self.tr("{part}, at {at}").format(part=_part(crash.process), at=f"{crash.at:%H:%M (%d/%m/%Y)}")
                 for crash in found[:3]]
        if len(found) > len(lines):
            lines.append(self.tr("and {count} times more").format(count=len(found) - len(lines)))
        return "\n".join(lines)

    def _report(self) -> None:
        app = self._shell.app
        actions.write_report(self, app.home, app.clock, None, self._shell.notify, self._shell.error)

    def _look(self) -> None:
        self.accept()
        self._shell.go("care", "doctor")


def _part(process: str) -> str:
    translate = QCoreApplication.translate
    return {"air": translate("StoppedSheet", "The player"),
            "keeper": translate("StoppedSheet", "The resident helper")}.get(
                process, translate("StoppedSheet", "The window"))
