"""Buttons with a verb, an icon and a weight: primary (one per screen), secondary, danger, flat."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QCursor, QIcon
from PySide6.QtWidgets import QPushButton, QWidget

from broadcaster.gui.icons import icon, spaced
from broadcaster.gui.theme import colors


def button(text: str, icon_name: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """An ordinary action."""
    return _make(text, icon_name, clicked, "", colors.ink)


def primary_button(text: str, icon_name: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """The one thing this screen is for."""
    return _make(text, icon_name, clicked, "primary", colors.on_accent)


def danger_button(text: str, icon_name: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """Stops, removes or silences."""
    return _make(text, icon_name, clicked, "danger", colors.on_danger)


def flat_button(text: str, icon_name: str = "", clicked: Callable[[], object] | None = None) -> QPushButton:
    """A small action inside a row or bar."""
    return _make(text, icon_name, clicked, "flat", colors.ink)


def icon_button(icon_name: str, name: str, clicked: Callable[[], object] | None = None) -> QPushButton:
    """An icon alone; `name` is its tip and its accessible name."""
    result = _make("", icon_name, clicked, "flat", colors.ink)
    result.setAccessibleName(name)
    result.setToolTip(name)
    return result


def redress(place: QWidget) -> None:
    """After a change of theme: the pictures of the buttons of a part that is not made anew."""
    for each in place.findChildren(QPushButton):
        _dress(each)


def show_pictures(buttons: Iterable[QWidget], shown: bool) -> None:
    """Where a row of buttons has no room the words stay and the pictures go: five alike would say nothing."""
    for each in buttons:
        if not isinstance(each, QPushButton) or not each.text():
            continue
        if shown:
            _dress(each)
        elif each.property("picture"):
            each.setIcon(QIcon())


def _dress(each: QPushButton) -> None:
    inks = {"primary": colors.on_accent, "danger": colors.on_danger}
    if name := each.property("picture"):
        each.setIcon(_picture(name, inks.get(each.objectName(), colors.ink), bool(each.text())))


def _make(text: str, icon_name: str, clicked: Callable[[], object] | None, look: str, color: str) -> QPushButton:
    result = QPushButton(text)
    if look:
        result.setObjectName(look)
    if icon_name:
        result.setProperty("picture", icon_name)
        result.setIcon(_picture(icon_name, color, bool(text)))
        result.setIconSize(QSize(24 if text else 18, 18))
    result.setAccessibleName(text.replace("&", ""))
    result.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
    result.setAutoDefault(False)
    if clicked:
        result.clicked.connect(lambda: clicked())
    return result


def _picture(name: str, color: str, beside_words: bool) -> QIcon:
    """With a look of its own while switched off: Qt's own grey is lost on a dark ground."""
    off = colors.off_ink if color == colors.ink else colors.on_off_fill
    result, size = (spaced(name, color), QSize(24, 18)) if beside_words else (icon(name, color), QSize(18, 18))
    result = QIcon(result)
    other = spaced(name, off) if beside_words else icon(name, off)
    result.addPixmap(other.pixmap(size), QIcon.Mode.Disabled)
    return result
