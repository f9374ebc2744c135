"""The day as a list on a time axis: sessions, items with what became of them, pauses folded together."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QScrollArea, QSizePolicy, QToolTip, QWidget

from broadcaster.asrun.model import Outcome
from broadcaster.gui.schedule import timeline_paint as draw
from broadcaster.gui.schedule.cargo import Cargo
from broadcaster.gui.schedule.carrying import Carrying
from broadcaster.gui.schedule.day import Entry, Gap, Head, Item, Note
from broadcaster.gui.schedule.lines import gap_text
from broadcaster.gui.schedule.timeline_drop import Line
from broadcaster.gui.theme import sizes, text_font, tone
from broadcaster.protocol.messages import OnAir

_DEEDS = {
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "up", (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "down",
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "remove",
    (Qt.Key.Key_X, Qt.KeyboardModifier.ControlModifier): "cut",
    (Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier): "copy",
    (Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier): "paste",
    (Qt.Key.Key_Insert, Qt.KeyboardModifier.NoModifier): "insert",
    (Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier): "lock",
}


class Timeline(QWidget):
    """Click, or the arrow keys, choose a session or an item: `picked(Head | Item | None)`; Enter or a double click:
    `opened(Item)`; what is dropped: `carrying.put`; keys that change something: `deed(name, Head | Item)`."""

    picked = Signal(object)
    opened = Signal(object)
    deed = Signal(str, object)
    menu_wanted = Signal(object, QPoint)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._lines: list[Line] = []
        self._chosen = ""
        self._live: OnAir | None = None
        self._campaign = ""
        self._waits = ""
        self._pressed: QPoint | None = None
        self.carrying = Carrying(self)
        self.setAcceptDrops(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_entries(self, entries: Sequence[Entry]) -> None:
        """A new day, or the same day as it is now; what was chosen stays chosen if it is still there."""
        self._lines = [Line(entry, 0, 0) for entry in entries]
        if self._chosen and self.chosen() is None:
            self.choose("")
        self.setAccessibleDescription("; ".join(spoken(entry) for entry in entries))
        self._measure()

    def show_live(self, live: OnAir | None) -> None:
        """What sounds now, with its progress."""
        before, self._live = self._live, live
        if (before.event_id if before else "") != (live.event_id if live else ""):
            self._measure()
        elif live is not None:
            self.update()

    def show_next(self) -> None:
        """Scroll to the first item still to come, or what sounds now; to the top when there is none."""
        coming = next((item for item in self.items() if item.outcome is Outcome.PENDING), None)
        area = self.area()
        if area:
            first = next((item for item in self.items() if coming and item.session == coming.session), coming)
            # A session that has not begun is shown from its heading on.
            start = f"head:{coming.session}" if coming and coming is first and coming.session else ""
            place = self.place_of(start).top() if start else self.place_of(coming.id).top() - 2 * draw.ROW \
                if coming else 0
            area.verticalScrollBar().setValue(max(0, place))

    def highlight(self, campaign: str) -> None:
        """Frame all items of one campaign."""
        self._campaign = campaign
        self.update()

    def show_waiting(self, item_id: str) -> None:
        """What was cut and waits to be put elsewhere."""
        self._waits = item_id
        self.update()

    def entries(self) -> list[Entry]:
        return [line.entry for line in self._lines]

    def lines(self) -> list[Line]:
        return list(self._lines)

    def items(self) -> list[Item]:
        return [line.entry for line in self._lines if isinstance(line.entry, Item)]

    def chosen(self) -> Item | Head | None:
        return next((entry for entry in self._choosable() if entry.id == self._chosen), None)

    def choose(self, entry_id: str) -> None:
        """An item or a heading by its id; empty: nothing."""
        self._chosen = entry_id
        self.update()
        chosen = self.chosen()
        if chosen:
            area = self.area()
            if area:
                place = self.place_of(entry_id)
                area.ensureVisible(0, place.center().y(), 0, place.height())
        self.picked.emit(chosen)

    def place_of(self, entry_id: str) -> QRect:
        """Where an item or heading stands; empty when it is not here."""
        for line in self._lines:
            if isinstance(line.entry, Item | Head) and line.entry.id == entry_id:
                return QRect(0, line.top, self.width(), line.height)
        return QRect()

    def entry_at(self, place: QPoint) -> Item | Head | None:
        """The item or heading of a session under the mouse."""
        return next((line.entry for line in self._lines if isinstance(line.entry, Item | Head)
                     and line.top <= place.y() < line.bottom and _can_be_chosen(line.entry)), None)

    def area(self) -> QScrollArea | None:
        """What scrolls it."""
        parent = self.parentWidget()
        while parent is not None and not isinstance(parent, QScrollArea):
            parent = parent.parentWidget()
        return parent

    def sizeHint(self) -> QSize:
        return QSize(480, self.minimumHeight())

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        entry = self.entry_at(place)
        self._pressed = place if event.button() == Qt.MouseButton.LeftButton else None
        self.choose(entry.id if entry else "")

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        place = event.position().toPoint()
        if self._pressed is None or not event.buttons() & Qt.MouseButton.LeftButton:
            return
        if (place - self._pressed).manhattanLength() < QApplication.startDragDistance():
            return
        entry = self.entry_at(self._pressed)
        self._pressed = None
        if isinstance(entry, Item) and entry.cart:
            self.carrying.carry(self.cargo_of(entry), entry.id)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        item = self.entry_at(event.position().toPoint())
        if isinstance(item, Item):
            self.opened.emit(item)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        by_key = event.reason() == QContextMenuEvent.Reason.Keyboard
        entry = self.chosen() if by_key else self.entry_at(event.pos())
        if entry is None:
            return
        spot = self.place_of(entry.id).center() if by_key else event.pos()
        self.choose(entry.id)
        self.menu_wanted.emit(entry, self.mapToGlobal(spot))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        plain = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
        deed = _DEEDS.get((Qt.Key(event.key()), plain))
        if deed:
            self.deed.emit(deed, self.chosen())
        elif step and not plain:
            self._step(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.chosen():
            self.opened.emit(self.chosen())
        elif event.key() == Qt.Key.Key_Escape and self._chosen:
            self.choose("")
        else:
            super().keyPressEvent(event)

    def _step(self, step: int) -> None:
        ids = [entry.id for entry in self._choosable()]
        if ids:
            number = ids.index(self._chosen) + step if self._chosen in ids else (0 if step > 0 else len(ids) - 1)
            self.choose(ids[max(0, min(len(ids) - 1, number))])

    def cargo_of(self, item: Item) -> Cargo:
        """The item as it is carried: taken away only where its session may still be changed."""
        day, _, session = item.session.partition("/")
        head = next((entry for entry in self.entries() if isinstance(entry, Head) and entry.session == item.session),
                    None)
        here = head is not None and head.state == "open" and item.place >= 0
        return Cargo(item.cart, item.title, item.campaign, day if here else "", session if here else "",
                     item.place if here else -1, item.length)

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            entry = self.entry_at(event.pos())
            QToolTip.showText(event.globalPos(), spoken(entry) if entry else "", self)
            return True
        return super().event(event)

    def dragEnterEvent(self, event: object) -> None:
        self.carrying.move(event)  # type: ignore[arg-type]

    def dragMoveEvent(self, event: object) -> None:
        self.carrying.move(event)  # type: ignore[arg-type]

    def dragLeaveEvent(self, event: object) -> None:
        self.carrying.leave()

    def dropEvent(self, event: object) -> None:
        self.carrying.drop(event)  # type: ignore[arg-type]

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for line in self._lines:
            rect = QRect(0, line.top, self.width(), line.height)
            if rect.intersects(event.rect()):
                self._paint(painter, line.entry, rect)
        self.carrying.paint(painter)
        painter.end()

    def _paint(self, painter: QPainter, entry: Entry, rect: QRect) -> None:
        if isinstance(entry, Head):
            draw.paint_head(painter, entry, rect, entry.id == self._chosen, self._tag(entry))
        elif isinstance(entry, Gap):
            draw.paint_gap(painter, entry, rect)
        elif isinstance(entry, Note):
            painter.setFont(text_font(sizes.small))
            painter.setPen(tone(entry.tone)[1])
            draw.elided(painter, rect.adjusted(draw.CLOCK_WIDTH + 8, 0, -8, 0), Qt.AlignmentFlag.AlignLeft, entry.text)
        else:
            look = draw.Look(self._live if self._is_live(entry) else None, entry.id == self._chosen,
                             bool(self._campaign) and entry.campaign == self._campaign,
                             entry.id == self.carrying.source, entry.id == self._waits)
            draw.paint_item(painter, entry, rect, look, self.tr("ON AIR"))

    def _tag(self, head: Head) -> str:
        if head.state == "running":
            return self.tr("on air, locked")
        return self.tr("by hand") if head.by_hand and head.state == "open" else ""

    def _choosable(self) -> list[Item | Head]:
        return [line.entry for line in self._lines if isinstance(line.entry, Item | Head)
                and _can_be_chosen(line.entry)]

    def _is_live(self, item: Item) -> bool:
        return self._live is not None and self._live.event_id == item.id

    def _height(self, entry: Entry) -> int:
        if isinstance(entry, Item):
            if self._is_live(entry):
                return draw.LIVE
            return draw.TALL if entry.reason else draw.ROW
        if isinstance(entry, Head):
            return draw.HEAD + (draw.RULER if entry.session and entry.limit > 0 else 0)
        return draw.GAP if isinstance(entry, Gap) else draw.NOTE

    def _measure(self) -> None:
        top, lines = 0, []
        for line in self._lines:
            lines.append(Line(line.entry, top, self._height(line.entry)))
            top += lines[-1].height
        self._lines = lines
        self.setMinimumHeight(top + 44)
        self.updateGeometry()
        self.update()


def _can_be_chosen(entry: Item | Head) -> bool:
    return isinstance(entry, Item) or bool(entry.session)


def spoken(entry: Entry) -> str:
    """The whole entry in words, for the tip and the screen reader."""
    if isinstance(entry, Head):
        return " · ".join(filter(None, (entry.name, entry.span, entry.note)))
    if isinstance(entry, Gap):
        return gap_text(entry.seconds)
    if isinstance(entry, Note):
        return entry.text
    return " · ".join(filter(None, (entry.clock, entry.title, entry.mark, entry.reason)))
