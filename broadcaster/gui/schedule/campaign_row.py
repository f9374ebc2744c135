"""One campaign beside the day: how often and when it airs, how far it has come, and what may be done with it."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QMenu

from broadcaster.accounts.model import Right
from broadcaster.gui.campaigns.words import covered_details, covered_words, span_words, urgency_words
from broadcaster.gui.rights import needs
from broadcaster.gui.theme import colors, sizes
from broadcaster.gui.widgets.badge import Badge
from broadcaster.gui.widgets.buttons import flat_button, icon_button
from broadcaster.gui.widgets.layout import ElidedLabel, column, label, row
from broadcaster.protocol.rundown import Urgency
from broadcaster.schedule.campaigns.coverage_model import Coverage
from broadcaster.schedule.model import Campaign

_KEYS = {
    (Qt.Key.Key_Delete, Qt.KeyboardModifier.NoModifier): "stop",
    (Qt.Key.Key_F2, Qt.KeyboardModifier.NoModifier): "edit",
    (Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier): "sooner",
    (Qt.Key.Key_Down, Qt.KeyboardModifier.AltModifier): "later",
}


class CampaignRow(QFrame):
    """`deed(name)`: edit, stop, resume, open, sooner, later (before or behind others of its urgency)."""

    pressed = Signal()
    deed = Signal(str)

    def __init__(self, campaign: Campaign, past: bool, coverage: Coverage | None = None, *, first: bool = True,
                 last: bool = True) -> None:
        """`first`, `last`: among those of its urgency that stand here."""
        super().__init__()
        self.setObjectName("campaign")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(campaign.title)
        running = campaign.state == "active"
        self._deeds = {"edit": not past, "sooner": running and not past and not first,
                       "later": running and not past and not last, "open": True, "stop": running and not past}
        self.edit_button = needs(icon_button("pencil", self.tr("Change this campaign… (F2)"), self._do("edit")),
                                 Right.WRITE)
        self.stop_button = needs(icon_button("circle-stop", self.tr("Stop this campaign… (Delete)"), self._do("stop")),
                                 Right.WRITE)
        self.resume_button = needs(flat_button(self.tr("Resume"), "rotate-ccw", self._do("resume")), Right.WRITE)
        self.more_button = icon_button("ellipsis", self.tr("More about this campaign"))
        self.more_button.clicked.connect(lambda: self._show_menu(
            self.more_button.mapToGlobal(self.more_button.rect().bottomLeft())))
        self._lay_out(campaign, coverage)
        # Only now: without a place in the row each would flash up as a window of its own.
        self.edit_button.setVisible(not past)
        self.stop_button.setVisible(running and not past)
        self.resume_button.setVisible(not running)
        self.set_chosen(False)

    def _lay_out(self, campaign: Campaign, coverage: Coverage | None) -> None:
        top = row(ElidedLabel(campaign.title, "strong"), self.more_button, spacing=2)
        top.setStretch(0, 1)
        state = Badge()
        if campaign.state != "active":
            state.show_state(self.tr("stopped"), "plain")
        elif campaign.urgency is not Urgency.ROUTINE:
            state.show_state(urgency_words(campaign.urgency), "bad")
        self.when = label(span_words(campaign), "soft", wrap=True)
        self.when.setStyleSheet(f"font-size: {sizes.small}px;")
        self.covered = ElidedLabel(covered_words(coverage) if coverage else "", "faint")
        if coverage and covered_details(coverage):
            self.covered.setToolTip(covered_details(coverage))
        middle = row(self.when, self.edit_button, self.stop_button, spacing=2)
        middle.setStretch(0, 1)
        self.setAccessibleDescription("; ".join(filter(None, (
            state.text(), self.when.text(), covered_words(coverage) if coverage else ""))))
        foot = row(self.covered, state, self.resume_button)
        foot.setStretch(0, 1)
        share = _Share(coverage.aired, coverage.asked) if coverage else _Share(0, 0)
        box = column(top, middle, share, foot, spacing=2)
        box.setContentsMargins(12, 8, 8, 8)
        self.setLayout(box)

    def fill_menu(self, menu: QMenu) -> None:
        """The same as its buttons and keys."""
        words = {
            "edit": self.tr("Change…\tF2"), "sooner": self.tr("Goes sooner than the one above\tAlt+↑"),
            "later": self.tr("Goes behind the one below\tAlt+↓"), "open": self.tr("Show the item in the library"),
            "stop": self.tr("Stop…\tDelete"),
        }
        for name, text in words.items():
            if self._deeds[name]:
                menu.addAction(text, partial(self.deed.emit, name))

    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        self.fill_menu(menu)
        menu.exec(place)
        menu.deleteLater()

    def _do(self, name: str) -> Callable[[], object]:
        return lambda: self.deed.emit(name)

    def set_chosen(self, chosen: bool) -> None:
        ground, line = (colors.accent_faint, colors.accent) if chosen else (colors.card, colors.line)
        self.setStyleSheet(f"#campaign {{ background: {ground}; border: 1px solid {line}; border-radius: 8px; }}"
                           f"#campaign:focus {{ border: 2px solid {colors.focus}; }}")

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.pressed.emit()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self._show_menu(event.globalPos())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        name = _KEYS.get((Qt.Key(event.key()), event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier))
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            self.pressed.emit()
        elif name and self._deeds[name]:
            self.deed.emit(name)
        else:
            super().keyPressEvent(event)


class _Share(QFrame):
    """A thin bar: how much of a campaign has aired."""

    def __init__(self, done: int, of: int) -> None:
        super().__init__()
        self.setFixedHeight(5)
        share = min(1.0, done / of) if of else 0.0
        edge = max(0.0001, min(0.9999, share))
        on, off = colors.accent_mark, colors.track
        stops = f"stop:0 {on}, stop:{edge:.4f} {on}, stop:{min(1.0, edge + 0.0001):.4f} {off}, stop:1 {off}"
        ground = f"qlineargradient(x1:0, y1:0, x2:1, y2:0, {stops})" if share > 0 else off
        self.setStyleSheet(f"background: {ground}; border-radius: 2px;")
