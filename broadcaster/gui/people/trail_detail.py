"""One act in full: the sentence, what was before and after, where to go from here."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from broadcaster.accounts.trail_service import Entry
from broadcaster.accounts.trail_words import groups
from broadcaster.gui.page import Shell
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.facts import Facts
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import Card, caption_label, column, label, row, rule, scrolled, show_if
from broadcaster.wiring import App

_PLACES = {"cart": "library", "bulletin": "bulletins", "directive": "directives", "sheet": "schedule",
           "campaign": "schedule", "settings": "settings"}
_OF_LOG = {"airing", "day", "week"}
_BY_ID = {"library", "bulletins", "directives"}
_ID = 26
"""Letters of an id: a letter's acts stand under its bare id."""


class TrailDetail(Card):
    """Shows one act; says what to do while none is chosen."""

    subject_wanted = Signal(str)
    """Everything about this one thing."""
    closed = Signal()

    def __init__(self, app: App, shell: Shell) -> None:
        super().__init__()
        self._app, self._shell = app, shell
        self._entry: Entry | None = None
        self.setMinimumWidth(270)
        self.back = flat_button(self.tr("Back to the list"), "chevron-left", self.closed.emit)
        self.hint = label(self.tr("Choose an act in the list to see what exactly was changed."), "soft", wrap=True)
        self.group = Badge()
        self.sentence = label("", "strong", wrap=True)
        self.sentence.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.when = label("", "soft", wrap=True)
        self.changed_caption = caption_label(self.tr("Before → after"))
        self.changes, self.facts, self.proof = Facts(), Facts(), Facts()
        self.open_button = button(self.tr("Open"), "eye", self._open)
        self.all_button = button(self.tr("Everything about this"), "history", self._all)
        keys = QWidget()
        keys.setObjectName("plain")
        flow = FlowLayout(keys)
        flow.addWidget(self.open_button)
        flow.addWidget(self.all_button)
        self.content = QWidget()
        self.content.setLayout(column(row(self.group, None), self.sentence, self.when, keys, rule(),
                                      self.changed_caption, self.changes, self.facts, rule(), self.proof, None))
        self.area = scrolled(self.content)
        self.add(row(self.back, None), self.hint)
        self.add(self.area, stretch=1)
        self.body.addStretch(0)
        self.show_entry(None)

    def show_entry(self, entry: Entry | None) -> None:
        self._entry = entry
        show_if(self.hint, entry is None)
        show_if(self.area, entry is not None)
        if entry is None:
            return
        words = next(group.words for group in groups() if group.key == entry.group)
        self.group.show_state(words, "info")
        self.sentence.setText(f"{entry.sentence}.")
        self.when.setText(self.tr("{day} at {time}").format(day=f"{entry.at:%d/%m/%Y}", time=f"{entry.at:%H:%M:%S}"))
        pairs = [fact for fact in entry.facts if fact.before is not None]
        show_if(self.changed_caption, bool(pairs))
        self.changes.show_facts((fact.name, f"{fact.before} → {fact.value}") for fact in pairs)
        self.facts.show_facts((fact.name, fact.value) for fact in entry.facts if fact.before is None)
        self.proof.show_facts([(self.tr("Number"), str(entry.id)), (self.tr("Hash"), f"{entry.hash[:16]}…")])
        show_if(self.open_button, self._place() is not None)
        show_if(self.all_button, bool(entry.subject))

    def _place(self) -> tuple[str, str] | None:
        if self._entry is None:
            return None
        kind, mark, key = self._entry.subject.partition(":")
        if kind in _OF_LOG:
            return "log", str(self._entry.detail.get("day") or key)
        if not mark and kind not in _PLACES:
            kind, key = "directive" if len(kind) == _ID else "", kind
        page = _PLACES.get(kind)
        return (page, key if page in _BY_ID else "") if page else None

    def _open(self) -> None:
        if (place := self._place()) is not None:
            self._shell.go(*place)

    def _all(self) -> None:
        if self._entry is not None:
            self.subject_wanted.emit(self._entry.subject)
