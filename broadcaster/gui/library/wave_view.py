"""The shape of a whole recording on a time line: what stays, what is cut off, fades, pauses, and where it plays."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QPixmap,
    QPolygonF,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from broadcaster.base.frames import RATE
from broadcaster.gui.library.wave_handle import HEIGHT, WIDTH, Handle
from broadcaster.gui.library.wave_model import Mark, Marks, Sight, exact_time, ruler
from broadcaster.gui.library.wave_sound import Detail, Envelope
from broadcaster.gui.theme import colors, digit_font, sizes

_RULER = 20
_SIDE = 10
"""Room at both sides, so that a mark at the very end can be grasped."""
_PITCH = 3
_SEEN = 2.0
"""Pixels a pause needs to be shown: in three hours hundreds of them would be a grey veil."""
_NOTHING = Marks(0, 0, 0, 0, 0, 0)
_FINE_BELOW = RATE // 100
_ZOOM = 1.6


class WaveView(QWidget):
    """`sought(seconds)` on a click, `moved(Mark, frame)` while a handle is dragged, `dragged` when it is let go,
    `sight_changed` after zooming and scrolling, `wants_detail(first, count)` when it looks closer than it knows."""

    sought = Signal(float)
    moved = Signal(object, int)
    dragged = Signal()
    chosen = Signal(object)
    sight_changed = Signal()
    wants_detail = Signal(int, int)

    def __init__(self, name: str, marks: dict[Mark, str]) -> None:
        super().__init__()
        self.marks = _NOTHING
        self.sight = Sight(0, 0, 0)
        self._envelope: Envelope | None = None
        self._detail: Detail | None = None
        self._pauses: list[tuple[int, int]] = []
        self._position = self._pointer = -1.0
        self._still: QPixmap | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(name)
        self.handles = {mark: Handle(self, mark, words) for mark, words in marks.items()}
        self.show_marks(_NOTHING)

    def show_recording(self, marks: Marks) -> None:
        """Another recording, all of it in sight."""
        self._envelope = self._detail = None
        self._pauses = []
        self._position = -1.0
        self.sight = Sight(0, marks.whole, marks.whole)
        self.show_marks(marks)
        self.set_sight(self.sight)

    def show_marks(self, marks: Marks) -> None:
        self.marks = marks
        for mark, handle in self.handles.items():
            handle.tell(marks.at(mark))
        self.setAccessibleDescription(f"{exact_time(marks.start)}–{exact_time(marks.end)}")
        self._place_handles()
        self._changed()

    def show_envelope(self, envelope: Envelope) -> None:
        """What is known of it by now; called again as more is read."""
        self._envelope = envelope
        self._pauses = envelope.pauses()
        self._changed()

    def show_detail(self, detail: Detail) -> None:
        self._detail = detail
        self._changed()

    def show_position(self, seconds: float) -> None:
        """Where it plays; negative hides the line."""
        before, self._position = self._position, seconds * RATE if seconds >= 0 else -1.0
        if self._position >= 0 and before >= 0 and not self.sight.is_all:
            self._follow(before)
        self.update()

    def set_editable(self, editable: bool) -> None:
        for handle in self.handles.values():
            handle.setVisible(editable)

    def set_sight(self, sight: Sight) -> None:
        self.sight = sight
        self._place_handles()
        self._ask_detail()
        self.sight_changed.emit()
        self._changed()

    def zoom(self, factor: float, around: int | None = None) -> None:
        """`factor` under 1 comes nearer; around what plays or what is in the middle when nothing else is said."""
        if around is None:
            seen = self.sight.first <= self._position <= self.sight.first + self.sight.count
            around = round(self._position) if seen else self.sight.first + self.sight.count // 2
        self.set_sight(self.sight.zoomed(factor, around))

    def nearer(self) -> None:
        self.zoom(1 / _ZOOM)

    def farther(self) -> None:
        self.zoom(_ZOOM)

    def show_mark(self, mark: Mark) -> None:
        self.set_sight(self.sight.with_inside(self.marks.at(mark)))

    def drag(self, mark: Mark, frame: int) -> None:
        self.moved.emit(mark, frame)

    def frame_at(self, x: float) -> int:
        share = (x - _SIDE) / max(1, self.width() - 2 * _SIDE)
        return max(0, min(self.sight.whole, self.sight.first + round(share * self.sight.count)))

    @property
    def columns(self) -> int:
        """How many bars there is room for."""
        return max(1, (self.width() - 2 * _SIDE) // _PITCH)

    def sizeHint(self) -> QSize:
        return QSize(300, 150)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 130)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        ground = QRectF(0, _RULER, self.width(), self.height() - _RULER)
        if self._still is None or self._still.deviceIndependentSize().toSize() != self.size():
            self._still = self._paint_still(ground)
        painter = QPainter(self)
        painter.drawPixmap(0, 0, self._still)
        if self._position >= 0 and self.sight.count > 0:
            self._fill(painter, ground, self._x(self._position) - 1, self._x(self._position) + 1, colors.red)
        painter.setPen(QColor(colors.accent if self.hasFocus() else colors.line))
        painter.drawRect(ground.adjusted(0.5, 0.5, -0.5, -0.5))
        self._paint_pointer(painter, ground)
        painter.end()

    def _paint_still(self, ground: QRectF) -> QPixmap:
        """All but what moves while it plays: painted once."""
        still = QPixmap(self.size() * self.devicePixelRatio())
        still.setDevicePixelRatio(self.devicePixelRatio())
        still.fill(Qt.GlobalColor.transparent)
        painter = QPainter(still)
        painter.fillRect(ground, QColor(colors.wave_ground))
        if self.sight.count > 0:
            self._paint_grounds(painter, ground)
            self._paint_bars(painter, ground)
            self._paint_fades(painter, ground)
            self._paint_ruler(painter)
            self._paint_marks(painter, ground)
        painter.end()
        return still

    def _changed(self) -> None:
        self._still = None
        self.update()

    def _paint_grounds(self, painter: QPainter, ground: QRectF) -> None:
        for first, last in self._pauses:
            left, right = self._x(first), self._x(last)
            if right > 0 and left < self.width() and right - left >= _SEEN:
                self._fill(painter, ground, left, right, colors.wave_pause)
        self._fill(painter, ground, self._x(0), self._x(self.marks.start), colors.wave_out_ground)
        self._fill(painter, ground, self._x(self.marks.end), self._x(self.marks.whole), colors.wave_out_ground)

    def _paint_bars(self, painter: QPainter, ground: QRectF) -> None:
        if self._envelope is None:
            return
        count = self.columns
        first, span = self.sight.first, self.sight.count
        fine = span // count < _FINE_BELOW and self._detail is not None and self._detail.covers(first, span)
        bars = (self._detail if fine and self._detail else self._envelope).bars(first, span, count)
        middle, room = ground.center().y(), ground.height() - 12
        scale = room / max(0.1, self._envelope.ceiling)
        marks = self.marks
        for number, peak in enumerate(bars):
            frame = first + number * span // count
            kept = marks.start <= frame < marks.end
            height = max(1.0, min(room, peak * scale * (marks.gain(frame) if kept else 1)))
            painter.fillRect(QRectF(_SIDE + number * _PITCH, middle - height / 2, 2, height),
                             QColor(colors.accent if kept else colors.rest_mark))

    def _paint_fades(self, painter: QPainter, ground: QRectF) -> None:
        marks, top, bottom = self.marks, ground.top() + 1, ground.bottom()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for edge, inner in ((marks.start, marks.start + marks.fade_in), (marks.end, marks.end - marks.fade_out)):
            if edge != inner:
                outer, full = self._x(edge), self._x(inner)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(QColor(colors.wave_veil))
                painter.drawPolygon(QPolygonF([QPointF(outer, bottom), QPointF(outer, top), QPointF(full, top)]))
                painter.setPen(QPen(QColor(colors.accent_dark), 2))
                painter.drawLine(QPointF(outer, bottom), QPointF(full, top))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)

    def _paint_ruler(self, painter: QPainter) -> None:
        painter.setFont(digit_font(sizes.tiny, 500))
        for frame, text in ruler(self.sight, self.width()):
            x = self._x(frame)
            if x + 4 + painter.fontMetrics().horizontalAdvance(text) > self.width():
                continue
            painter.setPen(QColor(colors.line))
            painter.drawLine(QPointF(x, _RULER - 5), QPointF(x, _RULER))
            painter.setPen(QColor(colors.soft))
            painter.drawText(QRectF(x + 4, 0, 90, _RULER - 2), Qt.AlignmentFlag.AlignVCenter, text)

    def _paint_marks(self, painter: QPainter, ground: QRectF) -> None:
        for frame in (self.marks.start, self.marks.end):
            self._fill(painter, ground, self._x(frame) - 1, self._x(frame) + 1, colors.ink)
        if self.marks.cue != self.marks.start:
            painter.setPen(QPen(QColor(colors.cue), 1.5, Qt.PenStyle.DashLine))
            painter.drawLine(QPointF(self._x(self.marks.cue), ground.top()),
                             QPointF(self._x(self.marks.cue), ground.bottom()))

    def _paint_pointer(self, painter: QPainter, ground: QRectF) -> None:
        if self._pointer < 0 or self.sight.count <= 0:
            return
        painter.setPen(QPen(QColor(colors.faint), 1, Qt.PenStyle.DotLine))
        painter.drawLine(QPointF(self._pointer, ground.top()), QPointF(self._pointer, ground.bottom()))
        text = exact_time(self.frame_at(self._pointer))
        painter.setFont(digit_font(sizes.mark, 600))
        width = painter.fontMetrics().horizontalAdvance(text) + 14
        box = QRectF(max(0.0, min(self.width() - width, self._pointer - width / 2)), 0, width, _RULER - 1)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colors.tip_ground))
        painter.drawRoundedRect(box, 5, 5)
        painter.setPen(QColor(colors.tip_ink))
        painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)

    def _fill(self, painter: QPainter, ground: QRectF, left: float, right: float, color: str) -> None:
        left, right = max(0.0, left), min(float(self.width()), right)
        if right > left:
            painter.fillRect(QRectF(left, ground.top(), right - left, ground.height()), QColor(color))

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton and self.sight.count > 0:
            self.sought.emit(self.frame_at(event.position().x()) / RATE)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        self._pointer = event.position().x()
        self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._pointer = -1.0
        self.update()

    def wheelEvent(self, event: QWheelEvent) -> None:
        steps = (event.angleDelta().y() or event.angleDelta().x()) / 120
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.zoom(_ZOOM ** -steps, self.frame_at(event.position().x()))
        elif not self.sight.is_all:
            self.set_sight(self.sight.scrolled_to(self.sight.first - round(steps * self.sight.count / 10)))
        else:
            event.ignore()  # the page scrolls
            return
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        act = {"+": self.nearer, "=": self.nearer, "-": self.farther}.get(event.text())
        if event.text() == "0":
            self.set_sight(Sight(0, self.sight.whole, self.sight.whole))
        elif act is not None:
            act()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_handles()
        self._ask_detail()

    def _place_handles(self) -> None:
        height = self.height()
        tops = {Mark.START: (height + _RULER - HEIGHT) // 2, Mark.END: (height + _RULER - HEIGHT) // 2,
                Mark.CUE: height - HEIGHT - 1}
        for mark, handle in self.handles.items():
            # Out of sight it stays reachable with Tab; Qt's places are no larger than 32 bits.
            x = max(-2.0 * WIDTH, min(self.width() + 2.0 * WIDTH, self._x(self.marks.at(mark))))
            handle.move(round(x - WIDTH / 2), tops.get(mark, _RULER + 1))

    def _ask_detail(self) -> None:
        first, span = self.sight.first, self.sight.count
        if 0 < span // self.columns < _FINE_BELOW and not (
                self._detail and self._detail.covers(first, span)):
            self.wants_detail.emit(max(0, first - span), 3 * span)

    def _follow(self, before: float) -> None:
        first, end = self.sight.first, self.sight.first + self.sight.count
        if first <= before <= end < self._position:
            self.set_sight(self.sight.scrolled_to(round(self._position)))

    def _x(self, frame: float) -> float:
        return _SIDE + (frame - self.sight.first) / max(1, self.sight.count) * (self.width() - 2 * _SIDE)
