"""Choosing another item, or a letter: search, a list, Enter."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QDialog, QWidget

from broadcaster.base.frames import clock_text
from broadcaster.gui.library.model import STATE_TONES, day_words, kind_words, state_words
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.search import SearchField
from broadcaster.gui.widgets.table import Table
from broadcaster.wiring import App

_MOST = 200
Find = Callable[[str], Sequence[Any]]


class ChooseDialog(Sheet):
    """Ends accepted with `chosen`, an id; `none_words` offers to choose nothing ("")."""

    def __init__(self, parent: QWidget | None, title: str, hint: str, columns: Sequence[Column], find: Find, *,
                 none_words: str = "") -> None:
        super().__init__(parent, title, 680)
        self.chosen = ""
        self._find = find
        self.yes = primary_button(self.tr("Choose"), "check", self._accept)
        self._number = 0
        self.body.addWidget(label(title, "title", wrap=True))
        if hint:
            self.body.addWidget(label(hint, "soft", wrap=True))
        self.search = SearchField(self.tr("Search (accents may be left out)…"))
        self.search.searched.connect(lambda _: self._ask())
        self.table = Table("library.choose", columns, accessible=title)
        self.table.setMinimumHeight(210)
        self.table.set_empty("search", self.tr("Nothing matches. Try other words."))
        self.table.picked.connect(lambda row: self.yes.setEnabled(row is not None))
        self.table.opened.connect(lambda _: self._accept())
        self.body.addWidget(self.search)
        self.body.addWidget(self.table, 1)
        self.yes.setEnabled(False)
        buttons: list[QWidget] = [button(self.tr("Cancel"), "", self.reject), self.yes]
        if none_words:
            buttons.insert(0, button(none_words, "", self._none))
        self.buttons(*buttons)
        self.search.setFocus()
        self._ask()

    def _ask(self) -> None:
        self._number += 1
        number, words = self._number, self.search.text().strip()
        Op(lambda: self._find(words)).on_success(
            lambda rows: self.table.show_rows(rows) if number == self._number else None).start(self)

    def _accept(self) -> None:
        row = self.table.current_row()
        if row is not None:
            self.chosen = row.id
            self.accept()

    def _none(self) -> None:
        self.chosen = ""
        self.accept()


def choose_cart(parent: QWidget | None, app: App, title: str, hint: str, but: str) -> str:
    """The id of another item than `but`; empty when the person turned away."""
    translate = QCoreApplication.translate
    columns = [Column(translate("Library", "Title"), lambda item: item.title, 0),
               Column(translate("Library", "Kind"), lambda item: kind_words(str(item.kind)), 110),
               Column(translate("Library", "Length"), lambda item: clock_text(item.cut.seconds), 108, digits=True),
               Column(translate("Library", "State"), lambda item: state_words(item.state), 130,
                      tone=lambda item: STATE_TONES[item.state])]

    def find(words: str) -> Sequence[Any]:
        return [cart for cart in app.library.find(words, limit=_MOST) if cart.id != but]
    dialog = ChooseDialog(parent, title, hint, columns, find)
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.chosen if accepted else ""


def choose_letter(parent: QWidget | None, app: App, now: str) -> str | None:
    """The id of a letter, "" for none, None when the person turned away."""
    translate = QCoreApplication.translate
    columns = [Column(translate("Library", "Number"), lambda row: row.number, 160),
               Column(translate("Library", "Day"), lambda row: day_words(row.issued_date), 110, digits=True),
               Column(translate("Library", "Subject"), lambda row: row.subject, 0)]
    dialog = ChooseDialog(parent, translate("Library", "Which letter does it serve?"),
                          translate("Library", "Its airings are then reported under that letter."), columns,
                          lambda words: app.directives.list(words)[:_MOST],
                          none_words=translate("Library", "No letter") if now else "")
    accepted = dialog.exec() == QDialog.DialogCode.Accepted
    dialog.deleteLater()
    return dialog.chosen if accepted else None
