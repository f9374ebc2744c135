"""The letter beside the bulletin: what of it is told, what was left out, and a way to take it in."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QSplitter, QStackedWidget, QVBoxLayout, QWidget

from broadcaster.bulletins.coverage import Comparison, Coverage, left_out
from broadcaster.bulletins.model import Bulletin
from broadcaster.directives.model import Directive
from broadcaster.gui.bulletins.source_view import SourceView, legend
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import icon_button
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.wiring import App

_ROW = 34


class SourcePanel(QWidget):
    """`compare(text)` after each pause in typing; `add_asked(words)` when a left-out clause is to be told."""

    add_asked = Signal(str)

    def __init__(self, app: App) -> None:
        super().__init__()
        self._app = app
        self._shown: tuple[str, tuple[str, ...]] = ("", ())
        self._comparison: Comparison | None = None
        self._text = ""
        self._locked = True
        self.stack = QStackedWidget()
        self.stack.addWidget(self._nothing())
        self.stack.addWidget(self._compared())
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 6, 0, 0)
        box.addWidget(self.stack)

    def show_bulletin(self, bulletin: Bulletin) -> None:
        """Its letter is read once; the text is compared with every pause."""
        wanted = (bulletin.id, bulletin.points)
        self._text = bulletin.text
        if wanted == self._shown:
            return
        self._shown = wanted
        self._comparison = None
        self.stack.setCurrentIndex(0)
        Op(partial(self._app.bulletins.comparison, bulletin.id), lane="reading").on_success(
            lambda found: self._show(found) if wanted == self._shown else None).on_failure(lambda _: None).start(self)

    def lock(self, locked: bool) -> None:
        """Nothing can be taken in while the text is not to be changed."""
        self._locked = locked
        self._show_add()

    def compare(self, text: str) -> None:
        """A few milliseconds, also for a long letter."""
        self._text = text
        if self._comparison is None:
            return
        found = self._comparison.of(text)
        missing = left_out(found)
        self.view.show_parts(found)
        before = self.table.current_row()
        self.table.show_rows(missing, key=lambda part: part.start)
        if before is not None:
            self.table.select_id(before.start)
        self._count(missing)
        self._show_add()

    def _show(self, found: tuple[Directive, Comparison] | None) -> None:
        if found is None:
            return
        letter, self._comparison = found
        self.view.show_text(letter.text)
        self.stack.setCurrentIndex(1)
        self.compare(self._text)

    def _nothing(self) -> QWidget:
        place = QWidget()
        box = QVBoxLayout(place)
        picture = label("")
        picture.setPixmap(pixmap("file-text", 36, colors.faint))
        words = label(self.tr("This bulletin was not made from a letter."), "soft", wrap=True)
        for part in (picture, words):
            part.setAlignment(Qt.AlignmentFlag.AlignCenter)
        box.addStretch(1)
        box.addWidget(picture)
        box.addWidget(words)
        box.addStretch(2)
        return place

    def _compared(self) -> QWidget:
        self.count = label("", "strong")
        self.figures = Badge("", "bad")
        self.table = Table("bulletins.left_out", [
            Column(self.tr("Not told"), lambda part: part.text, 0),
            Column(self.tr("Missing"), lambda part: ", ".join(part.missing), 96,
                   tone=lambda part: "bad" if part.urgent else "plain"),
        ], accessible=self.tr("What of the letter is not told"))
        self.table.verticalHeader().setDefaultSectionSize(_ROW)
        self.table.horizontalHeader().hide()
        self.table.setMinimumHeight(2 * _ROW)
        self.table.set_empty("circle-check", self.tr("Everything for the people is told."))
        self.table.picked.connect(self._on_picked)
        self.table.opened.connect(lambda _: self._add())
        self.add_button = icon_button("plus", self.tr("Add to the bulletin"), self._add)
        self.add_button.setToolTip(
            self.tr("Add to the bulletin, behind the other items, in words for the ear; then read it over"))
        self.view = SourceView()
        self.view.part_clicked.connect(lambda part: self.table.select_id(part.start))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        for first, second in ((row(self.count, self.figures, None, self.add_button, spacing=8), self.table),
                              (row(legend()), self.view)):
            place = QWidget()
            box = column(first, second, spacing=4)
            box.setStretch(1, 1)
            box.setContentsMargins(0, 0, 0, 0)
            place.setLayout(box)
            split.addWidget(place)
        split.setSizes([120, 200])
        return split

    def _count(self, missing: Sequence[Coverage]) -> None:
        urgent = sum(part.urgent for part in missing)
        self.count.setText(self.tr("Not told: {count}").format(count=len(missing)) if missing else "")
        self.figures.show_state(self.tr("figures: {count}").format(count=urgent) if urgent else "", "bad")
        self.figures.setToolTip(self.tr("Days, hours, numbers or phones of the letter that the bulletin does not say"))

    def _on_picked(self, part: Coverage | None) -> None:
        self.view.mark(part)
        self._show_add()

    def _show_add(self) -> None:
        self.add_button.setEnabled(not self._locked and self.table.current_row() is not None)

    def _add(self) -> None:
        part: Coverage | None = self.table.current_row()
        if part is None or self._locked:
            return
        Op(partial(self._app.bulletins.as_said, part.text), lane="reading").on_success(
            self.add_asked.emit).start(self)
