"""Week by week, and whom to telephone."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QBrush, QColor, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QWidget

from broadcaster.aggregation.office.figures import StationLine, WeekLine
from broadcaster.gui.i18n import number_text
from broadcaster.gui.office import model
from broadcaster.gui.theme import colors, digit_font, sizes
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.layout import Card, label, row
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table

_MOST_WEEKS, _NARROW = 53, 1000


class WeekChart(QWidget):
    """A bar a week: the share of the plan that aired, and how many station-days came at all."""

    def __init__(self) -> None:
        super().__init__()
        self.setMinimumHeight(220)
        self._weeks: Sequence[WeekLine] = ()
        self._stations = 0

    def show_weeks(self, weeks: Sequence[WeekLine], stations: int) -> None:
        self._weeks, self._stations = weeks[-_MOST_WEEKS:], stations
        self.setAccessibleName(self.tr("Week by week"))
        self.setAccessibleDescription("; ".join(self._words(week) for week in self._weeks))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(500, 240)

    def _came(self, week: WeekLine) -> float:
        whole = self._stations * week.days
        return min(week.station_days / whole, 1.0) if whole else 0.0

    def _words(self, week: WeekLine) -> str:
        share = week.figures.share
        return self.tr("week of {day}: {aired} aired, {came} reported").format(
            day=f"{week.monday:%d/%m}", aired="–" if share is None else model.percent(share),
            came=model.percent(self._came(week)))

    def paintEvent(self, event: QPaintEvent) -> None:
        if not self._weeks:
            return
        painter = QPainter(self)
        painter.setFont(digit_font(sizes.mark, 450))
        area = QRectF(40, 22, self.width() - 48, self.height() - 48)
        for share in (0.0, 0.5, 1.0):
            y = area.bottom() - share * area.height()
            painter.setPen(QColor(colors.line))
            painter.drawLine(int(area.left()), int(y), int(area.right()), int(y))
            painter.setPen(QColor(colors.soft))
            painter.drawText(QRectF(0, y - 9, 36, 18), Qt.AlignmentFlag.AlignRight, f"{share:.0%}")
        step = area.width() / len(self._weeks)
        every = max(1, round(52 / step))
        for place, week in enumerate(self._weeks):
            self._paint_week(painter, area, place * step, step, week, named=place % every == 0)
        painter.end()

    def _paint_week(self, painter: QPainter, area: QRectF, left: float, step: float, week: WeekLine, *,
                    named: bool) -> None:
        wide = min(step * 0.36, 30)
        middle = area.left() + left + step / 2
        share, came = week.figures.share or 0.0, self._came(week)
        painter.fillRect(QRectF(middle - wide - 1, area.bottom() - share * area.height(), wide,
                                share * area.height()), QColor(colors.accent))
        box = QRectF(middle + 1, area.bottom() - came * area.height(), wide, came * area.height())
        painter.fillRect(box, QColor(colors.track))
        painter.fillRect(box, QBrush(QColor(colors.hatch), Qt.BrushStyle.BDiagPattern))
        if named:
            painter.setPen(QColor(colors.ink))
            painter.drawText(QRectF(middle - 40, area.bottom() + 4, 80, 18), Qt.AlignmentFlag.AlignCenter,
                             f"{week.monday:%d/%m}")
            if week.figures.share is not None:
                painter.drawText(QRectF(middle - 40, 0, 80, 18), Qt.AlignmentFlag.AlignCenter, model.percent(share))


class TrendTab(QWidget):
    """`opened(station)` from the list."""

    opened = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.chart = WeekChart()
        self._stopped: Sequence[StationLine] = ()
        self.legend = label(self.tr("Full: aired of what was planned. Hatched: days that were reported, of all there "
                                    "should be. The newest week may still fill up."), "faint", wrap=True)
        self.table = Table("office.stopped", [
            Column(self.tr("Station"), lambda line: model.short_name(line.name), 0,
                   tip=lambda line: f"{line.name}\n{line.commune}"),
            Column(self.tr("Unit"), lambda line: line.unit_name, 108),
            Column(self.tr("State"), lambda line: model.state_words(line.reporting), 172, tone=model.state_tone),
            Column(self.tr("Since"), self._since, 92, digits=True),
            Column(self.tr("Last package"), lambda line: model.moment(line.last_received_at) or "–", 152, digits=True),
        ], accessible=self.tr("To telephone"))
        self.table.set_empty("circle-check", self.tr("Every station reports: nobody needs to be called."))
        self.table.opened.connect(lambda line: self.opened.emit(line) if line is not None else None)
        self.copy = button(self.tr("Copy the list"), "copy", self._copy)
        self.count = label("", "strong")
        left = Card(self.tr("Week by week")).add(self.chart, stretch=1)
        left.add(self.legend)
        head = row(self.count, self.copy)
        head.setStretch(0, 1)
        right = Card(self.tr("To telephone")).add(head)
        right.add(self.table, stretch=1)
        box = row(left, right, spacing=14)
        box.setStretch(0, 1)
        box.setStretch(1, 2)
        box.setContentsMargins(0, 12, 0, 0)
        self.setLayout(box)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.table.setColumnHidden(1, self.width() < _NARROW)

    def show_trend(self, weeks: Sequence[WeekLine], stopped: Sequence[StationLine], stations: int) -> None:
        self.chart.show_weeks(weeks, stations)
        self._stopped = stopped
        self.table.show_rows(stopped, lambda line: line.ref)
        self.count.setText(self.tr("{count} stations").format(count=number_text(len(stopped))))
        self.copy.setEnabled(bool(stopped))

    def _since(self, line: StationLine) -> str:
        return self.tr("{count} days").format(count=number_text(line.quiet_days))

    def _copy(self) -> None:
        """For a sheet or a message: tabs between, the reasons in words."""
        QApplication.clipboard().setText("\n".join("\t".join((
            line.name, line.unit_name, model.state_words(line.reporting), self._since(line),
            model.moment(line.last_received_at))) for line in self._stopped))
