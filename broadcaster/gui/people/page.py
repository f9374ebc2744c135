"""Người dùng: who may do what, and what they did."""

from __future__ import annotations

from PySide6.QtWidgets import QTabWidget

from broadcaster.gui.page import Page
from broadcaster.gui.people.records import RecordsSection
from broadcaster.gui.people.section import Section
from broadcaster.gui.people.team import TeamSection
from broadcaster.gui.people.trail import TrailSection
from broadcaster.gui.people.units import UnitsSection
from broadcaster.gui.theme import widths


class PeoplePage(Page):
    """Tabs; `shell.go("people", "team")` opens one by its name, and what follows ":" is handed to it."""

    widest = widths.page

    def build(self) -> None:
        self.team = TeamSection(self.app, self.shell)
        self.trail = TrailSection(self.app, self.shell)
        self.units = UnitsSection(self.app, self.shell)
        self.records = RecordsSection(self.app, self.shell)
        self.sections: list[tuple[Section, str]] = [
            (self.team, self.tr("People and rights")),
            (self.trail, self.tr("Who did what")),
            (self.units, self.tr("Units")),
            (self.records, self.tr("Old logbooks")),
        ]
        self.body.addLayout(self.header(self.tr("People")))
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(self.tr("People"))
        for section, words in self.sections:
            self.tabs.addTab(section, words)
        self.tabs.tabBar().setVisible(len(self.sections) > 1)
        self.body.addWidget(self.tabs, 1)
        self.tabs.currentChanged.connect(lambda _: self._shown().on_shown())

    def on_shown(self, item: str = "") -> None:
        name, _, rest = item.partition(":")
        for place, (section, _) in enumerate(self.sections):
            if section.name == name:
                self.tabs.blockSignals(True)
                self.tabs.setCurrentIndex(place)
                self.tabs.blockSignals(False)
        self._shown().on_shown(rest)

    def on_changes(self, kinds: frozenset[str]) -> None:
        self._shown().on_changes(kinds)

    def unsaved(self) -> str:
        return "; ".join(words for section, _ in self.sections if (words := section.unsaved()))

    def on_close(self) -> None:
        for section, _ in self.sections:
            section.on_close()

    def _shown(self) -> Section:
        return self.sections[max(0, self.tabs.currentIndex())][0]


PAGE = PeoplePage
