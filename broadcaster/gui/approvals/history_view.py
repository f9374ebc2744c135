"""The way of one thing to the air and off it, newest first."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QGridLayout, QSizePolicy, QWidget

from broadcaster.base.clock import parse_time
from broadcaster.bulletins.sign_off import Step
from broadcaster.gui.approvals.model import step_words, valid_words
from broadcaster.gui.i18n import moment_text
from broadcaster.gui.theme import digit_font, sizes
from broadcaster.gui.widgets.layout import label, scrolled


class HistoryView(QWidget):
    """`show_steps`; a step is a moment, a name, what was done and why."""

    def __init__(self) -> None:
        super().__init__()
        inside = QWidget()
        self._grid = QGridLayout(inside)
        self._grid.setContentsMargins(0, 0, 6, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(9)
        self._grid.setColumnStretch(1, 1)
        area = scrolled(inside)
        outer = QGridLayout(self)
        outer.setContentsMargins(0, 8, 0, 0)
        outer.addWidget(area, 0, 0)

    def show_steps(self, steps: Sequence[Step]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for number, step in enumerate(reversed(steps)):
            when = label(_when(step.at), "soft")
            when.setFont(digit_font(sizes.small, 450))
            words = label(sentence(step), wrap=True)
            words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Minimum)
            words.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            self._grid.addWidget(when, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words, number, 1, Qt.AlignmentFlag.AlignTop)
        self._grid.setRowStretch(len(steps), 1)


def sentence(step: Step) -> str:
    """ "Phó Chủ tịch approved it, until 31/12/2026"."""
    text = f"{step.by} {step_words(step)}".strip()
    if step.act in {"approve", "first_yes"} and (step.detail.get("valid_from") or step.detail.get("valid_until")):
        text += ", " + valid_words(str(step.detail.get("valid_from", "")), str(step.detail.get("valid_until", "")))
    if step.reason and step.act != "void":
        text += QCoreApplication.translate("Approvals", ": “{reason}”").format(reason=step.reason)
    return text[:1].upper() + text[1:]


def _when(at: str) -> str:
    """A day alone is the end of an approval."""
    return moment_text(parse_time(at)) if "T" in at else "/".join(reversed(at.split("-")))
