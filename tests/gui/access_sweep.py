"""What a person with a keyboard alone, or with a screen reader, would stumble over: found by asking Qt itself."""

from __future__ import annotations

import xml.etree.ElementTree as ET
from functools import cache
from itertools import pairwise

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QAccessible, QShortcut
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QPlainTextEdit,
    QRadioButton,
    QTabBar,
    QTableView,
    QTabWidget,
    QTextEdit,
    QWidget,
)

from broadcaster.base.paths import shipped

_ROLE = QAccessible.Role
_ROLES: tuple[tuple[type[QWidget], set[QAccessible.Role]], ...] = (
    (QAbstractButton, {_ROLE.Button, _ROLE.CheckBox, _ROLE.RadioButton, _ROLE.ButtonMenu}),
    (QLineEdit, {_ROLE.EditableText}),
    (QComboBox, {_ROLE.ComboBox}),
    (QAbstractSpinBox, {_ROLE.SpinBox}),
    (QAbstractSlider, {_ROLE.Slider}),
    (QTableView, {_ROLE.Table}),
    (QListView, {_ROLE.List}),
    (QTabBar, {_ROLE.PageTabList}),
    (QPlainTextEdit, {_ROLE.EditableText}),
    (QTextEdit, {_ROLE.EditableText, _ROLE.StaticText}),
)
_PARTS = 4
"""Within a date Tab goes from the day to the month to the year."""


@cache
def english() -> frozenset[str]:
    """Every string of the window that has another wording in Vietnamese."""
    found = set()
    for path in sorted(shipped("resources", "translations").glob("*_vi.ts")):
        for message in ET.parse(path).iter("message"):
            source, words = message.findtext("source") or "", message.findtext("translation") or ""
            if len(source) > 3 and words and words != source:
                found.add(source.replace("&", ""))
    return frozenset(found) - {message for message in found if not message.isascii()}


def name_of(widget: QWidget) -> str:
    """What a screen reader says first; on Linux Qt gives a combo box its own choice as name, which says nothing."""
    if isinstance(widget, QComboBox | QAbstractSpinBox):
        return widget.accessibleName() or _buddy(widget)
    face = QAccessible.queryAccessibleInterface(widget)
    return face.text(QAccessible.Text.Name) if face else ""


def told(widget: QWidget) -> str:
    """What it says beyond its name."""
    return widget.accessibleDescription()


def controls(root: QWidget) -> list[QWidget]:
    """All that take the focus by Tab and can be seen, in the tree below `root`."""
    return [part for part in root.findChildren(QWidget) if is_control(part)]


def is_control(part: QWidget) -> bool:
    return (bool(part.focusPolicy() & Qt.FocusPolicy.TabFocus) and part.isVisible() and part.isEnabled()
            and part.focusProxy() is None and not isinstance(part, QHeaderView | QTabWidget)
            and not isinstance(part.parentWidget(), QAbstractSpinBox | QComboBox | QAbstractScrollArea))


def painted(root: QWidget) -> list[QWidget]:
    """Visible widgets that draw themselves."""
    plain = (QAbstractButton, QLabel, QLineEdit, QComboBox, QAbstractItemView, QTextEdit, QPlainTextEdit)
    return [part for part in root.findChildren(QWidget) if part.isVisible() and not isinstance(part, plain)
            and any("paintEvent" in vars(kind) for kind in type(part).__mro__ if "broadcaster" in kind.__module__)]


def faults(root: QWidget) -> list[str]:
    """In words, one for each widget below `root` that says too little or in the wrong language."""
    found = []
    for part in controls(root):
        found += [f"{_where(part, root)}: {fault}" for fault in _control_faults(part)]
    for part in painted(root):
        if not (part.accessibleName().strip() and (told(part).strip())):
            found.append(f"{_where(part, root)}: draws itself and says {part.accessibleName()!r}, {told(part)!r}")
    for view in root.findChildren(QAbstractItemView):
        if view.isVisible() and not isinstance(view.parentWidget(), QComboBox):
            found += [f"{_where(view, root)}: {fault}" for fault in _rows_faults(view)]
    for part in root.findChildren(QWidget):
        for words in (part.accessibleName(), part.accessibleDescription(), part.toolTip()):
            if part.isVisible() and words in english():
                found.append(f"{_where(part, root)}: {words!r} is English")
    return sorted(set(found))


def _control_faults(part: QWidget) -> list[str]:
    name, face = name_of(part).strip(), QAccessible.queryAccessibleInterface(part)
    if _just_scrolls(part):
        return []
    if not name or name == part.objectName():
        return ["no name"]
    if not any(sign.isalnum() for sign in name):
        return [f"is called {name!r}"]
    wanted = next((roles for kind, roles in _ROLES if isinstance(part, kind)), None)
    if wanted is not None and face.role() not in wanted:
        return [f"{name!r} is a {face.role().name}"]
    if wanted is None and not told(part) and not isinstance(part, QAbstractScrollArea):
        return [f"{name!r} is a {face.role().name} and says nothing of what it shows"]
    return []


