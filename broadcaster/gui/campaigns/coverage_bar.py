"""“Đã phát 14/20, còn thiếu 6”: how far a letter or a campaign has come, as a bar and a line."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from broadcaster.gui.campaigns.words import covered_details, covered_words
from broadcaster.gui.theme import Shades, colors
from broadcaster.gui.widgets.layout import ElidedLabel, show_if
from broadcaster.schedule.campaigns.coverage_model import Coverage

_PARTS = Shades(aired="accent_mark", partial="wave_soft", missing="red")
_PATTERNS = {"partial": Qt.BrushStyle.BDiagPattern, "missing": Qt.BrushStyle.DiagCrossPattern}


class CoverageBar(QWidget):
    """Hidden until `show_coverage` is given one that has something to say."""

    def __init__(self) -> None:
        super().__init__()
        self._bar = _Bar()
        self._words = ElidedLabel("", "soft")
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(5)
        box.addWidget(self._bar)
        box.addWidget(self._words)
        self.hide()

    def text(self) -> str:
        return self._words.whole_text()

    def show_coverage(self, covered: Coverage | None) -> None:
        """None, or nothing asked and nothing aired: there is nothing to show."""
        empty = covered is None or not (covered.asked or covered.aired or covered.beside)
        show_if(self, not empty)
        if covered is None or empty:
            return
        words, details = covered_words(covered), covered_details(covered)
        self._words.set_text(words)
        self._bar.show_coverage(covered)
        text = " – ".join(filter(None, (words, details)))
        self.setAccessibleName(text)
        self._bar.setAccessibleName(self.tr("Share that has aired"))
        self._bar.setAccessibleDescription(text)
        self.setToolTip(text if details else "")


class _Bar(QWidget):
    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(7)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._parts: list[tuple[str, float]] = []

    def sizeHint(self) -> QSize:
        return QSize(200, 7)

    def show_coverage(self, covered: Coverage) -> None:
        whole = max(covered.asked, covered.aired + covered.missing + covered.to_come, 1)
        partial = min(covered.partial, covered.missing)
        self._parts = [(name, count / whole) for name, count in (
            ("aired", covered.aired), ("partial", partial), ("missing", covered.missing - partial)) if count]
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        shape = QPainterPath()
        shape.addRoundedRect(QRectF(self.rect()), 3.5, 3.5)
        painter.setClipPath(shape)
        painter.fillRect(self.rect(), QColor(colors.track))
        left = 0.0
        for name, share in self._parts:
            width = share * self.width()
            part = QRectF(left, 0, width, self.height())
            painter.fillRect(part, QColor(_PARTS[name]))
            if name != "aired":  # not by colour alone
                painter.fillRect(part, QBrush(QColor(colors.card), _PATTERNS[name]))
            left += width
        painter.end()
