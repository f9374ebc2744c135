"""One letter in full: its words at the left, what was read from them and what to do with it at the right."""

from __future__ import annotations

from datetime import date
from typing import Any

from PySide6.QtCore import QSettings, Qt, Signal
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from broadcaster.directives.model import AiringProposal, Directive, Point
from broadcaster.gui.campaigns.coverage_bar import CoverageBar
from broadcaster.gui.directives.actions import Opened
from broadcaster.gui.directives.attachments_card import AttachmentsCard
from broadcaster.gui.directives.fields_card import FieldsCard
from broadcaster.gui.directives.letter_view import LetterView
from broadcaster.gui.directives.links_card import LinksCard
from broadcaster.gui.directives.model import (
    URGENCY_TONES,
    name_of,
    proposal_reasons,
    proposal_words,
    unsure,
    urgency_words,
)
from broadcaster.gui.directives.points import PointList
from broadcaster.gui.directives.work_card import WorkCard
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.relays.letter_part import LetterRelayPart
from broadcaster.gui.widgets.badge import Badge, Banner
from broadcaster.gui.widgets.buttons import button, flat_button, icon_button, primary_button
from broadcaster.gui.widgets.layout import Card, ElidedLabel, card, label, row, scrolled

_SPLIT = "directives/splitter"


