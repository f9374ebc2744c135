"""Báo cáo: choose what to report on, look at it, take it away as Word, Excel or CSV."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout

from broadcaster.base.frames import clock_text
from broadcaster.directives.model import DirectiveRow
from broadcaster.gui.directives.model import sentence_case
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.reports import actions
from broadcaster.gui.reports.model import (
    LETTER,
    MONTH,
    PERIOD,
    Asked,
    Figure,
    Line,
    days_words,
    figures,
    file_name,
    months,
    notes,
    subjects,
)
from broadcaster.gui.theme import TONES, digit_font
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.gui.widgets.times import DateField
from broadcaster.reports import wording
from broadcaster.reports.model import Report
from broadcaster.reports.sentences import title_of

_WORDS_IN_LIST = 90


class ReportsPage(Page):
    """The preview follows every choice at once."""

    def build(self) -> None:
        self._asked = 0
        self._letter = ""
        self.report: Report | None = None
        self.csv_button = button(self.tr("Save as CSV…"), "file-down", partial(self.export, "csv"))
        self.xlsx_button = button(self.tr("Save as Excel…"), "file-down", partial(self.export, "xlsx"))
        self.docx_button = primary_button(self.tr("Save as Word…"), "file-text", partial(self.export, "docx"))
        self.body.addLayout(self.header(self.tr("Reports"), self.csv_button, self.xlsx_button, self.docx_button))
        top = Card()
        top.add(self._choosers())
        self.body.addWidget(top)
        sheet = Card()
        self.title = ElidedLabel("", "strong")
        self.note = label("", "soft", wrap=True)
        self.figures = QHBoxLayout()
        self.figures.setSpacing(10)
        self._make_table()
        sheet.add(self.title, self.figures, self.note)
        sheet.add(self.table, stretch=1)
        self.body.addWidget(sheet, 1)
        self._show_choosers()

    def on_shown(self, item: str = "") -> None:
        """`item`: the id of a letter, or a month YYYY-MM."""
        if item and self.month.findData(item) >= 0:
            self.subject.setCurrentIndex(self.subject.findData(MONTH))
            self.month.setCurrentIndex(self.month.findData(item))
        elif item:
            self._letter = item
            self.subject.setCurrentIndex(self.subject.findData(LETTER))
        self._read_letters()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"airing", "directive", "hand_out", "*"}:
            self._read_letters()

    def asked(self) -> Asked:
        """What the choosers say."""
        subject = str(self.subject.currentData())
        if subject == PERIOD:
            first, last = self.first.value(), self.last.value()
            return Asked(subject, "", min(first, last), max(first, last))
        chooser = self.month if subject == MONTH else self.letter
        return Asked(subject, str(chooser.currentData() or ""))

    def reload(self) -> None:
        """Compile what is asked for; only the newest answer is shown."""
        asked = self.asked()
        self._asked += 1
        number = self._asked
        if asked.subject == LETTER and not asked.value:
            self._show(None)
            return
        Op(partial(actions.compile_report, self.app, asked)).on_success(
            lambda report: self._show(report) if number == self._asked else None).start(self)

    def export(self, fmt: str) -> None:
        """Write the report now shown, then open its folder."""
        asked, report = self.asked(), self.report
        path = actions.ask_file(self, self.shell, file_name(report, asked), fmt) if report else None
        if path is None:
            return
        dialog = ProgressDialog(self, self.tr("Writing {file}…").format(file=path.name))
        dialog.run(lambda step: actions.write(self.app, asked, fmt, path), self._written)

    # Building

    def _choosers(self) -> QHBoxLayout:
        today = self.app.clock.now().date()
        self.subject = choice(subjects(), MONTH)
        self.subject.setMinimumWidth(196)
        self.subject.setAccessibleName(self.tr("Report on"))
        self.month = choice(months(today))
        self.month.setMinimumWidth(180)
        self.month.setAccessibleName(self.tr("Month"))
        self.letter = choice([])
        self.letter.setAccessibleName(self.tr("Letter"))
        self.first, self.last = DateField(today.replace(day=1)), DateField(today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._dash = label("–", "soft")
        self.subject.currentIndexChanged.connect(lambda _: self._subject_changed())
        self.month.currentIndexChanged.connect(lambda _: self.reload())
        self.letter.activated.connect(lambda _: self.reload())
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self.reload())
        self.spring = label("")
        line = row(label(self.tr("Report on"), "soft"), self.subject, self.month, self.letter, self.first, self._dash,
                   self.last, self.spring)
        line.setStretch(3, 1)
        line.setStretch(7, 1)
        return line

    def _make_table(self) -> None:
        self.table = Table("reports.rows", [
            Column(self.tr("No."), lambda line: str(line.id), 56, digits=True),
            Column(self.tr("Content"), lambda line: line.row.title, 0),
            Column(self.tr("Kind"), lambda line: wording.kind(line.row.kind), 112),
            Column(self.tr("Letter"), lambda line: line.row.directive, 160),
            Column(self.tr("Airings"), lambda line: str(line.row.airings), 92, digits=True),
            Column(self.tr("Length"), lambda line: clock_text(line.row.seconds), 96, digits=True),
            Column(self.tr("Days"), lambda line: days_words(line.row), 180, digits=True),
            Column(self.tr("Note"), lambda line: wording.row_note(line.row), 148),
        ], accessible=self.tr("Rows of the report"))

    def _tile(self, figure: Figure) -> QFrame:
        ground, ink = TONES[figure.tone]
        tile = QFrame()
        tile.setObjectName("tile")
        tile.setStyleSheet(f"#tile {{ background: {ground}; border-radius: 8px; }} #tile QLabel {{ color: {ink}; }}")
        tile.setAccessibleName(f"{figure.value} {figure.words}")
        value = QLabel(figure.value)
        value.setFont(digit_font(28))
        box = QVBoxLayout(tile)
        box.setContentsMargins(14, 8, 14, 9)
        box.setSpacing(0)
        box.addWidget(value)
        box.addWidget(label(figure.words))
        return tile

    # Showing

    def _subject_changed(self) -> None:
        self._show_choosers()
        self.reload()

    def _show_choosers(self) -> None:
        subject = self.subject.currentData()
        self.month.setVisible(subject == MONTH)
        self.letter.setVisible(subject == LETTER)
        self.spring.setVisible(subject != LETTER)
        for part in (self.first, self._dash, self.last):
            part.setVisible(subject == PERIOD)

    def _read_letters(self) -> None:
        Op(partial(actions.letters, self.app)).on_success(self._show_letters).start(self)

    def _show_letters(self, rows: list[DirectiveRow]) -> None:
        wanted = self._letter or str(self.letter.currentData() or "") or actions.first_letter(rows)
        self._letter = ""
        self.letter.blockSignals(True)
        self.letter.clear()
        for item in rows:
            words = " – ".join(part for part in (item.number, sentence_case(item.subject) or item.issuer) if part)
            self.letter.addItem(words if len(words) <= _WORDS_IN_LIST else words[:_WORDS_IN_LIST - 1] + "…", item.id)
        self.letter.setCurrentIndex(max(0, self.letter.findData(wanted)))
        self.letter.blockSignals(False)
        self.reload()

    def _show(self, report: Report | None) -> None:
        self.report = report
        while (item := self.figures.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.deleteLater()
        self._show_empty(report)
        something = report is not None and bool(report.airings)
        self.title.set_text(title_of(report) if report else "")
        for figure in figures(report) if report and something else ():
            self.figures.addWidget(self._tile(figure), 1)
        self.note.setText(notes(report) if report else "")
        self.note.setVisible(bool(self.note.text()))
        self.table.show_rows([Line(number, item) for number, item in enumerate(report.rows, 1)] if report else [])
        for part in (self.docx_button, self.xlsx_button, self.csv_button):
            part.setEnabled(something or (report is not None and bool(report.hand_outs)))

    def _show_empty(self, report: Report | None) -> None:
        if report is None:
            self.table.set_empty("file-text", self.tr("There are no letters in the register yet."),
                                 self.tr("Open the letters"), lambda: self.shell.go("directives"))
        elif report.letter is not None:
            self.table.set_empty("clipboard-list", self.tr("Nothing was aired for this letter yet."),
                                 self.tr("Open the schedule"), lambda: self.shell.go("schedule"))
        else:
            self.table.set_empty("clipboard-list", self.tr(
                "No content was aired in this period. Choose another one above."), self.tr("Open the airing log"),
                lambda: self.shell.go("log"))
        self.table.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def _written(self, path: Path) -> None:
        actions.show_folder(path)
        self.shell.notify(self.tr("The report is written: {file}").format(file=path))


PAGE = ReportsPage
