"""What the page shows while no station has ever sent anything: what it is for, and how to begin."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from broadcaster.gui.office.inbox_tab import OwnKeyCard
from broadcaster.gui.theme import space
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled


class Welcome(QWidget):
    """Three steps and our own fingerprint."""

    def __init__(self, station: str, fingerprint: str, key: str, take: Callable[[], object],
                 settings: Callable[[], object]) -> None:
        super().__init__()
        steps = Card(self.tr("Three steps to begin"))
        for number, (head, text) in enumerate((
                (self.tr("Say where packages arrive"), self.tr(
                    "A shared folder or a server the communes can reach; it is set under Settings, “Office above "
                    "stations”. Without one, packages come on sticks or by e-mail.")),
                (self.tr("Let each station set its place"), self.tr(
                    "On its page “Send up” the commune names the same place. Its first package arrives the next "
                    "morning; or drag a .dxgoi file onto this page.")),
                (self.tr("Compare the fingerprint by telephone, once"), self.tr(
                    "Every station signs what it sends. You call it, they read twenty digits, you confirm. From then "
                    "on everything is checked and merged by itself."))), start=1):
            steps.add(label(f"{number}. {head}", "strong", wrap=True), label(text, "soft", wrap=True))
        steps.add(row(primary_button(self.tr("Take packages in…"), "download", take),
                      button(self.tr("Settings"), "settings", settings), None))
        purpose = label(self.tr(
            "Here you see every station below you: who reports, what became of each letter, and the proof behind each "
            "figure, down to the line in the station's own log."), "", wrap=True)
        own = OwnKeyCard(station, fingerprint, key)
        own.setFixedWidth(300)
        parts = row(column(steps, None), column(own, None), spacing=14)
        parts.setStretch(0, 1)
        content = QWidget()
        inside = column(purpose, parts, None, spacing=14)
        inside.setContentsMargins(0, 0, space.medium, 0)
        content.setLayout(inside)
        area = scrolled(content)
        area.setAlignment(Qt.AlignmentFlag.AlignTop)
        box = row(area)
        box.setContentsMargins(0, 0, 0, 0)
        self.setLayout(box)
