"""A special period read back: its sentences, and what it makes of each day."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.base.frames import seconds
from broadcaster.gui.i18n import day_text, length_text
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.layout import Card, caption_label, label, scrolled
from broadcaster.protocol.rundown import PlannedSession
from broadcaster.schedule.calendar.service import DayChange, ReadBack
from broadcaster.schedule.model import DayPlan

_MOST_LINES = 31


class ReviewView(QWidget):
    """Shown before the period is saved."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(12)
        self.said = Card()
        self.overlap = Banner("", "wait")
        self.changes = Card()
        box.addWidget(label(self.tr("This is what will hold. Read it once more:"), "soft", wrap=True))
        box.addWidget(self.said)
        box.addWidget(self.overlap)
        self.area = scrolled(self.changes)
        self.area.setMinimumHeight(130)
        box.addWidget(self.area, 1)

    def show_review(self, said: ReadBack, changes: Sequence[DayChange]) -> None:
        first, *rest = said.sentences
        _fill(self.said, [(first, "strong"), *((text, "") for text in rest)])
        self.overlap.show_text(" ".join(said.overlaps), "wait")
        lines = [(words, "") for change in changes[:_MOST_LINES] if (words := change_words(change))]
        heading = self.tr("What changes in the coming days")
        if not lines:
            lines = [(self.tr("Nothing changes in what is planned now."), "soft")]
        _fill(self.changes, lines, heading)


def change_words(change: DayChange) -> str:
    """Thứ Bảy, 28/11/2026: bỏ “Buổi trưa”; 35 phút thay vì 40 phút. Empty when the day stays as it is."""
    translate = QCoreApplication.translate
    before, after = _held(change.before), _held(change.after)
    parts = []
    if gone := _names(before, after):
        parts.append(translate("PeriodReview", "not held: {names}").format(names=gone))
    if come := _names(after, before):
        parts.append(translate("PeriodReview", "also held: {names}").format(names=come))
    old, new = _length(before.values()), _length(after.values())
    if new < 1 <= old:
        parts.append(translate("PeriodReview", "nothing airs instead of {old}").format(old=length_text(old)))
    elif abs(old - new) >= 1:
        parts.append(translate("PeriodReview", "{new} planned instead of {old}").format(
            new=length_text(new), old=length_text(old)))
    lost = _left_out(change.after) - _left_out(change.before)
    if lost > 0:
        parts.append(translate("PeriodReview", "{count} airings find no place").format(count=lost))
    return f"{day_text(change.day)}: {'; '.join(parts)}." if parts else ""


def _names(of: Mapping[str, PlannedSession], without: Mapping[str, PlannedSession]) -> str:
    """Sessions of the one that the other does not have, in order of time."""
    found = sorted((of[key] for key in of.keys() - without), key=lambda item: item.starts_at)
    return ", ".join(f"“{item.name}” {item.starts_at:%H:%M}" for item in found)


def _held(plan: DayPlan) -> dict[str, PlannedSession]:
    return {session.id: session for session in plan.rundown.sessions}


def _length(sessions: Iterable[PlannedSession]) -> float:
    return sum(seconds(event.cut.frames) for session in sessions for event in session.events)


def _left_out(plan: DayPlan) -> int:
    return sum(int(str(warning.facts.get("times", 1))) for warning in plan.warnings if warning.code == "item_left_out")


def _fill(card: Card, lines: Sequence[tuple[str, str]], heading: str = "") -> None:
    while (item := card.body.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
    if heading:
        card.add(caption_label(heading))
    for text, look in lines:
        card.add(label(text, look, wrap=True))
    card.body.addStretch(1)
