"""For tests that drive the true window by mouse and keyboard: what is on the screen now, and where.

With BROADCASTER_TEST_MAP=FILE in the environment the window writes FILE a few times a second: one JSON object with
"windows" (topmost last: title, modal, active) and "widgets" (kind, name, text, rect as [x, y, width, height] on the
screen, enabled, focus; cells of lists and tables and entries of menus too). It only tells; nothing can be done
through it.
"""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractListModel, QObject, QPoint, QRect, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QApplication,
    QComboBox,
    QLabel,
    QLineEdit,
    QMenu,
    QPlainTextEdit,
    QTextEdit,
    QWidget,
)

from broadcaster.base.paths import write_atomic
from broadcaster.gui.widgets.layout import ElidedLabel

VARIABLE = "BROADCASTER_TEST_MAP"
_EVERY_MS = 200
_MOST_ROWS = 40


def install_widget_map(owner: QObject) -> None:
    """Start writing, if the environment asks for it."""
    path = os.environ.get(VARIABLE)
    if path:
        timer = QTimer(owner)
        timer.timeout.connect(lambda: write_map(Path(path)))
        timer.start(_EVERY_MS)


def write_map(path: Path) -> None:
    """One look at everything that can be seen."""
    windows = [window for window in QApplication.topLevelWidgets() if window.isVisible()]
    modal = QApplication.activePopupWidget() or QApplication.activeModalWidget()
    body: dict[str, Any] = {"windows": [], "widgets": []}
    for window in windows:
        body["windows"].append({"title": window.windowTitle(), "kind": type(window).__name__,
                                "active": window.isActiveWindow(), "top": window is modal})
        # Behind a dialog nothing can be reached.
        if modal is None or window is modal:
            for widget in [window, *window.findChildren(QWidget)]:
                body["widgets"] += _entries(widget)
    write_atomic(path, json.dumps(body, ensure_ascii=False).encode("utf-8"))


def _entries(widget: QWidget) -> list[dict[str, Any]]:
    seen = widget.visibleRegion().boundingRect()
    if not widget.isVisible() or seen.isEmpty():
        return []
    own = {"kind": type(widget).__name__, "name": widget.accessibleName() or widget.objectName(),
           "text": _text(widget), "rect": _rect(widget, seen), "enabled": widget.isEnabled(),
           "focus": widget.hasFocus()}
    if isinstance(widget, QMenu):
        return [own, *_actions(widget)]
    return [own, *_cells(widget)] if isinstance(widget, QAbstractItemView) else [own]


def _text(widget: QWidget) -> str:
    if isinstance(widget, ElidedLabel):
        return widget.whole_text()
    if isinstance(widget, QComboBox):
        return widget.currentText()
    if isinstance(widget, QPlainTextEdit | QTextEdit):
        return widget.toPlainText()
    if isinstance(widget, QLineEdit):
        return "" if widget.echoMode() is QLineEdit.EchoMode.Password else widget.text()
    return str(widget.text()) if isinstance(widget, QAbstractButton | QLabel) else ""


def _cells(view: QAbstractItemView) -> list[dict[str, Any]]:
    model, port = view.model(), view.viewport()
    if model is None:
        return []
    # A model of lists keeps its number of columns to itself.
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount()
    found = []
    for line in range(min(model.rowCount(), _MOST_ROWS)):
        for column in range(columns):
            index = model.index(line, column)
            seen = view.visualRect(index).intersected(port.rect())
            text = str(index.data(Qt.ItemDataRole.DisplayRole) or "")
            if text and not seen.isEmpty():
                found.append({"kind": "cell", "name": f"{line},{column}", "text": text, "rect": _rect(port, seen),
                              "enabled": view.isEnabled(), "focus": False})
    return found


def _actions(menu: QMenu) -> list[dict[str, Any]]:
    return [{"kind": "action", "name": "", "text": action.text().partition("\t")[0],
             "rect": _rect(menu, menu.actionGeometry(action)), "enabled": action.isEnabled(),
             "focus": action is menu.activeAction()} for action in menu.actions() if action.isVisible()
            and not action.isSeparator()]


def _rect(widget: QWidget, seen: QRect) -> list[int]:
    corner = widget.mapToGlobal(QPoint(seen.x(), seen.y()))
    return [corner.x(), corner.y(), seen.width(), seen.height()]
