"""Where Tab goes: in the order the eye reads.

Qt steps in the order in which widgets were made, and a list that is filled anew ends up last; so the windows ask
here at each press instead of keeping a chain in order.
"""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QGridLayout, QLayout, QScrollArea, QWidget


def step(window: QWidget, forward: bool) -> bool:
    """Move the focus within a window; False leaves it to Qt: nothing to move to, or what had it is just going away."""
    now = QApplication.focusWidget()
    if now is not None and not (now.isVisible() and now.isEnabled()):
        return False
    parts = list(_read(window))
    place = parts.index(now) if now in parts else -1 if forward else len(parts)
    turned = (*parts[place + 1:], *parts[:max(place, 0)]) if forward else \
        (*reversed(parts[:place]), *reversed(parts[place + 1:]))
    found = next((part for part in turned if is_stop(part)), None)
    if found is None:
        return False
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    found.setFocus(reason)
    _bring_into_sight(found)
    return True


def is_stop(part: QWidget) -> bool:
    """Whether Tab rests here."""
    return (bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isEnabled() and part.isVisible()
            and part.focusProxy() is None and not _by_arrows(part) and not _all_in_sight(part))


def _all_in_sight(part: QWidget) -> bool:
    """A column that could scroll, and has nothing to scroll."""
    return type(part) is QScrollArea and not any(
        bar.maximum() > bar.minimum() for bar in (part.verticalScrollBar(), part.horizontalScrollBar()))


def _by_arrows(part: QWidget) -> bool:
    """One of a set of which Tab takes the chosen one, and the arrows another."""
    if not isinstance(part, QAbstractButton) or not part.isCheckable() or part.isChecked():
        return False
    group = part.group()
    if group is not None:
        return group.exclusive() and group.checkedButton() is not None
    return part.autoExclusive() and any(
        other.isChecked() for other in part.parentWidget().findChildren(
            QAbstractButton, options=Qt.FindChildOption.FindDirectChildrenOnly) if other.autoExclusive())


def _read(widget: QWidget) -> Iterator[QWidget]:
    """The widget, then what lies in it: as its layout has it, and what lies over it last."""
    yield widget
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    among = set(laid)
    loose = [child for child in widget.children() if isinstance(child, QWidget) and child not in among]
    loose.sort(key=lambda child: (child.y(), child.x()))
    for child in (*laid, *loose):
        if child.isVisible() and not child.isWindow():
            yield from _read(child)


def _laid(layout: QLayout) -> Iterator[QWidget]:
    places = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        places.sort(key=lambda number: layout.getItemPosition(number)[:2])  # type: ignore[index]
    for number in places:
        item = layout.itemAt(number)
        if item is None:
            continue
        inner, widget = item.layout(), item.widget()
        if widget is not None:
            yield widget
        elif inner is not None:
            yield from _laid(inner)


def _bring_into_sight(part: QWidget) -> None:
    above = part.parentWidget()
    while above is not None and not above.isWindow():
        content = above.widget() if isinstance(above, QScrollArea) else None
        if isinstance(above, QScrollArea) and content is not None and content.isAncestorOf(part):
            above.ensureWidgetVisible(part, 12, 12)
        above = above.parentWidget()
