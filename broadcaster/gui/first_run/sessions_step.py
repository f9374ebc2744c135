"""Step: the first sessions, ticked from those the rules propose and the shipped examples; tomorrow read back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from PySide6.QtWidgets import QCheckBox, QGridLayout, QSpinBox, QWidget

from broadcaster.gui.first_run import plan
from broadcaster.gui.first_run.halves import Halves
from broadcaster.gui.first_run.model import SESSIONS
from broadcaster.gui.first_run.step import Step
from broadcaster.gui.hours.clock_field import ClockField
from broadcaster.gui.hours.model import held_text
from broadcaster.gui.hours.read_back import ReadBack
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.form import number_field
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.reason import ask_reason
from broadcaster.schedule.model import SessionTemplate
from broadcaster.wiring import App


@dataclass(frozen=True)
class _Row:
    """One session that can be held."""

    template: SessionTemplate
    tick: QCheckBox
    starts: ClockField
    minutes: QSpinBox

    def wanted(self) -> SessionTemplate:
        return replace(self.template, starts=self.starts.value(), minutes=self.minutes.value())


class SessionsStep(Step):
    """Tick, begin, length; everything else of a session is in the schedule."""

    name = SESSIONS

    def build(self) -> None:
        self.rows: list[_Row] = []
        self._grid = QGridLayout()
        self._grid.setHorizontalSpacing(10)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(0, 1)
        left = QWidget()
        left.setObjectName("plain")
        left.setLayout(self._grid)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self.read_back = ReadBack()
        self.body.addWidget(Halves(left, self.read_back, 3, 2))
        self.body.addStretch(1)

    def short(self) -> str:
        return self.tr("Sessions")

    def heading(self) -> tuple[str, str]:
        return (self.tr("When does the station sound?"),
                self.tr("Tick the sessions you hold. A session without approved items stays silent, so nothing can go "
                        "wrong yet."))

    def enter(self) -> None:
        run = self.run

        def read(app: App) -> list[plan.Offer]:
            return plan.offers(app, app.rules.profile())
        Op(lambda: run.fresh(read)).on_success(self._fill).on_failure(self.refused.emit).start(self)

    def wanted(self) -> list[SessionTemplate]:
        """What is ticked."""
        return [row.wanted() for row in self.rows if row.tick.isChecked()]

    def finish(self, then: Callable[[], object]) -> None:
        templates = self.wanted()
        if not templates:
            self.refused.emit(self.tr("A station keeps at least one session: tick one."))
            return
        by = self.run.signer(self.tr("The sessions of the station."))
        if by is None:
            return
        reason = ""
        if names := ", ".join(f"{item.name} {item.starts:%H:%M}" for item in plan.unusual(templates)):
            reason = ask_reason(self, self.tr("Really at these hours?"),
                                self.tr("Many people are asleep or at rest then: {names}.").format(names=names),
                                self.tr("Yes, with this reason"))
            if not reason:
                return
        run = self.run
        self.do(lambda: plan.store_sessions(run, templates, by, reason), lambda _: then())

    def _fill(self, offers: list[plan.Offer]) -> None:
        ticked = {row.template.id: row for row in self.rows}
        if {offer.template.id for offer in offers} == set(ticked) and ticked:
            self._show()
            return
        self._clear()
        for number, offer in enumerate(offers):
            self._add(number, offer)
        self._show()
        if self.rows:
            self.rows[0].tick.setFocus()

    def _add(self, number: int, offer: plan.Offer) -> None:
        template = offer.template
        row = _Row(template, QCheckBox(template.name), ClockField(template.starts),
                   number_field(template.minutes, 1, 1439, self.tr(" min")))
        row.tick.setChecked(offer.chosen)
        row.tick.setAccessibleName(template.name)
        row.starts.setAccessibleName(self.tr("{name} begins at").format(name=template.name))
        row.minutes.setAccessibleName(self.tr("{name} lasts at most").format(name=template.name))
        row.minutes.setMinimumHeight(36)
        row.minutes.setMaximumWidth(118)
        line = number * 2
        self._grid.addWidget(row.tick, line, 0)
        self._grid.addWidget(row.starts, line, 1)
        self._grid.addWidget(row.minutes, line, 2)
        days = label(held_text(template), "faint")
        days.setContentsMargins(30, 0, 0, 6)
        self._grid.addWidget(days, line + 1, 0, 1, 3)
        self.rows.append(row)
        row.tick.toggled.connect(lambda _: self._show())
        row.starts.changed.connect(self._show)
        row.minutes.valueChanged.connect(lambda _: self._show())

    def _clear(self) -> None:
        self.rows = []
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()

    def _show(self) -> None:
        templates, run = self.wanted(), self.run
        for row in self.rows:
            row.starts.setEnabled(row.tick.isChecked())
            row.minutes.setEnabled(row.tick.isChecked())
        self.read_back.show_sentences(plan.tomorrow_sentences(templates, plan.next_day(run.app)))
        Op(lambda: run.fresh(lambda app: plan.doubts(app, templates))).on_success(
            self.read_back.show_doubts).on_failure(lambda _: None).start(self)
