"""The register as a list: search, chips, year, what is due, the table. Shows and asks; the page does."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QSettings, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QVBoxLayout, QWidget

from broadcaster.directives.model import DirectiveRow
from broadcaster.gui.directives.actions import Listed
from broadcaster.gui.directives.due_card import DueCard
from broadcaster.gui.directives.model import URGENCY_TONES, sentence_case, urgency_words
from broadcaster.gui.directives.words import (
    FILTER_TONES,
    FILTERS,
    STATE_TONES,
    day_words,
    due_tone,
    due_words,
    filter_words,
    kept,
    state_words,
    years,
)
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table


class RegisterView(QWidget):
    """`show_listing` fills it; `lines()` are those in sight, for exporting."""

    opened = Signal(str)
    add_asked = Signal()

    def __init__(self, memory: QSettings, today: Callable[[], date]) -> None:
        super().__init__()
        self.setObjectName("ground")
        self._today = today
        self._rows: Sequence[DirectiveRow] = ()
        self._words = ""
        self.due = DueCard(memory)
        self.search = SearchField(self.tr("Search by number, office, subject, text (accents may be left out)…"))
        self.count = label("", "soft")
        self.year = choice([("", self.tr("All years"))])
        self.year.setAccessibleName(self.tr("Year"))
        self.year.activated.connect(lambda _: self._filter())
        self.table = self._table()
        line = row(self.search, self.year, self.count)
        line.setStretch(0, 1)
        card = Card()
        card.add(line, self._chips())
        card.add(self.table, stretch=1)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        box.addWidget(self.due)
        box.addWidget(card, 1)

    def show_listing(self, listed: Listed, words: str) -> None:
        """The register read again, with the words it was searched for."""
        self._rows, self._words = listed.rows, words
        self.due.show_due(listed.due, listed.today)
        chosen = self.year.currentData()
        known = years(listed.rows)
        if [self.year.itemData(place) for place in range(1, self.year.count())] != known:
            while self.year.count() > 1:
                self.year.removeItem(1)
            for text in known:
                self.year.addItem(text, text)
            self.year.setCurrentIndex(max(0, self.year.findData(chosen)))
        self._filter()

    def choose(self, name: str) -> None:
        """Switch a chip on."""
        self.chips[name].setChecked(True)
        self._filter()

    def lines(self) -> list[DirectiveRow]:
        """What passes the chip and the year, in the order shown."""
        year = str(self.year.currentData() or "")
        return [line for line in self._rows if kept(line, self._chosen(), year)]

    def show_everything(self) -> None:
        """No words, no filter."""
        self.year.setCurrentIndex(0)
        self.chips["all"].setChecked(True)
        self.search.clear()
        self._filter()

    def _chosen(self) -> str:
        return next(name for name, made in self.chips.items() if made.isChecked())

    def _filter(self) -> None:
        year = str(self.year.currentData() or "")
        for name, made in self.chips.items():
            number = sum(kept(line, name, year) for line in self._rows)
            text = filter_words(name)
            made.setText(f"{text}  {number}" if number and name != "all" else text)
        found = self.lines()
        self._say_why_empty(found)
        self.table.show_rows(found)
        self.count.setText(self.tr("{count} letters").format(count=len(found)) if found else "")

    def _say_why_empty(self, found: Sequence[DirectiveRow]) -> None:
        if found:
            return
        if self._rows:
            self.table.set_empty("list-filter", self.tr("No letter here fits this choice."),
                                 self.tr("Show all letters"), self.show_everything)
        elif self._words:
            self.table.set_empty("search", self.tr("No letter holds these words."), self.tr("Show all letters"),
                                 self.show_everything)
        else:
            self.table.set_empty("file-text", self.tr(
                "No letters yet. Add the files you received, drop them here, or paste the text of a letter."),
                self.tr("Add letters…"), self.add_asked.emit)

    def _chips(self) -> QWidget:
        made = QWidget()
        made.setObjectName("plain")
        flow = FlowLayout(made)
        group = QButtonGroup(self)
        group.setExclusive(True)
        self.chips: dict[str, QPushButton] = {}
        for name in FILTERS:
            item = chip(filter_words(name), FILTER_TONES.get(name, "accent"))
            item.clicked.connect(self._filter)
            group.addButton(item)
            flow.addWidget(item)
            self.chips[name] = item
        self.chips["all"].setChecked(True)
        return made

    def _table(self) -> Table:
        today = self._today
        table = Table("directives.clerk", [
            Column(self.tr("Number"), lambda line: line.number, 180),
            Column(self.tr("Date"), lambda line: day_words(line.issued_date), 117, digits=True, rank=3),
            Column(self.tr("From"), lambda line: line.issuer, 116, rank=4),
            Column(self.tr("Subject"), lambda line: sentence_case(line.subject), 0),
            Column(self.tr("Urgency"), lambda line: urgency_words(line.urgency), 100,
                   tone=lambda line: URGENCY_TONES.get(line.urgency, ""), rank=2),
            Column(self.tr("Report due"), lambda line: due_words(line, today()), 140,
                   tone=lambda line: due_tone(line, today()), tip=lambda line: day_words(line.report_due), rank=1),
            Column(self.tr("State"), lambda line: state_words(line.state), 124,
                   tone=lambda line: STATE_TONES[line.state]),
            Column(self.tr("Files"), lambda line: str(line.attachments or ""), 50, right=True, digits=True, rank=5),
        ], accessible=self.tr("Register of letters"))
        table.clicked.connect(lambda _: self._open(table.current_row()))
        table.opened.connect(self._open)
        return table

    def _open(self, line: DirectiveRow | None) -> None:
        if line is not None:
            self.opened.emit(line.id)
