"""Beside the day: what needs attention, and the campaigns that ask for airtime."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.rights import needs
from broadcaster.gui.schedule.model import (
    airing_days,
    covered_words,
    times_words,
    urgency_words,
)
from broadcaster.gui.schedule.warnings import merged, warning_tone, warning_words
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button, primary_button
from broadcaster.gui.widgets.layout import ElidedLabel, caption_label, column, label, row, scrolled
from broadcaster.library.model import Cart
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.coverage_model import Coverage
from broadcaster.schedule.model import Campaign, PlanWarning

_MOST_WARNINGS = 6
_ROWS = 12
"""Campaigns shown at first, and so many more with every press: rows cost time to make."""
Shown = tuple[tuple[PlanWarning, ...], tuple[tuple[Campaign, int], ...], bool, tuple[tuple[Campaign, Cart], ...],
              dict[str, Coverage]]
_OF_THE_SHEET = {"week_not_approved", "not_on_sheet"}


class SideBar(QWidget):
    """`add`, `stop(campaign)`, `resume(campaign)`, `open_item(campaign)` are what its buttons call."""

    chosen = Signal(str)
    """Id of the campaign now chosen, empty for none."""
    move_wanted = Signal(object, object)
    """A campaign, and the item that took the place of its own."""
    sheet_wanted = Signal()

    def __init__(self, add: Callable[[], object], stop: Callable[[Campaign], object],
                 resume: Callable[[Campaign], object], open_item: Callable[[Campaign], object],
                 above: QWidget | None = None) -> None:
        """`above`: stands before everything else."""
        super().__init__()
        self.setObjectName("plain")
        self._add, self._stop, self._resume, self._open = add, stop, resume, open_item
        self._rows: dict[str, CampaignRow] = {}
        self._shown: Shown | None = None
        self._most = _ROWS
        content = QWidget()
        whole = QVBoxLayout(content)
        whole.setContentsMargins(0, 0, 4, 0)
        whole.setSpacing(9)
        if above is not None:
            whole.addWidget(above)
        self._column = QVBoxLayout()
        self._column.setSpacing(9)
        whole.addLayout(self._column, 1)
        self.add_widget = scrolled(content)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 8, 0, 0)
        box.addWidget(self.add_widget)
        self._column.addStretch(1)

    def show_day(self, warnings: Sequence[PlanWarning], campaigns: Sequence[tuple[Campaign, int]],
                 past: bool, proposals: Sequence[tuple[Campaign, Cart]] = (),
                 coverage: Mapping[str, Coverage] | None = None) -> None:
        """Warnings that belong to no session, then the campaigns of the day, running ones first."""
        shown = (tuple(warnings), tuple(campaigns), past, tuple(proposals), dict(coverage or {}))
        if shown == self._shown:
            return
        if self._shown is None or [one.id for one, _ in campaigns] != [one.id for one, _ in self._shown[1]]:
            self._most = _ROWS
        self._shown = shown
        self._fill(*shown)

    def _fill(self, warnings: Sequence[PlanWarning], campaigns: Sequence[tuple[Campaign, int]], past: bool,
              proposals: Sequence[tuple[Campaign, Cart]], coverage: Mapping[str, Coverage]) -> None:
        _clear(self._column)
        self._rows = {}
        offered = {campaign.id for campaign, _ in proposals}
        loose = [item for item in merged(warnings)
                 if item.code != "superseded" or item.facts.get("campaign") not in offered]
        if loose or proposals:
            self._column.addWidget(caption_label(self.tr("Needs attention")))
        for campaign, cart in proposals:
            self._propose(campaign, cart)
        for warning in loose[:_MOST_WARNINGS]:
            self._column.addWidget(Banner(warning_words(warning), warning_tone(warning)))
        if any(warning.code in _OF_THE_SHEET for warning in loose):
            self._act(button(self.tr("Look at the weekly sheet…"), "clipboard-list", self.sheet_wanted.emit))
        if len(loose) > _MOST_WARNINGS:
            more = self.tr("and {count} more").format(count=len(loose) - _MOST_WARNINGS)
            self._column.addWidget(label(more, "soft"))
        self._column.addWidget(caption_label(self.tr("Campaigns on this day")))
        ordered = _ordered(campaigns)
        for campaign, aired in ordered[:self._most]:
            self._rows[campaign.id] = self._row(campaign, aired, past, coverage.get(campaign.id))
            self._column.addWidget(self._rows[campaign.id])
        if len(ordered) > self._most:
            words = self.tr("Show {count} more").format(count=min(_ROWS, len(ordered) - self._most))
            self._column.addWidget(flat_button(words, "chevron-down", self._show_more))
        if not campaigns:
            self._empty(past)
        self._column.addStretch(1)

    def _show_more(self) -> None:
        if self._shown is not None:
            self._most += _ROWS
            self._fill(*self._shown)

    def _propose(self, campaign: Campaign, cart: Cart) -> None:
        text = self.tr("“{title}” gave way to “{new}” and airs no more.").format(
            title=one_line(campaign.title, 60), new=one_line(cart.title, 60))
        self._column.addWidget(Banner(text, "wait", "repeat"))
        move = button(self.tr("Air the new one"), "", lambda: self.move_wanted.emit(campaign, cart))
        self._act(needs(move, Right.WRITE))

    def _act(self, part: QWidget) -> None:
        """What can be done about the notice above."""
        self._column.addLayout(row(None, part))

    def rows(self) -> dict[str, CampaignRow]:
        return self._rows

    def mark(self, campaign: str) -> None:
        """Show which campaign the chosen item belongs to."""
        if campaign and campaign not in self._rows and self._shown is not None:
            ids = [one.id for one, _ in _ordered(self._shown[1])]
            if campaign in ids:
                self._most = ids.index(campaign) + 1
                self._fill(*self._shown)
        for name, line in self._rows.items():
            line.set_chosen(name == campaign)
        if campaign in self._rows:
            self.add_widget.ensureWidgetVisible(self._rows[campaign])

    def _row(self, campaign: Campaign, aired: int, past: bool, coverage: Coverage | None) -> CampaignRow:
        line = CampaignRow(campaign, aired, past, coverage)
        line.stop_button.clicked.connect(lambda: self._stop(campaign))
        line.resume_button.clicked.connect(lambda: self._resume(campaign))
        line.open_button.clicked.connect(lambda: self._open(campaign))
        line.pressed.connect(lambda: self._press(campaign.id))
        return line

    def _press(self, campaign: str) -> None:
        self.mark(campaign)
        self.chosen.emit(campaign)

    def _empty(self, past: bool) -> None:
        words = self.tr("No campaign ran on this day.") if past else self.tr(
            "No campaign asks for this day. Add one, and its item airs in the sessions by itself.")
        self._column.addWidget(label(words, "soft", wrap=True))
        if not past:
            self._column.addWidget(primary_button(self.tr("Add a campaign…"), "plus", self._add))


def _ordered(campaigns: Sequence[tuple[Campaign, int]]) -> list[tuple[Campaign, int]]:
    """Running ones first."""
    return sorted(campaigns, key=lambda pair: pair[0].state != "active")


def _clear(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            _clear(inner)
            inner.deleteLater()
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


class CampaignRow(QFrame):
    """One campaign: title, how often and when, how much of it has aired."""

    pressed = Signal()

    def __init__(self, campaign: Campaign, aired: int, past: bool, coverage: Coverage | None = None) -> None:
        super().__init__()
        self.setObjectName("campaign")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(campaign.title)
        running = campaign.state == "active"
        title = ElidedLabel(campaign.title, "strong")
        self.stop_button = icon_button("circle-stop", self.tr("Stop this campaign…"))
        self.resume_button = flat_button(self.tr("Resume"), "rotate-ccw")
        self.open_button = icon_button("music", self.tr("Show the item in the library"))
        self.stop_button.setVisible(running and not past)
        self.resume_button.setVisible(not running)
        top = row(title, self.open_button, self.stop_button, spacing=2)
        top.setStretch(0, 1)
        when = times_words(campaign.times, campaign.first_day, campaign.last_day, campaign.weekdays)
        state = Badge()
        if not running:
            state.show_state(self.tr("stopped"), "plain")
        elif campaign.urgency is not Urgency.ROUTINE:
            state.show_state(urgency_words(campaign.urgency), "bad")
        words = label(when, "soft", wrap=True)
        words.setStyleSheet("font-size: 14px;")
        share = _Share(coverage.aired, coverage.asked) if coverage else _Share(
            aired, airing_days(campaign) * campaign.times)
        foot = row(ElidedLabel(covered_words(coverage, campaign, aired), "faint"), state, self.resume_button)
        foot.setStretch(0, 1)
        box = column(top, words, share, foot, spacing=5)
        box.setContentsMargins(12, 8, 8, 8)
        self.setLayout(box)
        self.set_chosen(False)

    def set_chosen(self, chosen: bool) -> None:
        ground, line = ("#eef7f6", "#0b6e73") if chosen else ("#ffffff", "#dfe4e9")
        self.setStyleSheet(f"#campaign {{ background: {ground}; border: 1px solid {line}; border-radius: 8px; }}"
                           "#campaign:focus { border: 2px solid #0b6e73; }")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        elif event.key() == Qt.Key.Key_Delete and self.stop_button.isVisibleTo(self):
            self.stop_button.click()
        else:
            super().keyPressEvent(event)


class _Share(QFrame):
    """A thin bar: how much of a campaign has aired."""

    def __init__(self, done: int, of: int) -> None:
        super().__init__()
        self.setFixedHeight(5)
        share = min(1.0, done / of) if of else 0.0
        edge = max(0.0001, min(0.9999, share))
        stops = f"stop:0 #0b6e73, stop:{edge:.4f} #0b6e73, stop:{min(1.0, edge + 0.0001):.4f} #e5eaee, stop:1 #e5eaee"
        ground = f"qlineargradient(x1:0, y1:0, x2:1, y2:0, {stops})" if share > 0 else "#e5eaee"
        self.setStyleSheet(f"background: {ground}; border-radius: 2px;")
