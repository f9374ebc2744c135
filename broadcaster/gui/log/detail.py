"""One row of the log in full: what was planned, what went out, who approved, and the journal lines that prove it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from broadcaster.asrun.model import Airing, Outcome
from broadcaster.base.clock import parse_time
from broadcaster.base.frames import clock_text, seconds
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.log.correction_dialog import correction_words
from broadcaster.gui.log.journal_words import journal_kind_words, journal_note
from broadcaster.gui.log.model import (
    TONES,
    Proof,
    approver_words,
    counted_words,
    length_words,
    outcome_words,
    planned_text,
    reason_of,
    session_words,
    started_text,
    verification_words,
    voice_words,
    zone_lines,
)
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import Card, ElidedLabel, column, row, scrolled
from broadcaster.gui.widgets.paged import Column
from broadcaster.gui.widgets.table import Table

_LEAST, _LEFT = 240, 390


class AiringDetail(Card):
    """Shows one airing; `show_proof` follows when the journal lines are read."""

    def __init__(self, correct: Callable[[], object]) -> None:
        """`correct`: a person wants to say something of the row that is shown."""
        super().__init__()
        self.title = ElidedLabel("", "strong")
        self.state = Badge()
        self.correct_button = flat_button(self.tr("Note or correction…"), "pencil", correct)
        self.close_button = icon_button("x", self.tr("Close the details"), self.hide)
        self._facts = Facts()
        self.proof = Table("log.proof", [
            Column(self.tr("Line"), lambda item: str(item.line.seq), 64, digits=True),
            Column(self.tr("Time"), lambda item: f"{item.line.at:%d/%m %H:%M:%S}", 154, digits=True),
            Column(self.tr("What happened"), lambda item: journal_kind_words(item.line.kind), 160),
            Column(self.tr("More"), lambda item: journal_note(item.line), 190),
            Column(self.tr("File"), lambda item: item.file, 0, digits=True),
        ], accessible=self.tr("Journal lines"))
        self.proof.verticalHeader().setDefaultSectionSize(32)
        self.proof.set_empty("clipboard-list", self.tr("The journal has no line for this item yet."))
        top = row(self.state, self.title, self.correct_button, self.close_button, spacing=12)
        top.setStretch(1, 1)
        self.add(top)
        facts = QWidget()
        facts.setLayout(column(self._facts, None))
        left = scrolled(facts)
        left.setMinimumWidth(_LEAST)
        left.setMaximumWidth(_LEFT)
        middle = row(left, self.proof, spacing=18)
        # A narrow window takes from both; a wide one gives to the lines.
        middle.setStretch(0, 2)
        middle.setStretch(1, 3)
        self.add(middle, stretch=1)

    def show_airing(self, airing: Airing) -> None:
        """Fill the facts; the proof is empty until it comes."""
        self.title.set_text(airing.title)
        self.state.show_state(counted_words(airing), TONES[airing.counted.outcome])
        self.correct_button.setEnabled(airing.outcome is not Outcome.PENDING)
        self._facts.show_facts(self._lines(airing))
        self.proof.show_rows(())

    def show_own_reason(self, airing: Airing, reason: str) -> None:
        """Why whoever wrote it approved it."""
        if reason:
            self._facts.show_facts(self._lines(airing, reason))

    def show_proof(self, lines: Sequence[Proof]) -> None:
        self.proof.show_rows(lines)

    def _lines(self, airing: Airing, own_reason: str = "") -> list[tuple[str, str]]:
        letter = " – ".join(filter(None, (airing.directive_number, airing.directive_subject, airing.issuer)))
        planned = planned_text(airing, False)
        if planned:
            planned = f"{planned} ({clock_text(seconds(airing.planned_frames))})"
        ended = f" – {parse_time(airing.ended_at):%H:%M:%S}" if airing.ended_at else ""
        approved = ""
        if airing.approver:
            when = f" ({moment_text(parse_time(airing.approved_at))})" if airing.approved_at else ""
            approved = approver_words(airing) + when + (f": “{own_reason}”" if own_reason else "")
        zones = ", ".join(airing.zones)
        return [
            (self.tr("Planned"), planned), (self.tr("Went out"), f"{started_text(airing)}{ended}"),
            (self.tr("The computer noted"), outcome_words(airing.outcome) if airing.correction else ""),
            (self.tr("Corrected"), correction_words(airing.correction) if airing.correction else ""),
            (self.tr("Length"), length_words(airing)), (self.tr("Reason"), reason_of(airing)),
            (self.tr("Ordered by"), self._order(airing)), (self.tr("Recording"), airing.recording),
            (self.tr("Output"), verification_words(airing.verification, airing.score)),
            (self.tr("Each zone"), zone_lines(airing)),
            (self.tr("Session"), session_words(airing)),
            (self.tr("Loudspeakers"), self.tr("all") if zones == "all" else zones),
            (self.tr("Directive"), letter), (self.tr("Approved by"), approved),
            (self.tr("Voice"), voice_words(airing, named=True)), (self.tr("Sound"), airing.cut_sha256[:12]),
            (self.tr("Plan"), airing.rundown),
        ]

    def _order(self, airing: Airing) -> str:
        confirmed = self.tr("confirmed") if airing.ordered_by and airing.confirmed else ""
        return ", ".join(filter(None, (airing.ordered_by, confirmed)))
