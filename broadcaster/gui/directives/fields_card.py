"""What was read from the letter: doubtful fields first, the usual ones, the rest on request."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.directives.model import Directive
from broadcaster.gui.directives.fields import FieldRow
from broadcaster.gui.directives.model import MAIN_FIELDS, MORE_FIELDS, unsure
from broadcaster.gui.widgets.buttons import flat_button
from broadcaster.gui.widgets.layout import Card, caption_label, label, row, show_if


class FieldsCard(Card):
    """`rows` holds a FieldRow for each field; its signals are theirs."""

    edited = Signal(str, object)
    entered = Signal(str)
    confirmed = Signal(str)
    doubt_card: Card
    """Doubtful fields, for the top of the page; hidden when there are none."""

    def __init__(self, today: date) -> None:
        super().__init__()
        self.body.addWidget(caption_label(self.tr("What was read from the letter")))
        self.setAccessibleName(self.tr("What was read from the letter"))
        self.check_note = label("", "soft", wrap=True)
        self._doubtful, self._main, self._more = _box(), _box(), _box()
        self.more_button = flat_button(self.tr("More fields"), "chevron-down", self._toggle_more)
        self.rows: dict[str, FieldRow] = {}
        for spec in (*MAIN_FIELDS, *MORE_FIELDS):
            line = FieldRow(spec, today)
            line.edited.connect(self.edited)
            line.entered.connect(self.entered)
            line.confirmed.connect(self.confirmed)
            self.rows[spec.name] = line
        self.doubt_card = Card()
        self.doubt_card.add(caption_label(self.tr("Please check")), self.check_note, self._doubtful)
        self._more.hide()
        self.add(self._main, row(self.more_button, None), self._more)
        self._place(frozenset())

    def show_letter(self, letter: Directive, *, fresh: bool) -> None:
        """`fresh`: another letter; else the same one, whose rows stay where they are while somebody works on them."""
        for name, line in self.rows.items():
            line.show_field(letter.fields.get(name), fresh=fresh)
        doubtful = frozenset(name for name in self.rows if unsure(letter.fields.get(name)))
        if fresh:
            self._place(doubtful)
        text = self.tr("{count} fields to check: look where the letter is marked in amber, then correct them or "
                       "say that they are right.")
        self.check_note.setText(text.format(count=len(doubtful)) if doubtful else "")
        self.check_note.setVisible(bool(doubtful))

    def _place(self, doubtful: frozenset[str]) -> None:
        main = [spec.name for spec in MAIN_FIELDS]
        for name, line in self.rows.items():
            box = self._doubtful if name in doubtful else self._main if name in main else self._more
            layout = box.layout()
            if layout is not None:
                layout.addWidget(line)
        show_if(self.doubt_card, bool(doubtful))

    def _toggle_more(self) -> None:
        self._more.setVisible(self._more.isHidden())
        self.more_button.setText(self.tr("More fields") if self._more.isHidden() else self.tr("Fewer fields"))


def _box() -> QWidget:
    made = QWidget()
    made.setObjectName("plain")
    box = QVBoxLayout(made)
    box.setContentsMargins(0, 0, 0, 0)
    return made
