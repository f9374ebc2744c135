"""The list of steps at the left: where one is, what is done, and a way to each of them."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QVBoxLayout

from broadcaster.gui.icons import spaced
from broadcaster.gui.theme import colors
from broadcaster.gui.widgets.layout import label

_WIDE = 222


class Rail(QFrame):
    """Looks like the bar of the window; the words say what is done, not the picture alone."""

    def __init__(self, steps: Sequence[tuple[str, str]], chosen: Callable[[str], object]) -> None:
        """`steps`: (name, words)."""
        super().__init__()
        self.setObjectName("side")
        self.setFixedWidth(_WIDE)
        box = QVBoxLayout(self)
        box.setContentsMargins(11, 18, 11, 16)
        box.setSpacing(3)
        head = label(self.tr("Setting up"))
        head.setContentsMargins(12, 0, 4, 10)
        box.addWidget(head)
        self.buttons: dict[str, QPushButton] = {}
        self._words = dict(steps)
        self._group = QButtonGroup(self)
        for name, words in steps:
            one = QPushButton(words)
            one.setCheckable(True)
            one.setAutoDefault(False)
            one.setFocusPolicy(Qt.FocusPolicy.TabFocus)
            one.setIconSize(QSize(26, 18))
            one.clicked.connect(partial(chosen, name))
            self._group.addButton(one)
            self.buttons[name] = one
            box.addWidget(one)
        box.addStretch(1)

    def show_state(self, current: str, done: Collection[str]) -> None:
        """Mark the open step and those that are stored."""
        for name, one in self.buttons.items():
            ready = name in done
            one.setIcon(spaced("circle-check" if ready else "circle", colors.side_text, gap=8))
            one.setChecked(name == current)
            words = self._words[name]
            one.setAccessibleName(self.tr("{step}, done").format(step=words) if ready else words)
            one.setToolTip(self.tr("Done") if ready else "")
