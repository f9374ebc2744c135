"""What a new station needs before it can broadcast: a short list that goes away when it is done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QLabel, QLayout, QWidget

from broadcaster.gui.icons import pixmap
from broadcaster.gui.on_air.model import FirstStep
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.buttons import button, flat_button, primary_button
from broadcaster.gui.widgets.layout import Card, column, label, row


class FirstStepsCard(Card):
    """Hidden until `show_steps` gets steps of which one is open."""

    def __init__(self, shell: Shell) -> None:
        super().__init__()
        self._shell = shell
        self._shown: Sequence[FirstStep] = ()
        self._rows = column(spacing=11)
        self.add(label(self.tr("Welcome. The station is set up in a few steps"), "title"),
                 label(self.tr("Nothing sounds before all of them are done, and nothing can break. "
                               "The order is free."), "soft", wrap=True), self._rows)
        again = flat_button(self.tr("Open the set-up, or try the demo station…"), "circle-play",
                            lambda: self._open("first_run:welcome"))
        self.add(row(again, None))
        self.body.addStretch(1)
        self.hide()

    @property
    def steps(self) -> Sequence[FirstStep]:
        """What the card lists now."""
        return self._shown

    def show_steps(self, steps: Sequence[FirstStep]) -> None:
        if steps == self._shown:
            return
        self._shown = steps
        while (item := self._rows.takeAt(0)) is not None:
            _discard(item.layout())
        first = next((step for step in steps if not step.done), None)
        for step in steps:
            self._rows.addLayout(self._row(step, step is first))
        self.setVisible(first is not None)

    def _row(self, step: FirstStep, next_one: bool) -> QHBoxLayout:
        mark = QLabel()
        picture, color = ("circle-check", colors.good_mark) if step.done else ("circle", colors.faint)
        mark.setPixmap(pixmap(picture, 24, color))
        mark.setAccessibleName(self.tr("done") if step.done else self.tr("to do"))
        words = column(label(step.title, "strong", wrap=True), label(step.note, "soft", wrap=True), spacing=1)
        make = primary_button if next_one else button
        parts: list[QWidget | QLayout] = [mark, words] if step.done else [
            mark, words, make(step.action, "", lambda: self._open(step.page))]
        line = row(*parts, spacing=14)
        line.setStretch(1, 1)
        return line

    def _open(self, where: str) -> None:
        kind, _, step = where.partition(":")
        if kind != "first_run":
            self._shell.go(where)
            return
        # Its steps draw in half the pages: loaded only where they are wanted.
        from broadcaster.gui.first_run.opening import open_first_run

        open_first_run(self.window(), self._shell, step)


def _discard(layout: object) -> None:
    """Take a row and everything in it off the card."""
    if not isinstance(layout, QBoxLayout):
        return
    while (item := layout.takeAt(0)) is not None:
        if (widget := item.widget()) is not None:
            widget.hide()
            widget.deleteLater()
        _discard(item.layout())
    layout.deleteLater()
