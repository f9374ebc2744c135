"""Letters and distances, one of each, with their names."""

from __future__ import annotations

from dataclasses import asdict

from PySide6.QtWidgets import QFrame, QWidget

from broadcaster.gui.theme import colors, sizes, space, text_font
from broadcaster.gui.widgets.flow import FlowLayout
from broadcaster.gui.widgets.layout import label

_SENTENCE = "Thu gom rác thải sinh hoạt, 05:00 ngày 21/11/2026"


def flowing(*items: QWidget) -> QWidget:
    """Side by side, going on in the next line."""
    holder = QWidget()
    holder.setObjectName("plain")
    flow = FlowLayout(holder, space.small)
    for item in items:
        flow.addWidget(item)
    return holder


def letters() -> list[QWidget]:
    """Each size with its name, then the looks a label may have."""
    lines: list[QWidget] = []
    for name, pixels in asdict(sizes).items():
        if pixels > sizes.display:
            continue
        sample = label(f"{name}  {pixels}  ·  {_SENTENCE}" if pixels < sizes.title else f"{name}  {pixels}")
        sample.setFont(text_font(pixels))
        # The style sheet of the program would win over the font.
        sample.setStyleSheet(f"font-size: {pixels}px;")
        lines.append(sample)
    looks = ("title", "heading", "lead", "strong", "caption", "soft", "faint", "wrong")
    return [*lines, flowing(*(label(f"#{look}", look) for look in looks))]


def distances() -> QWidget:
    """Bars as long as the distances are wide."""
    bars: list[QWidget] = []
    for name, pixels in asdict(space).items():
        bar = QFrame()
        bar.setFixedSize(pixels, 18)
        bar.setStyleSheet(f"background: {colors.accent_mark};")
        bars += [bar, label(f"{name} {pixels}", "soft")]
    return flowing(*bars)
