"""What a report is wanted on, and to whom it goes."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from broadcaster.directives.model import DirectiveRow
from broadcaster.gui.directives.model import sentence_case
from broadcaster.gui.reports import actions
from broadcaster.gui.reports.model import (
    CAMPAIGN,
    LETTER,
    MONTH,
    PERIOD,
    SPANS,
    Asked,
    addressees,
    choices,
    default_addressee,
    subjects,
)
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.form import choice
from broadcaster.gui.widgets.layout import column, label, row
from broadcaster.gui.widgets.times import DateField
from broadcaster.wiring import App

_WORDS_IN_LIST = 90


class Chooser(QWidget):
    """Two lines: on what, to whom."""

    changed = Signal()
    wording_wanted = Signal()

    def __init__(self, app: App, subject: str = "", profile: str = "") -> None:
        super().__init__()
        self.setObjectName("plain")
        self._app, self._profile, self._wanted = app, profile, ""
        self._group = ""
        today = app.clock.now().date()
        self.subject = choice(subjects(), subject if subject in dict(subjects()) else MONTH)
        self.show_tight(False)
        self.subject.setAccessibleName(self.tr("Report on"))
        self.period, self.letter, self.campaign = choice([]), choice([]), choice([])
        self.period.setAccessibleName(self.tr("Period"))
        self.letter.setAccessibleName(self.tr("Letter"))
        self.campaign.setAccessibleName(self.tr("Campaign"))
        self.first, self.last = DateField(today.replace(day=1)), DateField(today)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._dash, self._spring = label("–", "soft"), label("")
        self.profile = choice([])
        self.profile.setAccessibleName(self.tr("Addressee"))
        self.wording = button(self.tr("Change its wording…"), "pencil", self.wording_wanted.emit)
        heads = [label(self.tr("Report on"), "soft"), label(self.tr("Addressee"), "soft")]
        for head in heads:
            head.setMinimumWidth(max(each.sizeHint().width() for each in heads))
        on = row(heads[0], self.subject, self.period, self.letter, self.campaign, self.first,
                 self._dash, self.last, self._spring)
        for place in (2, 3, 4, 8):
            on.setStretch(place, 1)
        to = row(heads[1], self.profile, self.wording)
        to.setStretch(1, 1)
        whole = column(on, to, spacing=8)
        whole.setContentsMargins(0, 0, 0, 0)
        self.setLayout(whole)
        self._listen()
        self._fill()

    def show_tight(self, tight: bool) -> None:
        """Little room beside the bar."""
        self.subject.setMinimumWidth(140 if tight else 232)

    def asked(self) -> Asked:
        """What the choosers say."""
        subject, profile = str(self.subject.currentData()), str(self.profile.currentData() or "")
        if subject == PERIOD:
            first, last = self.first.value(), self.last.value()
            return Asked(subject, "", min(first, last), max(first, last), profile)
        chosen = {LETTER: self.letter, CAMPAIGN: self.campaign}.get(subject, self.period)
        return Asked(subject, str(chosen.currentData() or ""), profile=profile)

    def go(self, item: str) -> None:
        """To a period by its key (2026-11, 2026-Q4), or to a letter by its id."""
        for span in SPANS:
            if item in dict(choices(span, self._app.clock.now().date(), self._app.reports.month_from())):
                self.subject.setCurrentIndex(self.subject.findData(span))
                self.period.setCurrentIndex(self.period.findData(item))
                return
        self._wanted = item
        self.subject.setCurrentIndex(self.subject.findData(LETTER))

    def show_letters(self, rows: Sequence[DirectiveRow]) -> None:
        """The register, keeping what is chosen."""
        wanted = self._wanted or str(self.letter.currentData() or "") or actions.first_letter(list(rows))
        self._wanted = ""
        words = [(item.id, " – ".join(part for part in (
            item.number, sentence_case(item.subject) or item.issuer) if part)) for item in rows]
        _refill(self.letter, words, wanted)

    def show_campaigns(self, rows: Sequence[tuple[str, str]]) -> None:
        _refill(self.campaign, rows, str(self.campaign.currentData() or ""))

    def fill_addressees(self) -> None:
        """Anew, after their files were changed."""
        subject = str(self.subject.currentData())
        known = addressees(self._app.reports.profiles(), subject)
        kept = str(self.profile.currentData() or "") if self._group == _group(subject) else ""
        self._group = _group(subject)
        wanted = self._profile or kept
        _refill(self.profile, known, wanted if wanted in dict(known) else default_addressee(subject))
        self._profile = ""

    def _listen(self) -> None:
        self.subject.currentIndexChanged.connect(lambda _: self._subject_changed())
        for part in (self.period, self.letter, self.campaign):
            part.currentIndexChanged.connect(lambda _: self.changed.emit())
        self.profile.currentIndexChanged.connect(lambda _: self._profile_changed())
        for field in (self.first, self.last):
            field.dateChanged.connect(lambda _: self.changed.emit())

    def _subject_changed(self) -> None:
        self._fill()
        self.changed.emit()

    def _profile_changed(self) -> None:
        """Months may begin on another day for this addressee."""
        self._fill_periods(str(self.subject.currentData()))
        self.changed.emit()

    def _fill(self) -> None:
        subject = str(self.subject.currentData())
        self.fill_addressees()
        self._fill_periods(subject)
        self.period.setVisible(subject in SPANS)
        self.letter.setVisible(subject == LETTER)
        self.campaign.setVisible(subject == CAMPAIGN)
        self._spring.setVisible(subject == PERIOD)
        for part in (self.first, self._dash, self.last):
            part.setVisible(subject == PERIOD)

    def _fill_periods(self, subject: str) -> None:
        if subject not in SPANS:
            return
        today = self._app.clock.now().date()
        found = choices(subject, today, self._app.reports.month_from(str(self.profile.currentData() or "")))
        kept = str(self.period.currentData() or "")
        fresh = found[1][0] if subject == MONTH and actions.default_month(today) else found[0][0]
        _refill(self.period, found, kept if kept in dict(found) else fresh)


def _group(subject: str) -> str:
    """Periods of any length go to the same people."""
    return subject if subject in {LETTER, CAMPAIGN} else PERIOD


def _refill(box: QComboBox, items: Sequence[tuple[str, str]], wanted: str) -> None:
    """New items without a word to whoever listens."""
    box.blockSignals(True)
    box.clear()
    for value, words in items:
        shown = words if len(words) <= _WORDS_IN_LIST else words[:_WORDS_IN_LIST - 1] + "…"
        box.addItem(shown, value)
    box.setCurrentIndex(max(0, box.findData(wanted)))
    box.blockSignals(False)
