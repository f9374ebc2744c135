"""The pieces of the morning page: big figures, a row that was not as planned, a session, a risk."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QProgressBar

from broadcaster.asrun.model import Airing
from broadcaster.base.clock import parse_time
from broadcaster.gui.help.what_now import what_now_button
from broadcaster.gui.i18n import length_text
from broadcaster.gui.icons import pixmap
from broadcaster.gui.morning.model import Figure, go_words, risk_words, session_state_words, state_of, why_of
from broadcaster.gui.page import Shell
from broadcaster.gui.theme import TONES, colors, digit_font, sizes
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import button, flat_button
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row
from broadcaster.reports.morning_model import BAD, Risk, SessionToday

_BIG = 46
_NARROW = 480


class FigureBox(QFrame):
    """A number that can be read from the door, and what it counts."""

    def __init__(self, figure: Figure) -> None:
        super().__init__()
        self.setObjectName("figure")
        ink = TONES[figure.tone][1] if figure.tone in {"bad", "good", "wait"} else colors.ink
        self.number = label(figure.number)
        self.number.setFont(digit_font(_BIG, 650))
        self.number.setStyleSheet(f"color: {ink};")
        words = label(figure.words)
        words.setStyleSheet(f"color: {colors.soft}; font-size: {sizes.body}px;")
        box = column(self.number, words, spacing=0)
        box.setContentsMargins(0, 0, 26, 0)
        self.setLayout(box)
        self.setAccessibleName(f"{figure.number} {figure.words}")


class RowLine(QFrame):
    """One airing that was not as planned: when, what, how, why, and the way to say something of it."""

    def __init__(self, airing: Airing, correct: Callable[[Airing], object]) -> None:
        super().__init__()
        start = airing.started_at or airing.planned_start
        words, tone = state_of(airing)
        time = label(f"{parse_time(start):%H:%M}" if start else "")
        time.setFont(digit_font(sizes.lead))
        time.setFixedWidth(54)
        self.title = ElidedLabel(airing.title, "strong")
        why = label(why_of(airing), "soft", wrap=True)
        self._said = QCoreApplication.translate("Morning", "Note or correction…")
        self.correct = flat_button(self._said, "pencil", partial(correct, airing))
        self.correct.setToolTip(self._said)
        below = row(Badge(words, tone), why, self.correct, spacing=10)
        below.setStretch(1, 1)
        line = row(time, column(self.title, below, spacing=0), spacing=12)
        line.setStretch(1, 1)
        line.setAlignment(time, Qt.AlignmentFlag.AlignTop)
        _dress(self, line)
        self.setAccessibleName(f"{time.text()} {airing.title}: {words}, {why.text()}")


    def resizeEvent(self, event: QResizeEvent) -> None:
        """In a narrow line the reason needs the room more than the button's words."""
        super().resizeEvent(event)
        self.correct.setText("" if self.width() < _NARROW else self._said)


class SessionLine(QFrame):
    """A session of today with its minutes."""

    def __init__(self, session: SessionToday) -> None:
        super().__init__()
        time = label(f"{session.starts_at:%H:%M}")
        time.setFont(digit_font(sizes.large))
        time.setFixedWidth(64)
        words, tone = session_state_words(session)
        bar = QProgressBar()
        bar.setRange(0, max(1, round(session.limit)))
        bar.setValue(round(session.seconds))
        bar.setTextVisible(False)
        bar.setAccessibleName(session.name)
        length = QCoreApplication.translate("Morning", "{length} of {limit}").format(
            length=length_text(session.seconds), limit=length_text(session.limit))
        name = row(ElidedLabel(session.name, "strong"), Badge(words, tone), spacing=8)
        name.setStretch(0, 1)
        minutes = row(bar, label(length, "soft"), spacing=10)
        minutes.setStretch(0, 1)
        line = row(time, column(name, minutes, spacing=2), spacing=10)
        line.setStretch(1, 1)
        _dress(self, line)
        self.setAccessibleName(f"{time.text()} {session.name}: {length}, {words}")


class RiskLine(QFrame):
    """What could go wrong, what to do, and the button that goes there."""

    def __init__(self, risk: Risk, shell: Shell) -> None:
        super().__init__()
        self.risk = risk
        picture = QLabel()
        ink = TONES["bad" if risk.level == BAD else "wait"][1]
        picture.setPixmap(pixmap("octagon-x" if risk.level == BAD else "triangle-alert", 22, ink))
        picture.setFixedWidth(26)
        picture.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.words = label(risk_words(risk), wrap=True)
        said = column(self.words, spacing=6)
        self.now_what = what_now_button(shell, self, risk.code, self.words.text(), risk.item)
        acts = [self.now_what] if self.now_what else []
        if words := go_words(risk):
            self.go = button(words, "", lambda: shell.go(risk.page, risk.item))
            acts.append(self.go)
        if acts:
            said.addLayout(row(None, *acts))
        line = row(picture, said, spacing=10)
        line.setStretch(1, 1)
        _dress(self, line)
        self.setAccessibleName(self.words.text())


def _dress(frame: QFrame, line: QLayout) -> None:
    frame.setObjectName("line")
    frame.setStyleSheet(f"#line {{ border: 0; border-bottom: 1px solid {colors.line}; }}")
    line.setContentsMargins(0, 7, 0, 8)
    frame.setLayout(line)
