"""Copying a day or a week: to where, what comes along, what stays behind and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.errors import explain
from broadcaster.gui.i18n import day_text
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, primary_button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.form import Form
from broadcaster.gui.widgets.layout import label, scrolled
from broadcaster.gui.widgets.times import DateField
from broadcaster.schedule.days.copies import Copied, LeftOut
from broadcaster.wiring import App

_MOST = 5
_HIGH = 150
"""Of the list of what stays behind; more of it scrolls."""


class CopySheet(Sheet):
    """Accepted with `copied` and `target`; nothing is stored here."""

    def __init__(self, parent: QWidget | None, app: App, source: date, *, week: bool) -> None:
        translate = QCoreApplication.translate
        title = translate("CopySheet", "Copy this week") if week else translate("CopySheet", "Copy this day")
        super().__init__(parent, title, 560)
        self._app = app
        self._source = source
        self._week = week
        self._asked = 0
        self.copied: Copied | None = None
        self.target = source + timedelta(7 if week else 1)
        self.body.addWidget(label(title, "title"))
        span = f"{source:%d/%m} – {source + timedelta(6):%d/%m/%Y}" if week else day_text(source)
        self.body.addWidget(label(self.tr("{what}: the programme as it is planned, or was held, is put by hand on the "
                                          "other days. What stands there by hand is replaced.").format(what=span),
                                  "soft", wrap=True))
        self.form = Form(label_width=110)
        self.date = DateField(self.target)
        self.date.dateChanged.connect(lambda _: self._look())
        self.form.add(self.tr("To"), self.date, self.tr("The week in which this day lies.") if week else "")
        self.body.addWidget(self.form)
        self.words = Banner("", "accent", "info")
        self.left = Banner("", "wait")
        self.body.addWidget(self.words)
        self._left_area = scrolled(self.left)
        self._left_area.hide()
        self.body.addWidget(self._left_area)
        self.save = primary_button(self.tr("Copy"), "copy", self.accept)
        self.save.setDefault(True)
        self.buttons(button(self.tr("Cancel"), "", self.reject), self.save)
        self._look()

    def _look(self) -> None:
        """What the copy would make of the chosen day, read anew."""
        chosen = self.date.value()
        self.target = chosen - timedelta(chosen.weekday()) if self._week else chosen
        self._asked += 1
        asked, source, target = self._asked, self._source, self.target
        self.copied = None
        self.save.setEnabled(False)
        days = self._app.days
        work: Callable[[], Copied] = (lambda: days.copy_of_week(source, target)) if self._week else (
            lambda: days.copy_of_day(source, target))
        Op(work).on_success(lambda found: self._show(found) if asked == self._asked else None).on_failure(
            lambda error: self._failed(error) if asked == self._asked else None).start(self)

    def _show(self, copied: Copied) -> None:
        self.copied = copied
        self.save.setEnabled(bool(copied.edits))
        span = f"{self.target:%d/%m} – {self.target + timedelta(6):%d/%m/%Y}" if self._week else day_text(self.target)
        words = self.tr("{items} airings in {sessions} sessions are put on {target}.").format(
            items=copied.items, sessions=len(copied.edits), target=span) if copied.edits else self.tr(
            "There is nothing that could be copied.")
        self.words.show_text(words, "accent" if copied.edits else "wait", "info")
        self._show_left(copied.left_out)

    def _failed(self, error: Exception) -> None:
        self.words.show_text(explain(error).text, "bad", "circle-alert")
        self._show_left(())

    def _show_left(self, left: Sequence[LeftOut]) -> None:
        lines = left_lines(left)
        if len(lines) > _MOST:
            lines[_MOST:] = [self.tr("and {count} more").format(count=len(lines) - _MOST)]
        if any(item.why == "campaign_over" for item in left):
            lines.insert(0, self.tr("A campaign can be given a later last day: change it beside the day."))
        self.left.show_text("\n".join([self.tr("Left behind:"), *lines]) if lines else "", "wait")
        self._left_area.setVisible(bool(lines))
        self._left_area.setFixedHeight(min(_HIGH, max(self.left.sizeHint().height(), 28 * (len(lines) + 1))))


def left_lines(left: Sequence[LeftOut]) -> list[str]:
    """What stays behind and why, each item once with how often."""
    counts = Counter((item.cart or item.session, bool(item.cart), _why_words(item)) for item in left)
    lines = []
    for (name, is_item, why), count in counts.items():
        name = f"“{one_line(name, 40)}”" if is_item else name
        lines.append(f"{name}{f' ×{count}' if count > 1 else ''}: {why}")
    return lines


def _why_words(left: LeftOut) -> str:
    translate = QCoreApplication.translate
    return {
        "not_approved": translate("CopySheet", "not approved"), "expired": translate("CopySheet", "its time is over"),
        "not_yet": translate("CopySheet", "its first day has not come"),
        "withdrawn": translate("CopySheet", "withdrawn"),
        "superseded": translate("CopySheet", "another item took its place"),
        "archived": translate("CopySheet", "archived"),
        "approval_broken": translate("CopySheet", "its sound is not the approved one"),
        "campaign_over": translate("CopySheet", "its campaign is over or stopped"),
        "unknown": translate("CopySheet", "no longer in the library"),
        "begun": translate("CopySheet", "the session has begun"),
        "quiet_hours": translate("CopySheet", "it would lie in quiet hours"),
        "overlap": translate("CopySheet", "another session is held at that time"),
        "minutes": translate("CopySheet", "its length is not allowed"),
        "nothing_left": translate("CopySheet", "nothing of it may air there"),
    }.get(left.why, left.why)
