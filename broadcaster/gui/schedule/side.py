"""Beside the day: what needs attention, and the campaigns that ask for airtime."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from broadcaster.accounts.model import Right
from broadcaster.base.vietnamese import one_line
from broadcaster.gui.rights import needs
from broadcaster.gui.schedule.campaign_row import CampaignRow
from broadcaster.gui.schedule.warnings import merged, warning_tone, warning_words
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.layout import caption_label, label, row, scrolled
from broadcaster.library.model import Cart
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.model import Campaign, PlanWarning

_MOST_WARNINGS = 6
_ROWS = 12
"""Campaigns shown at first, and so many more with every press: rows cost time to make."""
Shown = tuple[tuple[PlanWarning, ...], tuple[tuple[Campaign, int], ...], bool, tuple[tuple[Campaign, Cart], ...],
              dict[str, Coverage]]
_NO_ROOM = {"item_left_out", "daypart_limit", "zone_limit"}
"""What there may be ways out of."""
_ORDER = (Urgency.EMERGENCY, Urgency.PRIORITY, Urgency.ROUTINE)
_OF_THE_SHEET = {"week_not_approved", "not_on_sheet"}


class SideBar(QWidget):
    """`deed(name, Campaign)`: edit, stop, resume, open, sooner, later; `ways_wanted(id)` of one that has no room."""

    chosen = Signal(str)
    """Id of the campaign now chosen, empty for none."""
    move_wanted = Signal(object, object)
    """A campaign, and the item that took the place of its own."""
    sheet_wanted = Signal()
    deed = Signal(str, object)
    ways_wanted = Signal(str)

    def __init__(self, add: Callable[[], object], above: QWidget | None = None) -> None:
        """`add` makes a new campaign; `above` stands before everything else."""
        super().__init__()
        self.setObjectName("plain")
        self._add = add
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
            self._warn(warning, past)
        if any(warning.code in _OF_THE_SHEET for warning in loose):
            self._act(button(self.tr("Look at the weekly sheet…"), "clipboard-list", self.sheet_wanted.emit))
        if len(loose) > _MOST_WARNINGS:
            more = self.tr("and {count} more").format(count=len(loose) - _MOST_WARNINGS)
            self._column.addWidget(label(more, "soft"))
        self._column.addWidget(caption_label(self.tr("Campaigns on this day")))
        ordered = _ordered(campaigns)
        for campaign in ordered[:self._most]:
            peers = [other.id for other in ordered if (other.urgency, other.state) == (campaign.urgency, "active")]
            line = CampaignRow(campaign, past, coverage.get(campaign.id), first=campaign.id in peers[:1],
                               last=campaign.id in peers[-1:])
            self._rows[campaign.id] = self._wired(line, campaign)
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
            ids = [one.id for one in _ordered(self._shown[1])]
            if campaign in ids:
                self._most = ids.index(campaign) + 1
                self._fill(*self._shown)
        for name, line in self._rows.items():
            line.set_chosen(name == campaign)
        if campaign in self._rows:
            self.add_widget.ensureWidgetVisible(self._rows[campaign])

    def _warn(self, warning: PlanWarning, past: bool) -> None:
        self._column.addWidget(Banner(warning_words(warning), warning_tone(warning)))
        campaign = str(warning.facts.get("campaign", ""))
        if warning.code in _NO_ROOM and campaign and not past:
            ways = button(self.tr("Other ways…"), "", lambda: self.ways_wanted.emit(campaign))
            ways.setToolTip(self.tr("What could be moved or made longer, so that it airs"))
            self._act(needs(ways, Right.WRITE))

    def _wired(self, line: CampaignRow, campaign: Campaign) -> CampaignRow:
        line.deed.connect(lambda name: self.deed.emit(name, campaign))
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


def _ordered(campaigns: Sequence[tuple[Campaign, int]]) -> list[Campaign]:
    """Running ones first, in the order in which the planner takes them."""
    return sorted((campaign for campaign, _ in campaigns), key=lambda one: (
        one.state != "active", _ORDER.index(one.urgency), one.position, one.id))


def _clear(box: QLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (inner := item.layout()) is not None:
            _clear(inner)
            inner.deleteLater()
        elif (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