def _just_scrolls(part: QWidget) -> bool:
    """A column that scrolls takes the focus so that the arrow keys move it; its parts have the names."""
    return type(part).__name__ == "QScrollArea"


def _rows_faults(view: QAbstractItemView) -> list[str]:
    model, found = view.model(), []
    if model is None:
        return []
    across, shown = Qt.Orientation.Horizontal, Qt.ItemDataRole.DisplayRole
    if isinstance(view, QTableView):
        for column in range(_columns(view)):
            words = str(model.headerData(column, across, shown) or
                        model.headerData(column, across, Qt.ItemDataRole.AccessibleTextRole) or "")
            if not view.isColumnHidden(column) and (not words.strip() or words in english()):
                found.append(f"column {column} is called {words!r}")
    for line in range(min(model.rowCount(), 3)):
        said = [_said(model.index(line, column)) for column in range(_columns(view))]
        if not any(words.strip() for words in said):
            found.append(f"row {line} says nothing")
        found += [f"row {line} shows {words!r}" for words in said if words in english()]
    return found


def _columns(view: QAbstractItemView) -> int:
    return view.model().columnCount(QModelIndex()) if isinstance(view, QTableView) else 1


def _said(index: QModelIndex | QPersistentModelIndex) -> str:
    return str(index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole) or "")


def _buddy(widget: QWidget) -> str:
    return next((label.text() for label in widget.window().findChildren(QLabel) if label.buddy() is widget), "")


def _where(part: QWidget, root: QWidget) -> str:
    names, one = [], part
    while one is not root and one is not None and len(names) < 4:
        if type(one).__module__ != "PySide6.QtWidgets" or one is part:
            names.append(type(one).__name__)
        one = one.parentWidget()
    words = part.text() if isinstance(part, QAbstractButton | QLabel) else ""
    return " < ".join([*names, type(root).__name__]) + (f" {words!r}" if words else "")


# The keyboard


def walk(root: QWidget) -> list[QWidget]:
    """Press Tab until the focus comes round; what it stood on, in that order."""
    root.setFocus()
    QTest.keyClick(root, Qt.Key.Key_Tab)
    seen: list[QWidget] = []
    while (now := QApplication.focusWidget()) is not None and now not in seen:
        seen.append(now)
        for _ in range(_PARTS):
            if QApplication.focusWidget() is now:
                QTest.keyClick(now, Qt.Key.Key_Tab)
    return [part for part in seen if root.isAncestorOf(part)]


def key_faults(root: QWidget) -> list[str]:
    """Controls that Tab never reaches, and steps that jump up the page."""
    found, steps = [], walk(root)
    for part in controls(root):
        if part not in steps and not _by_arrows(part) and not _just_scrolls(part):
            found.append(f"{_where(part, root)}: Tab never comes to it")
    for before, after in pairwise(steps):
        if _jumps_up(before, after) and not _just_scrolls(after):
            found.append(f"{_where(after, root)}: Tab jumps up to it from {_where(before, root)}")
    return found


def _by_arrows(part: QWidget) -> bool:
    """One of a set of which only the chosen one takes Tab; the arrows choose another."""
    if not isinstance(part, QAbstractButton) or not part.isCheckable() or part.isChecked():
        return False
    group = part.group()
    return part.autoExclusive() or isinstance(part, QRadioButton) or bool(group and group.exclusive())


def _jumps_up(before: QWidget, after: QWidget) -> bool:
    if before.isAncestorOf(after):
        return False
    above, below = (part.rect().translated(part.mapTo(part.window(), part.rect().topLeft()))
                    for part in (after, before))
    shared = min(above.right(), below.right()) - max(above.left(), below.left())
    return above.bottom() < below.top() and shared > min(above.width(), below.width()) / 2


def double_keys(root: QWidget) -> list[str]:
    """Keys that two shortcuts in sight both want: Qt then does neither."""
    seen: dict[str, list[str]] = {}
    for part in root.findChildren(QShortcut):
        owner = part.parent()
        if isinstance(owner, QWidget) and owner.isVisible() and part.isEnabled() \
                and part.context() != Qt.ShortcutContext.WidgetShortcut:
            for key in part.keys():  # noqa: SIM118 - a shortcut is no mapping
                seen.setdefault(key.toString(), []).append(type(owner).__name__)
    for part in root.findChildren(QAbstractButton):
        if part.isVisible() and part.isEnabled() and not part.shortcut().isEmpty():
            seen.setdefault(part.shortcut().toString(), []).append(part.text())
    return [f"{keys} is wanted by {owners}" for keys, owners in seen.items() if len(owners) > 1]