class LetterDetail(QWidget):
    """Signals say what the person wants; the page does it."""

    corrected = Signal(str, object)
    closed = Signal()
    undo_asked = Signal()
    original_asked = Signal()
    draft_asked = Signal(object)
    """Ids of the ticked points."""
    draft_chosen = Signal(object)
    """The same, with kind and number to be asked for."""
    confirmed = Signal(str)

    def __init__(self, memory: QSettings, today: date) -> None:
        super().__init__()
        self._memory = memory
        self.letter: Directive | None = None
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(14)
        box.addLayout(self._top())
        self.view = LetterView()
        self.source = ElidedLabel("", "faint")
        self.splitter = QSplitter(Qt.Orientation.Horizontal)
        self.splitter.setChildrenCollapsible(False)
        self.splitter.setHandleWidth(12)
        left = Card()
        left.add(self.source)
        left.add(self.view, stretch=1)
        self.splitter.addWidget(left)
        self.splitter.addWidget(self._right(today))
        self.splitter.setSizes([560, 540])
        if state := memory.value(_SPLIT):
            self.splitter.restoreState(state)
        self.splitter.splitterMoved.connect(lambda *_: memory.setValue(_SPLIT, self.splitter.saveState()))
        box.addWidget(self.splitter, 1)

    def show_letter(self, opened: Opened, *, fresh: bool) -> None:
        """`fresh`: another letter; else the same one after a correction, which keeps ticks and place."""
        letter = self.letter = opened.letter
        self.title.set_text(name_of(letter))
        code = str(letter.value("urgency") or "")
        self.urgency.show_state(urgency_words(code), URGENCY_TONES.get(code, "plain"))
        self.fields.show_letter(letter, fresh=fresh)
        self._show_proposal(opened.proposal)
        self.coverage.show_coverage(opened.covered)
        self.work.show_work(opened.line, opened.work, opened.reminders)
        self.links.show_links(opened.links)
        self.files.show_promised([str(name) for name in letter.value("attachments") or ()])
        self.files.show_files(opened.files)
        if fresh:
            self._show_fresh(letter, opened.told)
        self.view.mark_unsure([field.span for field in letter.fields.values() if unsure(field) and field.span])

    def show_undo(self, possible: bool) -> None:
        self.undo_button.setEnabled(possible)

    def _show_fresh(self, letter: Directive, told: frozenset[str]) -> None:
        by = f" · {letter.received_by}" if letter.received_by else ""
        self.source.set_text(self.tr("{file} · received {when}").format(
            file=letter.file_name, when=moment_text(letter.received_at)) + by)
        self.view.show_text(letter.text)
        self.points.show_points(letter.points, told)
        self._scroll.verticalScrollBar().setValue(0)
        self._show_ticked()
        self.scan_note.show_text(self.tr(
            "Read from a scan: compare the figures (numbers, dates, telephones) with the original.")
            if letter.scanned else "")

    def _top(self) -> Any:
        self.back_button = icon_button("chevron-left", self.tr("Back to the register (Alt+Left)"), self.closed.emit)
        self.title = ElidedLabel("", "title")
        self.urgency = Badge()
        self.undo_button = flat_button(self.tr("Undo"), "undo-2", self.undo_asked.emit)
        self.undo_button.setToolTip(self.tr("Take back what was done last (Ctrl+Z)"))
        self.undo_button.setEnabled(False)
        self.original_button = button(self.tr("Open the original"), "file-text", self.original_asked.emit)
        self.draft_button = primary_button(self.tr("Draft a bulletin"), "wand-sparkles",
                                           lambda: self.draft_asked.emit(self.points.ticked()))
        self.draft_as_button = icon_button("newspaper", self.tr("Draft as news, feature or notice, one or several…"),
                                           lambda: self.draft_chosen.emit(self.points.ticked()))
        top = row(self.back_button, self.title, self.urgency, self.undo_button, self.original_button,
                  self.draft_as_button, self.draft_button)
        top.setStretch(1, 1)
        return top

    def _right(self, today: date) -> QWidget:
        content = QWidget()
        box = QVBoxLayout(content)
        box.setContentsMargins(0, 0, 6, 0)
        box.setSpacing(12)
        self.scan_note = Banner()
        self.proposal = label("", "strong", wrap=True)
        self.reasons = label("", "soft", wrap=True)
        self.relay = LetterRelayPart(today)
        self.points = PointList()
        self.points.entered.connect(self._mark_point)
        self.points.changed.connect(self._show_ticked)
        self.ticked_note = label("", "faint", wrap=True)
        self.points_card = card(self.points, self.ticked_note, caption=self.tr("What goes into the bulletin"))
        self.fields = FieldsCard(today)
        self.rows = self.fields.rows
        self.fields.edited.connect(self.corrected)
        self.fields.confirmed.connect(self.confirmed)
        self.fields.entered.connect(self._mark_field)
        self.work, self.links, self.files = WorkCard(today), LinksCard(), AttachmentsCard()
        self.coverage = CoverageBar()
        asked = card(self.proposal, self.reasons, self.relay, self.coverage,
                     caption=self.tr("What the letter asks for"))
        for part in (self.scan_note, self.fields.doubt_card, asked, self.work, self.points_card, self.files,
                     self.fields, self.links):
            box.addWidget(part)
        box.addStretch(1)
        self._scroll = scrolled(content)
        self._scroll.setMinimumWidth(380)
        return self._scroll

    def _show_proposal(self, proposal: AiringProposal | None) -> None:
        self.relay.show_proposal(proposal)
        if proposal is None:
            self.proposal.setText(self.tr("Nothing is asked of the loudspeakers."))
            self.reasons.setText(self.tr("You may still draft a bulletin and decide yourself how often it airs."))
            return
        self.proposal.setText(proposal_words(proposal))
        reasons = "; ".join(proposal_reasons(proposal))
        self.reasons.setText(self.tr("Because {reasons}. You decide when you plan it.").format(reasons=reasons))
        self.reasons.setVisible(bool(reasons))

    def _show_ticked(self) -> None:
        count = len(self.points.ticked())
        if not self.points.lines():
            text = self.tr("No points were found in this letter: write the bulletin yourself from its text.")
        else:
            text = self.tr("{count} of {total} points ticked. A click on a point shows it in the letter.").format(
                count=count, total=len(self.points.lines()))
        self.ticked_note.setText(text)
        for action in (self.draft_button, self.draft_as_button):
            action.setEnabled(bool(count) or not self.points.lines())

    def _mark_field(self, name: str) -> None:
        field = self.letter.fields.get(name) if self.letter else None
        self.view.mark(field.span if field else None)

    def _mark_point(self, point: Point) -> None:
        self.view.mark((point.start, point.end))
