"""Beside the queue: where packages go, whom we believe, and our own key to be read out."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt

from broadcaster.aggregation.deliveries import QUEUED, RECEIVED
from broadcaster.asrun.identity import fingerprint
from broadcaster.base.clock import parse_time
from broadcaster.base.settings import UpwardSection
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.upward.actions import Look
from broadcaster.gui.upward.key_view import Digits, SquareCode
from broadcaster.gui.upward.model import every_words, place_words
from broadcaster.gui.widgets.buttons import button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import Card, label, row


class PlaceCard(Card):
    """Where, how often, when last."""

    def __init__(self, change: Callable[[], object]) -> None:
        super().__init__(self.tr("Where packages go"))
        self.where = label("", "strong", wrap=True)
        self.facts = Facts()
        self.change = button(self.tr("Set the place…"), "settings", change)
        self.add(self.where, self.facts, row(self.change, None))

    def show_look(self, section: UpwardSection, found: Look) -> None:
        self.where.setText(place_words(section.to))
        sent = max((item.sent_at for item in found.rows if item.sent_at), default="")
        answered = next((item for item in found.rows if item.state == RECEIVED and item.answered_at), None)
        waiting = sum(item.state == QUEUED for item in found.rows)
        self.facts.show_facts([
            (self.tr("How often"), every_words(section.every) if section.to else ""),
            (self.tr("Waiting"), str(waiting) if waiting else ""),
            (self.tr("Last sent"), moment_text(parse_time(sent)) if sent else ""),
            (self.tr("Last receipt"), self.tr("No. {number}, {time}").format(
                number=answered.number, time=moment_text(parse_time(answered.answered_at))) if answered else "")])


class KeyCard(Card):
    """Two fingerprints: theirs, confirmed by whom; ours, large."""

    def __init__(self) -> None:
        super().__init__(self.tr("Keys"))
        self.office = label("", "soft", wrap=True)
        self.office_digits = Digits("", 18)
        self.own = label(self.tr("This station's fingerprint, to read out when the office calls:"), "soft", wrap=True)
        self.own_digits = Digits("", 20)
        self.code = SquareCode(self.tr("This station's key as a square code"))
        self.add(self.own, self.own_digits)
        self.body.addWidget(self.code, 0, Qt.AlignmentFlag.AlignLeft)
        self.add(self.office, self.office_digits)

    def show_look(self, station: str, found: Look) -> None:
        self.own_digits.show_digits(found.own)
        self.code.show_text(f"{station}\n{found.own}\n{found.key}")
        if found.office is None:
            self.office.setText(self.tr(
                "No office has been confirmed yet: its first answer shows its fingerprint here."))
            self.office_digits.show_digits("")
            self.office_digits.hide()
            return
        self.office.setText(self.tr("The office above – {name}, confirmed by {by}, {time}:").format(
            name=found.office.name or self.tr("no name"), by=found.office.by or "–",
            time=moment_text(parse_time(found.office.at))))
        self.office_digits.show_digits(fingerprint(found.office.key))
        self.office_digits.show()
