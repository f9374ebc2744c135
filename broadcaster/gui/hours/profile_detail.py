"""One rule profile in words: what it says, and how the present sessions stand to it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.gui.errors import explain
from broadcaster.gui.hours.model import allowed_words, beyond_words, profile_facts
from broadcaster.gui.widgets.badge import Banner
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.layout import label
from broadcaster.schedule.rules.findings import Finding
from broadcaster.schedule.rules.profiles import KnownProfile


class ProfileDetail(QWidget):
    """`say` puts a line below it: what was refused, or what was done."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(10)
        self.name = label("", "strong", wrap=True)
        self.facts = Facts()
        self.fits = Banner("", "good", "circle-check")
        self.beyond = Banner("", "wait")
        self.note = Banner("", "bad", "circle-alert")
        for part in (self.name, self.facts, self.fits, self.beyond, self.note):
            box.addWidget(part)
        box.addStretch(1)

    def say(self, text: str, tone: str = "bad") -> None:
        self.note.show_text(text, tone, "circle-check" if tone == "good" else "circle-alert")

    def show_profile(self, known: KnownProfile, found: Sequence[Finding]) -> None:
        """`found`: what of the sessions goes beyond it, also what a reason lets."""
        readable = known.fault is None
        self.name.setText(known.profile.name)
        self.facts.show_facts(profile_facts(known.profile) if readable else [])
        allowed = "\n".join(allowed_words(item) for item in found if item.override is not None)
        good = allowed if found else self.tr("All present sessions keep to these rules.")
        self.fits.show_text(good if readable else "", "good", "circle-check")
        self.beyond.show_text("\n".join(beyond_words([item for item in found if item.override is None])), "wait")
        if known.fault is not None:
            self.say(explain(known.fault).text)
