"""A filter that is on or off: a small rounded button in the tone of what it stands for."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QCursor
from PySide6.QtWidgets import QPushButton

from broadcaster.gui.theme import TONES, colors, sizes


def chip(text: str, tone_name: str = "accent") -> QPushButton:
    """Checkable; the tone shows while it is on."""
    ground, ink = TONES[tone_name]
    result = QPushButton(text)
    result.setCheckable(True)
    result.setAutoDefault(False)
    result.setAccessibleName(text)
    result.setCursor(QCursor(Qt.CursorShape.PointingHandCursor))
    shape = "border-radius: 15px; padding: 3px 12px; min-height: 22px;" f" font-size: {sizes.small}px;"
    result.setStyleSheet(
        f"QPushButton {{ {shape} color: {colors.soft}; background: {colors.card};"
        f" border: 1px solid {colors.field_line}; }}"
        f"QPushButton:hover {{ background: {colors.hover}; }}"
        f"QPushButton:checked {{ color: {ink}; background: {ground}; border: 1px solid {ink}; font-weight: 600; }}"
        f"QPushButton:focus {{ border: 2px solid {colors.focus}; padding: 2px 11px; }}")
    return result
