"""What the terms would do, beside the fields: the sentence, the coming days, and ways out where something is tight."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QLayout, QVBoxLayout, QWidget

from broadcaster.gui.campaigns.actions import Preview, PreviewDay
from broadcaster.gui.campaigns.words import offer_words, promise
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import weekday_text
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import caption_label, label, row
from broadcaster.schedule.campaigns.offers import changes_of
from broadcaster.schedule.campaigns.terms import Terms

_NOTES = 2


class PreviewPane(QFrame):
    """`show_terms` at once, `show_preview` when the planner has answered."""

    chosen = Signal(object)
    """Terms of a way out that changes only this campaign."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("preview")
        self.setStyleSheet(f"#preview {{ background: {colors.raised}; border-radius: 10px; }}")
        box = QVBoxLayout(self)
        box.setContentsMargins(16, 14, 16, 14)
        box.setSpacing(10)
        self.item = label("", "strong", wrap=True)
        self.item.hide()
        self.words = label("", wrap=True)
        self.notes = [Banner("", "wait", "triangle-alert") for _ in range(_NOTES)]
        self._days = QGridLayout()
        self._days.setHorizontalSpacing(12)
        self._days.setVerticalSpacing(4)
        self._days.setColumnStretch(1, 1)
        self.heading = caption_label(self.tr("The coming days"))
        self.tight = Banner("", "bad", "triangle-alert")
        self._ways = QVBoxLayout()
        self._ways.setSpacing(6)
        box.addWidget(caption_label(self.tr("What will happen")))
        box.addWidget(self.item)
        box.addWidget(self.words)
        for note in self.notes:
            box.addWidget(note)
        box.addWidget(self.tight)
        box.addLayout(self._ways)
        box.addWidget(self.heading)
        box.addLayout(self._days)
        box.addStretch(1)
        self._terms: Terms | None = None
        self._over = False

    def sizeHint(self) -> QSize:
        return QSize(330, super().sizeHint().height())

    def show_item(self, title: str) -> None:
        """Which one is chosen: a narrow list cuts titles that begin alike."""
        self.item.setText(title)
        self.item.setVisible(bool(title))

    def show_terms(self, terms: Terms, today: date, approved: bool, by_sheet: bool) -> None:
        self._terms, self._over = terms, terms.last_day < today
        self.words.setText(promise(terms, today))
        said = [self.tr("It is not approved yet: until it is, it does not air.") if not approved else "",
                self.tr("It airs once the weekly schedule with it is approved.") if by_sheet else ""]
        for note, text in zip(self.notes, said, strict=True):
            note.show_text(text, "wait", "triangle-alert")

    def show_nothing(self, words: str) -> None:
        """While the fields make no sense."""
        self.words.setText(words)
        for note in self.notes:
            note.show_text("")
        self.show_preview(Preview())

    def show_preview(self, preview: Preview) -> None:
        _clear(self._days)
        _clear(self._ways)
        self.heading.setVisible(bool(preview.days))
        for line, day in enumerate(preview.days):
            self._add_day(line, day)
        if preview.wrong is not None:
            self.tight.show_text(explain(preview.wrong).text, "bad", "circle-alert")
        elif preview.tight is not None:
            self.tight.show_text(self.tr("It does not fit on {day}. This would help:").format(
                day=f"{weekday_text(preview.tight)} {preview.tight:%d/%m}") if preview.offers else
                self.tr("It does not fit on {day}.").format(day=f"{weekday_text(preview.tight)} {preview.tight:%d/%m}"),
                "bad", "triangle-alert")
        else:
            over = self.tr("Its last day is over: it airs no more.") if self._over and not preview.days else ""
            self.tight.show_text(over, "wait", "info")
        for offer in preview.offers:
            changes = changes_of(offer)
            terms = replace(self._terms, **changes) if self._terms and changes else None
            words = label(f"• {offer_words(offer)}", "", wrap=True)
            if terms is None:
                self._ways.addWidget(words)
                continue
            take = flat_button(self.tr("Use"), "", partial(self.chosen.emit, terms))
            take.setAccessibleName(offer_words(offer))
            way = row(words, take, spacing=8)
            way.setStretch(0, 1)
            self._ways.addLayout(way)

    def _add_day(self, line: int, day: PreviewDay) -> None:
        name = label(f"{weekday_text(day.day)} {day.day:%d/%m}", "soft")
        words = ", ".join(day.times) if day.times else self.tr("does not air") if not day.asked else "–"
        if day.left_out:
            words += self.tr(" ({count} without room)").format(count=day.left_out)
        at = label(words, "wrong" if day.left_out else "strong" if day.times else "faint", wrap=True)
        self._days.addWidget(name, line, 0, Qt.AlignmentFlag.AlignTop)
        self._days.addWidget(at, line, 1)

    def lines(self) -> list[str]:
        """What each day says, for whoever reads it aloud."""
        found = []
        for line in range(self._days.rowCount()):
            items = [self._days.itemAtPosition(line, place) for place in (0, 1)]
            parts = [item.widget() for item in items if item is not None]
            texts = [part.text() for part in parts if isinstance(part, QLabel)]
            if texts:
                found.append(": ".join(texts))
        return found


def _clear(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        widget: QWidget | None = item.widget()
        inner = item.layout()
        if inner is not None:
            _clear(inner)
            inner.deleteLater()
        elif widget is not None:
            widget.hide()
            widget.deleteLater()
