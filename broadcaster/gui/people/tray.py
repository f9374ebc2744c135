"""A line of fields or buttons that goes on below where the window is narrow."""

from __future__ import annotations

from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.gui.widgets.flow import FlowLayout

_LEAST = 420


def tray() -> tuple[QWidget, FlowLayout]:
    """It keeps no more height free than it needs at its least width: the page would scroll for nothing."""
    place = QWidget()
    place.setObjectName("plain")
    place.setMinimumWidth(_LEAST)
    flow = FlowLayout(place)
    policy = place.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    place.setSizePolicy(policy)
    return place, flow
