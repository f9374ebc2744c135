"""Asking why, when something is stopped, given back, withdrawn or overridden: the reason goes into the record."""

from __future__ import annotations

import json
from collections.abc import Sequence

from PySide6.QtCore import QSettings
from PySide6.QtWidgets import QVBoxLayout, QWidget

from broadcaster.base.vietnamese import one_line
from broadcaster.gui.widgets.buttons import button, danger_button, primary_button
from broadcaster.gui.widgets.chips import chip
from broadcaster.gui.widgets.dialogs import Sheet
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.form import Form, text_field
from broadcaster.gui.widgets.layout import label
from broadcaster.gui.widgets.sheet_room import grow

_MOST_OFFERED, _MOST_KEPT = 5, 3
_LONGEST = 60
"""Letters of a reason worth offering again: longer ones tell of one case alone."""


class ReasonField(QWidget):
    """A line, and below it the reasons that are given most: one press is enough."""

    def __init__(self, offered: Sequence[str] = ()) -> None:
        super().__init__()
        self.setObjectName("plain")
        self.line = text_field(limit=300)
        self.line.setAccessibleName(self.tr("Reason"))
        self.setFocusProxy(self.line)
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(6)
        box.addWidget(self.line)
        self.offered = {words: self._offer(words) for words in offered}
        if offered:
            choices = QWidget()
            choices.setObjectName("plain")
            flow = FlowLayout(choices, spacing=6)
            for part in self.offered.values():
                flow.addWidget(part)
            box.addWidget(choices)

    def text(self) -> str:
        return one_line(self.line.text())

    def _offer(self, words: str) -> QWidget:
        part = chip(words.replace("&", "&&"))
        part.setAccessibleName(words)
        part.setCheckable(False)
        part.clicked.connect(lambda: self._take(words))
        return part

    def _take(self, words: str) -> None:
        self.line.setText(words)
        self.line.setFocus()


class ReasonDialog(Sheet):
    """Ends accepted with a `reason` that is not empty."""

    def __init__(self, parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False,
                 offered: Sequence[str] = (), turn_away: str = "") -> None:
        """`turn_away`: what the other button says, "Cancel" by default."""
        super().__init__(parent, title)
        self.body.addWidget(label(title, "title", wrap=True))
        words = label(text, wrap=True)
        words.setMinimumWidth(400)
        self.body.addWidget(words)
        self._form = Form(label_width=80)
        self.choice = ReasonField(offered)
        self.field = self.choice.line
        self._form.add(self.tr("Reason"), self.choice, top=True)
        self.body.addWidget(self._form)
        self.yes = (danger_button if danger else primary_button)(action, "", self._accept)
        self.yes.setDefault(True)
        self.buttons(button(turn_away or self.tr("Cancel"), "", self.reject), self.yes)
        self.field.setFocus()

    @property
    def reason(self) -> str:
        return self.choice.text()

    def _accept(self) -> None:
        if self.reason:
            self.accept()
        else:
            self._form.wrong(self.choice, self.tr("Write the reason: it goes into the record."))
            grow(self, self.body)


def ask_reason(parent: QWidget | None, title: str, text: str, action: str, *, danger: bool = False,
               offered: Sequence[str] = ()) -> str:
    """The reason, or an empty text when the person turned away."""
    dialog = ReasonDialog(parent, title, text, action, danger=danger, offered=offered)
    accepted = dialog.exec() == ReasonDialog.DialogCode.Accepted
    reason = dialog.reason if accepted else ""
    dialog.deleteLater()
    return reason


def offered_reasons(memory: QSettings, kind: str, usual: Sequence[str]) -> list[str]:
    """What was written last for this kind of override, then what is usual."""
    return list(dict.fromkeys([*_kept(memory, kind), *usual]))[:_MOST_OFFERED]


def keep_reason(memory: QSettings, kind: str, reason: str) -> None:
    """Offer it again the next time."""
    if reason and len(reason) <= _LONGEST:
        last = [reason, *(one for one in _kept(memory, kind) if one != reason)]
        memory.setValue(f"reasons/{kind}", json.dumps(last[:_MOST_KEPT], ensure_ascii=False))


def _kept(memory: QSettings, kind: str) -> list[str]:
    try:
        found = json.loads(str(memory.value(f"reasons/{kind}", "[]")))
    except ValueError:
        return []
    return [one for one in found if isinstance(one, str) and one] if isinstance(found, list) else []
