"""The check-up: one lamp, one sentence, and what is not as it should be, each with its steps and its button."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from broadcaster.care.doctor.model import Examination, Finding, Remedy
from broadcaster.care.doctor.service import examine
from broadcaster.gui.doctor import actions
from broadcaster.gui.doctor.finding_card import FindingCard
from broadcaster.gui.doctor.finding_words import check_name
from broadcaster.gui.icons import pixmap
from broadcaster.gui.ops import Op, Step
from broadcaster.gui.page import TIGHT, Shell
from broadcaster.gui.theme import Shades, colors, space
from broadcaster.gui.widgets.buttons import button, primary_button, show_pictures
from broadcaster.gui.widgets.layout import Card, column, label, row, scrolled, show_if
from broadcaster.wiring import App

_LAMPS = {"good": "circle-check", "wait": "triangle-alert", "bad": "octagon-x", "": "stethoscope"}
_INK = Shades(good="good_mark", wait="wait_mark", bad="bad_mark", plain="plain_mark")
_LAMP, _TICK = 44, 18
_COLUMNS, _COLUMN = 4, 240


class DoctorTab(QWidget):
    """Looks when it is first shown, and again on wish."""

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self.app, self.shell = app, shell
        self.found: Examination | None = None
        self.cards: list[FindingCard] = []
        self._op: Op[Examination] | None = None
        self._build()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        show_pictures(self._acts, self.width() >= TIGHT)

    def on_shown(self) -> None:
        if self.found is None and self._op is None:
            self.look()

    def look(self, *, deep: bool = False) -> None:
        """Examine, off the window's thread."""
        if self._op is not None:
            return
        home, clock = self.app.home, self.app.clock

        def work(step: Step) -> Examination:
            return examine(home, clock, deep=deep, shown=step, cancelled=lambda: step.cancelled)

        self._show_busy(True)
        self._op = Op(work, lane="doctor").on_progress(self._show_progress).on_success(self._show)
        self._op.on_failure(self._failed).start(self)

    def cancel(self) -> None:
        """Leave it; what was found before stays."""
        if self._op is not None:
            self._op.cancel()
            self._op = None
        self._show_busy(False)
        if self.found is None:
            self._sentence.setText(self.tr("The check-up was stopped"))

    def _build(self) -> None:
        self._lamp = QLabel()
        self._lamp.setFixedSize(_LAMP, _LAMP)
        self._sentence = label("", "title", wrap=True)
        self._under = label("", "soft", wrap=True)
        self.again = primary_button(self.tr("Look again"), "refresh-cw", self.look)
        self.deep = button(self.tr("Look through everything…"), "search", self._ask_deep)
        self.report = button(self.tr("Write the file for support…"), "life-buoy", self._report)
        self.stop = button(self.tr("Stop"), "x", self.cancel)
        self._bar = QProgressBar()
        self._bar.setTextVisible(False)
        self._bar.setAccessibleName(self.tr("Check-up"))
        words = column(self._sentence, self._under, self._bar, spacing=space.hair)
        head = row(self._lamp, words, spacing=space.large)
        head.setStretch(1, 1)
        head.setAlignment(self._lamp, Qt.AlignmentFlag.AlignTop)
        top = Card()
        top.add(head, row(self.report, None, self.stop, self.deep, self.again))
        self._acts = (self.report, self.stop, self.deep, self.again)
        self._list = QVBoxLayout()
        self._list.setSpacing(space.medium)
        self._list.setContentsMargins(0, 0, space.small, 0)
        content = QWidget()
        content.setLayout(self._list)
        self._good = Card(self.tr("In order"))
        self._names = QGridLayout()
        self._good.add(self._names)
        self._list.addWidget(self._good)
        self._good.hide()
        self._list.addStretch(1)
        area = scrolled(content)
        area.setAccessibleName(self.tr("What was found"))
        outer = column(top, area, spacing=space.medium)
        outer.setContentsMargins(0, space.medium, 0, 0)
        outer.setStretch(1, 1)
        self.setLayout(outer)
        self._show_lamp("")
        self._show_busy(False)

    def _show_busy(self, busy: bool) -> None:
        for part in (self._bar, self.stop):
            show_if(part, busy)
        for part in (self.again, self.deep):
            show_if(part, not busy)
        self._bar.setValue(0)
        if busy:
            self._sentence.setText(self.tr("The computer and the station are being looked at…"))
            self._under.setText(self.tr("The broadcast goes on meanwhile."))

    def _show_progress(self, done: int, total: int, name: str) -> None:
        self._bar.setRange(0, max(total, 1))
        self._bar.setValue(done)
        if name:
            self._under.setText(self.tr("Looking at: {what}").format(what=check_name(name)))

    def _show(self, found: Examination) -> None:
        self._op, self.found = None, found
        self._show_busy(False)
        self._show_lamp(found.lamp)
        wrong, doubts = len(found.wrong), len(found.findings) - len(found.wrong)
        if not found.findings:
            said = self.tr("Everything is in order")
        elif not wrong:
            said = self.tr("The station can air. To see to when there is time: {doubts}").format(doubts=doubts)
        elif not doubts:
            said = self.tr("To mend now: {wrong}").format(wrong=wrong)
        else:
            said = self.tr("To mend now: {wrong} · when there is time: {doubts}").format(wrong=wrong, doubts=doubts)
        self._sentence.setText(said)
        self._under.setText(self.tr("{count} things looked at, {at}").format(
            count=len(found.looked), at=f"{found.at:%H:%M %d/%m/%Y}"))
        self._show_cards(found)

    def _show_cards(self, found: Examination) -> None:
        for card in self.cards:
            card.hide()
            card.deleteLater()
        self.cards = [FindingCard(self.shell, finding, partial(self._mend, finding)) for finding in found.findings]
        for place, card in enumerate(self.cards):
            self._list.insertWidget(place, card)
        troubled = found.troubled
        good = [check_name(name) for name in found.looked if name not in troubled]
        self._show_good(good)

    def _show_good(self, names: list[str]) -> None:
        while (item := self._names.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        columns = max(1, min(_COLUMNS, self.width() // _COLUMN))
        for place, name in enumerate(names):
            self._names.addWidget(_Good(name), place // columns, place % columns)
        self._good.setVisible(bool(names))

    def _show_lamp(self, lamp: str) -> None:
        self._lamp.setPixmap(pixmap(_LAMPS[lamp], _LAMP, _INK[lamp or "plain"]))

    def _failed(self, error: Exception) -> None:
        self._op = None
        self._show_busy(False)
        self.shell.error(error)

    def _ask_deep(self) -> None:
        if self.shell.confirm(self.tr("Look through everything?"),
                              self.tr("Every sound, the whole log and the whole database are read: some minutes, on an "
                                      "old computer longer. It can be stopped. The broadcast goes on."),
                              self.tr("Look through everything")):
            self.look(deep=True)

    def _mend(self, finding: Finding) -> None:
        actions.mend(self, finding, self._mended)

    def _mended(self, finding: Finding) -> None:
        # A helper that was just started writes its first words within some seconds.
        actions.later(self, 6_000 if finding.remedy is Remedy.START_KEEPER else 0, self.look)

    def _report(self) -> None:
        actions.write_report(self, self.app.home, self.app.clock, self.found, self.shell.notify, self.shell.error)


class _Good(QWidget):
    """A look that found nothing."""

    def __init__(self, name: str) -> None:
        super().__init__()
        picture = QLabel()
        picture.setPixmap(pixmap("check", _TICK, colors.good_mark))
        picture.setFixedWidth(_TICK)
        line = row(picture, label(name, wrap=True), spacing=space.small)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)


TAB = DoctorTab
