"""Sáng nay: the page one opens with the first coffee; it answers what happened, who signed, what to do."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from broadcaster.asrun.model import CONTENT_KINDS, Airing
from broadcaster.base.clock import STATION_ZONE
from broadcaster.gui.i18n import day_text, long_day_text
from broadcaster.gui.log.correction_dialog import correct
from broadcaster.gui.log.logbook_dialog import show_logbook
from broadcaster.gui.morning.model import figures, minutes_words, rest_words
from broadcaster.gui.morning.parts import FigureBox, RiskLine, RowLine, SessionLine
from broadcaster.gui.morning.sign_card import SignCard
from broadcaster.gui.on_air.day import day_blocks, legend
from broadcaster.gui.ops import Op
from broadcaster.gui.page import Page
from broadcaster.gui.theme import widths
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.day_marks import legend_html
from broadcaster.gui.widgets.day_strip import DayStrip
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled
from broadcaster.reports.morning_model import DayLook, Morning

_LOOK_MS, _SOON_MS = 60_000, 10_000
_STARTING_S = 60.0
_ANY_TIME = datetime(2026, 1, 1, tzinfo=STATION_ZONE)
_STARTING = {"risk.keeper_down", "risk.air_down"}
"""They start with the window: nobody is frightened before they had their time."""
_MOST_ROWS = 12


class MorningPage(Page):
    """Yesterday and its names on top, then what was not as planned beside today."""

    widest = widths.page

    def build(self) -> None:
        self.morning: Morning | None = None
        self._born = self.app.clock.monotonic()
        self._asked = 0
        self._stamp: object = None
        self.again = button(self.tr("Look again"), "refresh-cw", self.reload)
        self.print = button(self.tr("Print the logbook…"), "printer", self._print)
        self._head = self.header(self.tr("This morning"), self.again, self.print)
        self.body.addLayout(self._head)
        content = QWidget()
        self._both = both = QHBoxLayout(content)
        both.setContentsMargins(0, 0, 0, 0)
        both.setSpacing(14)
        self.sign = SignCard(self.shell, self.reload)
        self.rows = self._rows_card()
        for parts, share in (((self._yesterday_card(), self.rows), 3), ((self.sign, self._today_card()), 2)):
            stack = column(*parts, spacing=14)
            stack.setStretch(1, 1)
            both.addLayout(stack, share)
        area = scrolled(content)
        area.setAccessibleName(self.tr("This morning"))
        self.body.addWidget(area, 1)
        self._timer = QTimer(self)
        self._timer.timeout.connect(self.reload)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.timeout.connect(self.reload)

    def on_tight(self) -> None:
        ways = QBoxLayout.Direction
        self._both.setDirection(ways.TopToBottom if self.tight else ways.LeftToRight)

    def on_shown(self, item: str = "") -> None:
        self.reload()
        self._timer.start(_LOOK_MS)

    def on_changes(self, kinds: frozenset[str]) -> None:
        if kinds & {"correction", "signature", "*"}:
            self.reload()
        elif kinds & {"airing", "campaign", "approval", "delivery", "directive", "seal"} and not self._soon.isActive():
            # While something is on the air rows change every few seconds, and a look plans a whole week.
            self._soon.start(_SOON_MS)

    def hideEvent(self, event: QEvent) -> None:
        self._timer.stop()
        self._soon.stop()

    def reload(self) -> None:
        """Ask again; only the newest answer is shown."""
        self._asked += 1
        asked, app = self._asked, self.app
        Op(app.morning.look, lane="slow").on_success(
            lambda found: self.show_morning(found) if asked == self._asked else None).start(self)

    def show_morning(self, found: Morning) -> None:
        """Fill the page; rows that are the same stay, so that nothing jumps under the mouse."""
        if self.app.clock.monotonic() - self._born < _STARTING_S:
            found = replace(found, risks=tuple(risk for risk in found.risks if risk.code not in _STARTING))
        self.morning = found
        stamp = replace(found, at=_ANY_TIME)
        if stamp == self._stamp:
            return
        self._stamp = stamp
        self._show_yesterday(found.yesterday)
        self._show_rows(found.yesterday)
        self.sign.show_morning(found)
        self._show_today(found)

    # Building

    def _yesterday_card(self) -> Card:
        self.yesterday = Card()
        self._day = label("", "caption")
        self._figures = QHBoxLayout()
        self._figures.setSpacing(0)
        self.minutes = label("", "soft", wrap=True)
        self.strip = DayStrip(self.tr("Yesterday"))
        self._legend = label("", "faint", wrap=True)
        self._legend.setTextFormat(Qt.TextFormat.RichText)
        self.nothing = Banner()
        self.yesterday.add(self._day, self._figures, self.minutes, self.strip, self._legend, self.nothing)
        self.yesterday.body.addStretch(1)
        return self.yesterday

    def _rows_card(self) -> Card:
        card = Card(self.tr("Not as planned yesterday"))
        self._rows = QVBoxLayout()
        self._rows.setSpacing(0)
        self.all_rows = flat_button(self.tr("All of it in the airing log"), "clipboard-list", self._open_log)
        card.add(self._rows, row(None, self.all_rows))
        card.body.addStretch(1)
        return card

    def _today_card(self) -> Card:
        card = Card(self.tr("Today"))
        self._sessions = QVBoxLayout()
        self._sessions.setSpacing(0)
        self._risks = QVBoxLayout()
        self._risks.setSpacing(0)
        card.add(self._sessions, self._risks)
        card.body.addStretch(1)
        return card

    # Showing

    def _show_yesterday(self, look: DayLook) -> None:
        self._day.setText(self.tr("Yesterday – {day}").format(day=day_text(look.day)).upper())
        _empty(self._figures)
        any_rows = bool(look.rows)
        if any_rows:
            for figure in figures(look):
                self._figures.addWidget(FigureBox(figure))
            self._figures.addStretch(1)
        self.minutes.setText(minutes_words(look.totals))
        blocks, sessions = day_blocks(None, [airing.counted for airing in look.rows])
        self.strip.show_blocks(blocks, sessions)
        self.strip.show_lanes(sorted({zone.zone for airing in look.rows for zone in airing.by_zone}))
        self._legend.setText(legend_html(legend(blocks)))
        for part in (self.strip, self._legend):
            part.setVisible(any_rows)
        self.minutes.setVisible(bool(self.minutes.text()))
        self.nothing.show_text("" if any_rows else self.tr("Nothing was planned or broadcast yesterday."), "info",
                               "info")

    def _show_rows(self, look: DayLook) -> None:
        _empty(self._rows)
        rows = list(look.not_as_planned)
        content = [airing for airing in rows if airing.kind in CONTENT_KINDS]
        for airing in content[:_MOST_ROWS]:
            self._rows.addWidget(RowLine(airing, self._correct))
        more = len(content) - _MOST_ROWS
        lines = [self.tr("and {count} more").format(count=more)] if more > 0 else []
        if words := rest_words(rows):
            lines.append(words)
        if lines:
            self._rows.addWidget(label("\n".join(lines), "soft", wrap=True))
        if not rows:
            self._rows.addWidget(Banner(self.tr("Everything went out as it was planned."), "good", "circle-check"))
        self.rows.setVisible(bool(look.rows))

    def _show_today(self, found: Morning) -> None:
        _empty(self._sessions)
        _empty(self._risks)
        for session in found.sessions:
            self._sessions.addWidget(SessionLine(session))
        for risk in found.risks:
            self._risks.addWidget(RiskLine(risk, self.shell))
        if not found.risks:
            self._risks.addSpacing(10)
            self._risks.addWidget(Banner(self.tr("Nothing stands in the way of today's broadcast."), "good",
                                         "circle-check"))
        self._head.itemAt(0).widget().setText(self.tr("This morning – {day}").format(  # type: ignore[union-attr]
            day=long_day_text(found.yesterday.day + timedelta(days=1))))

    # Doing

    def _correct(self, airing: Airing) -> None:
        correct(self.shell, self, airing, self.reload)

    def _open_log(self) -> None:
        if self.morning is not None:
            self.shell.go("log", self.morning.yesterday.day.isoformat())

    def _print(self) -> None:
        if self.morning is not None:
            show_logbook(self.shell, self, self.morning.yesterday.day)


def _empty(box: QBoxLayout) -> None:
    while (item := box.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()


PAGE = MorningPage
