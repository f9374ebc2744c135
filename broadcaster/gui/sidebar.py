"""The dark bar at the left: the station's name and the way to every page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QSize, Qt
from PySide6.QtGui import QCursor, QIcon, QResizeEvent
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from broadcaster.gui.icons import spaced
from broadcaster.gui.theme import colors, space
from broadcaster.gui.widgets.layout import label, scrolled

_WIDE, _NARROW = 216, 72
_LOW = 700
"""Pixels of height below which the pages stand closer together."""


@dataclass(frozen=True)
class Place:
    """One page: folder under broadcaster/gui, icon, words."""

    name: str
    icon: str
    words: str


def places(role: str = "station") -> list[Place]:
    """The pages in the order of the bar; the order of their keys too. `role`: settings.office.role."""
    translate = QCoreApplication.translate
    office = [Place("office", "landmark", translate("Sidebar", "Stations below"))]
    both = [Place("people", "users", translate("Sidebar", "People")),
            Place("settings", "settings", translate("Sidebar", "Settings")),
            Place("care", "heart-pulse", translate("Sidebar", "Care"))]
    if role == "office":
        return office + both
    return [
        Place("on_air", "radio-tower", translate("Sidebar", "On air")),
        Place("morning", "sunrise", translate("Sidebar", "This morning")),
        Place("directives", "file-text", translate("Sidebar", "Directives")),
        Place("bulletins", "mic", translate("Sidebar", "Bulletins")),
        Place("library", "music", translate("Sidebar", "Library")),
        Place("approvals", "shield-check", translate("Sidebar", "Approvals")),
        Place("schedule", "calendar-days", translate("Sidebar", "Schedule")),
        Place("log", "clipboard-list", translate("Sidebar", "Airing log")),
        Place("reports", "chart-column", translate("Sidebar", "Reports")),
        Place("upward", "send", translate("Sidebar", "Send up")),
        *(office if role == "both" else []),
        *both,
    ]


def key_of(number: int) -> str:
    """The key that opens the page of that number, counted from 1."""
    return f"Alt+{number % 10}" if number <= 10 else f"Alt+Shift+{number - 10}"


class Sidebar(QFrame):
    """Calls `chosen(name)` when a page is asked for."""

    def __init__(self, chosen: Callable[[str], object], role: str = "station") -> None:
        super().__init__()
        self.setObjectName("side")
        self._narrow = False
        self.role = role
        self._places = places(role)
        self.setFixedWidth(_WIDE)
        self._column = box = QVBoxLayout()
        self._name = label("")
        self._name.setWordWrap(True)
        box.addWidget(self._name)
        self._group = QButtonGroup(self)
        self.buttons: dict[str, QPushButton] = {}
        self._counts: dict[str, QLabel] = {}
        for number, place in enumerate(self._places, start=1):
            box.addWidget(self._button(place, number, chosen))
        box.addStretch(1)
        self._low: bool | None = None
        self._scroll(box)
        self._show_low(low=False)

    def _scroll(self, box: QVBoxLayout) -> None:
        """On a very low screen the last pages are scrolled to."""
        inside = QWidget()
        inside.setObjectName("sidePages")
        inside.setLayout(box)
        self._area = area = scrolled(inside)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(area)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_low(low=event.size().height() < _LOW)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FocusIn and isinstance(watched, QPushButton):
            self._area.ensureWidgetVisible(watched, 0, space.large)
        return False

    def _show_low(self, *, low: bool) -> None:
        """Less air where thirteen pages would not fit."""
        if low == self._low:
            return
        self._low = low
        self._column.setContentsMargins(11, 8 if low else 18, 11, 8 if low else 16)
        self._column.setSpacing(1 if low else 5)
        self._name.setContentsMargins(12, 0, 4, 4 if low else 12)
        for each in self.buttons.values():
            each.setProperty("low", low)
            each.style().unpolish(each)
            each.style().polish(each)

    def show_station(self, name: str) -> None:
        self._name.setText(name)

    def show_narrow(self, narrow: bool) -> None:
        """Pictures alone where a page needs the room; the words are in the tool tips."""
        if narrow == self._narrow:
            return
        self._narrow = narrow
        self.setFixedWidth(_NARROW if narrow else _WIDE)
        self._name.setVisible(not narrow)
        for place in self._places:
            self.buttons[place.name].setText("" if narrow else place.words.replace("&", "&&"))
        for name in self._counts:
            self._place(self.buttons[name])

    def waits(self, name: str) -> bool:
        """Whether a number stands beside the page."""
        return name in self._counts and not self._counts[name].isHidden()

    def show_count(self, name: str, count: int) -> None:
        """How many things wait on a page; 0 shows nothing."""
        if name not in self.buttons:
            return
        if name not in self._counts:
            self._counts[name] = _pill(self.buttons[name])
        pill = self._counts[name]
        self._place(self.buttons[name])
        pill.setText(str(count) if count < 100 else "99+")
        pill.setVisible(count > 0)
        words = next(place.words for place in self._places if place.name == name)
        waiting = QCoreApplication.translate("Sidebar", "{page}, {count} waiting").format(page=words, count=count)
        self.buttons[name].setAccessibleName(waiting if count else words)

    def _place(self, button: QPushButton) -> None:
        """In the narrow bar it sits in the picture's corner, not on it."""
        if (box := button.layout()) is not None:
            box.setContentsMargins(0, 0, 1 if self._narrow else 7, 20 if self._narrow else 0)

    def mark(self, name: str) -> None:
        """Show which page is open; one that is not in the bar belongs to the last place."""
        chosen = self.buttons.get(name, self.buttons[self._places[-1].name])
        chosen.setChecked(True)
        self._area.ensureWidgetVisible(chosen, 0, space.large)

    def _button(self, place: Place, number: int, chosen: Callable[[str], object]) -> QPushButton:
        button = QPushButton(place.words.replace("&", "&&"))
        picture = spaced(place.icon, colors.side_text, 8)
        chosen_picture = spaced(place.icon, colors.on_accent, 8).pixmap(QSize(26, 18))
        picture.addPixmap(chosen_picture, QIcon.Mode.Normal, QIcon.State.On)
        button.setIcon(picture)
        button.setIconSize(QSize(26, 18))
        button.setCheckable(True)
        # A click must not leave a focus ring behind; Tab still reaches the bar.
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
        button.setAccessibleName(place.words)
        button.setToolTip(f"{place.words} ({key_of(number)})")
        button.clicked.connect(lambda: chosen(place.name))
        button.installEventFilter(self)
        self._group.addButton(button)
        self.buttons[place.name] = button
        return button


def _pill(button: QPushButton) -> QLabel:
    """At the button's right edge; clicks go through it."""
    pill = label("")
    pill.setObjectName("pill")
    pill.setAlignment(Qt.AlignmentFlag.AlignCenter)
    pill.setFixedHeight(18)
    pill.setMinimumWidth(18)
    pill.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    box = QHBoxLayout(button)
    box.setContentsMargins(0, 0, 7, 0)
    box.addStretch(1)
    box.addWidget(pill)
    return pill
