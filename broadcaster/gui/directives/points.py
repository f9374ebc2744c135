"""The points of a letter as a list to tick: what to tell the people, and what offices are asked to do."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QCheckBox, QLabel, QSizePolicy, QVBoxLayout, QWidget

from broadcaster.directives.model import Point
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.layout import column, label, row

_LONGEST = 420


class PointList(QWidget):
    """`ticked()` gives the ids; what tells the people something is ticked to begin with, work of offices is not."""

    changed = Signal()
    entered = Signal(object)
    """The point that was chosen."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("plain")
        self._box = QVBoxLayout(self)
        self._box.setContentsMargins(0, 0, 0, 0)
        self._box.setSpacing(10)
        self._lines: list[PointLine] = []

    def show_points(self, points: tuple[Point, ...], told: frozenset[str] = frozenset()) -> None:
        """Another letter; `told`: ids ticked besides the content."""
        for line in self._lines:
            line.deleteLater()
        self._lines = []
        for point in points:
            line = PointLine(point, point.kind == "content" or point.id in told)
            line.tick.toggled.connect(lambda _: self.changed.emit())
            line.entered.connect(self.entered)
            self._box.addWidget(line)
            self._lines.append(line)

    def lines(self) -> list[PointLine]:
        return self._lines

    def ticked(self) -> list[str]:
        return [line.point.id for line in self._lines if line.tick.isChecked()]


class PointLine(QWidget):
    """One point: a tick, its words, and what kind of thing it is."""

    entered = Signal(object)

    def __init__(self, point: Point, ticked: bool) -> None:
        super().__init__()
        self.point = point
        content = point.kind == "content"
        self.tick = QCheckBox()
        self.tick.setChecked(ticked)
        self.tick.setAccessibleName(point.text)
        self.tick.installEventFilter(self)
        mark = point.number.strip("-+• ")
        number = f"{mark}. " if mark.isalnum() else f"{mark} " if mark else ""
        text = " ".join(point.text.split())
        short = text if len(text) <= _LONGEST else text[:_LONGEST].rsplit(" ", 1)[0] + "…"
        self._words = label(f"{number}{short}")
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self._words.setToolTip(text if short != text else "")
        kind = Badge(self.tr("to tell the people") if content else self.tr("partly for the people") if ticked
                     else self.tr("work of an office"), "accent" if content else "plain")
        line = row(self.tick, column(self._words, row(kind, None), spacing=4), spacing=8)
        line.setAlignment(self.tick, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        line.setContentsMargins(0, 0, 0, 0)
        self.setLayout(line)

    def words(self) -> QLabel:
        return self._words

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click on the words ticks too: the box alone is a small target."""
        if event.button() == Qt.MouseButton.LeftButton:
            self.tick.toggle()
            self.tick.setFocus()
            self.entered.emit(self.point)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn:
            self.entered.emit(self.point)
        return False
