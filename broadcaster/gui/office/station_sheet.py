"""From a figure down to its proof: the days of a station, the airings of a day, what bears one of them out."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtWidgets import QWidget

from broadcaster.aggregation.office.figures import AiringLine, DayLine, LetterLine, OfficeQuery, StationLine
from broadcaster.aggregation.office.proof import Proof
from broadcaster.asrun.model import Outcome
from broadcaster.gui.errors import explain
from broadcaster.gui.log.model import TONES as OUTCOME_TONES
from broadcaster.gui.log.model import outcome_words, verification_words
from broadcaster.gui.office import model
from broadcaster.gui.office.actions import LOOK
from broadcaster.gui.office.proof_view import ProofView
from broadcaster.gui.ops import Op
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.layout import column, label, row, scrolled
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table
from broadcaster.wiring import App


class StationSheet(Sheet):
    """With a letter only its airings, on the days it aired."""

    def __init__(self, parent: QWidget | None, app: App, line: StationLine, query: OfficeQuery,
                 letter: LetterLine | None) -> None:
        super().__init__(parent, line.name, 1080)
        self._app, self._line, self._letter = app, line, letter
        state = Badge(model.state_text(line), model.state_tone(line))
        head = row(label(line.name, "title", wrap=True), state)
        head.setStretch(0, 1)
        self.body.addLayout(head)
        about = [line.unit_name, model.span_text(query), model.share_text(line.figures)]
        if letter is not None:
            about = [letter.number, letter.subject]
        self.body.addWidget(label(" · ".join(filter(None, about)), "soft", wrap=True))
        self.days = self._make_days()
        self.airings = self._make_airings()
        self.proof = ProofView()
        self.days.setFixedWidth(330)
        right = column(self.airings, scrolled(self.proof))
        right.setStretch(0, 1)
        right.setStretch(1, 1)
        parts = row(self.days, right, spacing=14)
        parts.setStretch(1, 1)
        self.body.addLayout(parts, 1)
        self.setMinimumHeight(560)
        self.buttons(button(self.tr("Close"), "", self.reject))
        Op(partial(_days, app, line.ref, query, letter), lane=LOOK).on_success(self._show_days).start(self)

    def _make_days(self) -> Table:
        table = Table("office.days", [
            Column(self.tr("Day"), lambda day: f"{day.day:%d/%m/%Y}", 122, digits=True),
            Column(self.tr("Aired of planned"), self._day_text, 0, tone=_day_tone, tip=self._day_text),
        ], accessible=self.tr("Days"))
        table.set_empty("calendar-days", self.tr("No day of this period was stated."))
        table.picked.connect(self._pick_day)
        return table

    def _make_airings(self) -> Table:
        table = Table("office.airings", [
            Column(self.tr("Planned"), lambda each: _clock(each.planned_second), 100, digits=True),
            Column(self.tr("Title"), lambda each: each.title, 0),
            Column(self.tr("Outcome"), lambda each: outcome_words(Outcome(each.outcome)), 150,
                   tone=lambda each: OUTCOME_TONES[Outcome(each.outcome)]),
            Column(self.tr("Heard"), lambda each: verification_words(each.verification), 160),
        ], accessible=self.tr("Airings of the day"))
        table.set_empty("clipboard-list", self.tr("Choose a day: its airings stand here, with the proof below."))
        table.picked.connect(self._pick_airing)
        return table

    def _day_text(self, day: DayLine) -> str:
        return model.share_text(day.figures) if day.is_stated else self.tr("nothing came")

    def _show_days(self, days: Sequence[DayLine]) -> None:
        self.days.show_rows(days, lambda day: day.day)
        if days:
            self.days.selectRow(0)

    def _pick_day(self, day: DayLine | None) -> None:
        self.proof.clear()
        if day is None or not day.is_stated:
            self.airings.show_rows([], lambda each: each.id)
            return
        app, ref, letter = self._app, self._line.ref, self._letter.ref if self._letter else 0
        Op(lambda: app.office.overview.airings(ref, day.day, letter), lane=LOOK).on_success(
            self._show_airings).start(self)

    def _show_airings(self, found: Sequence[AiringLine]) -> None:
        self.airings.show_rows(found, lambda each: each.position)
        if found:
            self.airings.selectRow(0)

    def _pick_airing(self, each: AiringLine | None) -> None:
        self.proof.clear()
        if each is None:
            return
        app, station = self._app, self._line.id
        self.proof.say(self.tr("Opening the package and checking it anew…"))
        Op(lambda: app.office.proof(station, each.day, each.id), lane=LOOK).on_success(
            partial(self._show_proof, each)).on_failure(partial(self._no_proof, each)).start(self)

    def _show_proof(self, each: AiringLine, proof: Proof) -> None:
        if self.airings.current_row() == each:
            self.proof.show_proof(proof)

    def _no_proof(self, each: AiringLine, error: Exception) -> None:
        if self.airings.current_row() == each:
            self.proof.say(explain(error).text, "bad")


def _days(app: App, ref: int, query: OfficeQuery, letter: LetterLine | None) -> list[DayLine]:
    """The newest first; of a letter only the days it was logged on."""
    overview = app.office.overview
    return [day for day in reversed(overview.days(ref, query.first, query.last))
            if letter is None or (day.is_stated and overview.airings(ref, day.day, letter.ref))]


def _clock(second: int) -> str:
    return f"{second // 3600:02}:{second % 3600 // 60:02}:{second % 60:02}"


def _day_tone(day: DayLine) -> str:
    if not day.is_stated:
        return "plain"
    share = day.figures.share
    if share is None:
        return ""
    return "good" if share >= model.GOOD_SHARE else "wait" if share >= model.POOR_SHARE else "bad"


