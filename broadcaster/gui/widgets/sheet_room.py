"""A dialog that has no room on its screen: what stands above its buttons scrolls, the buttons stay in sight."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QBoxLayout, QDialog, QLayout, QScrollArea, QVBoxLayout, QWidget

from broadcaster.gui.widgets.layout import scrolled

_FRAME = QSize(16, 44)
"""A window manager's border and title: known only once the window stands."""
_LOWEST = 120


def keep_within(dialog: QDialog, body: QBoxLayout) -> None:
    """Call it when the dialog is shown and whenever its layout changed; does nothing while there is room."""
    room = dialog.screen().availableGeometry()
    most = room.size() - _FRAME
    if _least_height(dialog, body) > most.height() and _area_of(body) is None:
        _scroll(dialog, body)
    if dialog.width() > most.width() or dialog.height() > most.height():
        dialog.setMinimumWidth(min(dialog.minimumWidth(), most.width()))
        dialog.resize(dialog.size().boundedTo(most))
        _move_into(dialog, room)


def grow(dialog: QDialog, body: QBoxLayout) -> None:
    """As high as everything in it needs at this width, and its screen has room for."""
    body.activate()
    height = body.totalHeightForWidth(dialog.width()) if body.hasHeightForWidth() else body.totalSizeHint().height()
    area = _area_of(body)
    content = area.widget() if area is not None else None
    inside = content.layout() if content is not None else None
    if area is not None and inside is not None:
        height += max(0, inside.totalHeightForWidth(area.viewport().width()) - area.minimumHeight())
    most = dialog.screen().availableGeometry().height() - _FRAME.height()
    dialog.resize(dialog.width(), min(height, most))


def bring_into_sight(body: QBoxLayout, part: QWidget) -> None:
    """Scroll to a part of the dialog, where it scrolls."""
    area = _area_of(body)
    if area is not None:
        body.activate()
        area.ensureWidgetVisible(part)


def _least_height(dialog: QDialog, body: QBoxLayout) -> int:
    least = body.totalMinimumSize().height()
    if body.hasHeightForWidth():
        least = max(least, body.totalMinimumHeightForWidth(dialog.width()))
    return max(least, dialog.minimumHeight())


def _area_of(body: QBoxLayout) -> QScrollArea | None:
    item = body.itemAt(0)
    first = item.widget() if item is not None else None
    return first if isinstance(first, QScrollArea) and first.property("sheet") else None


def _scroll(dialog: QDialog, body: QBoxLayout) -> None:
    """Everything but the last row moves into an area of its own."""
    focused = dialog.focusWidget()
    content = QWidget()
    inside = QVBoxLayout(content)
    inside.setContentsMargins(0, 0, 12, 0)
    inside.setSpacing(body.spacing())
    while body.count() > 1:
        stretch, item = body.stretch(0), body.takeAt(0)
        assert item is not None
        if (widget := item.widget()) is not None:
            inside.addWidget(widget, stretch)
        elif (layout := item.layout()) is not None:
            layout.setParent(None)
            inside.addLayout(layout, stretch)
        else:
            inside.addItem(item)
    area = scrolled(content)
    area.setProperty("sheet", True)
    area.setMinimumHeight(_LOWEST)
    body.insertWidget(0, area, 1)
    body.setSizeConstraint(QLayout.SizeConstraint.SetDefaultConstraint)
    dialog.setMinimumHeight(0)
    body.activate()
    if focused is not None and focused is not dialog:
        focused.setFocus()
        area.ensureWidgetVisible(focused)


def _move_into(dialog: QDialog, room: QRect) -> None:
    frame = QRect(dialog.pos(), dialog.size() + _FRAME)
    left = max(room.left(), min(frame.left(), room.right() - frame.width()))
    top = max(room.top(), min(frame.top(), room.bottom() - frame.height()))
    dialog.move(QPoint(left, top))
