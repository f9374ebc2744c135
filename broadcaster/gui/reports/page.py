"""Báo cáo: choose what to report on and to whom, look at its pages, take it away as a file or on paper."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout

from broadcaster.directives.model import DirectiveRow
from broadcaster.gui.errors import explain
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.printing import print_pdf
from broadcaster.gui.reports import actions
from broadcaster.gui.reports.actions import Drawn
from broadcaster.gui.reports.chooser import Chooser
from broadcaster.gui.reports.model import CAMPAIGN, LETTER, Asked, file_name
from broadcaster.gui.reports.pages_view import PagesView
from broadcaster.gui.reports.side import Side
from broadcaster.gui.widgets.buttons import button, icon_button, primary_button
from broadcaster.gui.widgets.dialogs import ProgressDialog
from broadcaster.gui.widgets.layout import Card, ElidedLabel, label, row, scrolled
from broadcaster.reports.model import Report

_SIDE, _LOW, _ANY = 292, 180, 16_777_215


class ReportsPage(Page):
    """The pages follow every choice at once."""

    def build(self) -> None:
        self._number = 0
        self._looked_at: Asked | None = None
        """Another question begins at its first page; the same one, drawn anew, stays where it was."""
        self.report: Report | None = None
        self.drawn: Drawn | None = None
        self.print_button = button(self.tr("Print…"), "printer", self.print)
        self.csv_button = button(self.tr("CSV…"), "file-down", partial(self.export, "csv"))
        self.xlsx_button = button(self.tr("Excel…"), "file-down", partial(self.export, "xlsx"))
        self.pdf_button = button(self.tr("PDF…"), "file-down", partial(self.export, "pdf"))
        self.docx_button = primary_button(self.tr("Word…"), "file-text", partial(self.export, "docx"))
        self.takers = (self.print_button, self.csv_button, self.xlsx_button, self.pdf_button, self.docx_button)
        for taker, words in zip(self.takers, self._names(), strict=True):
            taker.setAccessibleName(words)
            taker.setToolTip(words)
        self.body.addLayout(self.header(self.tr("Reports"), *self.takers))
        subject, profile = actions.remembered(self.shell.memory)
        self.chooser = Chooser(self.app, subject, profile)
        self.chooser.changed.connect(self.reload)
        self.chooser.wording_wanted.connect(self._change_wording)
        top = Card()
        top.add(self.chooser)
        self.body.addWidget(top)
        self.side = Side()
        self._beside = side = scrolled(self.side)
        side.setFixedWidth(_SIDE)
        paper, facts = Card(), Card()
        self.title = ElidedLabel("", "strong")
        self.pages = PagesView()
        self.pages.setMinimumHeight(_LOW)
        paper.add(self._bar())
        paper.add(self.pages, stretch=1)
        facts.add(side, stretch=1)
        self._both = line = row(paper, facts, spacing=12)
        line.setStretch(0, 1)
        self.body.addLayout(line, 1)
        self._show(None)

    def on_tight(self) -> None:
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if self.tight else ways.LeftToRight)
        self._beside.setMinimumWidth(0 if self.tight else _SIDE)
        self._beside.setMaximumWidth(_ANY if self.tight else _SIDE)
        self._beside.setMinimumHeight(_SIDE if self.tight else 0)
        self.pages.setMinimumHeight(_SIDE if self.tight else _LOW)
        self.chooser.show_tight(self.tight)

    def on_shown(self, item: str = "") -> None:
        """`item`: the id of a letter, or a period: 2026-11, 2026-Q4, 2026-H2, 2026."""
        if item:
            self.chooser.go(item)
        self._read_lists()

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"airing", "correction", "directive", "hand_out", "campaign", "*"}:
            self._read_lists()

    def asked(self) -> Asked:
        """What the choosers say."""
        return self.chooser.asked()

    def reload(self) -> None:
        """Compile and draw what is asked for; only the newest answer is shown."""
        asked = self.asked()
        self._number += 1
        number = self._number
        if not asked.known:
            self._show(None)
            return
        actions.remember(self.shell.memory, asked)
        self.where.setText(self.tr("The pages are being drawn…"))
        Op(partial(actions.draw, self.app, asked), lane="slow").on_success(
            lambda drawn: self._show(drawn) if number == self._number else None).on_failure(
            lambda error: self._cannot(error) if number == self._number else None).start(self)

    def export(self, fmt: str) -> None:
        """Write the report now shown, then open its folder."""
        asked, report = self.asked(), self.report
        path = actions.ask_file(self, self.shell, file_name(report, asked), fmt) if report else None
        if path is None:
            return
        dialog = ProgressDialog(self, self.tr("Writing {file}…").format(file=path.name))
        dialog.run(lambda step: actions.write(self.app, asked, fmt, path, step), self._written)

    def print(self) -> None:
        """The pages now shown, on paper."""
        if self.drawn is not None:
            print_pdf(self, self.shell, self.drawn.pdf, self.drawn.subject)

    # Building

    def _names(self) -> tuple[str, ...]:
        return (self.tr("Print the report"), self.tr("Save as CSV"), self.tr("Save as Excel"), self.tr("Save as PDF"),
                self.tr("Save as Word, to change it further"))

    def _bar(self) -> QHBoxLayout:
        self.where = label("", "soft")
        self.size_words = label("", "soft")
        self.back = icon_button("chevron-left", self.tr("Page before"), lambda: self.pages.go(self.pages.page - 1))
        self.on = icon_button("chevron-right", self.tr("Next page"), lambda: self.pages.go(self.pages.page + 1))
        smaller = icon_button("zoom-out", self.tr("Smaller"), lambda: self.pages.step_zoom(False))
        larger = icon_button("zoom-in", self.tr("Larger"), lambda: self.pages.step_zoom(True))
        fit = icon_button("maximize-2", self.tr("As wide as there is room"), self.pages.fit_width)
        self.pages.moved.connect(self._moved)
        self.pages.zoomed.connect(self.size_words.setText)
        line = row(self.title, self.size_words, smaller, larger, fit, self.back, self.where, self.on, spacing=6)
        line.setStretch(0, 1)
        return line

    # Showing

    def _read_lists(self) -> None:
        app = self.app
        Op(lambda: (actions.letters(app), actions.campaigns(app))).on_success(
            lambda found: self._show_lists(*found)).start(self)

    def _show_lists(self, letters: list[DirectiveRow], campaigns: list[tuple[str, str]]) -> None:
        self.chooser.show_letters(letters)
        self.chooser.show_campaigns(campaigns)
        self.reload()

    def _show(self, drawn: Drawn | None) -> None:
        self.drawn, self.report = drawn, drawn.report if drawn else None
        self.title.set_text(drawn.subject if drawn else "")
        self.side.show_report(self.report)
        if drawn:
            self.pages.show_pdf(drawn.pdf, drawn.sizes)
            if self._looked_at != self.asked():
                self._looked_at = self.asked()
                self.pages.go(1)
        else:
            self.pages.show_words(self._empty())
        for part in self.takers:
            part.setEnabled(drawn is not None)

    def _empty(self) -> str:
        subject = self.asked().subject
        if subject == LETTER:
            return self.tr("There are no letters in the register yet. Put one in, and what was aired for it is told "
                           "here.")
        if subject == CAMPAIGN:
            return self.tr("There are no campaigns yet. Make one, and what was aired of it is told here.")
        return self.tr("The pages are being drawn…")

    def _cannot(self, error: Exception) -> None:
        """Said in the place of the pages: a wrong word in a file is mended there."""
        self._show(None)
        self.pages.show_words(explain(error).text)

    def _moved(self, page: int, pages: int) -> None:
        self.where.setText(self.tr("{page} / {pages}").format(page=page, pages=pages) if pages else "")
        self.back.setEnabled(page > 1)
        self.on.setEnabled(page < pages)

    def _written(self, path: Path) -> None:
        actions.show_folder(path)
        self.shell.notify(self.tr("The report is written: {file}").format(file=path))

    def _change_wording(self) -> None:
        from broadcaster.gui.reports.wording_dialog import WordingDialog

        dialog = WordingDialog(self, self.shell, self.asked().profile)
        if dialog.exec():
            self.chooser.fill_addressees()
            self.reload()
        dialog.deleteLater()


PAGE = ReportsPage
